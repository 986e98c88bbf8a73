import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromCib } from '../../../server/src/languages/crm/cib/from-cib';
import { childrenOf, isElement, readXml, writeXml, type XmlElement } from '../../../server/src/languages/crm/cib/xml';
import { crmData } from '../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../server/src/languages/crm/facts';
import { Random } from '../../fuzz/random';
import { cases } from './cases';
import { cibTexts } from './cib-cases';
import { mutateCib } from './cib-mutations';
import { canonical } from './cibs';
import { corpusFiles, traps } from './corpus';
import { putToCrmsh, type Verdict } from './crmsh';
import { cibs } from './from-cib-cases';
import { needsCrmsh } from './needs-crmsh';
import { recordedVerdicts } from './recorded';

const facts = buildCrmFacts(crmData);

function read(text: string): XmlElement {
  const xml = readXml(text);
  assert.ok(!('problem' in xml), text);
  return xml;
}

function print(cib: string, style: 'show' | 'exact'): string {
  const text = fromCib(read(cib), { style, facts });
  assert.ok(typeof text === 'string');
  return text;
}

/** The CIBs that come of those texts that crmsh takes. */
const cibsOf = (texts: readonly string[]): string[] => [
  ...new Set(putToCrmsh(texts.map((text) => ({ text, cib: true }))).flatMap(({ cib }) => cib ?? [])),
];

interface Shown {
  readonly from: string;
  /** The CIB as crmsh holds it. */
  readonly held: string;
  readonly text: string;
}

/** What crmsh shows of CIBs; those that it dies of are left out. Ours has to be the same. */
function compareShow(froms: readonly string[]): Shown[] {
  const answers = putToCrmsh(froms.map((from) => ({ from, cib: true, show: true })));
  return froms.flatMap((from, i) => {
    const { ok, show, cib } = answers[i]!;
    const ours = print(from, 'show');
    if (!ok || !cib) return [];
    const text = show ? `${show}\n` : '';
    assert.equal(ours, text, `What crmsh shows of\n${from}`);
    return [{ from, held: cib, text }];
  });
}

/** Elements of one kind, in the order in which crmsh makes kinds: a load cannot give another. */
const loadRanks = ['template', 'primitive', 'bundle', 'group', 'master', 'clone', 'rsc_ticket'];

/** A CIB for comparing: the order of sections, and that of kinds in them, says nothing. */
function comparable(cib: string): string {
  const [configuration] = childrenOf(read(cib), 'configuration');
  const sections = childrenOf(configuration!).filter(({ children }) => children.length > 0);
  for (const { children } of sections) {
    const elements = children.filter(isElement);
    elements.sort((one, other) => loadRanks.indexOf(one.tag) - loadRanks.indexOf(other.tag));
    children.splice(0, children.length, ...elements);
  }
  sections.sort((one, other) => (one.tag < other.tag ? -1 : 1));
  return canonical({ tag: 'configuration', attributes: new Map(), children: sections });
}

/** Which CIBs come again when texts are loaded into empty clusters of their schemas; undefined where crmsh refuses. */
function comeAgain(shown: readonly Shown[], texts: readonly string[]): (boolean | undefined)[] {
  const schemas = shown.map(({ from }) => read(from).attributes.get('validate-with') ?? '');
  const answers = putToCrmsh(texts.map((text, i) => ({ text, cib: true, validate: schemas[i]! })));
  return answers.map((answer, i) => (answer.ok ? isSame(answer, shown[i]!.held) : undefined));
}

/** All CIBs come again from our exact text. */
function exactComesAgain(shown: readonly Shown[]): void {
  const texts = shown.map(({ from }) => print(from, 'exact'));
  for (const [i, again] of comeAgain(shown, texts).entries())
    assert.ok(again, `crmsh ${again === undefined ? 'refuses' : 'makes another CIB of'}\n${texts[i]}`);
}

/** Exact text is taken, and gives the CIB, wherever that is so for what crmsh shows. Returns how many of all come again. */
function exactIsNoWorse(shown: readonly Shown[]): { readonly show: number; readonly exact: number } {
  const texts = shown.map(({ from }) => print(from, 'exact'));
  const ofExact = comeAgain(shown, texts);
  const ofShow = comeAgain(
    shown,
    shown.map(({ text }) => text),
  );
  for (const [i, again] of ofShow.entries())
    assert.ok(again ? ofExact[i] : again === undefined || ofExact[i] !== undefined, `Worse than crmsh:\n${texts[i]}`);
  return { show: ofShow.filter(Boolean).length, exact: ofExact.filter(Boolean).length };
}

const isSame = ({ ok, cib }: Verdict, held: string): boolean => ok && comparable(cib ?? '') === comparable(held);

suite('fromCib and crmsh', () => {
  suiteSetup(function () {
    needsCrmsh(this);
  });

  test('print the same of all that crmsh takes of the own cases, and exact text gives each CIB again', () => {
    const texts = [...cases.map(({ text }) => text), ...recordedVerdicts().map(({ text }) => text), ...cibTexts];
    const shown = compareShow(cibsOf(texts));
    assert.ok(shown.length > 300);
    exactComesAgain(shown);
  }).timeout(120_000);

  test('print the same of CIBs written for this; crmsh loads exact text wherever it loads its own', () => {
    const shown = compareShow(cibs);
    // crmsh dies of podman, and of defaults without an id.
    assert.equal(shown.length, cibs.length - 2);
    const { show, exact } = exactIsNoWorse(shown);
    // The others have ids that crmsh refuses, elements without ids, elements that it does not know.
    assert.ok(exact > show + 20 && exact >= shown.length - 25, JSON.stringify({ show, exact }));
  }).timeout(120_000);

  test('print the same of every file of the corpus and every trap that crmsh takes, and load it again', function () {
    const { context, lines } = traps();
    const texts = [...corpusFiles().map(({ text }) => text), ...lines.map((line) => `${context}\n${line}\n`)];
    if (texts.length === 0) {
      console.log('      no corpus here: nothing compared');
      this.skip();
    }
    const shown = compareShow(cibsOf(texts));
    assert.ok(shown.length > 150);
    exactComesAgain(shown);
  }).timeout(120_000);

  test('print the same of CIBs that something is wrong with', () => {
    const random = new Random(20_261_123);
    const changed = Array.from({ length: 500 }, () => {
      const cib = read(random.pick(cibs));
      for (let times = 1 + random.below(2); times > 0; times--) mutateCib(cib, random);
      const text = writeXml(cib);
      return random.once(2) ? text : text.replace(/\n\s*/g, '');
    });
    const shown = compareShow(changed);
    assert.ok(shown.length > 400);
    const { show, exact } = exactIsNoWorse(shown);
    assert.ok(exact > show);
  }).timeout(120_000);

  test('print what `crm configure show` prints', () => {
    const folder = mkdtempSync(join(tmpdir(), 'from-cib-'));
    try {
      // What the schema refuses is refused by the file as well.
      const answers = putToCrmsh(cibs.map((from) => ({ from, cib: true })));
      const valid = answers.flatMap(({ schema, cib }) => (schema && cib ? [cib] : []));
      assert.ok(valid.length > 50);
      for (const from of valid.filter((_, i) => i % 20 === 1)) {
        const file = join(folder, 'cib.xml');
        writeFileSync(file, from);
        const env = { ...process.env, CIB_file: file, HOME: folder, PCMK_logfile: 'none', LC_ALL: 'C.UTF-8' };
        const { stdout } = spawnSync('crm', ['configure', 'show'], { env, encoding: 'utf8', timeout: 30_000 });
        const said = stdout.split('\n').filter((line) => !/WARNING.*: /.test(line));
        assert.equal(print(from, 'show'), said.join('\n'));
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  }).timeout(120_000);
});
