import { readXml } from '../../../server/src/languages/crm/cib/xml';
import type { CrmModel } from '../../../server/src/languages/crm/model';
import { isTemplated } from '../../../server/src/languages/crm/parser/references';
import { canonical, ourCib } from '../../oracle/crm/cibs';
import type { Verdict } from '../../oracle/crm/crmsh';
import { serviceWith } from '../../support/service';
import type { CrmshProcess } from './crmsh-process';
import { type LogicalLine, logicalLines } from './logical-lines';

/** An error of ours: its code, what it says, and the logical line that it stands in (-1: none). */
export interface OurError {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

/** A text on which crmsh and we do not agree. */
export interface Disagreement {
  readonly text: string;
  /** `missed`: crmsh refuses, we do not; `false`: we refuse, crmsh does not; `cib`: both take it, but the CIBs differ. */
  readonly what: 'missed' | 'false' | 'cib';
  readonly about: string;
  readonly verdict: Verdict;
  readonly errors: readonly OurError[];
}

/** The texts that one refuses and the other takes, as a whole or in a line. */
export async function disagreements(texts: readonly string[], crmsh: CrmshProcess): Promise<Disagreement[]> {
  const found: Disagreement[] = [];
  for (const text of texts) {
    const differ = await compareText(text, crmsh);
    if (differ) found.push(differ);
  }
  return found;
}

/** How crmsh's verdict on a text and ours differ; undefined where they agree, or crmsh died of the text. */
export async function compareText(text: string, crmsh: CrmshProcess): Promise<Disagreement | undefined> {
  const [verdict] = await crmsh.ask([{ text, cib: true }]);
  if (!verdict) return undefined;
  const lines = logicalLines(text);
  const errors = ourErrors(text, lines);
  const differ = (what: Disagreement['what'], about: string): Disagreement => ({ text, what, about, verdict, errors });
  if (verdict.ok) {
    if (errors[0]) return verdict.schema === false ? undefined : differ('false', errors[0].code);
    const line = otherLine(canonical(ourCib(text)), theirCib(verdict));
    return line === undefined ? undefined : differ('cib', line);
  }
  const refused = (verdict.lines ?? []).flatMap(({ ok, error }, line) => (ok === false ? [{ line, error }] : []));
  for (const { line, error } of refused)
    if (!errors.some((ours) => ours.line === line || explains(ours, line, error))) return differ('missed', error ?? '');
  if (refused.length > 0) return compareText(without(text, lines, new Set(refused.map(({ line }) => line))), crmsh);
  return errors.length > 0 || isPart(text, verdict)
    ? undefined
    : differ('missed', verdict.errors.find((error) => !/meta-data/.test(error)) ?? '');
}

/** The first line of crmsh's CIB that ours has not; undefined if they are the same. */
function otherLine(ours: string, theirs: string): string | undefined {
  if (ours === theirs) return undefined;
  const [own, other] = [ours.split('\n'), theirs.split('\n')];
  const at = other.findIndex((line, i) => line !== own[i]);
  return `${other[at]?.trim()} (we: ${own[at]?.trim()})`;
}

function theirCib({ cib }: Verdict): string {
  const read = readXml(cib ?? '');
  return 'problem' in read ? read.problem : canonical(read);
}

/** crmsh dies at a statement of the comments above it; our error stands at the comment. */
const explains = ({ code, line }: OurError, refused: number, error: string | null): boolean =>
  code === 'crm/comment-dashes' && line < refused && /^ValueError: (?:Comment|All strings)/.test(error ?? '');

/** The text without the lines that crmsh's parser refuses: the others are judged then as a file of their own. */
const without = (text: string, lines: readonly LogicalLine[], refused: ReadonlySet<number>): string =>
  lines.flatMap(({ start, end }, i) => (refused.has(i) ? [] : [text.slice(start, end)])).join('');

/** We say nothing of unknown resources in a file that is not a whole cluster (docs/differences.md). */
const isPart = (text: string, { errors }: Verdict): boolean =>
  !(/^\s*node\b/im.test(text) && /^\s*primitive\b/im.test(text)) &&
  errors.every((error) =>
    /missing object|does not exist|doesn't exist|not found|meta-data|no such resource agent|^syntax in/i.test(error),
  );

function ourErrors(text: string, lines: readonly LogicalLine[]): OurError[] {
  const { service, uri } = serviceWith('crm', text);
  service.lint(uri);
  return service.diagnostics(uri, 'en').flatMap(({ severity, code, message, span }) => {
    const line = lines.findIndex(({ start, end }) => span.start >= start && (span.start < end || end === text.length));
    return severity === 'error' ? [{ code, message, line }] : [];
  });
}

/** Whether crmsh judges the text as what we take it for: a plain configuration, without what differs on purpose. */
export const isComparable = (text: string): boolean => plainPart(text) === text;

/**
 * What of a text is a plain configuration on which crmsh and we ought to agree: without lines for the interpreter or a shell,
 * templates, and what differs on purpose (docs/differences.md).
 */
export function plainPart(text: string): string {
  const { service, uri } = serviceWith('crm', text);
  const units = service.workspace.file(uri)?.units ?? [];
  return units
    .filter(({ text: line, model }) => {
      const { parsed, statement, entries } = model as CrmModel;
      if (isTemplated(line) || parsed.words.some(({ value }) => isTemplated(value))) return false;
      if (deliberate.test(line) || statement?.shell) return false;
      const isPlain = parsed.shape !== 'command' && parsed.shape !== 'raw';
      return isPlain && !entries.some(({ namespace }) => namespace === 'crm.reader');
    })
    .map(({ text: line }) => line)
    .join('');
}

/** Where we differ on purpose (docs/differences.md). */
const deliberate = /\bpodman\b|\brequires=|[“”‘’]|^\s*configure\b/im;

/** Names and numbers taken out, so that what has one cause is one kind. */
export function kindOf({ what, about }: Disagreement): string {
  return `${what} ${about
    .replace(/ near <.*/s, '')
    .replace(/(?<=: ).*(?= in )|'[^']*'|"[^"]*"|\b[\w-]*\d[\w-]*\b/g, '…')
    .slice(0, 60)}`;
}

/** For people, so that the text can be kept among the fixtures. */
export function describe({ text, what, about, verdict, errors }: Disagreement): string {
  const theirs = verdict.ok ? 'accepted' : verdict.errors.join(' / ');
  const ours = errors.map(({ code, line }) => `${code} (${line})`).join(', ') || 'accepted';
  return `${JSON.stringify(text)}\n${text}\n  ${what}: ${about}\n  crmsh: ${theirs}\n  we: ${ours}`;
}
