import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { type Item, members, type Word, walk } from '../ast';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { deviceOf } from '../model/resource';
import { namesIn } from '../names-in';
import { numberOf } from '../values';

interface Ranged {
  readonly word: Word;
  readonly what: 'port' | 'node-id';
  readonly min: number;
  readonly max: number;
  /** drbdadm itself does not look. */
  readonly mild: boolean;
}

function rangedIn(item: Item): Ranged[] {
  const found: Ranged[] = [];
  const own = item.kind === 'endpoint' && item.args[1]?.text === 'port' ? item.args[2] : undefined;
  const port = item.address?.port ?? own;
  if (port) found.push({ word: port, what: 'port', min: 1, max: 65535, mild: port === own });
  if (item.kind === 'node-id' && item.args[0])
    found.push({ word: item.args[0], what: 'node-id', min: 0, max: 32, mild: false });
  return found;
}

export const numberRange = defineRule<DrbdModel>()({
  id: 'drbd/number-range',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A port is 1 to 65535. A `node-id` is 0 to 31; drbdadm takes 32 too, but the kernel does not. A unit behind the number (`10K`) counts for the range only, and is then ignored.',
    ja: 'ポート番号は 1～65535、`node-id` は 0～31 です（drbdadm は 32 も受け付けますが、カーネルは拒否します）。数値の後の単位（`10K` など）は範囲の検査にだけ使われ、その後は無視されます。',
  },
  messages: {
    range: {
      en: 'The {what} {value} is out of range: {min} to {max}.',
      ja: '{what} の値 {value} は範囲外です（{min}～{max}）。',
    },
    kernel: {
      en: 'drbdadm takes node-id 32, the kernel only 0 to 31.',
      ja: 'drbdadm は node-id 32 を受け付けますが、カーネルで使えるのは 0～31 です。',
    },
    minors: {
      en: 'minor-count is {count}, but host {host} uses more: its highest minor is {minor}, of {resources} resources.',
      ja: 'minor-count は {count} ですが、ホスト {host} ではそれより多く使われています（最大のマイナー番号 {minor}、リソース数 {resources}）。',
    },
    unit: {
      en: 'The unit is ignored here: {value} means {number}.',
      ja: 'ここでは単位は無視されます。{value} は {number} とみなされます。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  on a { address 10.0.0.1:70000; }\n}\n', 'resource r0 {\n  on a { node-id 33; }\n}\n'],
    good: ['resource r0 {\n  on a { address 10.0.0.1:7788; node-id 31; }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    if (oldGeneration(context) === '8.3') checkMinorCount(unit, context);
    for (const item of walk(unit.model.items)) {
      for (const { word, what, min, max, mild } of rangedIn(item)) {
        if (word.kind !== 'number') continue;
        const value = numberOf(word.text, undefined) ?? 0;
        const number = Number.parseInt(word.text, 10);
        const inner = what === 'node-id' && value === 32;
        if (inner) context.report('kernel', word.span, { severity: 'warning' });
        else if (value < min || value > max) {
          const upTo = what === 'node-id' ? 31 : max;
          context.report('range', word.span, {
            args: { what, value: word.text, min, max: upTo },
            severity: mild ? 'warning' : 'error',
          });
        } else if (/\D$/.test(word.text)) {
          context.report('unit', word.span, { args: { value: word.text, number }, severity: 'warning' });
        }
      }
    }
  },
});

/** In 8.3 the minors of a host, and its resources, are fewer than minor-count. */
function checkMinorCount(unit: Unit<DrbdModel>, context: RuleContext): void {
  // The last one counts.
  const option = unit.model.items
    .flatMap((item) => members(item, 'option'))
    .findLast(({ keyword }) => keyword.text === 'minor-count');
  const count = Number.parseInt(option?.args[0]?.text ?? '', 10);
  if (!option?.args[0] || !(count > 0)) return;
  const hosts = new Map<string, number[]>();
  for (const { unit: other, entry } of context.lookup('drbd.top', '*')) {
    if (entry.value !== 'resource') continue;
    for (const host of (other.model as DrbdModel).resources.flatMap((resource) => resource.hosts)) {
      const minor = deviceOf(host.volumes[0]?.device).minor ?? 0;
      for (const name of namesIn(context)(host)) hosts.set(name, [...(hosts.get(name) ?? []), minor]);
    }
  }
  for (const [host, minors] of hosts) {
    const args = { count, host, minor: Math.max(...minors), resources: minors.length };
    if (Math.max(...minors) < count && minors.length <= count) continue;
    context.report('minors', option.args[0].span, { args });
    return;
  }
}
