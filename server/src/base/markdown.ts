/** Text as Markdown that shows it literally: no formatting, link or HTML can come out of it. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]()#+\-!|<>~&]/g, '\\$&');

/** Text as an inline code span, whatever back-quotes it holds. Line ends become blanks. */
export function code(text: string): string {
  const flat = text.replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...(flat.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 || flat.startsWith(' ') ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A fenced block in a language VS Code colours. */
export function codeBlock(language: string, text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** A table of two columns without headings, for what a few words can be said of; rows without a value are left out. */
export function facts(rows: readonly (readonly [label: string, value: string | undefined])[]): string {
  const lines = rows.flatMap(([label, value]) => (value ? [`| ${cell(label)} | ${cell(value)} |`] : []));
  return lines.length === 0 ? '' : ['| | |', '|---|---|', ...lines].join('\n');
}

/** A table with headings. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Text in a cell of a table: bars do not part it, and it stays on its line. */
const cell = (text: string): string => text.replace(/\r?\n/g, ' ').replace(/(?<!\\)\|/g, '\\|');

/** A link; just the label where there is no address, or where the label would break it. */
export const link = (label: string, address: string | undefined): string =>
  address === undefined || /``|[[\]]/.test(label) ? label : `[${label}](${address})`;

/** Paragraphs, those left out that say nothing. */
export const paragraphs = (...parts: readonly (string | undefined | false)[]): string =>
  parts.filter((part) => part).join('\n\n');
