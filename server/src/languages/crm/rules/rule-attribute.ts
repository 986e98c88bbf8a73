import { nearest } from '../../../base/suggest';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import type { Rule } from '../statement';
import { isWholeCluster } from '../whole';

/** Attributes that agents and tools write by themselves, beside those that are set in the file. */
const written =
  /^(?:#|(?:master|promoted|promotion|fail-count|last-failure|probe_complete|hana_|lpa_|standby|maintenance|shutdown|terminate|ha_|node_|cpu|ram|arch|os|free|root_free|health|remote-)|.*-(?:status|data-status|baseline|xlog-loc|replaylag))/i;

export const ruleAttribute = defineRule<CrmModel>()({
  id: 'crm/rule-attribute',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['location'],
  docs: {
    en: 'A rule asks for an attribute that nothing in this cluster sets: no node has it, and no ping or ethmonitor writes it under that name. And a comparison such as `pingd lt 1` does not hold where the attribute is missing, as it is until the first ping: write `not_defined pingd or pingd lt 1`.',
    ja: '規則が参照する属性を設定するものがない（ノードの属性にも、ping や ethmonitor の name にもない）。また `pingd lt 1` のような比較は、最初の ping までのように属性がない間は成立しない。`not_defined pingd or pingd lt 1` と書くこと。',
  },
  messages: {
    unknown: {
      en: 'Nothing sets the attribute “{name}”; what measures here writes {others}.',
      ja: '属性「{name}」を設定するものがない（ここで記録されるのは {others}）。',
    },
    defined: {
      en: 'Where “{name}” is missing the rule does not hold: begin with “not_defined {name} or”.',
      ja: '「{name}」がないときこの規則は成立しない。先頭に「not_defined {name} or」を付けること。',
    },
  },
  examples: {
    bad: [
      'node a\nprimitive p ocf:pacemaker:ping params host_list=192.0.2.1 name=net\nclone c p\nprimitive d Dummy\nlocation l d rule -inf: not_defined pingd or pingd number:lte 0\n',
      'primitive p ocf:pacemaker:ping params host_list=192.0.2.1\nclone c p\nprimitive d Dummy\nlocation l d rule -inf: pingd lt 1\n',
    ],
    good: [
      'node a\nprimitive p ocf:pacemaker:ping params host_list=192.0.2.1 name=net\nclone c p\nprimitive d Dummy\nlocation l d rule -inf: not_defined net or net number:lte 0\n',
      'node a attributes site=x\nprimitive d Dummy\nlocation l d rule 100: site eq x\n',
      'primitive d Dummy\nlocation l d rule -inf: not_defined pingd or pingd lte 0\n',
    ],
  },
  source:
    'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/rules.html; pacemaker 2.1.5, lib/pengine/rules.c',
  check(unit, context) {
    const { statement } = unit.model;
    for (const rule of statement?.rules ?? []) {
      const measured = new Set(context.lookup('crm.measures', '*').map(({ entry }) => entry.value ?? ''));
      for (const name of attributesIn(rule)) {
        const span = wordSpan(unit, name);
        if (!span) continue;
        if (measured.size > 0 && !isKnown(name, measured, context)) {
          const other = nearest(name, measured) ?? (measured.size === 1 ? [...measured][0] : undefined);
          context.report('unknown', span, {
            args: { name, others: [...measured].join(', ') },
            fixes: () => (other === undefined ? [] : [rename(unit, name, other)]),
          });
        } else if (measured.has(name) && missesDefined(rule, name))
          context.report('defined', span, {
            args: { name },
            fixes: () => [
              {
                title: { en: `Insert “not_defined ${name} or”`, ja: `「not_defined ${name} or」を挿入` },
                safe: false,
                edits: [{ span: { start: span.start, end: span.start }, newText: `not_defined ${name} or ` }],
              },
            ],
          });
      }
    }
  },
});

const attributesIn = (rule: Rule): string[] => [
  ...new Set(rule.expressions.flatMap((expression) => ('attribute' in expression ? [expression.attribute] : []))),
];

const isKnown = (name: string, measured: ReadonlySet<string>, context: RuleContext): boolean =>
  measured.has(name) || written.test(name) || !isWholeCluster(context) || context.has('crm.node-attribute', name);

/** A ban for a low value that says nothing of a missing one. */
function missesDefined({ expressions, score }: Rule, name: string): boolean {
  const low = expressions.some(
    (expression) =>
      expression.kind === 'comparison' && expression.attribute === name && /^lte?$/.test(expression.operator),
  );
  const says = expressions.some((expression) => expression.kind === 'unary' && expression.attribute === name);
  return low && !says && expressions.length === 1 && (score === undefined || /^-/.test(score));
}

/** A rule names its attribute more than once: all of them are changed. */
const rename = ({ model }: { readonly model: CrmModel }, name: string, other: string): Fix => ({
  title: { en: `Change to ${other}`, ja: `${other} に変更` },
  safe: false,
  edits: model.parsed.words
    .filter(({ value }, i) => i > 2 && value === name)
    .map(({ start, end }) => ({ span: { start, end }, newText: other })),
});

/** Where an attribute stands: the first word of the statement that is it. */
function wordSpan({ model }: { readonly model: CrmModel }, name: string): { start: number; end: number } | undefined {
  const word = model.parsed.words.find(({ value }, i) => i > 2 && value === name);
  return word && { start: word.start, end: word.end };
}
