import type { Locale } from '../../base/text';
import type { Workspace } from '../workspace/workspace';
import { placeOfOffset, surroundings } from './locate';

/** A form as it is shown: one line, with the places of its parts in it. */
export interface Signature {
  readonly label: string;
  readonly documentation: string | undefined;
  readonly parts: readonly {
    readonly start: number;
    readonly end: number;
    readonly documentation: string | undefined;
  }[];
  readonly active: number | undefined;
}

/** The form of what stands at an offset; undefined where there is none, or nobody asked and none should show by itself. */
export function signature(
  workspace: Workspace,
  uri: string,
  offset: number,
  locale: Locale,
  asked: boolean,
): Signature | undefined {
  const file = workspace.file(uri);
  if (!file) return undefined;
  const { unit, start } = placeOfOffset(file, offset);
  const form = file.language.formAt?.(unit, offset - start, surroundings(workspace, file));
  if (!form || (!asked && !form.unasked)) return undefined;
  let label = '';
  const parts = form.parts.map((part) => {
    const from = label.length === 0 ? 0 : label.length + 1;
    label += (from === 0 ? '' : ' ') + part.label;
    return { start: from, end: label.length, documentation: part.text?.[locale] };
  });
  return { label, documentation: form.text?.[locale], parts, active: form.active };
}
