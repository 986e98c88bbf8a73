import { contains, type Span, shift } from '../../base/span';
import type { Workspace } from '../workspace/workspace';
import { surroundings } from './locate';
import { occurrencesOf, type SymbolAt, symbolAt } from './navigation';
import { placeOf } from './shown';

/** Something that has its place in an order. Spans count from the start of its file. */
export interface Stage {
  readonly name: string;
  /** The language's word for what it is. */
  readonly kind: string;
  readonly uri: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** What comes before or after, who says so, and where: in its own file, or in that of the one that was asked about. */
export interface Neighbour {
  readonly stage: Stage;
  readonly detail: string;
  readonly said: readonly Span[];
}

/** The thing at an offset, if the language knows an order of such things. */
export function stageAt(workspace: Workspace, uri: string, offset: number): Stage | undefined {
  const at = symbolAt(workspace, uri, offset);
  if (!at?.file.language.sequence) return undefined;
  const around = surroundings(workspace, at.file);
  const isOrdered = (['before', 'after'] as const).some(
    (direction) => (at.file.language.sequence?.(at.symbol, direction, around).length ?? 0) > 0,
  );
  return isOrdered || at.symbol.role === 'declaration' ? stageOf(workspace, at) : undefined;
}

function stageOf(workspace: Workspace, at: SymbolAt): Stage | undefined {
  const declared = occurrencesOf(workspace, at).find(
    ({ role, isName, file }) => role === 'declaration' && isName && file.language === at.file.language,
  );
  return (
    declared && {
      name: declared.entry.name,
      kind: declared.entry.value ?? '',
      uri: declared.uri,
      span: declared.whole ?? declared.span,
      nameSpan: declared.span,
    }
  );
}

/** What has to be done before the thing at an offset, or what waits for it. */
export function neighbours(
  workspace: Workspace,
  uri: string,
  offset: number,
  direction: 'before' | 'after',
): Neighbour[] {
  const at = symbolAt(workspace, uri, offset);
  const steps = at?.file.language.sequence?.(at.symbol, direction, surroundings(workspace, at.file)) ?? [];
  const found = new Map<string, { stage: Stage; details: string[]; said: Span[] }>();
  for (const { found: declared, detail, said, saidAt } of at ? steps : []) {
    const { file } = at as SymbolAt;
    const { uri: own, span: nameSpan } = placeOf(workspace, file, declared);
    const { entry } = declared;
    const start = nameSpan.start - entry.span.start;
    const stage = {
      name: entry.name,
      kind: entry.value ?? '',
      uri: own,
      span: entry.whole ? shift(entry.whole, start) : nameSpan,
      nameSpan,
    };
    const known = found.get(`${own}#${nameSpan.start}`) ?? { stage, details: [], said: [] };
    found.set(`${own}#${nameSpan.start}`, known);
    if (!known.details.includes(detail)) known.details.push(detail);
    const place = placeOf(workspace, file, said, saidAt);
    // Editors look for it in the file of the one that calls.
    const caller = direction === 'before' ? own : file.uri;
    if (place.uri === caller && !known.said.some((span) => contains(span, place.span))) known.said.push(place.span);
  }
  return [...found.values()].map(({ stage, details, said }) => ({ stage, detail: details.join(', '), said }));
}
