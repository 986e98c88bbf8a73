/** What the suite puts in front of its lines, so that they can be told from what else an editor says. */
const mark = /^\| ?/;

/**
 * Takes what an editor prints while the suite runs in it. The suite's own lines are shown as they come; the rest, mostly
 * about services that an editor without a network does not reach, only if there is no result, or when `verbose`.
 */
export class SuiteOutput {
  #verbose;
  #partial = '';
  #other = [];
  #reported = false;

  constructor(verbose) {
    this.#verbose = verbose;
  }

  write(text) {
    const lines = (this.#partial + text).split(/\r?\n/);
    this.#partial = lines.pop();
    for (const line of lines) this.#take(line);
  }

  /** To be called at the end. */
  close() {
    this.write('\n');
    if (!this.#reported && !this.#verbose)
      console.log(`The suite did not report. What was said:\n${this.#other.join('\n')}`);
  }

  #take(line) {
    if (mark.test(line)) {
      const own = line.replace(mark, '');
      this.#reported ||= /^\s*\d+ passing$/.test(own);
      console.log(own);
    } else if (this.#verbose) console.log(line);
    else if (!noise.some((pattern) => pattern.test(line))) this.#other.push(line);
  }
}

/** The server does without some native modules, and tells at length where it looked for them. */
const noise = [/^\s*→ |Could not locate the bindings file|spdlog/, /^\s*$/, /gallery/];
