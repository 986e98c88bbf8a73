import type { OptionRules } from '../../../server/src/languages/drbd/values';
import { facts } from './reading';

type Old = '8.3' | '8.4';

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Values that the real parser would take, but which make a file wrong that has no such hosts, or not the other option. */
const awkward = new Set(['resync-after', 'after', 'become-primary-on', 'discard-my-data', 'size', 'shared-secret']);
const sections: Readonly<Record<Old, readonly string[]>> = {
  '8.3': ['net', 'disk', 'syncer', 'startup', 'handlers'],
  '8.4': ['net', 'disk', 'syncer', 'startup', 'handlers', 'options'],
};

/** Writes old configurations: any options in any section, laid out in any way, with comments everywhere. */
export class OldFiles {
  private comments = 0;

  constructor(
    private readonly generation: Old,
    private readonly random: () => number,
  ) {}

  next(): string {
    this.comments = 0;
    const eol = this.chance(0.1) ? '\r\n' : '\n';
    const common = this.chance(0.6) ? `common {\n${this.sections('  ')}}\n` : '';
    const text = `${this.comment('')}${common}${this.resource('r0', 0)}${this.chance(0.3) ? this.resource('r1', 1) : ''}`;
    return text.replaceAll('\n', eol);
  }

  private chance(probability: number): boolean {
    return this.random() < probability;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T;
  }

  /** A line of comment, often none. */
  private comment(indent: string): string {
    return this.chance(0.25) ? `${indent}# c${++this.comments}\n` : '';
  }

  private resource(name: string, minor: number): string {
    const volumes = this.generation === '8.4' && this.chance(0.3);
    const disk = (meta: string) => `device /dev/drbd${minor}; disk /dev/vg/${name}; ${meta} internal;`;
    const host = (host: string, last: number) => {
      const meta = this.chance(0.8) ? 'meta-disk' : 'flexible-meta-disk';
      const address = `address   10.0.${minor}.${last}:7788;`;
      const inner = volumes ? '' : disk(meta);
      return this.chance(0.5)
        ? `  on ${host} {\n${this.comment('    ')}    ${inner}\n    ${address}${this.trail()}\n  }\n`
        : `  on ${host} { ${inner} ${address} }\n`;
    };
    const shared = volumes ? `  volume 0 {\n    ${disk('meta-disk')}\n  }\n` : '';
    return `resource ${name} {${this.trail()}\n${this.comment('  ')}  protocol ${this.pick(['A', 'B', 'C'])};${this.trail()}\n${shared}${this.sections('  ')}${host('alpha', 1)}${host('beta', 2)}}\n`;
  }

  private trail(): string {
    return this.chance(0.2) ? ` # c${++this.comments}` : '';
  }

  private sections(indent: string): string {
    const names = sections[this.generation].filter(() => this.chance(0.5));
    const order = this.chance(0.5) ? names : [...names].reverse();
    return order.map((name) => `${this.comment(indent)}${this.section(name, indent)}`).join('');
  }

  private section(name: string, indent: string): string {
    const options = this.options(name);
    if (this.chance(0.4))
      return `${indent}${name} { ${options.map((option) => `${option} `).join('')}}${this.trail()}\n`;
    const lines = options.map((option) => `${this.comment(`${indent}  `)}${indent}  ${option}${this.trail()}\n`);
    return `${indent}${name} {${this.trail()}\n${lines.join('')}${this.comment(`${indent}  `)}${indent}}\n`;
  }

  private options(section: string): string[] {
    const place = section as 'net';
    const rows = facts
      .options(place)
      .filter(({ name, generations }) => generations[this.generation] && !awkward.has(name))
      .filter(({ name }) => section !== 'syncer' || this.inSyncer(name));
    const wanted = Math.floor(this.random() * 5);
    const chosen = new Map<string, string>();
    for (let i = 0; i < wanted && rows.length > 0; i++) {
      const { name, generations } = this.pick(rows);
      const rules = generations[this.generation];
      if (rules && !chosen.has(name.replace(/^no-/, '')))
        chosen.set(name.replace(/^no-/, ''), this.option(name, rules));
    }
    return [...chosen.values()];
  }

  private inSyncer(name: string): boolean {
    const known = ['net', 'disk', 'options'].some(
      (place) => facts.option(place as 'net', name)?.generations['9'] ?? facts.option('disk', name)?.generations['9'],
    );
    return known || name === 'rate';
  }

  private option(name: string, { type, values, min, max }: OptionRules): string {
    const modern = facts
      .options('net')
      .concat(facts.options('disk'), facts.options('options'), facts.options('startup'));
    const now = modern.find((row) => row.name === (name === 'rate' ? 'resync-rate' : name))?.generations['9'];
    const gap = this.chance(0.2) ? '        ' : ' ';
    if (type === 'boolean')
      return this.generation === '8.4' && this.chance(0.4) ? `${name}${gap}${this.pick(['yes', 'no'])};` : `${name};`;
    const listed = now?.values ?? values;
    if (listed && listed.length > 0) return `${name}${gap}${this.pick(listed)};`;
    if (now?.type === 'string' || type === 'string') return `${name}${gap}"a b";`;
    const low = Math.max(min ?? 0, now?.min ?? 0);
    const high = Math.min(max ?? 1000, now?.max ?? 1000, low + 1000);
    return `${name}${gap}${Math.round(low + this.random() * Math.max(0, high - low))};`;
  }
}
