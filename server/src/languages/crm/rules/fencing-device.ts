import { own } from '../../../base/maps';
import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { cloneRound } from './shared-clones';
import { configurationOf } from './shared-drbd';

const forTests = /^stonith:(?:external\/)?(?:ssh|null|dummy|suicide|meatware|fence_dummy|fence_ack_manual)$/;

/** Plugins of the time before fence agents, and what took their place. */
const successors: Readonly<Record<string, string>> = {
  'external/ipmi': 'fence_ipmilan',
  'external/sbd': 'fence_sbd',
  'external/vcenter': 'fence_vmware_rest',
  'external/libvirt': 'fence_virsh',
  'external/ec2': 'fence_aws',
  'external/rackpdu': 'fence_apc_snmp',
  'external/drac5': 'fence_drac5',
  'external/riloe': 'fence_ilo',
  ibmhmc: 'fence_lpar',
  apcmastersnmp: 'fence_apc_snmp',
};

export const fencingDevice = defineRule<CrmModel>()({
  id: 'crm/fencing-device',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'What does not fence: a plugin for tests needs the lost node’s help to switch it off; a parameter `action` stands over what the cluster asks for, so the node is not switched off when it has to be. What is out of date: plugins before fence agents, and clones of devices, which every node can use anyway.',
    ja: 'フェンシングにならないもの: 試験用プラグインは、失ったノード自身の協力がないと停止できない。パラメータ `action` はクラスタの要求より優先され、必要なときに停止できない。古いもの: フェンスエージェント以前のプラグイン、およびデバイスのクローン（デバイスはどのノードからも使える）。',
  },
  messages: {
    test: {
      en: '{type} is for tests: it cannot fence a node that hangs.',
      ja: '{type} は試験用で、停止したノードをフェンシングできない。',
    },
    old: { en: '{type} is superseded by {other}.', ja: '{type} は {other} に置き換えられている。' },
    action: {
      en: 'action= stands over what the cluster asks for: use stonith-action, or pcmk_reboot_action={value} for this device.',
      ja: 'action= はクラスタの要求より優先される。stonith-action、またはこのデバイスだけなら pcmk_reboot_action={value} を使うこと。',
    },
    cloned: {
      en: 'A fencing device needs no clone: every node can use it.',
      ja: 'フェンシングデバイスにクローンは不要である（どのノードからも使える）。',
    },
  },
  examples: {
    bad: [
      'primitive st stonith:external/ssh params hostlist="a b"\n',
      'primitive st stonith:fence_ipmilan params ip=10.0.0.1 action=off pcmk_host_list=a\n',
      'primitive st stonith:external/sbd\n',
      'primitive st stonith:fence_sbd params devices=/dev/x\nclone c st\n',
    ],
    good: ['primitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_reboot_action=off pcmk_host_list=a\n'],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/fencing.html',
  check(unit, context) {
    const { statement } = unit.model;
    const type = statement?.agent;
    if (!statement?.name || !type?.value.startsWith('stonith:')) return;
    const plugin = type.value.slice('stonith:'.length);
    if (forTests.test(type.value)) context.report('test', type, { args: { type: type.value } });
    else if (Object.hasOwn(successors, plugin))
      context.report('old', type, {
        args: { type: type.value, other: own(successors, plugin) ?? '' },
        severity: 'information',
        tags: ['deprecated'],
      });
    for (const { name, nameSpan, value = '' } of attributesOf(statement, 'params')) {
      if (!plugin.startsWith('fence_') || (name !== 'action' && name !== 'option') || value === 'metadata') continue;
      context.report('action', nameSpan, {
        args: { value },
        fixes: () => [
          {
            title: { en: 'Write pcmk_reboot_action', ja: 'pcmk_reboot_action と書く' },
            safe: false,
            edits: [{ span: nameSpan, newText: 'pcmk_reboot_action' }],
          },
        ],
      });
    }
    if (cloneRound(configurationOf(unit, context), statement.name.text))
      context.report('cloned', statement.name.span, { severity: 'information' });
  },
});
