import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const leftoverConstraint = defineRule<CrmModel>()({
  id: 'crm/leftover-constraint',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['location'],
  docs: {
    en: 'This constraint was made for the moment: `crm resource move` and `ban` leave `cli-…` behind, and DRBD’s fence handler `drbd-fence-by-handler-…` while the peer is outdated. In a file it keeps the resource from nodes for good. Delete it (on the cluster: `crm resource clear`).',
    ja: 'この制約は一時的なものである。`crm resource move` や `ban` は `cli-…` を残し、DRBD のフェンスハンドラは対向が古い間 `drbd-fence-by-handler-…` を作る。ファイルに残すと、リソースがずっとそのノードに縛られる。削除すること（クラスタ上では `crm resource clear`）。',
  },
  messages: {
    moved: {
      en: 'Left over from “crm resource move” or “ban”: it binds {name} for good.',
      ja: '「crm resource move」または「ban」の残りで、{name} の配置をずっと縛る。',
    },
    fenced: {
      en: 'Left over from DRBD’s fence handler: it keeps {name} from being promoted.',
      ja: 'DRBD のフェンスハンドラの残りで、{name} の昇格を妨げる。',
    },
  },
  examples: {
    bad: [
      'location cli-prefer-web web inf: alpha\n',
      'location drbd-fence-by-handler-r0-ms_r0 ms_r0 rule $role=Master -inf: #uname ne alpha\n',
    ],
    good: ['location l-web web 100: alpha\n'],
  },
  source: 'pacemaker 2.1.5, tools/crm_resource_ban.c; drbd-utils 9.22, scripts/crm-fence-peer.9.sh',
  check(unit, { report }) {
    const { statement } = unit.model;
    const id = statement?.name;
    if (!id) return;
    const message = /^cli-(?:prefer|ban|standby)-/.test(id.text)
      ? 'moved'
      : /^drbd-fence-by-handler-/.test(id.text)
        ? 'fenced'
        : undefined;
    if (message === undefined) return;
    report(message, id.span, {
      args: { name: statement.members[0]?.name ?? '' },
      tags: ['unnecessary'],
      fixes: () => [
        {
          title: { en: 'Delete the constraint', ja: '制約を削除' },
          safe: false,
          edits: [{ span: { start: 0, end: unit.text.length }, newText: '' }],
        },
      ],
    });
  },
});
