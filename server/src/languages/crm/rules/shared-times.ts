/** A time in seconds as Pacemaker reads it (2.1.5, lib/common/iso8601.c, crm_get_msec); undefined if it is none, or templated. */
export function secondsOf(written: string | undefined): number | undefined {
  const [, number = '', unit = ''] = /^["']?\s*(\d+)\s*([a-z]*)\s*["']?$/i.exec(written ?? '') ?? [];
  if (number === '') return undefined;
  const factor = {
    '': 1,
    s: 1,
    sec: 1,
    ms: 0.001,
    msec: 0.001,
    us: 1e-6,
    usec: 1e-6,
    m: 60,
    min: 60,
    h: 3600,
    hr: 3600,
  }[unit.toLowerCase()];
  return factor === undefined ? undefined : Number(number) * factor;
}
