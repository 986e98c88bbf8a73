import assert from 'node:assert/strict';
import { fromCib } from '../../../../../server/src/languages/crm/cib/from-cib';
import { element, readXml, type XmlElement } from '../../../../../server/src/languages/crm/cib/xml';
import { ourCib } from '../../../../oracle/crm/cibs';
import { cibs } from '../../../../oracle/crm/from-cib-cases';

function read(text: string): XmlElement {
  const xml = readXml(text);
  assert.ok(!('problem' in xml));
  return xml;
}

/** Checks what is printed of the inner text of a `<configuration>`; blanks in front of the lines do not count. */
function check(style: 'show' | 'exact', configuration: string, expected: string): void {
  const text = fromCib(read(`<configuration>${configuration}</configuration>`), { style });
  assert.equal(
    text,
    expected
      .replace(/^\n|\s+$/g, '')
      .replace(/^ {6}/gm, '')
      .replace(/$/, '\n'),
  );
}

const dummy = (id: string, inner = ''): string =>
  `<resources><primitive id="${id}" class="ocf" provider="heartbeat" type="Dummy">${inner}</primitive></resources>`;
const located = (inner: string): string =>
  `<constraints><rsc_location id="l" rsc="a">${inner}</rsc_location></constraints>`;

suite('fromCib: as crmsh shows it', () => {
  test('objects stand by kind and then by id; parts of a statement on lines of their own', () =>
    check(
      'show',
      `<crm_config><cluster_property_set id="cib-bootstrap-options">
        <nvpair id="o1" name="no-quorum-policy" value="stop"/><nvpair id="o2" name="note" value="say &quot;hi&quot; \\"/>
      </cluster_property_set></crm_config>
      <nodes><node id="2" uname="n2" type="remote"/><node id="1" uname="n1"><utilization id="u"><nvpair id="u1" name="cpu" value="8"/></utilization></node></nodes>
      <resources>
        <primitive id="z" class="stonith" type="fence_x"/>
        <primitive id="a" class="ocf" provider="pacemaker" type="Stateful" description="it is">
          <operations><op id="whatever" name="monitor" interval="10s" role="Promoted"/></operations>
          <meta_attributes id="m"><nvpair id="m1" name="target-role"/></meta_attributes>
        </primitive>
      </resources>
      <rsc_defaults><meta_attributes id="rsc-options"><nvpair id="r" name="a" value=""/></meta_attributes></rsc_defaults>`,
      `
      node 1: n1 \\
      	utilization cpu=8
      node 2: n2:remote
      primitive a ocf:pacemaker:Stateful \\
      	description="it is" \\
      	op monitor interval=10s role=Promoted \\
      	meta target-role
      primitive z stonith:fence_x
      xml <cluster_property_set id="cib-bootstrap-options"> \\
        <nvpair id="o1" name="no-quorum-policy" value="stop"/> \\
        <nvpair id="o2" name="note" value="say &quot;hi&quot; \\"/> \\
      </cluster_property_set>
      rsc_defaults rsc-options: \\
      	a=""`,
    ));

  test('containers, templates, bundles', () =>
    check(
      'show',
      `<resources>
        <clone id="c"><group id="g"><primitive id="p" template="t"/><meta_attributes id="gm"><nvpair id="n" name="x" value="1"/></meta_attributes></group></clone>
        <template id="t" class="lsb" type="x"/>
        <bundle id="b"><docker image="i:1"/><network control-port="9"><port-mapping id="pm" port="80"/></network></bundle>
      </resources>`,
      `
      rsc_template t lsb:x
      primitive p @t
      bundle b \\
      	docker image="i:1" \\
      	network control-port=9 port-mapping id=pm port=80
      group g p \\
      	meta x=1
      clone c g`,
    ));

  test('rules say scores, expressions and dates in crm’s words', () =>
    check(
      'show',
      located(`
        <rule id="l-rule" score="-INFINITY" boolean-op="or">
          <expression id="l-rule-expression" attribute="pingd" operation="not_defined"/>
          <expression id="l-rule-expression-0" attribute="pingd" type="number" operation="lte" value="0"/>
        </rule>
        <rule id="l-rule-0" score="INFINITY" role="Promoted">
          <date_expression id="l-rule-0-expression" operation="date_spec"><date_spec id="d" hours="9-16"/></date_expression>
          <date_expression id="l-rule-0-expression-0" operation="in_range" start="2020-01-01" end="2030-01-01"/>
        </rule>`),
      `
      location l a \\
      	rule -inf: not_defined pingd or pingd number:lte 0 \\
      	rule $role=Promoted date spec hours=9-16 and date in start=2020-01-01 end=2030-01-01`,
    ));

  test('sets stand in brackets; two members are marked as a set', () =>
    check(
      'show',
      `<constraints>
        <rsc_order id="o" kind="Optional"><resource_set id="o-0" sequential="false" require-all="false"><resource_ref id="a"/><resource_ref id="b"/></resource_set><resource_set id="o-1" action="start"><resource_ref id="c"/></resource_set></rsc_order>
        <rsc_colocation id="c" score="INFINITY"><resource_set id="c-0"><resource_ref id="a"/><resource_ref id="b"/></resource_set></rsc_colocation>
        <rsc_ticket id="t" ticket="T" rsc="a" rsc-role="Promoted" loss-policy="stop"/>
      </constraints>`,
      `
      colocation c inf: _rsc_set_ a b
      order o Optional: [ a b ] c:start
      rsc_ticket t T: a:Promoted loss-policy=stop`,
    ));

  test('levels for all nodes alike have no targets', () =>
    check(
      'show',
      `<nodes><node id="1" uname="n1"/><node id="2" uname="n2"/></nodes><fencing-topology>
        <fencing-level id="f1" target="n1" index="1" devices="s1,s2"/><fencing-level id="f2" target="n2" index="1" devices="s1,s2"/>
      </fencing-topology>`,
      `
      node 1: n1
      node 2: n2
      fencing_topology s1,s2`,
    ));

  test('access, tags and alerts', () =>
    check(
      'show',
      `<acls><acl_role id="r"><acl_permission id="x" kind="read" xpath="//nodes/node[@uname='n1']"/><acl_permission id="y" kind="deny" object-type="nvpair" attribute="id"/></acl_role><acl_target id="u"><role id="r"/></acl_target></acls>
      <tags><tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag></tags>
      <alerts><alert id="al" path="/bin/a"><select><select_nodes/></select><recipient id="al-recipient-1" value="/dev/null"/><meta_attributes id="m"><nvpair id="m1" name="timeout" value="5s"/></meta_attributes></alert></alerts>`,
      `
      tag t a b
      role r \\
      	read node:n1 \\
      	deny attr:id type:nvpair
      acl_target u \\
      	r
      alert al "/bin/a" \\
      	select nodes \\
      	to { "/dev/null" } \\
      	meta timeout=5s`,
    ));

  test('an id that is referred to is written where crmsh finds it', () =>
    check(
      'show',
      `<resources>
        <primitive id="a" class="lsb" type="x"><utilization id="u"><nvpair id="u-x" name="x" value="1"/></utilization><meta_attributes id="m"/></primitive>
        <primitive id="b" class="lsb" type="x"><utilization id-ref="u"/><meta_attributes id-ref="m"/></primitive>
      </resources>`,
      `
      primitive a lsb:x \\
      	utilization $id=u x=1 \\
      	meta
      primitive b lsb:x \\
      	utilization $id-ref=u \\
      	meta $id-ref=m`,
    ));

  test('comments stand in front', () =>
    check('show', dummy('a', '<!-- one --><meta_attributes id="m"/>'), '# one\nprimitive a Dummy \\\n\tmeta'));

  test('what crm has no words for is XML', () => {
    const lines = (inner: string): string =>
      `xml <primitive id="a" class="ocf" provider="heartbeat" type="Dummy"> \\\n  ${inner} \\\n</primitive>`;
    check('show', dummy('a', '<foo bar="é"/>'), lines('<foo bar="&#233;"/>'));
    check('show', dummy('é'), 'xml <primitive id="&#xE9;" class="ocf" provider="heartbeat" type="Dummy"/>');
  });

  test('roles and rights are those of the schema', () => {
    const cib = (schema: string): XmlElement =>
      read(
        `<cib validate-with="${schema}"><configuration><acls><acl_role id="r"><write id="w" ref="a" attribute="x"/></acl_role></acls></configuration></cib>`,
      );
    assert.equal(fromCib(cib('pacemaker-1.2'), { style: 'show' }), 'role r \\\n\twrite ref:a attribute:x\n');
    assert.match(String(fromCib(cib('pacemaker-3.9'), { style: 'show' })), /^xml <acl_role/);
  });
});

suite('fromCib: exactly', () => {
  test('ids that crmsh would not give are written, others are not', () =>
    check(
      'exact',
      `<nodes><node id="1" uname="n1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-standby" name="standby" value="on"/></instance_attributes></node></nodes>
      <resources><primitive id="a" class="ocf" provider="heartbeat" type="Dummy">
        <instance_attributes id="a-instance_attributes"><nvpair id="own" name="x" value="1"/><nvpair id="a-instance_attributes-y" name="y" value="a\\b"/></instance_attributes>
        <operations><op id="a-monitor-10s" name="monitor" interval="10s"/><op id="begin" name="start" interval="0"/></operations>
      </primitive></resources>
      <acls><acl_role id="r"><acl_permission id="r-0" kind="read" xpath="/cib"/><acl_permission id="w" kind="write" reference="a"/></acl_role></acls>`,
      `
      node 1: n1 \\
      	attributes $id=nodes-1 standby=on
      primitive a ocf:heartbeat:Dummy \\
      	params $own:x=1 y="a\\\\b" \\
      	op monitor interval=10s \\
      	op start interval=0 id=begin
      role r \\
      	read cib \\
      	write w: ref:a`,
    ));

  test('the order of the CIB is kept within a kind', () =>
    check(
      'exact',
      `<resources><group id="g"><primitive id="z" class="lsb" type="x"/></group><primitive id="a" class="lsb" type="x"/></resources>
      <fencing-topology><fencing-level id="fencing" target="n1" index="1" devices="s"/></fencing-topology><nodes><node id="n1" uname="n1"/></nodes>`,
      `
      node n1
      primitive z lsb:x
      primitive a lsb:x
      group g z
      fencing_topology \\
      	n1: s`,
    ));

  test('sets that would grow together, or be taken for a pair, stand in brackets', () =>
    check(
      'exact',
      `<constraints>
        <rsc_order id="o" kind="Mandatory"><resource_set id="o-0"><resource_ref id="a"/></resource_set><resource_set id="o-1"><resource_ref id="b"/></resource_set></rsc_order>
        <rsc_colocation id="c" score="5"><resource_set id="c-0"><resource_ref id="a"/></resource_set></rsc_colocation>
      </constraints>`,
      `
      order o Mandatory: ( a sequential=true ) ( b sequential=true )
      colocation c 5: ( a sequential=true )`,
    ));

  test('XML says ids of expressions, and blanks that crmsh would join', () => {
    check(
      'exact',
      located('<rule id="l-rule" score="5"><expression id="mine" attribute="x" operation="defined"/></rule>'),
      `
      xml <rsc_location id="l" rsc="a"> \\
        <rule id="l-rule" score="5"> \\
          <expression id="mine" attribute="x" operation="defined"/> \\
        </rule> \\
      </rsc_location>`,
    );
    check(
      'exact',
      '<rsc_defaults><meta_attributes id="m" score="5"><nvpair id="m-x" name="x" value="a  b&#10;"/></meta_attributes></rsc_defaults>',
      `
      xml <rsc_defaults> \\
        <meta_attributes id="m" score="5"> \\
          <nvpair id="m-x" name="x" value="a &#32;b&#10;"/> \\
        </meta_attributes> \\
      </rsc_defaults>`,
    );
  });

  test('exact text of what toCib makes is taken for the same again', () => {
    const text = String(
      fromCib(ourCib('primitive a Dummy x=1 op monitor interval=5\nclone c a\norder o a c'), { style: 'exact' }),
    );
    assert.equal(fromCib(ourCib(text), { style: 'exact' }), text);
  });
});

suite('fromCib: whatever it gets', () => {
  test('a cib, a configuration; anything else is no CIB', () => {
    assert.equal(fromCib(read('<cib/>'), { style: 'show' }), '');
    assert.equal(fromCib(read('<configuration/>'), { style: 'exact' }), '');
    assert.deepEqual(fromCib(read('<crm_mon/>'), { style: 'show' }), { problem: 'no CIB', element: 'crm_mon' });
  });

  test('names that are words of JavaScript are names', () =>
    check('show', dummy('__proto__') + dummy('constructor'), 'primitive __proto__ Dummy\nprimitive constructor Dummy'));

  test('foreign elements and missing attributes everywhere', () => {
    for (const cib of cibs) {
      const root = read(cib);
      const bare = (node: XmlElement): XmlElement => ({
        ...node,
        attributes: new Map(),
        children: node.children.map((child) => ('tag' in child ? bare(child) : child)),
      });
      const foreign = (node: XmlElement): XmlElement => ({
        ...node,
        children: [
          element('__proto__', { id: 'x' }),
          ...node.children.map((child) => ('tag' in child ? foreign(child) : child)),
        ],
      });
      for (const style of ['show', 'exact'] as const)
        for (const changed of [root, bare(root), foreign(root)])
          assert.equal(typeof fromCib(changed, { style }), 'string');
    }
  });

  test('10,000 resources in 100 groups, with 10,000 properties, in seconds', () => {
    const ids = Array.from({ length: 10_000 }, (_, i) => `r${i}`);
    const resources = ids.map((id) => element('primitive', { id, class: 'lsb', type: 'x' }));
    const pairs = ids.map((id) => element('nvpair', { id: `p-${id}`, name: id, value: '1' }));
    const cib = element('configuration', {}, [
      element('crm_config', {}, [element('cluster_property_set', { id: 'p' }, pairs)]),
      element(
        'resources',
        {},
        Array.from({ length: 100 }, (_, i) =>
          element('group', { id: `g${i}` }, resources.slice(i * 100, i * 100 + 100)),
        ),
      ),
    ]);
    for (const style of ['show', 'exact'] as const) {
      const start = performance.now();
      const text = String(fromCib(cib, { style }));
      assert.equal(text.match(/^primitive r\d+ lsb:x$/gm)?.length, ids.length);
      assert.ok(!text.includes('xml'));
      assert.ok(performance.now() - start < 5_000);
    }
  }).timeout(20_000);
});
