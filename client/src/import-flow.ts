/** An agent's metadata as some source gave them. */
export interface MetadataText {
  /** Whose they are: an agent that was asked by its id, or a file whose name and folder say it. */
  readonly owner: Owner;
  /** The file's name, or the agent's where there is no file: what messages call it. */
  readonly where: string;
  readonly xml: string;
}

export type Owner = { readonly id: string } | { readonly folder: string; readonly name: string };

/** What the server makes of a text. */
export type MetadataAnswer = { readonly id: string; readonly agent: unknown } | { readonly problem: string };

/** What a source gave. */
export interface Collected {
  readonly texts: readonly MetadataText[];
  /** Agents that are there but gave nothing. */
  readonly silent: readonly string[];
}

/** Says how far an import is. `total` is unknown where agents come one after the other. */
export type Report = (done: number, total: number | undefined, what: string) => void;

/** Programs of fencing that lie among the agents, but are none. */
const helpers = new Set(['fence_ack_manual', 'fence_node', 'fence_pcmk', 'fence_legacy', 'fence_tool', 'fence_virtd']);

export const isHelper = (id: string): boolean => helpers.has(id.replace('stonith:', ''));

/** Why an import gave nothing; the words are chosen where people see them. */
export class ImportError extends Error {
  constructor(
    readonly reason:
      | 'cancelled'
      | 'no-tools'
      | 'no-ssh'
      | 'ssh-failed'
      | 'timeout'
      | 'too-much'
      | 'no-agents'
      | 'too-many-files'
      | 'unreadable',
    /** What the program or the file said. */
    readonly detail = '',
  ) {
    super(`${reason} ${detail}`);
  }
}

/**
 * What a program or a file said, as a part of a message: on one line, not long, and without what VS Code would make a
 * link or a command of.
 */
export function quoted(text: string): string {
  const line = text
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\[/g, '(')
    .replace(/\]/g, ')')
    .trim();
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}

const longestQuote = 400;

/** The first file and what is wrong with it. */
export const firstProblem = ({ problems: [first] }: Read): string => (first ? `${first.where}: ${first.problem}` : '');

export interface Read {
  /** Agents in the server's form, one an id. */
  readonly agents: readonly unknown[];
  readonly problems: readonly { readonly where: string; readonly problem: string }[];
}

type Reader = (text: MetadataText) => Promise<MetadataAnswer>;

/** Has all texts read, one after the other. Of two with one id the first counts. */
export async function readAll(
  texts: readonly MetadataText[],
  read: Reader,
  options: { readonly signal: AbortSignal; readonly report: Report },
): Promise<Read> {
  const agents = new Map<string, unknown>();
  const problems: { where: string; problem: string }[] = [];
  for (const [i, text] of texts.entries()) {
    if (options.signal.aborted) throw new ImportError('cancelled');
    options.report(i, texts.length, text.where);
    const answer = await read(text);
    if ('problem' in answer) problems.push({ where: text.where, problem: answer.problem });
    else if (!agents.has(answer.id)) agents.set(answer.id, answer.agent);
  }
  return { agents: [...agents.values()], problems };
}

/** Works through a list, a few at a time; results stand in the list's order. */
export async function inParallel<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) {
      const i = next++;
      results[i] = await work(items[i] as T);
    }
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results;
}
