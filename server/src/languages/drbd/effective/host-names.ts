/**
 * Whether two names mean one host: case counts nothing, and a short name fits a qualified one (hostnames_equal in
 * drbdadm_parser.c of drbd-utils 9.22). 8.x compares the text.
 */
export function sameHost(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left.includes('.') && right.includes('.')) return left === right;
  return left.split('.')[0] === right.split('.')[0];
}
