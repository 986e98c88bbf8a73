import { nearest } from '../../../base/suggest';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Severity } from '../../../core/workspace/unit';
import type { Item, Word } from '../ast';
import { type OptionFact, rulesIn } from '../facts';
import { type Generation, oldGeneration, targetOf } from '../generation';
import { type DrbdModel, optionsOf } from '../model';
import { type OptionRules, refusalOf } from '../values';

/** What the target's parser checks; where it does not know the word, what DRBD 9 does. 8.x stops at such a word. */
const rulesOf = (fact: OptionFact, generation: Generation): OptionRules | undefined =>
  rulesIn(fact, generation) ??
  (generation.startsWith('8') ? undefined : (fact.generations['9'] ?? fact.generations['master']));

/** The one value that can be meant, if there is one. */
function meantBy(value: Word, rules: OptionRules): string | undefined {
  if (rules.type === 'enum' || rules.type === 'symbol') return nearest(value.text, rules.values ?? []);
  if (rules.type === 'boolean') {
    if (/^(yes|true|on|1)$/i.test(value.text)) return 'yes';
    return /^(no|false|off|0)$/i.test(value.text) ? 'no' : undefined;
  }
  return undefined;
}

/** A bare word is `yes` for drbdadm; where it has to compare two of them another rule says what comes of it. */
function bareSeverity(option: Item, rules: OptionRules, context: RuleContext): Severity | undefined {
  if (/^(boolean|keyword|other)$/.test(rules.type)) return undefined;
  if (rules.plain) return 'error';
  return oldGeneration(context) || option.keyword.text.startsWith('no-') ? undefined : 'warning';
}

export const invalidValue = defineRule<DrbdModel>()({
  id: 'drbd/invalid-value',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'drbdadm refuses a value that is not in the list, not a number, or out of range. Numbers may have one suffix, k, M or G (powers of 1024) or s (sectors), without a blank; a plain number is in the unit of the option, which is not always one byte or second: `timeout 60` is six seconds, `resync-rate 10000` is 10000 KiB/s. Booleans are yes or no, in lower case.',
    ja: '一覧にない値、数値でない値、範囲外の値を drbdadm は拒否します。数値には k、M、G（1024 の累乗）または s（セクター）を 1 文字だけ、空白なしで付けられます。接尾辞のない数値はオプション固有の単位で解釈されます（`timeout 60` は 6 秒、`resync-rate 10000` は 10000 KiB/s）。真偽値は小文字の yes / no です。',
  },
  messages: {
    enum: { en: '{value} is no value of {name}: {values}', ja: '{name} の値に {value} は使えません: {values}' },
    boolean: {
      en: '{name} is yes or no, in lower case, not {value}.',
      ja: '{name} の値は小文字の yes または no です: {value}',
    },
    number: {
      en: '{name} wants a number, perhaps with one of the suffixes k, M, G or s, not {value}.',
      ja: '{name} には数値（接尾辞は k、M、G、s）が必要です: {value}',
    },
    small: {
      en: '{value} is too small for {name}: {min} to {max}{unit}.',
      ja: '{name} の値 {value} は小さすぎます（{min}～{max}{unit}）。',
    },
    big: {
      en: '{value} is too big for {name}: {min} to {max}{unit}.',
      ja: '{name} の値 {value} は大きすぎます（{min}～{max}{unit}）。',
    },
    long: {
      en: '{name} may have {max} bytes at most; these are {length}.',
      ja: '{name} は {max} バイトまでです（現在 {length} バイト）。',
    },
    quoted: { en: '{value} stands without quotes here.', ja: 'ここでは {value} を引用符で囲めません。' },
    'no-value': { en: '{name} takes no value.', ja: '{name} には値を指定できません。' },
    missing: {
      en: '{name} has no value; drbdadm reads it as "yes", and the kernel tools refuse that later.',
      ja: '{name} に値がありません。drbdadm は「yes」と解釈し、後で drbdsetup がエラーになります。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { after-sb-0pri discard-all; }\n}\n',
      'resource r0 {\n  net { timeout 6000; }\n}\n',
      'resource r0 {\n  net { allow-two-primaries true; }\n}\n',
      'resource r0 {\n  disk { c-max-rate 100MB; }\n}\n',
    ],
    good: ['resource r0 {\n  net { timeout 60; allow-two-primaries yes; }\n  disk { c-max-rate 100M; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c, drbdtool_common.c',
  check(unit, context) {
    const { facts } = unit.model;
    if (!facts.loaded) return;
    for (const { option, value } of optionsOf(unit.model)) {
      const place = option.keyword.text === 'protocol' ? 'net' : option.place;
      const fact = facts.option(place, option.keyword.text);
      const rules = fact && rulesOf(fact, targetOf(context).generation);
      if (!rules || value?.kind === 'template') continue;
      const name = option.keyword.text;
      if (!value) {
        const severity = bareSeverity(option, rules, context);
        if (severity) context.report('missing', option.keyword.span, { args: { name }, severity });
        continue;
      }
      const refused = refusalOf(value, rules);
      if (!refused) continue;
      const meant = meantBy(value, rules);
      const title = { en: `Replace by ${meant}`, ja: `${meant} に置き換える` };
      const fixes = () => [
        { title, edits: [{ span: value.span, newText: meant ?? '' }], safe: rules.type === 'boolean' },
      ];
      const args = { name, ...refused.args };
      context.report(refused.reason, value.span, { args, ...(meant && { fixes }) });
    }
  },
});
