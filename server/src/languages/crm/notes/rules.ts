import { own } from '../../../base/maps';
import { code } from '../../../base/markdown';
import type { Speaker } from '../../../base/text';
import type { Expression, Rule } from '../statement';

/** What a rule asks for, in words. Empty where it uses another rule, or has no expression. */
export function ruleWords(rule: Rule, t: Speaker): string {
  const tests = rule.expressions.map((expression) => expressionWords(expression, t));
  const isOr = rule.joinedBy?.toLowerCase() === 'or';
  return tests.join(isOr ? t(' or ', '、または ') : t(' and ', '、かつ '));
}

/** What one expression asks for. */
export function expressionWords(expression: Expression, t: Speaker): string {
  switch (expression.kind) {
    case 'unary': {
      const name = code(expression.attribute);
      return expression.operator.toLowerCase() === 'defined'
        ? t(`${name} is set`, `${name} が設定されている`)
        : t(`${name} is not set`, `${name} が設定されていない`);
    }
    case 'comparison':
      return comparisonWords(expression, t);
    case 'date':
      return dateWords(expression, t);
  }
}

const signs: Readonly<Record<string, string>> = { eq: '=', ne: '≠', lt: '<', gt: '>', lte: '≤', gte: '≥' };

function comparisonWords(test: Extract<Expression, { kind: 'comparison' }>, t: Speaker): string {
  const { attribute, type, operator, value } = test;
  const name = attribute === '#uname' ? t('the node', 'ノード名') : code(attribute);
  const as = type && own(types, type.toLowerCase())?.(t);
  return `${name} ${own(signs, operator.toLowerCase()) ?? operator} ${code(value)}${as ? t(` (${as})`, `（${as}）`) : ''}`;
}

const types: Readonly<Record<string, (t: Speaker) => string>> = {
  number: (t) => t('as numbers', '数値として'),
  integer: (t) => t('as whole numbers', '整数として'),
  version: (t) => t('as versions', 'バージョンとして'),
  string: (t) => t('as text', '文字列として'),
};

function dateWords({ operation, value, fields }: Extract<Expression, { kind: 'date' }>, t: Speaker): string {
  if (operation === 'lt') return t(`it is before ${code(value ?? '')}`, `${code(value ?? '')} より前`);
  if (operation === 'gt') return t(`it is after ${code(value ?? '')}`, `${code(value ?? '')} より後`);
  const field = (name: string) => fields.find((other) => other.name === name)?.value;
  const rest = fields.filter(({ name }) => name !== 'start' && name !== 'end');
  if (!operation.startsWith('in'))
    return fields.map(({ name, value: text }) => fieldWords(name, text, t)).join(t(', ', '、'));
  const start = field('start');
  const end = field('end');
  const from = start === undefined ? '' : t(`active from ${code(start)}`, `${code(start)} から有効`);
  const until =
    end === undefined ? '' : start === undefined ? t(`active until ${code(end)}`, `${code(end)} まで有効`) : '';
  if (start !== undefined && end !== undefined)
    return t(`active from ${code(start)} until ${code(end)}`, `${code(start)} から ${code(end)} まで有効`);
  const lasting = rest.map(({ name, value: text }) => `${code(text)} ${unitWords(name, t)}`).join(' ');
  return [from || until, lasting && t(`for ${lasting}`, `期間 ${lasting}`)].filter(Boolean).join(t(' ', '、'));
}

const unitNames: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  hours: ['hours', '時間'],
  monthdays: ['days', '日'],
  weekdays: ['days', '日'],
  days: ['days', '日'],
  yearsdays: ['days', '日'],
  months: ['months', 'か月'],
  weeks: ['weeks', '週間'],
  years: ['years', '年'],
  weekyears: ['years', '年'],
};
const unitWords = (name: string, t: Speaker): string => {
  const [en, ja] = own(unitNames, name) ?? [name, name];
  return t(en, ja);
};

/** One field of a date specification, as `hours=8-19`: from 8:00 until 19:59. */
export function fieldWords(name: string, value: string, t: Speaker): string {
  const [first, last = first] = value.split('-').map((part) => part.trim());
  const from = Number(first);
  const to = Number(last);
  const range = value.includes('-') ? `${first}–${last}` : value;
  // `8-` and `-5` are open to one side, and said as they are.
  if (first === '' || last === '' || !Number.isFinite(from) || !Number.isFinite(to)) return `${name} ${code(value)}`;
  switch (name) {
    case 'hours':
      return t(`from ${from}:00 to ${to}:59`, `${from}:00～${to}:59`);
    case 'weekdays':
      return span(dayName(from, t), dayName(to, t), t);
    case 'months':
      return span(monthName(from, t), monthName(to, t), t);
    case 'monthdays':
      return t(`on day ${range} of the month`, `毎月 ${range} 日`);
    case 'yearsdays':
    case 'yeardays':
      return t(`on day ${range} of the year`, `年の ${range} 日目`);
    case 'weeks':
      return t(`in week ${range} of the year`, `年の第 ${range} 週`);
    case 'years':
      return t(`in ${range}`, `${range} 年`);
    case 'weekyears':
      return t(`in the week year ${range}`, `週番号の年 ${range} 年`);
    case 'moon':
      return t(`phase of the moon ${range} (0 new, 4 full)`, `月齢 ${range}（0 は新月、4 は満月）`);
    default:
      return `${name} ${code(value)}`;
  }
}

const span = (first: string, last: string, t: Speaker): string =>
  first === last ? first : t(`${first} to ${last}`, `${first}～${last}`);

const daysEn = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const daysJa = ['月曜日', '火曜日', '水曜日', '木曜日', '金曜日', '土曜日', '日曜日'];
const dayName = (day: number, t: Speaker): string =>
  t(daysEn[day - 1] ?? `weekday ${day}`, daysJa[day - 1] ?? `曜日 ${day}`);

const months = 'January February March April May June July August September October November December'.split(' ');
const monthName = (month: number, t: Speaker): string => t(months[month - 1] ?? `month ${month}`, `${month} 月`);
