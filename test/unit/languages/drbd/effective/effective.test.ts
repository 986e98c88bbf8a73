import assert from 'node:assert/strict';
import { SourceFile } from '../../../../../server/src/core/workspace/source-file';
import { drbdData } from '../../../../../server/src/languages/drbd/data';
import { effectiveConfiguration } from '../../../../../server/src/languages/drbd/effective/configuration';
import { withDefaults } from '../../../../../server/src/languages/drbd/effective/defaults';
import { filesNamed, itemsOf, placedItems } from '../../../../../server/src/languages/drbd/effective/sources';
import type { EffectiveConfiguration, Options } from '../../../../../server/src/languages/drbd/effective/types';
import type { Generation } from '../../../../../server/src/languages/drbd/generation';
import { buildDrbdFacts } from '../../../../../server/src/languages/drbd/index';
import { drbd } from '../support';

const facts = buildDrbdFacts(drbdData);

function read(files: Readonly<Record<string, string>>, generation: Generation = '9'): EffectiveConfiguration {
  const sources = Object.entries(files).map(([name, text]) => new SourceFile(`file:///etc/${name}`, drbd, text));
  const [root] = sources;
  assert.ok(root);
  return effectiveConfiguration(placedItems(root, sources), {
    facts,
    generation,
    template: (uri, name) => filesNamed(uri, name, sources).map(itemsOf)[0],
  });
}

/** `name value level` of each option. */
const shown = (options: Options | undefined): string[] =>
  [...(options?.values() ?? [])].map(({ name, value, origin }) => `${name} ${value} ${origin.level}`).sort();

const hosts = 'disk /dev/x; device minor 0; on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; }';

suite('drbd effective configuration', () => {
  test('every option says where it comes from, in the file that says it', () => {
    const common = 'common {\n  net { timeout 60; ping-int 7; }\n}\n';
    const { resources } = read({
      'drbd.conf': 'include "drbd.d/*.conf";\ninclude "drbd.d/*.res";\n',
      'drbd.d/common.conf': common,
      'drbd.d/r.res': `resource r { net { timeout 70; } ${hosts} }`,
    });
    const net = resources[0]?.connections[0]?.net;
    assert.deepEqual(shown(net), ['ping-int 7 common', 'timeout 70 resource']);
    const origin = net?.get('ping-int')?.origin;
    assert.equal(origin?.uri, 'file:///etc/drbd.d/common.conf');
    assert.equal(common.slice(origin?.span.start, origin?.span.end), 'ping-int 7;');
  });

  test('a disk has what its volume, the resource and common say, towards a peer what the connection says first', () => {
    const { resources } = read({
      'r.res': `common { disk { al-extents 100; c-max-rate 1M; } }
resource r {
  disk { size 1G; }
  on a { node-id 0; address 10.0.0.1:1; volume 0 { device minor 0; disk /dev/x; disk { al-extents 200; } } }
  on b { node-id 1; address 10.0.0.2:1; volume 0 { device minor 0; disk /dev/x; } }
  connection { host a; host b; disk { c-min-rate 2M; } volume 0 { disk { c-max-rate 3M; } } }
}`,
    });
    const [a, b] = resources[0]?.hosts ?? [];
    assert.deepEqual(shown(a?.volumes[0]?.options), ['al-extents 200 host-volume', 'size 2097152 resource']);
    assert.deepEqual(shown(b?.volumes[0]?.options), ['al-extents 100 common', 'size 2097152 resource']);
    assert.deepEqual(shown(b?.volumes[0]?.peerOptions), ['c-max-rate 1024 common']);
    assert.deepEqual(shown(resources[0]?.connections[0]?.volumes.get(0)), [
      'c-max-rate 3072 connection-volume',
      'c-min-rate 2048 connection',
    ]);
  });

  test('a template takes the place of common, and is one from its own folder', () => {
    const files = {
      'drbd.conf': `common { net { timeout 60; } }\ninclude "drbd.d/r.res";\nresource other { ${hosts} }`,
      'drbd.d/r.res': `resource r { template-file "common.tmpl"; ${hosts} }`,
      'drbd.d/common.tmpl': 'common { net { ping-int 5; } }\nresource never { }',
      'common.tmpl': 'common { net { ping-int 9; } }',
    };
    const { resources } = read(files);
    assert.deepEqual(
      resources.map(({ name, net }) => [name, ...shown(net)]),
      [
        ['r', 'ping-int 5 template'],
        ['other', 'timeout 60 common'],
      ],
    );
  });

  test('each file counts once, also in a circle', () => {
    const { resources } = read({
      'drbd.conf': 'include "a.res";\ninclude "*.res";\n',
      'a.res': `include "drbd.conf";\ninclude "b.res";\nresource a { ${hosts} }`,
      'b.res': `include "a.res";\nresource b { ${hosts} }`,
    });
    assert.deepEqual(
      resources.map(({ name }) => name),
      ['b', 'a'],
    );
  });

  test('node ids of two hosts come from their addresses in 9, and do not exist before', () => {
    const text = { 'r.res': `resource r { ${hosts} }` };
    const ids = (generation: Generation) => read(text, generation).resources[0]?.hosts.map(({ nodeId }) => nodeId);
    assert.deepEqual(new Set(ids('9')), new Set([0, 1]));
    assert.deepEqual(ids('8.4'), [undefined, undefined]);
    assert.ok(read(text).resources[0]?.hosts.every(({ nodeIdDerived }) => nodeIdDerived));
  });

  test('a mesh connects each host with each other, its options go before those of common', () => {
    const { resources } = read({
      'r.res': `common { net { timeout 60; ping-int 3; } }
resource r { disk /dev/x; device minor 0;
  on a { node-id 0; address 10.0.0.1:1; } on b { node-id 1; address 10.0.0.2:1; } on c { node-id 2; address 10.0.0.3:1; }
  connection-mesh { hosts a b c; net { timeout 60; protocol A; } }
}`,
    });
    const connections = resources[0]?.connections ?? [];
    assert.deepEqual(
      connections.map(({ paths }) => paths[0]?.map(({ name }) => name).join()),
      ['a,b', 'a,c', 'b,c'],
    );
    assert.deepEqual(shown(connections[0]?.net), ['ping-int 3 common', 'protocol A mesh', 'timeout 60 mesh']);
    assert.deepEqual(resources[0]?.clashes, []);
  });

  test('what is inherited twice with different values is a clash in 9; 8.4 takes the first', () => {
    const text = {
      'r.res': `resource r { disk { al-extents 100; } volume 0 { device minor 0; disk /dev/x; meta-disk internal; disk { al-extents 200; } }
  on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; } }`,
    };
    const [nine, older] = [read(text).resources[0], read(text, '8.4').resources[0]];
    assert.deepEqual(
      nine?.clashes.map(({ name, first, other }) => [name, first.value, other.value]),
      [['al-extents', '100', '200']],
    );
    assert.deepEqual(older?.clashes, []);
    assert.deepEqual(shown(older?.hosts[0]?.volumes[0]?.options), ['al-extents 100 resource']);
  });

  test('defaults fill what nobody says', () => {
    const net = read({ 'r.res': `resource r { net { timeout 70; } ${hosts} }` }).resources[0]?.net ?? new Map();
    const all = withDefaults(net, 'net', facts, '9');
    assert.equal(all.get('timeout')?.value, '70');
    assert.deepEqual([all.get('ping-int')?.value, all.get('ping-int')?.origin.level], ['10', 'default']);
    assert.equal(all.has('tls'), false);
  });

  test('no text makes it throw', () => {
    for (const text of ['resource', 'resource r { on', 'resource r { connection { host', 'common { net { timeout'])
      read({ 'r.res': text });
    read({ 'r.res': 'resource r { stacked-on-top-of r { device minor 1; } on a { } connection-mesh { hosts a b; } }' });
  });
});
