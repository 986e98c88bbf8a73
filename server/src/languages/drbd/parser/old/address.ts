import { type OldReader, spanOf } from './reader';

export interface OldAddress {
  readonly ip: string;
  readonly port: string;
  readonly family: string;
  readonly span: { readonly start: number; readonly end: number };
}

/** `[FAMILY] IP:PORT`. */
export function readAddress(r: OldReader): OldAddress {
  const { start } = r.token;
  let family = 'ipv4';
  if (r.token.kind === 'keyword' && ['sci', 'ssocks', 'sdp', 'ipv4', 'ipv6'].includes(r.token.text))
    family = r.next().text;
  const six = family === 'ipv6';
  if (six) r.mark('[');
  if (r.token.kind !== (six ? 'ipv6' : 'ipv4')) r.stop('ADDRESS');
  const ip = r.next().text;
  if (six) r.mark(']');
  r.mark(':');
  const port = r.number();
  return { ip, port: port.text, family, span: spanOf({ start, end: port.end }) };
}

/** Whether every host has this address for itself. */
export const isLocal = (ip: string): boolean =>
  (/^127(\.\d{1,3}){3}$/.test(ip) && ip.split('.').every((part) => Number(part) < 256)) || /^[0:]*:0*1$/.test(ip);

/** Notes that an address is taken: for all, or for the hosts whose own it is. */
export function useAddress(r: OldReader, { ip, port, span }: OldAddress, hosts: readonly string[]): void {
  const what = `${ip}:${port}`;
  if (!isLocal(ip)) r.uses.push({ space: 'address', key: what, span, host: '', what });
  else for (const host of hosts) r.uses.push({ space: 'address', key: `${host}:${what}`, span, host, what });
}
