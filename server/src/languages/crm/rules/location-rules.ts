import { compareVersions } from '../../../base/versions';
import { defineRule } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';

export const locationRules = defineRule<CrmModel>()({
  id: 'crm/location-rules',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['location'],
  docs: {
    en: 'A location with several rules is deprecated since Pacemaker 2.1.8, and Pacemaker 3 takes one rule only. Write a location for each rule: they are added up in the same way.',
    ja: '複数の規則を持つ location は Pacemaker 2.1.8 で非推奨となり、Pacemaker 3 では規則は 1 つだけである。規則ごとに location を書くこと（スコアは同じように合算される）。',
  },
  messages: {
    several: {
      en: 'Pacemaker 3 takes one rule in a location: split it.',
      ja: 'Pacemaker 3 では location の規則は 1 つだけである。分割すること。',
    },
  },
  examples: {
    bad: ['primitive d Dummy\nlocation l d rule 200: #uname eq alice rule 100: #uname eq bob\n'],
    good: ['primitive d Dummy\nlocation l-1 d rule 200: #uname eq alice\nlocation l-2 d rule 100: #uname eq bob\n'],
  },
  source: 'pacemaker 3.0.0, change log; 2.1.8, lib/pengine/rules.c',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.name || statement.rules.length < 2) return;
    const target = context.settings.target['pacemaker'];
    if (target !== undefined && compareVersions(target, '2.1.8') < 0) return;
    const second = statement.rules[1]?.head;
    if (!second) return;
    context.report(
      'several',
      { start: second.start, end: second.end },
      {
        ...(target !== undefined && { severity: compareVersions(target, '3') < 0 ? 'information' : 'warning' }),
        tags: ['deprecated'],
        fixes: () => split(unit),
      },
    );
  },
});

/** A statement for each rule, with numbers behind the name; none where a rule has an id of its own. */
export function split(unit: Unit<CrmModel>): Fix[] {
  const { statement, parsed } = unit.model;
  const name = statement?.name;
  const heads = statement?.rules.map(({ head }) => head) ?? [];
  const [first] = heads;
  if (!statement || !name || !first || statement.rules.some(({ id }) => id)) return [];
  const { text } = unit;
  const before = text.slice(name.span.end, first.start);
  const end = parsed.words.at(-1)?.end ?? text.trimEnd().length;
  const written = heads.map((head, i) => {
    const rule = text.slice(head.start, heads[i + 1]?.start ?? end).replace(/[\s\\]+$/, '');
    return `${text.slice(statement.keyword.start, name.span.start)}${name.text}-${i + 1}${before}${rule}`;
  });
  return [
    {
      title: { en: 'Split into a location for each rule', ja: '規則ごとの location に分割' },
      safe: false,
      edits: [{ span: { start: statement.keyword.start, end }, newText: written.join('\n') }],
    },
  ];
}
