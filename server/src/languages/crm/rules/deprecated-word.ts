import type { Fact } from '../../../core/facts/types';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import type { CrmFacts } from '../facts';
import { attributesOf, type CrmModel } from '../model';
import type { SlotKind } from '../slot-kinds';
import { factsFor } from '../slots';
import type { Statement } from '../statement';
import { addMeta } from './shared-clones';

/** Slots whose fact is about the word that stands there. */
const ownFact: ReadonlySet<SlotKind['kind']> = new Set(['statement', 'words', 'attribute-name', 'agent']);

export const deprecatedWord = defineRule<CrmModel>()({
  id: 'crm/deprecated-word',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'The word still works, but a newer one has taken its place, and a later release may drop it. Use the newer word once all nodes run a release that knows it. With a target set that is older than the change, nothing is said.',
    ja: 'この語はまだ使えるが、新しい語に置き換えられており、今後の版で廃止されることがある。全ノードが新しい語に対応したら置き換えること。変更より古い版を対象に設定した場合は指摘しない。',
  },
  messages: {
    replaced: { en: '{word} is deprecated: use {other}.', ja: '{word} は非推奨。代わりに {other} を使う。' },
    gone: { en: '{word} is deprecated.', ja: '{word} は非推奨。' },
  },
  examples: {
    bad: [
      'primitive s ocf:pacemaker:Stateful\nms m s meta master-max=1',
      'primitive a Dummy\nprimitive b Dummy\ncollocation c inf: a b',
    ],
    good: ['primitive s ocf:pacemaker:Stateful\nclone m s meta promotable=true promoted-max=1'],
  },
  check(unit, context) {
    const { text } = unit;
    const { parsed, facts, statement } = unit.model;
    const seen = new Set<number>();
    for (const { span, slot } of parsed.slots) {
      if (!ownFact.has(slot.kind) || seen.has(span.start)) continue;
      const word = text.slice(span.start, span.end);
      const fact = factsFor(slot, word, facts)[0];
      if (!fact?.deprecated || isNews(fact, context.settings.target['pacemaker'])) continue;
      seen.add(span.start);
      const other = fact.deprecated.replacedBy;
      context.report(other === undefined ? 'gone' : 'replaced', span, {
        args: { word, other: other ?? '' },
        tags: ['deprecated'],
        fixes: () => {
          if (statement?.kind === 'ms' && span.start === statement.keyword.start) return [toClone(unit, statement)];
          return isReplaceable(fact, statement, facts) ? changeTo(span, other) : [];
        },
      });
    }
  },
});

/** `ms` is a clone that is promotable. */
function toClone(unit: Unit<CrmModel>, { keyword, sets }: Statement): Fix {
  const said = sets.some(
    ({ kind, attributes }) => kind === 'meta' && attributes.some(({ name }) => name === 'promotable'),
  );
  const edits = [{ span: { start: keyword.start, end: keyword.end }, newText: 'clone' }];
  return {
    title: { en: 'Change to clone … meta promotable=true', ja: 'clone … meta promotable=true に変更' },
    safe: false,
    edits: said ? edits : [...edits, ...addMeta(unit, 'promotable', 'true').edits],
  };
}

/** Names of attributes and roles that are the same thing under another name. */
const renamed = /^(?:role|node-type|bundle-.*|meta)$/;

/** Whether the newer word can just take the place: for an agent, if it has all the parameters that are given. */
function isReplaceable(
  { category, name, deprecated }: Fact,
  statement: Statement | undefined,
  facts: CrmFacts,
): boolean {
  const other = deprecated?.replacedBy;
  if (renamed.test(category))
    return (
      other !== undefined &&
      // It counted the other way round.
      name !== 'resource-failure-stickiness' &&
      !statement?.sets.some(({ attributes }) => attributes.some((one) => one.name === other))
    );
  if (category === 'keyword') return !other?.includes(' ');
  const agent = category === 'agent' ? facts.agent(other) : undefined;
  return (
    agent !== undefined &&
    statement !== undefined &&
    !attributesOf(statement, 'params').some(({ name }) => !agent.parameters.has(name))
  );
}

/** Whether a target is older than the release that deprecated a word. */
function isNews({ deprecated }: Fact, target: string | undefined): boolean {
  const since = deprecated?.since;
  if (since === undefined || target === undefined || target === 'auto') return false;
  const [a, b] = [target, since].map((version) => version.split('.').map(Number));
  for (let i = 0; i < 3; i++) {
    const difference = (a?.[i] ?? 0) - (b?.[i] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
