import { isAscii } from '../../base/characters';
import { getOrAdd } from '../../base/maps';
import type { Span } from '../../base/span';
import type { LanguageModule } from '../language';
import { declaredKey, entryKey, nearbyKey, presenceKey } from '../model/entries';
import type { Placed } from '../model/name-index';
import type { SourceFile } from '../workspace/source-file';
import { type Finding, type Found, reading, type Unit } from '../workspace/unit';
import type { Nearby, ReportOptions, Rule, RuleContext, RuleSettings } from './rule';

/** What the runner needs of the world round a file. */
export interface LintEnvironment {
  readonly settings: RuleSettings;
  /** The files that make one configuration with this one (includes); not the file itself. */
  related(file: SourceFile): readonly SourceFile[];
  /** The files of other languages that are about the same cluster. */
  nearby(file: SourceFile): readonly SourceFile[];
  /** Takes an exception out of a rule; a rule that throws finds nothing, and is our error, not the user's. */
  onRuleError(rule: Rule, error: unknown): void;
}

/** Works out the findings of one unit: what its parser said, and what the rules find. Notes what they depend on. */
export function lintUnit(file: SourceFile, unit: Unit, environment: LintEnvironment): readonly Finding[] {
  const findings: Finding[] = syntaxFindings(file, unit);
  const keys = new Set<string>();
  const run = ruleRun(file, environment, keys, findings);
  const others = new Set<Unit>();
  const rules = rulesFor(file.language, unit);
  reading.heard = (other) => others.add(other);
  try {
    for (const rule of rules) {
      run.rule = rule;
      try {
        rule.check(unit, run.context);
      } catch (error) {
        environment.onRuleError(rule, error);
      }
    }
  } finally {
    reading.heard = undefined;
  }
  for (const { related } of findings) for (const { found } of related) others.add(found.unit);
  findings.sort((a, b) => a.span.start - b.span.start);
  unit.findings = findings;
  file.remember(unit, keys, others);
  return findings;
}

const byLanguage = new WeakMap<LanguageModule, Map<string, readonly Rule[]>>();

/** The rules that look at units like this one, in the language's order. */
function rulesFor(language: LanguageModule, { text, model: { kind } }: Unit): readonly Rule[] {
  const plain = isAscii(text);
  const chosen = getOrAdd(byLanguage, language, () => new Map<string, readonly Rule[]>());
  return getOrAdd(chosen, `${plain} ${kind ?? ''}`, () =>
    language.rules.filter(
      ({ kinds, beyondAscii }) =>
        (!kinds || (kind !== undefined && kinds.includes(kind))) && !(beyondAscii === true && plain),
    ),
  );
}

function syntaxFindings(file: SourceFile, unit: Unit): Finding[] {
  return unit.parsed.problems.flatMap((problem) => {
    const known = file.language.syntaxMessages[problem.code];
    if (!known) return [];
    const { severity, message, fixes } = known;
    return [
      {
        code: `${file.language.id}/${problem.code}`,
        severity,
        span: problem.span,
        message,
        args: problem.args ?? {},
        ...(fixes && { fixes: () => fixes(problem, unit.text) }),
        related: [],
        tags: [],
      },
    ];
  });
}

/** The rules of a unit one after the other, with what they ask through. */
interface RuleRun {
  rule: Rule | undefined;
  readonly context: RuleContext;
}

/** One context for all rules of a unit: making one for each rule would cost more than most rules do. */
function ruleRun(file: SourceFile, environment: LintEnvironment, keys: Set<string>, findings: Finding[]): RuleRun {
  let related: readonly SourceFile[] | undefined;
  const others = (): readonly SourceFile[] => {
    related ??= environment.related(file);
    return related;
  };
  const everywhere = (own: readonly Placed[], find: (file: SourceFile) => readonly Placed[]): readonly Found[] =>
    others().length === 0
      ? own
      : [...own, ...others().flatMap((other) => find(other).map((placed) => ({ ...placed, uri: other.uri })))];
  let nearby: Nearby | undefined;
  const run: RuleRun = {
    rule: undefined,
    context: {
      settings: environment.settings,
      lookup(namespace, name) {
        const key = entryKey(namespace, name);
        keys.add(key);
        return everywhere(file.names.lookupKey(key), ({ names }) => names.lookupKey(key));
      },
      declarations(namespace, name) {
        const key = entryKey(namespace, name);
        keys.add(key);
        return everywhere(file.names.declarationsOfKey(key), ({ names }) => names.declarationsOfKey(key));
      },
      has(namespace, name) {
        const key = entryKey(namespace, name);
        keys.add(presenceKey(key));
        return file.names.hasKey(key) || others().some(({ names }) => names.hasKey(key));
      },
      *declared(namespace) {
        keys.add(declaredKey(namespace));
        yield* file.names.declared(namespace);
        for (const { names } of others()) yield* names.declared(namespace);
      },
      get nearby() {
        nearby ??= nearbyOf(file, environment, keys);
        return nearby;
      },
      report(message, span, options) {
        if (run.rule) findings.push(finding(run.rule, message, span, options ?? {}));
      },
    },
  };
  return run;
}

function nearbyOf(file: SourceFile, environment: LintEnvironment, keys: Set<string>): Nearby {
  const all = (find: (file: SourceFile) => readonly Placed[]): Found[] =>
    environment.nearby(file).flatMap((other) => find(other).map((placed) => ({ ...placed, uri: other.uri })));
  return {
    lookup(namespace, name) {
      keys.add(nearbyKey(entryKey(namespace, name)));
      return all(({ names }) => names.lookup(namespace, name));
    },
    declarations(namespace, name) {
      keys.add(nearbyKey(entryKey(namespace, name)));
      return all(({ names }) => names.declarations(namespace, name));
    },
    has(namespace, name) {
      keys.add(nearbyKey(presenceKey(entryKey(namespace, name))));
      return environment.nearby(file).some(({ names }) => names.has(namespace, name));
    },
    declared(namespace) {
      keys.add(nearbyKey(declaredKey(namespace)));
      return new Set(environment.nearby(file).flatMap(({ names }) => [...names.declared(namespace)]));
    },
  };
}

function finding(rule: Rule, message: string, span: Span, options: ReportOptions): Finding {
  const text = rule.messages[message];
  if (!text) throw new Error(`${rule.id} has no message ${message}`);
  return {
    code: rule.id,
    severity: options.severity ?? rule.severity,
    span,
    message: text,
    args: options.args ?? {},
    ...(options.fixes && { fixes: options.fixes }),
    related: (options.related ?? []).flatMap(({ found, message: id }) => {
      const relatedText = rule.messages[id];
      return relatedText ? [{ found, message: relatedText }] : [];
    }),
    tags: options.tags ?? [],
  };
}
