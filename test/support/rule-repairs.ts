import { applyEdits } from '../../server/src/base/edits';
import { createLanguages } from '../../server/src/languages/index';
import { serviceWith } from './service';

/** A bad example of a rule and what a repair makes of it. */
export interface Repaired {
  readonly rule: string;
  readonly language: string;
  readonly before: string;
  readonly after: string;
  readonly title: string;
  readonly safe: boolean;
  /** How many findings of the rule there are before and after. */
  readonly findings: readonly [before: number, after: number];
}

/** Every repair of every bad example of the rules; examples of several files are left out, since repairs are of one. */
export function repairedExamples(): Repaired[] {
  return createLanguages().modules.flatMap(({ id: language, rules }) =>
    rules.flatMap(({ id: rule, examples }) =>
      examples.bad
        .filter((text) => !/^== \S+ ==$/m.test(text))
        .flatMap((before) => repairs(language, rule, before, examples.target ?? {})),
    ),
  );
}

function repairs(language: string, rule: string, before: string, target: Readonly<Record<string, string>>): Repaired[] {
  const found = (text: string) => {
    const { service, uri } = serviceWith(language, text);
    service.workspace.configure({ target });
    service.lint(uri);
    return { service, uri, count: service.diagnostics(uri, 'en').filter(({ code }) => code === rule).length };
  };
  const { service, uri, count } = found(before);
  return service
    .repairs(uri, { start: 0, end: before.length }, 'en')
    .filter(({ diagnostic }) => diagnostic.code === rule)
    .map(({ title, edits, safe }) => {
      const after = applyEdits(before, edits);
      return { rule, language, before, after, title, safe, findings: [count, found(after).count] };
    });
}
