import type { Locale } from '../../base/text';
import { harmless, type Paint, painter, wantsColour } from './terminal';
import { helpText } from './usage';

/** Where a command writes to, and how. */
export class Console {
  readonly paint: Paint;

  constructor(
    readonly locale: Locale,
    color: string | undefined,
  ) {
    this.paint = painter(wantsColour(color, process.stdout.isTTY === true, process.env));
  }

  /** Results. */
  out(text: string | Uint8Array): void {
    process.stdout.write(text);
  }

  err(text: string): void {
    process.stderr.write(text);
  }

  /** What is not a result: a file that cannot be read, a remark. */
  note(text: string): void {
    this.err(`linux-ha: ${text.split('\n').map(harmless).join('\n')}\n`);
  }

  help(command: keyof typeof helpText): number {
    this.out(helpText[command][this.locale]);
    return 0;
  }
}
