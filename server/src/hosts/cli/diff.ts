/** Most lines that may differ for a diff of single lines; beyond, the whole middle is shown as changed. */
const mostChanges = 1000;
const around = 3;

interface Change {
  /** Lines of the old and the new text, from 0; the ends are behind the last. */
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * A unified diff of two files that `patch` and `git apply` take; empty if they are the same. Bytes in and out, so that a
 * file that is not UTF-8 stays what it is.
 */
export function unifiedDiff(name: string, before: Uint8Array, after: Uint8Array): Buffer {
  const [old, now] = [linesOf(before), linesOf(after)];
  const changes = changesBetween(old, now);
  if (changes.length === 0) return Buffer.alloc(0);
  const path = Buffer.from(quoted(name), 'utf8').toString('latin1');
  const hunks = hunksOf(changes).map((hunk) => printHunk(hunk, old, now));
  return Buffer.from(`--- ${path}\n+++ ${path}\n${hunks.join('')}`, 'latin1');
}

/** Lines with their ends. Each byte is one character here. */
const linesOf = (bytes: Uint8Array): string[] =>
  Buffer.from(bytes)
    .toString('latin1')
    .match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** A name that would break the line, as git writes it. */
const quoted = (name: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u001f"\\]/.test(name) ? JSON.stringify(name) : name;

function changesBetween(old: readonly string[], now: readonly string[]): Change[] {
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (
    tail < old.length - head &&
    tail < now.length - head &&
    old[old.length - 1 - tail] === now[now.length - 1 - tail]
  )
    tail++;
  const [a, b] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  if (a.length === 0 && b.length === 0) return [];
  const changes = shortest(a, b) ?? [{ from: 0, to: a.length, newFrom: 0, newTo: b.length }];
  return changes.map((c) => ({
    from: c.from + head,
    to: c.to + head,
    newFrom: c.newFrom + head,
    newTo: c.newTo + head,
  }));
}

/** The shortest list of changes (Myers, "An O(ND) Difference Algorithm"); undefined if it would be long. */
function shortest(a: readonly string[], b: readonly string[]): Change[] | undefined {
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(mostChanges, a.length + b.length); d++) {
    trace.push(new Map(furthest));
    for (let k = -d; k <= d; k += 2) {
      let x = step(furthest, k, d);
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      furthest.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length);
    }
  }
  return undefined;
}

/** Where a path on diagonal `k` starts with its `d`th change: from the one above by an insertion, or a deletion. */
function step(furthest: ReadonlyMap<number, number>, k: number, d: number): number {
  const [left, above] = [furthest.get(k - 1) ?? -1, furthest.get(k + 1) ?? -1];
  return k === -d || (k !== d && left < above) ? above : left + 1;
}

function backtrack(trace: readonly ReadonlyMap<number, number>[], endX: number, endY: number): Change[] {
  const changes: Change[] = [];
  let [x, y] = [endX, endY];
  for (let d = trace.length - 1; d > 0; d--) {
    const furthest = trace[d] ?? new Map<number, number>();
    const k = x - y;
    const [left, above] = [furthest.get(k - 1) ?? -1, furthest.get(k + 1) ?? -1];
    const inserted = k === -d || (k !== d && left < above);
    const beforeX = inserted ? above : left;
    const beforeY = beforeX - (inserted ? k + 1 : k - 1);
    changes.push({
      from: beforeX,
      to: beforeX + (inserted ? 0 : 1),
      newFrom: beforeY,
      newTo: beforeY + (inserted ? 1 : 0),
    });
    [x, y] = [beforeX, beforeY];
  }
  return changes.reverse();
}

/** Changes with so few lines between them that they are shown together. */
function hunksOf(changes: readonly Change[]): Change[][] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1);
    const previous = last?.at(-1);
    if (last && previous && change.from - previous.to <= 2 * around) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function printHunk(hunk: readonly Change[], old: readonly string[], now: readonly string[]): string {
  const first = hunk[0] ?? { from: 0, to: 0, newFrom: 0, newTo: 0 };
  const last = hunk.at(-1) ?? first;
  const start = Math.max(0, first.from - around);
  const end = Math.min(old.length, last.to + around);
  const newStart = first.newFrom - (first.from - start);
  const newEnd = last.newTo + (end - last.to);
  const body: string[] = [];
  let at = start;
  for (const { from, to, newFrom, newTo } of hunk) {
    body.push(...old.slice(at, from).map((line) => marked(' ', line)));
    body.push(...old.slice(from, to).map((line) => marked('-', line)));
    body.push(...now.slice(newFrom, newTo).map((line) => marked('+', line)));
    at = to;
  }
  body.push(...old.slice(at, end).map((line) => marked(' ', line)));
  return `@@ -${range(start, end)} +${range(newStart, newEnd)} @@\n${ordered(body).join('')}`;
}

/** In each run of changed lines those that go stand before those that come, as people expect. */
function ordered(body: readonly string[]): string[] {
  const result: string[] = [];
  let coming: string[] = [];
  for (const line of body) {
    if (line.startsWith('+')) coming.push(line);
    else {
      if (line.startsWith(' ')) {
        result.push(...coming);
        coming = [];
      }
      result.push(line);
    }
  }
  return [...result, ...coming];
}

const marked = (sign: string, line: string): string =>
  line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`;

/** Lines from 1; an empty range names the line in front of it. */
const range = (start: number, end: number): string => `${end === start ? start : start + 1},${end - start}`;
