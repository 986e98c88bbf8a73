import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const orderScore = defineRule<CrmModel>()({
  id: 'crm/order-score',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'An order has a kind, and no score. crm makes Optional of 0 and Mandatory of every other number, of a small and of a negative one too, without a message. Write the kind that is meant: Mandatory, Optional or Serialize.',
    ja: 'order にあるのは種類で、スコアではない。crm は 0 を Optional に、ほかの数値は小さくても負でもすべて Mandatory にし、何も言わない。Mandatory、Optional、Serialize のうち意図したものを書くこと。',
  },
  messages: {
    score: {
      en: 'crm makes Mandatory of “{score}”: an order has no score. Write Mandatory: or Optional:.',
      ja: 'order にスコアはなく、crm は「{score}」を Mandatory にする。Mandatory: か Optional: を書くこと。',
    },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\norder o 5: a b\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\norder o -inf: a b\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\norder o inf: a b\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\norder o 0: a b\n',
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\norder o Optional: a b\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py, score_to_kind',
  check({ model: { statement } }, context) {
    const score = statement?.kind === 'order' ? statement.score : undefined;
    if (!score || !/^(?:-inf(?:inity)?|[+-]?\d+)$/i.test(score.text) || score.text === '0') return;
    // Since Pacemaker 1.0 a positive number has meant the same; only a negative one surely meant something else.
    const severity = score.text.startsWith('-') ? 'warning' : 'information';
    context.report('score', score.span, { args: { score: score.text }, severity });
  },
});
