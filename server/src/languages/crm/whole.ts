import type { RuleContext } from '../../core/lint/rule';

/** What a file describes: a cluster as a whole, or a part that is added to one (`configure load update`). */
export type FileScope = 'whole' | 'fragment';

/** The scope in a comment that says it: `# linux-ha: crm scope fragment`; undefined in others. */
export function scopeInComment(comment: string): FileScope | undefined {
  const said = /^\s*#+\s*linux-ha:\s{0,9}crm\s{1,9}scope[\s=]{1,9}(whole|fragment)\s*$/i.exec(comment)?.[1];
  return said?.toLowerCase() as FileScope | undefined;
}

type Asked = Pick<RuleContext, 'lookup' | 'has' | 'settings'>;

/** The scope that a comment of the file names, else the one that is set; undefined: the file's own words tell. */
export function saidScope({ lookup, settings }: Asked): FileScope | undefined {
  const said = lookup('crm.scope-said', '*')[0]?.entry.value ?? settings.scope;
  return said === 'whole' || said === 'fragment' ? said : undefined;
}

/**
 * Whether a file describes a whole cluster: as said, else if it names nodes or sets properties. Only then something can
 * be missing from it.
 */
export const isWholeCluster = (context: Asked): boolean =>
  (saidScope(context) ??
    (context.has('crm.kind', 'node') || context.has('crm.kind', 'property') ? 'whole' : 'fragment')) === 'whole';

/**
 * Whether all resources can be expected in the file: as said, else if it names nodes and primitives. Properties alone do
 * not tell: they are often set apart.
 */
export const namesAll = (context: Asked): boolean => {
  const said = saidScope(context);
  return said ? said === 'whole' : context.has('crm.kind', 'node') && context.has('crm.kind', 'primitive');
};
