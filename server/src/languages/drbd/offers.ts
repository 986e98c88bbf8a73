import type { Span } from '../../base/span';
import type { Offer } from '../../core/features/slot';
import type { Surroundings } from '../../core/language';
import { type Item, members } from './ast';
import { type OptionFact, rulesIn, type StatementFact } from './facts';
import { type Generation, targetOf } from './generation';
import type { DrbdModel } from './model';
import { deviceOf, type HostView } from './model/resource';
import { sectionSnippets } from './offer-snippets';
import type { DrbdSlot, Place } from './parser/slot-notes';
import { words } from './word-generations';

/** Where the question is asked, and what stands round it. */
export interface Cursor {
  readonly model: DrbdModel;
  /** The sections round the cursor, outer before inner. */
  readonly path: readonly Item[];
  readonly span: Span;
  /** The word under the cursor; empty between words. */
  readonly word: string;
  /** First words of the statements beside the cursor's own. */
  readonly present: ReadonlySet<string>;
  /** A semicolon follows already. */
  readonly closed: boolean;
  readonly around: Surroundings;
}

/** What may be written into a slot. */
export function offersFor(slot: DrbdSlot, cursor: Cursor): Offer[] {
  switch (slot.kind) {
    case 'statement':
      return statementOffers(slot.place, cursor);
    case 'option-value':
      return valueOffers(slot.place, slot.option, cursor);
    case 'resource-name':
      return slot.role === 'reference' ? [{ kind: 'symbols', namespaces: ['drbd.resource'] }] : [];
    case 'host-name':
      return hostOffers(slot.role, cursor);
    case 'volume-number':
      return wordOffers([String(nextVolume(cursor))]);
    case 'minor':
      return wordOffers(minors(cursor).map(String), ends(cursor));
    case 'node-id':
      return wordOffers([String(nextNodeId(cursor))], ends(cursor));
    case 'port':
      return wordOffers(ports(cursor).map(String), ends(cursor));
    case 'device':
      return wordOffers(
        minors(cursor).map((minor) => `/dev/drbd${minor}`),
        ends(cursor),
      );
    case 'disk-path':
      return wordOffers(['none'], ends(cursor));
    case 'meta-disk':
      return wordOffers(['internal'], ends(cursor));
    case 'family':
      return wordOffers(['ipv4', 'ipv6', 'ssocks', 'sdp'], ' ');
    case 'word':
      return wordOffers(
        slot.words.filter((word) => /^\w/.test(word)),
        ' ',
      );
    default:
      return [];
  }
}

const ends = ({ closed }: Cursor): string => (closed ? '' : ';');

const wordOffers = (values: readonly string[], suffix = ''): Offer[] =>
  values.length === 0 ? [] : [{ kind: 'values', type: { kind: 'enum', values }, suffix }];

/** Statements that may stand several times in a section. */
const repeatable = new Set(
  'on floating stacked-on-top-of volume connection host path hosts skip include resource address inside outside disk'.split(
    ' ',
  ),
);

function statementOffers(place: Place, cursor: Cursor): Offer[] {
  const { facts } = cursor.model;
  const except = new Set([...cursor.present].filter((word) => !repeatable.has(word)));
  const generation = generationAt(cursor);
  const rows = facts.statements(place).filter((row) => isCurrent(row, generation));
  const group = (suffix: string, accept: (row: StatementFact) => boolean): Offer => ({
    kind: 'facts',
    facts: rows.filter(accept),
    except,
    suffix,
    goesOn: suffix === ' ',
  });
  const options = facts.options(place).filter((fact) => isCurrent(fact, generation) && isModern(fact, generation));
  const valued = (fact: OptionFact) => rulesIn(fact, generation)?.type !== 'keyword';
  return [
    ...sectionSnippets(
      place,
      except,
      {
        minor: nextMinor(cursor),
        volume: nextVolume(cursor),
        port: nextPort(cursor),
        nodeId: nextNodeId(cursor),
      },
      generation,
    ),
    group(' {', (row) => bareSections.has(row.name)),
    group(' ', (row) => !bareSections.has(row.name)),
    { kind: 'facts', facts: options.filter(valued), except, suffix: ' ', goesOn: true },
    { kind: 'facts', facts: options.filter((fact) => !valued(fact)), except, suffix: ends(cursor) },
  ];
}

const bareSections = new Set(
  'global common net options startup handlers syncer proxy plugin connection connection-mesh path'.split(' '),
);

/** The generation that the words are for; what comes after 9.22 is offered with 9. */
function generationAt({ around }: Cursor): Generation {
  const generation = around.own && targetOf(around.own).generation;
  return generation === undefined || generation === 'master' ? '9' : generation;
}

/** Words that the generation does not know, or that only drbdsetup writes, are not offered. */
function isCurrent(fact: OptionFact | StatementFact, generation: Generation): boolean {
  if (fact.name.startsWith('_')) return false;
  if ('generations' in fact)
    return generation in fact.generations || (generation === '9' && 'master' in fact.generations);
  if (generation === '9') return !fact.until;
  return words[fact.name]?.includes(generation) ?? !fact.name.startsWith('require-');
}

/** Only in 8.3 have flags a name with `no-` of their own; older spellings of newer options are left out. */
const isModern = ({ name }: OptionFact, generation: Generation): boolean => !/^no-/.test(name) || generation === '8.3';

function valueOffers(place: Place, option: string, cursor: Cursor): Offer[] {
  const fact = cursor.model.facts.option(option === 'protocol' ? 'net' : place, option);
  const suffix = ends(cursor);
  if (option === 'resync-after') return [{ kind: 'symbols', namespaces: ['drbd.resource'] }];
  if (place === 'handlers') return handlerOffers(option, suffix);
  const generation = generationAt(cursor);
  const modern = fact && (fact.generations['9'] ?? fact.generations.master);
  // 8.x does not look at what is of an enumeration; the words are the same.
  const rules = fact && generation !== '9' && !modern?.values ? rulesIn(fact, generation) : modern;
  if (!fact || !rules) return [];
  const offer = (values: readonly string[]): Offer[] => [
    { kind: 'values', type: { kind: 'enum', values }, fact, suffix },
  ];
  if (rules.type === 'boolean') return offer(['yes', 'no']);
  if (rules.values) return offer(rules.values);
  if (/(^|-)(alg|hmac-alg)$/.test(option)) return offer(digests[option] ?? ['sha256', 'sha1']);
  return rules.type === 'number' && fact.default ? offer([fact.default]) : [];
}

const digests: Readonly<Record<string, readonly string[]>> = {
  'cram-hmac-alg': ['sha256', 'sha512', 'sha1'],
  'verify-alg': ['crc32c', 'sha256', 'sha1'],
  'csums-alg': ['crc32c', 'sha256', 'sha1'],
  'data-integrity-alg': ['crc32c', 'sha256'],
};

/** The scripts that drbd-utils brings for a handler. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  'fence-peer': ['crm-fence-peer.9.sh', 'stonith_admin-fence-peer.sh'],
  'unfence-peer': ['crm-unfence-peer.9.sh'],
  'before-resync-target': ['snapshot-resync-target-lvm.sh'],
  'after-resync-target': ['unsnapshot-resync-target-lvm.sh'],
  'split-brain': ['notify-split-brain.sh root'],
  'out-of-sync': ['notify-out-of-sync.sh root'],
  'pri-on-incon-degr': ['notify-pri-on-incon-degr.sh'],
  'pri-lost-after-sb': ['notify-pri-lost-after-sb.sh'],
  'pri-lost': ['notify-pri-lost.sh'],
  'local-io-error': ['notify-io-error.sh'],
};

const handlerOffers = (option: string, suffix: string): Offer[] =>
  wordOffers(
    (Object.hasOwn(scripts, option) ? (scripts[option] ?? []) : []).map((script) => `"/usr/lib/drbd/${script}"`),
    suffix,
  );

function hostOffers(role: 'declaration' | 'reference', cursor: Cursor): Offer[] {
  const resource = cursor.path.find(({ kind }) => kind === 'resource');
  const own = resource ? members(resource, 'on').flatMap(({ args }) => args.map(({ text }) => text)) : [];
  if (role === 'declaration') {
    return [
      {
        kind: 'symbols',
        namespaces: ['drbd.host', 'crm.node'],
        except: new Set(own.filter((name) => name !== cursor.word)),
        suffix: ' ',
      },
    ];
  }
  return own.length > 0 ? wordOffers(own) : [{ kind: 'symbols', namespaces: ['drbd.host'] }];
}

const above = (numbers: readonly number[], floor: number): number => Math.max(floor - 1, ...numbers) + 1;

const tails = (cursor: Cursor, namespace: string): number[] =>
  [...cursor.around.declared(namespace)]
    .map(({ name }) => Number(name.slice(name.lastIndexOf(':') + 1)))
    .filter(Number.isInteger);

function nextMinor(cursor: Cursor): number {
  return above(tails(cursor, 'drbd.minor'), 0);
}

/** Hosts of the resource round the cursor, without the one that it is in. */
function otherHosts({ path, model }: Cursor): readonly HostView[] {
  const resource = model.resources.find(({ item }) => path.includes(item));
  return (resource?.hosts ?? []).filter(({ item }) => !path.includes(item));
}

/** A peer has the same minor as a rule: that comes first, then the next free one. */
function minors(cursor: Cursor): number[] {
  const peers = otherHosts(cursor).flatMap(({ volumes }) => volumes.map(({ device }) => deviceOf(device).minor));
  return [...new Set([...peers.filter((minor) => minor !== undefined), nextMinor(cursor)])];
}

/** Likewise the port. */
function ports(cursor: Cursor): number[] {
  const peers = otherHosts(cursor).map(({ address }) => Number(address?.port?.text));
  return [...new Set([...peers.filter(Number.isInteger), nextPort(cursor)])];
}

const nextPort = (cursor: Cursor): number =>
  above(
    tails(cursor, 'drbd.address').filter((port) => port < 65535),
    7788,
  );

const numbersIn = (section: Item | undefined, kind: string): number[] =>
  section
    ? members(section, kind)
        .map(({ args }) => Number.parseInt(args[0]?.text ?? '', 10))
        .filter(Number.isInteger)
    : [];

const nextVolume = ({ path }: Cursor): number => above(numbersIn(path.at(-1), 'volume'), 0);

function nextNodeId({ path }: Cursor): number {
  const resource = path.find(({ kind }) => kind === 'resource');
  return above(
    resource ? members(resource, 'on', 'floating', 'stacked').flatMap((host) => numbersIn(host, 'node-id')) : [],
    0,
  );
}
