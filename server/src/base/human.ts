import type { Locale } from './text';

const parts = [
  { seconds: 604800, en: ['week', 'weeks'], ja: '週間' },
  { seconds: 86400, en: ['day', 'days'], ja: '日' },
  { seconds: 3600, en: ['hour', 'hours'], ja: '時間' },
  { seconds: 60, en: ['minute', 'minutes'], ja: '分' },
  { seconds: 1, en: ['second', 'seconds'], ja: '秒' },
] as const;

/** A time as people say it, in its two largest units: `1 hour 30 minutes`, `1 時間 30 分`, `0.5 seconds`. */
export function durationWords(seconds: number, locale: Locale): string {
  if (seconds < 1 && seconds > 0) return smallDuration(seconds, locale);
  const said: string[] = [];
  let left = Math.round(seconds * 10) / 10;
  for (const part of parts) {
    const count = part.seconds === 1 ? left : Math.floor(left / part.seconds);
    if (count === 0 || said.length === 2) continue;
    left = Math.round((left - count * part.seconds) * 10) / 10;
    said.push(locale === 'ja' ? `${count} ${part.ja}` : `${count} ${part.en[count === 1 ? 0 : 1]}`);
  }
  return said.length > 0 ? said.join(' ') : locale === 'ja' ? '0 秒' : '0 seconds';
}

function smallDuration(seconds: number, locale: Locale): string {
  const milliseconds = Math.round(seconds * 1e6) / 1e3;
  return locale === 'ja' ? `${milliseconds} ミリ秒` : `${milliseconds} milliseconds`;
}

/** A size in the largest binary unit that leaves a number of one or more. */
export function sizeWords(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let size = bytes;
  let at = 0;
  for (; size >= 1024 && at < units.length - 1; at++) size /= 1024;
  return `${Math.round(size * 100) / 100} ${units[at]}`;
}
