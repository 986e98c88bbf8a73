import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Entry } from '../../../core/model/entries';
import type { Fix } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';
import { isTyped } from '../reader';

export const duplicateId = defineRule<CrmModel>()({
  id: 'crm/duplicate-id',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'Resources, constraints, templates, tags and roles share one space of names. crm refuses to load a file that declares a name twice. Rename one of the two.',
    ja: 'リソース、制約、テンプレート、タグ、ロールの名前は一つの名前空間を共有する。同じ名前を二度定義したファイルを crm は読み込まない。どちらかの名前を変えること。',
  },
  messages: {
    duplicate: { en: '{name} is declared already (as {kind}).', ja: '{name} は既に定義されている（{kind}）。' },
    first: { en: 'first declared here', ja: '最初の定義' },
  },
  examples: {
    bad: [
      'primitive a ocf:heartbeat:Dummy\nprimitive a ocf:heartbeat:Delay\n',
      'primitive a ocf:heartbeat:Dummy\norder a inf: b c\n',
      'primitive a ocf:heartbeat:Dummy\nproperty a: stonith-enabled=true\n',
    ],
    good: [
      'primitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\n',
      'node a\nprimitive a ocf:heartbeat:Dummy\n',
      'node 1: a\nnode 2: b\n',
    ],
  },
  check(unit, context) {
    for (const entry of unit.model.entries) {
      if (entry.namespace !== 'crm.id') continue;
      const first = context.lookup('crm.id', entry.name)[0];
      if (!first || (first.unit === unit && first.entry === entry)) continue;
      if (merges(entry, first.entry, context)) continue;
      context.report('duplicate', entry.span, {
        args: { name: entry.name.replace(/^node /, ''), kind: first.entry.value ?? '' },
        related: [{ found: first, message: 'first' }],
        fixes: () => nextFree(entry, context),
      });
    }
  },
});

/** Another name for the second; a node is no matter of its name, and a set of properties is known by it. */
function nextFree({ name, value, span }: Entry, context: RuleContext): Fix[] {
  if (value === undefined || value === 'node' || value === 'fencing_topology' || sets.has(value)) return [];
  const [, stem = name, digits = '1'] = /^(.*?)(\d{1,9})?$/.exec(name) ?? [];
  for (let next = Number(digits) + 1; next < Number(digits) + 1000; next++) {
    const free = `${stem}${next}`;
    if (context.has('crm.id', free)) continue;
    const title = { en: `Rename this one to ${free}`, ja: `こちらを ${free} に変更` };
    return [{ title, safe: false, edits: [{ span, newText: free }] }];
  }
  return [];
}

/** Sets of properties and defaults are another rule's; the interpreter merges two statements of one node. */
const merges = (entry: Entry, first: Entry, context: RuleContext): boolean =>
  (sets.has(entry.value ?? '') && sets.has(first.value ?? '')) || (entry.value === 'node' && isTyped(context));

const sets = new Set(['property', 'rsc_defaults', 'op_defaults']);
