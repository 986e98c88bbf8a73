/** A way to cut a text into pieces that, joined, are the text. */
export type Split = (text: string) => readonly string[];

/** What does not agree, among texts. */
export type Compare<D> = (texts: readonly string[]) => Promise<readonly D[]>;

const atOnce = 40;

/** Takes pieces away, larger runs first, as long as what is left does not agree in the same way. */
export async function shrink<D extends { readonly text: string }>(
  found: D,
  splits: readonly Split[],
  compare: Compare<D>,
  same: (a: D, b: D) => boolean,
): Promise<D> {
  let best = found;
  for (const split of splits) {
    for (let size = Math.ceil(split(best.text).length / 2); size >= 1; ) {
      const smaller = await first(best, candidates(split(best.text), size), compare, same);
      if (smaller) best = smaller;
      else size = size > 4 ? Math.floor(size / 2) : size - 1;
    }
  }
  return best;
}

/** The text without each run of so many pieces; short runs may begin anywhere. */
function candidates(pieces: readonly string[], size: number): string[] {
  const step = size > 4 ? Math.floor(size / 2) : 1;
  const starts = pieces.map((_, i) => i).filter((i) => i % step === 0);
  return starts.map((i) => [...pieces.slice(0, i), ...pieces.slice(i + size)].join(''));
}

async function first<D extends { readonly text: string }>(
  found: D,
  texts: readonly string[],
  compare: Compare<D>,
  same: (a: D, b: D) => boolean,
): Promise<D | undefined> {
  const others = texts.filter((text) => text !== found.text);
  for (let i = 0; i < others.length; i += atOnce) {
    const like = (await compare(others.slice(i, i + atOnce))).find((other) => same(found, other));
    if (like) return like;
  }
  return undefined;
}
