import type { Generation } from './generation';

/** From old to new. */
export const order: readonly Generation[] = ['8.3', '8.4', '9', 'master'];
const since84: readonly Generation[] = ['8.4', '9', 'master'];
export const since9: readonly Generation[] = ['9', 'master'];

/** Statements and sections that not every parser knows, with the generations that do. */
export const words: Readonly<Record<string, readonly Generation[]>> = {
  'ignore-on': ['8.3', '8.4'],
  'alternate-link-address': ['8.4'],
  tiebreaker: ['master'],
  _cstate: ['master'],
  volume: since84,
  options: since84,
  'node-id': since9,
  connection: since9,
  'connection-mesh': since9,
  path: since9,
  host: since9,
  hosts: since9,
  'template-file': since9,
  'outside-address': ['master'],
};
