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
