import { own } from '../../base/maps';
import { code, codeBlock, escapeMarkdown } from '../../base/markdown';
import { fill, type Locale, type Text } from '../../base/text';
import type { Fact, ValueType, Versions } from '../facts/types';

/** A fact as Markdown: the same text in hover, completion and on the command line. `language` colours the example. */
export function describeFact(fact: Fact, language: string, locale: Locale): string {
  const parts = [
    heading(fact, locale),
    fact.text?.[locale],
    table(fact, locale),
    valueList(fact, locale),
    fact.example && codeBlock(language, fact.example),
    fact.link && `[${words.manual[locale]}](${fact.link})`,
    upstream(fact, locale),
  ];
  return parts.filter((part) => part).join('\n\n');
}

/** What may be written as a value, in a few words: `0…32`, `yes | no`. Empty for free text. */
export function describeType(type: ValueType | undefined, locale: Locale): string {
  if (!type) return '';
  switch (type.kind) {
    case 'string':
    case 'reference':
      return '';
    case 'integer': {
      const unit = type.unit && type.unit !== '1' ? ` ${type.unit}` : '';
      return type.min === undefined && type.max === undefined
        ? `${words.integer[locale]}${unit}`
        : `${type.min ?? '−∞'}…${type.max ?? '∞'}${unit}`;
    }
    case 'enum':
      return `${type.values.join(' | ')}${type.open ? ' | …' : ''}`;
    default:
      return words[type.kind][locale];
  }
}

function heading(fact: Fact, locale: Locale): string {
  const kind = categoryOf(fact)[locale];
  const flags = [fact.required && words.required[locale], fact.deprecated && words.deprecated[locale]].filter(Boolean);
  const name = fact.deprecated ? `~~${code(fact.name)}~~` : `**${code(fact.name)}**`;
  return `${name} — ${[kind, ...flags].join(locale === 'ja' ? '、' : ', ')}`;
}

function table(fact: Fact, locale: Locale): string {
  const rows: [Text, string | undefined][] = [
    [words.value, fact.type?.kind === 'enum' && fact.valueTexts ? undefined : cell(describeType(fact.type, locale))],
    [words.default, fact.default === undefined ? undefined : code(fact.default)],
    [words.since, versions(fact.since)],
    [words.until, versions(fact.until)],
    [words.replacedBy, fact.deprecated?.replacedBy && code(fact.deprecated.replacedBy)],
  ];
  const lines = rows.flatMap(([label, value]) => (value ? [`| ${label[locale]} | ${value} |`] : []));
  return lines.length === 0 ? '' : ['| | |', '|---|---|', ...lines].join('\n');
}

/** Values may come from metadata that nobody of us has seen: they make no link and no emphasis. */
const cell = (text: string): string => text.replace(/[\\`*[\]<>|]/g, '\\$&');

/** Most of the authors' own text that a hover shows. */
const longestUpstream = 3000;

/** The authors' own text, literally: its lines stay lines, and nothing in it becomes a link or a picture. */
function upstream({ upstream: text }: Fact, locale: Locale): string | undefined {
  if (!text) return undefined;
  const shown = text.length > longestUpstream ? `${text.slice(0, longestUpstream)}…` : text;
  const lines = shown.split('\n').map((line) => (line.trim() === '' ? '>' : `> ${literalLine(line.trim())}  `));
  return `${words.upstream[locale]}\n\n${lines.join('\n')}`;
}

/** Editors make links of bare addresses, lists of `1.`, and headings of lines of `=`. */
const literalLine = (line: string): string =>
  escapeMarkdown(line)
    .replace(/[:@=]|(?<=^\d+)\./g, '\\$&')
    .replace(/(?<=\bwww)\./gi, '\\.');

function valueList(fact: Fact, locale: Locale): string {
  const { type, valueTexts } = fact;
  if (type?.kind !== 'enum' || !valueTexts) return '';
  return type.values
    .map((value) => {
      const text = Object.hasOwn(valueTexts, value) ? valueTexts[value] : undefined;
      return text ? `- ${code(value)}: ${text[locale]}` : `- ${code(value)}`;
    })
    .join('\n');
}

const versions = (known: Versions | undefined): string =>
  Object.entries(known ?? {})
    .map(([upstream, version]) => `${own(upstreams, upstream) ?? upstream} ${version}`)
    .join(', ');

const upstreams: Readonly<Record<string, string>> = { pacemaker: 'Pacemaker', crmsh: 'crmsh', drbd: 'DRBD' };

const words = {
  value: { en: 'Value', ja: '値' },
  default: { en: 'Default', ja: '既定値' },
  since: { en: 'Since', ja: '導入' },
  until: { en: 'Dropped in', ja: '廃止' },
  replacedBy: { en: 'Use instead', ja: '代わり' },
  required: { en: 'required', ja: '必須' },
  deprecated: { en: 'deprecated', ja: '非推奨' },
  upstream: { en: 'In its own words:', ja: '本体の説明（原文）:' },
  manual: { en: 'Manual', ja: 'マニュアル' },
  integer: { en: 'whole number', ja: '整数' },
  boolean: { en: 'true | false', ja: 'true | false' },
  score: { en: 'score', ja: 'スコア' },
  path: { en: 'path', ja: 'パス' },
  address: { en: 'address', ja: 'アドレス' },
  port: { en: 'port', ja: 'ポート' },
  version: { en: 'version', ja: 'バージョン' },
  xpath: { en: 'XPath expression', ja: 'XPath 式' },
  regex: { en: 'regular expression', ja: '正規表現' },
  host: { en: 'host name or address', ja: 'ホスト名またはアドレス' },
  duration: { en: 'time, like 20s or 5min', ja: '時間（20s、5min など）' },
  percentage: { en: 'per cent', ja: 'パーセント' },
} as const satisfies Record<string, Text>;

/** What a word is, for people. A category without a row shows its own name. */
const categories: Readonly<Record<string, Text>> = {
  keyword: { en: 'statement', ja: '文' },
  command: { en: 'command', ja: 'コマンド' },
  section: { en: 'section', ja: 'セクション' },
  statement: { en: 'statement', ja: '文' },
  option: { en: 'option', ja: 'オプション' },
  property: { en: 'cluster property', ja: 'クラスタプロパティ' },
  meta: { en: 'meta attribute', ja: 'メタ属性' },
  parameter: { en: 'parameter', ja: 'パラメータ' },
  action: { en: 'operation', ja: 'オペレーション' },
  agent: { en: 'resource agent', ja: 'リソースエージェント' },
  role: { en: 'role', ja: 'ロール' },
  value: { en: 'value', ja: '値' },
  operator: { en: 'operator', ja: '演算子' },
  'score-word': { en: 'score', ja: 'スコア' },
  'order-kind': { en: 'kind of order', ja: '順序の種類' },
  date: { en: 'time rule', ja: '日時ルール' },
  'node-type': { en: 'kind of node', ja: 'ノードの種類' },
  'loss-policy': { en: 'ticket policy', ja: 'チケット喪失時の動作' },
  acl: { en: 'access right', ja: 'アクセス権' },
  'constraint-attribute': { en: 'attribute of a constraint', ja: '制約の属性' },
  'node-attribute': { en: 'node attribute', ja: 'ノード属性' },
  special: { en: 'special name', ja: '特別な名前' },
  word: { en: 'word', ja: '語' },
  'op-attribute': { en: 'operation attribute', ja: 'オペレーション属性' },
};

/** Fills a text's `{arguments}` in one locale. */
export const say = (text: Text, locale: Locale, args?: Readonly<Record<string, string | number>>): string =>
  fill(text[locale], args);

/** What kind of word a fact is about; the parts of a bundle share one name. */
const categoryOf = ({ category }: Fact): Text =>
  own(categories, category) ?? (category.startsWith('bundle-') ? bundleAttribute : { en: category, ja: category });

const bundleAttribute: Text = { en: 'bundle attribute', ja: 'バンドル属性' };
