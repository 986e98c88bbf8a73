import type { Span } from '../../base/span';
import type { Locale } from '../../base/text';
import type { Workspace } from '../workspace/workspace';
import { describeFact } from './describe';
import { slotAt } from './locate';

export interface Hover {
  readonly markdown: string;
  readonly span: Span;
}

/** What is known of the word at an offset; undefined if nothing is. */
export function hover(workspace: Workspace, uri: string, offset: number, locale: Locale): Hover | undefined {
  const file = workspace.file(uri);
  const slot = file && slotAt(workspace, file, offset);
  if (!slot || slot.span.start === slot.span.end) return undefined;
  const notes = slot.notes?.(locale);
  const parts = [
    ...(notes?.lead ?? []),
    ...slot.facts.slice(0, 2).map((fact) => describeFact(fact, file.language.id, locale)),
    ...(notes?.more ?? []),
  ];
  return parts.length === 0 ? undefined : { markdown: parts.join('\n\n---\n\n'), span: slot.span };
}
