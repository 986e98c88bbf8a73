import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Severity } from '../../../core/workspace/unit';
import { type Item, walk } from '../ast';
import { oldGeneration, targetOf } from '../generation';
import type { DrbdModel } from '../model';

export const oldWords = defineRule<DrbdModel>()({
  id: 'drbd/old-words',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'drbdadm still takes these words, but they are of another time: stacking has given way to a third node, protocol belongs into net, no-… flags to “… no”, flexible-meta-disk to meta-disk. become-primary-on is not read by DRBD 9; skip leaves a section out for good; words that begin with an underscore are for internal use.',
    ja: 'drbdadm はまだ受け付けるが、古い書き方である。スタックは 3 台目のノードに、protocol は net の中に、no-… は「… no」に、flexible-meta-disk は meta-disk に置き換えられた。become-primary-on は DRBD 9 では使われず、skip のセクションは読まれないまま残る。下線で始まる語は内部用である。',
  },
  messages: {
    stacked: {
      en: 'DRBD 9 has a third “on” with a mesh instead of stacking.',
      ja: 'DRBD 9 ではスタックの代わりに 3 つ目の on と connection-mesh を使う。',
    },
    protocol: { en: 'Put protocol into net { }.', ja: 'protocol は net { } の中に書くこと。' },
    flag: { en: 'Write “{right}”.', ja: '「{right}」と書くこと。' },
    primary: {
      en: 'DRBD 9 does not read become-primary-on: auto-promote or Pacemaker decide.',
      ja: 'DRBD 9 では become-primary-on は使われない（auto-promote または Pacemaker が決める）。',
    },
    flexible: {
      en: 'Write meta-disk: without an index it is flexible.',
      ja: 'meta-disk と書くこと（番号がなければ flexible である）。',
    },
    named: {
      en: 'Names of connections are not used: delete “{right}”.',
      ja: 'connection の名前は使われない。「{right}」を削除すること。',
    },
    skip: { en: 'This section is left out.', ja: 'このセクションは読まれない。' },
    internal: { en: '{word} is for internal use.', ja: '{word} は内部用である。' },
    usage: {
      en: 'usage-count ask asks at the first start: write yes or no.',
      ja: 'usage-count ask は最初の起動時に確認する。yes か no を書くこと。',
    },
    global: { en: '{word} does nothing in DRBD 9.', ja: '{word} は DRBD 9 では効かない。' },
  },
  examples: {
    bad: [
      'resource r0 {\n  protocol C;\n}\n',
      'resource r0 {\n  disk { no-disk-flushes; }\n}\n',
      'resource r0 {\n  startup { become-primary-on both; }\n}\n',
      'resource r0 {\n  device minor 0;\n  disk /dev/x;\n  flexible-meta-disk /dev/y;\n}\n',
      'global { usage-count ask; }\n',
    ],
    good: [
      'resource r0 {\n  net { protocol C; }\n  disk { disk-flushes no; }\n}\n',
      '# linux-ha: drbd 8.4\nresource r0 {\n  protocol C;\n}\n',
    ],
  },
  source: 'drbd-utils 9.22, user/v9/drbdadm_parser.c; https://linbit.com/man/v9/drbd-conf-5/',
  check({ model: { items } }, context) {
    const target = targetOf(context);
    // Words that only 8.x has make a file one of 8.x: there they are right. A target settles it.
    const isNine =
      !oldGeneration(context) || (target.set && target.generation !== '8.3' && target.generation !== '8.4');
    for (const item of walk(items)) {
      if (item.kind === 'skip' || item.keyword.text === 'skip')
        context.report('skip', item.keyword.span, { tags: ['unnecessary'] });
      if (/^_[a-z]/.test(item.keyword.text))
        context.report('internal', item.keyword.span, { args: { word: item.keyword.text }, severity: 'warning' });
      if (isNine) judge(item, context);
    }
  },
});

function judge(item: Item, context: RuleContext): void {
  const { keyword, args, place } = item;
  const word = keyword.text;
  const say = (message: string, right?: string, severity: Severity = 'hint'): void =>
    context.report(message, keyword.span, {
      args: { word, right: right ?? '' },
      severity,
      tags: ['deprecated'],
      ...(right !== undefined && {
        fixes: () => [
          {
            title: { en: `Write ${right}`, ja: `${right} と書く` },
            safe: true,
            edits: [{ span: keyword.span, newText: right }],
          },
        ],
      }),
    });
  if (item.kind === 'stacked') say('stacked');
  else if (word === 'protocol' && (place === 'resource' || place === 'common')) say('protocol');
  else if (/^no-(?:disk-(?:barrier|flushes|drain)|md-flushes|tcp-cork)$/.test(word) && args.length === 0)
    say('flag', `${word.slice(3)} no`);
  else if (word === 'become-primary-on') say('primary');
  else if (word === 'flexible-meta-disk') say('flexible', 'meta-disk');
  else if (item.kind === 'connection' && args[0]) {
    const [name] = args;
    context.report('named', name.span, { args: { right: name.text }, severity: 'information', tags: ['unnecessary'] });
  } else if (word === 'usage-count' && args[0]?.text === 'ask') say('usage');
  else if (word === 'minor-count' || word === 'disable-ip-verification') say('global');
}
