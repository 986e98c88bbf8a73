import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import { namesAll } from '../whole';

export const topologyDevice = defineRule<CrmModel>()({
  id: 'crm/topology-device',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'A level of a fencing topology names fence devices, and this is none: nothing of the name is declared, or it is a resource of another kind. crm takes it, and crm verify warns; when the node has to be fenced, the level fails. Name a stonith: primitive.',
    ja: 'フェンシングトポロジーの各段にはフェンスデバイスを書くが、これは定義されていないか、別の種類のリソースである。crm は受け取り、crm verify が警告するだけだが、実際にフェンシングが必要になったとき、その段は失敗する。stonith: の primitive を書くこと。',
  },
  messages: {
    unknown: {
      en: 'No fence device “{name}” is declared here.',
      ja: '「{name}」というフェンスデバイスは定義されていない。',
    },
    other: { en: '{name} is no fence device.', ja: '{name} はフェンスデバイスではない。' },
    declared: { en: 'declared here', ja: '定義' },
  },
  examples: {
    bad: [
      'node n1\nprimitive a ocf:heartbeat:Dummy\nfencing_topology n1: a\n',
      'node n1\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9\nfencing_topology n1: g\n',
    ],
    good: [
      'node n1\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9\nfencing_topology n1: f\n',
      'node n1\nrsc_template t stonith:fence_ipmilan\nprimitive f @t params ip=192.0.2.9\nfencing_topology n1: f\n',
      'fencing_topology n1: f\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, CibFencingOrder.check_sanity',
  kinds: ['fencing_topology'],
  check({ model: { statement } }, context) {
    for (const { name, span } of statement?.members ?? []) {
      if (isTemplated(name)) continue;
      const declared = context.declarations('crm.resource', name)[0];
      const other = nearest(name, devicesOf(context));
      const fixes = () => changeTo(span, other);
      if (declared && !isDevice(declared.unit.model as CrmModel, context))
        context.report('other', span, { args: { name }, related: [{ found: declared, message: 'declared' }], fixes });
      else if (!declared && namesAll(context)) context.report('unknown', span, { args: { name }, fixes });
    }
  },
});

/** A primitive whose type, or its template's type, is one of a fence device; what cannot be told counts as one. */
function isDevice({ statement }: CrmModel, { declarations }: RuleContext): boolean {
  const template = statement?.template && declarations('crm.template', statement.template.name)[0];
  const agent = (template ? (template.unit.model as CrmModel).statement : statement)?.agent?.value;
  return agent === undefined
    ? statement?.kind === 'primitive'
    : /^(?:stonith:|fence_)/.test(agent) || isTemplated(agent);
}

/** Primitives that are marked as devices, or may be by their templates. */
function* devicesOf({ lookup }: RuleContext): Generator<string> {
  for (const { unit } of lookup('crm.fencing', 'device')) {
    const id = unit.entries.find(({ namespace, role }) => namespace === 'crm.resource' && role === 'declaration')?.name;
    if (id !== undefined) yield id;
  }
}
