import type { ValueType } from '../../core/facts/types';

const units: Readonly<Record<string, number>> = {
  '': 1,
  s: 1,
  sec: 1,
  ms: 0.001,
  msec: 0.001,
  us: 0.000001,
  usec: 0.000001,
  m: 60,
  min: 60,
  h: 3600,
  hr: 3600,
};

/** A time in seconds as Pacemaker reads it (pacemaker 2.1.5, lib/common/utils.c, crm_get_msec); undefined if it is none. */
export function seconds(text: string): number | undefined {
  const match = /^\s*(\d+)\s*([a-z]*)\s*$/i.exec(text);
  const factor =
    match && Object.hasOwn(units, (match[2] ?? '').toLowerCase()) ? units[(match[2] ?? '').toLowerCase()] : undefined;
  return match && factor !== undefined ? Number(match[1]) * factor : undefined;
}

/** How people write units of time that Pacemaker does not know, or reads only in part. */
const spelledUnits: Readonly<Record<string, string>> = {
  secs: 's',
  second: 's',
  seconds: 's',
  mins: 'm',
  minute: 'm',
  minutes: 'm',
  hrs: 'h',
  hour: 'h',
  hours: 'h',
  msecs: 'ms',
  millisecond: 'ms',
  milliseconds: 'ms',
  d: '24h',
  day: '24h',
  days: '24h',
};

/** What a time that is no duration to Pacemaker can only have meant: `1m30s` is 90s, `30secs` 30s; undefined: unclear. */
export function clearDuration(text: string): string | undefined {
  const parts = [...text.matchAll(/(\d{1,9})\s*([a-z]+)/gi)];
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== text.replace(/(?<=[a-z])\s+(?=\d)|^\s+|\s+$/gi, ''))
    return undefined;
  const units = parts.map(([, , unit = '']) => {
    const lower = unit.toLowerCase();
    return Object.hasOwn(spelledUnits, lower) ? (spelledUnits[lower] ?? '') : lower;
  });
  if (parts.length === 1 && units[0] !== '24h')
    return seconds(`1${units[0]}`) === undefined ? undefined : `${parts[0]?.[1]}${units[0]}`;
  const each = parts.map(
    ([, count], index) => Number(count) * (seconds(units[index] === '24h' ? '24h' : `1${units[index]}`) ?? Number.NaN),
  );
  const total = each.reduce((sum, value) => sum + value, 0);
  return Number.isInteger(total) ? `${total}s` : undefined;
}

const booleans = new Set(['true', 'false', 'yes', 'no', 'on', 'off', 'y', 'n', '1', '0']);

/** Whether a value can be of a type. What cannot be told counts as possible. */
export function fits(value: string, type: ValueType): boolean {
  switch (type.kind) {
    case 'boolean':
      return booleans.has(value.toLowerCase());
    case 'integer':
      return integerFits(value, type);
    case 'duration':
      return seconds(value) !== undefined || /^P(?!$)[\dTYMWDHS.,]*$/.test(value) || /^-?\d+$/.test(value);
    case 'percentage':
      return /^\d+%$/.test(value);
    case 'score':
      return /^[+-]?(?:\d+|INFINITY)$/i.test(value) || /^(?:red|yellow|green)$/.test(value);
    case 'enum':
      return type.open === true || type.values.some((known) => known.toLowerCase() === value.toLowerCase());
    default:
      return true;
  }
}

function integerFits(value: string, { min, max }: Extract<ValueType, { kind: 'integer' }>): boolean {
  if (/^[+-]?infinity$/i.test(value)) return true;
  if (!/^[+-]?\d+$/.test(value)) return false;
  const number = Number(value);
  return (min === undefined || number >= min) && (max === undefined || number <= max);
}
