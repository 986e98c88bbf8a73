import assert from 'node:assert/strict';
import { surroundings } from '../../../../../server/src/core/features/locate';
import {
  effectiveMeta,
  effectiveOperations,
  effectiveParameters,
} from '../../../../../server/src/languages/crm/effective/attributes';
import {
  type Configuration,
  containersOf,
  membersOf,
} from '../../../../../server/src/languages/crm/effective/configuration';
import { after, before, constraintsOf, together } from '../../../../../server/src/languages/crm/effective/constraints';
import type { CrmModel } from '../../../../../server/src/languages/crm/model';
import { serviceWith } from '../../../../support/service';

function configurationOf(text: string): Configuration {
  const { service, uri } = serviceWith('crm', text);
  const file = service.workspace.file(uri);
  assert.ok(file);
  const { facts } = file.units[0]!.model as CrmModel;
  return { around: surroundings(service.workspace, file), facts };
}

const cluster = configurationOf(`
rsc_template t Filesystem op monitor interval=20s timeout=40s op start timeout=99 meta migration-threshold=4
primitive fs @t params device=/dev/drbd0 op start timeout=9 on-fail=block
primitive ip IPaddr2 params ip=192.0.2.1 meta rule #uname eq n1 priority=5
group g fs ip meta target-role=Started
primitive d ocf:linbit:drbd
ms m d meta notify=true is-managed=false
colocation c1 inf: g m:Promoted
order o1 m:promote g:start
order o2 0: g ( x y )
location l1 g 100: n1
location l2 g rule -inf: not_defined pingd
rsc_ticket k T: g m loss-policy=stop
rsc_defaults priority=1
op_defaults timeout=33
`);

suite('The crm model', () => {
  test('containers, from the inside out, and what is in them', () => {
    assert.deepEqual(
      containersOf(cluster, 'fs').map(({ statement }) => statement.name?.text),
      ['g'],
    );
    assert.deepEqual(membersOf(cluster, 'g'), ['fs', 'ip']);
    assert.deepEqual(membersOf(cluster, 'fs'), []);
    assert.deepEqual(containersOf(configurationOf('group a b\ngroup b a\n'), 'a').length, 4);
  });

  test('meta attributes, and where each comes from', () => {
    const rows = (name: string) =>
      effectiveMeta(cluster, name).map((row) => `${row.name}=${row.value} ${row.origin.kind} ${row.origin.name}`);
    assert.deepEqual(rows('fs'), [
      'migration-threshold=4 template t',
      'target-role=Started container g',
      'priority=1 defaults rsc_defaults',
    ]);
    assert.deepEqual(rows('ip').slice(0, 1), ['priority=5 own ip']);
    assert.equal(effectiveMeta(cluster, 'ip')[0]?.rules.length, 1);
    assert.ok(rows('ip').includes('priority=1 defaults rsc_defaults'), 'a rule hides nothing');
    assert.deepEqual(rows('d'), [
      'is-managed=false container m',
      'priority=1 defaults rsc_defaults',
      'resource-stickiness=1 built-in ',
    ]);
    assert.deepEqual(rows('nobody'), []);
  });

  test('parameters and operations of a template are those of its resources, unless they have their own', () => {
    assert.deepEqual(
      effectiveParameters(cluster, 'fs').map(({ name, value }) => `${name}=${value}`),
      ['device=/dev/drbd0'],
    );
    const operations = effectiveOperations(cluster, 'fs').map(({ name, interval, attributes }) => {
      const timeout = attributes.find((row) => row.name === 'timeout');
      return `${name} ${interval} ${timeout?.value} ${timeout?.origin.kind}`;
    });
    assert.deepEqual(operations, ['start 0 9 own', 'monitor 20s 40s template']);
  });

  test('constraints, taken apart', () => {
    assert.deepEqual(
      together(cluster, 'g').map(
        (row) => `${row.dependent.name} with ${row.with.name}:${row.with.qualifier} ${row.score}`,
      ),
      ['g with m:Promoted inf'],
    );
    assert.deepEqual(
      before(cluster, 'g').map((row) => `${row.first.name}:${row.first.qualifier} ${row.strength}`),
      ['m:promote Mandatory'],
    );
    assert.deepEqual(
      after(cluster, 'g').map((row) => `${row.then.name} ${row.strength}`),
      ['x Optional', 'y Optional'],
    );
    assert.deepEqual(
      constraintsOf(cluster, 'g').map(({ kind, id }) => `${kind} ${id}`),
      ['colocation c1', 'order o1', 'order o2', 'order o2', 'location l1', 'location l2', 'rsc_ticket k'],
    );
  });

  test('statements that are not whole say nothing, and throw nothing', () => {
    for (const text of [
      'order o a',
      'colocation c',
      'colocation c inf: a',
      'location l a',
      'rsc_ticket k',
      'order o ( a',
    ])
      assert.ok(Array.isArray(constraintsOf(configurationOf(text), 'a')), text);
  });
});
