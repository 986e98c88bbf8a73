import type { Offer } from '../../core/features/slot';
import { type Cursor, ends, generationAt, lastStatement, opens, wordOffers } from './offers-cursor';
import { fileOffers, hostOffers, lowerOffers, versionOffers } from './offers-names';
import { devices, diskPaths, metaDisks, minors, nextNodeId, ports, volumeNumbers } from './offers-numbers';
import { statementOffers } from './offers-statements';
import { valueOffers } from './offers-values';
import type { DrbdSlot } from './parser/slot-notes';

/** What may be written into a slot. */
export function offersFor(slot: DrbdSlot, cursor: Cursor): Offer[] {
  const end = ends(cursor);
  switch (slot.kind) {
    case 'statement':
      return statementOffers(slot.place, cursor);
    case 'option-value':
      return valueOffers(slot.place, slot.option, cursor);
    case 'resource-name':
      return slot.role === 'reference' ? lowerOffers(cursor) : [];
    case 'host-name':
      return hostOffers(slot.role, cursor);
    case 'volume-number':
      return wordOffers(volumeNumbers(cursor).map(String), opens(cursor));
    case 'minor':
      return wordOffers(minors(cursor).map(String), end);
    case 'node-id':
      return wordOffers([String(nextNodeId(cursor))], end);
    case 'port':
      return wordOffers(ports(cursor).map(String), /^address|^host|^via/m.test(lastStatement(cursor)) ? end : '');
    case 'meta-index':
      return wordOffers(['0']);
    case 'device':
      return wordOffers(devices(cursor), /^\s*minor\b/.test(cursor.rest) ? '' : end);
    case 'disk-path':
      return wordOffers([...diskPaths(cursor), 'none'], end);
    case 'meta-disk':
      return metaDiskOffers(cursor);
    case 'file':
      return fileOffers(cursor);
    case 'family':
      return wordOffers(families(cursor), ' ', true);
    case 'word':
      return slot.words.length === 0 ? versionOffers(end) : keywordOffers(slot.words, cursor);
    default:
      return [];
  }
}

/** A flexible one has no index, `internal` neither. */
function metaDiskOffers(cursor: Cursor): Offer[] {
  if (/^flexible/.test(lastStatement(cursor))) {
    return wordOffers(['internal', ...metaDisks(cursor).filter((path) => !/\]$/.test(path))], ends(cursor));
  }
  const others = metaDisks(cursor);
  return /^\s*\[/.test(cursor.rest)
    ? wordOffers(others.map((path) => path.replace(/\[\d+\]$/, '')))
    : wordOffers(['internal', ...others], ends(cursor));
}

/** Families that fit the address behind the cursor. */
function families({ rest }: Cursor): string[] {
  if (/^\s*\[/.test(rest)) return ['ipv6'];
  return /^\s*\d/.test(rest) ? ['ipv4', 'ssocks', 'sdp'] : ['ipv4', 'ipv6', 'ssocks', 'sdp'];
}

/** Words that only what comes after 9.22 knows. */
const later = new Set(['outside-address']);

function keywordOffers(words: readonly string[], cursor: Cursor): Offer[] {
  const isMaster = generationAt(cursor) === 'master';
  // A word that is replaced keeps what stands behind it.
  const known = words.filter(
    (word) => /^\w/.test(word) && (isMaster || !later.has(word)) && !unfitFor(cursor.rest).includes(word),
  );
  return wordOffers(known, /^\s/.test(cursor.rest) && cursor.word !== '' ? '' : ' ', true);
}

function unfitFor(rest: string): readonly string[] {
  if (/^\s*(?:ipv\d|\[|\d+\.)/.test(rest)) return ['port', 'via'];
  if (/^\s*\d+\s*;/.test(rest)) return ['address', 'via'];
  // What stands there already.
  return /^[^\S\n]*([a-z]+)\b/.exec(rest)?.slice(1) ?? [];
}
