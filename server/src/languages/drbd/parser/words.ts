import type { Token } from '../../../core/syntax/tree';
import { isWord } from '../lexer';
import type { Reader } from './reader';
import type { DrbdSlot, Place } from './slot-notes';

/** Words that are no names unless quoted (drbd-utils 9.22, drbdadm_scanner.fl). */
export const reservedWords: ReadonlySet<string> = new Set(
  (
    'on stacked-on-top-of floating no net yes ask via skip disk host hosts port proxy minor inside outside volume ' +
    'cmd-timeout-short cmd-timeout-medium cmd-timeout-long syncer device global common options address startup include ' +
    'handlers connection connection-mesh minor-count disable-ip-verification udev-always-use-vnr dialog-refresh resource ' +
    'meta-disk flexible-meta-disk node-id usage-count template-file path sci ssocks sdp ipv4 ipv6 _this_host _remote_host ' +
    '_peer_node_id _is_standalone require-drbd-module-version-eq require-drbd-module-version-ne ' +
    'require-drbd-module-version-gt require-drbd-module-version-ge require-drbd-module-version-lt ' +
    'require-drbd-module-version-le'
  ).split(' '),
);

/** Takes a name: any word but a reserved one, a number or an address, unless it is quoted. */
export function takeName(r: Reader, slot: DrbdSlot, what: string): Token | undefined {
  const token = r.word(slot, 'missing-name', { what });
  if (!token) return undefined;
  const raw = r.raw(token);
  const reserved = token.kind === 'word' && reservedWords.has(raw);
  if (reserved || ['number', 'ipv4', 'ipv6', 'version'].includes(token.kind)) r.badNames.push({ token, reserved });
  return token;
}

/** Whether the current token can be a name at the place of an optional one. */
export const atName = (r: Reader): boolean =>
  isWord(r.token) && !(r.token.kind === 'word' && reservedWords.has(r.raw(r.token)));

/** Takes a number of a statement: up to eight digits with an optional unit, without quotes. */
export function takeInteger(
  r: Reader,
  kind: 'volume-number' | 'minor' | 'node-id' | 'port' | 'meta-index',
  place: Place,
): Token | undefined {
  const token = r.word({ kind, place }, 'missing-number', { what: kind });
  if (token && token.kind !== 'number' && token.kind !== 'template') {
    r.problem('integer-expected', token, { word: r.raw(token) });
  }
  return token;
}

const families = ['ipv4', 'ipv6', 'ssocks', 'sdp', 'sci'];

/** An address with its port, as a node. */
export function parseAddress(r: Reader, place: Place): void {
  r.open('addr');
  r.want({ kind: 'family' });
  let family = '';
  if (r.token?.kind === 'word' && families.includes(r.raw(r.token))) family = r.raw(r.bump({ kind: 'family' }));
  r.want({ kind: 'address' });
  if (r.at('[')) parseBracketed(r, family);
  else parseBare(r, family);
  parsePort(r, place);
  r.close();
}

function parseBracketed(r: Reader, family: string): void {
  if (family !== 'ipv6' && r.token) r.problem('ipv6-family-missing', r.token);
  r.bump();
  if (isWord(r.token)) {
    const token = r.bump({ kind: 'address' });
    if (token && token.kind !== 'ipv6' && token.kind !== 'template')
      r.problem('address-expected', token, { word: r.raw(token) });
  } else r.problemHere('missing-address');
  if (r.mark(']')) return;
  r.stop();
  r.problemHere('missing-bracket');
}

function parseBare(r: Reader, family: string): void {
  const { token } = r;
  if (!isWord(token) || (r.onNewLine() && r.peek()?.kind !== ':')) {
    r.stop();
    r.problemHere('missing-address');
    return;
  }
  r.bump({ kind: 'address' });
  if (token.kind === 'template') return;
  if (token.kind === 'ipv6') r.problem('ipv6-brackets', token);
  else if (token.kind !== 'ipv4') r.problem('address-expected', token, { word: r.raw(token) });
  else if (family === 'ipv6') r.problem('ipv6-brackets', token);
}

function parsePort(r: Reader, place: Place): void {
  if (r.mark(':')) {
    takeInteger(r, 'port', place);
    return;
  }
  r.stop();
  if (!r.problems.some((p) => p.span.end === r.lastEnd)) r.problem('missing-port', r.lastWord());
}
