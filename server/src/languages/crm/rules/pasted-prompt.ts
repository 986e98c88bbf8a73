import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { saidReader } from '../reader';

export const pastedPrompt = defineRule<CrmModel>()({
  id: 'crm/pasted-prompt',
  severity: 'information',
  since: '0.1.0',
  docs: {
    en: 'The file shows what was typed at a prompt: crm(live)configure# or crm configure stand in front of the statements. That is fine to read, but neither configure load nor crm -f takes such lines. It is said once a file, as an error where the file is said to be for load. The repair takes the prompts away.',
    ja: 'プロンプトでの操作記録であり、文の前に crm(live)configure# や crm configure が付いている。読み物としては問題ないが、configure load も crm -f もこのような行を受け付けない。指摘は 1 ファイルに 1 回で、load 用とされたファイルではエラーとする。修正ではプロンプトをまとめて取り除く。',
  },
  messages: {
    prompt: {
      en: '“{prompt}” is what one types in front of a statement: crm refuses a file that says it.',
      ja: '「{prompt}」は文の一部ではない。crm はこれを含むファイルを拒否する。',
    },
  },
  examples: {
    bad: [
      'crm(live)configure# primitive a ocf:heartbeat:Dummy\n',
      'crm configure primitive a ocf:heartbeat:Dummy\n',
      '# crm configure primitive a ocf:heartbeat:Dummy\n# linux-ha: crm reader load\ncrm configure group g a\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\n',
      '#!/bin/sh\ncrm configure primitive a ocf:heartbeat:Dummy\n',
      'configure primitive a ocf:heartbeat:Dummy\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown command',
  check(unit, context) {
    const prompt = unit.model.entries.find(({ namespace }) => namespace === 'crm.prompt');
    if (!prompt || context.lookup('crm.prompt', '*')[0]?.unit !== unit) return;
    context.report('prompt', prompt.span, {
      args: { prompt: prompt.value ?? '' },
      ...(saidReader(context) === 'load' && { severity: 'error' }),
      fixes: () => [
        {
          title: { en: 'Take the prompts away', ja: 'プロンプトを取り除く' },
          safe: false,
          edits: context
            .lookup('crm.prompt', '*')
            .filter(({ uri }) => uri === undefined)
            .map(({ unit: other, entry }) => ({ unit: other, span: entry.span, newText: '' })),
        },
      ],
    });
  },
});
