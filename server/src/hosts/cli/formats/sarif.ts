import { relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Locale } from '../../../base/text';
import type { Severity } from '../../../core/workspace/unit';
import { version } from '../../version';
import type { FileReport, Finding, Place, Repair, Report } from '../findings';
import { plain } from '../plain-markdown';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** The report as SARIF 2.1.0, the format of code scanning services. */
export function toSarif({ files, problems, page }: Report, locale: Locale): string {
  const ids = [...new Set(files.flatMap(({ findings }) => findings.map(({ code }) => code)))].sort();
  const indexes = new Map(ids.map((id, i) => [id, i]));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'linux-ha',
            ...(/^\d+\.\d+\.\d+/.test(version) && { semanticVersion: version }),
            language: locale,
            rules: ids.map((id) => {
              const markdown = page(id);
              return {
                id,
                ...(markdown !== undefined && { help: { text: plain(markdown, (_, text) => text), markdown } }),
              };
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map((text) => ({ level: 'error', message: { text } })),
          },
        ],
        results: files.flatMap((file) => file.findings.map((finding) => result(file, finding, indexes))),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function result(report: FileReport, finding: Finding, indexes: ReadonlyMap<string, number>): object {
  const { code, severity, message, place, related } = finding;
  return {
    ruleId: code,
    ruleIndex: indexes.get(code) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [location(nameOf(report), place)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...location(other.file, other.place),
        message: { text: other.message },
      })),
    }),
    ...(finding.repairs.length > 0 && { fixes: finding.repairs.map((repair) => fix(report, repair)) }),
  };
}

const fix = (report: FileReport, { title, edits }: Repair): object => ({
  description: { text: title },
  artifactChanges: [
    {
      artifactLocation: artifact(nameOf(report)),
      replacements: edits.map(({ place, newText }) => ({
        deletedRegion: regionOf(place),
        ...(newText !== '' && { insertedContent: { text: newText } }),
      })),
    },
  ],
});

const nameOf = ({ path, file }: FileReport): string => (path === undefined ? 'stdin' : file);

const regionOf = ({ line, column, endLine, endColumn }: Place): object => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
});

function location(file: string, place: Place): { physicalLocation: object } {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      region: regionOf(place),
    },
  };
}

/** Files below the working folder by their way from there, so that services find them in the repository. */
function artifact(file: string): object {
  const near = relative(process.cwd(), file);
  if (near.startsWith('..') || near === '') return { uri: pathToFileURL(file).href };
  return { uri: near.split(sep).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
