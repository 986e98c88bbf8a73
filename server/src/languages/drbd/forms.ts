import type { Form, FormPart } from '../../core/features/form';
import type { Unit } from '../../core/workspace/unit';
import type { OptionFact } from './facts';
import type { DrbdModel } from './model';
import { parseDrbd } from './parser/parse';
import type { DrbdSlot } from './parser/slot-notes';

interface Part extends FormPart {
  /** The slots that are this part's: their kinds, or words of the grammar. */
  readonly of: readonly string[];
}

const part = (label: string, of: string, en?: string, ja?: string): Part => ({
  label,
  of: of.split(' '),
  ...(en !== undefined && ja !== undefined && { text: { en, ja } }),
});

const family = part('[ipv4 | ipv6 | ssocks | sdp]', 'family', 'Without one: ipv4.', '省略時は ipv4。');
const ipPort = part(
  '<ip>:<port>',
  'address port :',
  'An IPv6 address stands in brackets: ipv6 [fd00::1]:7788.',
  'IPv6 アドレスは角括弧で囲む。ipv6 [fd00::1]:7788。',
);
const block = part('{ … }', '{');
const host = part('<host>', 'host-name', 'As uname -n says it.', 'uname -n が表示する名前。');

/** The order of words in statements that people look up (drbd-utils 9.22, its grammar). */
const forms: Readonly<Record<string, readonly Part[]>> = {
  address: [family, ipPort],
  inside: [family, ipPort],
  outside: [family, ipPort],
  floating: [family, ipPort, block],
  device: [
    part(
      '[<name>]',
      'device',
      '/dev/drbd0, or a name of your own that begins with /dev/drbd_.',
      '/dev/drbd0、または /dev/drbd_ で始まる任意の名前。',
    ),
    part(
      '[minor <number>]',
      'minor',
      'May be left out where the name ends in the number.',
      '名前が番号で終わる場合は省略できる。',
    ),
  ],
  'meta-disk': [
    part(
      'internal | <device>[<index>]',
      'meta-disk meta-index [ ]',
      'internal: at the end of the disk itself. With an index, several volumes share a device.',
      'internal はディスク自身の末尾。インデックスを付けると複数のボリュームで 1 つのデバイスを共用できる。',
    ),
  ],
  disk: [
    part('<device> | none', 'disk-path', 'none: no disk here on purpose.', 'none は意図的にディスクなし。'),
    part('| { <options> }', '{'),
  ],
  on: [part('<host> …', 'host-name', 'As uname -n says it.', 'uname -n が表示する名前。'), block],
  'stacked-on-top-of': [part('<resource>', 'resource-name', 'The lower resource.', '下位のリソース。'), block],
  volume: [part('<number>', 'volume-number', 'The same on all hosts.', '全ホストで同じ番号。'), block],
  host: [
    host,
    part('[address <ip>:<port> | port <port>]', 'address port family :'),
    part('[via proxy on <host> { … }]', 'via proxy on'),
  ],
  hosts: [part('<host> <host> …', 'host-name', 'Each is connected with each.', '相互に接続される。')],
  'resync-after': [afterPart()],
  after: [afterPart()],
};

function afterPart(): Part {
  return part('<resource>/<volume>', 'option-value', 'Its resync comes first.', 'その再同期が先に行われる。');
}

/** Statements whose words people mix up. */
const unasked = new Set(['address', 'meta-disk', 'device']);

/** The form of the statement at an offset, with the part at the cursor. */
export function drbdFormAt(unit: Unit<DrbdModel>, offset: number): Form | undefined {
  const cut = parseDrbd(unit.text.slice(0, offset));
  const first = cut.notes.findLast(({ slot }) => slot.kind === 'statement');
  // Behind the statement's end there is nothing to help with.
  if (first?.slot.kind !== 'statement' || offset <= first.span.end) return undefined;
  const text = unit.text.slice(first.span.start, offset);
  if (/[;{}]|#[^\n]*$/.test(text.replace(/"[^"]*"/g, ''))) return undefined;
  const name = unit.text.slice(first.span.start, first.span.end);
  const { place } = first.slot;
  const last = cut.notes.at(-1);
  const slots = last && last !== first && last.span.end === offset ? [last.slot] : cut.wanted;
  const { facts } = unit.model;
  const known = facts.option(name === 'protocol' ? 'net' : place, name);
  const parts = Object.hasOwn(forms, name) ? (forms[name] ?? []) : known ? [valuePart(known)] : [];
  if (parts.length === 0) return undefined;
  const said = (known ?? facts.statement(place, name))?.text;
  const active = activePart(parts, slots);
  return {
    parts: [{ label: name }, ...parts.map(({ label, text: about }) => ({ label, ...(about && { text: about }) }))],
    active: active < 0 ? undefined : active + 1,
    ...(said && { text: said }),
    unasked: unasked.has(name),
  };
}

/** The first part that the likeliest slot belongs to. */
function activePart(parts: readonly Part[], slots: readonly DrbdSlot[]): number {
  for (const slot of slots) {
    const names = slot.kind === 'word' ? slot.words : [slot.kind];
    const place = parts.findIndex(({ of }) => names.some((name) => of.includes(name)));
    if (place >= 0) return place;
  }
  return -1;
}

/** An option's value as it may be: `<number, 1/10 s, 1…600, default 60>`. */
function valuePart({ type, default: usual }: OptionFact): Part {
  const pieces = valueWords(type);
  const end = usual === undefined || usual === '' ? [] : [`default ${usual}`];
  return part(`<${[...pieces, ...end].join(', ')}>`, 'option-value');
}

function valueWords(type: OptionFact['type']): string[] {
  switch (type?.kind) {
    case 'boolean':
      return ['yes | no'];
    case 'enum':
      return [type.values.join(' | ')];
    case 'integer': {
      const range = type.min === undefined && type.max === undefined ? [] : [`${type.min ?? ''}…${type.max ?? ''}`];
      return ['number', ...(type.unit ? [type.unit] : []), ...range];
    }
    default:
      return ['value'];
  }
}
