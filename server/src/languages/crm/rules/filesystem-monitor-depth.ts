import { defineRule } from '../../../core/lint/rule';
import { advisedAction } from '../advised';
import { insert } from '../edits';
import { attributesOf, type CrmModel } from '../model';
import type { Operation } from '../statement';
import { seconds } from '../values';

export const filesystemMonitorDepth = defineRule<CrmModel>()({
  id: 'crm/filesystem-monitor-depth',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'The monitor of Filesystem only looks whether the file system is mounted. A disk that answers no more stays mounted and counts as healthy. A second monitor with OCF_CHECK_LEVEL=10 reads from the device, and one with 20 writes a file; both cost some load. File systems of the network, and those mounted read-only, are left out.',
    ja: 'Filesystem の monitor はマウントされているかどうかを見るだけである。応答しなくなったディスクもマウントされたままなので正常とみなされる。OCF_CHECK_LEVEL=10 の monitor を加えるとデバイスから読み込み、20 ではファイルに書き込んで確認する（いずれも多少の負荷がある）。ネットワークファイルシステムと読み取り専用のマウントは対象外とする。',
  },
  messages: {
    shallow: {
      en: 'This monitor sees a dead disk as mounted: a second one with OCF_CHECK_LEVEL=20 would write to it.',
      ja: 'この monitor では、応答しないディスクもマウント済みとみなされる。OCF_CHECK_LEVEL=20 の monitor を加えると書き込みで確認できる。',
    },
  },
  examples: {
    bad: [
      'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs op monitor interval=20s timeout=40s',
    ],
    good: [
      'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs op monitor interval=20s timeout=40s op monitor interval=61s timeout=60s OCF_CHECK_LEVEL=20',
      'primitive fs Filesystem params device=nas:/srv directory=/srv fstype=nfs op monitor interval=20s timeout=40s',
    ],
  },
  source: 'resource-agents 4.12.0, heartbeat/Filesystem, OCF_CHECK_LEVEL',
  kinds: ['primitive', 'rsc_template'],
  check({ text, model: { statement, agent } }, context) {
    if (!statement || agent?.row.id !== 'ocf:heartbeat:Filesystem') return;
    const monitors = statement.operations.filter(({ name }) => name?.value === 'monitor');
    const params = attributesOf(statement, 'params');
    const given = (name: string): string => params.find((one) => one.name === name)?.value ?? '';
    const [first] = monitors;
    if (!first?.name || monitors.some(isDeep) || /OCF_CHECK_LEVEL/.test(text)) return;
    if (/^(?:nfs4?|cifs|smbfs|none|bind|tmpfs|glusterfs|ceph)$/.test(given('fstype'))) return;
    if (/(?:^|,)(?:ro|bind)(?:,|$)/.test(given('options')) || /^[^/]+:/.test(given('device'))) return;
    const taken = monitors.map((monitor) => seconds(intervalOf(monitor)) ?? 0);
    const every = [61, 62, 63].find((length) => !taken.includes(length)) ?? 67;
    const timeout = advisedAction(agent, 'monitor')?.timeout ?? '40s';
    const end = (monitors.at(-1)?.attributes.at(-1)?.word ?? first.name).end;
    context.report('shallow', first.name, {
      fixes: () => [
        {
          title: { en: 'Add a monitor that writes', ja: '書き込みで確認する monitor を追加' },
          safe: false,
          edits: [insert(end, ` \\\n  op monitor interval=${every}s timeout=${timeout} OCF_CHECK_LEVEL=20`)],
        },
      ],
    });
  },
});

const intervalOf = ({ attributes }: Operation): string =>
  attributes.find(({ name }) => name === 'interval')?.value ?? '';

const isDeep = ({ attributes, sets }: Operation): boolean =>
  sets.length > 0 || attributes.some(({ name }) => name === 'OCF_CHECK_LEVEL' || name === 'depth');
