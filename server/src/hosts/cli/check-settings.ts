import { resolve } from 'node:path';
import type { Severity } from '../../core/workspace/unit';
import { isVersion, severities, upstreams } from '../config-file';
import { Configs } from './config';
import { encodings } from './encoding';
import type { ReadingSettings } from './opened';
import { Problem } from './problem';
import { harmless } from './terminal';
import { commonOptions, oneOf, readArguments } from './usage';

const formats = ['human', 'json', 'sarif', 'github', 'checkstyle'] as const;

/** What counts for the files of a folder: arguments, then what a configuration file says. */
export interface Settled {
  /** The same for all files that share it. */
  readonly key: string;
  readonly target: Readonly<Record<string, string>>;
  readonly reader?: string;
  readonly scope?: string;
  readonly rules: Readonly<Record<string, string>>;
  readonly severity: Severity;
}

/** The arguments of `linux-ha check`. */
export interface CheckSettings extends ReadingSettings {
  readonly files: readonly string[];
  readonly format: (typeof formats)[number];
  readonly fix: 'write' | 'dry-run' | undefined;
  readonly settle: (folder: string) => Promise<Settled>;
}

const options = {
  ...commonOptions,
  format: { type: 'string' },
  severity: { type: 'string' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  'target-pacemaker': { type: 'string' },
  'target-crmsh': { type: 'string' },
  'target-drbd': { type: 'string' },
  language: { type: 'string' },
  'stdin-filename': { type: 'string' },
  encoding: { type: 'string' },
} as const;

/** Reads the arguments; a mistake in them is a `Problem`. */
export function readCheckSettings(args: readonly string[]): CheckSettings | 'help' {
  const { values, positionals } = readArguments(args, options);
  if (values.help) return 'help';
  const severity = oneOf('--severity', values.severity, severities);
  const target = targets(values);
  const configs = new Configs(values.config === undefined ? undefined : resolve(values.config));
  return {
    files: positionals,
    format: oneOf('--format', values.format, formats) ?? 'human',
    fix: values['fix-dry-run'] ? 'dry-run' : values.fix ? 'write' : undefined,
    language: oneOf('--language', values.language, ['crm', 'drbd']),
    stdinName: values['stdin-filename'],
    encoding: oneOf('--encoding', values.encoding, encodings),
    settle: async (folder) => {
      const config = await configs.for(folder);
      return {
        key: config.path ?? '',
        target: withoutAuto({ ...config.target, ...target }),
        ...(config.reader !== undefined && { reader: config.reader }),
        ...(config.scope !== undefined && { scope: config.scope }),
        rules: config.rules,
        severity: severity ?? config.severity ?? 'warning',
      };
    },
  };
}

function targets(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const upstream of upstreams) {
    const given = values[`target-${upstream}`];
    if (given === undefined) continue;
    if (!isVersion(given)) {
      const said = harmless(String(given));
      throw new Problem({
        en: `--target-${upstream}: ${said} is no version`,
        ja: `--target-${upstream}: ${said} はバージョンではありません`,
      });
    }
    found[upstream] = given;
  }
  return found;
}

const withoutAuto = (target: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(target).filter(([, version]) => version !== 'auto'));
