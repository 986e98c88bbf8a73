/** Line starts of a text, for going from offsets to lines and back. Lines end with LF, CR LF or CR. */
export class LineIndex {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const c = text.charCodeAt(i);
      if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
      if (c === 13 || c === 10) this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** Zero-based line and UTF-16 column of an offset; offsets outside the text are moved to its nearest end. */
  position(offset: number): { line: number; column: number } {
    const inside = Math.max(0, Math.min(offset, this.text.length));
    const line = lastAtMost(this.starts, inside);
    return { line, column: inside - (this.starts[line] ?? 0) };
  }

  /** Offset of a zero-based line's first code unit; the text's length for a line behind the last. */
  lineStart(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  /** The text of a zero-based line without its end. */
  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineStart(line + 1)).replace(/[\r\n]+$/, '');
  }
}

/** Index of the last of the ascending `values` that is at most `value`; 0 if none is. */
export function lastAtMost(values: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
