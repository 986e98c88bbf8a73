import type { Severity } from '../../../core/workspace/unit';
import type { Report } from '../findings';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** The report as commands of GitHub Actions, which show the findings in the changes of a pull request. */
export function toGithub({ files, problems }: Report): string {
  const lines = files.flatMap(({ file, findings }) =>
    findings.map(({ severity, place, code, message }) => {
      const { line, column, endLine, endColumn } = place;
      // Columns count only where the finding ends on its line.
      const columns = line === endLine ? `,col=${column},endColumn=${endColumn}` : '';
      const where = `file=${property(slashes(file))},line=${line},endLine=${endLine}${columns}`;
      return `::${commands[severity]} ${where},title=${property(code)}::${data(message)}`;
    }),
  );
  return [...lines, ...problems.map((problem) => `::error::${data(problem)}`)].map((line) => `${line}\n`).join('');
}

const slashes = (path: string): string => (process.platform === 'win32' ? path.replaceAll('\\', '/') : path);

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
