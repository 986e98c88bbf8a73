import type { Problem } from '../../../../core/workspace/unit';
import { asAscii } from '../../lexer';
import { syntaxMessages } from '../../messages';
import { parseCrm } from '../../parser/parse';
import { isValidId } from '../../parser/references';
import type { Statement } from '../../statement';
import type { LowerContext } from '../lower/context';
import { lowerStatement } from '../lower/lower';
import { childReference } from '../lower/resources';
import type { CibObjects } from '../objects';
import { childrenOf, descendants, element, isElement, type XmlComment, type XmlElement, type XmlNode } from '../xml';

/** What reading a statement again depends on. */
export interface RereadContext extends LowerContext {
  readonly objects: CibObjects;
  readonly nodeNames: readonly string[];
}

/**
 * The element that crmsh makes of the text that it prints for one object, without the ids that it gives out later; undefined
 * where it refuses the text (crmsh 4.4.1, crmsh/cibconfig.py, parse_cli_to_xml).
 */
export function reread(text: string, context: RereadContext): XmlElement | undefined {
  const comments: XmlComment[] = [];
  let last: XmlElement | undefined;
  for (const line of logicalLines(text)) {
    last = undefined;
    if (line.startsWith('#')) comments.push({ comment: asAscii(line) });
    else last = readLine(line, context);
  }
  last?.children.unshift(...comments);
  return last;
}

/** See crmsh 4.4.1, crmsh/utils.py, lines2cli. */
function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const part of text.split('\n').map((line) => line.trim())) {
    open += part.replace(/\\+$/, '');
    if (part.endsWith('\\')) continue;
    lines.push(open.trim());
    open = '';
  }
  return [...lines, open].filter((line) => line !== '');
}

function readLine(line: string, context: RereadContext): XmlElement | undefined {
  const { statement, problems } = parseCrm(line, 'configure');
  if (!statement || problems.some((problem) => isRefused(problem, statement, context))) return undefined;
  const lowered = statement.kind === 'xml' ? undefined : lowerStatement(statement, context);
  const root = lowered && isDefaults(lowered) ? childrenOf(lowered)[0] : lowered;
  if (!root || (root.tag !== 'node' && !hasValidId(root)) || usesNewType(root, context)) return undefined;
  if (root.tag === 'fencing-topology' && statement.levels.length > 0 && childrenOf(root).length === 0)
    root.children.push(...levelsForAll(statement.levels, context.nodeNames));
  return root;
}

/** Whether crmsh itself refuses what we report: some of it only the schema would. */
function isRefused({ code, args }: Problem, { kind, sections, members }: Statement, { schema }: LowerContext): boolean {
  if (code === 'missing-members') return kind !== 'group' || sections.length === 0;
  if (code === 'missing-bundle-part') return sections.length + members.length === 0;
  if (code === 'attribute-alone') return schema.permissions;
  if (code === 'not-an-operator') return !/^(?:\w+:)?(?:lte?|gte?|eq|ne)$/i.test(String(args?.['word']));
  if (code === 'not-an-attribute') return !/^\$[^:]*$/.test(String(args?.['word']));
  return !schemaOnly.has(code) && syntaxMessages[code]?.severity === 'error';
}

const schemaOnly = new Set(['bad-score', 'bad-set-score', 'container-first']);

const isDefaults = ({ tag }: XmlElement): boolean => tag === 'rsc_defaults' || tag === 'op_defaults';

const hasValidId = ({ tag, attributes }: XmlElement): boolean =>
  tag === 'fencing-topology' || isValidId(attributes.get('id') ?? '');

/** Whole numbers are compared since the schema of Pacemaker 2.1. */
function usesNewType(root: XmlElement, { schema }: LowerContext): boolean {
  const [, major = '3', minor = '9'] = /^pacemaker-(\d+)\.(\d+)$/.exec(schema.name) ?? [];
  if (Number(major) * 1000 + Number(minor) >= 3005) return false;
  return [...descendants(root)].some(
    ({ tag, attributes }) => tag === 'expression' && attributes.get('type') === 'integer',
  );
}

/** Levels without targets are for each node (crmsh 4.4.1, crmsh/parse.py, FencingOrderParser). */
const levelsForAll = (levels: readonly { readonly devices: string }[], nodes: readonly string[]): XmlElement[] =>
  nodes.flatMap((target) =>
    levels.map(({ devices }, i) => element('fencing-level', { target, index: String(i + 1), devices })),
  );

/** Puts what is referred to in its place (crmsh 4.4.1, crmsh/cibconfig.py, resolve_references). */
export function resolve(root: XmlElement, { objects }: RereadContext): void {
  for (const { tag, attributes } of descendants(root)) {
    const used = attributes.get('id-ref');
    if (used !== undefined) attributes.set('id-ref', setNamed(objects, used, tag) ?? used);
  }
  const children = root.children.flatMap((child): XmlNode[] => {
    if (!isElement(child) || child.tag !== childReference) return [child];
    const found = objects.findResource(child.attributes.get('id') ?? '');
    return found ? [found.node] : [];
  });
  root.children.splice(0, root.children.length, ...children);
}

/** A reference may name an object: then its first set of that kind is meant. */
function setNamed(objects: CibObjects, name: string, tag: string): string | undefined {
  const object = objects.find(name);
  if (!object) return undefined;
  for (const below of descendants(object.node))
    if (below !== object.node && below.tag === tag) return below.attributes.get('id');
  return undefined;
}
