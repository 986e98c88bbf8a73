import assert from 'node:assert/strict';
import { checkHover } from '../../../support/check';
import { readCursor } from '../../../support/markers';
import { serviceWith } from '../../../support/service';

const cluster = `node 1: alice attributes site=tokyo
node bob
rsc_template t_vip ocf:heartbeat:IPaddr2 op monitor interval=10s timeout=20s
primitive vip @t_vip params ip=10.0.0.1 meta priority=5
primitive fs ocf:heartbeat:Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs \\
  op start interval=0 timeout=60s
primitive d ocf:linbit:drbd params drbd_resource=r0 op monitor interval=29s role=Promoted
ms m d meta clone-max=2
group g fs vip meta target-role=Stopped
colocation c inf: g m:Promoted
order o Mandatory: m:promote g:start
location l g 100: alice
rsc_defaults resource-stickiness=100 migration-threshold=3
`;
const at = (marked: string): string => cluster + marked;

suite('hover in crm: names', () => {
  test('a member of a group: its containers, constraints by them, effective meta attributes', () => {
    checkHover('crm', `${cluster.replace('primitive vip', 'primitive v<|>ip')}`, [
      '**`vip`** — resource `ocf:heartbeat:IPaddr2`',
      '| Part of | group [`g`](file:///test/file.crm#L9) |',
      '| Template | [`t_vip`](file:///test/file.crm#L3) |',
      'Operations: `monitor` every 10s ≤ 20s',
      '- [`c`](file:///test/file.crm#L10) (by `g`): `g` runs only on the node where `m` is Promoted.',
      '- [`o`](file:///test/file.crm#L11) (by `g`): First `m` is promoted, then `g` starts.',
      '- [`l`](file:///test/file.crm#L12) (by `g`): `g` prefers `alice` (+100 points).',
      '| `priority` | `5` | itself |',
      '| `target-role` | `Stopped` | [`g`](file:///test/file.crm#L9) |',
      '| `resource-stickiness` | `100` | [`rsc_defaults`](file:///test/file.crm#L13) |',
    ]);
  });

  test('what only a clone knows stays with the clone', () => {
    const { text, offset } = readCursor(cluster.replace('primitive d', 'primitive <|>d'));
    const { service, uri } = serviceWith('crm', text);
    const markdown = service.hover(uri, offset, 'en')?.markdown ?? '';
    assert.match(markdown, /promotable clone \[`m`\]/);
    assert.ok(!markdown.includes('clone-max'), markdown);
  });

  test('meta attributes by the id of their set, and behind rules', () => {
    checkHover('crm', 'primitive a Dummy meta $id=x priority=7\nprimitive <|>b Dummy meta $id-ref=x\n', [
      '| `priority` | `7` | itself |',
    ]);
    checkHover(
      'crm',
      'primitive <|>a Dummy\nrsc_defaults resource-stickiness=1\nrsc_defaults d: rule date spec hours=9-17 resource-stickiness=5\n',
      [
        '| `resource-stickiness` | `5` | [`rsc_defaults`](file:///test/file.crm#L3), if from 9:00 to 17:59 |',
        '| `resource-stickiness` | `1` | [`rsc_defaults`](file:///test/file.crm#L2) |',
      ],
    );
  });

  test('a node: its id, attributes, and what is said of it', () => {
    checkHover('crm', at('location x vip -inf: al<|>ice\n'), [
      '**`alice`** — node',
      '| Id | `1` |',
      '`site=tokyo`',
      '- [`x`](file:///test/file.crm#L14): `vip` never runs on `alice`.',
    ]);
  });

  test('names that nobody declares, templates, sets that are used again', () => {
    checkHover('crm', 'group g no<|>body\n', ['no statement here declares it']);
    checkHover('crm', `${cluster.replace('rsc_template t_vip', 'rsc_template t<|>_vip')}`, [
      'resource template',
      'resource [`vip`]',
    ]);
    checkHover('crm', 'primitive a Dummy meta $id=x priority=1\nprimitive b Dummy meta $id-ref=<|>x\n', [
      'Set at',
      '[`a`]',
    ]);
  });

  test('Japanese', () => {
    checkHover(
      'crm',
      `${cluster.replace('group g', 'group <|>g')}`,
      ['グループ', '`g` は `m`（Promoted）と同じノードでしか動作しない。', '| メタ属性 | 値 | 設定元 |'],
      'ja',
    );
  });
});

suite('hover in crm: constraints and rules', () => {
  test('constraints as sentences', () => {
    checkHover('crm', at('order o2 Optional: vip f<|>s symmetrical=false\n'), ['**`fs`**']);
    checkHover('crm', at('or<|>der o2 Optional: vip fs symmetrical=false\n'), [
      'First `vip` starts, then `fs` starts.',
      'symmetrical=false',
    ]);
    checkHover('crm', at('order o2 Serialize: ( vip <|>) fs\n'), ['in any order']);
    checkHover('crm', at('order o2 Se<|>rialize: vip fs\n'), ['Never at the same time: `vip` starts, `fs` starts.']);
    checkHover('crm', at('colocation c2 -i<|>nf: vip fs\n'), ['`vip` never runs on the same node as `fs`.']);
    checkHover('crm', at('rsc_ticket t T: m:Pro<|>moted loss-policy=fence\n'), ['Promoted']);
    checkHover('crm', at('rsc_ticket t <|>T: m:Promoted loss-policy=fence\n'), [
      '`m` as Promoted runs only while this site holds the ticket `T`.',
    ]);
  });

  test('rules say when they hold', () => {
    checkHover('crm', at('location r vip ru<|>le -inf: not_defined pingd or pingd number:lte 0\n'), [
      '`vip` never runs where `pingd` is not set or `pingd` ≤ `0` (as numbers).',
    ]);
    checkHover('crm', at('location r vip rule 5: date in_ran<|>ge start=2026-01-01 end=2026-02-01\n'), [
      'active from `2026-01-01` until `2026-02-01`',
    ]);
    checkHover('crm', at('location r vip rule 5: date spec weekd<|>ays=6-7\n'), ['Saturday to Sunday']);
    checkHover('crm', at('location r vip rule 5: date spec hours=9-<|>17\n'), ['from 9:00 to 17:59']);
    checkHover('crm', 'rsc_defaults ru<|>le date spec hours=9-17 resource-stickiness=5\n', [
      'When this set counts: from 9:00 to 17:59.',
    ]);
    checkHover(
      'crm',
      at('location r vip ru<|>le 5: date in_range start=2026-01-01 end=2026-02-01\n'),
      ['`2026-01-01` から `2026-02-01` まで有効'],
      'ja',
    );
  });
});

suite('hover in crm: values and words', () => {
  test('times, scores, switches, devices', () => {
    checkHover('crm', 'primitive a Dummy op monitor interval=90<|>s\n', ['`90s` = 1 minute 30 seconds']);
    checkHover('crm', 'primitive a Dummy op start interval=<|>0\n', ['Not repeated']);
    checkHover('crm', 'rsc_defaults resource-stickiness=INF<|>INITY\n', ['Must: INFINITY']);
    checkHover('crm', 'property stonith-enabled=fa<|>lse\n', ['`false` — switched off']);
    checkHover('crm', 'property no-quorum-policy=ig<|>nore\n', ['`ignore` — ']);
    checkHover('crm', 'location l a my-s<|>core: n\n', ['`my-score`']);
  });

  test('an operation beside what its agent advises', () => {
    checkHover('crm', 'primitive a ocf:heartbeat:IPaddr2 op mon<|>itor interval=30s\nop_defaults timeout=45s\n', [
      '`monitor` every 30 seconds.',
      '| Timeout | 45s ([`op_defaults`](file:///test/file.crm#L2)) | 20s |',
      '| Interval | 30s | 10s |',
    ]);
  });

  test('agents, known and unknown', () => {
    checkHover('crm', 'primitive a ocf:heartbeat:IPa<|>ddr2\n', ['Required: `ip`', '| `start` | 20s |']);
    checkHover('crm', 'primitive a systemd:ngi<|>nx\n', ['the systemd unit `nginx`']);
    checkHover('crm', 'primitive a ocf:acme:Thi<|>ng params x=1\n', ['/usr/lib/ocf/resource.d/acme/Thing']);
    checkHover('crm', 'primitive a ocf:acme:Thing params x<|>=1\n', ['a parameter of `ocf:acme:Thing`']);
    checkHover('crm', 'primitive a $A<|>GENT\n', ['Filled in by a shell']);
  });

  test('rights, alerts, levels, bundles', () => {
    checkHover('crm', 'role r re<|>ad xpath:"/cib" deny property:cluster-name\n', ['may read all that `/cib` finds']);
    checkHover('crm', 'role r write meta:v<|>ip\n', ['no statement here declares it']);
    checkHover('crm', 'role r write property:maintenance-m<|>ode\n', ['the cluster property `maintenance-mode`']);
    checkHover('crm', 'role r read cib\nacl_target u <|>r\n', [
      '| Given to | [`u`]',
      'may read the whole configuration',
    ]);
    checkHover('crm', 'alert a /bin/<|>a to /var/log/x\n', ['starts on every node']);
    checkHover('crm', 'fencing_topology alice: f1 f<|>2\nprimitive f2 stonith:fence_sbd\n', [
      'Level 2 for the node `alice`.',
    ]);
    checkHover('crm', 'fencing_topo<|>logy pattern:web.* f1,f2 f3\n', [
      'nodes whose names match `web.*`: 1. `f1` and `f2`, then 2. `f3`',
    ]);
    checkHover('crm', 'bundle <|>b docker image=x replicas=2\n', ['docker `image=x` `replicas=2`']);
  });

  test('a name is no Markdown, wherever it shows up', () => {
    const evil = '[x](command:evil)<img>';
    const texts = [
      `primitive a Dummy op monitor interval=5 timeout=${evil} role=${evil} meta ${evil}=${evil}`,
      `location l a rule $role=${evil} ${evil}: ${evil} eq ${evil} and date in_range start=${evil} hours=${evil}`,
      `order o ${evil}: a:${evil} b:${evil}`,
      `colocation c inf: a:${evil} ${evil}`,
      `location k a ${evil}: ${evil}`,
      `location k2 a 5: ${evil}`,
      `node 1: n:${evil} attributes ${evil}=${evil}`,
      `role r read xpath:${evil} property:${evil}`,
      `fencing_topology pattern:${evil} ${evil}`,
      `rsc_ticket t ${evil}: a:${evil} loss-policy=${evil}`,
      `op_defaults timeout=${evil}`,
    ];
    const { service, uri } = serviceWith('crm', `${texts.join('\n')}\n`);
    const length = service.workspace.file(uri)?.length ?? 0;
    const seen = new Set<string>();
    for (let offset = 0; offset < length; offset += 3)
      for (const locale of ['en', 'ja'] as const) seen.add(service.hover(uri, offset, locale)?.markdown ?? '');
    assert.ok(seen.size > 40);
    for (const markdown of seen) {
      const rest = markdown.replace(/(`+)[^`].*?\1/g, '');
      assert.doesNotMatch(rest, /(?<!\\)\]\(command:|(?<!\\)<img/, markdown);
    }
  });
});
