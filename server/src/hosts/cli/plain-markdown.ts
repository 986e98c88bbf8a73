import { harmless, type Paint } from './terminal';

/** Markdown as it is read on a terminal: no marks, table rows as `name: value`, addresses written out. */
export function plain(markdown: string, paint: Paint): string {
  let inCode = false;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    if (/^`{3,}/.test(line)) inCode = !inCode;
    else if (inCode) lines.push(`    ${safe(line)}`);
    else if (!/^\|(?:[\s|-]+)\|$/.test(line)) lines.push(plainLine(line, paint));
  }
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function plainLine(line: string, paint: Paint): string {
  const row = /^\| (.*?) \| (.*) \|$/.exec(line);
  const text = row ? `${row[1]}: ${row[2]}` : line.replace(/^---$/, '').replace(/^#+ /, '');
  // An escaped character is only that character; it must not be taken for a mark.
  const parts = text.split(/(\\[!-/:-@[-`{-~])/);
  const marked = parts
    .map((part, i) =>
      i % 2 === 1 ? part.slice(1) : part.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2').replace(/~~|\*\*|`/g, ''),
    )
    .join('');
  const clean = safe(marked).trimEnd();
  return /^\*\*|^~~|^#+ /.test(line) ? paint('bold', clean) : clean;
}

const safe = (line: string): string => harmless(line.replaceAll('\t', '    '));
