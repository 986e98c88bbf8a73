import assert from 'node:assert/strict';
import { fitsGlob } from '../../../../../server/src/languages/crm/cib/glob';
import { childrenOf, writeXml } from '../../../../../server/src/languages/crm/cib/xml';
import { ourCib } from '../../../../oracle/crm/cibs';

/** Checks the elements of one section of the CIB of a text. */
function checkSection(section: string, text: string, expected: string, schema?: string): void {
  const [configuration] = childrenOf(ourCib(text, schema), 'configuration');
  assert.ok(configuration);
  const [found] = childrenOf(configuration, section);
  const trimmed = expected.replace(/^\n|\s+$/g, '').replace(/^ {6}/gm, '');
  assert.equal(
    (found?.children ?? []).map((child) => ('tag' in child ? writeXml(child) : '')).join(''),
    `${trimmed}\n`,
  );
}

suite('toCib', () => {
  test('a resource gets the ids that crmsh makes, and stands in its container', () =>
    checkSection(
      'resources',
      `
      clone c1 d1 meta interleave=true
      # what it is
      primitive d1 Dummy state=/run/d1 op monitor interval=10s depth=0
      `,
      `
      <clone id="c1">
        <meta_attributes id="c1-meta_attributes">
          <nvpair name="interleave" value="true" id="c1-meta_attributes-interleave"/>
        </meta_attributes>
        <primitive id="d1" class="ocf" provider="heartbeat" type="Dummy">
          <!--# what it is-->
          <instance_attributes id="d1-instance_attributes">
            <nvpair name="state" value="/run/d1" id="d1-instance_attributes-state"/>
          </instance_attributes>
          <operations>
            <op name="monitor" interval="10s" id="d1-monitor-10s">
              <instance_attributes id="d1-monitor-10s-instance_attributes">
                <nvpair name="depth" value="0" id="d1-monitor-10s-instance_attributes-depth"/>
              </instance_attributes>
            </op>
          </operations>
        </primitive>
      </clone>`,
    ));

  test('roles are those that the schema knows', () => {
    const text = 'primitive d1 Dummy\nlocation l1 d1 role=Promoted inf: n1';
    const location = (role: string) => `
      <rsc_location id="l1" rsc="d1" score="INFINITY" node="n1" role="${role}"/>`;
    checkSection('constraints', text, location('Promoted'));
    checkSection('constraints', text, location('Master'), 'pacemaker-3.5');
  });

  test('properties of one set are joined, the last value stands', () =>
    checkSection(
      'crm_config',
      'property a=1 b=2 a=3',
      `
      <cluster_property_set id="cib-bootstrap-options">
        <nvpair name="a" value="3" id="cib-bootstrap-options-a"/>
        <nvpair name="b" value="2" id="cib-bootstrap-options-b"/>
      </cluster_property_set>`,
    ));

  test('rights are split by what they are about; shortcuts are paths', () =>
    checkSection(
      'acls',
      'role r1 write p1: meta:d1:target-role ref:x',
      `
      <acl_role id="r1">
        <acl_permission kind="write" id="p1" xpath="//primitive[@id='d1']/meta_attributes/nvpair[@name='target-role']"/>
        <acl_permission kind="write" id="p1" reference="x"/>
      </acl_role>`,
    ));

  test('half-written statements, and names that objects have anyway, make no exception', () => {
    for (const text of [
      ...[
        'primitive',
        'primitive d1',
        'group g1',
        'clone c1',
        'location',
        'location l1',
        'order o1',
        'colocation c1 inf:',
      ],
      ...[
        'node',
        'property',
        'rsc_defaults',
        'fencing_topology',
        'role',
        'role r1 read',
        'alert',
        'tag',
        'monitor',
        'user',
      ],
      ...['xml', 'xml <a', 'rsc_ticket', 'bundle b1 docker', 'op_defaults $id-ref=', 'acl_target'],
      ...['primitive __proto__ constructor params __proto__=1 toString=2', 'property __proto__: constructor=1'],
      ...[
        'group g1 g1',
        'clone c1 c1\nclone c2 c1',
        'monitor d1:0',
        'xml <rsc_defaults/>',
        'xml <op id="x" name="m"/>',
      ],
    ])
      assert.equal(ourCib(text).tag, 'cib', text);
  });
});

suite('Shell patterns', () => {
  const fitting: [string, string][] = [
    ['d1', 'd1'],
    ['d1', 'd*'],
    ['d1', '*'],
    ['', '*'],
    ['d12', 'd?2'],
    ['d1', 'd[0-9]'],
    ['da', 'd[!0-9]'],
    ['d]', 'd[]]'],
    ['a-b', 'a[x-]b'],
    ['[x', '[x'],
    ['aXbXc', 'a*b*c'],
  ];
  test('fit as they do for Python', () => {
    for (const [name, pattern] of fitting) assert.ok(fitsGlob(name, pattern), `${name} ${pattern}`);
    for (const [name, pattern] of [
      ['d1', 'D1'],
      ['d', 'd?'],
      ['d1', 'd[!0-9]'],
      ['xd1', 'd*'],
    ] as const)
      assert.ok(!fitsGlob(name, pattern), `${name} ${pattern}`);
  });

  test('cost no more than both lengths multiplied', () => {
    assert.ok(!fitsGlob('a'.repeat(5_000), `${'a*'.repeat(500)}b`));
  });
});
