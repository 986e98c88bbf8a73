/**
 * Whether a file is crm configuration, by its name or by its first lines; undefined: no.
 * A file of another name must begin like one: only words that other file types do not start lines with count.
 */
export function detectCrm(name: string, _folder: string, head: string): 'name' | 'content' | undefined {
  if (/\.(?:crm|pcmk)$/i.test(name)) return 'name';
  if (!/(?:\.(?:conf|cfg|txt|cib|cli)|^[^.]*)$/i.test(name)) return undefined;
  return firstStatements(head).some(looksLikeCrm) ? 'content' : undefined;
}

/** The first lines that say something. */
function firstStatements(head: string): string[] {
  return head
    .slice(0, 4000)
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, 5);
}

function looksLikeCrm(line: string): boolean {
  return (
    /^node (?:\$id="?[\w-]+"? |[\w-]+: )[\w.-]+/.test(line) ||
    /^primitive [\w.-]+ (?:@|(?:ocf|lsb|stonith|systemd|service|upstart|heartbeat):)[\w:/.-]+/.test(line) ||
    /^property (?:\$id=|cib-bootstrap-options:|(?:stonith-enabled|no-quorum-policy|maintenance-mode)=)/.test(line) ||
    /^(?:crm|sudo crm) configure /.test(line)
  );
}
