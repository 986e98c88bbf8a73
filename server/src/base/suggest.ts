/**
 * The candidate nearest to `word` by edit distance (insert, delete, replace, swap of neighbours; case costs nothing),
 * or undefined when none is near enough to be meant: a third of the word, at least one change, but not all of it. Of
 * several that are as near the first in the order of code units: what is offered does not hang on what was written first.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const limit = wanted.length < 2 ? 0 : Math.max(1, Math.floor(wanted.length / 3));
  if (wanted.length > 80) return undefined;
  let best: string | undefined;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) > Math.min(bestDistance, limit)) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance || (distance === bestDistance && best !== undefined && candidate < best)) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Like `nearest`; where nothing is near, the longest candidate that the word begins with, or that begins with the word:
 * `ipaddr` for `ip`.
 */
export function nearestOrPrefix(word: string, candidates: Iterable<string>): string | undefined {
  const all = [...candidates];
  const prefixes = all.filter((c) => c.length >= 2 && (word.startsWith(c) || (word.length >= 3 && c.startsWith(word))));
  return nearest(word, all) ?? prefixes.sort((a, b) => b.length - a.length)[0];
}

function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (beforeLast[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
