import type { Span } from '../../base/span';
import type { Unit } from '../../core/workspace/unit';
import type { CrmModel } from './model';
import type { Operation, Statement } from './statement';

/** A line that is a comment. */
export const isCrmComment = ({ text }: Unit<CrmModel>): boolean => text.trimStart().startsWith('#');

/** Sections of several lines in a statement: parameters, meta attributes, an operation, rules, operations in a row. */
export function crmFolds({ model, text }: Unit<CrmModel>): readonly { readonly span: Span }[] {
  const { statement } = model;
  if (!statement || !/[\r\n]/.test(text.trimEnd())) return [];
  return [...sections(statement), ...operations(statement)]
    .filter((span) => /[\r\n]/.test(text.slice(span.start, span.end)))
    .map((span) => ({ span }));
}

const sections = ({ sets }: Statement): Span[] =>
  sets.flatMap(({ head, attributes }) => {
    const start = head?.start;
    const last = attributes.at(-1)?.word.end;
    return start === undefined || last === undefined ? [] : [{ start, end: last }];
  });

function operations({ operations: list }: Statement): Span[] {
  const spans = list.map(operationSpan);
  const first = spans[0];
  const last = spans.at(-1);
  const all = first && last && spans.length > 1 ? [{ start: first.start, end: last.end }] : [];
  return [...all, ...spans];
}

const operationSpan = ({ head, name, attributes, sets }: Operation): Span => ({
  start: head.start,
  end: Math.max(
    (name ?? head).end,
    ...attributes.map(({ word }) => word.end),
    ...sets.flatMap((set) => set.attributes.map(({ word }) => word.end)),
  ),
});
