import { own } from '../../base/maps';
import type { Word } from './ast';

/** What one generation's drbdadm checks of an option's value. */
export interface OptionRules {
  readonly type: 'boolean' | 'enum' | 'number' | 'symbol' | 'string' | 'keyword' | 'other';
  readonly min?: number;
  readonly max?: number;
  /** The unit of a plain number: 1, k (KiB) or s (sectors). */
  readonly unitPrefix?: string;
  readonly unit?: string;
  readonly values?: readonly string[];
  readonly maxLength?: number;
  /** The grammar itself wants the value, so quotes are refused and units are ignored. */
  readonly plain?: boolean;
}

/** Why drbdadm refuses a value: a message id of the rule, with its arguments. */
export interface Refusal {
  readonly reason: 'enum' | 'boolean' | 'number' | 'small' | 'big' | 'long' | 'quoted' | 'no-value' | 'missing';
  readonly args: Readonly<Record<string, string | number>>;
}

const bytes: Readonly<Record<string, number>> = { k: 1024, m: 1048576, g: 1073741824, s: 512 };
const ownUnit: Readonly<Record<string, number>> = { k: 1024, s: 512 };

/**
 * The number that drbdadm reads, in the option's own unit: digits with one of the suffixes k K m M g G s (powers of
 * 1024, or sectors of 512 bytes), rounded up. Undefined: not a number. As drbdtool_common.c of drbd-utils 9.22.
 */
export function numberOf(value: string, unitPrefix: string | undefined): number | undefined {
  const match = /^\s*([+-]?)(\d+)([kKmMgGs]?)$/.exec(value);
  if (!match) return undefined;
  const digits = Number(match[2]);
  const suffix = match[3]?.toLowerCase() ?? '';
  const scaled =
    suffix === '' ? digits : Math.ceil((digits * (own(bytes, suffix) ?? 1)) / (ownUnit[unitPrefix ?? '1'] ?? 1));
  return match[1] === '-' && digits > 0 ? Number.MAX_SAFE_INTEGER : scaled;
}

/** What is wrong with an option's value; undefined if drbdadm takes it. A word without a value is never checked. */
export function refusalOf(value: Word, rules: OptionRules): Refusal | undefined {
  const { text } = value;
  if (rules.type === 'boolean')
    return text === 'yes' || text === 'no' ? undefined : { reason: 'boolean', args: { value: text } };
  if (rules.type === 'enum') return enumRefusal(value, rules);
  if (rules.type === 'string') return lengthRefusal(text, rules);
  if (rules.type === 'keyword') return { reason: 'no-value', args: { value: text } };
  if (rules.type === 'symbol' && rules.values?.includes(text)) return undefined;
  return rules.type === 'number' || rules.type === 'symbol' ? numberRefusal(value, rules) : undefined;
}

function enumRefusal({ text, kind }: Word, { values = [], plain }: OptionRules): Refusal | undefined {
  // Of all enumerations only the protocol is read without regard to case.
  const found = values.includes(text) || (text.length === 1 && values.includes(text.toUpperCase()));
  if (!found) return { reason: 'enum', args: { value: text, values: values.join(' | ') } };
  return plain && kind === 'string' ? { reason: 'quoted', args: { value: text } } : undefined;
}

function lengthRefusal(text: string, { maxLength }: OptionRules): Refusal | undefined {
  const length = utf8Length(text);
  return maxLength !== undefined && length > maxLength
    ? { reason: 'long', args: { length, max: maxLength } }
    : undefined;
}

/** Length in bytes, as drbdadm counts. */
function utf8Length(text: string): number {
  let length = 0;
  for (const c of text) {
    const code = c.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}

function numberRefusal({ text, kind }: Word, rules: OptionRules): Refusal | undefined {
  if (rules.plain && kind !== 'number') return { reason: 'number', args: { value: text } };
  const number = numberOf(text, rules.unitPrefix);
  if (number === undefined) return { reason: 'number', args: { value: text } };
  const { min, max } = rules;
  const args = { value: text, min: min ?? 0, max: max ?? '∞', unit: unitOf(rules) };
  if (min !== undefined && number < min) return { reason: 'small', args };
  return max !== undefined && number > max ? { reason: 'big', args } : undefined;
}

/** The unit that ranges are in, with a blank in front: ` KiB/s`. */
export function unitOf({ unit, unitPrefix }: OptionRules): string {
  const rate = unit?.includes('/s') ? '/s' : '';
  if (unitPrefix === 'k') return ` KiB${rate}`;
  if (unitPrefix === 's') return ' × 512 B';
  if (!unit || unit === '1') return '';
  return ` (${unit})`;
}
