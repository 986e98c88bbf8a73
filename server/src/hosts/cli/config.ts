import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Config, ConfigMistake, configName, readConfig } from '../config-file';
import { Problem, reasonOf } from './problem';

/** A configuration file, or that there is none. */
export interface Found extends Config {
  /** Where it was read; undefined: there is none. */
  readonly path?: string;
}

const none: Found = { target: {}, rules: {} };

/** Finds configuration files, each read once. */
export class Configs {
  private readonly found = new Map<string, Promise<Found>>();
  private readonly above = new Map<string, Promise<Found>>();

  /** `given`: the file to take whatever folder it is about. */
  constructor(private readonly given?: string) {}

  /** The configuration for files of a folder. */
  for(folder: string): Promise<Found> {
    return this.given === undefined ? this.upwards(folder) : this.read(this.given, true);
  }

  private upwards(folder: string): Promise<Found> {
    let known = this.above.get(folder);
    if (!known) {
      known = this.look(folder);
      this.above.set(folder, known);
    }
    return known;
  }

  private async look(folder: string): Promise<Found> {
    const own = await this.read(join(folder, configName), false);
    const parent = dirname(folder);
    return own !== none || parent === folder ? own : this.upwards(parent);
  }

  private read(path: string, mustBe: boolean): Promise<Found> {
    let known = this.found.get(path);
    if (!known) {
      known = readAt(path, mustBe);
      this.found.set(path, known);
    }
    return known;
  }
}

async function readAt(path: string, mustBe: boolean): Promise<Found> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!mustBe && (code === 'ENOENT' || code === 'ENOTDIR')) return none;
    const reason = reasonOf(error);
    throw new Problem({ en: `${path}: ${reason.en}`, ja: `${path}: ${reason.ja}` });
  }
  try {
    return { path, ...readConfig(text) };
  } catch (error) {
    if (!(error instanceof ConfigMistake)) throw error;
    throw new Problem({ en: `${path}: ${error.text.en}`, ja: `${path}: ${error.text.ja}` });
  }
}
