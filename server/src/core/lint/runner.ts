import { getOrAdd } from '../../base/maps';
import type { Span } from '../../base/span';
import type { LanguageModule } from '../language';
import { entryKey, nearbyKey, presenceKey } from '../model/entries';
import type { Placed } from '../model/name-index';
import type { SourceFile } from '../workspace/source-file';
import type { Finding, Found, Unit } from '../workspace/unit';
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
  for (const rule of rulesFor(file.language, unit.model.kind)) {
    const context = ruleContext(file, rule, environment, keys, findings);
    try {
      rule.check(unit, context);
    } catch (error) {
      environment.onRuleError(rule, error);
    }
  }
  findings.sort((a, b) => a.span.start - b.span.start);
  unit.findings = findings;
  file.remember(unit, keys);
  return findings;
}

const byLanguage = new WeakMap<LanguageModule, Map<string | undefined, readonly Rule[]>>();

/** The rules that look at units of a kind, in the language's order. */
function rulesFor(language: LanguageModule, kind: string | undefined): readonly Rule[] {
  const byKind = getOrAdd(byLanguage, language, () => new Map<string | undefined, readonly Rule[]>());
  return getOrAdd(byKind, kind, () =>
    language.rules.filter(({ kinds }) => !kinds || (kind !== undefined && kinds.includes(kind))),
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

function ruleContext(
  file: SourceFile,
  rule: Rule,
  environment: LintEnvironment,
  keys: Set<string>,
  findings: Finding[],
): RuleContext {
  const everywhere = (find: (file: SourceFile) => readonly Placed[]): readonly Found[] => {
    const own = find(file);
    const others = environment.related(file);
    if (others.length === 0) return own;
    return [...own, ...others.flatMap((other) => find(other).map((placed) => ({ ...placed, uri: other.uri })))];
  };
  return {
    settings: environment.settings,
    lookup(namespace, name) {
      keys.add(entryKey(namespace, name));
      return everywhere(({ names }) => names.lookup(namespace, name));
    },
    declarations(namespace, name) {
      keys.add(entryKey(namespace, name));
      return everywhere(({ names }) => names.declarations(namespace, name));
    },
    has(namespace, name) {
      keys.add(presenceKey(entryKey(namespace, name)));
      return (
        file.names.has(namespace, name) || environment.related(file).some(({ names }) => names.has(namespace, name))
      );
    },
    nearby: nearbyOf(file, environment, keys),
    report(message, span, options) {
      findings.push(finding(rule, message, span, options ?? {}));
    },
  };
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
    declared: (namespace) => new Set(environment.nearby(file).flatMap(({ names }) => [...names.declared(namespace)])),
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
