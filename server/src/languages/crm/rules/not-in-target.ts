import { compareVersions } from '../../../base/versions';
import type { Fact } from '../../../core/facts/types';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import type { SlotKind } from '../slot-kinds';
import { factsFor } from '../slots';

/** Slots whose fact is about the word that stands there. */
const ownFact: ReadonlySet<SlotKind['kind']> = new Set(['statement', 'words', 'attribute-name', 'agent']);

/** The upstreams that a target can be set for, as people call them. */
const upstreams = { pacemaker: 'Pacemaker', crmsh: 'crmsh' } as const;

export const notInTarget = defineRule<CrmModel>()({
  id: 'crm/not-in-target',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'The versions that the files are for are set (linuxHa.target, .linux-ha.json, --target-…), and this word came later, or had gone by then. An older crm refuses it, or takes it and Pacemaker does not know it.',
    ja: '対象バージョンが設定されており（linuxHa.target、.linux-ha.json、--target-…）、この語はそれより後に追加された、またはそれ以前に廃止されている。古い crm は拒否するか、受け付けても Pacemaker が認識しない。',
  },
  messages: {
    later: {
      en: '{word} came with {upstream} {version}; the target is {target}.',
      ja: '{word} は {upstream} {version} で追加された（対象は {target}）。',
    },
    gone: {
      en: '{word} is gone since {upstream} {version}; the target is {target}.',
      ja: '{word} は {upstream} {version} で廃止された（対象は {target}）。',
    },
  },
  examples: {
    target: { pacemaker: '2.1.5', crmsh: '4.4' },
    bad: ['property fencing-enabled=false\n', 'bundle b podman image=x\n'],
    good: ['property stonith-enabled=false\n', 'bundle b docker image=x\n'],
  },
  source: 'pacemaker and crmsh change logs, by the since and until of each word',
  check({ text, model: { parsed, facts } }, context) {
    const { target } = context.settings;
    if (target['pacemaker'] === undefined && target['crmsh'] === undefined) return;
    const seen = new Set<number>();
    for (const { span, slot } of parsed.slots) {
      if (!ownFact.has(slot.kind) || seen.has(span.start)) continue;
      const word = text.slice(span.start, span.end);
      const fact = factsFor(slot, word, facts)[0];
      if (!fact) continue;
      seen.add(span.start);
      for (const key of ['pacemaker', 'crmsh'] as const) if (judge(fact, word, span, key, context)) break;
    }
  },
});

function judge(
  { since, until, deprecated }: Fact,
  word: string,
  span: { start: number; end: number },
  key: keyof typeof upstreams,
  { settings, report }: RuleContext,
): boolean {
  const target = settings.target[key];
  if (target === undefined) return false;
  const args = { word, upstream: upstreams[key], target };
  const came = since?.[key];
  if (came !== undefined && compareVersions(target, came) < 0) {
    // What crm does not know it refuses; Pacemaker takes what it does not know, and ignores it.
    report('later', span, { args: { ...args, version: came }, ...(key === 'crmsh' && { severity: 'error' as const }) });
    return true;
  }
  const went = until?.[key];
  if (went === undefined || compareVersions(target, went) < 0) return false;
  const other = deprecated?.replacedBy;
  report('gone', span, {
    args: { ...args, version: went },
    tags: ['deprecated'],
    fixes: () => (other === undefined || /\s/.test(other) ? [] : changeTo(span, other)),
  });
  return true;
}
