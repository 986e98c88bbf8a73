import { resolve } from 'node:path';
import { detectLanguage } from '../../languages/detect';
import type { Decoded, Encoding } from './encoding';
import type { Input } from './inputs';
import { Problem } from './problem';
import { asText, collect, readText } from './read-file';

/** How files are read. */
export interface ReadingSettings {
  readonly language: 'crm' | 'drbd' | undefined;
  /** What standard input is called. */
  readonly stdinName: string | undefined;
  readonly encoding: Encoding | undefined;
}

/** A file that was read. */
export interface Opened {
  readonly input: Input;
  /** What it is called where its name counts: standard input has none of its own. */
  readonly path: string;
  readonly language: string;
  readonly file: Decoded;
}

/** Reads files and finds out their language. */
export class Reader {
  private standardInput: Decoded | undefined;

  constructor(private readonly settings: ReadingSettings) {}

  /** A file; undefined if it was only found and is none of ours. Rejects with a `Problem`. */
  async open(input: Input): Promise<Opened | undefined> {
    const { encoding, stdinName } = this.settings;
    const path = input.path ?? resolve(stdinName ?? '-');
    const file =
      input.path === undefined ? await this.fromStandardInput() : await readText(path, input.shown, encoding);
    const head = file.text.slice(0, 8000);
    const language = this.settings.language ?? detectLanguage(path.replaceAll('\\', '/'), head)?.language;
    if (language !== undefined && language !== 'none') return { input, path, language, file };
    if (input.found) return undefined;
    throw new Problem({
      en: `${input.shown}: neither crm nor DRBD as far as can be seen (--language says which)`,
      ja: `${input.shown}: crm か DRBD か判断できません（--language で指定できます）`,
    });
  }

  /** Standard input can be read once only; later it is what it was made to. */
  replaceStandardInput(file: Decoded): void {
    this.standardInput = file;
  }

  private async fromStandardInput(): Promise<Decoded> {
    this.standardInput ??= asText(await collect(process.stdin, '-'), '-', this.settings.encoding);
    return this.standardInput;
  }
}
