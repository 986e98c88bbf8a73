import type { Text } from '../base/text';
import type { FormatStyle } from '../core/features/format-style';
import type { Severity } from '../core/workspace/unit';
import { settings, versionPattern } from '../settings';

/** The name of the file that is looked for in a file's folder and in those above, by the command line and the editor. */
export const configName = '.linux-ha.json';

/** What a configuration file may say; the words of the editor's settings, where it has them. */
export interface Config {
  readonly target: Readonly<Record<string, string>>;
  /** Who reads crm files. */
  readonly reader?: string;
  /** Whether crm files describe whole clusters. */
  readonly scope?: string;
  readonly rules: Readonly<Record<string, string>>;
  /** How files are laid out, by language and name. */
  readonly format?: NonNullable<FormatStyle['choices']>;
  readonly language?: 'en' | 'ja';
  readonly severity?: Severity;
}

export const severities: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
export const isSeverity = (word: unknown): word is Severity => severities.some((severity) => severity === word);

/** A configuration that cannot be used, and why, in the user's language. */
export class ConfigMistake extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** Takes a configuration apart; whatever it says that we do not know is a `ConfigMistake`, so that none goes unnoticed. */
export function readConfig(text: string): Config {
  const wrong = (key: string): ConfigMistake =>
    new ConfigMistake({ en: `${key} is not as it should be`, ja: `${key} の指定が正しくありません` });
  const whole = parsed(text);
  if (whole === undefined) throw new ConfigMistake({ en: 'not JSON', ja: 'JSON ではありません' });
  if (!isRecord(whole)) throw wrong('it');
  const { $schema: _, target = {}, crm = {}, rules = {}, format, language, severity, ...unknown } = whole;
  const stray = Object.keys(unknown)[0];
  if (stray !== undefined) throw wrong(stray);
  if (!isRecord(target)) throw wrong('target');
  for (const [name, version] of Object.entries(target))
    if (!upstreams.includes(name) || !isVersion(version)) throw wrong(`target.${name}`);
  const said = crmSettings(crm);
  if (said === undefined) throw wrong('crm');
  if (!isRecord(rules)) throw wrong('rules');
  for (const [name, level] of Object.entries(rules))
    if (!/^(?:crm|drbd)\/[a-z0-9-]+$/.test(name) || (level !== 'off' && !isSeverity(level)))
      throw wrong(`rules.${name}`);
  if (format !== undefined && !isFormat(format)) throw wrong('format');
  if (language !== undefined && language !== 'en' && language !== 'ja' && language !== 'auto') throw wrong('language');
  if (severity !== undefined && !isSeverity(severity)) throw wrong('severity');
  return {
    target: Object.fromEntries(Object.entries(target as Record<string, string>).filter(([, v]) => v !== 'auto')),
    ...said,
    rules: rules as Record<string, string>,
    ...(format !== undefined && { format }),
    ...((language === 'en' || language === 'ja') && { language }),
    ...(severity !== undefined && { severity }),
  };
}

/** What `crm` says of crm files; undefined if it says anything else. */
function crmSettings(crm: unknown): Pick<Config, 'reader' | 'scope'> | undefined {
  if (!isRecord(crm)) return undefined;
  const { reader = 'auto', scope = 'auto', ...unknown } = crm;
  const isOneOf = (word: unknown, ...words: string[]): word is string => words.some((one) => one === word);
  if (Object.keys(unknown).length > 0 || !isOneOf(reader, 'auto', 'load', 'interpreter')) return undefined;
  if (!isOneOf(scope, 'auto', 'whole', 'fragment')) return undefined;
  return { ...(reader !== 'auto' && { reader }), ...(scope !== 'auto' && { scope }) };
}

/** Whether it says nothing but what the editor's settings of the same names may say. */
const isFormat = (format: unknown): format is NonNullable<Config['format']> =>
  isRecord(format) &&
  Object.entries(format).every(
    ([language, choices]) =>
      isRecord(choices) &&
      Object.entries(choices).every(([name, value]) =>
        settings.find(({ key }) => key === `format.${language}.${name}`)?.values?.some((one) => one.value === value),
      ),
  );

export const upstreams: readonly string[] = ['pacemaker', 'crmsh', 'drbd'];

/** A version as upstream writes them, or `auto`. */
export const isVersion = (word: unknown): word is string =>
  typeof word === 'string' && new RegExp(versionPattern).test(word);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
