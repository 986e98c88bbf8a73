import type { Span } from '../../base/span';
import { tokens } from '../../core/syntax/tree';
import type { Unit } from '../../core/workspace/unit';
import { walk } from './ast';
import type { DrbdModel } from './model';

/** Sections of several lines, and runs of comment lines. */
export function foldsDrbd(
  unit: Unit<DrbdModel>,
): readonly { readonly span: Span; readonly kind?: 'comment' | 'region' }[] {
  const { items, text } = unit.model;
  const folds: { span: Span; kind?: 'comment' }[] = [];
  for (const item of walk(items))
    if (item.body && text.slice(item.span.start, item.span.end).includes('\n')) folds.push({ span: item.span });
  return [...folds, ...commentBlocks(unit)];
}

function commentBlocks({ parsed, text }: Unit<DrbdModel>): { span: Span; kind: 'comment' }[] {
  const blocks: { span: Span; kind: 'comment' }[] = [];
  let run: { start: number; end: number; lines: number } | undefined;
  const finish = () => {
    if (run && run.lines > 1) blocks.push({ span: { start: run.start, end: run.end }, kind: 'comment' });
    run = undefined;
  };
  for (const token of tokens(parsed.root)) {
    if (token.kind === 'comment') {
      if (run) run = { start: run.start, end: token.end, lines: run.lines + 1 };
      else if (startsLine(text, token.start)) run = { start: token.start, end: token.end, lines: 1 };
    } else if (token.kind !== 'blank' || (text.slice(token.start, token.end).match(/\n/g)?.length ?? 0) > 1) finish();
  }
  finish();
  return blocks;
}

const startsLine = (text: string, offset: number): boolean =>
  text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
