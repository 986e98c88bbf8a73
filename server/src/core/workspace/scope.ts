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
 * file near by declares the name, others are asked.
 */
export function filesOfName(workspace: Workspace, file: SourceFile, keys: readonly NameKey[]): readonly SourceFile[] {
  const { own, circle } = round(workspace, file);
  if (!circle.some((each) => declares(each, keys))) {
    const far = [...workspace.all()].filter((other) => !circle.includes(other) && declares(other, keys));
    return [...circle, ...far.flatMap((other) => round(workspace, other).circle)].filter(isFirst);
  }
  if (!own.some((each) => declaresAlone(each, keys))) return circle;
  return circle.filter((each) => own.includes(each) || each.language !== file.language || !declaresAlone(each, keys));
}

/**
 * Those of them that may be changed together: a name that is only declared elsewhere, by several who have nothing to do
 * with one another, is none of theirs.
 */
export function filesToChange(workspace: Workspace, file: SourceFile, keys: readonly NameKey[]): readonly SourceFile[] {
  const files = filesOfName(workspace, file, keys);
  const { circle } = round(workspace, file);
  const [first, ...others] = files.filter((each) => !circle.includes(each) && declares(each, keys));
  const isOne = first !== undefined && others.every((other) => round(workspace, first).circle.includes(other));
  return first === undefined || isOne ? files : circle;
}

/** A file's own include tree, and what else is near it. Another tree of the same language is another configuration. */
function round(workspace: Workspace, file: SourceFile): { own: SourceFile[]; circle: SourceFile[] } {
  const own = [file, ...workspace.related(file)];
  const isOther = (other: SourceFile): boolean =>
    own.includes(other) || (own.length > 1 && other.language === file.language && workspace.related(other).length > 0);
  const near = [...workspace.all()].filter((other) => areNear(file.home, other.home) && !isOther(other));
  return { own, circle: [...own, ...near] };
}

const isFirst = <T>(one: T, index: number, all: readonly T[]): boolean => all.indexOf(one) === index;

const declares = ({ names }: SourceFile, keys: readonly NameKey[]): boolean =>
  keys.some(({ namespace, name }) => names.declarations(namespace, name).length > 0);

function declaresAlone(file: SourceFile, keys: readonly NameKey[]): boolean {
  const shared = file.language.naming?.shared;
  return declares(
    file,
    keys.filter(({ namespace }) => !shared?.has(namespace)),
  );
}
