import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { surroundings } from '../../../server/src/core/features/locate';
import { writeXml } from '../../../server/src/languages/crm/cib/xml';
import { effectiveMeta, effectiveParameters } from '../../../server/src/languages/crm/effective/attributes';
import type { Configuration } from '../../../server/src/languages/crm/effective/configuration';
import { allConstraints, together } from '../../../server/src/languages/crm/effective/constraints';
import type { CrmModel } from '../../../server/src/languages/crm/model';
import { serviceWith } from '../../support/service';
import { ourCib } from './cibs';
import { hasCrmsh } from './crmsh';

const head = 'node n1\nnode n2\nproperty stonith-enabled=false no-quorum-policy=ignore\n';
const dummies = (names: string): string =>
  names
    .split(' ')
    .map((name) => `primitive ${name} Dummy\n`)
    .join('');

/** Clusters about one thing each. */
const clusters: readonly string[] = [
  // Meta attributes: own, handed down, of a template, of the defaults, by id.
  `${dummies('a')}primitive e Dummy meta priority=3\nprimitive f Dummy\ngroup g e f meta target-role=Started priority=7 is-managed=true\nclone c g meta clone-max=2 migration-threshold=5 priority=1\nrsc_defaults resource-stickiness=9 priority=2`,
  `rsc_template t Dummy meta migration-threshold=4 priority=8 params state=/t\nprimitive h @t meta failure-timeout=5 priority=1\nprimitive i @t params state=/i\nrsc_defaults failure-timeout=7 failure-timeout=8`,
  `primitive a Dummy meta $id=m1 priority=6 params $id=p1 state=/a\nprimitive b Dummy meta $id-ref=m1 params $id-ref=p1\nprimitive d Dummy meta priority=1 meta priority=2 target-role=Stopped\nprimitive e Dummy meta 5: priority=1 meta priority=2 meta 3: priority=4`,
  `${dummies('a')}rsc_defaults d1: priority=1\nrsc_defaults d2: priority=2\nms m a meta priority=3 target-role=Started`,
  // Colocations: two, chains, sets, apart.
  `${dummies('a b c d e f')}colocation c1 inf: a b\ncolocation c2 100: c d e\ncolocation c3 -50: d e f`,
  `${dummies('a b c d e f')}colocation c1 inf: ( a b ) c\ncolocation c2 100: d ( e f )\ncolocation c3 7: ( a b ) ( c d )`,
  `${dummies('a b c d e')}group g d e\ncolocation c1 inf: a b sequential=false\ncolocation c2 5: a:Started b c:Started\ncolocation c3 inf: g a`,
  // Orders: two, chains, sets.
  `${dummies('a b c d e f')}order o1 a b\norder o2 Mandatory: c d e\norder o3 0: a c\norder o4 Serialize: e f`,
  `${dummies('a b c d e f')}order o1 a ( b c ) d\norder o2 ( d e ) f`,
  `${dummies('a b c d e f')}order o1 ( a b ) ( c d )\norder o2 e:start f:start symmetrical=false`,
];

const tool = (cib: string, command: string, ...args: string[]): string =>
  spawnSync(command, args, { env: { ...process.env, CIB_file: cib }, encoding: 'utf8', timeout: 20_000 }).stdout;

interface Cluster {
  readonly configuration: Configuration;
  /** The path of its CIB. */
  readonly cib: string;
  readonly resources: readonly string[];
}

suite('The crm model and Pacemaker', () => {
  let folder = '';
  suiteSetup(function () {
    folder = mkdtempSync(join(tmpdir(), 'crm-effective-'));
    if (hasCrmsh()) return;
    assert.ok(!process.env['CI'], 'crmsh is not installed');
    console.log('      the cluster tools are not installed: nothing compared');
    this.skip();
  });
  suiteTeardown(() => rmSync(folder, { recursive: true }));

  function open(text: string, i: number): Cluster {
    const { service, uri } = serviceWith('crm', text);
    const file = service.workspace.file(uri);
    assert.ok(file);
    const cib = join(folder, `${i}.xml`);
    writeFileSync(cib, writeXml(ourCib(text)));
    const { facts } = file.units[0]!.model as CrmModel;
    const around = surroundings(service.workspace, file);
    const resources = [...around.declared('crm.resource')].map(({ name }) => name);
    return { configuration: { around, facts }, cib, resources };
  }

  test('meta attributes and parameters in effect are the same', () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [i, text] of clusters.entries()) {
      const { configuration, cib, resources } = open(head + text, i);
      for (const name of resources) {
        const meta = new Map(effectiveMeta(configuration, name).map((row) => [row.name, row.value]));
        for (const key of [
          'priority',
          'target-role',
          'is-managed',
          'resource-stickiness',
          'migration-threshold',
          'failure-timeout',
        ]) {
          const theirs = tool(cib, 'crm_resource', '-r', name, '--meta', '-g', key).trim();
          asked++;
          if (theirs !== (meta.get(key) ?? '')) wrong.push(`${i} ${name} ${key}: ${theirs}, ours ${meta.get(key)}`);
        }
        const [state] = effectiveParameters(configuration, name).filter((row) => row.name === 'state');
        const theirs = tool(cib, 'crm_resource', '-r', name, '-g', 'state').trim();
        if (theirs !== (state?.value ?? '')) wrong.push(`${i} ${name} state: ${theirs}, ours ${state?.value}`);
      }
    }
    console.log(`      ${asked} values`);
    assert.deepEqual(wrong, []);
  }).timeout(120_000);

  test('colocations taken apart are the same', () => {
    for (const [i, text] of clusters.entries()) {
      const { configuration, cib, resources } = open(head + text, i);
      for (const name of resources.filter((resource) => !resource.startsWith('g'))) {
        const ours = together(configuration, name).map((row) =>
          row.dependent.name === name ? `with ${row.with.name}` : `of ${row.dependent.name}`,
        );
        const theirs = colocationsSaid(tool(cib, 'crm_resource', '-r', name, '--constraints'), name);
        assert.deepEqual([...new Set(ours)].sort(), [...new Set(theirs)].sort(), `${name} in\n${text}`);
      }
    }
  }).timeout(120_000);

  test('orders taken apart are the same', () => {
    for (const [i, text] of clusters.entries()) {
      const { configuration, cib, resources } = open(head + text, i);
      const single = new Set(resources.filter((resource) => !/^[gc]$/.test(resource) || !text.includes('group')));
      const ours = allConstraints(configuration).flatMap((row) =>
        row.kind === 'order' && row.strength === 'Mandatory' ? [`${row.first.name} ${row.then.name}`] : [],
      );
      const dot = join(folder, `${i}.dot`);
      tool(cib, 'crm_simulate', '-x', cib, '-u', 'n1', '-u', 'n2', '-S', '-D', dot);
      const theirs = [...readFileSync(dot, 'utf8').matchAll(/"(\w+)_start_0[^"]*" -> "(\w+)_start_0/g)]
        .filter(([, first = '', then = '']) => single.has(first) && single.has(then) && !text.includes('group'))
        .map(([, first, then]) => `${first} ${then}`);
      const wanted = ours.filter(() => !text.includes('group'));
      assert.deepEqual(
        [...new Set(theirs.filter((edge) => !isSerialized(text, edge)))].sort(),
        [...new Set(wanted)].sort(),
        text,
      );
    }
  }).timeout(120_000);
});

/** Serialize keeps two apart in time, too, in an order of its own. */
const isSerialized = (text: string, edge: string): boolean =>
  text.includes(`Serialize: ${edge}`) || text.includes(`0: ${edge}`);

/** What `crm_resource --constraints` says of a resource itself, without the chains behind. */
function colocationsSaid(said: string, name: string): string[] {
  const found: string[] = [];
  let how = '';
  for (const line of said.split('\n')) {
    if (line.startsWith('Resources colocated with ')) how = 'of';
    else if (line === `Resources ${name} is colocated with:`) how = 'with';
    else if (/^\S/.test(line)) how = '';
    const [, other] = /^ {2}\* (\w+) \((?:score|id)=/.exec(line) ?? [];
    if (how !== '' && other !== undefined) found.push(`${how} ${other}`);
  }
  return found;
}
