import { plainMarks, shellPrompt, sureShellPrompt } from '../../../base/plain-marks';
import { statementKind } from '../parser/parse';

const crmPrompt = /^[^\S\n]*crm\([\w./-]*\)\w*#[^\S\n]?/;
const crmContinuation = /^[^\S\n]*>[^\S\n]/;
const command = /^(?:sudo\s+(?:-\w+\s+)*)?(?:\/usr\/s?bin\/)?crm(?:\s+-\w\b|\s+--[\w-]+)*\s+configure\s+/;

/** Text out of terminals, web pages and documents as it belongs into a file: without prompts, with straight quotes. */
export function cleanPastedCrm(text: string): string {
  const lines: string[] = [];
  let continued = false;
  for (const line of text.split('\n')) {
    const bare = continued ? line.replace(crmContinuation, '\t') : withoutPrompt(line);
    if (bare === undefined) continue;
    const plain = plainMarks(bare, { single: "'", comments: false });
    lines.push(plain);
    continued = /\\\s*$/.test(plain);
  }
  return lines.join('\n');
}

/** Undefined for a command line that configures nothing. */
function withoutPrompt(line: string): string | undefined {
  if (crmPrompt.test(line)) {
    const rest = line.replace(crmPrompt, '');
    return rest.trim() === '' ? undefined : rest;
  }
  const prompt = shellPrompt.exec(line)?.[0];
  if (prompt === undefined) return line;
  const rest = line.slice(prompt.length);
  const configure = command.exec(rest)?.[0];
  const statement = configure === undefined ? undefined : rest.slice(configure.length);
  if (statement !== undefined && statementKind(/^\S*/.exec(statement)?.[0] ?? '')) return statement;
  return sureShellPrompt.test(line) ? undefined : line;
}
