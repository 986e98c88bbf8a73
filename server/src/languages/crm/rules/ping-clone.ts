import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { cloneRound, typeOf } from './shared-clones';
import { configurationOf } from './shared-drbd';

const watchers = /^(?:ping|pingd|ethmonitor|HealthCPU|HealthSMART|HealthIOWait|diskd|SysInfo)$/;

export const pingClone = defineRule<CrmModel>()({
  id: 'crm/ping-clone',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The agent measures the node that it runs on and writes down the result as an attribute of that node. As a single resource it measures one node only; rules for the others see no attribute. Clone it, so that every node has its own.',
    ja: 'このエージェントは自分の動くノードを測定し、そのノードの属性として記録する。単独のリソースでは 1 ノードしか測定されず、他のノードでは規則が参照する属性がない。全ノードで動くようクローンすること。',
  },
  messages: {
    single: {
      en: '“{name}” measures the node that it runs on only: clone it, so that every node is measured.',
      ja: '「{name}」は動いているノードしか測定しない。全ノードで動くようクローンすること。',
    },
  },
  examples: {
    bad: ['node a\nprimitive p ocf:pacemaker:ping params host_list=192.0.2.1\n'],
    good: [
      'node a\nprimitive p ocf:pacemaker:ping params host_list=192.0.2.1\nclone c p\n',
      'primitive p ocf:pacemaker:ping params host_list=192.0.2.1\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/rules.html',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !watchers.test(typeOf(statement)) || !isWholeCluster(context)) return;
    if (cloneRound(configurationOf(unit, context), name.text)) return;
    const at = unit.text.trimEnd().length;
    context.report('single', name.span, {
      args: { name: name.text },
      fixes: () => [
        {
          title: { en: `Add clone cl-${name.text}`, ja: `clone cl-${name.text} を追加` },
          safe: false,
          edits: [
            {
              span: { start: at, end: at },
              newText: `\nclone cl-${name.text} ${name.text} \\\n\tmeta interleave=true`,
            },
          ],
        },
      ],
    });
  },
});
