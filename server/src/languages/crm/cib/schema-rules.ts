import { childReference } from './lower/resources';
import { childrenOf, descendants, type XmlElement } from './xml';

/** What every schema since 1.2 wants of an element; what crmsh sees to itself is left out (pacemaker 2.1.5, xml/*.rng). */
interface ElementRule {
  /** The attributes that it may have, and what their values look like. Absent: any. */
  readonly attributes?: Readonly<Record<string, RegExp>>;
  /** `a|b`: one of them. */
  readonly required?: readonly string[];
  /** Of these there may be one. */
  readonly either?: readonly (readonly [string, string])[];
}

const any = /^/;

/** Attributes of any value. */
const free = (names: string): Record<string, RegExp> => Object.fromEntries(names.split(' ').map((name) => [name, any]));

const id = /^[A-Za-z_][\w.-]*$/;
const integer = /^\s*[+-]?\d+\s*$/;
const roles = 'Started|Stopped|Master|Slave|Promoted|Unpromoted';
const failures = 'ignore|block|demote|stop|restart|standby|fence|restart-container';
const role = new RegExp(`^(?:${roles})$`);

/** Anything but the words that look right and are not: in another case, or meant as a boolean. */
function unlike(words: string, right: string): RegExp {
  const inAnyCase = words.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return new RegExp(`^(?:${right})$|^(?!(?:${inAnyCase})$)`);
}

const engine: ElementRule = {
  attributes: {
    image: any,
    replicas: integer,
    'replicas-per-host': integer,
    masters: integer,
    'promoted-max': integer,
    'run-command': any,
    network: any,
    options: any,
  },
  required: ['image'],
  either: [['masters', 'promoted-max']],
};

const rules: Readonly<Record<string, ElementRule>> = {
  node: { attributes: { id: any, uname: any, type: /^(?:normal|member|ping|remote)$/, description: any, score: any } },
  primitive: {
    attributes: {
      id: any,
      class: /^(?:ocf|lsb|heartbeat|stonith|upstart|service|systemd|nagios)$/,
      provider: any,
      type: any,
      template: any,
      description: any,
    },
  },
  rsc_location: {
    attributes: {
      ...{ id: any, rsc: any, 'rsc-pattern': any, node: any, score: any, 'score-attribute': any, lifetime: any, role },
      ...{ 'score-attribute-mangle': any, 'resource-discovery': /^(?:always|never|exclusive)$/ },
    },
  },
  rsc_colocation: {
    attributes: {
      ...free('id score score-attribute score-attribute-mangle node-attribute'),
      ...free('rsc rsc-role with-rsc with-rsc-role'),
    },
  },
  rsc_order: {
    attributes: {
      ...free('id score kind symmetrical require-all'),
      ...free('first first-action then then-action'),
    },
  },
  rsc_ticket: {
    attributes: {
      ...free('id ticket rsc rsc-role'),
      'loss-policy': /^(?:stop|demote|fence|freeze)$/,
    },
  },
  // What is no value in any case is said elsewhere.
  op: {
    attributes: {
      ...{
        id: any,
        name: any,
        interval: any,
        timeout: any,
        description: any,
        'start-delay': any,
        'interval-origin': any,
      },
      ...free('rsc instance'), // of `monitor`; crmsh moves it to its primitive
      enabled: unlike('yes|no|on|off|y|n|true|false', 'true|false'),
      'record-pending': unlike('yes|no|on|off|y|n|true|false', 'true|false'),
      role: unlike(roles, roles),
      'on-fail': unlike(failures, failures),
    },
    required: ['name', 'interval'],
    either: [['start-delay', 'interval-origin']],
  },
  rule: {
    attributes: { id: any, 'id-ref': any, role: any, score: any, 'score-attribute': any, 'boolean-op': /^(?:or|and)$/ },
  },
  expression: {
    attributes: {
      ...free('id attribute operation value value-source'),
      type: /^(?:string|integer|number|version)$/,
    },
  },
  'fencing-level': {
    attributes: {
      ...free('id target target-pattern target-attribute target-value index'),
      devices: /^[\w.-]+(?:,[\w.-]+)*$/,
    },
  },
  docker: engine,
  rkt: engine,
  podman: engine,
  network: {
    attributes: {
      'ip-range-start': any,
      'control-port': integer,
      'host-interface': any,
      'host-netmask': integer,
      'add-host': /^(?:true|false|1|0)$/,
    },
  },
  'port-mapping': {
    attributes: { id, port: integer, 'internal-port': integer, range: /^[\d-]+$/ },
    required: ['port|range'],
    either: [['port', 'range']],
  },
  'storage-mapping': {
    attributes: { id, 'source-dir': any, 'source-dir-root': any, 'target-dir': any, options: any },
    required: ['source-dir|source-dir-root', 'target-dir'],
    either: [['source-dir', 'source-dir-root']],
  },
};

/** Children that there may be one of. */
const single: Readonly<Record<string, readonly string[]>> = {
  primitive: ['operations'],
  template: ['operations'],
  bundle: [childReference],
  alert: ['select'],
  select: ['select_nodes', 'select_fencing', 'select_resources', 'select_attributes'],
};

/** Elements whose ids are given by hand, and have to be XML names. */
const named = new Set(
  'instance_attributes meta_attributes utilization operations op rule nvpair acl_permission port-mapping storage-mapping'.split(
    ' ',
  ),
);

/** What a schema does not take of an element. */
export type SchemaProblem = { readonly element: string } & (
  | { readonly kind: 'attribute'; readonly name: string; readonly value: string }
  | { readonly kind: 'value'; readonly name: string; readonly value: string }
  | { readonly kind: 'missing'; readonly name: string }
  | { readonly kind: 'twice'; readonly name: string }
  | { readonly kind: 'either'; readonly name: string; readonly value: string }
);

/** What no schema takes of an element as crmsh's parser makes it, and of those below it. */
export function* schemaProblems(root: XmlElement): Generator<SchemaProblem> {
  for (const found of descendants(root)) {
    yield* attributeProblems(found, found === root);
    const most = Object.hasOwn(single, found.tag) ? (single[found.tag] ?? []) : [];
    for (const name of most)
      if (childrenOf(found, name).length > 1)
        yield { kind: 'twice', element: found.tag, name: name === childReference ? 'primitive' : name };
  }
}

function* attributeProblems({ tag, attributes }: XmlElement, isRoot: boolean): Generator<SchemaProblem> {
  const rule = Object.hasOwn(rules, tag) ? rules[tag] : undefined;
  for (const [name, value] of attributes) {
    if (name === 'id' && value === '') continue; // crmsh makes one then
    const known = rule?.attributes;
    const pattern = known && Object.hasOwn(known, name) ? known[name] : undefined;
    if (known && !pattern) yield { kind: 'attribute', element: tag, name, value };
    else if (pattern && !pattern.test(value)) yield { kind: 'value', element: tag, name, value };
    else if (name === 'id' && !isRoot && named.has(tag) && !id.test(value))
      yield { kind: 'value', element: tag, name, value };
  }
  for (const [one, other] of rule?.either ?? [])
    if (attributes.has(one) && attributes.has(other)) yield { kind: 'either', element: tag, name: one, value: other };
  for (const wanted of rule?.required ?? [])
    if (!wanted.split('|').some((name) => attributes.has(name)))
      yield { kind: 'missing', element: tag, name: wanted.replace('|', ' / ') };
}
