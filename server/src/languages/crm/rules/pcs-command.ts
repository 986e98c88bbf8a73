import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { crmOfPcs } from '../pcs';

export const pcsCommand = defineRule<CrmModel>()({
  id: 'crm/pcs-command',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'pcs is another program for the same clusters, with words of its own; crm takes such a line for a statement that it does not know, and refuses the file. Where a pcs line has one counterpart in crm (resource create, group, clone, defaults, property set, constraints), the repair writes it. pcs adds the operations that the agent advises; crm does not.',
    ja: 'pcs は同じクラスタを扱う別のプログラムで、構文が異なる。crm は pcs の行を未知の文とみなし、ファイルを拒否する。resource create、group、clone、defaults、property set、制約など、対応する crm の文が 1 つに決まる場合は修正で書き換えられる。pcs はエージェント推奨のオペレーションを自動で加えるが、crm は加えない。',
  },
  messages: {
    pcs: {
      en: 'pcs lines are not for crm: write the crm statement.',
      ja: 'pcs の行は crm では読めない。crm の文で書くこと。',
    },
  },
  examples: {
    bad: ['pcs resource create vip ocf:heartbeat:IPaddr2 ip=192.0.2.1\n', 'pcs cluster status\n'],
    good: ['primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1\n', '#!/bin/sh\npcs cluster start --all\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown command',
  check({ text, model: { parsed, statement } }, context) {
    const [first] = parsed.words;
    const last = parsed.words.at(-1);
    if (statement || parsed.shape !== 'statement' || first?.value !== 'pcs' || !last) return;
    const newText = crmOfPcs(parsed.words.map(({ value }) => value));
    const indent = text.slice(0, first.start);
    context.report('pcs', first, {
      fixes: () =>
        newText === undefined
          ? []
          : [
              {
                title: { en: 'Write it as crm', ja: 'crm の文に書き換える' },
                safe: false,
                edits: [
                  {
                    span: { start: first.start, end: last.end },
                    newText: newText.replaceAll('\n', `\n${/^\s*$/.test(indent) ? indent : ''}`),
                  },
                ],
              },
            ],
    });
  },
});
