import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { needs } from '../real-tools';
import { cases } from './cases';
import { newCases, oldCases } from './convert-cases';
import { dumpOf, type Files, hasTool, withoutAddressCheck } from './dump';
import { effectiveCases } from './effective-cases';
import { OldFiles, randomFrom } from './old-files';
import { comparable, hostIn, readConfiguration } from './reading';
import { type ResourceSummary, type Summary, summarize, summarizeXml } from './summary';

const corpus = join(import.meta.dirname, '../../../../shared/corpus/drbd');
const examples = join(import.meta.dirname, '../../../examples');

const real = (): Files[] =>
  existsSync(corpus) ? readdirSync(corpus).map((name) => ({ [name]: readFileSync(join(corpus, name), 'utf8') })) : [];

const ours = (): Files =>
  Object.fromEntries(
    ['drbd.conf', ...readdirSync(join(examples, 'drbd.d')).map((name) => `drbd.d/${name}`)].map((name) => [
      name,
      readFileSync(join(examples, name), 'utf8'),
    ]),
  );

const generated = (['8.3', '8.4'] as const).flatMap((generation) => {
  const files = new OldFiles(generation, randomFrom(7));
  return Array.from({ length: Number(process.env['MANY'] ?? 60) }, () => files.next());
});

const all = (): Files[] => [
  ...effectiveCases,
  ...[...oldCases, ...newCases, ...generated].map((text) => ({ 'old.res': text })),
  ...cases.map((text) => ({ 'test.res': text })),
  ...real(),
  ours(),
];

/** The first file with the check of addresses switched off. */
function prepared(files: Files): Files {
  const [[name, text] = ['', ''], ...others] = Object.entries(files);
  return Object.fromEntries([[name, withoutAddressCheck(text)], ...others]);
}

/** Differences of what we read from what drbdadm prints. */
class Comparison {
  compared = 0;
  readonly wrong: string[] = [];

  same(what: string, files: Files, actual: unknown, expected: unknown): void {
    this.compared++;
    try {
      assert.deepEqual(actual, expected);
    } catch (error) {
      const first = Object.values(files)[0] ?? '';
      this.wrong.push(`${what} of ${Object.keys(files)[0]}:\n${first.slice(0, 300)}\n${String(error).slice(0, 2500)}`);
    }
  }

  report(): void {
    assert.equal(
      this.wrong.length,
      0,
      `${this.wrong.length} of ${this.compared} differ:\n${this.wrong.slice(0, 5).join('\n\n')}`,
    );
  }
}

const nodeIds = (files: Files, generation: '9' | '8.4'): unknown =>
  readConfiguration(files, generation).resources.map(({ hosts }) => hosts.map(({ nodeId }) => nodeId));

suite('The effective configuration', function () {
  this.timeout(300_000);

  test('is what drbdadm 9 prints, expanded: as XML, and its own text read again', function () {
    needs('drbdadm', hasTool('9'), this);
    const comparison = new Comparison();
    let accepted = 0;
    const files = all();
    for (const file of files) {
      const input = prepared(file);
      const text = Object.values(input).join('\n');
      // Only on a host of the lower resource does drbdadm look for the disks of the upper one.
      const node = /stacked-on-top-of/.test(text) ? hostIn(input) : 'stranger';
      const xml = dumpOf(input, '9', ['-v', 'dump-xml'], node);
      if (xml.text === undefined) continue;
      accepted++;
      const own = summarize(readConfiguration(input, '9'));
      comparison.same('XML', file, bare(own), bare(summarizeXml(xml.text, comparable)));
      if (dumpIsNoFile.test(text)) continue;
      const expanded = dumpOf(input, '9', ['-v', 'dump']).text ?? '';
      const again = { 'dump.res': expanded };
      comparison.same('expanded text', file, bare(summarize(readConfiguration(again, '9'))), bare(own));
      comparison.same('node ids', file, nodeIds(input, '9'), nodeIds(again, '9'));
      if (Object.keys(file).length > 1 || notInPlainDump.test(text)) continue; // a plain dump only names the template
      const plain = { 'dump.res': dumpOf(input, '9', ['dump']).text ?? '' };
      comparison.same('plain text', file, bare(summarize(readConfiguration(plain, '9'))), bare(own));
    }
    console.log(
      `      ${files.length} configurations, ${accepted} accepted by drbdadm 9, ${comparison.compared} comparisons`,
    );
    comparison.report();
  });

  test('is what drbdadm 8.4 prints, expanded', function () {
    needs('drbdadm-84', hasTool('8.4'), this);
    const comparison = new Comparison();
    let accepted = 0;
    for (const file of all()) {
      const input = prepared(file);
      const xml = dumpOf(input, '8.4', ['-v', 'dump-xml'], hostIn(input));
      if (xml.text === undefined) continue;
      accepted++;
      const own = summarize(readConfiguration(input, '8.4'));
      comparison.same('XML', file, withoutConnections(own), withoutConnections(summarizeXml(xml.text, comparable)));
    }
    console.log(`      ${accepted} accepted by drbdadm 8.4, ${comparison.compared} comparisons`);
    comparison.report();
  });

  test('is what drbdadm 8.3 prints, expanded, read again', function () {
    needs('drbdadm-83', hasTool('8.3'), this);
    const comparison = new Comparison();
    for (const file of all()) {
      const input = prepared(file);
      const { text } = dumpOf(input, '8.3', ['-v', 'dump'], hostIn(input));
      if (text === undefined || dumpIsNoFile.test(text)) continue;
      const own = summarize(readConfiguration(input, '8.3'));
      comparison.same('text', file, bare(summarize(readConfiguration({ 'dump.res': text }, '8.3'))), bare(own));
    }
    console.log(`      ${comparison.compared} accepted by drbdadm 8.3 and compared`);
    comparison.report();
  });
});

/** What drbdadm prints of stacked hosts lacks their devices, of floating ones it makes up names: neither parses back. */
const dumpIsNoFile = /\b(stacked-on-top-of|floating)\b/;

/** A plain dump prints one kind of paths of a connection that has both, and drops `resync-after` of unknown resources. */
const notInPlainDump = /\bafter\b|resync-after|host \w+; path/;

/**
 * Without what depends on the host that drbdadm plays: at a resource it drops a `resync-after` whose resource it does
 * not see. And it forgets to print `stacked-timeouts` that has no other option beside it.
 */
const bare = (summary: Summary): Record<string, ResourceSummary> =>
  Object.fromEntries(
    Object.entries(summary).map(([name, resource]) => {
      const { 'resync-after': _dropped, ...disk } = resource.disk;
      const { 'stacked-timeouts': _forgotten, ...startup } = resource.startup;
      return [name, { ...resource, disk, startup }];
    }),
  );

/** 8.4 knows no connections, and prints nothing of the proxies. */
const withoutConnections = (summary: Summary): unknown =>
  Object.fromEntries(Object.entries(bare(summary)).map(([name, resource]) => [name, { ...resource, connections: [] }]));
