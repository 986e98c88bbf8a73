import {
  acls,
  alerted,
  cib,
  constrained,
  dummy,
  fenced,
  located,
  nodes,
  properties,
  resources,
  ruled,
  set,
  stonith,
  tested,
  three,
} from './cib-parts';

/** CIBs with all that crmsh prints besides nodes and resources. */
export const otherCibs: readonly string[] = [
  // Locations and rules.
  ...['5', 'INFINITY', '-INFINITY', '+INFINITY', '-5', '0', 'attr'].map((score) =>
    located(`rsc="a" score="${score}" node="n1"`),
  ),
  located('rsc="a" node="n1"'),
  located('rsc="a" score="5" node="n1" role="Promoted" resource-discovery="never"'),
  located('rsc="a" role="Master" score="5" node="n1"'),
  located('rsc-pattern="a.*" score="5" node="n1"'),
  located('rsc-pattern="(a|b) c" score="5" node="n1"'),
  located('score="5" node="n1"', set('l-0', '', 'a', 'b')),
  located('score="5" node="n1"', set('l-0', 'role="Started"', 'a') + set('l-1', 'sequential="false"', 'b', 'c')),
  located('score="5" node="n1" rsc="a" description="why"'),
  located('score-attribute="x" rsc="a" node="n1"'),
  located('rsc="a"'),
  located('rsc="a" score="5" node="nowhere" foo="bar"'),
  tested('<expression id="l-rule-expression" attribute="#uname" operation="eq" value="n1"/>'),
  tested('<expression id="e" attribute="#uname" operation="eq" value="n1"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="defined"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="not_defined"/>'),
  tested(
    '<expression id="l-rule-expression" attribute="x" operation="lt" type="number" value="5"/><expression id="l-rule-expression-0" attribute="y" operation="ne" type="version" value="1.2"/>',
  ),
  tested('<expression id="l-rule-expression" attribute="x" operation="gte" type="string" value="b"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="gt" type="integer" value="5"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="eq" value="a b"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="eq" value="y" value-source="meta"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="eq" value="y" value-source="literal"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="eq"/>'),
  tested('<expression id="l-rule-expression" attribute="x" operation="xx" value="1"/>'),
  tested('<expression id="l-rule-expression" attribute="date" operation="eq" value="1"/>'),
  tested('<date_expression id="l-rule-expression" operation="lt" end="2030-01-01"/>'),
  tested('<date_expression id="l-rule-expression" operation="gt" start="2030-01-01 12:00"/>'),
  tested('<date_expression id="l-rule-expression" operation="in_range" start="2020-01-01" end="2030-01-01"/>'),
  tested('<date_expression id="l-rule-expression" operation="in_range" end="2030-01-01"/>'),
  tested(
    '<date_expression id="l-rule-expression" operation="in_range" start="2020-01-01"><duration id="l-rule-expression-duration" years="1" months="2"/></date_expression>',
  ),
  tested(
    '<date_expression id="l-rule-expression" operation="date_spec"><date_spec id="l-rule-expression-date_spec" hours="9-16" weekdays="1-5"/></date_expression>',
  ),
  tested(
    '<date_expression id="l-rule-expression" operation="date_spec"><date_spec id="d" minutes="1"/></date_expression>',
  ),
  tested('<rsc_expression id="x" class="ocf"/>'),
  tested('<op_expression id="x" name="monitor"/>'),
  ruled(
    'score="5" boolean-op="or"><expression id="l-rule-expression" attribute="x" operation="defined"/><expression id="l-rule-expression-0" attribute="y" operation="defined"/>',
  ),
  ruled(
    'score="5" boolean-op="and"><expression id="l-rule-expression" attribute="x" operation="defined"/><expression id="l-rule-expression-0" attribute="y" operation="defined"/>',
  ),
  ruled('score="INFINITY" role="Promoted"><expression id="l-rule-expression" attribute="x" operation="defined"/>'),
  ruled('score-attribute="pingd"><expression id="l-rule-expression" attribute="pingd" operation="defined"/>'),
  ruled('><expression id="l-rule-expression" attribute="pingd" operation="defined"/>'),
  ruled('score="5">'),
  ruled('score="5"><rule id="in" score="3"><expression id="e1" attribute="x" operation="defined"/></rule>'),
  located(
    'rsc="a"',
    '<rule id="r1" score="5"><expression id="r1-expression" attribute="x" operation="defined"/></rule><rule id="l-rule" score="6"><expression id="l-rule-expression" attribute="y" operation="defined"/></rule>',
  ),
  constrained(
    '<rsc_location id="l1" rsc="a"><rule id="r1" score="5"><expression id="r1-expression" attribute="x" operation="defined"/></rule></rsc_location><rsc_location id="l2" rsc="b"><rule id-ref="r1"/></rsc_location>',
  ),
  constrained(
    '<rsc_location id="l1" rsc="a"><rule id="l1-rule" score="5"><expression id="l1-rule-expression" attribute="x" operation="defined"/></rule></rsc_location><rsc_location id="l2" rsc="b"><rule id-ref="l1-rule"/></rsc_location>',
  ),
  // Colocations, orders, tickets.
  constrained(
    '<rsc_colocation id="x" score="INFINITY" rsc="a" with-rsc="b"/><rsc_colocation id="w" rsc="a" with-rsc="b" rsc-role="Promoted" with-rsc-role="Started" score="-7" node-attribute="rack"/>',
  ),
  constrained(
    '<rsc_colocation id="x" score="5" rsc="a" rsc-instance="1" with-rsc="b" with-rsc-instance="2"/><rsc_colocation id="y" rsc="a" with-rsc="b"/>',
  ),
  constrained(
    '<rsc_colocation id="x" score="5" rsc="a" with-rsc="b" influence="false"/><rsc_colocation id="y" score-attribute="z" rsc="a" with-rsc="b"/>',
  ),
  constrained(
    `<rsc_colocation id="x" score="5">${set('x-0', '', 'a', 'b')}${set('x-1', 'sequential="false"', 'c')}</rsc_colocation>`,
  ),
  constrained(
    `<rsc_colocation id="x" score="5">${set('x-0', 'sequential="true"', 'a')}${set('x-1', 'role="Started"', 'b')}</rsc_colocation>`,
  ),
  constrained(
    `<rsc_colocation id="x" score="5">${set('own', '', 'a', 'b', 'c')}</rsc_colocation><rsc_colocation id="y" score="5">${set('y-0', '', 'a')}</rsc_colocation>`,
  ),
  constrained(
    '<rsc_order id="x" kind="Mandatory" first="a" then="b"/><rsc_order id="y" kind="Optional" first="a" first-action="stop" then="b" then-action="start" symmetrical="false"/><rsc_order id="z" first="a" then="b"/>',
  ),
  constrained(
    '<rsc_order id="x" score="INFINITY" first="a" then="b"/><rsc_order id="y" score="0" first="a" then="b"/><rsc_order id="z" kind="Serialize" first="a" then="b" symmetrical="true"/>',
  ),
  constrained(
    '<rsc_order id="x" first="a" first-instance="1" then="b"/><rsc_order id="y" first="a" then="b" first-action="notify"/><rsc_order id="z" first="a" then="b" require-all="false"/>',
  ),
  constrained(
    `<rsc_order id="x" kind="Mandatory">${set('x-0', 'sequential="false" require-all="false"', 'a', 'b')}${set('x-1', 'action="start"', 'c')}</rsc_order>`,
  ),
  constrained(
    `<rsc_order id="x" kind="Mandatory">${set('x-0', 'require-all="false"', 'a', 'b')}${set('x-1', '', 'c')}</rsc_order>`,
  ),
  constrained(
    `<rsc_order id="x">${set('x-0', '', 'a')}${set('x-1', '', 'b')}</rsc_order><rsc_order id="y">${set('y-0', '', 'a', 'b')}${set('y-1', '', 'c')}</rsc_order>`,
  ),
  constrained(
    `<rsc_order id="x" symmetrical="false">${set('x-0', 'sequential="false" action="promote"', 'a', 'b')}</rsc_order>`,
  ),
  constrained(
    `<rsc_ticket id="x" ticket="T" rsc="a"/><rsc_ticket id="y" ticket="T" rsc="a" rsc-role="Promoted" loss-policy="demote"/><rsc_ticket id="z" ticket="T 2">${set('z-0', '', 'a', 'b')}</rsc_ticket>`,
  ),
  constrained(
    `<rsc_ticket id="x" ticket="T">${set('x-0', '', 'a')}</rsc_ticket><rsc_ticket id="y" ticket="T" loss-policy="stop">${set('y-0', 'sequential="false"', 'a')}${set('y-1', 'role="Started"', 'b')}</rsc_ticket>`,
  ),
  constrained('<rsc_colocation id="x" score="5" rsc="a" with-rsc="b" description="near"/><foo id="y"/>'),
  constrained(
    '<rsc_colocation id="z" score="1" rsc="a" with-rsc="b"/><rsc_location id="y" rsc="a" score="1" node="n1"/><rsc_ticket id="a1" ticket="T" rsc="a"/><rsc_order id="x" first="a" then="b"/>',
  ),
  constrained(
    '<rsc_location id="l" rsc="a"><lifetime id="t"><rule id="r" score="5"><expression id="e" attribute="x" operation="defined"/></rule></lifetime></rsc_location>',
  ),
  // Fencing.
  fenced(
    'target="n1" index="1" devices="s1"',
    'target="n1" index="2" devices="s2"',
    'target="n2" index="1" devices="s1,s2"',
  ),
  fenced('target="n1" index="1" devices="s1"', 'target="n2" index="1" devices="s1"'),
  fenced('target="n1" index="2" devices="s2"', 'target="n1" index="1" devices="s1"'),
  fenced(
    'target="n1" index="1" devices="s1"',
    'target="n2" index="1" devices="s1"',
    'target="n1" index="2" devices="s2"',
  ),
  fenced(
    'target-pattern="n.*" index="1" devices="s1"',
    'target-attribute="rack" target-value="1" index="1" devices="s2"',
  ),
  fenced(
    'target-attribute="rack" target-value="1" index="1" devices="s1"',
    'target-attribute="rack" target-value="2" index="1" devices="s2"',
  ),
  fenced('target="n1" index="3" devices="s1"', 'target="n2" index="5" devices="s2"'),
  fenced(),
  // Tags, properties, defaults.
  cib({
    nodes,
    resources: three,
    tags: '<tag id="t"><obj_ref id="a"/><obj_ref id="b"/></tag><tag id="s"><obj_ref id="t"/></tag>',
  }),
  cib({ tags: '<tag id="t"/><tag id="u"><obj_ref id="ü"/></tag>' }),
  properties(
    '<cluster_property_set id="cib-bootstrap-options"><nvpair id="cib-bootstrap-options-a" name="a" value="1"/><nvpair id="b" name="b" value="x y"/></cluster_property_set>',
  ),
  properties(
    '<cluster_property_set id="x y"><nvpair id="x y-a" name="a" value="1"/></cluster_property_set><cluster_property_set id="zz"><nvpair id="zz-a" name="a" value=""/></cluster_property_set>',
  ),
  properties(
    '<cluster_property_set id="z1" score="5"><nvpair id="z1-a" name="a" value="1"/></cluster_property_set><cluster_property_set id="empty"/>',
  ),
  properties(
    '<cluster_property_set id="r"><rule id="r-rule" score="INFINITY"><expression id="r-rule-expression" attribute="x" operation="defined"/></rule><nvpair id="r-a" name="a" value="1"/><nvpair id="r-rule-1" name="rule" value="1"/></cluster_property_set>',
  ),
  properties(
    '<cluster_property_set id="r"><nvpair id="r-a" name="a" value="1"/><nvpair id="r-a-0" name="a" value="2"/></cluster_property_set>',
  ),
  cib({
    rsc_defaults: '<meta_attributes id="rsc-options"><nvpair id="rsc-options-a" name="a" value="1"/></meta_attributes>',
    op_defaults:
      '<meta_attributes id="op-options"><nvpair id="op-options-timeout" name="timeout" value="20s"/></meta_attributes>',
  }),
  cib({
    rsc_defaults:
      '<meta_attributes id="build"><nvpair id="build-a" name="a" value="1"/></meta_attributes><meta_attributes id="m2"><rule id="m2-rule" score="3"><rsc_expression id="m2-e" class="ocf"/></rule><nvpair id="m2-a" name="a" value="1"/></meta_attributes>',
  }),
  cib({
    rsc_defaults: '<meta_attributes id-ref="m"/>',
    resources: dummy('a', '<meta_attributes id="m"><nvpair id="m-x" name="x" value="1"/></meta_attributes>'),
  }),
  cib({
    rsc_defaults: '<meta_attributes id="x"><nvpair id-ref="m-x"/></meta_attributes>',
    resources: dummy('a', '<meta_attributes id="m"><nvpair id="m-x" name="x" value="1"/></meta_attributes>'),
  }),
  cib({
    op_defaults:
      '<!-- lost --><meta_attributes id="op-options"><!-- kept --><nvpair id="op-options-a" name="a" value="1"/></meta_attributes>',
  }),
  // Access, both schemas.
  acls(
    '<acl_role id="r" description="d e"><acl_permission id="r-0" kind="read" xpath="/cib"/><acl_permission id="own" kind="write" reference="a"/><acl_permission id="r-1" kind="deny" object-type="nvpair" attribute="id"/><acl_permission id="r-2" kind="read" description="x y" object-type="node"/></acl_role><acl_target id="u"><role id="r"/></acl_target><acl_group id="g"><role id="r"/><role id="q"/></acl_group>',
  ),
  acls(
    `<acl_role id="r">${["//primitive[@id='a']/meta_attributes/nvpair[@name='target-role']", "//primitive[@id='a']/meta_attributes", "//primitive[@id='a']/instance_attributes", "//primitive[@id='a']/utilization", "//rsc_location[@id='cli-prefer-a' and @rsc='a']", "//rsc_location[@id='cli-prefer-a' and @rsc='b']", '//crm_config/cluster_property_set', "//crm_config/cluster_property_set/nvpair[@name='x']", '//nodes/node/instance_attributes', "//nodes/node/instance_attributes/nvpair[@name='x']", '//nodes/node/utilization', "//nodes/node/utilization[@uname='n1']", '//nodes/node', "//nodes/node[@uname='n1']", '/cib/status', '/cib', '//x', "//*[@id='a b']", '//é'].map((path, i) => `<acl_permission id="p${i}" kind="read" xpath="${path}"/>`).join('')}</acl_role>`,
  ),
  acls('<acl_role id="r"/><acl_target id="u"/>'),
  acls('<acl_role id="r"><acl_permission id="x" kind="read" attribute="id"/></acl_role>'),
  acls('<acl_target id="u" name="joe"><role id="r"/></acl_target>'),
  acls(
    '<acl_role id="r"><read id="r-read" xpath="/cib"/><write id="r-write" ref="a" attribute="x"/><deny id="r-deny" tag="node"/></acl_role><acl_user id="u"><role_ref id="r"/></acl_user><acl_user id="v"><read id="v-read" tag="x" attribute="y"/></acl_user>',
    'pacemaker-1.2',
  ),
  acls(
    '<acl_role id="r"><read id="r-read" xpath="//nodes/node"/><read id="r-read-0" xpath="//crm_config/cluster_property_set/nvpair[@name=\'x\']"/></acl_role>',
    'pacemaker-1.2',
  ),
  // Alerts.
  alerted(
    '<alert id="a" path="/bin/a" description="d e"><instance_attributes id="a-instance_attributes"><nvpair id="a-instance_attributes-x" name="x" value="1"/></instance_attributes><meta_attributes id="a-meta_attributes"><nvpair id="a-meta_attributes-timeout" name="timeout" value="5s"/></meta_attributes><recipient id="a-recipient-1" value="/dev/null"/></alert>',
  ),
  alerted(
    '<alert id="a" path="/bin/a b"><recipient id="a-recipient-1" value="x y"><meta_attributes id="a-recipient-1-meta_attributes"><nvpair id="a-recipient-1-meta_attributes-t" name="t" value="1"/></meta_attributes></recipient><recipient id="a-recipient-2" value="z"/></alert>',
  ),
  alerted(
    '<alert id="a" path="/bin/a"><recipient id="a-recipient-1" value="x"/><meta_attributes id="a-meta_attributes"><nvpair id="a-meta_attributes-t" name="t" value="1"/></meta_attributes></alert>',
  ),
  alerted(
    '<alert id="a" path="/bin/a"><recipient id="own" value="x" description="d"/></alert><alert id="b" path="/b"><recipient id="b-recipient-1" value="x" description="d"/></alert>',
  ),
  alerted(
    '<alert id="a" path="/bin/a"><select><select_nodes/><select_fencing/><select_resources/><select_attributes><attribute id="a-select" name="x"/><attribute id="a2" name="y"/></select_attributes></select></alert>',
  ),
  alerted('<alert id="b" path="/bin/b"/><alert id="a" path="/bin/a"><select><select_attributes/></select></alert>'),
  // Comments.
  cib({
    nodes: '<!-- of nobody --><node id="1" uname="n1"><!-- of n1 --></node>',
    resources: dummy('a', '<!--# one--><!-- two --><meta_attributes id="a-meta_attributes"/>'),
  }),
  resources(
    dummy(
      'a',
      '<instance_attributes id="a-instance_attributes"><!-- inner --><nvpair id="a-instance_attributes-x" name="x" value="1"/></instance_attributes>',
    ),
  ),
  resources(
    dummy(
      'a',
      '<meta_attributes id="a-meta_attributes"/>\n      <!-- behind -->\n      <operations/>\n      <!-- last -->\n    ',
    ),
  ),
  resources(dummy('a', '\n      <!-- é -->\n      <operations><op id="x" name="monitor" interval="1"/></operations>')),
  resources(
    dummy(
      'a',
      '\n      <!-- ends in \\ -->\n      <operations><op id="x" name="monitor" interval="1"/></operations>\n    ',
    ),
  ),
  resources(dummy('a', '\n      <!-- two\n      lines -->\n      <meta_attributes id="a-meta_attributes"/>')),
  cib({
    nodes,
    resources: stonith('s1'),
    'fencing-topology': '<!-- levels --><fencing-level id="fencing" target="n1" index="1" devices="s1"/>',
  }),
  cib({ resources: three, tags: '<tag id="t"><!-- c --><obj_ref id="a"/></tag>' }),
  // What crm has no words for, and what is amiss.
  resources(
    `${dummy('a', '<foo bar="1"/>') + dummy('b')}<frob id="f"><primitive id="in" class="lsb" type="x"/></frob>`,
  ),
  resources('<primitive id="a" class="ocf" provider="heartbeat" type="Dummy" extra="1"/>'),
  resources(dummy('a', '<instance_attributes><nvpair name="x" value="1"/></instance_attributes>')),
  resources(dummy('a', '<operations><op name="monitor" interval="10s"/></operations>')),
  // Old schemas.
  cib(
    {
      nodes: '<node id="1" uname="n1" type="normal"/>',
      resources: dummy(
        'a',
        '<operations><op id="a-monitor-1" name="monitor" interval="1" requires="fencing" role="Master"/></operations>',
      ),
    },
    'pacemaker-1.0',
  ),
  cib(
    {
      nodes: '<node id="1" uname="n1" type="normal"/><node id="2" uname="n2" type="member"/>',
      resources: `<master id="m">${dummy('a')}</master>`,
      constraints:
        '<rsc_location id="l" rsc="m"><rule id="l-rule" score="5" role="Master"><expression id="l-rule-expression" attribute="x" operation="defined"/></rule></rsc_location>',
    },
    'pacemaker-1.2',
  ),
  cib(
    {
      nodes,
      resources: dummy(
        'a',
        '<operations><op id="a-monitor-1" name="monitor" interval="1" requires="fencing" role="Promoted"/></operations>',
      ),
    },
    'pacemaker-2.0',
  ),
  cib(
    {
      nodes,
      resources: dummy(
        'a',
        '<meta_attributes id="a-meta_attributes"><nvpair id="a-meta_attributes-target-role" name="target-role" value="Promoted"/></meta_attributes>',
      ),
      constraints: '<rsc_colocation id="c" score="5" rsc="a" rsc-role="Master" with-rsc="b"/>',
    },
    'pacemaker-3.0',
  ),
  cib(
    {
      nodes,
      resources: dummy('a'),
      constraints: '<rsc_colocation id="c" score="5" rsc="a" rsc-role="Promoted" with-rsc="b"/>',
    },
    'pacemaker-3.6',
  ),
];
