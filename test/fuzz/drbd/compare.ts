import { askAll, type Parser, type Verdict } from '../../oracle/drbd/ask';
import { type OurError, ourErrors, shown } from '../../oracle/drbd/ours';

/** A text on which drbdadm and we do not agree. */
export interface Disagreement {
  readonly text: string;
  readonly verdict: Verdict;
  readonly errors: readonly OurError[];
}

/** Statements that are about other files or this machine: no verdict on the text. */
const elsewhere = /^[^#\n]*\b(include|template-file|require-drbd-module-version)/m;

/** Texts that drbdadm judges by themselves. */
export const isComparable = (text: string): boolean => !elsewhere.test(text) && text.length < 20_000;

/** The texts that one refuses and the other takes. A crash of drbdadm is no verdict. */
export function disagreements(texts: readonly string[], parser: Parser): Disagreement[] {
  const verdicts = askAll(
    texts.map((text) => ({ text })),
    parser,
  );
  return texts.flatMap((text, i) => {
    const verdict = verdicts[i] as Verdict;
    const errors = verdict.crashed ? [] : ourErrors({ text }, parser);
    if (
      verdict.crashed ||
      verdict.accepted === (errors.length === 0) ||
      (verdict.accepted && deliberate.some((slip) => slip.test(withoutComments(text))))
    )
      return [];
    return [{ text, verdict, errors }];
  });
}

/** What drbdadm takes and we do not, on purpose (docs/differences.md). */
const deliberate: readonly RegExp[] = [
  // A brace, a bracket or a colon as an option's value.
  /[\w"]\s*[{}[\]:]\s*;/,
  /\bbecome-primary-on\b[^;]*[{}[\]:]/,
  // Any section within a proxy section as if it were `plugin`.
  /\bproxy\s*\{(?:[^{}]|\{[^{}]*\})*?(?<!\bplugin\s*)\{/,
  // Braces and brackets among the plugins, and `skip` over a closing brace.
  /\bplugin\s*\{[^}]*?[{[\]:]/,
  /\bskip\b[^{;]*\}/,
  // A device without a name.
  /\bdevice\s*[;{}]/,
  // A file that ends within a statement.
  /[^;}\s]\s*(#[^\n]*)?$/,
];

const withoutComments = (text: string): string => text.replace(/#[^\n]*/g, '');

/** What a disagreement is about, roughly: the same for those that have one cause. */
export function kindOf({ verdict, errors }: Disagreement): string {
  if (verdict.accepted) return `we: ${errors[0]?.code}`;
  const [line = ''] = verdict.said.split('\n');
  return `drbdadm: ${line.replace(/^\S+?\.res:\d+: ?/, '').replace(/'[^']*'|\d+|\br\d\b/g, '…')}`;
}

/** For people, so that the text can be kept among the cases. */
export const describe = ({ text, verdict, errors }: Disagreement): string =>
  `${JSON.stringify(text)}\n${text}\n  drbdadm: ${verdict.accepted ? 'accepted' : verdict.said.trim()}\n  we: ${shown(errors)}`;
