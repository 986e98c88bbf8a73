import { countBySeverity, type Report } from '../findings';

/** The report as JSON for programs. `version` goes up when a field changes its meaning or goes. */
export function toJson(report: Report): string {
  const { files, problems } = report;
  const body = {
    version: 1,
    files: files.map(({ file, language, encoding, findings }) => ({
      file,
      language,
      encoding,
      findings: findings.map(({ place, related, repairs, ...finding }) => ({
        ...finding,
        ...place,
        repairs: repairs.map(({ title, edits }) => ({
          title,
          edits: edits.map(({ place: there, newText }) => ({ ...there, newText })),
        })),
        related: related.map(({ place: there, ...other }) => ({ ...other, ...there })),
      })),
    })),
    problems,
    summary: countBySeverity(report),
  };
  return `${JSON.stringify(body, undefined, 2)}\n`;
}
