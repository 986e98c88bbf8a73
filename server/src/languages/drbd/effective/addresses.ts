import { type Address, type Item, members } from '../ast';
import { countedIn, type Home, Pool, type Reading, readOption } from './pool';
import { pluginsOf } from './sections';
import type { EffectiveAddress, EffectiveProxy } from './types';

/** An address with its family spelled out; `sci` is the old name of `ssocks`. */
export function readAddress(address: Address | undefined): EffectiveAddress | undefined {
  if (!address?.ip) return undefined;
  const family = address.family?.text ?? 'ipv4';
  return { family: family === 'sci' ? 'ssocks' : family, ip: address.ip.text, port: address.port?.text ?? '' };
}

/** A `proxy on HOST { … }` section; what it does not say of options comes from the resource. */
export function readProxy(
  reading: Reading,
  item: Item | undefined,
  home: Home,
  resource: { readonly proxy: Pool; readonly plugins: readonly string[] },
): EffectiveProxy | undefined {
  if (!item) return undefined;
  const addressOf = (word: string) =>
    readAddress(members(item, 'address').find(({ keyword }) => keyword.text === word)?.address);
  const [inside, outside] = [addressOf('inside'), addressOf('outside')];
  const pool = new Pool();
  const plugins: string[] = [];
  for (const block of members(item, 'proxy', 'options')) {
    for (const option of countedIn(reading, block)) pool.set(readOption(reading, option, 'proxy', 'host', home));
    plugins.push(...pluginsOf(block));
  }
  pool.inherit(resource.proxy);
  return {
    hosts: item.args.filter(({ kind, text }) => kind === 'string' || text !== 'on').map(({ text }) => text),
    ...(inside && { inside }),
    ...(outside && { outside }),
    options: pool.options,
    plugins: [...new Set([...plugins, ...resource.plugins])],
  };
}
