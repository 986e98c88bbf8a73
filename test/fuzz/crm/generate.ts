import type { Random } from '../random';
import { acl, alert, fencing, tag } from './generate-other';
import { rule, setHead } from './generate-rules';
import { id, name, node, quoted, resource, role, score, word } from './words';

const pairs = (random: Random, names: readonly string[], least = 1): string =>
  random
    .several(least, 3, () => {
      const key = random.slip(12) ? word(random) : random.pick(names);
      return random.slip(15) ? key : `${key}=${quoted(random)}`;
    })
    .join(' ');

const params = ['state', 'passwd', 'ip', 'fake', 'op_sleep', 'envfile'];
const metas = ['target-role', 'is-managed', 'priority', 'migration-threshold', 'resource-stickiness', 'allow-migrate'];
const containerMetas = ['clone-max', 'interleave', 'promotable', 'notify', 'target-role', 'globally-unique'];

/** `['$id='ID] [SCORE':'] {rule} {nvpair}`, or a reference to another set. */
function set(random: Random, names: readonly string[]): string {
  if (random.once(14)) return `$id-ref=${random.pick(['a', 'a-instance_attributes', 'ids', 'nowhere'])}`;
  const head = random.once(5) ? setHead(random) : '';
  const rules = random.once(6) ? `${rule(random)} ` : '';
  return `${head}${rules}${pairs(random, names, rules || head ? 0 : 1)}`;
}

const keyword = (random: Random, text: string): string =>
  random.slip(25) ? random.pick([text.toUpperCase(), `${text}s`, text.slice(0, -1), `${text}x`]) : text;

function operation(random: Random): string {
  const op = random.pick(['monitor', 'start', 'stop', 'promote', 'notify', 'meta-data', 'params', '1x']);
  const attributes = random.several(0, 3, () => {
    const known = ['interval', 'timeout', 'role', 'on-fail', 'start-delay', 'enabled', 'record-pending', 'id'];
    const other = ['depth', 'OCF_CHECK_LEVEL', 'name', 'description', '$x', '$x:y', '@ref', 'Interval'];
    const key = random.weigh([5, random.pick(known)], [1, random.pick(other)]);
    return random.once(20)
      ? key
      : `${key}=${random.pick(['10s', '0', '20', 'Started', 'stop', 'true', quoted(random)])}`;
  });
  const extra = random.once(7)
    ? `${keyword(random, random.pick(['op_params', 'op_meta']))} ${set(random, params)}`
    : '';
  const bare = random.once(14) ? set(random, params) : '';
  return [keyword(random, 'op'), op, ...attributes, bare, extra].filter((part) => part !== '').join(' ');
}

function primitiveSection(random: Random): string {
  return random.weigh(
    [5, () => `${keyword(random, 'params')} ${set(random, params)}`],
    [4, () => `${keyword(random, 'meta')} ${set(random, metas)}`],
    [2, () => `${keyword(random, 'utilization')} ${set(random, ['cpu', 'memory'])}`],
    [6, () => operation(random)],
    [
      1,
      () =>
        `${keyword(random, 'operations')} ${random.pick(['$id=ops', '$id-ref=a', '$id-ref=nowhere', '$ID=ops', 'id=x', ''])} ` +
        random.several(0, 2, () => operation(random)).join(' '),
    ],
  )();
}

const agents = [
  ...[
    'Dummy',
    'ocf:heartbeat:Dummy',
    'ocf:pacemaker:Stateful',
    'stonith:fence_virsh',
    'lsb:x',
    'systemd:y',
    '@t',
    '@nowhere',
  ],
  ...[
    'ocf::Dummy',
    'Nothing',
    'ocf:heartbeat:',
    'a:b:c:d',
    ':x',
    'ocf:Dummy',
    'OCF:heartbeat:Dummy',
    'x::y',
    '@',
    'op',
    'meta',
  ],
];

const description = (random: Random): string => (random.once(10) ? ` ${random.pick(descriptions)}` : '');
const descriptions = ['description=x', 'description="a b"', 'Description=x', 'description=', 'description'];

function primitive(random: Random): string {
  const kind = random.weigh([4, 'primitive'], [1, 'rsc_template']);
  const agent = random.weigh([3, 'ocf:heartbeat:Dummy'], [2, random.pick(agents)]);
  const bare = random.once(6) ? ` ${set(random, params)}` : '';
  const sections = random.several(0, 3, () => ` ${primitiveSection(random)}`).join('');
  return `${kind} ${id(random)} ${agent}${description(random)}${bare}${sections}`;
}

const containerSets = (random: Random): string => {
  const bare = random.once(8) ? ` ${set(random, containerMetas)}` : '';
  return (
    bare +
    random
      .several(
        0,
        2,
        () => ` ${keyword(random, random.pick(['params', 'meta', 'meta']))} ${set(random, containerMetas)}`,
      )
      .join('')
  );
};

const group = (random: Random): string =>
  `group ${id(random)} ${random.several(random.slip(20) ? 0 : 1, 3, () => resource(random)).join(' ')}${description(random)}${containerSets(random)}`;

const clone = (random: Random): string =>
  `${random.pick(['clone', 'ms', 'master', 'clone'])} ${id(random)} ${resource(random)}${description(random)}${containerSets(random)}`;

function bundlePart(random: Random): string {
  const mapping = (kind: string, names: readonly string[]): string =>
    random.several(0, 2, () => ` ${kind} ${pairs(random, names, 0)}`).join('');
  return random.weigh(
    [4, () => `docker ${pairs(random, ['image', 'replicas', 'masters', 'run-command'])}`],
    [1, () => `rkt ${pairs(random, ['image'])}`],
    [
      3,
      () =>
        `network ${pairs(random, ['ip-range-start', 'control-port', 'host-netmask'], 0)}${mapping('port-mapping', ['port', 'range', 'id'])}`,
    ],
    [3, () => `storage${mapping('storage-mapping', ['source-dir', 'target-dir', 'options', 'id'])}`],
    [2, () => `primitive ${random.slip(8) ? `${resource(random)} ${resource(random)}` : resource(random)}`],
    [2, () => `meta ${set(random, metas)}`],
  )();
}

const bundle = (random: Random): string =>
  `bundle ${id(random)}${description(random)} ${[
    ...(random.slip(8) ? [] : ['docker image=web:1']),
    ...random.several(0, 3, () => bundlePart(random)),
  ].join(' ')}`;

/** `role=` and the like at a place of their own. */
function attribute(random: Random, names: readonly string[], values: readonly string[]): string {
  const key = random.slip(12) ? word(random) : random.pick(names);
  return `${random.once(10) ? '$' : ''}${key}=${random.pick(values)}`;
}

function location(random: Random): string {
  const what = random.weigh(
    [6, resource(random)],
    [1, '/a.*/'],
    [1, `/${name(random)}/`],
    [2, `{ ${sets(random, true)} }`],
    [1, random.pick(['//', '/', '{ }', '{', '1a', 'a:Started'])],
  );
  const attributes = random
    .several(0, random.once(3) ? 2 : 0, () =>
      attribute(random, ['role', 'resource-discovery', 'Role'], ['Promoted', 'always', 'Started', 'x', '']),
    )
    .join(' ');
  const target = random.weigh(
    [
      4,
      () =>
        `${score(random)} ${node(random)}${random.once(8) ? ` ${attribute(random, ['role'], ['Started', 'x'])}` : ''}`,
    ],
    [4, () => random.several(1, 2, () => rule(random)).join(' ')],
  )();
  return ['location', id(random), what, attributes, target].filter((part) => part !== '').join(' ');
}

/** Resource sets, brackets and all. */
function sets(random: Random, roles: boolean): string {
  const qualifiers = roles
    ? ['Master', 'Promoted', 'started', 'Foo', '', '0']
    : ['start', 'promote', 'STOP', 'monitor', '', '1'];
  const member = (): string => (random.once(5) ? `${resource(random)}:${random.pick(qualifiers)}` : resource(random));
  const inner = (): string => random.several(random.slip(15) ? 0 : 1, 3, member).join(' ');
  const flag = (): string =>
    random.once(6)
      ? ` ${random.pick(['sequential', 'require-all', 'Sequential', 'foo'])}=${random.pick(['true', 'false', 'yes', '0', 'x', ''])}`
      : '';
  return random
    .several(1, 3, () =>
      random.weigh(
        [5, () => member()],
        [2, () => `( ${inner()}${flag()} )`],
        [1, () => `[ ${inner()}${flag()} ]`],
        [1, () => `(${inner()})`],
        [1, () => random.pick(['_rsc_set_', '(', ')', '[', ']', '(]', '{', '()', '=', `${member()}${flag()}`])],
      )(),
    )
    .join(' ');
}

const simpleOrSets = (random: Random, roles: boolean): string =>
  random.weigh(
    [3, () => `${resource(random)} ${resource(random)}`],
    [1, () => `${resource(random)}:${role(random, roles)} ${resource(random)}:${role(random, roles)}`],
    [3, () => sets(random, roles)],
  )();

const tail = (random: Random, key: string, values: readonly string[]): string =>
  random.once(5) ? ` ${random.slip(10) ? key.toUpperCase() : key}=${random.pick(values)}` : '';

const colocation = (random: Random): string =>
  `${random.pick(['colocation', 'colocation', 'collocation'])} ${id(random)} ${score(random)} ${simpleOrSets(random, true)}${tail(random, 'node-attribute', ['rack', 'Rack', '', '#uname'])}`;

const order = (random: Random): string =>
  `order ${id(random)} ${random.weigh([2, `${random.pick(['Mandatory', 'optional', 'Serialize', 'Sometimes', '0'])}: `], [2, `${score(random)} `], [1, ''])}${simpleOrSets(random, false)}${tail(random, 'symmetrical', ['true', 'false', 'YES', 'off', '0', 'x', ''])}`;

const ticket = (random: Random): string =>
  `rsc_ticket ${id(random)} ${random.pick(['tickA:', 'tickA:', 'tickA', 'a:b:', ':', ''])} ${random.weigh([2, resource(random)], [1, sets(random, true)])}${tail(random, 'loss-policy', ['stop', 'demote', 'FENCE', 'x', ''])}`;

function defaults(random: Random): string {
  const kind = random.pick(['property', 'rsc_defaults', 'op_defaults']);
  const head = random.weigh(
    [4, ''],
    [1, `${random.pick(['cib-bootstrap-options', 'mine', '1x', 'a.b'])}: `],
    [1, `$id=${random.pick(['mine', 'x y', '1', '', 'a'])} `],
    [1, '$id-ref=mine '],
  );
  const rules = random.once(6) ? `${rule(random)} ` : '';
  return `${kind} ${head}${rules}${pairs(random, ['no-quorum-policy', 'resource-stickiness', 'timeout', 'stonith-enabled'], 0)}`;
}

function nodeStatement(random: Random): string {
  const head = random.weigh(
    [4, ''],
    [1, `${random.pick(['1', '12', 'x', 'a.b', ''])}: `],
    [1, `$id=${random.pick(['1', '"2"', ''])} `],
  );
  const uname = random.pick([
    'gamma',
    'delta',
    'alpha',
    'x.y',
    '1n',
    'a=b',
    'gamma:member',
    'gamma:Remote',
    'gamma:foo',
    'n:',
  ]);
  const bare = random.once(5) ? ` ${set(random, ['standby', 'rack'])}` : '';
  const sections = random.several(
    0,
    2,
    () => ` ${keyword(random, random.pick(['attributes', 'utilization']))} ${set(random, ['standby', 'cpu'])}`,
  );
  return `node ${head}${uname}${description(random)}${bare}${sections.join('')}`;
}

const monitor = (random: Random): string =>
  `monitor ${resource(random)}${random.once(3) ? `:${role(random, true)}` : ''} ${random.pick(['10s', '10s:20s', '10s:', '', ':20s', '1:2:3', '10s 20s'])}`;

const xmls = [
  '<primitive id="q" class="ocf" provider="heartbeat" type="Dummy"/>',
  "<primitive id='q' class='ocf' provider='heartbeat' type='Dummy'/>",
  '<primitive id="q" class="ocf" type="Dummy"><meta_attributes id="m"><nvpair id="n" name="x" value="y"/></meta_attributes></primitive>',
  '<node id="9" uname="nine"/>',
  '<rsc_location id="xl" rsc="a" node="alpha" score="1"/>',
  '<group id="xg"><primitive id="q2" class="ocf" provider="heartbeat" type="Dummy"/></group>',
  '<clone id="xc"><primitive id="q3" class="ocf" provider="heartbeat" type="Dummy"/></clone>',
  '<tag id="xt"><obj_ref id="a"/></tag>',
  '<acl_role id="xr"/>',
  '<foo/>',
  '<primitive/>',
  '<!-- c --><node id="8" uname="eight"/>',
  '<?xml version="1.0"?><tag id="xt"/>',
  '<tag id="a&amp;b"/>',
  '<tag id="xt">text</tag>',
  '<op_defaults><meta_attributes id="od"/></op_defaults>',
  '<cluster_property_set id="ps"><nvpair id="pn" name="x" value="y"/></cluster_property_set>',
];

const xml = (random: Random): string => `xml ${random.pick(xmls)}`;

const comment = (random: Random): string =>
  random.pick(['# a comment', '#', '# a -- b', '# -----', '# end -', '## x ##', '#a\\', '#- -', '# <b> & "q" \'']);

/** A statement, right most of the time. */
export function statement(random: Random): string {
  random.careful = !random.once(3);
  return random.weigh(
    [8, primitive],
    [4, group],
    [4, clone],
    [4, bundle],
    [7, location],
    [6, colocation],
    [6, order],
    [4, ticket],
    [5, defaults],
    [4, nodeStatement],
    [4, fencing],
    [6, acl],
    [3, tag],
    [5, alert],
    [2, monitor],
    [2, xml],
    [1, comment],
  )(random);
}
