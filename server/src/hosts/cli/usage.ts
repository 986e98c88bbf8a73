import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Locale, type Text, toLocale } from '../../base/text';
import { Problem } from './problem';
import { harmless } from './terminal';

type Options = NonNullable<ParseArgsConfig['options']>;
type Read<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true; strict: true }>
>;

/** Arguments read by Node's own reader; a mistake in them is a `Problem`. */
export function readArguments<O extends Options>(args: readonly string[], options: O): Read<O> {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const said = harmless(error instanceof Error ? (error.message.split('. ', 1)[0] ?? '') : '');
    throw new Problem({ en: `${said}. See linux-ha --help`, ja: `引数の誤り: ${said}（linux-ha --help を参照）` });
  }
}

/** One of the words that an option takes. */
export function oneOf<T extends string>(option: string, given: string | undefined, words: readonly T[]): T | undefined {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  const list = words.join(', ');
  throw new Problem({
    en: `${option}: ${harmless(given)} is none of ${list}`,
    ja: `${option}: ${harmless(given)} は指定できません（${list}）`,
  });
}

/** The language to answer in where nothing says it: that of the environment. */
export function environmentLocale(env: NodeJS.ProcessEnv): Locale {
  const tag = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'];
  return toLocale(tag?.replace('_', '-'));
}

/** Options that all commands take. */
export const commonOptions = {
  locale: { type: 'string' },
  config: { type: 'string' },
  color: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const satisfies Options;

export const helpText: Readonly<Record<'main' | 'check' | 'format' | 'explain' | 'convert', Text>> = {
  main: {
    en: `linux-ha: checks Pacemaker crm and DRBD configuration

  linux-ha check [FILES]              what the real tools would refuse or misread
  linux-ha format [FILES]             lays files out; nothing but blanks changes
  linux-ha explain RULE|WORD          what a rule finds, what a word means
  linux-ha convert --to FORM [FILE]   crm to CIB and back; DRBD 8.4 and 9

  linux-ha COMMAND --help             the options of a command
  linux-ha --version

Exit code: 0 nothing found, 1 findings, 2 wrong arguments or files that cannot be read.
`,
    ja: `linux-ha: Pacemaker crm と DRBD の設定を検査するコマンド

  linux-ha check [ファイル]                    実際のツールが拒否・誤読するものを検査する
  linux-ha format [ファイル]                   空白と改行だけを整える
  linux-ha explain ルール|語                   ルールや語の説明を表示する
  linux-ha convert --to 形式 [ファイル]        crm と CIB、DRBD 8.4 と 9 の相互変換

  linux-ha コマンド --help                     コマンドのオプション
  linux-ha --version

終了コード: 0 指摘なし、1 指摘あり、2 引数の誤りまたは読めないファイル
`,
  },
  check: {
    en: `linux-ha check [options] [FILES]

FILES are files, folders (with all below), patterns (*, ?, […], **), or - for standard input; the working folder if
there are none. What a DRBD file includes is read along.

  --format F             human (default), json, sarif, github, checkstyle
  --severity S           the least severe that is shown and counts: error, warning (default), information, hint
  --fix                  makes all safe repairs; with - the repaired text goes to standard output
  --fix-dry-run          shows them as a diff, and changes nothing
  --target-pacemaker V   the versions that the files are for
  --target-crmsh V
  --target-drbd V
  --config FILE          this instead of the .linux-ha.json in or above the files' folders
  --language L           crm or drbd, whatever the files look like
  --stdin-filename NAME  what standard input would be called as a file
  --encoding E           utf-8, shift_jis, euc-jp, latin1; worked out for each file if not given
  --locale L             en or ja
  --color WHEN           auto (default), always, never

Exit code: 0 nothing found, 1 findings (or, with --fix-dry-run, something to repair), 2 wrong arguments or files that
cannot be read.
`,
    ja: `linux-ha check [オプション] [ファイル]

ファイル、フォルダー（配下すべて）、パターン（*、?、[…]、**）、標準入力を表す - を指定できる。省略時は現在のフォルダー。
DRBD の include 先も読み込む。

  --format F             human（既定）、json、sarif、github、checkstyle
  --severity S           表示し終了コードに数える最低の重大度: error、warning（既定）、information、hint
  --fix                  安全な修正をすべて行う。- のときは修正後の内容を標準出力に書く
  --fix-dry-run          修正を差分で表示し、ファイルは変更しない
  --target-pacemaker V   対象とするバージョン
  --target-crmsh V
  --target-drbd V
  --config FILE          上位フォルダーから探す .linux-ha.json の代わりに使う設定ファイル
  --language L           ファイルの言語: crm または drbd
  --stdin-filename NAME  標準入力に付けるファイル名
  --encoding E           utf-8、shift_jis、euc-jp、latin1。省略時はファイルごとに判定する
  --locale L             en または ja
  --color WHEN           auto（既定）、always、never

終了コード: 0 指摘なし、1 指摘あり（--fix-dry-run では修正があるときも）、2 引数の誤りまたは読めないファイル
`,
  },
  format: {
    en: `linux-ha format [options] [FILES]

Lays files out: crm with one section a line, as crm configure show prints it, DRBD indented by its braces. Nothing but
blanks and line ends changes. FILES as for check; the text of - goes to standard output.

  --check                changes nothing; names the files that would change
  --diff                 changes nothing; shows what would change
  --indent N             tab, or a number of blanks; if not given, what .editorconfig says, else a tab for crm and
                         two blanks for DRBD
  --language L           crm or drbd, whatever the files look like
  --stdin-filename NAME  what standard input would be called as a file
  --encoding E           utf-8, shift_jis, euc-jp, latin1; worked out for each file if not given
  --locale L             en or ja

Exit code: 0 done, 1 with --check or --diff: something would change, 2 wrong arguments or files that cannot be read.
`,
    ja: `linux-ha format [オプション] [ファイル]

ファイルを整形する。crm は crm configure show と同じく 1 行 1 セクション、DRBD は波括弧に合わせて字下げする。
変わるのは空白と改行だけ。ファイルの指定は check と同じで、- の結果は標準出力に書く。

  --check                変更せず、変わるファイルの名前を表示する
  --diff                 変更せず、差分を表示する
  --indent N             tab または空白の数。省略時は .editorconfig に従い、なければ crm はタブ、DRBD は空白 2 個
  --language L           ファイルの言語: crm または drbd
  --stdin-filename NAME  標準入力に付けるファイル名
  --encoding E           utf-8、shift_jis、euc-jp、latin1。省略時はファイルごとに判定する
  --locale L             en または ja

終了コード: 0 完了、1 変わるファイルがある（--check、--diff）、2 引数の誤りまたは読めないファイル
`,
  },
  explain: {
    en: `linux-ha explain [options] RULE|WORD…

  linux-ha explain crm/unknown-parameter
  linux-ha explain stonith-enabled
  linux-ha explain IPaddr2 cidr_netmask    a parameter of an agent

  --locale L   en or ja

Exit code: 0 something is known, 1 nothing is, 2 wrong arguments.
`,
    ja: `linux-ha explain [オプション] ルール|語…

  linux-ha explain crm/unknown-parameter
  linux-ha explain stonith-enabled
  linux-ha explain IPaddr2 cidr_netmask    エージェントのパラメータ

  --locale L   en または ja

終了コード: 0 説明あり、1 該当なし、2 引数の誤り
`,
  },
  convert: {
    en: `linux-ha convert --to FORM [options] [FILE]

FORM is cib (from crm), crm (from a CIB), pacemaker2 (crm in today's words), drbd9 or drbd84 (from DRBD). FILE is a file, or - for standard input
(the default). The result goes to standard output; what people should know of it to standard error.

  --to FORM       cib, crm, pacemaker2, drbd9, drbd84
  -o, --output F  writes the result to a file
  --schema S      to cib, and from a CIB that names none: the schema, such as pacemaker-3.9
  --style S       to crm: show (default: what crm configure show prints) or exact (gives the same CIB again)
  --encoding E    utf-8, shift_jis, euc-jp, latin1; worked out if not given
  --locale L      en or ja

Exit code: 0 converted, 1 not converted since the file has errors, or with places left as they were, 2 wrong arguments
or a file that cannot be read.
`,
    ja: `linux-ha convert --to 形式 [オプション] [ファイル]

形式は cib（crm から）、crm（CIB から）、pacemaker2（crm を現在の書き方に）、drbd9、drbd84（DRBD から）。ファイルの省略時と - は標準入力。
結果は標準出力、注意点は標準エラー出力に書く。

  --to 形式       cib、crm、pacemaker2、drbd9、drbd84
  -o, --output F  結果をファイルに書く
  --schema S      cib への変換、またはスキーマを示さない CIB に使うスキーマ（例: pacemaker-3.9）
  --style S       crm への変換: show（既定。crm configure show の表示）または exact（同じ CIB に戻る）
  --encoding E    utf-8、shift_jis、euc-jp、latin1。省略時は判定する
  --locale L      en または ja

終了コード: 0 変換した、1 エラーのため変換しなかった、または変換せずに残した箇所がある、2 引数の誤りまたは読めないファイル
`,
  },
};
