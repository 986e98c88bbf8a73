import type { RuleContext } from '../../core/lint/rule';
import type { Fix, Unit } from '../../core/workspace/unit';
import { convertUnit } from './convert/convert';
import type { DrbdModel } from './model';

/** The repair that rewrites the whole section for DRBD 9: what moved to another block takes its values along. */
export function moderniseFix(unit: Unit<DrbdModel>, context: RuleContext): Fix[] {
  const { edits } = convertUnit(unit.model, context, '9');
  const title = { en: 'Rewrite the section for DRBD 9', ja: 'このセクションを DRBD 9 の記法に書き換える' };
  return edits.length === 0 ? [] : [{ title, edits, safe: false }];
}
