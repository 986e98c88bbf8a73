import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { FormatStyle } from '../../core/features/format-style';

/** What an EditorConfig file says: whether it is the last one upwards, and its sections. */
interface Sections {
  readonly root: boolean;
  readonly sections: readonly { readonly matches: (path: string) => boolean; readonly pairs: [string, string][] }[];
}

const none: Sections = { root: false, sections: [] };

/** Reads `.editorconfig` files (https://spec.editorconfig.org), each once. */
export class EditorConfigs {
  private readonly read = new Map<string, Promise<Sections>>();

  /** The properties of a file: later sections stand over earlier ones, nearer files over those above. */
  async for(path: string): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const { folder, file } of await this.above(dirname(path))) {
      const name = relative(folder, path).replaceAll('\\', '/');
      for (const { matches, pairs } of file.sections) {
        if (!matches(name)) continue;
        for (const [key, value] of pairs) found.set(key, value);
      }
    }
    return found;
  }

  /** The files from the outermost inwards. */
  private async above(folder: string): Promise<{ readonly folder: string; readonly file: Sections }[]> {
    let file = this.read.get(folder);
    if (!file) {
      file = readSections(join(folder, '.editorconfig'));
      this.read.set(folder, file);
    }
    const own = { folder, file: await file };
    const parent = dirname(folder);
    return own.file.root || parent === folder ? [own] : [...(await this.above(parent)), own];
  }
}

/** The style that properties ask for; `usual`: one step of indentation where they say nothing. */
export function styleFrom(properties: ReadonlyMap<string, string>, usual: string): FormatStyle {
  const said = (key: string): string | undefined => {
    const value = properties.get(key);
    return value === 'unset' ? undefined : value;
  };
  const flag = (key: string): boolean | undefined =>
    said(key) === 'true' ? true : said(key) === 'false' ? false : undefined;
  const trim = flag('trim_trailing_whitespace');
  const final = flag('insert_final_newline');
  const eol = { lf: '\n', crlf: '\r\n' }[said('end_of_line') ?? ''];
  return {
    indent: indentFrom(said, usual),
    ...(trim !== undefined && { trimTrailingWhitespace: trim }),
    ...(final !== undefined && { insertFinalNewline: final }),
    ...((eol === '\n' || eol === '\r\n') && { endOfLine: eol }),
  };
}

function indentFrom(said: (key: string) => string | undefined, usual: string): string {
  const size = said('indent_size');
  const width = Number(size === undefined || size === 'tab' ? said('tab_width') : size);
  const isSpace = (said('indent_style') ?? (usual === '\t' ? 'tab' : 'space')) === 'space';
  if (!isSpace) return '\t';
  if (Number.isInteger(width) && width >= 1 && width <= 16) return ' '.repeat(width);
  return usual === '\t' ? '    ' : usual;
}

async function readSections(path: string): Promise<Sections> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    return none;
  }
  return parseSections(text);
}

/** Takes an EditorConfig file apart; lines that it cannot read say nothing. */
export function parseSections(text: string): Sections {
  let root = false;
  const sections: { matches: (path: string) => boolean; pairs: [string, string][] }[] = [];
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === '' || trimmed.startsWith('#') || trimmed.startsWith(';')) continue;
    const glob = /^\[(.+)\]$/.exec(trimmed)?.[1];
    if (glob !== undefined) {
      sections.push({ matches: matcher(glob), pairs: [] });
      continue;
    }
    const [, key = '', value = ''] = /^([^=]+?)\s*=\s*(.*)$/.exec(trimmed) ?? [];
    const current = sections.at(-1);
    if (current) current.pairs.push([key.toLowerCase(), value.toLowerCase()]);
    else if (key.toLowerCase() === 'root') root = value.toLowerCase() === 'true';
  }
  return { root, sections };
}

/** Whether a path (from the file's folder on) fits a section's name. A name with a slash counts from the folder on. */
function matcher(glob: string): (path: string) => boolean {
  const anchored = glob.includes('/');
  const pattern = new RegExp(`^${anchored ? '' : '(?:.*/)?'}${expression(glob.replace(/^\//, ''))}$`, 's');
  return (path) => pattern.test(path);
}

/** A glob of EditorConfig as a regular expression: `*`, `**`, `?`, `[…]`, `[!…]`, `{a,b}`, `{1..9}`, `\`. */
function expression(glob: string): string {
  let out = '';
  for (let at = 0; at < glob.length; ) {
    const rest = glob.slice(at);
    const [piece, length] = pieceOf(rest);
    out += piece;
    at += length;
  }
  return out;
}

function pieceOf(rest: string): readonly [piece: string, length: number] {
  if (rest.startsWith('/**/')) return ['/(?:.*/)?', 4];
  if (rest.startsWith('**')) return ['.*', 2];
  if (rest.startsWith('*')) return ['[^/]*', 1];
  if (rest.startsWith('?')) return ['[^/]', 1];
  if (rest.startsWith('\\') && rest.length > 1) return [escaped(rest[1] ?? ''), 2];
  const [whole = '', not = '', set = ''] = /^\[(!?)([^\]/]+)\]/.exec(rest) ?? [];
  if (set !== '') return [`[${not && '^'}${set.replace(/[\\^[]/g, '\\$&')}]`, whole.length];
  return rest.startsWith('{') ? bracesOf(rest) : [escaped(rest[0] ?? ''), 1];
}

function bracesOf(rest: string): readonly [piece: string, length: number] {
  const end = closingOf(rest);
  if (end < 0) return ['\\{', 1];
  const inner = rest.slice(1, end);
  const [, from, to] = /^([+-]?\d+)\.\.([+-]?\d+)$/.exec(inner) ?? [];
  if (from !== undefined && to !== undefined) return [numbers(Number(from), Number(to)), end + 1];
  const parts = alternatives(inner);
  const piece = parts.map(expression).join('|');
  return [parts.length > 1 ? `(?:${piece})` : `\\{${piece}\\}`, end + 1];
}

/** Numbers of a range; a wide one is taken for any number. */
function numbers(one: number, other: number): string {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  if (high - low > 999) return '[+-]?\\d+';
  return `(?:${Array.from({ length: high - low + 1 }, (_, i) => `\\+?${low + i}`).join('|')})`;
}

function closingOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

function alternatives(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '{') depth++;
    if (c === '}') depth--;
    if (c === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += c === '\\' ? c + text.charAt(++at) : c;
  }
  return parts;
}

const escaped = (c: string): string => c.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
