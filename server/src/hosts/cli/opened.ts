import { stat } from 'node:fs/promises';
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
  /** What can be read only once: standard input (under no name), and pipes. */
  private readonly once = new Map<string | undefined, Decoded>();

  constructor(private readonly settings: ReadingSettings) {}

  /** A file; undefined if it was only found and is none of ours. Rejects with a `Problem`. */
  async open(input: Input): Promise<Opened | undefined> {
    const { stdinName } = this.settings;
    const path = input.path ?? resolve(stdinName ?? '-');
    const file = this.once.get(input.path) ?? (await this.read(input));
    const head = file.text.slice(0, 8000);
    const language = this.settings.language ?? detectLanguage(path.replaceAll('\\', '/'), head)?.language;
    if (language !== undefined && language !== 'none') return { input, path, language, file };
    if (input.found) return undefined;
    throw new Problem({
      en: `${input.shown}: neither crm nor DRBD as far as can be seen (--language says which)`,
      ja: `${input.shown}: crm か DRBD か判断できません（--language で指定できます）`,
    });
  }

  /** What was read from something that cannot be read again becomes something else. */
  replace({ input }: Opened, file: Decoded): void {
    this.once.set(input.path, file);
  }

  private async read({ path, shown }: Input): Promise<Decoded> {
    const { encoding } = this.settings;
    if (path !== undefined && (await isFile(path))) return readText(path, shown, encoding);
    const file =
      path === undefined
        ? asText(await collect(process.stdin, shown), shown, encoding)
        : await readText(path, shown, encoding);
    this.once.set(path, file);
    return file;
  }
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false; // reading it says why
  }
}
