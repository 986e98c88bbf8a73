import type { Offer } from '../../core/features/slot';
import { type OptionFact, rulesIn } from './facts';
import type { Generation } from './generation';
import { type Cursor, ends, generationAt, isModern, resourceAt, wordOffers } from './offers-cursor';
import type { Place } from './parser/slot-notes';
import { numberOf, type OptionRules, refusalOf } from './values';

/** Values of an option: what it may be, its default first. */
export function valueOffers(place: Place, option: string, cursor: Cursor): Offer[] {
  const fact = cursor.model.facts.option(option === 'protocol' ? 'net' : place, option);
  const suffix = ends(cursor);
  if (/^(?:resync-)?after$/.test(option)) return afterOffers(cursor, suffix);
  if (place === 'handlers') return handlerOffers(option, suffix, isModern(generationAt(cursor)));
  if (option === 'tiebreaker') return wordOffers(['no', 'yes'], suffix);
  const rules = fact && rulesAt(fact, generationAt(cursor));
  if (!fact || !rules || rules.type === 'keyword') return [];
  const values = valuesOf(fact, rules, option);
  return values.length === 0
    ? []
    : [{ kind: 'values', type: { kind: 'enum', values }, fact: known(fact, values), suffix }];
}

/** 8.x does not look at what is of an enumeration; the words are the same. What it does not know is as others have it. */
function rulesAt(fact: OptionFact, generation: Generation): OptionRules | undefined {
  const { generations } = fact;
  const modern = generations['9'] ?? generations.master;
  const own = rulesIn(fact, generation);
  return own === undefined || own.type === 'other' || modern?.values
    ? (modern ?? generations['8.4'] ?? generations['8.3'])
    : own;
}

/** The default is shown as such only where it can be written. */
function known(fact: OptionFact, values: readonly string[]): OptionFact {
  if (fact.default === undefined || values.includes(fact.default)) return fact;
  const { default: _none, ...rest } = fact;
  return rest;
}

function valuesOf(fact: OptionFact, rules: OptionRules, option: string): readonly string[] {
  if (rules.type === 'boolean') return ['yes', 'no'];
  const known = Object.hasOwn(usual, option) ? (usual[option] ?? []).filter(isTaken(rules)) : [];
  if (known.length > 0) return [...new Set([...defaultOf(fact, rules), ...known])];
  if (rules.values) return rules.values;
  return rules.type === 'number' || rules.type === 'symbol' ? numbers(fact, rules) : defaultOf(fact, rules);
}

const defaultOf = ({ default: value }: OptionFact, rules: OptionRules): string[] =>
  value !== undefined && isTaken(rules)(value) && /^[\w.-]+$/.test(value) ? [value] : [];

const isTaken =
  (rules: OptionRules) =>
  (text: string): boolean =>
    refusalOf({ text, span: { start: 0, end: text.length }, kind: /^\d+$/.test(text) ? 'number' : 'word' }, rules) ===
    undefined;

/** The default and the borders, each once, whatever unit it is written in. */
function numbers(fact: OptionFact, rules: OptionRules): string[] {
  const { min, max, unitPrefix } = rules;
  const suffix = unitPrefix === 'k' ? 'K' : unitPrefix === 's' ? 's' : '';
  const borders = [min, max].flatMap((border) =>
    border === undefined ? [] : [`${border}${border === 0 ? '' : suffix}`],
  );
  const all = [...defaultOf(fact, rules), ...borders].filter(isTaken(rules));
  const seen = new Set<number | undefined>();
  return all.filter((value) => {
    const number = numberOf(value, unitPrefix);
    return !seen.has(number) && seen.add(number);
  });
}

/** What is usually written where the type says little. */
const usual: Readonly<Record<string, readonly string[]>> = {
  'cram-hmac-alg': ['sha256', 'sha512', 'sha1'],
  'verify-alg': ['crc32c', 'sha256', 'sha1'],
  'csums-alg': ['crc32c', 'sha256', 'sha1'],
  'data-integrity-alg': ['crc32c', 'sha256'],
  transport: ['tcp', 'rdma', 'lb-tcp'],
  'resync-rate': ['10M', '33M', '100M'],
  rate: ['10M', '33M', '100M'],
  'c-max-rate': ['100M', '700M', '4G'],
  'c-min-rate': ['0', '4M', '20M', '80M'],
  'c-fill-target': ['0', '1M', '10M', '24M'],
  'al-extents': ['1237', '3389', '6007'],
  'max-buffers': ['8000', '20k', '36k'],
  'sndbuf-size': ['0', '1M', '10M'],
  'rcvbuf-size': ['0', '1M', '10M'],
  'congestion-fill': ['0', '100M', '400M'],
  'wfc-timeout': ['120', '0'],
  'degr-wfc-timeout': ['60', '0'],
  'outdated-wfc-timeout': ['20', '0'],
  memlimit: ['100M', '500M', '1G'],
  'cpu-mask': ['3', 'ff'],
  'read-loops': ['30'],
  bwlimit: ['100M'],
  'shared-secret': [],
};

/** Volumes of other resources, then their names. */
function afterOffers(cursor: Cursor, suffix: string): Offer[] {
  const own = resourceAt(cursor)?.args[0]?.text;
  const volumes = new Set([...cursor.around.declared('drbd.minor')].map(({ entry }) => entry.value ?? ''));
  const others = [...volumes].filter((name) => name !== '' && name.split('/')[0] !== own && !name.startsWith('/'));
  return [
    ...(generationAt(cursor) === '8.3' ? [] : wordOffers(others, suffix)),
    { kind: 'symbols', namespaces: ['drbd.resource'], except: new Set(own ? [own] : []), suffix },
  ];
}

/** The scripts that drbd-utils brings for a handler: for 9, and for 8.x where that is another. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'fence-peer': ['crm-fence-peer.9.sh', 'stonith_admin-fence-peer.sh'],
  'unfence-peer': ['crm-unfence-peer.9.sh'],
  'before-resync-target': ['snapshot-resync-target-lvm.sh'],
  'after-resync-target': ['unsnapshot-resync-target-lvm.sh', 'crm-unfence-peer.9.sh'],
  'split-brain': ['notify-split-brain.sh root'],
  'out-of-sync': ['notify-out-of-sync.sh root'],
  'pri-on-incon-degr': [
    'notify-pri-on-incon-degr.sh; /usr/lib/drbd/notify-emergency-reboot.sh',
    'notify-pri-on-incon-degr.sh',
  ],
  'pri-lost-after-sb': [
    'notify-pri-lost-after-sb.sh; /usr/lib/drbd/notify-emergency-reboot.sh',
    'notify-pri-lost-after-sb.sh',
  ],
  'pri-lost': ['notify-pri-lost.sh'],
  'local-io-error': ['notify-io-error.sh; /usr/lib/drbd/notify-emergency-shutdown.sh', 'notify-io-error.sh'],
  'outdate-peer': ['outdate-peer.sh'],
};

function handlerOffers(option: string, suffix: string, is9: boolean): Offer[] {
  const own = Object.hasOwn(scripts, option) ? (scripts[option] ?? []) : ['notify.sh root'];
  const named = own.map((script) => (is9 ? script : script.replace('.9.sh', '.sh')));
  return wordOffers(
    named.map((script) => `"/usr/lib/drbd/${script}"`),
    suffix,
  );
}
