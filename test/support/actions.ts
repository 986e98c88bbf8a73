import { applyEdits } from '../../server/src/base/edits';
import { serviceWith } from './service';

/** Each case: a text, what is selected (a part of it; the whole if empty), the title's beginning, and the text after. */
export interface ActionCase {
  readonly language: string;
  readonly before: string;
  readonly selected: string;
  readonly title: string;
  readonly after: string;
  /** The real tool makes the same of it as before. */
  readonly same?: true;
}

const mesh = (more: string) => `resource r0 {
  volume 0 {
    device /dev/drbd0 minor 0;
    disk /dev/vg0/a;
    meta-disk internal;
  }
${more}}
`;

const bare = (hosts: string, disk: string) =>
  `resource r0 {\n  device /dev/drbd0 minor 0;\n${disk}  meta-disk internal;\n  ${hosts}\n}\n`;

export const actionCases: readonly ActionCase[] = [
  {
    language: 'crm',
    before: 'primitive p_fs Dummy\nprimitive p_ip Dummy\n',
    selected: '',
    title: 'Group 2',
    after: 'primitive p_fs Dummy\nprimitive p_ip Dummy\ngroup g_fs p_fs p_ip\n',
  },
  {
    language: 'crm',
    before:
      'primitive a Dummy \\\n\tparams fake=1 state=/a \\\n\tmeta target-role=Started\nprimitive b Dummy \\\n\tparams fake=1 state=/b \\\n\tmeta target-role=Started\n',
    selected: '',
    title: 'Extract template t_Dummy',
    after:
      'rsc_template t_Dummy Dummy \\\n\tparams fake=1 \\\n\tmeta target-role=Started\nprimitive a @t_Dummy \\\n\tparams state=/a\nprimitive b @t_Dummy \\\n\tparams state=/b\n',
  },
  {
    language: 'crm',
    before: 'primitive p ocf:pacemaker:Dummy op monitor interval=99s timeout=1s\n',
    selected: '',
    title: 'Use the advised times',
    after: 'primitive p ocf:pacemaker:Dummy op monitor interval=10s timeout=20s\n',
  },
  {
    language: 'crm',
    before: 'primitive p Dummy params fake=1 op monitor interval=10s timeout=20s meta target-role=Started\n',
    selected: '',
    title: 'A line for each',
    same: true,
    after:
      'primitive p Dummy \\\n\tparams fake=1 \\\n\top monitor interval=10s timeout=20s \\\n\tmeta target-role=Started\n',
  },
  {
    language: 'crm',
    before: 'primitive p Dummy \\\n\tparams fake=1 \\\n\top monitor interval=10s timeout=20s\n',
    selected: '',
    title: 'Join the lines',
    same: true,
    after: 'primitive p Dummy params fake=1 op monitor interval=10s timeout=20s\n',
  },
  {
    language: 'crm',
    before: 'node n1\n\n# the service\nprimitive p Dummy\nlocation l p 100: n1\nproperty stonith-enabled=false\n',
    selected: '',
    title: 'Sort statements',
    same: true,
    after:
      '### Cluster Option ###\nproperty stonith-enabled=false\n\n### Node Attributes ###\nnode n1\n\n### Primitive Configuration ###\n# the service\nprimitive p Dummy\n\n### Resource Location ###\nlocation l p 100: n1\n',
  },
  {
    language: 'drbd',
    before: mesh('  on alpha {\n    address 192.0.2.11:7788;\n  }\n  on beta {\n    address 192.0.2.12:7788;\n  }\n'),
    selected: 'volume 0',
    title: 'Add a third host',
    after: mesh(
      // The node-ids that drbdadm works out for these addresses.
      '  on alpha {\n    address 192.0.2.11:7788;\n    node-id 1;\n  }\n  on beta {\n    address 192.0.2.12:7788;\n    node-id 0;\n  }\n  on node3 {\n    address 192.0.2.13:7788;\n    node-id 2;\n  }\n  connection-mesh {\n    hosts alpha beta node3;\n  }\n',
    ),
  },
  {
    language: 'drbd',
    before: mesh(
      '  on a {\n    node-id 0;\n    address 192.0.2.11:7788;\n  }\n  on b {\n    node-id 1;\n    address 192.0.2.12:7788;\n  }\n  on c {\n    node-id 2;\n    address 192.0.2.13:7788;\n  }\n  connection-mesh {\n    hosts a b c;\n  }\n',
    ),
    selected: 'volume 0',
    title: 'Add a host',
    after: mesh(
      '  on a {\n    node-id 0;\n    address 192.0.2.11:7788;\n  }\n  on b {\n    node-id 1;\n    address 192.0.2.12:7788;\n  }\n  on c {\n    node-id 2;\n    address 192.0.2.13:7788;\n  }\n  on node4 {\n    node-id 3;\n    address 192.0.2.14:7788;\n  }\n  connection-mesh {\n    hosts a b c node4;\n  }\n',
    ),
  },
  {
    language: 'drbd',
    before: mesh('  on a {\n    address 192.0.2.11:7788;\n  }\n  on b {\n    address 192.0.2.12:7788;\n  }\n'),
    selected: 'volume 0',
    title: 'Add volume 1',
    after: `resource r0 {
  volume 0 {
    device /dev/drbd0 minor 0;
    disk /dev/vg0/a;
    meta-disk internal;
  }
  volume 1 {
    device /dev/drbd1 minor 1;
    disk /dev/vg0/a1;
    meta-disk internal;
  }
  on a {
    address 192.0.2.11:7788;
  }
  on b {
    address 192.0.2.12:7788;
  }
}
`,
  },
  {
    language: 'crm',
    before:
      'primitive a ocf:heartbeat:IPaddr2 \\\n  params ip=10.0.0.1 nic="eth 0" \\\n  op start interval=0s timeout=20s \\\n  op monitor interval=10s timeout=20s op_params x=1\nprimitive b ocf:heartbeat:IPaddr2 params nic="eth 0" ip=10.0.0.2 op monitor interval=10s timeout=20s op_params x=1\n',
    selected: '',
    title: 'Extract template t_IPaddr2 from 2',
    after:
      'rsc_template t_IPaddr2 ocf:heartbeat:IPaddr2 \\\n  params nic="eth 0" \\\n  op monitor interval=10s timeout=20s op_params x=1\nprimitive a @t_IPaddr2 \\\n  params ip=10.0.0.1 \\\n  op start interval=0s timeout=20s\nprimitive b @t_IPaddr2 params ip=10.0.0.2\n',
  },
  {
    language: 'crm',
    before: 'rsc_template t_Dummy Dummy\r\nprimitive a Dummy params fake=1 meta x=1 op start timeout=20s\r\n',
    selected: 'primitive a',
    title: 'Extract template t_Dummy2',
    after:
      'rsc_template t_Dummy Dummy\r\nrsc_template t_Dummy2 Dummy \\\r\n\tmeta x=1 \\\r\n\top start timeout=20s\r\nprimitive a @t_Dummy2 params fake=1\r\n',
  },
  {
    language: 'crm',
    before: 'primitive p ocf:pacemaker:Dummy \\\n\top monitor timeout=99s interval=5s\n',
    selected: '',
    title: 'Add the advised operations',
    after:
      'primitive p ocf:pacemaker:Dummy \\\n\top monitor timeout=99s interval=5s \\\n\top start interval=0s timeout=20s \\\n\top stop interval=0s timeout=20s\n',
  },
  {
    language: 'crm',
    before:
      'primitive p ocf:linbit:drbd params drbd_resource=r0\nclone c p meta promotable=true notify=true\nprimitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs\ngroup g fs\n',
    selected: 'primitive fs',
    title: 'Add the missing constraints',
    after:
      'primitive p ocf:linbit:drbd params drbd_resource=r0\nclone c p meta promotable=true notify=true\nprimitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs\ngroup g fs\ncolocation col_g_c inf: g c:Promoted\norder ord_g_c Mandatory: c:promote g:start\n',
  },
  {
    language: 'crm',
    before:
      'primitive p ocf:linbit:drbd params drbd_resource=r0\nms c p\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=xfs\norder o inf: c:promote fs:start\n',
    selected: 'ms c',
    title: 'Add the missing constraint ',
    after:
      'primitive p ocf:linbit:drbd params drbd_resource=r0\nms c p\nprimitive fs Filesystem params device=/dev/drbd/by-res/r0/0 directory=/srv fstype=xfs\ncolocation col_fs_c inf: fs c:Master\norder o inf: c:promote fs:start\n',
  },
  {
    language: 'crm',
    before:
      '# ours\n\n### Constraints ###\nlocation l p 100: n1\n# why\nprimitive p Dummy\n\nprimitive q Dummy\nnode n1\n',
    selected: '',
    title: 'Sort statements',
    same: true,
    after:
      '# ours\n\n### Node Attributes ###\nnode n1\n\n### Primitive Configuration ###\n# why\nprimitive p Dummy\n\nprimitive q Dummy\n\n### Resource Location ###\n### Constraints ###\nlocation l p 100: n1\n',
  },
  {
    language: 'crm',
    before: '# kept\n[root@n ~]# crm configure primitive a Dummy params fake=“1”\n',
    selected: 'crm configure',
    title: 'Remove prompts',
    after: '# kept\nprimitive a Dummy params fake="1"\n',
  },
  {
    language: 'drbd',
    before: bare('on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }', '  disk /dev/vg0/r0; # lv\n'),
    selected: 'resource r0',
    title: 'Add volume 1 (minor 1)',
    after: `resource r0 {
  volume 0 {
    device /dev/drbd0 minor 0;
    disk /dev/vg0/r0; # lv
    meta-disk internal;
  }
  volume 1 {
    device /dev/drbd1 minor 1;
    disk /dev/vg0/r1;
    meta-disk internal;
  }
  on a { address 10.0.0.1:7788; }
  on b { address 10.0.0.2:7788; }
}
`,
  },
  {
    language: 'drbd',
    before: bare(
      'on a { disk /dev/sda7; address 10.0.0.1:7788; }\n  on b {\n    address 10.0.0.2:7788;\n    disk /dev/vg/x;\n  }',
      '',
    ),
    selected: 'resource r0',
    title: 'Add volume 1',
    after: `resource r0 {
  volume 0 {
    device /dev/drbd0 minor 0;
    meta-disk internal;
  }
  volume 1 {
    device /dev/drbd1 minor 1;
    meta-disk internal;
  }
  on a { volume 0 { disk /dev/sda7; } volume 1 { disk /dev/CHANGE-ME-1; } address 10.0.0.1:7788; }
  on b {
    address 10.0.0.2:7788;
    volume 0 {
      disk /dev/vg/x;
    }
    volume 1 {
      disk /dev/vg/x1;
    }
  }
}
`,
  },
  {
    language: 'drbd',
    before: bare(
      'on a { node-id 0; address 10.0.0.1:7788; }\n  on b { node-id 4; address 10.0.0.2:7788; } # last\n  connection { host a; host b; }',
      '  disk /dev/vg0/r0;\n',
    ),
    selected: 'resource r0',
    title: 'Add a host (node3)',
    after: bare(
      'on a { node-id 0; address 10.0.0.1:7788; }\n  on b { node-id 4; address 10.0.0.2:7788; } # last\n  on node3 { node-id 5; address 10.0.0.3:7788; }\n  connection { host a; host b; }\n  connection { host a; host node3; }\n  connection { host b; host node3; }',
      '  disk /dev/vg0/r0;\n',
    ),
  },
  {
    language: 'drbd',
    before: bare('on a { address 10.0.0.1:7788; }', '  disk /dev/vg0/r0;\n'),
    selected: 'resource r0',
    title: 'Add a host (node2)',
    after: bare('on a { address 10.0.0.1:7788; }\n  on node2 { address 10.0.0.2:7788; }', '  disk /dev/vg0/r0;\n'),
  },
];

/** What an action makes of a case's text; undefined if it is not offered. */
export function acted({ language, before, selected, title }: ActionCase): string | undefined {
  const { service, uri } = serviceWith(language, before);
  const start = selected === '' ? 0 : before.indexOf(selected);
  const end = selected === '' ? before.length : start + selected.length;
  const action = service.actions(uri, { start, end }, 'en').find((one) => one.title.startsWith(title));
  return action && applyEdits(before, action.edits);
}
