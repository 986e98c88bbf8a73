import type { Text } from '../../base/text';
import type { Fact } from '../../core/facts/types';
import type { DrbdData } from './facts';

/** All that a word of a DRBD file can mean, with the sections it stands in; two words: an option of a section. */
export function aboutDrbdWord(
  { options, statements }: DrbdData,
  words: readonly string[],
): { readonly fact: Fact; readonly where?: Text }[] {
  const [first = '', second] = words;
  if (words.length > 2) return [];
  const section = second === undefined ? undefined : first;
  const name = second ?? first;
  return [
    ...statements
      .filter((row) => row.name === name && (section === undefined || row.in.includes(section)))
      .map((fact) => ({ fact, where: inSections(fact.in) })),
    ...options
      .filter((row) => row.name === name && (section === undefined || row.section === section))
      .map((fact) => ({ fact, where: inSections([fact.section]) })),
  ];
}

function inSections(sections: readonly string[]): Text {
  const names = sections.join(', ');
  return { en: `DRBD, in: ${names}`, ja: `DRBD、書ける場所: ${names}` };
}
