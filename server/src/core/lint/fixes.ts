import type { Span } from '../../base/span';
import type { Fix } from '../workspace/unit';

/** The repair "change the word to this one", for a slip whose right spelling is a guess; none without a guess. */
export function changeTo(span: Span, word: string | undefined): readonly Fix[] {
  if (word === undefined) return [];
  return [{ title: { en: `Change to ${word}`, ja: `${word} に変更` }, safe: false, edits: [{ span, newText: word }] }];
}
