import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { bareNode, type Effort, editing, type Figures, start, workspace } from './measures';
import { crmText, drbdText } from './texts';

/**
 * `npm run bench -- [--sizes 1000,10000] [--language crm,drbd] [--quick] [--server FILE]`: our server beside one of the
 * same library that does nothing (E), in one run, so that the ratios mean the same on every machine.
 */
export async function bench(options: {
  readonly sizes: readonly number[];
  readonly languages: readonly string[];
  readonly effort: Effort;
  readonly server: string;
  readonly print: (line: string) => void;
}): Promise<readonly Row[]> {
  const { sizes, languages, effort, server, print } = options;
  const folder = mkdtempSync(join(tmpdir(), 'linux-ha-echo-'));
  const rows: Row[] = [];
  const add = (what: string, ours: Figures, floor: Figures): void => {
    for (const [measure, value] of Object.entries(ours))
      rows.push({ what, measure, ours: value, floor: floor[measure] });
  };
  try {
    const echo = await echoServer(folder);
    print(`${cpus()[0]?.model.trim() ?? 'some CPU'}, Node ${process.versions.node}`);
    const bare = bareNode(effort);
    const begun = await start(server, effort);
    add('start', { ...begun, 'start to initialize': begun['start to initialize'] }, await start(echo, effort));
    rows.push({
      what: 'start',
      measure: 'start to initialize, beside bare Node',
      ours: begun['start to initialize'],
      floor: bare,
    });
    for (const language of languages)
      for (const size of sizes) {
        const text = language === 'crm' ? crmText(size) : drbdText(size);
        add(`${language} ${size}`, await editing(server, text, effort), await editing(echo, text, effort));
      }
    if (effort.files > 0) add('workspace', await workspace(server, effort), {});
  } finally {
    rmSync(folder, { recursive: true });
  }
  for (const line of table(rows)) print(line);
  return rows;
}

/** A figure of ours and, where there is one, that of the floor. */
export interface Row {
  readonly what: string;
  readonly measure: string;
  readonly ours: number | undefined;
  readonly floor: number | undefined;
}

async function echoServer(folder: string): Promise<string> {
  const outfile = join(folder, 'echo.js');
  await build({
    entryPoints: [join(__dirname, 'echo.ts')],
    bundle: true,
    minify: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    outfile,
    logLevel: 'error',
  });
  return outfile;
}

function table(rows: readonly Row[]): string[] {
  const width = Math.max(...rows.map(({ measure }) => measure.length));
  const figure = (value: number | undefined): string => (value === undefined ? '–' : value.toFixed(value < 10 ? 2 : 0));
  const lines: string[] = [];
  for (const [index, { what, measure, ours, floor }] of rows.entries()) {
    if (rows[index - 1]?.what !== what)
      lines.push('', `${what.padEnd(width)}  ${'ours'.padStart(8)} ${'E'.padStart(8)} ${'ratio'.padStart(7)}`);
    const ratio = ours !== undefined && floor !== undefined && floor > 0 ? (ours / floor).toFixed(1) : '';
    lines.push(
      `${measure.padEnd(width)}  ${figure(ours).padStart(8)} ${figure(floor).padStart(8)} ${ratio.padStart(7)}`,
    );
  }
  return lines;
}

export const fullEffort: Effort = { keys: 25, opens: 1, starts: 9, burst: 60, idleSeconds: 10, files: 500 };
export const quickEffort: Effort = { keys: 2, opens: 1, starts: 1, burst: 2, idleSeconds: 0.1, files: 4 };

if (require.main === module) {
  const { values } = parseArgs({
    options: {
      sizes: { type: 'string', default: '1000,10000' },
      language: { type: 'string', default: 'crm,drbd' },
      server: { type: 'string', default: 'dist/server/node.js' },
      quick: { type: 'boolean', default: false },
    },
  });
  void bench({
    sizes: values.sizes.split(',').map(Number),
    languages: values.language.split(','),
    effort: values.quick ? quickEffort : fullEffort,
    server: resolve(values.server),
    print: (line) => console.log(line),
  });
}
