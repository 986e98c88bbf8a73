import type { OptionFact } from './facts';
import type { OptionRules } from './values';

const everywhere = (rules: OptionRules): OptionFact['generations'] => ({
  '8.3': rules,
  '8.4': rules,
  '9': rules,
  master: rules,
});

/** Rows by hand; each completes the generated row of its section and name, or stands for one that is not there. */
export const curatedOptions: readonly OptionFact[] = [
  {
    id: 'option/handlers/split-brain',
    name: 'split-brain',
    category: 'option',
    section: 'handlers',
    type: { kind: 'string' },
    text: {
      en: 'Runs when a split brain is found that is not resolved automatically.',
      ja: '自動的に解決されないスプリットブレインを検出したときに実行される。',
    },
    generations: everywhere({ type: 'string' }),
  },
  {
    id: 'option/startup/wfc-timeout',
    name: 'wfc-timeout',
    category: 'option',
    section: 'startup',
    type: { kind: 'integer', min: 0, max: 300000, unit: 's' },
    default: '0',
    text: {
      en: 'How long the start of the service waits for the peer; 0 is for ever.',
      ja: 'サービスの起動時に対向ノードを待つ時間。0 は無制限。',
    },
    generations: everywhere({ type: 'number', min: 0, max: 300000, unit: 'seconds' }),
  },
];

/** The longest value in bytes that drbdadm 9.22 takes, by section and name. */
export const longestValues: Readonly<Record<string, number>> = {
  'net/_name': 63,
  'net/cram-hmac-alg': 63,
  'net/csums-alg': 63,
  'net/data-integrity-alg': 63,
  'net/shared-secret': 63,
  'net/verify-alg': 63,
  'options/cpu-mask': 31,
};
