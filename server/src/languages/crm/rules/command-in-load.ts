import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { saidReader } from '../reader';

/** Where a file is said to be for `configure load`, commands of the interpreter are errors. */
export const commandInLoad = defineRule<CrmModel>()({
  id: 'crm/command-in-load',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'crm configure load takes configuration statements only: commands such as commit, show or exit, and the words of other levels, make it refuse the whole file. The rule speaks where a comment (# linux-ha: crm reader load) or the setting linuxHa.crm.reader says that a file is for load. Take the command out, or give the file to crm -f.',
    ja: 'crm configure load が受け付けるのは構成の文だけで、commit、show、exit などのコマンドや他のレベルの語があるとファイル全体を拒否する。コメント（# linux-ha: crm reader load）または設定 linuxHa.crm.reader でファイルが load 用とされている場合に報告する。コマンドを除くか、crm -f で読み込ませること。',
  },
  messages: {
    command: {
      en: 'crm configure load does not know “{word}” and refuses the file: it is a command of the interpreter.',
      ja: 'crm configure load は「{word}」を知らず、ファイルを拒否する。これはインタープリターのコマンドである。',
    },
  },
  examples: {
    bad: ['# linux-ha: crm reader load\nprimitive a Dummy\ncommit\n'],
    good: ['primitive a Dummy\ncommit\n', '# linux-ha: crm reader load\nprimitive a Dummy\n'],
  },
  source: 'crmsh 4.4.1, crmsh/parse.py: Unknown command',
  check({ model }, context) {
    const command = model.entries.find(({ namespace }) => namespace === 'crm.reader');
    if (!command || saidReader(context) !== 'load') return;
    context.report('command', command.span, { args: { word: model.parsed.words[0]?.value ?? '' } });
  },
});
