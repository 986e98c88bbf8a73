import type { Severity } from '../../../core/workspace/unit';
import type { Report } from '../findings';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'info',
  hint: 'info',
};

/** The report in the XML of Checkstyle, which many build servers read. */
export function toCheckstyle({ files, problems }: Report): string {
  const body = files
    .filter(({ findings }) => findings.length > 0)
    .map(({ file, findings }) => {
      const errors = findings.map(
        ({ place, severity, message, code }) =>
          `    <error line="${place.line}" column="${place.column}" severity="${levels[severity]}" message="${attribute(message)}" source="${attribute(code)}"/>\n`,
      );
      return `  <file name="${attribute(file)}">\n${errors.join('')}  </file>\n`;
    });
  const unread = problems.map(
    (problem) =>
      `  <file name="-">\n    <error line="1" severity="error" message="${attribute(problem)}" source="unreadable"/>\n  </file>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n${body.join('')}${unread.join('')}</checkstyle>\n`;
}

/** Text in an attribute. Characters that XML cannot say at all become a question mark. */
const attribute = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '?')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/[\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);
