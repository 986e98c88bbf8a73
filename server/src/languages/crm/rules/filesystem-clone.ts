import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { cloneRound, typeOf, writtenIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

const single = /^(?:ext[234]|xfs|btrfs|reiserfs|jfs|vfat|ntfs)$/;
const shared = /^(?:gfs2?|ocfs2)$/;

export const filesystemClone = defineRule<CrmModel>()({
  id: 'crm/filesystem-clone',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'A file system such as XFS or ext4 knows nothing of other nodes: mounted on two at once it is destroyed. In a clone it is mounted everywhere. A cluster file system (GFS2, OCFS2) is made for that, and usually cloned with `interleave=true` behind DLM.',
    ja: 'XFS や ext4 などは他のノードを考慮せず、同時にマウントすると壊れる。クローンにすると全ノードでマウントされる。クラスタファイルシステム（GFS2、OCFS2）はそのためのもので、通常は DLM の後に `interleave=true` でクローンする。',
  },
  messages: {
    cloned: {
      en: '{type} must not be mounted on several nodes, as the clone “{clone}” does.',
      ja: '{type} は複数ノードでマウントしてはならないが、クローン「{clone}」に入っている。',
    },
    single: {
      en: '{type} is a file system for several nodes, but is mounted on one only: it is usually cloned.',
      ja: '{type} は複数ノード用のファイルシステムだが、1 ノードでしかマウントされない。通常はクローンする。',
    },
  },
  examples: {
    bad: [
      'primitive fs Filesystem params device=/dev/vg0/srv directory=/srv fstype=xfs\nclone c fs meta interleave=true\n',
      'node a\nprimitive fs Filesystem params device=/dev/vg0/srv directory=/srv fstype=gfs2\n',
    ],
    good: [
      'node a\nprimitive fs Filesystem params device=/dev/vg0/srv directory=/srv fstype=xfs\n',
      'primitive fs Filesystem params device=/dev/vg0/srv directory=/srv fstype=gfs2\nclone c fs meta interleave=true\n',
      'primitive fs Filesystem params device=/dev/sdb1 directory=/srv fstype=xfs options=ro\nclone c fs\n',
    ],
  },
  source: 'resource-agents 4.12, ocf:heartbeat:Filesystem, is_fstype_cluster_aware',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || typeOf(statement) !== 'Filesystem') return;
    const type = writtenIn(statement, 'params', 'fstype') ?? '';
    if (!single.test(type) && !shared.test(type)) return;
    const clone = cloneRound(configurationOf(unit, context), name.text);
    const at =
      statement.sets.flatMap(({ attributes }) => attributes).find((one) => one.name === 'fstype')?.valueSpan ??
      name.span;
    if (
      single.test(type) &&
      clone &&
      !isHarmless(writtenIn(statement, 'params', 'options'), writtenIn(clone.statement, 'meta', 'clone-max'))
    )
      context.report('cloned', at, { args: { type, clone: clone.statement.name?.text ?? '' } });
    if (shared.test(type) && !clone && isWholeCluster(context))
      context.report('single', at, { args: { type }, severity: 'information' });
  },
});

/** Read only, bound from elsewhere, or on one node after all. */
const isHarmless = (options: string | undefined, most: string | undefined): boolean =>
  most === '1' || /(?:^|[,"'])(?:ro|r?bind)(?:$|[,"'])/.test(options ?? '');
