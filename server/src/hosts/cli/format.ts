import { dirname, resolve } from 'node:path';
import type { FormatStyle } from '../../core/features/format-style';
import { Configs } from './config';
import type { Console } from './console';
import { unifiedDiff } from './diff';
import { EditorConfigs, styleFrom } from './editor-config';
import { edited, encodings } from './encoding';
import { writeBack } from './fix';
import { findInputs } from './inputs';
import { type Opened, Reader } from './opened';
import { Problem } from './problem';
import { loadLanguages, Session } from './session';
import { harmless } from './terminal';
import { commonOptions, oneOf, readArguments } from './usage';

const options = {
  ...commonOptions,
  check: { type: 'boolean' },
  diff: { type: 'boolean' },
  indent: { type: 'string' },
  language: { type: 'string' },
  'stdin-filename': { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** One step of indentation where nothing is said: what crm prints, and what DRBD's manuals have. */
const usualIndent: Readonly<Record<string, string>> = { crm: '\t', drbd: '  ' };

/** `linux-ha format`: returns the exit code. */
export async function format(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  if (values.help) return console.help('format');
  const styles = new Styles(indentOf(values.indent), values.config);
  const how = values.diff ? 'diff' : values.check ? 'check' : 'write';
  const reader = new Reader({
    language: oneOf('--language', values.language, ['crm', 'drbd']),
    stdinName: values['stdin-filename'],
    encoding: oneOf('--encoding', values.encoding, encodings),
  });
  const languages = await loadLanguages();
  const { inputs, problems } = await findInputs(positionals.length > 0 ? positionals : ['.']);
  for (const problem of problems) console.note(problem[console.locale]);
  let [failed, seen, changed] = [problems.length, 0, 0];
  for (const input of inputs) {
    try {
      const opened = await reader.open(input);
      if (!opened) continue;
      seen++;
      // A service for each file: how one is laid out depends on no other.
      const session = new Session({ languages, target: {}, onRuleError: () => {} });
      if (await layOut(opened, session, await styles.for(opened), how, console)) changed++;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      console.note(error.text[console.locale]);
      failed++;
    }
  }
  if (seen + failed === 0) {
    console.note({ en: 'no crm or DRBD file there', ja: 'crm / DRBD のファイルがありません' }[console.locale]);
    return 2;
  }
  return failed > 0 ? 2 : changed > 0 && how !== 'write' ? 1 : 0;
}

/** Lays out one file as it was asked for; whether that changes it. */
async function layOut(
  { input, path, language, file }: Opened,
  session: Session,
  style: FormatStyle,
  how: 'write' | 'check' | 'diff',
  console: Console,
): Promise<boolean> {
  const { service, uri } = session.openAlone(path, language, file.text);
  const edits = service.format(uri, style);
  const after = edits.length === 0 ? file : (edited(file, edits) ?? file);
  const isChanged = after.text !== file.text;
  if (how === 'diff') console.out(unifiedDiff(input.shown, file.bytes, after.bytes));
  else if (how === 'check') {
    if (isChanged) console.out(`${harmless(input.shown)}\n`);
  } else if (input.path === undefined) console.out(after.bytes);
  else if (isChanged) await writeBack(input.path, input.shown, file, after);
  return isChanged;
}

/** The style of each file: arguments stand over `.linux-ha.json` and `.editorconfig`, these over what is usual. */
class Styles {
  private readonly editorConfigs = new EditorConfigs();
  private readonly configs: Configs;

  constructor(
    private readonly indent: string | undefined,
    config: string | undefined,
  ) {
    this.configs = new Configs(config === undefined ? undefined : resolve(config));
  }

  async for({ path, language }: Opened): Promise<FormatStyle> {
    const usual = usualIndent[language] ?? '\t';
    const style = styleFrom(await this.editorConfigs.for(path), usual);
    const { format: choices = {} } = await this.configs.for(dirname(path));
    return { ...style, choices, ...(this.indent !== undefined && { indent: this.indent }) };
  }
}

function indentOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  if (given === 'tab') return '\t';
  if (/^[1-8]$/.test(given)) return ' '.repeat(Number(given));
  throw new Problem({
    en: `--indent: ${harmless(given)} is neither tab nor a number from 1 to 8`,
    ja: `--indent: ${harmless(given)} は指定できません（tab または 1〜8）`,
  });
}
