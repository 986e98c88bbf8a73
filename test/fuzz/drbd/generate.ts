import { drbdData } from '../../../server/src/languages/drbd/data';
import type { OptionFact } from '../../../server/src/languages/drbd/facts';
import type { Parser } from '../../oracle/drbd/ask';
import type { Random } from '../random';

/** What a resource is made of: so that its parts fit together most of the time. */
interface Plan {
  readonly random: Random;
  readonly parser: Parser;
  readonly name: string;
  readonly number: number;
  readonly hosts: readonly string[];
  /** Where volumes stand: in hosts, in the resource, in both; bare or as sections. */
  readonly volumes: 'bare' | 'sections' | 'shared bare' | 'shared sections' | 'mixed';
  readonly count: number;
  readonly ids: boolean;
  readonly floating: boolean;
}

const names = ['alpha', 'beta', 'gamma', 'delta'];
const oddNames = [
  'ALPHA',
  'alpha.example.org',
  '"on"',
  '"20"',
  'timeout',
  'path',
  '10.0.0.9',
  '1.2.3',
  '_this',
  'a-b.c',
];

/** A resource that lies on another. */
function upper(random: Random, parser: Parser): string {
  const minor = random.slip(6) ? 0 : 30;
  const sections = parser !== '8.3' && random.once(3);
  const device = `device /dev/drbd${minor};`;
  const below = [sections ? block('volume 0', [device]) : device, 'address 10.5.5.1:7788;'];
  const alone = ['disk /dev/vg/u;', 'meta-disk internal;', device];
  const hosts = [
    block(`stacked-on-top-of ${random.slip(8) ? 'r7' : 'r0'}`, below),
    random.once(3)
      ? block(`stacked-on-top-of ${random.slip(3) ? 'r0' : 'r1'}`, ['address 10.5.5.3:7788;', device])
      : block(`on ${random.slip(8) ? 'alpha' : 'omega'}`, [
          ...(sections ? [block('volume 0', alone)] : alone),
          'address 10.5.5.2:7788;',
        ]),
  ];
  return block('resource upper', ['protocol C;', ...optionBlocks(random, parser, 1), ...hosts]);
}

/** A configuration that a generation takes, most of the time. */
export function generate(random: Random, parser: Parser): string {
  random.careful = !random.once(3);
  const parts: string[] = [];
  if (random.once(3)) parts.push(block('global', options(random, 'global', parser)));
  if (random.once(2)) parts.push(common(random, parser));
  const count = random.weigh([6, 1], [3, 2], [1, 3]);
  for (let i = 0; i < count; i++) parts.push(resource(plan(random, parser, i)));
  if (random.once(6)) parts.push(upper(random, parser));
  if (random.once(15)) parts.push('skip { anything { at } all; }');
  if (random.once(12)) parts.reverse();
  return `${parts.join('\n')}\n`;
}

function plan(random: Random, parser: Parser, number: number): Plan {
  const count = random.weigh([8, 2], [parser === '9' ? 3 : 1, 3], [1, 1], [1, 4]);
  const sections = parser !== '8.3';
  return {
    random,
    parser,
    number,
    name: random.slip(15) ? 'r0' : `r${number}`,
    hosts: names.slice(0, count).map((name) => (random.slip(30) ? random.pick(oddNames) : name)),
    volumes: random.weigh(
      [4, 'bare'],
      [3, 'shared bare'],
      [sections ? 3 : 0, 'sections'],
      [sections ? 2 : 0, 'shared sections'],
      [random.careful ? 0 : 1, 'mixed'],
    ),
    count: random.weigh([3, 1], [2, 2], [1, 3]),
    floating: count === 2 && random.once(10),
    ids: parser === '9' && (count > 2 || random.once(2)),
  };
}

const block = (header: string, lines: readonly string[]): string =>
  `${header} {\n${lines
    .join('\n')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `  ${line}`)
    .join('\n')}\n}`;

function common(random: Random, parser: Parser): string {
  const lines = optionBlocks(random, parser, 3);
  if (random.once(4)) lines.unshift(`protocol ${random.pick(['A', 'C', 'c', random.slip(2) ? 'D' : 'B'])};`);
  return block('common', lines);
}

const blocks = ['net', 'disk', 'options', 'startup', 'handlers', 'syncer', 'proxy'];

function optionBlocks(random: Random, parser: Parser, most: number): string[] {
  const known = blocks.filter(
    (name) => (parser !== '8.3' || name !== 'options') && (name !== 'syncer' || random.once(4)),
  );
  const said = new Set<string>();
  return random.several(0, most, () => {
    const name = random.pick(known);
    if (said.has(name) && !random.slip(4)) return '';
    said.add(name);
    return block(name, options(random, name, parser));
  });
}

/** Some options; one twice only by mistake. */
function options(random: Random, section: string, parser: Parser): string[] {
  const said = new Set<string>();
  return random
    .several(0, 3, () => option(random, section, parser))
    .filter((line) => {
      const [name = ''] = line.replace(/^no-/, '').split(/[ ;]/);
      const again = said.has(name);
      said.add(name);
      return !again || random.slip(3);
    });
}

const rows = new Map<string, readonly OptionFact[]>();
function rowsOf(section: string, parser: Parser): readonly OptionFact[] {
  const key = `${section} ${parser}`;
  const found = rows.get(key) ?? drbdData.options.filter((row) => row.section === section && row.generations[parser]);
  rows.set(key, found);
  return found;
}

/** An option of a section with a value, right nine times out of ten. */
export function option(random: Random, section: string, parser: Parser): string {
  if (section === 'startup' && random.once(6))
    return `become-primary-on ${random.pick(['alpha', random.slip(2) ? 'both' : 'beta', 'alpha beta'])};`;
  if (section === 'proxy' && random.once(2)) return 'plugin { zlib level 9; lzma; }';
  const stranger = random.slip(40);
  const fact = random.pick(stranger ? drbdData.options : rowsOf(section, parser));
  const rules = fact.generations[parser];
  const name = random.slip(30) ? `no-${fact.name}` : fact.name;
  if (rules?.type === 'keyword') return `${name};`;
  if (rules?.type === 'boolean')
    return random.pick([`${name};`, ...(parser === '8.3' ? [] : [`${name} yes;`, `${name} no;`])]);
  return `${name}${random.slip(40) ? '' : ` ${valueFor(random, fact, parser)}`};`;
}

function valueFor(random: Random, fact: OptionFact, parser: Parser): string {
  if (random.slip(15))
    return random.pick(['yes', 'wibble', '"a b"', '10', '"10"', '1K', '10.0.0.1', '-1', 'on', 'C', '{', ':', 'no']);
  const rules = fact.generations[parser];
  if (rules?.values) return random.pick(rules.values);
  if (rules?.type === 'number' || rules?.type === 'symbol') {
    const { min = 0, max = 100 } = rules;
    return String(
      random.pick(
        [min, max, Math.floor((min + max) / 2), ...(random.slip(4) ? [min - 1, max + 1] : [])].filter(
          (n) => n >= 0 && n < 1e8,
        ),
      ),
    );
  }
  return fact.section === 'handlers' ? '"/usr/lib/drbd/notify.sh"' : random.pick(['sha1', 'r0', '"some text"', '10']);
}

function resource(plan: Plan): string {
  const { random, parser, name } = plan;
  const lines: string[] = [];
  if (parser === '8.3' ? !random.slip(12) : random.once(5)) lines.push('protocol C;');
  lines.push(...optionBlocks(random, parser, 3));
  if (plan.volumes.startsWith('shared') || plan.volumes === 'mixed') lines.push(...sharedVolumes(plan));
  const hosts = plan.hosts.map((host, i) => hostSection(plan, host, i));
  if (random.slip(12)) lines.push(...hosts, ...lines.splice(0));
  else lines.push(...hosts);
  if (parser === '9') lines.push(...connections(plan));
  if (random.once(20)) lines.push('skip { what ever; }');
  if (random.slip(8))
    lines.push(
      block('stacked-on-top-of r0', [`device minor ${20 + random.below(3)};`, address(random, plan.number, 7)]),
    );
  return block(`resource ${name}`, lines);
}

function volumeLines({ random, number, parser, volumes }: Plan, volume: number): string[] {
  const minor = random.slip(25) ? 0 : number * 4 + volume;
  const device = random.pick([
    `device /dev/drbd${minor};`,
    `device minor ${minor};`,
    `device /dev/drbd_x${minor} minor ${minor};`,
    `device drbd${minor};`,
    `device /dev/drbd${minor} minor ${minor};`,
  ]);
  const disk = random.weigh(
    [12, `disk /dev/vg/r${number}v${volume};`],
    [parser === '9' ? 1 : 0, 'disk none;'],
    [random.slip(2) ? 1 : 0, ''],
    [random.slip(2) ? 1 : 0, 'disk /dev/vg/same;'],
  );
  const external =
    parser === '8.3'
      ? `meta-disk /dev/md[${minor}];`
      : random.pick([`meta-disk /dev/md[${minor}];`, `meta-disk /dev/m${minor};`]);
  const meta = random.weigh(
    [10, 'meta-disk internal;'],
    [2, external],
    [1, `flexible-meta-disk /dev/mf${minor};`],
    [parser === '9' ? 3 : random.slip(2) ? 1 : 0, ''],
  );
  const bare = volumes.includes('bare');
  const own =
    (bare ? random.slip(10) : random.once(10)) && parser !== '8.3'
      ? [block('disk', [option(random, 'disk', parser)])]
      : [];
  const lines = [random.slip(30) ? '' : device, disk, meta, ...own].filter((line) => line !== '');
  if (random.once(10)) lines.reverse();
  return lines;
}

function sharedVolumes(plan: Plan): string[] {
  if (plan.volumes === 'shared bare') return volumeLines(plan, 0);
  return Array.from({ length: plan.count }, (_, i) => block(`volume ${i}`, volumeLines(plan, i)));
}

function hostSection(plan: Plan, host: string, i: number): string {
  const { random, parser, volumes, count, ids, number } = plan;
  const lines: string[] = [];
  if (volumes === 'bare' || (volumes === 'mixed' && random.once(2))) lines.push(...volumeLines(plan, 0));
  else if (volumes === 'sections') {
    const own = random.slip(15) ? count + 1 : count;
    for (let v = 0; v < own; v++) lines.push(block(`volume ${v}`, volumeLines(plan, v)));
  }
  if (!random.slip(25)) lines.push(address(random, number, i));
  if (ids && !random.slip(20)) lines.push(`node-id ${random.slip(25) ? 0 : i};`);
  if (random.slip(20)) lines.push(proxy(random, host, i, parser));
  if (random.once(25) && parser !== '8.3') lines.push(block('options', [option(random, 'options', parser)]));
  if (random.once(12)) lines.reverse();
  if (plan.floating || random.slip(15)) {
    return block(
      `floating 10.7.${number}.${i + 1}:7788`,
      lines.filter((line) => !line.startsWith('address')),
    );
  }
  if (random.once(15) && parser === '9') lines.push('skip { of { no; } account }');
  const second = random.once(15) ? ` ${host}-2` : '';
  return block(`on ${host}${second}`, lines);
}

function address(random: Random, number: number, i: number): string {
  const port = 7788 + (random.slip(20) ? 0 : number);
  return random.weigh(
    [20, `address 10.1.1.${i + 1}:${port};`],
    [2, `address ipv4 10.1.1.${i + 1}:${port};`],
    [2, `address ipv6 [fd00::${i + 1}]:${port};`],
    [1, `address sdp 10.1.1.${i + 1}:${port};`],
    [1, `address 127.0.0.1:${port};`],
    [random.slip(2) ? 2 : 0, `address 10.1.1.1:${port};`],
    [random.slip(2) ? 2 : 0, `address alpha:${port};`],
  );
}

const proxy = (random: Random, host: string, i: number, parser: Parser): string =>
  block(`proxy on ${host}`, [
    `inside 127.0.0.1:${7900 + i};`,
    ...(random.slip(8) ? [] : [`outside 10.3.3.${i}:${7950 + i};`]),
    ...(random.once(4) && parser !== '8.3' ? [block('options', [option(random, 'proxy', parser)])] : []),
  ]);

function connections(plan: Plan): string[] {
  const { random, hosts, parser } = plan;
  const inner = (): string[] => (random.once(4) ? [block('net', options(random, 'net', parser))] : []);
  if (hosts.length > 2 ? !random.slip(12) : random.once(6)) {
    const mesh = block('connection-mesh', [`hosts ${hosts.join(' ')};`, ...inner()]);
    if (!random.once(4)) return [mesh];
  }
  if (hosts.length < 2 || !random.once(3)) return [];
  const pairs = hosts.flatMap((a, i) => hosts.slice(i + 1).map((b) => [a, b] as const));
  return pairs.filter(() => !random.slip(10)).map(([a, b], i) => connection(plan, a, b, i, inner()));
}

function connection(
  { random, number, parser }: Plan,
  a: string,
  b: string,
  i: number,
  inner: readonly string[],
): string {
  const end = (name: string, last: number): string =>
    random.weigh(
      [5, `host ${name};`],
      [3, `host ${name} address 10.${20 + i}.${number}.${last}:7799;`],
      [2, `host ${name} port ${7800 + i};`],
      [random.slip(2) ? 1 : 0, `host omega address 10.9.9.${last}:7799;`],
    );
  const ends = [end(a, 1), end(b, 2)].slice(0, random.slip(25) ? 1 : 2);
  const lines = random.once(4) ? [block('path', ends)] : ends;
  if (random.slip(10))
    lines.push(block('path', [`host ${a} address 10.40.1.1:7801;`, `host ${b} address 10.40.1.2:7801;`]));
  if (random.once(6)) lines.push(block('disk', [option(random, 'disk', parser)]));
  if (random.once(8)) lines.push(block('volume 0', [block('disk', [option(random, 'disk', parser)])]));
  return block(random.once(20) ? 'connection c1' : 'connection', [...lines, ...inner]);
}
