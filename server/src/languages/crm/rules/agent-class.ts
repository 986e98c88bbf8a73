import { changeTo } from '../../../core/lint/fixes';
import { defineRule } from '../../../core/lint/rule';
import type { Severity } from '../../../core/workspace/unit';
import type { CrmModel } from '../model';

export const agentClass = defineRule<CrmModel>()({
  id: 'crm/agent-class',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'Classes of agents come and go. heartbeat: (scripts of Heartbeat 1) is in no Pacemaker since 2.0: such a resource never runs; most scripts live on as ocf:heartbeat: agents. upstart: and nagios: are gone in Pacemaker 3.0. lsb: and service: still work where the system has init scripts, which fewer systems do; systemd: or an OCF agent takes their place. With a target (linuxHa.target.pacemaker) what it no longer has is a warning.',
    ja: 'エージェントのクラスには廃止されたものがある。heartbeat:（Heartbeat 1 のスクリプト）は Pacemaker 2.0 以降では動作せず、多くは ocf:heartbeat: のエージェントになっている。upstart: と nagios: は Pacemaker 3.0 で廃止された。lsb: と service: は init スクリプトのある環境では動くが、そのような環境は減っており、systemd: か OCF エージェントに置き換えることが望ましい。対象の版（linuxHa.target.pacemaker）を設定すると、その版で廃止されたものは警告になる。',
  },
  messages: {
    gone: {
      en: 'Pacemaker has no class {name}: any more: this resource cannot run.',
      ja: 'クラス {name}: は Pacemaker から廃止されており、このリソースは動作しない。',
    },
    going: {
      en: 'Pacemaker 3.0 has no class {name}: any more.',
      ja: 'クラス {name}: は Pacemaker 3.0 で廃止された。',
    },
    script: {
      en: '{name}: runs an init script: a systemd unit or an OCF agent can be watched better.',
      ja: '{name}: は init スクリプトを使う。systemd ユニットか OCF エージェントの方が確実に監視できる。',
    },
  },
  examples: {
    bad: [
      'primitive a heartbeat:IPaddr2 params ip=192.0.2.1',
      'primitive a upstart:web op monitor interval=10s',
      'primitive a lsb:apache2 op monitor interval=10s',
    ],
    good: ['primitive a systemd:nginx op monitor interval=10s', 'primitive a ocf:heartbeat:Dummy'],
  },
  source: 'Pacemaker Explained, resource classes; pacemaker 2.0.0 and 3.0.0, ChangeLog',
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement, facts } }, context) {
    const word = statement?.agent;
    const [name = '', type = ''] = word?.value.split(':') ?? [];
    const message = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (!word || message === undefined || type === '' || word.value.split(':').length > 2) return;
    const isGone = Number.parseInt(context.settings.target['pacemaker'] ?? '', 10) >= 3;
    const severity: Severity = message === 'gone' || (message === 'going' && isGone) ? 'warning' : 'hint';
    const other = name === 'heartbeat' ? `ocf:heartbeat:${type}` : `systemd:${type}`;
    context.report(message, word, {
      severity,
      args: { name },
      ...(message !== 'script' && { tags: ['deprecated'] }),
      fixes: () => (name === 'nagios' || (name === 'heartbeat' && !facts.agent(other)) ? [] : changeTo(word, other)),
    });
  },
});

const classes: Readonly<Record<string, 'gone' | 'going' | 'script'>> = {
  heartbeat: 'gone',
  upstart: 'going',
  nagios: 'going',
  lsb: 'script',
  service: 'script',
};
