import type { Text } from '../../base/text';
import type { Cursor } from './offers';
import type { DrbdSlot } from './parser/slot-notes';
import { numberOf, type OptionRules } from './values';

/** What can be said of a word beyond its fact: how long, how big, which device. */
export function noteFor(slot: DrbdSlot, { model, word }: Cursor): Text[] {
  const value = word.replace(/^"|"$/g, '');
  if (slot.kind === 'option-value') {
    const fact = model.facts.option(slot.place, slot.option);
    const rules = fact && (fact.generations['9'] ?? Object.values(fact.generations)[0]);
    const meaning = rules && meaningOf(value, rules);
    return meaning ? [meaning] : [];
  }
  if (slot.kind === 'minor' && /^\d+/.test(value)) {
    const minor = Number.parseInt(value, 10);
    return [{ en: `The device \`/dev/drbd${minor}\`.`, ja: `デバイスは \`/dev/drbd${minor}\`。` }];
  }
  const named = slot.kind === 'device' ? /^(?:\/dev\/)?drbd(\d+)$/.exec(value)?.[1] : undefined;
  return named ? [{ en: `Minor number ${Number(named)}.`, ja: `マイナー番号 ${Number(named)}。` }] : [];
}

/** A number in units that people think in. */
function meaningOf(value: string, { unit, unitPrefix, type }: OptionRules): Text | undefined {
  const number = type === 'number' || type === 'symbol' ? numberOf(value, unitPrefix) : undefined;
  if (number === undefined || number === Number.MAX_SAFE_INTEGER) return undefined;
  if (/^1\/10/.test(unit ?? '')) return seconds(number / 10);
  if (unit === 'seconds') return seconds(number);
  if (unitPrefix === 'k' || unitPrefix === 's' || /byte/.test(unit ?? '')) {
    const factor = unitPrefix === 'k' ? 1024 : unitPrefix === 's' ? 512 : 1;
    const size = sizeOf(number * factor) + (/(\/s|per second)/.test(unit ?? '') ? '/s' : '');
    return { en: `\`${value}\` is ${size}.`, ja: `\`${value}\` は ${size}。` };
  }
  return undefined;
}

function seconds(count: number): Text {
  if (count < 120) return { en: `${count} seconds.`, ja: `${count} 秒。` };
  const minutes = Math.round((count / 60) * 10) / 10;
  return { en: `${count} seconds (${minutes} minutes).`, ja: `${count} 秒（${minutes} 分）。` };
}

function sizeOf(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let size = bytes;
  let at = 0;
  for (; size >= 1024 && at < units.length - 1; at++) size /= 1024;
  return `${Math.round(size * 100) / 100} ${units[at]}`;
}
