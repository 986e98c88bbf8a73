import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceWith } from '../../support/service';
import { cases } from './cases';
import { cibTexts } from './cib-cases';
import { whyOmitted } from './completion-differences';
import { askCrmsh, hasCrmsh, putToCrmsh } from './crmsh';
import { type Position, positionsIn, seeded } from './positions';

const root = join(import.meta.dirname, '../../..');
const shared = join(root, '../shared');

function crmsCandidates(positions: readonly Position[]): string[][] {
  const input = positions.map((position) => JSON.stringify(position)).join('\n');
  const { stdout, stderr } = spawnSync('/usr/bin/python3', [join(import.meta.dirname, 'complete.py')], {
    input,
    encoding: 'utf8',
    timeout: 280_000,
    maxBuffer: 1 << 28,
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  if (lines.length !== positions.length) throw new Error(`crmsh answered ${lines.length}: ${stderr.slice(-2000)}`);
  return lines.map((line) => JSON.parse(line) as string[]);
}

/** The words that stand at the cursor when an item of ours is accepted. */
function ourWords({ text, prefix }: Position): Set<string> {
  const whole = `${text}\n${prefix}`;
  const { service, uri } = serviceWith('crm', whole);
  const list = service.completion(uri, whole.length, 'en');
  if (!list) return new Set();
  const start = whole.length - (/[^\s,]*$/.exec(prefix)?.[0].length ?? 0);
  const before = whole.slice(start, Math.max(start, list.span.start)).replace(/^["']/, '');
  return new Set(list.items.map(({ insertText }) => (before + insertText).trim()));
}

/** Advised values are those of the agents' release: another value of the same name stands for it. */
const isOfOtherRelease = (candidate: string, ours: ReadonlySet<string>): boolean =>
  /^(?:timeout|interval|role)=./.test(candidate) &&
  [...ours].some((word) => word.startsWith(candidate.slice(0, candidate.indexOf('=') + 1)));

/** Candidates of crm that we do not offer without a reason; counts all that it has. */
function missing(positions: readonly Position[]): { readonly asked: number; readonly missed: string[] } {
  const theirs = crmsCandidates(positions);
  let asked = 0;
  const missed = positions.flatMap((position, i) => {
    const wanted = (theirs[i] ?? []).filter((candidate) => whyOmitted(candidate, position.prefix) === undefined);
    asked += wanted.length;
    const ours = wanted.length > 0 ? ourWords(position) : new Set<string>();
    return wanted
      .filter((candidate) => !ours.has(candidate) && !isOfOtherRelease(candidate, ours))
      .map((candidate) => `${position.prefix}<|>  ${candidate}`);
  });
  return { asked, missed };
}

suite('Completion and crm’s tab key', () => {
  suiteSetup(function () {
    if (hasCrmsh()) return;
    assert.ok(!process.env['CI'], 'crmsh is not installed');
    console.log('      crmsh is not installed: nothing compared');
    this.skip();
  });

  test('the cluster that the suite in VS Code types is accepted by crmsh and crm_verify', () => {
    const text = readFileSync(join(root, 'test/vscode/workspace/typed.crm'), 'utf8');
    const [answer] = putToCrmsh([{ text, cib: true }]);
    assert.deepEqual([answer?.ok, answer?.schema, answer?.errors], [true, true, []]);
    const { status, stdout, stderr } = spawnSync('crm_verify', ['--verbose', '--xml-text', answer?.cib ?? ''], {
      encoding: 'utf8',
      timeout: 30_000,
    });
    assert.deepEqual([status, stdout + stderr], [0, '']);
  }).timeout(60_000);

  test('all that crm offers in its own cases is offered', function () {
    if (!existsSync(shared)) {
      console.log('      no cases here: nothing compared');
      this.skip();
    }
    const { contexts, cases: asked } = JSON.parse(readFileSync(join(shared, 'spec/crm-completion-cases.json'), 'utf8'));
    const { missed } = missing(
      (asked as { context: string; prefix: string }[]).map(({ context, prefix }) => ({
        text: context === 'full' ? contexts.full.crm : '',
        prefix,
      })),
    );
    assert.deepEqual(missed, []);
  }).timeout(120_000);

  test('all that crm offers within real statements is offered', () => {
    const random = seeded(20_261_123);
    const positions = texts().flatMap(({ text, context }) => positionsIn(text, context, random));
    const sample = positions.length > 2_400 ? positions.filter(() => random() < 2_400 / positions.length) : positions;
    assert.ok(sample.length > 500, `only ${sample.length} places`);
    const { asked, missed } = missing(sample.sort((one, other) => (one.text < other.text ? -1 : 1)));
    console.log(`      ${sample.length} places, ${asked} words`);
    assert.deepEqual([...new Set(missed)].slice(0, 40), []);
  }).timeout(300_000);
});

/** Texts with places; the cluster that they stand in is their own where crm takes them as a whole. */
function texts(): { text: string; context: string }[] {
  const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.crm'),
  );
  const own = [
    ...examples.map((name) => readFileSync(join(root, 'examples', name), 'utf8')),
    ...cibTexts,
    ...cases.map(({ text }) => text),
  ];
  const folder = join(shared, 'corpus/crm');
  if (!existsSync(folder)) console.log('      no corpus here: own texts alone');
  const corpus = existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')) : [];
  const all = [...corpus, ...own];
  const verdicts = askCrmsh(all);
  return all.map((text, i) => ({ text, context: verdicts[i]?.ok ? text : '' }));
}
