import { cib, dummy, operated, params, resources, valued } from './cib-parts';
import { otherCibs } from './from-cib-others';

/** CIBs that say much about what crmsh prints: each kind of element, and what its words cannot say. */
export const cibs: readonly string[] = [
  cib({}),
  // Nodes.
  cib({
    nodes: '<node id="n1" uname="n1"/><node id="2" uname="n2" type="normal"/><node id="3" uname="n3" type="member"/>',
  }),
  cib({
    nodes: '<node id="a b" uname="n1" type="ping"/><node id="r" uname="r" type="remote" description="far away"/>',
  }),
  cib({ nodes: '<node id="10" uname="n10"/><node id="9" uname="n9"/><node id="n-1.x" uname="nx"/>' }),
  cib({
    nodes:
      '<node id="1" uname="n1"><instance_attributes id="nodes-1"><nvpair id="nodes-1-standby" name="standby" value="off"/></instance_attributes><utilization id="n1-utilization"><nvpair id="n1-utilization-cpu" name="cpu" value="8"/></utilization></node>',
  }),
  cib({
    nodes:
      '<node id="1" uname="n1"><utilization id="u"><nvpair id="u-cpu" name="cpu" value="8"/></utilization><instance_attributes id="n1-instance_attributes"><nvpair id="z" name="a" value=""/><nvpair id="n1-instance_attributes-b" name="b"/></instance_attributes></node>',
  }),
  cib({ nodes: '<node id="1" uname="n1"><foo id="x"/></node><node id="2" uname="n:2"/><node id="3" uname="日本"/>' }),
  cib({ nodes: '<node id="alpha" uname="beta"/><node id="beta" uname="alpha"/>' }),
  // Primitives: agents, templates, sets, operations.
  resources(
    '<primitive id="a" class="lsb" type="x"/><primitive id="b" class="systemd" type="s@1"/><primitive id="c" class="ocf" type="q"/>',
  ),
  resources(
    '<primitive id="a" class="ocf" provider="pacemaker" type="Stateful" description="two words"/><primitive id="b" class="service" type="y"/>',
  ),
  resources(
    '<primitive id="a" class="stonith" type="fence_ipmilan"/><primitive id="b" class="stonith" type="external/ssh"/><primitive id="c" class="nagios" type="t"/>',
  ),
  resources(
    '<primitive id="a" class="ocf" provider="heartbeat" type="nosuch"/><primitive id="b" class="lsb" provider="heartbeat" type="z"/><primitive id="c" class="ocf" provider="heartbeat" type="drbd"/>',
  ),
  resources(
    '<template id="t" class="ocf" provider="heartbeat" type="IPaddr2"><operations><op id="t-monitor-10s" name="monitor" interval="10s"/></operations></template><primitive id="p" template="t"><instance_attributes id="p-instance_attributes"><nvpair id="p-instance_attributes-ip" name="ip" value="10.0.0.1"/></instance_attributes></primitive>',
  ),
  resources(
    dummy('1a') + dummy('a.b-c_d') + dummy('ä') + dummy('a b') + dummy('_') + dummy('__proto__') + dummy('constructor'),
  ),
  resources(
    dummy(
      'a',
      '<meta_attributes id="m"><nvpair id="m-x" name="x" value="1"/></meta_attributes><instance_attributes id="i"><nvpair id="i-y" name="y" value="2"/></instance_attributes><utilization id="u"><nvpair id="u-z" name="z" value="3"/></utilization>',
    ),
  ),
  resources(
    dummy(
      'a',
      '<instance_attributes id="a-instance_attributes"><nvpair id="a-instance_attributes-x" name="x" value="1"/></instance_attributes><instance_attributes id="a-instance_attributes-0"><nvpair id="a-instance_attributes-0-x" name="x" value="2"/></instance_attributes>',
    ),
  ),
  resources(
    dummy(
      'a',
      '<instance_attributes id="a-instance_attributes"/><meta_attributes id="a-meta_attributes"/><operations/>',
    ),
  ),
  resources(dummy('a', '<operations id="a-ops"><op id="a-monitor-5" name="monitor" interval="5"/></operations>')),
  resources(dummy('a', '<operations id="o1"/>') + dummy('b', '<operations id-ref="o1"/>')),
  resources(
    dummy('a', '<instance_attributes id="i1"><nvpair id="i1-x" name="x" value="1"/></instance_attributes>') +
      dummy('b', '<instance_attributes id-ref="i1"/>'),
  ),
  resources(
    dummy('a', '<utilization id="u1"><nvpair id="u1-x" name="x" value="1"/></utilization>') +
      dummy('b', '<utilization id-ref="u1"/>'),
  ),
  resources(
    dummy('a', '<meta_attributes id="m1"><nvpair id="m1-x" name="x" value="1"/></meta_attributes>') +
      dummy('b', '<meta_attributes id-ref="m1"/>'),
  ),
  resources(
    dummy('a', '<instance_attributes id-ref="b"/>') +
      dummy('b', '<instance_attributes id="bi"><nvpair id="bi-x" name="x" value="1"/></instance_attributes>'),
  ),
  operated('<op id="a-monitor-10s" name="monitor" interval="10s" timeout="20s" on-fail="restart" role="Started"/>'),
  operated(
    '<op id="my-op" name="monitor" interval="10s"/><op id="a-start-0" name="start" interval="0" timeout="60s"/>',
  ),
  operated(
    '<op id="a-monitor-10" name="monitor" interval="10"/><op id="a-monitor-10-0" name="monitor" interval="10"/>',
  ),
  operated(
    '<op id="a-monitor-10s" name="monitor" interval="10s"><instance_attributes id="a-monitor-10s-instance_attributes"><nvpair id="a-monitor-10s-instance_attributes-d" name="d" value="1"/></instance_attributes><meta_attributes id="a-monitor-10s-meta_attributes"><nvpair id="a-monitor-10s-meta_attributes-m" name="m" value="1"/></meta_attributes></op>',
  ),
  operated('<op id="x" name="monitor" interval="10s" requires="fencing"/>'),
  operated('<op id="x" name="monitor"/>'),
  operated(
    '<op id="x" name="monitor" interval="10s" description="now and then" enabled="false" record-pending="true" start-delay="3s" interval-origin="2020-01-01"/>',
  ),
  // Values.
  ...[
    'a b',
    '',
    'a&quot;b',
    "it's",
    'a\\b',
    'a\\\\b',
    '日本',
    'ü',
    'a=b',
    '$id',
    '@x',
    '#x',
    '{}',
    '(',
    ';',
    '-1',
    '1.5',
    'a/b',
    'x:y',
    '&lt;&amp;&gt;',
    ' lead',
    'trail ',
    'two  blanks',
  ].map(valued),
  ...['rule', 'meta', 'op', '%s', '`x`', '$(x)', '*', '~', '!', '😀', 'a\u00a0b', '\\x'].map(valued),
  params('<nvpair id="a-instance_attributes-x" name="x y" value="1"/>'),
  params('<nvpair id="own" name="x" value="1"/><nvpair id="a-instance_attributes-y" name="y" value="2"/>'),
  params('<nvpair id="a-instance_attributes-x" name="x"/>'),
  params('<nvpair id="own" name="x"/>'),
  params(
    '<nvpair id="a-instance_attributes-x" name="x" value="1"/><nvpair id-ref="a-instance_attributes-x"/><nvpair id-ref="a-instance_attributes-x" name="z"/>',
  ),
  params(
    '<nvpair id="a-instance_attributes-rule" name="rule" value="1"/><nvpair id="a-instance_attributes-meta" name="meta"/>',
  ),
  params('<nvpair id="a-instance_attributes-x" name="x" value="1"/>', ' score="5"'),
  params('<nvpair id="a-instance_attributes-x" name="x" value="1"/>', ' score="INFINITY"'),
  params(
    '<rule id="a-instance_attributes-rule" score="5"><expression id="a-instance_attributes-rule-expression" attribute="#uname" operation="eq" value="n1"/></rule><nvpair id="a-instance_attributes-x" name="x" value="1"/>',
  ),
  params(
    '<nvpair id="a-instance_attributes-x" name="x" value="1"/><rule id="a-instance_attributes-rule" score="5"><expression id="a-instance_attributes-rule-expression" attribute="#uname" operation="eq" value="n1"/></rule>',
  ),
  params('<nvpair name="x" value="1"/>'),
  params('<foo/><nvpair id="a-instance_attributes-x" name="x" value="1"/>'),
  params('<nvpair id="a-instance_attributes-target-role" name="target-role" value="Master"/>'),
  // Containers.
  resources(
    `<group id="g">${dummy('a')}${dummy('b')}<meta_attributes id="g-meta_attributes"><nvpair id="g-meta_attributes-x" name="x" value="1"/></meta_attributes></group>`,
  ),
  resources(
    `<group id="g" description="some"><instance_attributes id="gi"><nvpair id="gi-x" name="x" value="1"/></instance_attributes>${dummy('b')}${dummy('a')}</group>`,
  ),
  resources(
    `<clone id="c"><meta_attributes id="c-meta_attributes"><nvpair id="c-meta_attributes-promotable" name="promotable" value="true"/></meta_attributes>${dummy('a')}</clone>`,
  ),
  resources(`<clone id="c"><group id="g">${dummy('a')}${dummy('b')}</group></clone>`),
  resources(`<master id="m"><group id="g">${dummy('a')}</group></master>`, 'pacemaker-2.10'),
  resources(`<clone id="c"/><group id="g"/>${dummy('a')}`),
  resources(`<clone id="c">${dummy('a')}<foo/></clone>`),
  resources(`${dummy('z')}<group id="y">${dummy('x')}</group>${dummy('w')}<clone id="v">${dummy('u')}</clone>`),
  resources(`<group id="g">${dummy('ü')}</group>`),
  // Bundles.
  resources(
    `<bundle id="b"><docker image="i:1" replicas="2" options="-v /a:/b"/><network ip-range-start="10.0.0.1" control-port="9"><port-mapping id="b-p" port="80"/><port-mapping id="b-r" range="1-2"/></network><storage><storage-mapping id="b-s" source-dir="/a" target-dir="/b" options="ro,z"/></storage>${dummy('a')}</bundle>`,
  ),
  resources(
    `<bundle id="b" description="x y"><meta_attributes id="b-meta_attributes"><nvpair id="b-meta_attributes-x" name="x" value="1"/></meta_attributes><docker image="i"/></bundle>`,
  ),
  resources(
    '<bundle id="b"><docker image="i" run-command="/bin/a b"/><meta_attributes id="bm"><nvpair id="bm-x" name="x" value="1"/></meta_attributes></bundle>',
  ),
  resources(`<bundle id="b"><podman image="i"/>${dummy('a')}</bundle>`),
  ...otherCibs,
];
