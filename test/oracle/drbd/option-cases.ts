import { drbdData } from '../../../server/src/languages/drbd/data';
import type { OptionFact } from '../../../server/src/languages/drbd/facts';
import type { Parser, Question } from './ask';

export interface OptionCase extends Question {
  readonly id: string;
}

const host = (name: string, last: number, more = ''): string =>
  `  on ${name} { device /dev/drbd0; disk /dev/vg/r0; meta-disk internal; address 10.1.1.${last}:7788; ${more}}\n`;
const hosts = host('alpha', 1) + host('beta', 2);
const hostsWithIds = host('alpha', 1, 'node-id 0; ') + host('beta', 2, 'node-id 1; ');
const volumeHost = (name: string, last: number, inner: string): string =>
  `  on ${name} { address 10.1.1.${last}:7788; volume 0 { device minor 0; disk /dev/vg/r0; meta-disk internal; ${inner} } }\n`;

/** Places that a section may stand at, as files with a hole. */
type Context = (parser: Parser, inner: string) => string | undefined;

/** Only 8.3 wants a protocol; elsewhere it would clash with the option. */
const resource = (parser: Parser, inner: string): string =>
  `resource r0 {\n${parser === '8.3' ? '  protocol C;\n' : ''}${inner}}\n`;
const inResource =
  (section: string): Context =>
  (parser, inner) =>
    resource(parser, `  ${section} {\n    ${inner}\n  }\n${hosts}`);
const inCommon =
  (section: string): Context =>
  (parser, inner) =>
    `common {\n  ${section} {\n    ${inner}\n  }\n}\n${resource(parser, hosts)}`;
const since9 =
  (make: (inner: string) => string): Context =>
  (parser, inner) =>
    parser === '9' ? `resource r0 {\n${make(inner)}${hostsWithIds}}\n` : undefined;
const since84 =
  (make: (inner: string) => string): Context =>
  (parser, inner) =>
    parser === '8.3' ? undefined : resource(parser, make(inner));

const connection = (inner: string): string => `  connection { host alpha; host beta; ${inner} }\n`;
const more: Readonly<Record<string, readonly Context[]>> = {
  net: [
    since9((inner) => connection(`net {\n    ${inner}\n  }`)),
    since9((inner) => `  connection-mesh { hosts alpha beta; net {\n    ${inner}\n  } }\n`),
  ],
  disk: [
    since9((inner) => connection(`disk {\n    ${inner}\n  }`)),
    since9((inner) => connection(`volume 0 { disk {\n    ${inner}\n  } }`)),
    since84((inner) => volumeHost('alpha', 1, `disk {\n    ${inner}\n  }`) + volumeHost('beta', 2, '')),
    since84(
      (inner) => `  volume 0 { disk {\n    ${inner}\n  } }\n${volumeHost('alpha', 1, '') + volumeHost('beta', 2, '')}`,
    ),
  ],
  options: [since84((inner) => host('alpha', 1, `options {\n    ${inner}\n  }`) + host('beta', 2))],
  proxy: [
    since84((inner) =>
      [
        host('alpha', 1, proxyOn('alpha', 1, `options {\n    ${inner}\n  }`)),
        host('beta', 2, proxyOn('beta', 2, '')),
      ].join(''),
    ),
  ],
};
const proxyOn = (name: string, last: number, inner: string): string =>
  `proxy on ${name} { inside 127.0.0.1:7789; outside 10.2.2.${last}:7790; ${inner} } `;

function contextsOf(section: string): readonly Context[] {
  if (section === 'global') return [(parser, inner) => `global {\n    ${inner}\n}\n${resource(parser, hosts)}`];
  return [inResource(section), inCommon(section), ...(more[section] ?? [])];
}

/** Options of the table and names that only other sections have, in every place and with every kind of value. */
export function optionCases(parser: Parser): OptionCase[] {
  const cases: OptionCase[] = [];
  for (const fact of drbdData.options) {
    for (const [i, context] of contextsOf(fact.section).entries()) {
      for (const statement of statementsOf(fact)) {
        const text = context(parser, statement);
        if (text) cases.push({ id: `${fact.section} ${i}: ${statement}`, text, nodes: ['alpha'] });
      }
    }
  }
  return cases;
}

function statementsOf(fact: OptionFact): string[] {
  const { name } = fact;
  const values = [...new Set(valuesOf(fact))];
  const negative = name.startsWith('no-') ? [] : [`no-${name};`, `no-${name} yes;`];
  return [`${name};`, ...values.map((value) => `${name} ${value};`), ...negative];
}

/** Borders of every generation, words of every enumeration, and what is of no type. */
function valuesOf({ generations, default: usual }: OptionFact): string[] {
  const values = [
    'yes',
    'no',
    'Yes',
    'on',
    'wibble',
    '"two words"',
    '10',
    '"10"',
    '1K',
    '1T',
    '-1',
    '1.5',
    '10.0.0.1',
    '" 10"',
    '"+10"',
    '"10 "',
    '-0',
    '10g',
    '99999999999999999999',
  ];
  if (usual !== undefined && /^[\w.-]+$/.test(usual)) values.push(usual);
  for (const { min, max, unitPrefix, values: words, maxLength } of Object.values(generations)) {
    const suffix = unitPrefix === 'k' ? 'K' : unitPrefix === 's' ? 's' : '';
    for (const border of [min, max]) {
      const round = border === undefined ? [] : [border - 1, border, border + 1];
      values.push(...round.flatMap((value) => [`${value}`, `${value}${suffix}`]));
    }
    values.push(...(words ?? []), ...(words ?? []).map((word) => word.toUpperCase()));
    if (maxLength !== undefined) values.push(`"${'x'.repeat(maxLength)}"`, `"${'x'.repeat(maxLength + 1)}"`);
  }
  return values;
}
