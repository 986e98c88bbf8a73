import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findingsOf } from '../../support/catalogue';
import { hasCrmsh, putToCrmsh } from './crmsh';

const dummies = (...names: string[]): string => names.map((name) => `primitive ${name} ocf:pacemaker:Dummy\n`).join('');
const stateful = 'primitive s ocf:pacemaker:Stateful\nclone m s meta promotable=true\n';
const graphRules = ['crm/order-circle', 'crm/colocation-conflict', 'crm/nowhere-to-run', 'crm/location-conflict'];

/** Statements for two nodes, the primitives that Pacemaker does not start, and our finding of the graph (none: undefined). */
const cases: readonly (readonly [statements: string, stopped: string, code: string | undefined])[] = [
  // Circles of orders: nothing starts, whatever their strength.
  [`${dummies('a', 'b')}order o1 Mandatory: a b\norder o2 Mandatory: b a\n`, 'a b', 'crm/order-circle'],
  [`${dummies('a', 'b')}order o1 Mandatory: a b\norder o2 Optional: b a\n`, 'a b', 'crm/order-circle'],
  [`${dummies('a', 'b')}order o1 Serialize: a b\norder o2 Serialize: b a\n`, 'a b', 'crm/order-circle'],
  [`${dummies('a', 'b')}order o1 Mandatory: a b\norder o2 Mandatory: a:stop b:stop\n`, 'a b', 'crm/order-circle'],
  [
    `${dummies('a', 'b', 'e')}order o1 Mandatory: a b\norder o2 Mandatory: b e\norder o3 Mandatory: e a\n`,
    'a b e',
    'crm/order-circle',
  ],
  [`${dummies('a', 'b')}group g a b\norder o Mandatory: b a\n`, 'a b', 'crm/order-circle'],
  [
    `${dummies('a', 'b', 'x')}group g a b\norder o1 Mandatory: g x\norder o2 Mandatory: x b\n`,
    'b x',
    'crm/order-circle',
  ],
  [
    `${stateful}${dummies('v')}order o1 Mandatory: m:promote v:start\norder o2 Mandatory: v:start m:start\n`,
    's v',
    'crm/order-circle',
  ],
  [
    `${stateful}${dummies('v')}order o1 Mandatory: m:start v:start\norder o2 Mandatory: v:start m:promote\n`,
    '',
    undefined,
  ],
  [`${dummies('a', 'b')}order o1 Mandatory: a:stop b:start\norder o2 Mandatory: b:start a:stop\n`, '', undefined],
  [`${dummies('a', 'b')}group g a b\norder o Mandatory: g a\n`, '', undefined],
  [`${dummies('a', 'b')}group g a b\norder o Mandatory: a g\n`, 'a b', 'crm/order-circle'],
  [`${dummies('a', 'b')}clone c a\norder o1 Mandatory: a b\norder o2 Mandatory: b c\n`, '', undefined],
  // Together and apart.
  [`${dummies('a', 'b')}colocation c1 inf: a b\ncolocation c2 -inf: a b\n`, 'a', 'crm/colocation-conflict'],
  [`${dummies('a', 'b')}group g a b\ncolocation c -inf: b a\n`, 'b', 'crm/colocation-conflict'],
  [
    `${dummies('a', 'b', 'e')}colocation c1 inf: a b\ncolocation c2 inf: b e\ncolocation c3 -inf: a e\n`,
    'a',
    'crm/colocation-conflict',
  ],
  [
    `${dummies('a', 'b', 'e')}colocation c1 inf: a e\ncolocation c2 inf: b e\ncolocation c3 -inf: a b\n`,
    'a',
    'crm/colocation-conflict',
  ],
  [
    `${dummies('a', 'b', 'x')}group g a b\ncolocation c1 inf: x g\ncolocation c2 -inf: x a\n`,
    'x',
    'crm/colocation-conflict',
  ],
  [
    `${dummies('a', 'b')}clone ca a\ncolocation c1 inf: b ca\ncolocation c2 -inf: b ca\n`,
    'b',
    'crm/colocation-conflict',
  ],
  [`${stateful}${dummies('b')}colocation c1 inf: b m\ncolocation c2 -inf: b m:Promoted\n`, '', undefined],
  [
    `${dummies('a', 'b', 'e')}clone ce e\ncolocation c1 inf: a ce\ncolocation c2 inf: b ce\ncolocation c3 -inf: a b\n`,
    '',
    undefined,
  ],
  [`${dummies('a', 'b')}colocation c1 inf: a b\ncolocation c2 inf: b a\n`, '', undefined],
  // No node is left.
  [`${dummies('a')}location l1 a -inf: alice\nlocation l2 a -inf: bob\n`, 'a', 'crm/nowhere-to-run'],
  [`${dummies('a')}clone c a\nlocation l1 c -inf: alice\nlocation l2 c -inf: bob\n`, 'a', 'crm/nowhere-to-run'],
  [`${dummies('a')}clone c a\nlocation l1 a -inf: alice\nlocation l2 a -inf: bob\n`, '', undefined],
  [
    `${dummies('a', 'b')}colocation c1 inf: a b\nlocation l1 a -inf: bob\nlocation l2 b -inf: alice\n`,
    'a',
    'crm/nowhere-to-run',
  ],
  [
    `${dummies('a', 'b', 'e')}colocation c1 inf: a b\ncolocation c2 inf: b e\nlocation l1 a -inf: alice\nlocation l2 e -inf: bob\n`,
    'a',
    'crm/nowhere-to-run',
  ],
  [`${dummies('a', 'b')}group g a b\nlocation l1 a -inf: alice\nlocation l2 b -inf: bob\n`, 'b', 'crm/nowhere-to-run'],
  [
    `${dummies('a', 'b')}clone cb b\ncolocation c1 inf: a cb\nlocation l1 cb -inf: alice\nlocation l2 a -inf: bob\n`,
    'a',
    'crm/nowhere-to-run',
  ],
  [`${dummies('a')}property symmetric-cluster=false\n`, 'a', 'crm/nowhere-to-run'],
  [
    `${dummies('a', 'b')}property symmetric-cluster=false\nlocation l1 b 100: alice\ncolocation c1 inf: a b\n`,
    'a',
    'crm/nowhere-to-run',
  ],
  [
    `${dummies('a', 'b')}property symmetric-cluster=false\ngroup g a b\nlocation l1 a 0: alice\n`,
    'b',
    'crm/nowhere-to-run',
  ],
  [`${dummies('a', 'b')}property symmetric-cluster=false\ngroup g a b\nlocation l1 g 0: alice\n`, '', undefined],
  [`${dummies('a')}location l1 a inf: alice\nlocation l2 a -inf: alice\n`, '', 'crm/location-conflict'],
];

/** The whole text: two nodes, no fencing. */
const whole = (statements: string): string =>
  /^property/m.test(statements)
    ? `node alice\nnode bob\n${statements.replace(/^property/m, 'property stonith-enabled=false')}`
    : `node alice\nnode bob\nproperty stonith-enabled=false\n${statements}`;

/** The primitives that do not run once Pacemaker has done what it can, both nodes being there. */
function notStarted(cib: string, file: string): string {
  writeFileSync(file, cib);
  const { stdout } = spawnSync('crm_simulate', ['-x', file, '-u', 'alice', '-u', 'bob', '-q', 'true', '-S'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  const state = stdout.slice(stdout.indexOf('Revised Cluster Status'));
  const singles = [...state.matchAll(/^\s*\* (\S+)\s+\(\S+\):\s+Stopped/gm)].map(([, name]) => name);
  const clones = [...state.matchAll(/Clone Set: \S+ \[(\S+)\].*\n\s*\* Stopped: \[ alice bob \]/g)].map(
    ([, name]) => name,
  );
  return [...singles, ...clones].sort().join(' ');
}

suite('the graph of constraints and Pacemaker', () => {
  test('what cannot start has a finding', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh and pacemaker-cli-utils
    const directory = mkdtempSync(join(tmpdir(), 'linux-ha-graph-'));
    try {
      const verdicts = putToCrmsh(cases.map(([statements]) => ({ text: whole(statements), cib: true })));
      const seen = cases.map(([statements], i) => {
        const cib = verdicts[i]?.cib;
        assert.ok(cib, `crm does not load:\n${whole(statements)}`);
        const found = findingsOf('crm', whole(statements)).filter((code) => graphRules.includes(code));
        return [statements, notStarted(cib, join(directory, 'cib.xml')), found[0]];
      });
      assert.deepEqual(seen, cases);
    } finally {
      rmSync(directory, { recursive: true });
    }
  }).timeout(120_000);
});
