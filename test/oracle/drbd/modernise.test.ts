import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../server/src/base/edits';
import { LanguageService } from '../../../server/src/core/service';
import { drbd } from '../../unit/languages/drbd/support';
import { needs } from '../real-tools';
import { cases } from './cases';
import { newCases, oldCases } from './convert-cases';
import { dumpOf, hasTool, withoutAddressCheck } from './dump';
import { effectiveCases } from './effective-cases';
import { meaningFor } from './meaning';
import { OldFiles, randomFrom } from './old-files';
import { hostIn, readConfiguration } from './reading';
import { summarize } from './summary';

type Old = '8.3' | '8.4';
type Tool = Old | '9';

const corpus = join(import.meta.dirname, '../../../../shared/corpus/drbd');

const texts = (): string[] => [
  ...oldCases,
  ...newCases,
  ...cases,
  ...effectiveCases.flatMap((files) => (Object.keys(files).length === 1 ? Object.values(files) : [])),
  ...(existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(join(corpus, name), 'utf8')) : []),
];

interface Converted {
  readonly text: string;
  /** What is left to people. */
  readonly open: readonly string[];
  /** How many statements went, with their comments. */
  readonly dropped: number;
}

const commentsIn = (text: string): string[] => text.match(/# c\d+/g) ?? [];

/** A file rewritten as an editor would have it done. */
function convert(text: string, to: '8.4' | '9'): Converted {
  const service = new LanguageService({ languages: [drbd] });
  const uri = 'file:///test/test.res';
  service.workspace.open(uri, 'drbd', text);
  const found = service.conversions(uri, { start: 0, end: 0 }, 'en').find(({ id }) => id === to);
  return {
    text: applyEdits(text, found?.edits ?? []),
    open: (found?.remarks ?? []).filter(({ open }) => open).map((remark) => remark.text),
    dropped: 3 * (found?.remarks ?? []).filter(({ open }) => !open).length,
  };
}

/** A file as a tool prints it, read again; as we read it where the tool's own text cannot be read again. */
function meaning(text: string, tool: Tool, to: '8.4' | '9'): unknown {
  const files = { 'test.res': text };
  const dump = dumpOf(files, tool, ['-v', 'dump'], hostIn(files)).text ?? '';
  const printed = /stacked-on-top-of|floating/.test(text) ? files : { 'dump.res': dump };
  return meaningFor(summarize(readConfiguration(printed, tool)), to);
}

const accepts = (text: string, tool: Tool) => {
  const files = { 'test.res': text };
  return dumpOf(files, tool, ['-d', 'dump'], hostIn(files));
};

/** Rewrites all files that one generation takes for another, and asks that one. */
function checkAll(from: Tool, to: '8.4' | '9', originals = texts()): void {
  const wrong: string[] = [];
  const left = new Map<string, number>();
  let done = 0;
  let changed = 0;
  for (const original of originals) {
    const text = withoutAddressCheck(original);
    if (accepts(text, from).text === undefined) continue;
    const { text: result, open, dropped } = convert(text, to);
    const again = convert(result, to);
    if (again.text !== result) wrong.push(`a second run changes:\n${result}\n---\n${again.text}`);
    for (const remark of open) left.set(remark, (left.get(remark) ?? 0) + 1);
    if (open.length > 0) continue;
    done++;
    if (result !== text) changed++;
    const lost = commentsIn(text).filter((comment) => !commentsIn(result).includes(comment));
    if (lost.length > dropped) wrong.push(`comments lost, ${lost.join()}:\n${text}\n---\n${result}`);
    const verdict = accepts(result, to);
    if (verdict.text === undefined) wrong.push(`refused:\n${text}\n---\n${result}\n${verdict.said}`);
    else {
      try {
        assert.deepEqual(meaning(result, to, to), meaning(text, from, to));
      } catch (error) {
        wrong.push(`another meaning:\n${text}\n---\n${result}\n${String(error).slice(0, 2000)}`);
      }
    }
  }
  const people = [...left.values()].reduce((sum, count) => sum + count, 0);
  console.log(`      ${from} to ${to}: ${done} files, ${changed} of them changed; ${people} places left to people`);
  assert.equal(wrong.length, 0, `${wrong.length} of ${done}:\n${wrong.slice(0, 4).join('\n\n')}`);
}

suite('Rewriting for another generation, asked of its drbdadm', function () {
  this.timeout(300_000);
  for (const [from, to] of [
    ['8.3', '8.4'],
    ['8.3', '9'],
    ['8.4', '9'],
    ['9', '9'],
    ['9', '8.4'],
  ] as const) {
    test(`${from} to ${to}: it takes the result, which means the same; a second run changes nothing`, function () {
      for (const tool of [from, to]) needs(`drbdadm ${tool}`, hasTool(tool), this);
      checkAll(from, to);
    });
  }

  for (const [from, to] of [
    ['8.3', '8.4'],
    ['8.3', '9'],
    ['8.4', '9'],
  ] as const) {
    test(`${from} to ${to}: files of any options in any layout; their comments stay`, function () {
      for (const tool of [from, to]) needs(`drbdadm ${tool}`, hasTool(tool), this);
      const files = new OldFiles(from, randomFrom(Number(process.env['SEED'] ?? 1)));
      const many = Number(process.env['MANY'] ?? 100);
      checkAll(
        from,
        to,
        Array.from({ length: many }, () => files.next()),
      );
    });
  }
});
