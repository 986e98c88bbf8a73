import type { Text } from './base/text';

/** One setting: its description, in the manifest's terms, and its default. The manifest block is made from these. */
export interface Setting {
  readonly key: string;
  readonly type: 'string' | 'boolean' | 'object';
  readonly default: unknown;
  readonly values?: readonly { readonly value: string; readonly text: Text }[];
  /** JSON Schema of an object's values. */
  readonly additionalProperties?: unknown;
  /** The names in an object are codes of findings. */
  readonly namesAreCodes?: true;
  /** What a text has to look like, and what is said of one that does not. */
  readonly pattern?: { readonly source: string; readonly mistake: Text };
  readonly scope: 'window' | 'resource' | 'machine-overridable';
  readonly text: Text;
}

/** The settings' common prefix. */
export const settingsSection = 'linuxHa';

/** How the settings stand together, in the order that people see: by their keys, or what these begin with. */
export const settingGroups: readonly { readonly id: string; readonly title: Text; readonly keys: readonly string[] }[] =
  [
    {
      id: 'files',
      title: { en: 'Versions and Files', ja: 'バージョンとファイル' },
      keys: ['target.', 'crm.', 'workspaceFiles'],
    },
    { id: 'findings', title: { en: 'Findings and Texts', ja: '指摘と説明' }, keys: ['rules', 'language'] },
    { id: 'formatting', title: { en: 'Formatting', ja: '整形' }, keys: ['format.'] },
    {
      id: 'hints',
      title: { en: 'Hints in the Editor', ja: 'エディター内のヒント' },
      keys: ['inlayHints.', 'codeLens.'],
    },
  ];

/** A version as upstream writes them, or `auto`. */
export const versionPattern = '^(?:auto|\\d+(?:\\.\\d+){0,3}(?:[-~]?[A-Za-z]+\\d*)?)$';

const target = (upstream: string, name: string, example: string, auto: Text): Setting => ({
  key: `target.${upstream}`,
  type: 'string',
  default: 'auto',
  pattern: {
    source: versionPattern,
    mistake: {
      en: `A version such as ${example}, or auto.`,
      ja: `${example} のようなバージョン、または auto を指定してください。`,
    },
  },
  scope: 'resource',
  text: {
    en: `The version of ${name} that the files are for, such as \`${example}\`. ${auto.en}`,
    ja: `設定ファイルの対象とする ${name} のバージョン（例: \`${example}\`）。${auto.ja}`,
  },
});

const anyVersion: Text = {
  en: 'With `auto`, words of all versions are taken.',
  ja: '`auto` ではすべてのバージョンの書き方を受け付ける。',
};
const ownWords: Text = {
  en: 'With `auto` it is taken from what the files say. A comment `# linux-ha: drbd 8.4` says it for one file.',
  ja: '`auto` ではファイルの内容から判断する。ファイルごとにはコメント `# linux-ha: drbd 8.4` で指定する。',
};

/** Whether something is shown. */
const shown = (key: string, usual: boolean, text: Text): Setting => ({
  key,
  type: 'boolean',
  default: usual,
  scope: 'resource',
  text,
});

/** Every setting, described once. */
export const settings: readonly Setting[] = [
  target('pacemaker', 'Pacemaker', '2.1.5', anyVersion),
  target('crmsh', 'crmsh', '4.4', anyVersion),
  target('drbd', 'DRBD', '9', ownWords),
  {
    key: 'crm.reader',
    type: 'string',
    default: 'auto',
    values: [
      {
        value: 'auto',
        text: {
          en: 'What stands in the file tells: commands are for the interpreter.',
          ja: 'ファイルの内容から判断する。コマンドがあればインタープリター用とみなす。',
        },
      },
      {
        value: 'load',
        text: {
          en: '`crm configure load`: statements only, in any order, all or none.',
          ja: '`crm configure load`。文のみ、順不同、すべて適用されるか何も適用されないか。',
        },
      },
      {
        value: 'interpreter',
        text: {
          en: '`crm -f` or `crm configure < file`: line by line, with commands.',
          ja: '`crm -f` や `crm configure < file`。1 行ずつ実行し、コマンドも使える。',
        },
      },
    ],
    scope: 'resource',
    text: {
      en: 'Who reads crm files. A comment `# linux-ha: crm reader load` (or `interpreter`) says it for one file.',
      ja: 'crm ファイルを読む側。ファイルごとにはコメント `# linux-ha: crm reader load`（または `interpreter`）で指定する。',
    },
  },
  {
    key: 'crm.scope',
    type: 'string',
    default: 'auto',
    values: [
      {
        value: 'auto',
        text: {
          en: 'A file that names nodes or sets properties is a whole cluster.',
          ja: 'ノードやプロパティのあるファイルはクラスタ全体とみなす。',
        },
      },
      {
        value: 'whole',
        text: { en: 'A whole cluster: what is missing is said.', ja: 'クラスタ全体。不足しているものも指摘する。' },
      },
      {
        value: 'fragment',
        text: {
          en: 'A part for `crm configure load update`: nothing is missing from it.',
          ja: '`crm configure load update` 用の一部。不足は指摘しない。',
        },
      },
    ],
    scope: 'resource',
    text: {
      en: 'What crm files describe. A comment `# linux-ha: crm scope fragment` (or `whole`) says it for one file.',
      ja: 'crm ファイルが記述する範囲。ファイルごとにはコメント `# linux-ha: crm scope fragment`（または `whole`）で指定する。',
    },
  },
  {
    key: 'rules',
    type: 'object',
    default: {},
    additionalProperties: { type: 'string', enum: ['off', 'hint', 'information', 'warning', 'error'] },
    namesAreCodes: true,
    scope: 'resource',
    text: {
      en: 'How single rules report, by rule id: `"crm/unknown-parameter": "off"`. What is not listed reports as the rule says.',
      ja: 'ルールごとの報告レベル（例: `"crm/unknown-parameter": "off"`）。書かれていないルールは既定のレベルで報告する。',
    },
  },
  {
    key: 'format.crm.statements',
    type: 'string',
    default: 'sections',
    values: [
      {
        value: 'sections',
        text: {
          en: 'As `crm configure show` prints them: one section a line, lines joined by a backslash.',
          ja: '`crm configure show` と同じ形。1 行に 1 セクションで、行末の「\\」で続ける。',
        },
      },
      { value: 'compact', text: { en: 'Each statement on one line.', ja: '1 つの文を 1 行にまとめる。' } },
      { value: 'keep', text: { en: 'With the lines that they have.', ja: '今の改行のまま整える。' } },
    ],
    scope: 'resource',
    text: { en: 'How formatting lays out crm statements.', ja: 'crm の文の整形方法。' },
  },
  {
    key: 'format.drbd.braces',
    type: 'string',
    default: 'same-line',
    values: [
      {
        value: 'same-line',
        text: { en: 'Behind the name of the section.', ja: 'セクション名と同じ行に置く。' },
      },
      {
        value: 'own-line',
        text: {
          en: 'On a line of their own, where the section has several lines.',
          ja: '複数行のセクションでは単独の行に置く。',
        },
      },
      { value: 'keep', text: { en: 'Where they are.', ja: '今の位置のままにする。' } },
    ],
    scope: 'resource',
    text: {
      en: 'Where formatting puts the opening braces of DRBD sections.',
      ja: 'DRBD のセクションの「{」を整形時に置く位置。',
    },
  },
  {
    key: 'format.drbd.values',
    type: 'string',
    default: 'keep',
    values: [
      { value: 'keep', text: { en: 'As far from their names as they are.', ja: '今の間隔のままにする。' } },
      {
        value: 'align',
        text: { en: 'In one column in neighbouring lines.', ja: '連続する行で値の桁を揃える。' },
      },
      { value: 'single', text: { en: 'One blank behind their names.', ja: '名前の後に空白 1 つを置く。' } },
    ],
    scope: 'resource',
    text: { en: 'Where formatting puts the values of DRBD options.', ja: 'DRBD のオプションの値を整形時に置く位置。' },
  },
  shown('inlayHints.timeouts', true, {
    en: 'Show the timeout that an agent advises behind operations without one.',
    ja: 'タイムアウトのないオペレーションの後に、エージェントの推奨値を表示する。',
  }),
  shown('inlayHints.units', true, {
    en: 'Show numbers of DRBD options in the units that people think in: `timeout 60` is 6 seconds.',
    ja: 'DRBD のオプションの数値を分かりやすい単位で表示する（例: `timeout 60` は 6 秒）。',
  }),
  shown('inlayHints.nodeIds', true, {
    en: 'Show the node-ids that drbdadm derives where none are written.',
    ja: '記述のない node-id について、drbdadm が決める値を表示する。',
  }),
  shown('inlayHints.implicitIds', false, {
    en: 'Show ids, volumes and devices that are not written: what crm calls sets and operations, `volume 0`, `/dev/drbd0`.',
    ja: '記述されていない ID・ボリューム・デバイスを表示する（crm が属性セットやオペレーションに付ける ID、`volume 0`、`/dev/drbd0`）。',
  }),
  shown('codeLens.constraints', false, {
    en: 'Show above resources and nodes how many constraints speak of them.',
    ja: 'リソースとノードの上に、関係する制約の数を表示する。',
  }),
  shown('codeLens.usedBy', false, {
    en: 'Show above resources what uses them: groups, clones, templates’ resources, DRBD’s in the cluster.',
    ja: 'リソースの上に、参照元（グループ、クローン、テンプレートを使うリソースなど）を表示する。',
  }),
  {
    key: 'language',
    type: 'string',
    default: 'auto',
    values: [
      { value: 'auto', text: { en: 'The language of the editor.', ja: 'エディターの表示言語に合わせる。' } },
      { value: 'en', text: { en: 'English', ja: '英語' } },
      { value: 'ja', text: { en: 'Japanese', ja: '日本語' } },
    ],
    scope: 'window',
    text: { en: 'The language of hover texts and messages.', ja: 'ホバーの説明とメッセージの言語。' },
  },
  {
    key: 'workspaceFiles',
    type: 'boolean',
    default: true,
    scope: 'window',
    text: {
      en: 'Also read the crm and DRBD files of the workspace that are not open, for names and includes.',
      ja: '開いていない crm / DRBD ファイルも読み、名前の補完や include の検査に使う。',
    },
  },
];

/** The settings as the server uses them; read by `readSettings` from what an editor sends. */
export interface Settings {
  readonly target: Readonly<Record<string, string>>;
  readonly reader?: string;
  readonly scope?: string;
  readonly rules: Readonly<Record<string, string>>;
  /** What formatting is to do, by language and name. */
  readonly format: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Which kinds of hints and lenses are shown. */
  readonly inlayHints: Readonly<Record<string, boolean>>;
  readonly codeLens: Readonly<Record<string, boolean>>;
  readonly language: 'auto' | 'en' | 'ja';
  readonly workspaceFiles: boolean;
}

/** Settings out of whatever an editor sent under `linuxHa`; what is missing or of the wrong type is the default. */
export function readSettings(sent: unknown): Settings {
  const given = record(sent);
  const language = given['language'];
  const crm = Object.fromEntries(strings(given['crm']).filter(([, value]) => value !== 'auto'));
  const { reader, scope } = crm;
  return {
    target: Object.fromEntries(strings(given['target']).filter(([, version]) => version !== 'auto' && version !== '')),
    ...(reader !== undefined && { reader }),
    ...(scope !== undefined && { scope }),
    rules: Object.fromEntries(strings(given['rules'])),
    format: Object.fromEntries(
      Object.entries(record(given['format'])).map(([language, said]) => [language, Object.fromEntries(strings(said))]),
    ),
    inlayHints: switches('inlayHints', given['inlayHints']),
    codeLens: switches('codeLens', given['codeLens']),
    language: language === 'en' || language === 'ja' ? language : 'auto',
    workspaceFiles: given['workspaceFiles'] !== false,
  };
}

/** The switches of a group: as they are given, else as usual. */
function switches(group: string, given: unknown): Record<string, boolean> {
  const said = record(given);
  return Object.fromEntries(
    settings.flatMap(({ key, default: usual }) => {
      if (!key.startsWith(`${group}.`)) return [];
      const name = key.slice(group.length + 1);
      return [[name, typeof said[name] === 'boolean' ? said[name] : usual === true]];
    }),
  );
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const strings = (value: unknown): [string, string][] =>
  Object.entries(record(value)).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
