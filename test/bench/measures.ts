import { spawnSync } from 'node:child_process';
import { BenchClient } from './client';
import { type BenchText, crmText, drbdText } from './texts';

/** How often things are done: the table takes the middle one. */
export interface Effort {
  readonly keys: number;
  readonly opens: number;
  readonly starts: number;
  readonly burst: number;
  readonly idleSeconds: number;
  readonly files: number;
}

/** Figures by the name of what was measured: milliseconds, or what the name says. */
export type Figures = Record<string, number | undefined>;

const now = (): number => performance.now();

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A Node process that does nothing. */
export function bareNode({ starts }: Effort): number {
  return median(
    Array.from({ length: starts }, () => {
      const start = now();
      spawnSync(process.execPath, ['-e', '0']);
      return now() - start;
    }),
  );
}

/** From the start of the process to the answer to `initialize`. */
export async function start(script: string, { starts }: Effort): Promise<Figures> {
  const times: number[] = [];
  let memory: number | undefined;
  for (let i = 0; i < starts; i++) {
    const begun = now();
    const client = new BenchClient(script);
    await client.initialize();
    times.push(now() - begun);
    memory = client.memory()?.now;
    client.stop();
  }
  return { 'start to initialize': median(times), 'MB after start': memory };
}

/** What is asked after a key; each at the place where it was typed. */
const questions: Readonly<Record<string, (client: BenchClient, text: BenchText) => Promise<unknown>>> = {
  'key to completion': (client, text) => client.ask('completion', text, text.typing),
  'key to diagnostics': (client, text) => client.ask('diagnostic', text),
  'key to hover': (client, text) => client.ask('hover', text, text.typing),
  'key to document symbols': (client, text) => client.ask('documentSymbol', text),
  'key to references': (client, text) =>
    client.ask('references', text, text.name, { context: { includeDeclaration: true } }),
  'key to formatting': (client, text) =>
    client.ask('formatting', text, undefined, { options: { tabSize: 4, insertSpaces: false } }),
  'semantic tokens, full': (client, text) => client.ask('semanticTokens/full', text),
};

/** What editing one text costs. */
export async function editing(script: string, text: BenchText, effort: Effort): Promise<Figures> {
  const client = new BenchClient(script);
  const figures: Figures = {};
  try {
    const facts = client.factsLoaded();
    await client.initialize();
    if (!script.includes('echo')) await facts;
    figures['open to first diagnostics'] = await opening(client, text, effort);
    const opened = client.memory()?.now;
    for (const [name, ask] of Object.entries(questions)) figures[name] = await afterKeys(client, text, effort, ask);
    figures['key to token delta'] = await deltas(client, text, effort);
    Object.assign(figures, await burst(client, text, effort), await cancelling(client, text));
    const memory = client.memory();
    Object.assign(figures, { 'MB after opening': opened, 'MB at most': memory?.peak });
    figures['CPU ms of an idle second'] = await idle(client, effort);
  } finally {
    client.stop();
  }
  return figures;
}

async function opening(client: BenchClient, text: BenchText, { opens }: Effort): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < opens; i++) {
    if (i > 0) await client.close(text);
    const begun = now();
    void client.open(text);
    await client.ask('diagnostic', text);
    times.push(now() - begun);
  }
  return times[0] ?? Number.NaN; // the first: that is what a user waits for
}

async function afterKeys(
  client: BenchClient,
  text: BenchText,
  { keys }: Effort,
  ask: (client: BenchClient, text: BenchText) => Promise<unknown>,
): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < keys; i++) {
    const begun = now();
    void client.key(text);
    await ask(client, text);
    times.push(now() - begun);
    await client.ask('diagnostic', text); // the next key meets a server that is done with this one
  }
  return median(times);
}

async function deltas(client: BenchClient, text: BenchText, effort: Effort): Promise<number> {
  let { resultId } = (await client.ask('semanticTokens/full', text)) as { resultId?: string };
  return afterKeys(client, text, effort, async () => {
    const answer = (await client.ask('semanticTokens/full/delta', text, undefined, {
      previousResultId: resultId ?? '',
    })) as { resultId?: string };
    resultId = answer.resultId ?? resultId;
  });
}

/** Keys every 40 ms, findings asked for after each, the question before cancelled by the next key as editors do. */
async function burst(client: BenchClient, text: BenchText, { burst: keys }: Effort): Promise<Figures> {
  const before = client.cpu();
  let last: Promise<unknown> = Promise.resolve();
  for (let i = 0; i < keys; i++) {
    void client.key(text);
    last = client.ask('diagnostic', text).catch(() => undefined);
    await wait(40);
  }
  const begun = now();
  await client.ask('hover', text, text.typing);
  const lag = now() - begun;
  await last;
  const after = client.cpu();
  const cpu = before !== undefined && after !== undefined ? (after - before) / keys : undefined;
  return { 'burst: CPU ms a key': cpu, 'burst: lag of a hover': lag };
}

async function cancelling(client: BenchClient, text: BenchText): Promise<Figures> {
  void client.key(text);
  const asked = Array.from({ length: 8 }, () => client.cancelled('references', text, text.name));
  return { 'of 8 cancelled': (await Promise.all(asked)).filter(Boolean).length };
}

async function idle(client: BenchClient, { idleSeconds }: Effort): Promise<number | undefined> {
  await wait(500);
  const before = client.cpu();
  await wait(idleSeconds * 1000);
  const after = client.cpu();
  return before !== undefined && after !== undefined ? (after - before) / idleSeconds : undefined;
}

/** A workspace of many files: how long until a name of the last one is found, and what is asked then. */
export async function workspace(script: string, { files, keys }: Effort): Promise<Figures> {
  const texts = new Map<string, string>();
  for (let i = 0; i < files; i++)
    if (i % 2 === 0)
      texts.set(
        `file:///bench/f${i}.crm`,
        crmText(100).text.replace(/\b(g|o|c|l|ms|fs|ip|web|drbd)(\d+)\b/g, `$1$2x${i}`),
      );
    else texts.set(`file:///bench/drbd.d/f${i}.res`, drbdText(60).text.replace(/\br(\d+)\b/g, `r$1x${i}`));
  const client = new BenchClient(script);
  try {
    const begun = now();
    await client.initialize(texts);
    const query = `g1x${files % 2 === 0 ? files - 2 : files - 1}`;
    const find = () => client.connection.sendRequest<unknown[] | null>('workspace/symbol', { query });
    while (((await find()) ?? []).length === 0 && now() - begun < 30_000) await wait(10);
    const indexed = now() - begun;
    const times: number[] = [];
    for (let i = 0; i < keys; i++) {
      const asked = now();
      await find();
      times.push(now() - asked);
    }
    return { [`index of ${files} files`]: indexed, 'workspace symbol': median(times) };
  } finally {
    client.stop();
  }
}
