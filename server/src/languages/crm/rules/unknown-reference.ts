import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import { resourcesNamed } from '../load';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Member, Statement } from '../statement';
import { namesAll } from '../whole';

const containers = new Set(['group', 'clone', 'ms', 'bundle']);
const constraints = new Set(['location', 'colocation', 'order', 'rsc_ticket', 'monitor']);

export const unknownReference = defineRule<CrmModel>()({
  id: 'crm/unknown-reference',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The name is declared nowhere in this configuration. crm refuses to load a constraint on a resource that neither the file nor the cluster has; a group or clone of it is refused at commit. Declare it, or correct the name. A file without resources of its own may speak of what the cluster has already, so nothing is said there.',
    ja: 'この名前は設定内のどこにも定義されていない。ファイルにもクラスタにもないリソースへの制約を crm は読み込まず、グループやクローンの場合は commit で拒否される。定義するか名前を直すこと。リソースを定義していないファイルは既存のクラスタへの追加とみなし、指摘しない。',
  },
  messages: {
    unknown: { en: 'No resource “{name}” is declared here.', ja: '「{name}」というリソースは定義されていない。' },
    template: { en: 'No template “{name}” is declared here.', ja: '「{name}」というテンプレートは定義されていない。' },
    tagged: { en: 'Nothing here has the id “{name}”.', ja: '「{name}」という id のものは定義されていない。' },
    role: { en: 'No role “{name}” is declared here.', ja: '「{name}」というロールは定義されていない。' },
    nearest: {
      en: 'No resource “{name}” is declared here. Did you mean “{other}”?',
      ja: '「{name}」というリソースは定義されていない。「{other}」の誤りでは？',
    },
  },
  examples: {
    bad: [
      'node n1\nprimitive a @web\n',
      'node n1\nprimitive a ocf:heartbeat:Dummy\ntag t a b\n',
      'node n1\nprimitive a ocf:heartbeat:Dummy\nacl_target tom operator\n',
      'node n1\nprimitive vip ocf:heartbeat:Dummy\nlocation l vpi 100: n1\n',
      'node n1\nprimitive a ocf:heartbeat:Dummy\ngroup g a b\n',
    ],
    good: [
      'primitive vip ocf:heartbeat:Dummy\nlocation l vip 100: n1\n',
      'location l vip 100: n1\n',
      'order o inf: a b\n',
    ],
  },
  check({ model }, context) {
    const { statement } = model;
    if (statement) checkOthers(statement, context);
    if (statement?.kind === 'tag') checkTag(statement, context);
    if (!statement || !(containers.has(statement.kind) || constraints.has(statement.kind)) || !namesAll(context))
      return;
    for (const { name, span } of statement.members) {
      if (isTemplated(name) || name === '' || declared(context, name)) continue;
      const other = nearest(name, similar(statement, context));
      context.report(other === undefined ? 'unknown' : 'nearest', span, {
        severity: severity(statement.kind, context.lookup('crm.id', name).length > 0),
        args: { name, other: other ?? '' },
        fixes: () => changeTo(span, other),
      });
    }
  },
});

/** crmsh takes a container of an unknown resource, which the schema refuses at commit; to a constraint any id is good. */
const severity = (kind: string, isOtherId: boolean): 'warning' | 'error' =>
  containers.has(kind) || (isOtherId && kind !== 'monitor') ? 'warning' : 'error';

const declared = (context: RuleContext, name: string): boolean =>
  context.declarations('crm.tag', name).length > 0 || resourcesNamed(name, context).length > 0;

/** Names of resources that could have been meant: those that differ in a letter or two; none that stands there already. */
function* similar({ name, members }: Statement, context: RuleContext): Generator<string> {
  const present = new Set([name?.text, ...members.map((member) => member.name)]);
  for (const id of context.declared('crm.resource')) if (!present.has(id)) yield id;
}

/** A tag takes any id, and nobody complains of one that is not there. */
function checkTag(statement: Statement, context: RuleContext): void {
  if (!namesAll(context)) return;
  for (const { name, span } of statement.members) {
    const isThere = ['crm.id', 'crm.node', 'crm.set-id'].some(
      (namespace) => context.lookup(namespace, name).length > 0,
    );
    if (isThere || isTemplated(name) || context.lookup('crm.id', `node ${name}`).length > 0) continue;
    const other = nearest(name, similar(statement, context));
    context.report(other === undefined ? 'tagged' : 'nearest', span, {
      severity: 'warning',
      args: { name, other: other ?? '' },
      fixes: () => changeTo(span, other),
    });
  }
}

/** The template of a primitive and the roles of a user: the schema refuses the commit without them. */
function checkOthers({ kind, template, members }: Statement, context: RuleContext): void {
  const roles = kind === 'acl_target' || kind === 'acl_group' ? members : [];
  if ((!template && roles.length === 0) || !namesAll(context)) return;
  const report = (message: string, namespace: string, { name, span }: Member): void => {
    if (isTemplated(name) || context.declarations(namespace, name).length > 0) return;
    context.report(message, span, { severity: 'warning', args: { name } });
  };
  if (template) report('template', 'crm.template', template);
  for (const role of roles) report('role', 'crm.role', role);
}
