import type { Node } from '../../../core/syntax/tree';
import type { CarriedState } from '../../../core/workspace/unit';
import { lex, type Word } from '../lexer';
import type { SlotKind } from '../slot-kinds';
import type { CrmParsed, Statement } from '../statement';
import { shapeOf } from '../units';
import { parseAclTarget, parseRole, parseUser } from './access';
import { parseAlert } from './alert';
import { parseDefaults, parseFencing, parseMonitor, parseNode, parseTag } from './cluster';
import { parseColocation, parseLocation, parseOrder, parseTicket } from './constraints';
import { Reader } from './reader';
import { isTemplated } from './references';
import { parseBundle, parseClone, parseGroup, parsePrimitive } from './resources';
import { sectionWords } from './sets';
import { isRawXml, parseXml } from './xml';

type Production = (reader: Reader, statement: Statement, text: string) => void;

/** Statements by keyword (crmsh 4.4.1, crmsh/parse.py, validator registry). */
const productions: Readonly<Record<string, Production>> = {
  node: parseNode,
  primitive: parsePrimitive,
  rsc_template: parsePrimitive,
  group: parseGroup,
  clone: parseClone,
  ms: parseClone,
  bundle: parseBundle,
  location: parseLocation,
  colocation: parseColocation,
  order: parseOrder,
  rsc_ticket: parseTicket,
  property: parseDefaults,
  rsc_defaults: parseDefaults,
  op_defaults: parseDefaults,
  fencing_topology: parseFencing,
  role: parseRole,
  user: parseUser,
  acl_target: parseAclTarget,
  acl_group: parseAclTarget,
  tag: parseTag,
  alert: parseAlert,
  monitor: parseMonitor,
  xml: parseXml,
};

const aliases: Readonly<Record<string, string>> = {
  master: 'ms',
  collocation: 'colocation',
  'fencing-topology': 'fencing_topology',
};

/** The keywords that begin a statement, in their usual spelling. */
export const statementKeywords: readonly string[] = Object.keys(productions);

/** Commands of the configure level, for files that the interpreter reads (crmsh 4.4.1, crmsh/ui_configure.py). */
export const configureCommands = new Set([
  ...[
    'commit',
    'show',
    'verify',
    'edit',
    'save',
    'load',
    'delete',
    'rename',
    'erase',
    'refresh',
    'set',
    'upgrade',
    'schema',
    'template',
    'cib',
  ],
  ...[
    'cibstatus',
    'ptest',
    'simulate',
    'graph',
    'modgroup',
    'filter',
    'validate-all',
    'rsctest',
    'assist',
    'get_property',
    'default-timeouts',
  ],
  ...[
    'ra',
    'history',
    'help',
    'ls',
    'end',
    'exit',
    'quit',
    'bye',
    'up',
    'cd',
    'back',
    'options',
    'wait',
    'sleep',
    'configure',
    'do',
    'resource',
    'remove',
    'chgroup',
  ],
]);

/** The usual spelling of a statement's keyword; undefined for a word that begins no statement. Any case will do. */
export function statementKind(word: string): string | undefined {
  const lower = word.toLowerCase();
  const kind = Object.hasOwn(aliases, lower) ? aliases[lower] : lower;
  return kind !== undefined && Object.hasOwn(productions, kind) ? kind : undefined;
}

/** Reads one logical line. Never throws; the tokens of the tree, joined, are the text. */
export function parseCrm(text: string, before: CarriedState): CrmParsed {
  const shape = shapeOf(text, before);
  if (shape.kind !== 'statement' && shape.kind !== 'command') return plain(text, shape.kind);
  // A byte-order mark is a rule's business; what stands behind it is read.
  const lexed = lex(text, Math.max(shape.from, text.startsWith('\ufeff') ? 1 : 0));
  const reader = new Reader(lexed, shape.shell, shape.kind);
  if (!/^(?:sh|here)\b/.test(before) && !isTemplated(text)) notePrompt(reader, text.slice(0, shape.from));
  const statement = shape.kind === 'command' ? undefined : parseStatement(reader, text);
  if (shape.kind === 'command') parseInterpreterLine(reader);
  const next = reader.next;
  const root = reader.finish();
  const quiet = shape.kind === 'command' || (shape.shell && isTemplated(text));
  return {
    shape: shape.kind,
    root,
    problems: quiet
      ? []
      : isRawXml(text)
        ? reader.problems.filter(({ code }) => code !== 'unclosed-quote')
        : reader.problems,
    words: reader.words,
    statement,
    slots: reader.slots,
    next,
    entries: reader.entries,
  };
}

function parseStatement(reader: Reader, text: string): Statement | undefined {
  reader.expect({ kind: 'statement' });
  const keyword = reader.current;
  if (!keyword) return undefined;
  const kind = statementKind(keyword.value);
  const production = kind === undefined ? undefined : productions[kind];
  if (kind === undefined || !production) {
    unknownStatement(reader, keyword, text);
    return undefined;
  }
  const statement: Statement = {
    kind,
    keyword,
    shell: reader.shell,
    id: undefined,
    name: undefined,
    agent: undefined,
    template: undefined,
    sets: [],
    operations: [],
    members: [],
    score: undefined,
    node: undefined,
    sections: [],
    constraintAttributes: [],
    rules: [],
    levels: [],
    permissions: [],
    alertParts: [],
  };
  reader.take('keyword', { kind: 'statement' });
  reader.mark('crm.kind', kind, keyword);
  production(reader, statement, text);
  return statement;
}

/** `crm(live)configure#` and `crm configure` in front of a statement, outside of scripts. */
function notePrompt(reader: Reader, prefix: string): void {
  const start = prefix.length - prefix.trimStart().length;
  if (/^(?:[#$%>]\s|sudo\s|\S*crm\b)/.test(prefix.slice(start)))
    reader.mark('crm.prompt', '*', { start, end: prefix.length }, prefix.trim());
}

/** Words inside statements; a line that begins with one was torn off the line above. */
const innerWords = new Set([...sectionWords, 'date']);

const isTorn = (word: string, text: string): boolean =>
  innerWords.has(word.toLowerCase()) || (/^\s/.test(text) && /^[A-Za-z][\w.-]*=/.test(word));

function unknownStatement(reader: Reader, keyword: Word, text: string): void {
  const isKnown = isTorn(keyword.value, text) || keyword.value === 'pcs';
  if (isTorn(keyword.value, text)) reader.mark('crm.torn', '*', keyword);
  if (configureCommands.has(keyword.value.toLowerCase())) reader.mark('crm.reader', 'interpreter', keyword);
  if (!configureCommands.has(keyword.value.toLowerCase()) && !isTemplated(keyword.value) && !isKnown)
    reader.problem('unknown-statement', keyword, { word: keyword.value });
  parseCommand(reader);
}

/** A line at another level than configure: the file is for crm's interpreter, not for `load`. */
function parseInterpreterLine(reader: Reader): void {
  if (reader.current) reader.mark('crm.reader', 'interpreter', reader.current);
  parseCommand(reader);
}

function parseCommand(reader: Reader): void {
  reader.expect({ kind: 'statement' });
  const command = reader.take('command', { kind: 'statement' })?.value.toLowerCase() ?? '';
  for (const words: string[] = []; ; ) {
    // What matters of a command stands in its first words.
    const argument: SlotKind = { kind: 'command-argument', command, words: words.slice(0, 64) };
    reader.expect(argument);
    const word = reader.take('argument', argument);
    if (!word) return;
    words.push(word.value);
  }
}

/** A line that is no statement: one token, its blanks and line end apart. */
function plain(text: string, kind: 'raw' | 'comment' | 'blank'): CrmParsed {
  const start = text.length - text.trimStart().length;
  const end = Math.max(start, text.trimEnd().length);
  const children = [
    { kind: 'blank', start: 0, end: start },
    { kind, start, end },
    { kind: 'newline', start: end, end: text.length },
  ].filter((token) => token.end > token.start);
  const root: Node = { kind, start: 0, end: text.length, children };
  const next = kind === 'blank' ? [{ kind: 'statement' } as const] : [];
  return { shape: kind, root, problems: [], words: [], statement: undefined, slots: [], next, entries: [] };
}
