/** The generations whose parsers read word by word, with every option's name as a word of the language. */
export type OldGeneration = '8.3' | '8.4';

/** What an option's word is to the parser: the section that it is of, and how its value is read. */
export interface OptionClass {
  readonly section: 'net' | 'disk' | 'options' | 'startup' | 'handlers' | 'proxy' | 'syncer';
  /** `value`: a word or number; `flag`: nothing, yes or no; `no`: nothing, and the name begins with `no-`. */
  readonly form: 'value' | 'flag' | 'no';
  /** Also read in `syncer`. */
  readonly syncer?: boolean;
  /** Also read in `proxy`. */
  readonly proxy?: boolean;
}

const split = (words: string): string[] => words.split(' ').filter((word) => word !== '');

const reserved = split(
  'on ignore-on stacked-on-top-of floating no net yes ask skip disk proxy minor inside outside syncer device global ' +
    'common address startup include handlers minor-count disable-ip-verification dialog-refresh resource meta-disk ' +
    'flexible-meta-disk usage-count _this_host _remote_host sci ssocks sdp ipv4 ipv6 stacked-timeouts ' +
    'become-primary-on discard-my-data plugin delay-probe-volume delay-probe-interval throttle-threshold ' +
    'hold-off-threshold',
);
const reservedOnly: Readonly<Record<OldGeneration, readonly string[]>> = {
  '8.3': ['_is_default', 'protocol'],
  '8.4': split(
    'volume options cmd-timeout-short cmd-timeout-medium cmd-timeout-long udev-always-use-vnr alternate-link-address',
  ),
};

/** Words that 8.x takes in any block of options and forgets. */
export const forgotten: ReadonlySet<string> = new Set([
  'delay-probe-volume',
  'delay-probe-interval',
  'throttle-threshold',
  'hold-off-threshold',
]);

type Rows = readonly (readonly [OptionClass['section'], OptionClass['form'], string, ('syncer' | 'proxy')?])[];

const handlers =
  'pri-on-incon-degr pri-lost-after-sb pri-lost initial-split-brain split-brain outdate-peer fence-peer local-io-error ' +
  'before-resync-target after-resync-target before-resync-source out-of-sync';

const both: Rows = [
  ['disk', 'value', 'size on-io-error fencing max-bio-bvecs disk-timeout'],
  [
    'net',
    'value',
    'timeout ko-count ping-int max-buffers connect-int cram-hmac-alg shared-secret max-epoch-size after-sb-0pri ' +
      'after-sb-1pri after-sb-2pri rr-conflict unplug-watermark data-integrity-alg on-congestion congestion-fill ' +
      'congestion-extents',
  ],
  ['net', 'value', 'sndbuf-size rcvbuf-size ping-timeout', 'proxy'],
  ['startup', 'value', 'wfc-timeout degr-wfc-timeout outdated-wfc-timeout'],
  ['startup', 'flag', 'wait-after-sb'],
  ['handlers', 'value', handlers],
  ['proxy', 'value', 'memlimit read-loops compression', 'proxy'],
  ['disk', 'no', 'no-disk-barrier no-disk-flushes no-disk-drain no-md-flushes'],
  ['net', 'no', 'no-tcp-cork'],
  ['net', 'flag', 'allow-two-primaries always-asbp'],
  ['disk', 'flag', 'use-bmbv'],
];
const only: Readonly<Record<OldGeneration, Rows>> = {
  '8.3': [
    [
      'syncer',
      'value',
      'rate after verify-alg csums-alg al-extents cpu-mask c-plan-ahead c-delay-target c-fill-target c-max-rate ' +
        'c-min-rate on-no-data-accessible',
    ],
    ['syncer', 'flag', 'use-rle'],
  ],
  '8.4': [
    ['disk', 'value', 'read-balancing rs-discard-granularity resync-rate resync-after'],
    [
      'disk',
      'value',
      'rate after al-extents c-plan-ahead c-delay-target c-fill-target c-max-rate c-min-rate',
      'syncer',
    ],
    [
      'disk',
      'flag',
      'disable-write-same disk-barrier disk-flushes disk-drain md-flushes al-updates discard-zeroes-if-aligned',
    ],
    ['net', 'value', 'protocol socket-check-timeout'],
    ['net', 'value', 'verify-alg csums-alg', 'syncer'],
    ['net', 'flag', 'tcp-cork csums-after-crash-only'],
    ['net', 'flag', 'use-rle', 'syncer'],
    ['options', 'value', 'cpu-mask on-no-data-accessible', 'syncer'],
    ['handlers', 'value', 'unfence-peer'],
    ['proxy', 'value', 'bwlimit', 'proxy'],
  ],
};

function optionTable(generation: OldGeneration): ReadonlyMap<string, OptionClass> {
  const table = new Map<string, OptionClass>();
  for (const [section, form, names, also] of [...both, ...only[generation]]) {
    // By a slip of its token numbers 8.4 reads in `proxy` what it reads in `syncer`.
    const proxy = also === 'proxy' || (also === 'syncer' && generation === '8.4');
    for (const name of split(names)) {
      table.set(name, { section, form, ...(also === 'syncer' && { syncer: true }), ...(proxy && { proxy: true }) });
    }
  }
  return table;
}

export interface OldWords {
  readonly options: ReadonlyMap<string, OptionClass>;
  readonly reserved: ReadonlySet<string>;
  /** The longest word without quotes. */
  readonly longest: number;
}

const wordsOf = (generation: OldGeneration, longest: number): OldWords => {
  const options = optionTable(generation);
  return { options, longest, reserved: new Set([...reserved, ...reservedOnly[generation], ...options.keys()]) };
};

/** The vocabulary of a generation (drbd-utils 9.22: user/v83 and user/v84, drbdadm_scanner.fl). */
export const oldWords: Readonly<Record<OldGeneration, OldWords>> = {
  '8.3': wordsOf('8.3', 80),
  '8.4': wordsOf('8.4', 128),
};
