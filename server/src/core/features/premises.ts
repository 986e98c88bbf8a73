import type { Premise } from '../language';
import type { SourceFile } from '../workspace/source-file';
import type { Workspace } from '../workspace/workspace';
import { ownConfiguration } from './locate';

/** A premise with the place of the comment that says it. */
export interface FilePremise extends Omit<Premise, 'comment'> {
  readonly comment?: { readonly uri: string; readonly offset: number };
}

/** What answers about a file rest on. */
export function premises(workspace: Workspace, file: SourceFile): FilePremise[] {
  const found = file.language.premises?.(ownConfiguration(workspace, file)) ?? [];
  return found.map(({ comment, ...premise }) => {
    const home = comment?.uri === undefined ? file : workspace.file(comment.uri);
    if (!comment || !home || comment.unit.index < 0) return premise;
    return { ...premise, comment: { uri: home.uri, offset: home.startOf(comment.unit) + comment.entry.span.start } };
  });
}
