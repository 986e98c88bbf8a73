/** The longest message that is logged. */
const longest = 300;

/**
 * An exception for the log: where it was thrown, and its message without what it quotes, since that may stand in the
 * user's files.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return unquoted(String(error));
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at .{1,500}$/.test(line));
  return [`${error.name}: ${unquoted(error.message)}`, ...frames].join('\n');
}

/** What stands before the first mark that may begin a quotation. */
const unquoted = (text: string): string => text.slice(0, longest).replace(/["'`/].*$/s, '…');
