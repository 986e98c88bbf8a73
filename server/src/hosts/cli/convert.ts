import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { applyEdits } from '../../base/edits';
import { LineIndex } from '../../base/line-index';
import { cibTextOf, crmTextOf } from '../../languages/index';
import type { Console } from './console';
import { type Decoded, edited, encodings } from './encoding';
import { findingsOf } from './findings';
import { toHuman } from './formats/human';
import { Problem, reasonOf } from './problem';
import { asText, collect, readText } from './read-file';
import { loadLanguages, Session } from './session';
import { harmless } from './terminal';
import { commonOptions, oneOf, readArguments } from './usage';

const forms = ['cib', 'crm', 'pacemaker2', 'drbd9', 'drbd84'] as const;

/** Rewritings within a language: the language, and what it calls them. */
const rewritings = {
  pacemaker2: ['crm', 'modernise'],
  drbd9: ['drbd', '9'],
  drbd84: ['drbd', '8.4'],
} as const;

const options = {
  ...commonOptions,
  to: { type: 'string' },
  output: { type: 'string', short: 'o' },
  schema: { type: 'string' },
  style: { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** A file to convert. */
interface Source {
  readonly path: string;
  readonly shown: string;
  readonly file: Decoded;
}

/** What came of it; without `result` nothing is written. */
interface Converted {
  readonly result?: string | Uint8Array;
  readonly code: number;
}

/** `linux-ha convert`: returns the exit code. */
export async function convert(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = readArguments(args, options);
  if (values.help) return console.help('convert');
  const to = oneOf('--to', values.to, forms);
  if (!to)
    throw new Problem({
      en: `convert wants --to ${forms.join('|')}`,
      ja: `--to ${forms.join('|')} を指定してください`,
    });
  if (positionals.length > 1) throw new Problem({ en: 'convert takes one file', ja: '変換できるファイルは一つです' });
  const style = oneOf('--style', values.style, ['show', 'exact']) ?? 'show';
  if (values.schema !== undefined && !/^pacemaker-\d+\.\d+$/.test(values.schema))
    throw new Problem({
      en: `--schema: ${harmless(values.schema)} is not like pacemaker-3.9`,
      ja: `--schema: ${harmless(values.schema)} は pacemaker-3.9 のような形ではありません`,
    });
  const source = await readSource(positionals[0] ?? '-', oneOf('--encoding', values.encoding, encodings));
  const { schema } = values;
  const { result, code } =
    to === 'crm'
      ? await toCrm(source, { style, ...(schema !== undefined && { schema }) }, console)
      : to === 'cib'
        ? await toCib(source, schema, console)
        : await rewrite(source, rewritings[to], console);
  if (result !== undefined) await put(result, values.output, console);
  return code;
}

async function readSource(shown: string, encoding: (typeof encodings)[number] | undefined): Promise<Source> {
  const file =
    shown === '-'
      ? asText(await collect(process.stdin, '-'), '-', encoding)
      : await readText(resolve(shown), shown, encoding);
  return { path: resolve(shown), shown, file };
}

async function put(result: string | Uint8Array, output: string | undefined, console: Console): Promise<void> {
  if (output === undefined || output === '-') return console.out(result);
  try {
    await writeFile(output, result);
  } catch (error) {
    const reason = reasonOf(error);
    throw new Problem({ en: `${output}: ${reason.en}`, ja: `${output}: ${reason.ja}` });
  }
}

async function toCrm(source: Source, how: Parameters<typeof crmTextOf>[2], console: Console): Promise<Converted> {
  const { languageData } = await import('../../languages/data');
  const text = crmTextOf(source.file.text, languageData.crm, how);
  if (typeof text === 'string') return { result: text, code: 0 };
  console.note(`${harmless(source.shown)}: ${text.problem[console.locale]}`);
  return { code: 2 };
}

async function toCib(source: Source, schema: string | undefined, console: Console): Promise<Converted> {
  const { service, uri } = await open(source, 'crm');
  if (sayErrors(source, service, uri, console)) return { code: 1 };
  const { languageData } = await import('../../languages/data');
  return { result: cibTextOf(service.workspace.file(uri)?.units ?? [], languageData.crm, schema), code: 0 };
}

async function rewrite(
  source: Source,
  [language, conversion]: (typeof rewritings)[keyof typeof rewritings],
  console: Console,
): Promise<Converted> {
  const { shown, file } = source;
  const { service, uri } = await open(source, language);
  const rewriting = service.conversions(uri, { start: 0, end: 0 }, console.locale).find(({ id }) => id === conversion);
  if (!rewriting) return { result: file.bytes, code: 0 };
  const lines = new LineIndex(file.text);
  for (const { span, text } of rewriting.remarks) {
    const { line, column } = lines.position(span.start);
    console.err(`${harmless(shown)}:${line + 1}:${column + 1}: ${harmless(text)}\n`);
  }
  const result = edited(file, rewriting.edits)?.bytes ?? Buffer.from(applyEdits(file.text, rewriting.edits), 'utf8');
  return { result, code: rewriting.remarks.some(({ open: left }) => left) ? 1 : 0 };
}

async function open({ path, file }: Source, language: string): ReturnType<Session['open']> {
  const session = new Session({
    languages: await loadLanguages(),
    target: {},
    onRuleError: (_rule, error) => {
      throw error;
    },
  });
  return session.open(path, language, file.text);
}

/** Says the errors of a file that cannot be converted for them; whether there are any. */
function sayErrors(
  { path, shown, file }: Source,
  service: Parameters<typeof findingsOf>[0],
  uri: string,
  { locale, paint, err }: Console,
): boolean {
  const findings = findingsOf(service, uri, shown, { locale, rules: {}, atLeast: 'error' });
  if (findings.length === 0) return false;
  const lines = new LineIndex(file.text);
  err(toHuman({ file: shown, path, language: 'crm', encoding: file.encoding, findings }, lines, paint));
  return true;
}
