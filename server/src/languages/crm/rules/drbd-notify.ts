import { defineRule } from '../../../core/lint/rule';
import { effectiveMeta } from '../effective/attributes';
import type { CrmModel } from '../model';
import { addMeta, isPromotable, isTrue, writtenIn } from './shared-clones';
import { clonedResource, configurationOf } from './shared-drbd';

export const drbdNotify = defineRule<CrmModel>()({
  id: 'crm/drbd-notify',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['clone', 'ms'],
  docs: {
    en: 'DRBD’s agent learns from notifications that its peer was stopped or promoted, and sets its preference for promotion by that. Without `notify=true` it logs an error at each start, and a failover can come late or not at all.',
    ja: 'DRBD のエージェントは、対向の停止や昇格を notify で知り、昇格の優先度を決める。`notify=true` がないと起動のたびにエラーを記録し、フェイルオーバが遅れる、または行われないことがある。',
  },
  messages: {
    missing: { en: 'A clone of DRBD needs notify=true.', ja: 'DRBD のクローンには notify=true が必要である。' },
  },
  examples: {
    bad: ['primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d meta clone-max=2\n'],
    good: ['primitive d ocf:linbit:drbd params drbd_resource=r0\nms m d meta clone-max=2 notify=true\n'],
  },
  source: 'drbd-utils 9.22, ocf:linbit:drbd, drbd_validate_all: "meta parameter misconfigured"',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !isPromotable(statement) || isTrue(writtenIn(statement, 'meta', 'notify'))) return;
    if (statement.sets.some(({ id }) => id?.kind === 'id-ref') || clonedResource(unit, context) === undefined) return;
    const child = statement.members[0]?.name ?? '';
    const inherited = effectiveMeta(configurationOf(unit, context), child).find((meta) => meta.name === 'notify');
    if (isTrue(inherited?.value) && writtenIn(statement, 'meta', 'notify') === undefined) return;
    const said = statement.sets
      .flatMap(({ attributes }) => attributes)
      .find((attribute) => attribute.name === 'notify');
    context.report('missing', said?.valueSpan ?? name.span, {
      fixes: () =>
        said?.valueSpan
          ? [
              {
                title: { en: 'Set notify=true', ja: 'notify=true に変更' },
                safe: false,
                edits: [{ span: said.valueSpan, newText: 'true' }],
              },
            ]
          : [addMeta(unit, 'notify', 'true')],
    });
  },
});
