import { childrenOf, type XmlElement } from '../xml';
import { bare, pair, quoted, type ShowContext, unsayable } from './words';

/** `rule …` (crmsh 4.4.1, crmsh/cliformat.py, cli_rule). */
export function showRule(rule: XmlElement, context: ShowContext): string {
  const { attributes } = rule;
  const words = ['rule'];
  if (context.saysId(rule)) words.push(pair('$id', attributes.get('id'), context));
  else if (attributes.get('id-ref')) return `rule ${pair('$id-ref', attributes.get('id-ref'), context)}`;
  if (attributes.get('role')) words.push(pair('$role', attributes.get('role'), context));
  const score = attributes.get('score') === 'INFINITY' ? '' : scoreOf(rule);
  if (score !== '') words.push(`${bare(score, context)}:`);
  words.push(expressions(rule, context));
  return words.join(' ');
}

/** The score as it is written (crmsh 4.4.1, crmsh/cliformat.py, get_score). */
export const scoreOf = ({ attributes }: XmlElement): string =>
  attributes.get('score')?.replaceAll('INFINITY', 'inf') || attributes.get('score-attribute') || '';

function expressions(rule: XmlElement, context: ShowContext): string {
  const texts = childrenOf(rule).flatMap((child) => {
    if (child.tag === 'date_expression') return [showDate(child, context)];
    return child.tag === 'expression' ? [showExpression(child, context)] : [];
  });
  return texts.join(` ${rule.attributes.get('boolean-op') || 'and'} `);
}

/** See crmsh 4.4.1, crmsh/cliformat.py, exp2cli. */
function showExpression({ attributes }: XmlElement, context: ShowContext): string {
  const [type, written, value] = ['type', 'operation', 'value'].map((name) => attributes.get(name));
  const attribute = bare(attributes.get('attribute'), context);
  if (written === undefined && !type) return unsayable;
  const operation = type ? `${type}:${written ?? 'None'}` : (written ?? '');
  if (!value) return `${operation} ${attribute}`;
  const source = attributes.get('value-source');
  const right = !source || source === 'literal' ? value : `${source}{${value}}`;
  return `${attribute} ${operation} ${bare(right, context)}`;
}

const shortOperations: Readonly<Record<string, string>> = { in_range: 'in', date_spec: 'spec' };

/** See crmsh 4.4.1, crmsh/cliformat.py, date_exp2cli. */
function showDate(date: XmlElement, context: ShowContext): string {
  const { attributes } = date;
  const operation = attributes.get('operation');
  if (operation === undefined) return unsayable;
  const words = ['date', Object.hasOwn(shortOperations, operation) ? shortOperations[operation] : operation];
  const kind = operation.toLowerCase();
  if (kind === 'lt' || kind === 'gt')
    return [...words, quoted(attributes.get(kind === 'lt' ? 'end' : 'start'), context)].join(' ');
  if (operation === 'in_range')
    for (const name of ['start', 'end'])
      if (attributes.has(name)) words.push(pair(name, attributes.get(name), context));
  for (const child of childrenOf(date))
    if (child.tag === 'duration' || child.tag === 'date_spec')
      for (const [name, value] of child.attributes)
        if (name !== 'id') words.push(context.exact && value === '' ? name : pair(name, value, context));
  return words.join(' ');
}
