import assert from 'node:assert/strict';
import { checkHover } from '../../../support/check';
import { newService, serviceWith } from '../../../support/service';

const resource = `common { net { timeout 60; protocol C; } disk { on-io-error detach; } }
resource r0 {
  net { protocol A; ping-timeout 10; }
  volume 0 { device /dev/drbd5 minor 5; disk /dev/vg/a; meta-disk internal; disk { c-plan-ahead 20; } }
  on alice { node-id 0; address 10.0.0.1:7788; }
  on bob { node-id 1; address ipv6 [fe80::1]:7788; }
}
`;
const at = (before: string): string => resource.replace(before, `${before}<|>`);

suite('hover in DRBD', () => {
  test('values in units that people think in, and the default beside them', () => {
    checkHover('drbd', resource.replace('timeout 60', 'timeout 1<|>20'), [
      '`120` = 12 seconds (default `60` = 6 seconds)',
    ]);
    checkHover('drbd', 'common { net { max-epoch-size 8<|>K; sndbuf-size 2M; } }', ['`max-epoch-size`']);
    checkHover('drbd', 'common { net { sndbuf-size 2<|>M; } }', ['`2M` = 2 MiB']);
    checkHover('drbd', 'common { disk { resync-rate 10<|>M; } }', ['`10M` = 10 MiB/s']);
    checkHover('drbd', 'common { net { after-sb-1pri disco<|>nnect; } }', ['`disconnect` — ']);
    checkHover('drbd', resource.replace('timeout 60', 'timeout 1<|>20'), ['`120` = 12 秒（既定値 `60` = 6 秒）'], 'ja');
  });

  test('what is in effect, and from where', () => {
    checkHover('drbd', at('net { protocol A').replace('A<|>', '<|>A'), [
      'In effect for this resource; `common` says `C`.',
    ]);
    checkHover('drbd', resource.replace('  net {', '  n<|>et {'), [
      'In effect for `r0`:',
      '| `protocol` | `A` | [resource](file:///test/file.drbd#L3) |',
      '| `timeout` | `60` = 6 seconds | [common](file:///test/file.drbd#L1) |',
    ]);
    checkHover(
      'drbd',
      resource
        .replace('protocol A', 'protocol B; proto<|>col A')
        .replace('proto<|>col A', 'protocol A')
        .replace('protocol B', 'proto<|>col B'),
      ['Not in effect here: `A` from [resource]'],
    );
    checkHover('drbd', resource.replace(' disk { c-plan', ' di<|>sk { c-plan'), [
      '| `c-plan-ahead` | `20` = 2 seconds |',
      '| `on-io-error` | `detach` | [common]',
    ]);
  });

  test('cards of resources and hosts', () => {
    checkHover('drbd', at('resource r'), [
      '| Protocol | `A` ([resource]',
      '| `alice` | 0 | `10.0.0.1:7788` |',
      '| `bob` | 1 | `ipv6 [fe80::1]:7788` |',
      '| 0 | `/dev/drbd5` | `/dev/vg/a` | `internal` |',
    ]);
    checkHover('drbd', at('on al'), ['uname -n', '| node-id | 0 |', '`r0`']);
    checkHover('drbd', at('resource r'), ['| ホスト | node-id | アドレス |', '下位デバイス'], 'ja');
  });

  test('devices, disks, addresses, numbers', () => {
    checkHover('drbd', at('/dev/dr'), ['the device of volume 0 of `r0`', '`/dev/drbd/by-res/r0/0`']);
    checkHover('drbd', 'resource r1 { device /dev/drbd<|>7; on a { disk /dev/x; } }', ['`/dev/drbd/by-res/r1`.']);
    checkHover('drbd', at('minor 5'), ['`/dev/drbd5`', 'Minor number 5.']);
    checkHover('drbd', at('disk /dev/v'), ['the backing device of volume 0']);
    checkHover('drbd', at('meta-disk int'), ['at the end of its backing device']);
    checkHover('drbd', at('10.0.0'), ['the address of `alice`', 'IPv4 over TCP, port 7788']);
    checkHover('drbd', at('10.0.0.1:77'), ['the port of `alice`']);
    checkHover('drbd', at('ipv'), ['IPv6']);
    checkHover('drbd', at('node-id 1'), ['the number of `bob`']);
    checkHover('drbd', at('volume 0'), ['Volume 0 of `r0`']);
  });

  test('the other language: who runs a resource, who uses a device, what an include reads', () => {
    const service = newService();
    service.workspace.open('file:///etc/drbd.conf', 'drbd', 'include "drbd.d/*.res";\n');
    service.workspace.open('file:///etc/drbd.d/r0.res', 'drbd', resource);
    service.workspace.open(
      'file:///etc/cluster.crm',
      'crm',
      'primitive d ocf:linbit:drbd params drbd_resource=r0\nprimitive fs Filesystem params device=/dev/drbd5 directory=/srv fstype=xfs\nnode alice\n',
    );
    const hover = (uri: string, text: string, word: string): string =>
      service.hover(uri, text.indexOf(word) + 1, 'en')?.markdown ?? '';
    const res = 'file:///etc/drbd.d/r0.res';
    assert.match(
      hover(res, resource, 'r0'),
      /In the cluster \| \[`d`\]\(file:\/\/\/etc\/cluster.crm#L1\) \(`cluster.crm`\)/,
    );
    assert.match(hover(res, resource, '/dev/drbd5'), /Used by \[`fs`\]\(file:\/\/\/etc\/cluster.crm#L2\)/);
    assert.match(hover(res, resource, 'alice'), /Cluster node \| \[`alice`\]/);
    assert.match(
      hover('file:///etc/drbd.conf', 'include "drbd.d', '"drbd.d'),
      /Reads \[`r0.res`\]\(file:\/\/\/etc\/drbd.d\/r0.res\)/,
    );
    const crm = service.workspace.file('file:///etc/cluster.crm')?.text() ?? '';
    assert.match(hover('file:///etc/cluster.crm', crm, '/dev/drbd5'), /volume 0 of the DRBD resource \[`r0`\]/);
    assert.match(hover('file:///etc/cluster.crm', crm, 'r0'), /DRBD resource \[`r0`\]/);
  });

  test('secrets stay where they are', () => {
    const { service, uri } = serviceWith('drbd', 'resource r { net { shared-secret hunter2; } }');
    assert.ok(!service.hover(uri, 15, 'en')?.markdown.includes('hunter2'));
    assert.ok(service.hover(uri, 14, 'en')?.markdown.includes('shared-secret'));
  });

  test('a name is no Markdown, wherever it shows up', () => {
    const evil = '"[x](command:evil)<img>"';
    const text = `common { net { ${evil} ${evil}; } }\ninclude ${evil};\nresource ${evil} {
  protocol ${evil}; net { protocol ${evil}; ${evil} ${evil}; }
  volume ${evil} { device ${evil} minor ${evil}; disk ${evil}; meta-disk ${evil} [${evil}]; }
  on ${evil} { node-id ${evil}; address ${evil} ${evil}:${evil}; }
  connection ${evil} { host ${evil} address ${evil}:${evil}; }
  connection-mesh { hosts ${evil} ${evil}; }
}\n`;
    const { service, uri } = serviceWith('drbd', text);
    const seen = new Set<string>();
    for (let offset = 0; offset < text.length; offset += 3)
      for (const locale of ['en', 'ja'] as const) seen.add(service.hover(uri, offset, locale)?.markdown ?? '');
    assert.ok(seen.size > 20);
    for (const markdown of seen) {
      const rest = markdown.replace(/(`+)[^`].*?\1/g, '');
      assert.doesNotMatch(rest, /(?<!\\)\]\(command:|(?<!\\)<img/, markdown);
    }
  });
});
