import type { Random } from '../random';

const resources = ['a', 'b', 's', 'g', 'cs', 'st1', 'x1', 'a', 'b', 'cs', 'g', 's'];
const oddResources = ['t', 'nowhere', '1a', 'alpha', 'r1', 'a=b', 'A', 'a*', '[ab]', '?', '$a', '#a', '_a', 'a.b', 'k'];

/** A resource of the context, or something odd. */
export const resource = (random: Random): string =>
  random.slip(6) ? random.pick(oddResources) : random.pick(resources);

/** A new name. */
export const id = (random: Random): string =>
  random.slip(8)
    ? random.pick([
        'a',
        'alpha',
        '1x',
        'x:y',
        'id=k',
        'k.1',
        '_k',
        '$k',
        '#k',
        '-k',
        'é',
        'k=1',
        '""',
        'g',
        'fencing_topology',
        'k\\',
      ])
    : random.pick(['k', 'l', 'm', 'k-1', 'n_2']);

export const node = (random: Random): string =>
  random.slip(10) ? random.pick(['nowhere', 'a=b', '.x', '1', 'ALPHA', 'a']) : random.pick(['alpha', 'beta']);

export const name = (random: Random): string => random.pick(['x', 'ping', 'rack', '#uname', 'a.b', 'A_b']);

/** Any word of the language, fitting or not. */
export const word = (random: Random): string =>
  random.pick([
    ...[
      'params',
      'meta',
      'op',
      'rule',
      'operations',
      'utilization',
      'attributes',
      'op_params',
      'to',
      '{',
      '}',
      '(',
      ')',
    ],
    ...[
      'inf:',
      '100:',
      'x:',
      'a',
      'b',
      'x=y',
      '=',
      'x=',
      '=y',
      '$id=z',
      '$id-ref=z',
      '$x=y',
      '@x',
      '@x:y',
      '#',
      '""',
      'role=Master',
    ],
    ...[
      'and',
      'or',
      'date',
      'defined',
      'eq',
      'a:b',
      ':',
      'description=d',
      'x\\=y',
      '"a b"',
      "'q'",
      'node',
      'primitive',
      '_rsc_set_',
    ],
    ...[
      '$role=Master',
      'select',
      'network',
      'storage',
      'port-mapping',
      'docker',
      'read',
      'x=y=z',
      'é',
      '$id',
      'monitor',
      'end=1',
    ],
  ]);

/** A value, quoted or not. */
export const quoted = (random: Random): string =>
  random.weigh(
    [8, random.pick(['1', 'true', 'x', '10s', '/run/x', 'a:b', 'INFINITY', 'Started'])],
    [2, random.pick(['"a b"', "'a b'", '""', '"a\\"b"', 'a\\ b', '"a\'b"', '\\"', '"#"', 'a=b', 'é', '#x'])],
    [1, random.pick(["it's", '"x', 'a\\', '<a>', '&', 'a,b', '*'])],
  );

export const score = (random: Random): string =>
  random.weigh(
    [6, random.pick(['inf:', '100:', '-inf:', '+INFINITY:', '0:', 'mandatory:', 'Advisory:'])],
    [1, random.pick(['Inf:', '1.5:', 'ping:', '100', ':', '100 :', 'a:b:', '-:', 'a=b:', '+-1:'])],
  );

export const role = (random: Random, roles: boolean): string =>
  roles
    ? random.pick(['Master', 'promoted', 'Started', 'stopped', 'Slave', 'Foo', '0', '', '12'])
    : random.pick(['start', 'stop', 'Promote', 'demote', 'monitor', '0', '']);

const odd = [
  ...[
    '"a\'b"',
    "'a\"b'",
    '"\'"',
    "'\"'",
    '\\"',
    "\\'",
    '\\\\',
    '"a\\b"',
    "'a\\'",
    '"a b"',
    "''",
    '" "',
    "x''",
    '"="',
    '"a b"=c',
    'a="b c"d',
  ],
  ...[
    'a\u3000b',
    '\u3000',
    'a\u00a0b',
    'ä=ö',
    '&amp;',
    '&#233;',
    '<x/>',
    'a;b',
    'a|b',
    'a>b',
    '!a',
    '~',
    '^a',
    'a?',
    '[a]',
    '[!a]*',
    '*',
    'a%b',
  ],
  ...[
    '$id=a',
    '$id-ref=a',
    '$ID-REF=a',
    '$Id=b',
    '$',
    '$=',
    '$a:b=c',
    '$:b=c',
    '$a:=c',
    '@a',
    '@a:b',
    '@',
    '@=',
    'a:b=c',
    ':a=b',
    'a=b:',
    'a:',
    '::',
  ],
  ...[
    '00',
    '0',
    '-1',
    '1e3',
    '+inf',
    'INFINITY',
    'infinity:',
    '10:',
    'PT1H',
    '1.5',
    '12345678901234567890',
    'true',
    'False',
    'ON',
    'null',
  ],
];

let vocabulary: readonly string[] = [];

/** Words of real lines, for `anyWord` to take. */
export function useWords(words: readonly string[]): void {
  vocabulary = words;
}

/** A word of the language, a real one, or a strange one. */
export const anyWord = (random: Random): string =>
  random.weigh(
    [4, () => word(random)],
    [vocabulary.length > 0 ? 5 : 0, () => random.pick(vocabulary)],
    [2, () => random.pick(odd)],
  )();
