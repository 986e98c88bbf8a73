import type { Found } from '../../../core/workspace/unit';
import type { Attribute, AttributeSet, Statement } from '../statement';
import { type NoteContext, nameLink, ownUses, statementOf, usesOf } from './context';
import { ruleWords } from './rules';

/** A meta attribute as it takes effect. */
export interface EffectiveMeta {
  readonly name: string;
  readonly value: string;
  /** Where it is set, as Markdown, with the condition if there is one. */
  readonly from: string;
}

type Asked = Omit<NoteContext, 'slot' | 'span' | 'text'>;

/**
 * The meta attributes of a resource that are set somewhere: by itself, its template, the group or clone round it, or
 * `rsc_defaults`, whichever comes first. What stands behind a rule does not hide what comes later.
 */
export function effectiveMeta(context: Asked, name: string, found: Found): EffectiveMeta[] {
  const rows = new Rows();
  const own = statementOf(found);
  for (const setting of settings(context, own)) rows.take(setting, context.t('itself', '自身'));
  const template = own?.template && context.around.declarations('crm.template', own.template.name)[0];
  if (own?.template && template)
    for (const setting of settings(context, statementOf(template)))
      rows.take(setting, nameLink(context, own.template.name, template));
  const inherited = context.facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() });
  for (const [outer, at] of containersRound(context, name)) {
    for (const setting of settings(context, statementOf(at))) {
      // `clone-max` is the clone's own business.
      if (inherited?.has(setting.attribute.name) !== false) rows.take(setting, nameLink(context, outer, at));
    }
  }
  if (found.entry.value !== 'rsc_template') takeDefaults(context, rows, inherited?.keys() ?? []);
  return rows.list;
}

interface Setting {
  readonly attribute: Pick<Attribute, 'name' | 'value'>;
  /** In words; empty: always. */
  readonly when: string;
}

class Rows {
  readonly list: EffectiveMeta[] = [];
  private readonly settled = new Set<string>();

  has(name: string): boolean {
    return this.settled.has(name);
  }

  take({ attribute: { name, value }, when }: Setting, from: string): void {
    if (this.settled.has(name)) return;
    this.list.push({ name, value: value ?? '', from: from + when });
    if (when === '') this.settled.add(name);
  }
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

/** What the meta sets of a statement say, those too that it takes from others by their ids. */
function settings(context: Asked, statement: Statement | undefined): Setting[] {
  return (statement?.sets ?? [])
    .filter(({ kind }) => kind === 'meta')
    .map((set) => usedSet(context, set) ?? set)
    .flatMap((set) =>
      set.attributes
        .filter(({ name }) => !name.startsWith('$'))
        .map((attribute) => ({ attribute, when: condition(context, set) })),
    );
}

function usedSet(context: Asked, { id }: AttributeSet): AttributeSet | undefined {
  const found = id?.kind === 'id-ref' ? context.around.declarations('crm.set-id', id.value)[0] : undefined;
  return found && statementOf(found)?.sets.find((set) => set.id?.kind === 'id' && set.id.value === id?.value);
}

/** When a set counts: always, or while a rule holds. */
function condition({ t }: Pick<NoteContext, 't'>, { rules }: AttributeSet): string {
  const when = rules.map((rule) => ruleWords(rule, t)).filter(Boolean);
  return when.length === 0 ? '' : t(`, if ${when.join(' or ')}`, `（条件: ${when.join('、または ')}）`);
}

/** Defaults are found by their names, since any statement of the file may set them. */
function takeDefaults(context: Asked, rows: Rows, names: Iterable<string>): void {
  for (const name of names) {
    for (const at of rows.has(name) ? [] : ownUses(context, 'crm.rsc_defaults', name)) {
      const set = statementOf(at)?.sets[0];
      const when = set ? condition(context, set) : '';
      rows.take({ attribute: { name, value: at.entry.value }, when }, nameLink(context, 'rsc_defaults', at));
    }
  }
}
