import { stripVTControlCharacters } from 'node:util';

/** The numbers that mocha prints at its end, all of a text added up; undefined: it printed none. */
export function mochaCounts(output) {
  const plain = stripVTControlCharacters(output);
  const sum = (word) =>
    [...plain.matchAll(new RegExp(`^\\s*(\\d+) ${word}\\b`, 'gm'))].reduce((n, [, found]) => n + Number(found), 0);
  return /^\s*\d+ passing\b/m.test(plain)
    ? { passed: sum('passing'), failed: sum('failing'), pending: sum('pending') }
    : undefined;
}
