// Writes what the manifest repeats from elsewhere: the settings block and the texts in both languages.
// node --import tsx scripts/manifest.ts [--check]
import { readFileSync, writeFileSync } from 'node:fs';
import type { Text } from '../server/src/base/text';
import { type Setting, settings, settingsSection } from '../server/src/settings';

const commands: Readonly<Record<string, Text>> = {
  selectLanguage: { en: 'Select Language of This File', ja: 'このファイルの言語を選択' },
  newCluster: { en: 'New Cluster…', ja: '新しいクラスタ…' },
  importAgents: { en: 'Import Resource Agent Metadata…', ja: 'リソースエージェントのメタデータをインポート…' },
  useBundledAgents: {
    en: 'Use Bundled Resource Agent Metadata',
    ja: '付属のリソースエージェントのメタデータを使用',
  },
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
      return undefined;
    case 'importAgents':
      return 'isWorkspaceTrusted && !isWeb || isWorkspaceTrusted && remoteName';
    case 'useBundledAgents':
      return '!isWeb || remoteName';
    default:
      return 'editorLangId == crm || editorLangId == drbd';
  }
}

const texts: Readonly<Record<string, Text>> = {
  description: {
    en: 'Language support for Pacemaker crm (crmsh) and DRBD configuration: completion, hover, warnings while typing, navigation and snippets.',
    ja: 'Pacemaker crm（crmsh）と DRBD の設定ファイルの言語サポート: 補完、ホバー、入力中の警告、移動、スニペット。',
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
  ...Object.fromEntries(Object.entries(commands).map(([id, text]) => [`command.${id}`, text])),
  ...Object.fromEntries(settings.flatMap(settingTexts)),
};

function settingTexts({ key, text, values }: Setting): [string, Text][] {
  const own: [string, Text] = [`setting.${key}`, text];
  return [
    own,
    ...(values ?? []).map(({ value, text: meaning }): [string, Text] => [`setting.${key}.${value}`, meaning]),
  ];
}

function property(setting: Setting): Record<string, unknown> {
  const { key, type, values, scope, additionalProperties } = setting;
  return {
    type,
    default: setting.default,
    scope,
    ...(values && {
      enum: values.map(({ value }) => value),
      enumDescriptions: values.map(({ value }) => `%setting.${key}.${value}%`),
    }),
    ...(additionalProperties !== undefined && { additionalProperties }),
    markdownDescription: `%setting.${key}%`,
  };
}

const nls = (locale: keyof Text): string =>
  `${JSON.stringify(Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text[locale]])), undefined, 2)}\n`;

function manifest(): string {
  const current = JSON.parse(readFileSync('package.json', 'utf8'));
  current.description = '%description%';
  current.contributes = {
    ...current.contributes,
    commands: Object.keys(commands).map((id) => ({
      command: `${settingsSection}.${id}`,
      title: `%command.${id}%`,
      category: 'Linux-HA',
      ...(enablement(id) && { enablement: enablement(id) }),
    })),
    semanticTokenModifiers: [{ id: 'unresolved', description: '%modifier.unresolved%' }],
    configuration: {
      title: 'Linux-HA',
      properties: Object.fromEntries(
        settings.map((setting) => [`${settingsSection}.${setting.key}`, property(setting)]),
      ),
    },
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
