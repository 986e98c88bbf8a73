import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { drbdResourceOf } from './shared-drbd';

export const drbdResourceTwice = defineRule<CrmModel>()({
  id: 'crm/drbd-resource-twice',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'Two primitives manage the same DRBD resource: each promotes, demotes and stops it without knowing of the other, and each sees a state that it did not cause. One DRBD resource is one primitive, in one promotable clone.',
    ja: '2 つの primitive が同じ DRBD リソースを管理している。互いを知らずに昇格・降格・停止を行い、相手が変えた状態を異常とみなす。DRBD リソース 1 つに primitive 1 つ、プロモータブルクローン 1 つとすること。',
  },
  messages: {
    twice: {
      en: 'The DRBD resource “{name}” is already managed.',
      ja: 'DRBD リソース「{name}」はすでに管理されている。',
    },
    other: { en: 'It is managed here.', ja: 'ここで管理されている。' },
  },
  examples: {
    bad: ['primitive a ocf:linbit:drbd params drbd_resource=r0\nprimitive b ocf:linbit:drbd params drbd_resource=r0\n'],
    good: [
      'primitive a ocf:linbit:drbd params drbd_resource=r0\nprimitive b ocf:linbit:drbd params drbd_resource=r1\n',
    ],
  },
  source: 'https://linbit.com/drbd-user-guide/drbd-guide-9_0-en/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    const resource = drbdResourceOf(unit.model.statement);
    const [first] = resource ? context.lookup('drbd.resource', resource.name) : [];
    if (!resource || !first || first.unit === unit || first.uri !== undefined) return;
    context.report('twice', resource.span, {
      args: { name: resource.name },
      related: [{ found: first, message: 'other' }],
    });
  },
});
