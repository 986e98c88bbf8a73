import type { Attribute, AttributeSet, SetId } from '../../statement';
import { element, type XmlElement } from '../xml';
import { type LowerContext, roleFor } from './context';
import { lowerRule } from './rules';

/** The element of a set, by the word that opens it. */
export const setTags: Readonly<Record<string, string>> = {
  params: 'instance_attributes',
  attributes: 'instance_attributes',
  op_params: 'instance_attributes',
  meta: 'meta_attributes',
  op_meta: 'meta_attributes',
  utilization: 'utilization',
};

/** A set with its rules and its name-value pairs; one that uses another is empty (crmsh 4.4.1, crmsh/parse.py, match_attr_list). */
export function lowerSet(set: AttributeSet, context: LowerContext): XmlElement {
  const tag = setTags[set.kind] ?? set.kind;
  if (set.id?.kind === 'id-ref') return element(tag, { 'id-ref': set.id.value });
  return element(tag, { id: filled(set.id?.value), score: filled(set.score) }, [
    ...set.rules.map((rule) => lowerRule(rule, context)),
    ...pairsOf(set).map((pair) => lowerPair(pair, context)),
  ]);
}

/** Undefined for an empty text, which crmsh does not write. */
export const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** The attributes of a set without the one that names the set itself. */
export function pairsOf({ attributes, id }: AttributeSet): readonly Attribute[] {
  const [first] = attributes;
  return first && id && namesSet(first, id) ? attributes.slice(1) : attributes;
}

const namesSet = ({ name, value }: Attribute, id: SetId): boolean =>
  name.toLowerCase() === `$${id.kind}` && value === id.value;

/** A name-value pair: `NAME=VALUE`, `NAME`, `$ID[:NAME]=VALUE`, `@ID[:NAME]` (crmsh 4.4.1, crmsh/parse.py, match_nvpairs). */
export function lowerPair({ word }: Pick<Attribute, 'word'>, context: LowerContext): XmlElement {
  const text = word.value;
  const used = /^@([^:]+)(?::(.+))?$/s.exec(text);
  if (used) return element('nvpair', { 'id-ref': used[1], name: used[2] });
  const [, id, named, idValue] = /^\$([^:=]+)(?::(.+))?=(.*)$/s.exec(text) ?? [];
  if (id !== undefined) return element('nvpair', { id, name: named ?? id, value: idValue });
  const equals = text.indexOf('=');
  if (equals < 0) return element('nvpair', { name: text });
  const name = text.slice(0, equals);
  return element('nvpair', { name, value: roleFor(context, text.slice(equals + 1), name) });
}
