import { LanguageService } from '../../../server/src/core/service';
import { drbd } from '../../unit/languages/drbd/support';
import type { Parser, Question } from './ask';
import { lineOf } from './lines';

/** An error of ours in the main file (or in one beside it). */
export interface OurError {
  readonly code: string;
  readonly message: string;
  /** The word that it marks. */
  readonly word: string;
  /** Counted from one; 0 in another file than the first. */
  readonly line: number;
  /** Last line of what it marks. */
  readonly lastLine: number;
}

/** Our errors in a configuration that is for one generation. */
export function ourErrors({ text, files }: Question, target: Parser | undefined): OurError[] {
  const service = new LanguageService({ languages: [drbd] });
  service.workspace.configure({ target: target ? { drbd: target } : {} });
  const addresses = new Map([['file:///test/t.res', text]]);
  for (const [name, body] of Object.entries(files ?? {})) addresses.set(`file:///test/${name}`, body);
  for (const [uri, body] of addresses) service.workspace.open(uri, 'drbd', body);
  for (const uri of addresses.keys()) service.lint(uri);
  return [...addresses].flatMap(([uri, body]) =>
    service
      .diagnostics(uri, 'en')
      .filter(({ severity }) => severity === 'error')
      .map(({ code, message, span }) => ({
        code,
        message,
        word: body.slice(span.start, span.end),
        line: uri.endsWith('/t.res') ? lineOf(body, span.start) : 0,
        lastLine: lineOf(body, span.end),
      })),
  );
}

/** Errors on one line each, for people. */
export const shown = (errors: readonly OurError[]): string =>
  errors.map(({ line, code, word, message }) => `${line}: ${code} [${word.slice(0, 40)}] ${message}`).join(' / ') ||
  'accepted';
