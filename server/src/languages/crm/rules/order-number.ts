import { compareVersions } from '../../../base/versions';
import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const orderNumber = defineRule<CrmModel>()({
  id: 'crm/order-number',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['order'],
  docs: {
    en: 'An order has no score since Pacemaker 1.1: crm turns the number into a kind, zero into Optional and anything else into Mandatory. Write the kind, so that nobody takes 100 for less than inf.',
    ja: 'Pacemaker 1.1 以降、order にスコアはなく、crm は数値を種類に変換する（0 は Optional、それ以外は Mandatory）。100 が inf より弱いと誤解されないよう、種類で書くこと。',
  },
  messages: {
    kind: { en: '{score}: means {kind}:', ja: '「{score}:」は「{kind}:」を意味する。' },
  },
  examples: {
    bad: ['order o inf: a b\n', 'order o 0: a b\n'],
    good: ['order o Mandatory: a b\n', 'order o Optional: a b\n', 'order o Serialize: a b\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, score_to_kind',
  check({ model: { statement } }, context) {
    const score = statement?.score;
    const target = context.settings.target['pacemaker'];
    if (!score || (target !== undefined && compareVersions(target, '1.1') < 0)) return;
    if (!/^[-+]?(?:\d+|inf(?:inity)?)$/i.test(score.text)) return;
    const kind = /^[-+]?0+$/.test(score.text) ? 'Optional' : 'Mandatory';
    context.report('kind', score.span, {
      args: { score: score.text, kind },
      fixes: () => [
        {
          title: { en: `Write ${kind}`, ja: `${kind} と書く` },
          safe: true,
          edits: [{ span: score.span, newText: kind }],
        },
      ],
    });
  },
});
