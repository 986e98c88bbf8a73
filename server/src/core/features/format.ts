import type { Edit } from '../../base/edits';
import { overlaps, type Span, shift } from '../../base/span';
import type { SourceFile } from '../workspace/source-file';
import type { FormatStyle } from './format-style';

/** The edits that lay out the units that `within` touches (all without it), in offsets of the file; no change, no edit. */
export function format(file: SourceFile, style: FormatStyle, within?: Span): Edit[] {
  const edits: Edit[] = [];
  for (const unit of file.units) {
    const start = file.startOf(unit);
    if (within && !overlaps(within, { start, end: start + unit.text.trimEnd().length })) continue;
    for (const { span, newText } of file.language.format?.(unit, style) ?? []) {
      const moved = shift(span, start);
      if (!within || overlaps(within, moved)) edits.push({ span: moved, newText });
    }
  }
  return edits;
}
