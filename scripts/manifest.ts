// Writes what the manifest repeats from elsewhere: the settings block and the texts in both languages.
// node --import tsx scripts/manifest.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import type { Text } from '../server/src/base/text';
import { codesOf } from '../server/src/core/features/rule-page';
import { createLanguages } from '../server/src/languages/index';
import { type Setting, settingGroups, settings, settingsSection } from '../server/src/settings';

const commands: Readonly<Record<string, Text>> = {
  selectLanguage: { en: 'Select Language of This File', ja: 'このファイルの言語を選択' },
  newCluster: { en: 'New Cluster…', ja: '新しいクラスタ…' },
  setTarget: { en: 'Choose Target Versions…', ja: '対象バージョンを選択…' },
  setScope: { en: 'Choose Whole Cluster or Fragment…', ja: 'クラスタ全体か一部かを選択…' },
  importAgents: { en: 'Import Resource Agent Metadata…', ja: 'リソースエージェントのメタデータをインポート…' },
  useBundledAgents: {
    en: 'Use Bundled Resource Agent Metadata',
    ja: '付属のリソースエージェントのメタデータを使用',
  },
  openSample: { en: 'Open a Sample Cluster', ja: 'サンプルのクラスタを開く' },
  reportIssue: { en: 'Report an Issue…', ja: '問題を報告…' },
  restartServer: { en: 'Restart Language Server', ja: '言語サーバーを再起動' },
  showLog: { en: 'Show Log', ja: 'ログを表示' },
  showSyntaxTree: { en: 'Show Syntax Tree', ja: '構文木を表示' },
  showSlot: { en: 'Show Slot at Cursor', ja: 'カーソル位置のスロットを表示' },
};

/** When a command can be used. A window without a machine behind it can run no programs. */
function enablement(id: string): string | undefined {
  switch (id) {
    case 'selectLanguage':
    case 'newCluster':
    case 'openSample':
    case 'reportIssue':
      return undefined;
    case 'importAgents':
      return 'isWorkspaceTrusted && !isWeb || isWorkspaceTrusted && remoteName';
    case 'useBundledAgents':
      return '!isWeb || remoteName';
    case 'setScope':
      return 'editorLangId == crm';
    default:
      return 'editorLangId == crm || editorLangId == drbd';
  }
}

/** A step of the walkthrough. Links in its text run commands of ours or of VS Code. */
interface Step {
  readonly id: string;
  readonly title: Text;
  readonly text: Text;
  /** A drawing that is in the package, or the start of the names of its pictures in a light and a dark theme. */
  readonly image: string;
  readonly alt: Text;
  readonly when?: string;
  readonly done: readonly string[];
}

const steps: readonly Step[] = [
  {
    id: 'sample',
    title: { en: 'Open a cluster to try things on', ja: '試すためのクラスタを開く' },
    text: {
      en: 'Two nodes with fencing, DRBD, a file system, Apache and an address. Nothing of it is saved.\n[Open a Sample Cluster](command:linuxHa.openSample)\nPoint at any word to see what it means, its default and its range.',
      ja: 'フェンシング、DRBD、ファイルシステム、Apache、仮想 IP からなる 2 ノードの構成です。保存はされません。\n[サンプルのクラスタを開く](command:linuxHa.openSample)\n単語にマウスを合わせると、意味・既定値・範囲が表示されます。',
    },
    image: 'docs/images/hover',
    alt: {
      en: 'Pointing at a group shows its members, the constraints that name it, and its meta attributes.',
      ja: 'グループにマウスを合わせると、メンバー、関連する制約、メタ属性が表示される。',
    },
    done: ['onCommand:linuxHa.openSample'],
  },
  {
    id: 'complete',
    title: { en: 'Complete a resource', ja: 'リソースを補完する' },
    text: {
      en: 'On a new line type `primitive p_vip IPaddr2 params ` and press Ctrl+Space: the agent’s parameters come with what they mean, those that it cannot do without first. Types, names, values, scores and roles are offered likewise.',
      ja: '新しい行に `primitive p_vip IPaddr2 params ` と入力して Ctrl+Space を押すと、エージェントのパラメータが説明付きで、必須のものから順に表示されます。種類、名前、値、スコア、ロールも同様です。',
    },
    image: 'docs/images/completion',
    alt: {
      en: 'The list of parameters of IPaddr2, with the description of the chosen one beside it.',
      ja: 'IPaddr2 のパラメータの一覧と、選択中のパラメータの説明。',
    },
    done: ['onLanguage:crm', 'onLanguage:drbd'],
  },
  {
    id: 'fix',
    title: { en: 'Fix a warning', ja: '警告を修正する' },
    text: {
      en: 'What crm or drbdadm will refuse is underlined while you type, and so is what they take but lose. The sample has one such word: put the cursor on it and press Ctrl+. for the right one.\n[Show Problems](command:workbench.actions.view.problems)',
      ja: 'crm や drbdadm が拒否する箇所、受け付けても失われる箇所には、入力中に下線が付きます。サンプルにも 1 つあります。カーソルを置いて Ctrl+. を押すと修正候補が出ます。\n[問題を表示](command:workbench.actions.view.problems)',
    },
    image: 'docs/images/crm',
    alt: {
      en: 'An underlined word with the message that explains what is wrong with it.',
      ja: '下線の付いた単語と、その理由を説明するメッセージ。',
    },
    done: ['onCommand:workbench.actions.view.problems'],
  },
  {
    id: 'targets',
    title: { en: 'Say which versions you run', ja: '対象バージョンを指定する' },
    text: {
      en: 'Names come and go between versions. Say which Pacemaker, crmsh and DRBD the files are for, and what is older or newer is marked. A file `.linux-ha.json` says it for everybody who works on the files.\n[Choose Versions](command:workbench.action.openSettings?%5B%22linuxHa.target%22%5D)',
      ja: '名前はバージョンによって変わります。Pacemaker、crmsh、DRBD のバージョンを指定すると、それより古い、または新しい書き方が指摘されます。`.linux-ha.json` に書けば、ファイルを扱う全員に適用されます。\n[バージョンを指定](command:workbench.action.openSettings?%5B%22linuxHa.target%22%5D)',
    },
    image: 'walkthrough/versions',
    alt: {
      en: 'The settings for the versions of Pacemaker, crmsh and DRBD.',
      ja: 'Pacemaker、crmsh、DRBD のバージョンの設定。',
    },
    done: [
      'onSettingChanged:linuxHa.target.pacemaker',
      'onSettingChanged:linuxHa.target.crmsh',
      'onSettingChanged:linuxHa.target.drbd',
    ],
  },
  {
    id: 'import',
    title: { en: 'Bring in the agents of your cluster', ja: 'クラスタのエージェントを取り込む' },
    text: {
      en: 'The common agents are known. Your own, or other versions of them, can be taken from this machine, a folder, or a node over ssh.\n[Import Resource Agent Metadata](command:linuxHa.importAgents)',
      ja: '一般的なエージェントの情報は付属しています。独自のものや別バージョンは、このマシン、フォルダー、または ssh 経由でノードから取り込めます。\n[メタデータをインポート](command:linuxHa.importAgents)',
    },
    image: 'walkthrough/import',
    alt: { en: 'The sources that agents can be imported from.', ja: 'エージェントの取り込み元の一覧。' },
    when: '!isWeb || remoteName',
    done: ['onCommand:linuxHa.importAgents'],
  },
  {
    id: 'command-line',
    title: { en: 'Check all files at once', ja: 'すべてのファイルを検査する' },
    text: {
      en: 'The same engine runs as a task over a whole folder, and as `linux-ha check` on a terminal, in a build or before a commit.\n[Run the Check](command:workbench.action.tasks.runTask?%5B%22linux-ha%3A%20check%22%5D)',
      ja: '同じエンジンを、フォルダー全体に対するタスクとして、また端末・ビルド・コミット前に `linux-ha check` として実行できます。\n[検査を実行](command:workbench.action.tasks.runTask?%5B%22linux-ha%3A%20check%22%5D)',
    },
    image: 'walkthrough/terminal.svg',
    alt: {
      en: 'The command line names a misspelt parameter and the right one.',
      ja: 'コマンドラインが誤ったパラメータと正しい候補を示す。',
    },
    when: '(!isWeb || remoteName) && !virtualWorkspace',
    done: ['onCommand:workbench.action.tasks.runTask'],
  },
  {
    id: 'new',
    title: { en: 'Start a cluster of your own', ja: '自分のクラスタを始める' },
    text: {
      en: 'A few questions, and a complete crm file with the DRBD files that belong to it: nodes, fencing, data, service, address.\n[New Cluster](command:linuxHa.newCluster)',
      ja: 'いくつかの質問に答えると、ノード、フェンシング、データ、サービス、アドレスを含む crm ファイルと、対応する DRBD のファイルができます。\n[新しいクラスタ](command:linuxHa.newCluster)',
    },
    image: 'walkthrough/new-cluster',
    alt: { en: 'The first question: the names of the nodes.', ja: '最初の質問「ノード名」。' },
    done: ['onCommand:linuxHa.newCluster'],
  },
];

const texts: Readonly<Record<string, Text>> = {
  description: {
    en: 'Language support for Pacemaker crm (crmsh) and DRBD configuration: completion, hover, warnings while typing, navigation and snippets.',
    ja: 'Pacemaker crm（crmsh）と DRBD の設定ファイルの言語サポート: 補完、ホバー、入力中の警告、移動、スニペット。',
  },
  'capabilities.untrusted': {
    en: 'Programs are only run in a trusted workspace: the check as a task, and the import of resource agents.',
    ja: 'プログラムの実行（タスクによる検査、リソースエージェントのインポート）は、信頼済みのワークスペースでのみ行います。',
  },
  'capabilities.virtual': {
    en: 'The check as a task needs files on a disk. Everything else works.',
    ja: 'タスクによる検査にはディスク上のファイルが必要です。ほかの機能はすべて使えます。',
  },
  'task.task': {
    en: 'What to do: `check` looks at all crm and DRBD files.',
    ja: '実行する処理。`check` は crm / DRBD の全ファイルを検査する。',
  },
  'task.paths': {
    en: 'Files, folders or patterns; the whole folder if not given.',
    ja: 'ファイル、フォルダーまたはパターン。省略時はフォルダー全体。',
  },
  'modifier.unresolved': {
    en: 'A name that nothing declares.',
    ja: 'どこにも定義されていない名前。',
  },
  'walkthrough.title': { en: 'Get started with Linux-HA', ja: 'Linux-HA を始める' },
  'walkthrough.description': {
    en: 'Pacemaker crm and DRBD configurations, from the first resource to a check of all files.',
    ja: 'Pacemaker crm と DRBD の設定。最初のリソースから全ファイルの検査まで。',
  },
  'welcome.empty': {
    en: 'You can also start a high-availability cluster from a few questions.\n[New Cluster](command:linuxHa.newCluster)',
    ja: 'いくつかの質問に答えて、高可用クラスタの設定を始めることもできます。\n[新しいクラスタ](command:linuxHa.newCluster)',
  },
  ...Object.fromEntries(
    steps.flatMap(({ id, title, text, alt }) => [
      [`walkthrough.${id}.title`, title],
      [`walkthrough.${id}.text`, text],
      [`walkthrough.${id}.alt`, alt],
    ]),
  ),
  ...Object.fromEntries(Object.entries(commands).map(([id, text]) => [`command.${id}`, text])),
  ...Object.fromEntries(settingGroups.map(({ id, title }) => [`settings.${id}`, title])),
  ...Object.fromEntries(settings.flatMap(settingTexts)),
};

function settingTexts({ key, text, values, pattern }: Setting): [string, Text][] {
  return [
    [`setting.${key}`, text],
    ...(pattern ? [[`setting.${key}.mistake`, pattern.mistake] satisfies [string, Text]] : []),
    ...(values ?? []).map(({ value, text: meaning }): [string, Text] => [`setting.${key}.${value}`, meaning]),
  ];
}

function property(setting: Setting, order: number): Record<string, unknown> {
  const { key, type, values, scope, additionalProperties, namesAreCodes, pattern } = setting;
  return {
    type,
    default: setting.default,
    scope,
    order,
    ...(values && {
      enum: values.map(({ value }) => value),
      markdownEnumDescriptions: values.map(({ value }) => `%setting.${key}.${value}%`),
    }),
    ...(pattern && { pattern: pattern.source, patternErrorMessage: `%setting.${key}.mistake%` }),
    ...(namesAreCodes && { propertyNames: { enum: codes } }),
    ...(additionalProperties !== undefined && { additionalProperties }),
    markdownDescription: `%setting.${key}%`,
  };
}

/** The codes that findings can have. */
const codes = createLanguages()
  .modules.filter(({ namesOnly }) => !namesOnly)
  .flatMap(codesOf)
  .sort();

/** The settings in their groups, as VS Code lists them. */
const configuration = () =>
  settingGroups.map(({ id, keys }, order) => ({
    id: `${settingsSection}.${id}`,
    title: `%settings.${id}%`,
    order,
    properties: Object.fromEntries(
      settings
        .filter(({ key }) => keys.some((start) => key === start || (start.endsWith('.') && key.startsWith(start))))
        .map((setting, place) => [`${settingsSection}.${setting.key}`, property(setting, place)]),
    ),
  }));

function mediaOf(image: string): Record<string, unknown> {
  if (image.endsWith('.svg')) return { svg: image };
  const [light, dark] = [`${image}-light.png`, `${image}-dark.png`];
  return { image: { light, dark, hc: dark, hcLight: light } };
}

const nls = (locale: keyof Text): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[locale]])), undefined, 2)}\n`;

function manifest(): string {
  const current = JSON.parse(readFileSync('package.json', 'utf8'));
  current.description = '%description%';
  current.capabilities = {
    untrustedWorkspaces: { supported: 'limited', description: '%capabilities.untrusted%' },
    virtualWorkspaces: { supported: 'limited', description: '%capabilities.virtual%' },
  };
  current.contributes = {
    ...current.contributes,
    commands: Object.keys(commands).map((id) => ({
      command: `${settingsSection}.${id}`,
      title: `%command.${id}%`,
      category: 'Linux-HA',
      ...(enablement(id) && { enablement: enablement(id) }),
    })),
    menus: { 'file/newFile': [{ command: `${settingsSection}.newCluster`, group: 'file' }] },
    viewsWelcome: [{ view: 'explorer', contents: '%welcome.empty%', when: 'workbenchState == empty' }],
    walkthroughs: [
      {
        id: 'start',
        title: '%walkthrough.title%',
        description: '%walkthrough.description%',
        steps: steps.map(({ id, image, when, done }) => ({
          id,
          title: `%walkthrough.${id}.title%`,
          description: `%walkthrough.${id}.text%`,
          media: {
            ...mediaOf(image),
            altText: `%walkthrough.${id}.alt%`,
          },
          completionEvents: done,
          ...(when !== undefined && { when }),
        })),
      },
    ],
    taskDefinitions: current.contributes.taskDefinitions.map((task: object) => ({
      ...task,
      when: 'processExecutionSupported && !virtualWorkspace',
    })),
    semanticTokenModifiers: [{ id: 'unresolved', description: '%modifier.unresolved%' }],
    configuration: configuration(),
  };
  return `${JSON.stringify(current, undefined, 2)}\n`;
}

const files: Readonly<Record<string, string>> = {
  'package.json': manifest(),
  'package.nls.json': nls('en'),
  'package.nls.ja.json': nls('ja'),
};

for (const [file, content] of Object.entries(files)) {
  if (!process.argv.includes('--check')) writeFileSync(file, content);
  else if (readFileSync(file, 'utf8') !== content) {
    console.error(`${file} is out of date: run node --import tsx scripts/manifest.ts`);
    process.exitCode = 1;
  }
}
