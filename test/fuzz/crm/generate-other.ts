import type { Random } from '../random';
import { id, node, quoted, resource, word } from './words';

/** Fencing levels. */
export function fencing(random: Random): string {
  const devices = (): string =>
    random.weigh([5, 'st1'], [1, 'st1,st1'], [1, random.pick(['st1,', 'nowhere', 'a', 'st1, st1', '""', 'x=y', ','])]);
  const target = (): string =>
    random.weigh(
      [5, `${node(random)}:`],
      [
        1,
        random.pick([
          'attr:rack=1',
          'pattern:n.*',
          'attr:rack',
          'ATTR:a=b',
          'pattern:',
          'attr:a.b=c',
          ':',
          'a:b:',
          'attr:a=b=',
        ]),
      ],
    );
  const levels = random.several(0, 3, () =>
    `${random.slip(6) ? '' : `${target()} `}${random.several(random.slip(10) ? 0 : 1, 2, devices).join(' ')}`.trim(),
  );
  return `${random.pick(['fencing_topology', 'fencing_topology', 'fencing-topology'])} ${levels.join(' ')}`;
}

const specs = [
  ...[
    'xpath:/cib',
    'xpath://x[@a="b"]',
    'ref:a',
    'reference:a',
    'tag:nvpair',
    'type:node',
    'attr:x',
    'attribute:x',
    'status',
    'cib',
  ],
  ...[
    'meta:a',
    'meta:a:x',
    'params:a',
    'params',
    'utilization:a',
    'location:a',
    'property',
    'property:x',
    'nodeattr',
    'nodeattr:x',
  ],
  ...[
    'nodeutil:alpha',
    'node',
    'node:alpha',
    'node:a:b',
    'ref',
    'ref:',
    'xpath:',
    'tag',
    'status:x',
    'cib:a:b',
    'meta:',
    'meta:a:b:c',
  ],
  ...['Xpath:/x', 'property::', 'meta::x', 'nodeutil', 'utilization:a:b', 'foo:x', 'location', 'location:a:b'],
];

/** `read`, `write` or `deny`, and what. */
function permission(random: Random): string {
  const right = random.slip(15) ? random.pick(['allow', 'READ', 'reads']) : random.pick(['read', 'write', 'deny']);
  const own = random.once(6) ? ` ${random.pick(['$id=pid', 'pid:', '$id=', 'p.d:'])}` : '';
  const text = random.once(10) ? ` ${random.pick(['description=x', 'description="a b"', 'description='])}` : '';
  return `${right}${own}${text} ${random.several(random.slip(6) ? 0 : 1, 3, () => (random.slip(20) ? word(random) : random.pick(specs))).join(' ')}`;
}

/** Roles, and who has them. */
export function acl(random: Random): string {
  return random.weigh(
    [
      5,
      () =>
        `role ${id(random)}${random.once(8) ? ' description=x' : ''} ${random.several(random.slip(10) ? 0 : 1, 3, () => permission(random)).join(' ')}`,
    ],
    [
      3,
      () =>
        `${random.pick(['acl_target', 'acl_group'])} ${id(random)} ${random.several(random.slip(8) ? 0 : 1, 2, () => (random.slip(6) ? word(random) : 'r1')).join(' ')}`,
    ],
    [
      2,
      () =>
        `user ${id(random)} ${random.several(random.slip(8) ? 0 : 1, 3, () => random.weigh([2, 'role:r1'], [2, permission(random)], [1, random.pick(['role:', 'ROLE:x', 'role'])])).join(' ')}`,
    ],
  )();
}

/** A tag. */
export const tag = (random: Random): string =>
  `tag ${random.slip(4) ? random.pick(['w:', '1w', 'w:x', '_w', 'é', 'a', 'w-1:', 'w::', 'w=1', 'w.x:']) : 'w'} ${random
    .several(random.slip(8) ? 0 : 1, 3, () =>
      random.once(6) ? random.pick(['alpha', 'nowhere', 'w']) : resource(random),
    )
    .join(' ')}`;

const alertSet = (random: Random): string =>
  `${random.pick(['attributes', 'meta', 'Meta'])} ${random.several(0, 2, () => (random.slip(8) ? word(random) : `${random.pick(['timeout', 'x'])}=${quoted(random)}`)).join(' ')}`;

function recipient(random: Random): string {
  const brace = random.once(2);
  const inner = [
    random.slip(10) ? '' : random.pick(['root@localhost', '/var/x', '{', '}', 'meta', 'to', 'x=y', '"a b"']),
    random.once(6) ? 'description=x' : '',
    ...random.several(0, 2, () => alertSet(random)),
  ].filter((part) => part !== '');
  const open = brace && !random.slip(12) ? '{ ' : '';
  return `${random.slip(20) ? 'TO' : 'to'} ${open}${inner.join(' ')}${brace && !random.slip(12) ? ' }' : ''}`;
}

function select(random: Random): string {
  const one = (): string =>
    random.weigh(
      [3, random.pick(['nodes', 'fencing', 'resources'])],
      [2, `attributes { ${random.several(0, 2, () => (random.slip(6) ? word(random) : 'standby')).join(' ')} }`],
      [1, random.pick(['attributes', 'attributes {', 'Nodes', 'nodes }', 'x'])],
    );
  return `select ${random.several(random.slip(6) ? 0 : 1, 2, one).join(' ')}`;
}

/** An alert. */
export function alert(random: Random): string {
  const parts = random.several(0, 3, () =>
    random.weigh([2, () => alertSet(random)], [2, () => select(random)], [3, () => recipient(random)])(),
  );
  const path = random.slip(8) ? random.pick(['to', 'meta', '""', 'x=y', 'description=x']) : '/bin/x';
  return `alert ${id(random)} ${path}${random.once(8) ? ' description=d' : ''} ${parts.join(' ')}`.trim();
}
