/** A node of the new cluster. Addresses are without a prefix length. */
export interface NewNode {
  readonly name: string;
  /** Where DRBD replicates; empty without DRBD. */
  readonly address: string;
  /** Where its management board (or hypervisor) is reached; empty where the kind of fencing needs none. */
  readonly fencing: string;
}

export const fencingKinds = [
  'fence_ipmilan',
  'fence_redfish',
  'fence_xvm',
  'fence_vmware_rest',
  'sbd',
  'none',
] as const;
export const serviceKinds = ['none', 'apache', 'nginx', 'pgsql', 'mysql', 'nfs', 'systemd'] as const;

/** What a new cluster is to be; all words are checked by who asks for them (`mistakeIn`). */
export interface NewCluster {
  /** Name of the service: part of the names of resources. */
  readonly name: string;
  readonly nodes: readonly NewNode[];
  /** The service's address with its prefix length, `192.0.2.10/24`; undefined: none. */
  readonly address?: string;
  /** Data on DRBD; undefined: the service has no data of its own. */
  readonly storage?: {
    /** The backing device on every node. */
    readonly disk: string;
    readonly fstype: string;
    readonly mountPoint: string;
  };
  readonly service: (typeof serviceKinds)[number];
  /** The unit of a `systemd` service, without `.service`. */
  readonly unit?: string;
  readonly fencing: (typeof fencingKinds)[number];
}

/** A file to be written, by its path from the folder of the cluster. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** What is wrong with a word of a new cluster; undefined: nothing. */
export function mistakeIn(kind: 'name' | 'node' | 'ip' | 'address' | 'path' | 'unit', word: string): boolean {
  switch (kind) {
    case 'name':
      return !/^[a-z][a-z0-9_-]{0,30}$/.test(word) || word === 'all';
    case 'node':
      return !/^[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9-]+)*$/.test(word);
    case 'ip':
      return !isIpv4(word);
    case 'address':
      return !isIpv4(word.replace(/\/.*$/, '')) || !/\/(?:[89]|[12]\d|3[0-2])$/.test(word);
    case 'path':
      return !/^\/[\w./-]+$/.test(word) || word.endsWith('/');
    default:
      return !/^[\w@.-]+$/.test(word);
  }
}

const isIpv4 = (word: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) && word.split('.').every((part) => Number(part) <= 255);

/** The files of a new cluster: what crm loads, and what DRBD reads on every node. */
export function newCluster(plan: NewCluster): readonly NewFile[] {
  const crm: NewFile = { path: 'cluster.crm', text: crmText(plan) };
  if (!plan.storage) return [crm];
  return [
    crm,
    { path: 'drbd.conf', text: 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n' },
    { path: 'drbd.d/global_common.conf', text: commonText(plan) },
    { path: `drbd.d/${plan.name}.res`, text: resourceText(plan, plan.storage) },
  ];
}

function crmText(plan: NewCluster): string {
  const { nodes, fencing, storage } = plan;
  const sections: [string, readonly string[]][] = [
    ['Nodes', nodes.map(({ name }) => `node ${name}`)],
    ['Fencing', fencingLines(plan)],
    ['Data', storage ? dataLines(plan, storage) : []],
    ['Service', serviceLines(plan)],
    ['Order and place', constraintLines(plan)],
    ['Cluster', propertyLines(fencing, nodes.length)],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `### ${title} ###\n\n${lines.join('\n')}\n`)
    .join('\n');
}

/** A statement with its sections a line each, as `crm configure show` prints them. */
const statement = (head: string, ...sections: readonly string[]): string =>
  [head, ...sections.map((section) => `\t${section}`)].join(' \\\n');

const operation = (name: string, timeout: number): string => `op ${name} interval=0s timeout=${timeout}s`;

function fencingLines({ fencing, nodes }: NewCluster): string[] {
  if (fencing === 'none') return [];
  if (fencing === 'sbd')
    return [
      statement(
        'primitive st_sbd stonith:fence_sbd',
        'params devices="/dev/disk/by-id/CHANGE-ME" pcmk_delay_max=10s',
        'op monitor interval=60s timeout=20s',
      ),
    ];
  return nodes.flatMap((node, i) => [
    statement(
      `primitive st_${idOf(node.name)} stonith:${fencing}`,
      // Where both fire at the same moment, the first node is shot later.
      `params ${fencingParams(fencing, node)} pcmk_host_list=${node.name}${i === 0 && nodes.length === 2 ? ' pcmk_delay_base=5s' : ''}`,
      'op monitor interval=60s timeout=20s',
    ),
    `location l_st_${idOf(node.name)} st_${idOf(node.name)} -inf: ${node.name}`,
  ]);
}

function fencingParams(kind: NewCluster['fencing'], { name, fencing }: NewNode): string {
  const secret = 'password_script="/etc/ha/fence-password"';
  switch (kind) {
    case 'fence_ipmilan':
      return `ip=${fencing} username=ha ${secret} lanplus=1`;
    case 'fence_redfish':
      return `ip=${fencing} username=ha ${secret} systems_uri="/redfish/v1/Systems/1" ssl=1`;
    case 'fence_vmware_rest':
      return `ip=${fencing} username=ha ${secret} ssl=1 plug=${name}`;
    default:
      return `port=${name}`;
  }
}

/** A name as part of an id: a dot would read as the end of it. */
const idOf = (name: string): string => name.replace(/\..*$/, '').replace(/[^A-Za-z0-9_-]/g, '_');

function dataLines({ name, nodes }: NewCluster, { fstype, mountPoint }: NonNullable<NewCluster['storage']>): string[] {
  return [
    statement(
      `primitive p_drbd_${name} ocf:linbit:drbd`,
      `params drbd_resource=${name}`,
      operation('start', 240),
      operation('stop', 100),
      operation('promote', 90),
      operation('demote', 90),
      operation('notify', 90),
      'op monitor interval=29s role=Promoted timeout=20s',
      'op monitor interval=31s role=Unpromoted timeout=20s',
    ),
    statement(
      `clone cl_drbd_${name} p_drbd_${name}`,
      `meta promotable=true promoted-max=1 promoted-node-max=1 clone-max=${nodes.length} clone-node-max=1 notify=true interleave=true`,
    ),
    statement(
      `primitive p_fs_${name} ocf:heartbeat:Filesystem`,
      `params device="/dev/drbd/by-res/${name}/0" directory="${mountPoint}" fstype=${fstype}`,
      operation('start', 60),
      operation('stop', 60),
      'op monitor interval=20s timeout=40s',
    ),
  ];
}

/** Type, parameters and times of each kind of service; `data` is where its data lies. */
function serviceOf({ service, unit, name, address }: NewCluster, data: string): readonly string[] | undefined {
  const times = (start: number, stop: number, interval: number, timeout: number) => [
    operation('start', start),
    operation('stop', stop),
    `op monitor interval=${interval}s timeout=${timeout}s`,
  ];
  switch (service) {
    case 'apache':
      return [
        'ocf:heartbeat:apache',
        `params configfile="${data}/httpd.conf" statusurl="http://127.0.0.1/server-status"`,
        ...times(40, 60, 10, 20),
      ];
    case 'nginx':
      return ['ocf:heartbeat:nginx', `params configfile="${data}/nginx.conf"`, ...times(60, 60, 10, 30)];
    case 'pgsql':
      return ['ocf:heartbeat:pgsql', `params pgdata="${data}/pgsql"`, ...times(120, 120, 30, 30)];
    case 'mysql':
      return [
        'ocf:heartbeat:mysql',
        `params config="${data}/my.cnf" datadir="${data}/mysql"`,
        ...times(120, 120, 20, 30),
      ];
    case 'nfs':
      return [
        'ocf:heartbeat:nfsserver',
        `params nfs_shared_infodir="${data}/nfsinfo"${address === undefined ? '' : ` nfs_ip=${ipOf(address)}`}`,
        ...times(40, 20, 10, 20),
      ];
    case 'systemd':
      return [`systemd:${unit ?? name}`, ...times(100, 100, 60, 100)];
    default:
      return undefined;
  }
}

const ipOf = (address: string): string => address.replace(/\/.*$/, '');

function serviceLines(plan: NewCluster): string[] {
  const { name, address, storage } = plan;
  const service = serviceOf(plan, storage?.mountPoint ?? '/etc/ha');
  const lines: string[] = [];
  if (service) lines.push(statement(`primitive p_${name} ${service[0]}`, ...service.slice(1)));
  if (address !== undefined)
    lines.push(
      statement(
        `primitive p_vip_${name} ocf:heartbeat:IPaddr2`,
        `params ip=${ipOf(address)} cidr_netmask=${address.replace(/^.*\//, '')}`,
        operation('start', 20),
        operation('stop', 20),
        'op monitor interval=10s timeout=20s',
      ),
    );
  const members = membersOf(plan);
  if (members.length > 0) lines.push(`group g_${name} ${members.join(' ')}`);
  return lines;
}

/** The group's members in the order in which they start: the data, the address for NFS's clients last. */
const membersOf = ({ name, storage, address, service }: NewCluster): string[] => [
  ...(storage ? [`p_fs_${name}`] : []),
  ...(service === 'none' ? [] : [`p_${name}`]),
  ...(address === undefined ? [] : [`p_vip_${name}`]),
];

const constraintLines = ({ name, storage }: NewCluster): string[] =>
  storage
    ? [
        `colocation c_${name} inf: g_${name} cl_drbd_${name}:Promoted`,
        `order o_${name} Mandatory: cl_drbd_${name}:promote g_${name}:start`,
      ]
    : [];

function propertyLines(fencing: NewCluster['fencing'], nodes: number): string[] {
  return [
    statement(
      'property cib-bootstrap-options:',
      `stonith-enabled=${fencing !== 'none'}`,
      ...(fencing === 'sbd' ? ['stonith-timeout=150s'] : []),
      ...(nodes > 2 ? ['no-quorum-policy=stop'] : []),
    ),
    statement('rsc_defaults rsc-options:', 'resource-stickiness=100', 'migration-threshold=3', 'failure-timeout=600s'),
  ];
}

function commonText({ nodes, fencing }: NewCluster): string {
  const handlers = [
    '  handlers {',
    '    fence-peer "/usr/lib/drbd/crm-fence-peer.9.sh";',
    '    unfence-peer "/usr/lib/drbd/crm-unfence-peer.9.sh";',
    '    split-brain "/usr/lib/drbd/notify-split-brain.sh root";',
    '  }',
  ];
  const quorum = nodes.length > 2 ? ['    quorum majority;', '    on-no-quorum io-error;'] : [];
  const policy = fencing === 'none' ? 'resource-only' : 'resource-and-stonith';
  return `${[
    'global {',
    '  usage-count no;',
    '}',
    '',
    'common {',
    '  options {',
    '    auto-promote no;',
    ...quorum,
    '  }',
    '  disk {',
    '    on-io-error detach;',
    '  }',
    '  net {',
    '    protocol C;',
    '    verify-alg crc32c;',
    `    fencing ${policy};`,
    '    after-sb-0pri discard-zero-changes;',
    '    after-sb-1pri discard-secondary;',
    '    after-sb-2pri disconnect;',
    '  }',
    ...handlers,
    '}',
  ].join('\n')}\n`;
}

function resourceText({ name, nodes }: NewCluster, { disk }: NonNullable<NewCluster['storage']>): string {
  const hosts = nodes.flatMap((node, i) => [
    `  on ${node.name} {`,
    `    node-id ${i};`,
    `    address ${node.address}:7788;`,
    '  }',
  ]);
  const mesh =
    nodes.length > 2 ? ['  connection-mesh {', `    hosts ${nodes.map((node) => node.name).join(' ')};`, '  }'] : [];
  return `${[
    `resource ${name} {`,
    '  volume 0 {',
    '    device /dev/drbd0 minor 0;',
    `    disk ${disk};`,
    '    meta-disk internal;',
    '  }',
    ...hosts,
    ...mesh,
    '}',
  ].join('\n')}\n`;
}
