import { effectiveMeta, type Origin } from '../effective/attributes';
import type { Rule } from '../statement';
import { type NoteContext, nameLink } from './context';
import { ruleWords } from './rules';

/** A meta attribute as it takes effect, in words. */
export interface MetaRow {
  readonly name: string;
  readonly value: string;
  /** Where it is set, as Markdown, with the condition if there is one. */
  readonly from: string;
}

type Asked = Omit<NoteContext, 'slot' | 'span' | 'text'>;

/** The meta attributes of a resource that somebody set, with links to where. */
export const metaRows = (context: Asked, name: string): MetaRow[] =>
  effectiveMeta(context, name)
    .filter(({ origin }) => origin.kind !== 'built-in')
    .map(({ name: attribute, value, origin, rules }) => ({
      name: attribute,
      value,
      from: originLink(context, origin) + condition(context, rules),
    }));

const originLink = (context: Asked, { kind, name, found }: Origin): string =>
  kind === 'own' ? context.t('itself', '自身') : nameLink(context, name, found);

/** When a set counts: always, or while a rule holds. */
function condition({ t }: Asked, rules: readonly Rule[]): string {
  const when = rules.map((rule) => ruleWords(rule, t)).filter(Boolean);
  return when.length === 0 ? '' : t(`, if ${when.join(' or ')}`, `（条件: ${when.join('、または ')}）`);
}
