import type { RuleContext } from '../../core/lint/rule';

/**
 * Who reads a file: `configure load` takes statements only, makes them in an order of its own and all or none; the
 * interpreter (`crm -f`, `crm configure < file`) goes line by line, and knows commands.
 */
export type FileReader = 'load' | 'interpreter';

/** The reader in a comment that says it: `# linux-ha: crm reader load`; undefined in others. */
export function readerInComment(comment: string): FileReader | undefined {
  const said = /^\s*#+\s*linux-ha:\s{0,9}crm\s{1,9}reader[\s=]{1,9}(load|interpreter)\s*$/i.exec(comment)?.[1];
  return said?.toLowerCase() as FileReader | undefined;
}

type Asked = Pick<RuleContext, 'lookup' | 'has' | 'settings'>;

/** The reader that a comment of the file names, else the one that is set; undefined: the file's own words tell. */
export function saidReader({ lookup, settings }: Asked): FileReader | undefined {
  const said = lookup('crm.reader-said', '*')[0]?.entry.value ?? settings.reader;
  return said === 'load' || said === 'interpreter' ? said : undefined;
}

/** Whether a file is read line by line: as said, else if it has commands that only the interpreter knows. */
export const isTyped = (context: Asked): boolean =>
  (saidReader(context) ?? (context.has('crm.reader', 'interpreter') ? 'interpreter' : 'load')) === 'interpreter';
