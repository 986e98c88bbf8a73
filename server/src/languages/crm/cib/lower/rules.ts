import { own } from '../../../../base/maps';
import type { Expression, Rule } from '../../statement';
import { element, type XmlElement } from '../xml';
import { type LowerContext, roleFor } from './context';

/** A rule (crmsh 4.4.1, crmsh/parse.py, match_rules); one that uses another has no expressions of its own. */
export function lowerRule(rule: Rule, context: LowerContext): XmlElement {
  const role = rule.role === undefined ? undefined : roleFor(context, rule.role);
  const id = rule.id && { [rule.id.kind]: rule.id.value };
  if (rule.id?.kind === 'id-ref') return element('rule', { ...id, role });
  const joinedBy = rule.joinedBy?.toLowerCase() === 'and' ? undefined : rule.joinedBy;
  return element(
    'rule',
    { ...id, role, ...scoreOf(rule.score ?? 'INFINITY'), 'boolean-op': joinedBy },
    rule.expressions.map(lowerExpression),
  );
}

const scoreWords: Readonly<Record<string, string>> = { advisory: '0', mandatory: 'INFINITY' };

/** The attribute that a score becomes: a word that is none names a node attribute (crmsh 4.4.1, validate_score). */
export function scoreOf(text: string): Readonly<Record<string, string>> {
  const word = text.toLowerCase();
  if (Object.hasOwn(scoreWords, word)) return { score: scoreWords[word] ?? '' };
  return isScore(text)
    ? { score: text.replace(/inf(?:inity)?|INF(?:INITY)?/, 'INFINITY') }
    : { 'score-attribute': text };
}

/** A number or infinity, as crmsh reads it. */
export const isScore = (text: string): boolean => /^[+-]?(?:inf(?:inity)?|INF(?:INITY)?|\d+)$/.test(text);

function lowerExpression(expression: Expression): XmlElement {
  switch (expression.kind) {
    case 'unary':
      return element('expression', { operation: expression.operator, attribute: expression.attribute });
    case 'comparison': {
      const { attribute, operator, type, value } = expression;
      const [, source, name] = /^([^\s{}]+)\{(\S+)\}$/.exec(value) ?? [];
      return element('expression', {
        operation: operator,
        attribute,
        type,
        value: name ?? value,
        'value-source': source,
      });
    }
    case 'date':
      return lowerDate(expression);
  }
}

const dateOperations: Readonly<Record<string, string>> = { in: 'in_range', spec: 'date_spec' };
const rangeEnds = new Set(['start', 'end']);

/** A test of the date: a range from start to end has attributes alone, anything else a child (crmsh 4.4.1, match_date). */
function lowerDate({ operation, value, fields }: Expression & { readonly kind: 'date' }): XmlElement {
  if (operation.toLowerCase() === 'lt') return element('date_expression', { operation, end: value });
  if (operation.toLowerCase() === 'gt') return element('date_expression', { operation, start: value });
  const full = own(dateOperations, operation) ?? operation;
  const ends = fields.filter(({ name }) => rangeEnds.has(name)).map(({ name, value: text }) => [name, text] as const);
  const others = fields
    .filter(({ name }) => !rangeEnds.has(name))
    .map(({ name, value: text }) => [name, text] as const);
  const isRange = others.length === 0 && new Set(ends.map(([name]) => name)).size === rangeEnds.size;
  const child = element(full === 'date_spec' ? 'date_spec' : 'duration', Object.fromEntries(others));
  return element('date_expression', { operation: full, ...Object.fromEntries(ends) }, isRange ? [] : [child]);
}
