import { own } from '../../../base/maps';
import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';

/** Parameters that hold a path on the node, by agent. */
const paths: Readonly<Record<string, readonly string[]>> = {
  'ocf:heartbeat:Filesystem': ['directory'],
  'ocf:heartbeat:VirtualDomain': ['config'],
  'ocf:heartbeat:apache': ['configfile', 'httpd'],
  'ocf:heartbeat:nginx': ['configfile', 'httpd'],
  'ocf:heartbeat:pgsql': ['pgdata', 'pgctl', 'psql', 'config'],
  'ocf:heartbeat:mysql': ['config', 'datadir', 'socket', 'pid', 'log', 'binary'],
  'ocf:heartbeat:exportfs': ['directory'],
  'ocf:heartbeat:nfsserver': ['nfs_shared_infodir'],
  'ocf:heartbeat:tomcat': ['java_home', 'catalina_home', 'catalina_base'],
  'ocf:heartbeat:oracle': ['home'],
  'ocf:heartbeat:LVM': [],
};

const devices: Readonly<Record<string, readonly string[]>> = {
  'ocf:heartbeat:Filesystem': ['device'],
  'ocf:heartbeat:iSCSILogicalUnit': ['path'],
  'stonith:fence_sbd': ['devices'],
};

export const parameterPath = defineRule<CrmModel>()({
  id: 'crm/parameter-path',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive', 'rsc_template', 'alert'],
  docs: {
    en: 'Agents run in a folder of their own, so a path has to begin with a slash. And names such as /dev/sdb are given anew at each boot: the same name can be another disk tomorrow. Use a link below /dev/disk/by-id, a UUID, or a logical volume.',
    ja: 'エージェントは独自のフォルダーで動くため、パスは「/」で始めること。また /dev/sdb のような名前は起動のたびに割り当てられ、別のディスクを指すことがある。/dev/disk/by-id 以下のリンク、UUID、論理ボリュームを使うこと。',
  },
  messages: {
    relative: { en: '{name} must be an absolute path.', ja: '{name} は絶対パスでなければならない。' },
    alert: { en: 'The path of an alert must be absolute.', ja: 'alert のパスは絶対パスでなければならない。' },
    unstable: {
      en: '{value} can be another disk after the next boot: use /dev/disk/by-id/…, a UUID or a logical volume.',
      ja: '{value} は次の起動後に別のディスクを指すことがある。/dev/disk/by-id/…、UUID、論理ボリュームを使うこと。',
    },
  },
  examples: {
    bad: [
      'primitive fs Filesystem params device=/dev/vg0/srv directory=srv fstype=xfs\n',
      'primitive fs Filesystem params device=/dev/sdb1 directory=/srv fstype=xfs\n',
      'alert a1 relative/path\n',
    ],
    good: [
      'primitive fs Filesystem params device="-U 1234" directory=/srv fstype=xfs\n',
      'primitive fs Filesystem params device=/dev/disk/by-id/x directory=/srv fstype=xfs\n',
      'alert a1 /usr/share/pacemaker/alerts/alert_smtp.sh\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Administration/html/agents.html',
  check({ model: { statement, agent } }, { report }) {
    if (!statement) return;
    if (statement.kind === 'alert') {
      const path = statement.path?.replace(/^["']|["']$/g, '');
      const word = statement.name
        ? { start: statement.name.span.end + 1, end: statement.name.span.end + 1 + (statement.path?.length ?? 0) }
        : undefined;
      if (path && word && !path.startsWith('/') && !isTemplated(path)) report('alert', word);
      return;
    }
    const id = agent?.row.id ?? '';
    for (const { name, value = '', valueSpan } of attributesOf(statement, 'params')) {
      const path = value.replace(/^["']|["']$/g, '');
      if (!valueSpan || path === '' || isTemplated(path) || /[$@{]/.test(path)) continue;
      if (own(paths, id)?.includes(name) && !path.startsWith('/')) report('relative', valueSpan, { args: { name } });
      if (own(devices, id)?.includes(name) && /^\/dev\/(?:[sv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+p?)\d*$/.test(path))
        report('unstable', valueSpan, { args: { value: path }, severity: 'hint' });
    }
  },
});
