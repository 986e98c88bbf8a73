import assert from 'node:assert/strict';
import { askAll, type Parser, type Question, type Verdict } from './ask';
import { cases } from './cases';
import { corpus, type Known, traps } from './corpus';
import { needsParser } from './needs-parser';
import { type OurError, ourErrors, shown } from './ours';

const parsers: readonly Parser[] = ['9', '8.4', '8.3'];

/** Places where we differ on purpose (docs/differences.md): facts about a machine, files that are not there. */
const deliberate = new Set([
  'lex-tilde-include',
  'include-directory',
  'template-file-missing',
  'require-module-gt-9.2.0',
  'require-module-le-9.1.0',
  'require-module-le-9.9.99',
  'require-module-lt-9.9.99',
]);

suite('drbdadm and we', () => {
  for (const parser of parsers) {
    test(`agree on ${cases.length} texts for DRBD ${parser}: an error exactly where it refuses`, function () {
      this.timeout(300_000);
      needsParser(parser, this);
      compare(
        cases.map((text, i) => ({ id: `case ${i}`, text })),
        parser,
      );
    });

    for (const [what, list] of [
      ['real files', corpus],
      ['traps', traps],
    ] as const) {
      test(`agree on the ${what} for DRBD ${parser}, and on the line`, function () {
        this.timeout(300_000);
        const known = list();
        if (known.length === 0) {
          console.log(`      no ${what} beside the project: nothing compared`);
          this.skip();
        }
        needsParser(parser, this);
        compare(known, parser);
      });
    }
  }
});

function compare(questions: readonly Known[], parser: Parser): void {
  const verdicts = askAll(questions, parser);
  const wrong = questions.flatMap((question, i) => {
    const errors = ourErrors(question, parser);
    const verdict = verdicts[i] as Verdict;
    if (deliberate.has(question.id)) return [];
    if (verdict.accepted === (errors.length === 0) && onLine(question, verdict, errors)) return [];
    const { accepted, said } = verdict;
    return [`${question.id}\n${question.text}\n  drbdadm: ${accepted ? 'accepted' : said}\n  we: ${shown(errors)}`];
  });
  assert.equal(wrong.length, 0, `${wrong.length} of ${questions.length} differ:\n${wrong.join('\n')}`);
}

/**
 * Whether the culprit is on our list where drbdadm has its first syntax error: on its line, or (a mark that is missing,
 * a section that is not closed) in front of it. Only of these does it know the line.
 */
function onLine({ text }: Question, { line, said }: Verdict, errors: readonly OurError[]): boolean {
  if (line === undefined || !/^\S+\.res:\d+: Parse error/m.test(said)) return true;
  if (errors.some((error) => error.line <= line && line <= error.lastLine)) return true;
  const missing = errors.filter(({ code }) => /missing-|unclosed-/.test(code));
  return missing.some(
    (error) => error.line < line && (/unclos|brace/.test(error.code) || blank(text, error.line, line)),
  );
}

/** Whether nothing stands between two lines. */
const blank = (text: string, from: number, to: number): boolean =>
  text
    .split('\n')
    .slice(from, to - 1)
    .every((line) => /^\s*(#.*)?$/.test(line));
