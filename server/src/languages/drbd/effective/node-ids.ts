const polynomial = 0x82f63b78;
/** What drbdadm starts the sum of an address with (drbdadm_postparse.c of drbd-utils 9.22). */
const seed = 0x1a656f21;

/** CRC-32C of a text, started as drbdadm does, as the signed number that it compares. */
function hash(text: string): number {
  let crc = seed;
  for (let i = 0; i < text.length; i++) {
    crc ^= text.charCodeAt(i) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
  }
  return crc | 0;
}

/**
 * The node ids that drbdadm 9 gives to the two hosts of an implicit connection, by their addresses. Undefined if
 * the addresses are the same.
 */
export function derivedNodeIds(first: string, second: string): readonly [number, number] | undefined {
  const [a, b] = [hash(first), hash(second)];
  if (a === b) return undefined;
  return a > b ? [0, 1] : [1, 0];
}
