import type { FileLink } from '../../../core/model/shown';
import type { Unit } from '../../../core/workspace/unit';
import { type Item, isTemplate, walk } from '../ast';
import type { DrbdModel } from '../model';

/** What a file includes, and the scripts of its handlers. */
export const drbdLinks = ({ model }: Unit<DrbdModel>): readonly FileLink[] => walk(model.items).flatMap(linkOf);

function linkOf({ kind, place, args: [word] }: Item): FileLink[] {
  if (!word || isTemplate(word)) return [];
  const inner = word.kind === 'string' ? 1 : 0;
  const span = { start: word.span.start + inner, end: word.span.end - inner };
  if (kind === 'include' || kind === 'template-file') return [{ span, pattern: word.text }];
  const path = kind === 'option' && place === 'handlers' ? /^\/[^\s;&|<>$`]+/.exec(word.text)?.[0] : undefined;
  return path === undefined ? [] : [{ span: { start: span.start, end: span.start + path.length }, path }];
}
