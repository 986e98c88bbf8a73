import type { Word } from '../lexer';
import type { SetKind } from '../slot-kinds';
import type { Statement } from '../statement';

/**
 * Where the words stand that begin a part of a statement: what `crm configure show` prints on a line of its own
 * (crmsh 4.4.1, crmsh/cibconfig.py, and crmsh/cliformat.py, cli_format).
 */
export function partStarts(statement: Statement, words: readonly Word[]): ReadonlySet<number> {
  const starts = new Set(startsByKind(statement, words));
  const first = Math.min(...starts);
  for (const { value, start } of words.slice(2))
    if (start < first && value.startsWith('description=')) starts.add(start);
  return starts;
}

function startsByKind(statement: Statement, words: readonly Word[]): readonly number[] {
  switch (statement.kind) {
    case 'location':
      return statement.rules.map(({ head }) => head.start);
    case 'property':
    case 'rsc_defaults':
    case 'op_defaults':
      return looseStarts(statement);
    case 'fencing_topology':
      return startsOf(words, (word) => /^(?:attr:|pattern:)|:$/i.test(word));
    case 'role':
      return statement.permissions.map(({ at }) => at);
    case 'user':
      return [...statement.permissions.map(({ at }) => at), ...startsOf(words, (word) => word.startsWith('role:'))];
    case 'acl_target':
    case 'acl_group':
      return words.slice(2).map(({ start }) => start);
    case 'alert':
      return alertStarts(words);
    default:
      return sectionStarts(statement, words);
  }
}

const startsOf = (words: readonly Word[], begins: (word: string) => boolean): number[] =>
  words.slice(1).flatMap(({ value, start }) => (begins(value) ? start : []));

/** Sets that stand on the line of what they belong to. */
const inLine: ReadonlySet<SetKind> = new Set(['port-mapping', 'storage-mapping', 'date']);

/** `params`, `meta`, `op` and what else opens a set; parts of bundles, and the name of a run of operations. */
function sectionStarts({ kind, sets, operations }: Statement, words: readonly Word[]): number[] {
  const heads = sets.flatMap(({ kind: set, head }) => (head && !inLine.has(set) ? head.start : []));
  const named = words.flatMap(({ value, start }, i) => {
    const next = words[i + 1]?.value ?? '';
    const isRun = value.toLowerCase() === 'operations' && /^\$id/i.test(next);
    const isInside = kind === 'bundle' && i > 1 && value.toLowerCase() === 'primitive';
    return isRun || isInside ? start : [];
  });
  return [...heads, ...named, ...operations.map(({ head }) => head.start)];
}

/** Each pair and each rule of a set of properties. */
function looseStarts({ sets }: Statement): number[] {
  return sets.flatMap(({ attributes, rules }) => [
    ...rules.map(({ head }) => head.start),
    ...attributes.flatMap(({ name, word }) => (name === '$id' || name === '$id-ref' ? [] : word.start)),
  ]);
}

/** `attributes`, `meta`, `select`, `to`; not those that belong to a recipient, and no selector. */
function alertStarts(words: readonly Word[]): number[] {
  const starts: number[] = [];
  let depth = 0;
  let ofRecipient = false;
  for (let i = 3; i < words.length; i++) {
    const { value = '', start = 0 } = words[i] ?? {};
    const word = value.toLowerCase();
    if (value === '{') depth++;
    else if (value === '}') depth--;
    if (depth > 0 || value === '}') continue;
    const isSet = (word === 'attributes' || word === 'meta') && !ofRecipient && words[i + 1]?.value !== '{';
    if (!isSet && word !== 'select' && word !== 'to') continue;
    starts.push(start);
    ofRecipient = word === 'to' && words[i + 1]?.value !== '{';
    if (ofRecipient) i++; // whom it tells, whatever that is called
  }
  return starts;
}
