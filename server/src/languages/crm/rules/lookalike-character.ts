import { defineRule } from '../../../core/lint/rule';
import { lookalikesIn } from '../characters';
import type { CrmModel } from '../model';

export const lookalikeCharacter = defineRule<CrmModel>()({
  id: 'crm/lookalike-character',
  severity: 'warning',
  since: '0.1.0',
  beyondAscii: true,
  docs: {
    en: 'Full-width letters, digits and signs, as Japanese input methods write them, and the dashes of word processors look like plain ones and are others. crm stores their numbers (&#65309;) as a part of the name or value: the name is unknown then, or the agent gets a value that nobody wrote. Write the plain character. Text in quotes that is Japanese besides, and descriptions, are left in peace.',
    ja: '日本語入力による全角の英数字・記号や、ワープロのダッシュは、半角文字に似ているが別の文字である。crm はこれを文字番号（&#65309; など）として名前や値に取り込むため、名前は未知となり、エージェントには意図しない値が渡る。半角で書くこと。ほかの日本語を含む文字列と description は対象外とする。',
  },
  messages: {
    wide: {
      en: '“{written}” is full-width: crm takes it for other characters than {meant}.',
      ja: '「{written}」は全角文字である。crm は {meant} とは別の文字として扱う。',
    },
    dash: {
      en: '“{written}” is a dash, not a hyphen: write {meant}.',
      ja: '「{written}」はハイフンではなくダッシュである。{meant} と書く。',
    },
  },
  examples: {
    bad: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip＝192.0.2.1',
      'primitive vip ocf:heartbeat:IPaddr2 params ip=１９２.0.2.1',
      'property no–quorum–policy=stop',
    ],
    good: [
      'primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1',
      'primitive m ocf:heartbeat:MailTo params email=a@example.org subject="予備（待機）"',
      'group g a description="A – B"',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, parse',
  check({ text, model: { parsed } }, context) {
    for (const { start, end, quoted } of parsed.words)
      for (const { start: from, end: to, written, meant } of lookalikesIn(text.slice(start, end))) {
        const span = { start: start + from, end: start + to };
        context.report(/^-+$/.test(meant) ? 'dash' : 'wide', span, {
          args: { written, meant },
          fixes: () => [
            {
              title: { en: `Write ${meant}`, ja: `${meant} にする` },
              safe: !quoted,
              edits: [{ span, newText: meant }],
            },
          ],
        });
      }
  },
});
