import type { ActionPlace, LanguageAction } from '../../../core/language';
import { formatCrm } from '../format/format';
import type { CrmModel } from '../model';
import { indentIn, wholeOnes } from './rewriting';

/** Writes each part of the selected statements on a line of its own, as crm configure show does. */
export const splitLines = (place: ActionPlace<CrmModel>): LanguageAction | undefined =>
  laidOut(place, 'sections', {
    title: { en: 'A line for each section', ja: 'セクションごとに改行する' },
    kind: 'refactor.rewrite',
  });

/** Writes the selected statements on one line each. */
export const joinLines = (place: ActionPlace<CrmModel>): LanguageAction | undefined =>
  laidOut(place, 'compact', { title: { en: 'Join the lines', ja: '1 行にまとめる' }, kind: 'refactor.rewrite' });

/** Only where the number of lines changes; formatting is asked for by its own command. */
function laidOut(
  { selected, units }: ActionPlace<CrmModel>,
  statements: 'sections' | 'compact',
  named: Pick<LanguageAction, 'title' | 'kind'>,
): LanguageAction | undefined {
  const edits = wholeOnes(selected).flatMap(({ unit }) => {
    const style = { indent: indentIn([unit], units), choices: { statements } };
    const own = formatCrm(unit, style);
    const changesLines = own.some(({ span, newText }) => {
      const old = unit.text.slice(span.start, span.end);
      return statements === 'sections' ? newText.includes('\n') && !old.includes('\n') : old.includes('\n');
    });
    return changesLines ? own.map((edit) => ({ ...edit, unit })) : [];
  });
  return edits.length === 0 ? undefined : { ...named, edits };
}
