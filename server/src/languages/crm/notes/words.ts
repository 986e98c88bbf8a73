import { durationWords } from '../../../base/human';
import { code, paragraphs } from '../../../base/markdown';
import type { Fact } from '../../../core/facts/types';
import { seconds } from '../values';
import { specWords } from './access';
import type { NoteContext } from './context';
import { targetNote } from './fencing';

/** What a word of the language is, where no fact says so. */
export function wordNote(context: NoteContext, fact: Fact | undefined): string | undefined {
  const { slot, text, t } = context;
  if (slot.kind === 'words' && slot.category === 'bracket') return bracketNote(context);
  if (fact) return undefined;
  if (slot.kind === 'words' && slot.category === 'node-attribute')
    return t(`**${code(text)}** — an attribute of the node`, `**${code(text)}** — ノード属性`);
  return t(
    `**${code(text)}** — not one of the words that may stand here`,
    `**${code(text)}** — ここに書ける語ではない`,
  );
}

/** What a bracket does to the resources in it. */
function bracketNote({ text, unit, t }: NoteContext): string {
  const inOrder = unit.model.statement?.kind === 'order';
  if (/[()]/.test(text))
    return inOrder
      ? t('( … ) — in any order, side by side (sequential=false)', '( … ) — 順不同で並行（sequential=false）')
      : t(
          '( … ) — none of these depends on another (sequential=false)',
          '( … ) — 互いに依存しない（sequential=false）',
        );
  if (/[[\]]/.test(text))
    return t(
      '[ … ] — side by side, and one of them is enough (sequential=false require-all=false)',
      '[ … ] — 並行で、どれか 1 つが動けばよい（sequential=false require-all=false）',
    );
  if (unit.model.statement?.kind === 'alert')
    return t('{ … } — what belongs to this part of the alert', '{ … } — アラートのこの部分に属するもの');
  return t('{ … } — a set of resources', '{ … } — リソースの集まり');
}

type Say = (context: NoteContext) => string | undefined;

/** A head with its explanation: the word as code, then what it is. */
const called =
  (en: string, ja: string): Say =>
  ({ text, t }) =>
    `**${code(text)}** — ${t(en, ja)}`;

/** Words that are free, by what the parser calls them. */
const texts: Readonly<Record<string, Say>> = {
  'node id': called('number or UUID of the node in the cluster layer', 'クラスタ層でのノードの番号または UUID'),
  'set id': called(
    'name of this set of attributes in the CIB; other statements can use it with $id-ref',
    'この属性の集まりの CIB での ID。他の文から $id-ref で参照できる',
  ),
  'rule id': called('name of the rule in the CIB', 'ルールの CIB での ID'),
  'right id': called('name of this right in the CIB', 'この権限の CIB での ID'),
  target: (context) => targetNote(context),
  path: called(
    'program that the cluster starts on every node, with the event in CRM_alert_… variables',
    'イベントのたびに各ノードで起動されるプログラム。内容は環境変数 CRM_alert_… で渡される',
  ),
  recipient: called(
    'handed to the program as CRM_alert_recipient: an address, a file, whatever it expects',
    'CRM_alert_recipient としてプログラムに渡される値（宛先やファイルなど）',
  ),
  attribute: called(
    'node attribute: the program hears of its changes only',
    'この名前のノード属性が変わったときだけ通知する',
  ),
  pattern: ({ text, t }) =>
    t(
      `Every resource whose id matches the regular expression ${code(text.replace(/^\/|\/$/g, ''))}.`,
      `ID が正規表現 ${code(text.replace(/^\/|\/$/g, ''))} に一致するすべてのリソース。`,
    ),
  value: called('the value that the attribute is compared with', '属性と比較する値'),
  date: called('a date, as ISO 8601 writes it', 'ISO 8601 形式の日時'),
  xml: called('XML of the CIB, taken as it is', 'CIB の XML。そのまま取り込まれる'),
  description: called(
    'a note for people; the cluster does nothing with it',
    '人のためのメモ。クラスタの動作には影響しない',
  ),
  argument: called('handed to the command', 'コマンドに渡す引数'),
};

/** What a free word or a value without facts stands for. */
export function textNote(context: NoteContext): string | undefined {
  const { slot, text, t } = context;
  if (slot.kind === 'value') return plainValue(context);
  if (slot.kind !== 'text') return undefined;
  const say = Object.hasOwn(texts, slot.what) ? texts[slot.what] : undefined;
  if (say) return say(context);
  if (context.unit.model.statement?.permissions.length) return specified(context, slot.what);
  return t(`**${code(text)}** — value of ${code(slot.what)}`, `**${code(text)}** — ${code(slot.what)} の値`);
}

/** A yes or no of a constraint, or the times of a monitor. */
function plainValue({ slot, text, t, locale }: NoteContext): string | undefined {
  if (slot.kind !== 'value') return undefined;
  if (slot.type.kind === 'boolean') {
    const isOn = /^(?:true|yes|on|y|1)$/i.test(text);
    return `${code(text)} — ${isOn ? t('switched on', '有効') : t('switched off', '無効')}`;
  }
  const [interval = '', timeout] = text.split(':').map(seconds);
  if (slot.type.kind !== 'duration' || interval === '' || interval === undefined) return undefined;
  const every = durationWords(interval, locale);
  const limit =
    timeout === undefined
      ? ''
      : t(`, timeout ${durationWords(timeout, locale)}`, `、タイムアウト ${durationWords(timeout, locale)}`);
  return t(`every ${every}${limit}`, `${every}ごと${limit}`);
}

/** The value of a right's specification; what a property is for stands with it. */
function specified({ text, t, facts, locale }: NoteContext, what: string): string {
  const words = `${code(text)} — ${specWords(`${what}:${text}`, t)}`;
  const properties =
    what === 'property' ? facts.attributes({ set: 'property', statement: '', present: new Set() }) : undefined;
  return paragraphs(words, properties?.get(text)?.text?.[locale]);
}
