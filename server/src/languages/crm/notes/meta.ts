import type { Found } from '../../../core/workspace/unit';
import type { Attribute, AttributeSet, Statement } from '../statement';
import { type NoteContext, nameLink, ownUses, statementOf, usesOf } from './context';
import { ruleWords } from './rules';

/** A meta attribute as it takes effect. */
export interface EffectiveMeta {
  readonly name: string;
  readonly value: string;
  /** Where it is set, as Markdown. */
  readonly from: string;
}

type Asked = Omit<NoteContext, 'slot' | 'span' | 'text'>;

/**
 * The meta attributes of a resource that are set somewhere: by itself, its template, the group or clone round it, or
 * `rsc_defaults`, whichever comes first.
 */
export function effectiveMeta(context: Asked, name: string, found: Found): EffectiveMeta[] {
  const rows = new Map<string, EffectiveMeta>();
  const inherited = context.facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() });
  const take = (statement: Statement | undefined, from: string, only?: { has(name: string): boolean }) => {
    for (const { attribute, when } of settings(context, statement)) {
      if (only && !only.has(attribute.name)) continue; // `clone-max` is the clone's own business
      if (!rows.has(attribute.name))
        rows.set(attribute.name, { name: attribute.name, value: attribute.value ?? '', from: from + when });
    }
  };
  const own = statementOf(found);
  take(own, context.t('itself', '自身'));
  const template = own?.template && context.around.declarations('crm.template', own.template.name)[0];
  if (own?.template && template) take(statementOf(template), nameLink(context, own.template.name, template));
  for (const [outer, at] of containersRound(context, name))
    take(statementOf(at), nameLink(context, outer, at), inherited);
  if (found.entry.value !== 'rsc_template') takeDefaults(context, rows);
  return [...rows.values()];
}

/** The groups and clones round a resource, which hand their meta attributes down. */
function containersRound(context: Asked, name: string, depth = 0): [string, Found][] {
  const at = usesOf(context, 'crm.resource', name).find(
    ({ entry }) => entry.role === 'reference' && /^(?:group|clone|ms)$/.test(entry.value ?? ''),
  );
  const outer = at && statementOf(at)?.name?.text;
  if (!at || outer === undefined || depth > 3) return [];
  return [[outer, at], ...containersRound(context, outer, depth + 1)];
}

/** What the meta sets of a statement say; the set whose rule holds counts, so the rule is said. */
function settings(context: Asked, statement: Statement | undefined): { attribute: Attribute; when: string }[] {
  return (statement?.sets ?? [])
    .filter(({ kind }) => kind === 'meta')
    .flatMap((set) =>
      set.attributes
        .filter(({ name }) => !name.startsWith('$'))
        .map((attribute) => ({ attribute, when: condition(context, set) })),
    );
}

/** When a set counts: always, or while a rule holds. */
export function condition({ t }: Pick<NoteContext, 't'>, { rules }: AttributeSet): string {
  const when = rules.map((rule) => ruleWords(rule, t)).filter(Boolean);
  return when.length === 0 ? '' : t(`, if ${when.join(' or ')}`, `（${when.join('、または ')} のとき）`);
}

/** Defaults are found by their names, since any statement of the files may set them. */
function takeDefaults(context: Asked, rows: Map<string, EffectiveMeta>): void {
  const names = context.facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() })?.keys() ?? [];
  for (const name of names) {
    const at = rows.has(name) ? undefined : ownUses(context, 'crm.rsc_defaults', name)[0];
    const set = at && statementOf(at)?.sets[0];
    if (!at || !set) continue;
    const from = nameLink(context, 'rsc_defaults', at) + condition(context, set);
    rows.set(name, { name, value: at.entry.value ?? '', from });
  }
}
