import type { Span } from '../../../base/span';
import { type Item, walk } from '../ast';

/** What a file's words tell of the DRBD that it was written for. */
export type Era = '8' | '9' | 'master';

const only8: ReadonlySet<string> = new Set(
  (
    'rate use-bmbv max-bio-bvecs unplug-watermark delay-probe-volume delay-probe-interval throttle-threshold ' +
    'hold-off-threshold ignore-on alternate-link-address'
  ).split(' '),
);
const since9: ReadonlySet<string> = new Set(
  (
    'connection connection-mesh path node-id template-file host hosts auto-promote auto-promote-timeout quorum on-no-quorum ' +
    'quorum-minimum-redundancy on-suspended-primary-outdated transport quorum-lost disconnected'
  ).split(' '),
);
const sinceMaster: ReadonlySet<string> = new Set(
  (
    'tls tls-keyring tls-privkey tls-certificate load-balance-paths rdma-ctrl-rcvbuf-size rdma-ctrl-sndbuf-size ' +
    'drbd8-api-compatibility block-size discard-granularity resync-without-replication peer-tiebreaker tiebreaker ' +
    '_cstate _unknown'
  ).split(' '),
);

/** The eras that a unit's words belong to, each with the first word that says so. */
export function readEra(items: readonly Item[]): Map<Era, Span> {
  const found = new Map<Era, Span>();
  const note = (era: Era, { span }: { span: Span }) => {
    if (!found.has(era)) found.set(era, span);
  };
  for (const { keyword, kind, place } of walk(items)) {
    const { text } = keyword;
    if (only8.has(text) || isOldSyncer(place, text) || (place === 'disk' && text === 'fencing')) note('8', keyword);
    else if (since9.has(text) && kind !== 'unknown') note('9', keyword);
    else if (sinceMaster.has(text)) note('master', keyword);
  }
  return found;
}

/** Only 8.x reads these in `syncer`. */
const isOldSyncer = (place: string, word: string): boolean =>
  place === 'syncer' && /^(rate|resync-rate|c-[a-z-]+)$/.test(word);
