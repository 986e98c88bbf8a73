import { areNear } from './nearby';
import type { SourceFile } from './source-file';
import type { Workspace } from './workspace';

/** A name in a namespace. */
export interface NameKey {
  readonly namespace: string;
  readonly name: string;
}

/**
 * The files in which a name means the same as in this one: those of its include tree, and those near by. A file near by
 * that declares the name for itself is another configuration, unless the name is one that each file declares. Where no
 * file near by declares the name, all files are asked.
 */
export function filesOfName(workspace: Workspace, file: SourceFile, keys: readonly NameKey[]): SourceFile[] {
  const own = [file, ...workspace.related(file)];
  const near = [...workspace.all()].filter((other) => !own.includes(other) && areNear(file.home, other.home));
  const circle = [...own, ...near];
  const declaring = circle.filter((each) => declares(each, keys));
  if (declaring.length === 0) return [...own, ...[...workspace.all()].filter((other) => !own.includes(other))];
  const isOwn = own.some((each) => declaresAlone(each, keys));
  return isOwn
    ? circle.filter((each) => own.includes(each) || each.language !== file.language || !declaresAlone(each, keys))
    : circle;
}

const declares = ({ names }: SourceFile, keys: readonly NameKey[]): boolean =>
  keys.some(({ namespace, name }) => names.declarations(namespace, name).length > 0);

function declaresAlone(file: SourceFile, keys: readonly NameKey[]): boolean {
  const shared = file.language.naming?.shared;
  return declares(
    file,
    keys.filter(({ namespace }) => !shared?.has(namespace)),
  );
}
