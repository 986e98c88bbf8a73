import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { attributesOf, type CrmModel } from '../model';
import type { Statement } from '../statement';
import { isWholeCluster } from '../whole';
import { cloneRound, isPromotable, writtenIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

const bare = (value: string | undefined): string => (value ?? '').replace(/["']/g, '');

export const agentMode = defineRule<CrmModel>()({
  id: 'crm/agent-mode',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'Some parameters change what an agent needs around it. pgsql with rep_mode replicates, so it belongs into a promotable clone, and node_list names its nodes. LVM-activate with system_id or tagging gives a volume group to one node, so it must not be cloned; with activation_mode=shared it has to be.',
    ja: 'エージェントによっては、パラメータにより必要な構成が変わる。pgsql は rep_mode を指定するとレプリケーションを行うため promotable クローンに入れ、node_list に対象ノードを書く。LVM-activate の system_id と tagging はボリュームグループを 1 ノードに割り当てるためクローンにできず、activation_mode=shared ではクローンが必要である。',
  },
  messages: {
    promotable: {
      en: 'pgsql with rep_mode={mode} has to be in a promotable clone.',
      ja: 'rep_mode={mode} の pgsql は promotable クローンに入れる必要がある。',
    },
    nodes: {
      en: 'pgsql with rep_mode={mode} needs node_list.',
      ja: 'rep_mode={mode} の pgsql には node_list が必要である。',
    },
    exclusive: {
      en: 'vg_access_mode={mode} gives the group to one node: it must not be cloned.',
      ja: 'vg_access_mode={mode} は 1 ノードに割り当てるため、クローンにできない。',
    },
    shared: {
      en: 'activation_mode=shared is for all nodes: it has to be in a clone.',
      ja: 'activation_mode=shared は全ノード用であり、クローンにする必要がある。',
    },
  },
  examples: {
    bad: [
      'node a\nprimitive pg pgsql params rep_mode=sync node_list="a b" master_ip=192.0.2.9\n',
      'primitive lv LVM-activate params vgname=vg1 vg_access_mode=system_id\nclone c lv\n',
      'node a\nprimitive lv LVM-activate params vgname=vg1 vg_access_mode=lvmlockd activation_mode=shared\n',
    ],
    good: [
      'node a\nprimitive pg pgsql params rep_mode=sync node_list="a b" master_ip=192.0.2.9\nms m pg\n',
      'primitive lv LVM-activate params vgname=vg1 vg_access_mode=system_id\n',
      'primitive pg pgsql params pgdata=/srv/pg\n',
    ],
  },
  source: 'resource-agents 4.12, ocf:heartbeat:pgsql and ocf:heartbeat:LVM-activate, validate-all',
  check(unit, context) {
    const { statement, agent } = unit.model;
    if (!statement?.name) return;
    if (agent?.row.id === 'ocf:heartbeat:pgsql') checkPgsql(unit, statement, context);
    if (agent?.row.id === 'ocf:heartbeat:LVM-activate') checkLvm(unit, statement, context);
  },
});

const parameter = (statement: Statement, wanted: string) =>
  attributesOf(statement, 'params').find(({ name }) => name === wanted);

function checkPgsql(unit: Unit<CrmModel>, statement: Statement, context: RuleContext): void {
  const said = parameter(statement, 'rep_mode');
  const mode = bare(said?.value);
  if (!said || !/^(?:async|sync|slave)$/.test(mode)) return;
  const clone = cloneRound(configurationOf(unit, context), statement.name?.text ?? '');
  const at = said.valueSpan ?? said.nameSpan;
  if (mode !== 'slave' && (clone ? !isPromotable(clone.statement) : isWholeCluster(context)))
    context.report('promotable', at, { args: { mode } });
  if (mode !== 'slave' && bare(writtenIn(statement, 'params', 'node_list')) === '')
    context.report('nodes', at, { args: { mode } });
}

function checkLvm(unit: Unit<CrmModel>, statement: Statement, context: RuleContext): void {
  const access = parameter(statement, 'vg_access_mode');
  const mode = bare(access?.value);
  const clone = cloneRound(configurationOf(unit, context), statement.name?.text ?? '');
  if (access && clone && /^(?:system_id|tagging)$/.test(mode))
    context.report('exclusive', access.valueSpan ?? access.nameSpan, { args: { mode } });
  const activation = parameter(statement, 'activation_mode');
  if (activation && bare(activation.value) === 'shared' && !clone && isWholeCluster(context))
    context.report('shared', activation.valueSpan ?? activation.nameSpan);
}
