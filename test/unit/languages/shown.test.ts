import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits';
import { openFiles } from '../../support/places';
import { serviceWith } from '../../support/service';

const all = new Set(['timeouts', 'units', 'nodeIds', 'implicitIds', 'constraints', 'usedBy']);

/** Hints as they are read: the text with `‹label›` in it. */
function hinted(languageId: string, text: string, kind: string, locale: 'en' | 'ja' = 'en'): string {
  const { service, uri } = serviceWith(languageId, text);
  const found = service.hints(uri, { start: 0, end: text.length }, locale, new Set([kind]));
  return applyEdits(
    text,
    found.map(({ at, label }) => ({ span: { start: at, end: at }, newText: `‹${label}›` })),
  );
}

suite('hints: crm', () => {
  test('the timeout that an agent advises, by the action and its role; accepted it is written', () => {
    const text =
      'primitive f Filesystem op start interval=0 op stop timeout=1 op monitor interval=20s\nprimitive d ocf:linbit:drbd op monitor role=Master interval=1\nprimitive x ocf:mine:x op start\n';
    assert.equal(
      hinted('crm', text, 'timeouts'),
      'primitive f Filesystem op start interval=0‹advised timeout=60s› op stop timeout=1 op monitor interval=20s‹advised timeout=40s›\nprimitive d ocf:linbit:drbd op monitor role=Master interval=1‹advised timeout=20s›\nprimitive x ocf:mine:x op start\n',
    );
    assert.match(hinted('crm', text, 'timeouts', 'ja'), /‹推奨 timeout=60s›/);
    const { service, uri } = serviceWith('crm', text);
    const [first] = service.hints(uri, { start: 0, end: 60 }, 'en', all).filter(({ edits }) => edits);
    assert.match(applyEdits(text, first?.edits ?? []), /op start interval=0 timeout=60s op stop/);
    assert.match(first?.tooltip ?? '', /20s from Pacemaker/);
  });

  test('the ids that crm makes', () =>
    assert.equal(
      hinted(
        'crm',
        'primitive a Dummy params state=/x meta $id=m x=1 op monitor interval=10s op_params y=1 op start\nlocation l a rule 1: x eq 1 rule $id=r 2: y eq 1\n',
        'implicitIds',
      ),
      'primitive a Dummy params‹$id=a-instance_attributes› state=/x meta $id=m x=1 op‹$id=a-monitor-10s› monitor interval=10s op_params y=1 op‹$id=a-start-0› start\nlocation l a rule‹$id=l-rule› 1: x eq 1 rule $id=r 2: y eq 1\n',
    ));
});

suite('hints: DRBD', () => {
  test('numbers in the units that people think in', () => {
    const text = 'resource r0 {\n  net { timeout 60; ping-int 10; max-buffers 8000; sndbuf-size 512k; }\n}\n';
    assert.equal(
      hinted('drbd', text, 'units'),
      'resource r0 {\n  net { timeout 60‹= 6 seconds›; ping-int 10‹= 10 seconds›; max-buffers 8000; sndbuf-size 512k; }\n}\n',
    );
    assert.match(hinted('drbd', text, 'units', 'ja'), /timeout 60‹= 6 秒›/);
  });

  test('node-ids that drbdadm derives; none where they are written, or up to 8.4', () => {
    const text =
      'resource r0 {\n  on alpha { address 10.0.0.1:7788; disk /dev/a; device /dev/drbd0; meta-disk internal; }\n  on beta { address 10.0.0.2:7788; disk /dev/a; device /dev/drbd0; meta-disk internal; }\n}\n';
    const ids = [...hinted('drbd', text, 'nodeIds').matchAll(/on (\w+)‹node-id (\d)›/g)].map(([, host, id]) => [
      host,
      id,
    ]);
    assert.deepEqual(
      ids.map(([host]) => host),
      ['alpha', 'beta'],
    );
    assert.deepEqual(ids.map(([, id]) => id).sort(), ['0', '1']);
    assert.equal(hinted('drbd', text.replace('on alpha {', 'on alpha { node-id 0;'), 'nodeIds').includes('‹'), false);
    assert.equal(hinted('drbd', `# linux-ha: drbd 8.4\n${text}`, 'nodeIds').includes('‹'), false);
  });

  test('volume 0 and the names of devices', () =>
    assert.equal(
      hinted(
        'drbd',
        'resource r0 {\n  device minor 5;\n  volume 1 { device minor 6; }\n  on a { device /dev/drbd7; }\n}\n',
        'implicitIds',
      ),
      'resource r0 {\n  ‹volume 0›device minor 5‹/dev/drbd5›;\n  volume 1 { device minor 6‹/dev/drbd6›; }\n  on a { ‹volume 0›device /dev/drbd7; }\n}\n',
    ));
});

/** Lenses as `LINE title`. */
function lenses(marked: string, locale: 'en' | 'ja' = 'en'): string[] {
  const { service, uri, texts } = openFiles(marked);
  return service.lenses(uri, locale, all).map(({ span, title, places }) => {
    assert.ok(places.length > 0);
    return `${(texts.get(uri) ?? '').slice(0, span.start).split('\n').length} ${title}`;
  });
}

suite('lenses', () => {
  test('crm: constraints, and what uses a resource', () => {
    const text =
      '== a.crm ==\n<|>node n\nprimitive a Dummy\nms m a\nlocation l m 1: n\ncolocation c inf: ( m b ) d\nrsc_template t Dummy\nprimitive e @t\n';
    assert.deepEqual(lenses(text), ['1 1 constraint', '2 used by m', '3 2 constraints', '6 used by e']);
    assert.deepEqual(lenses(text, 'ja')[2], '3 制約 2 件');
  });

  test('DRBD: other resources, and those of the cluster', () =>
    assert.deepEqual(
      lenses(
        '== r.res ==\n<|>resource r0 { }\nresource r1 { disk { resync-after r0; } }\n== a.crm ==\nprimitive d ocf:linbit:drbd params drbd_resource=r0\n',
      ),
      ['1 used by r1, d'],
    ));
});

suite('links', () => {
  /** Words that lead to files, with what they lead to. */
  const links = (marked: string) => {
    const { service, uri, texts } = openFiles(marked);
    return service
      .links(uri)
      .map(({ span, target, path }) => `${(texts.get(uri) ?? '').slice(span.start, span.end)} -> ${target ?? path}`);
  };

  test('one included file; of several the list is a definition', () => {
    const text =
      '== drbd.conf ==\ninclude "drbd.d/<|>*.res";\ninclude "drbd.d/global_common.conf";\ninclude "none.conf";\n== drbd.d/global_common.conf ==\n== drbd.d/a.res ==\n== drbd.d/b.res ==\n';
    assert.deepEqual(links(text), ['drbd.d/global_common.conf -> file:///w/drbd.d/global_common.conf']);
    const { service, uri, offset } = openFiles(text);
    assert.deepEqual(
      service.definitions(uri, offset).map((place) => place.uri),
      ['file:///w/drbd.d/a.res', 'file:///w/drbd.d/b.res'],
    );
  });

  test('handlers, parameters, alerts; no devices', () => {
    assert.deepEqual(
      links('== a.res ==\n<|>common { handlers { split-brain "/usr/lib/drbd/notify-split-brain.sh root"; } }\n'),
      ['/usr/lib/drbd/notify-split-brain.sh -> /usr/lib/drbd/notify-split-brain.sh'],
    );
    assert.deepEqual(
      links(
        '== a.crm ==\n<|>primitive w apache params configfile="/etc/httpd/httpd.conf" x=/dev/sda y=/\nalert a  "/usr/a.sh" to x\n',
      ),
      ['/etc/httpd/httpd.conf -> /etc/httpd/httpd.conf', '"/usr/a.sh" -> /usr/a.sh'],
    );
  });
});

suite('what starts before and after', () => {
  const sequence = (marked: string, direction: 'before' | 'after') => {
    const { service, uri, offset } = openFiles(marked);
    return service.neighbours(uri, offset, direction).map(({ stage, detail, said }) => {
      assert.ok(said.length > 0);
      return `${stage.kind} ${stage.name}: ${detail}`;
    });
  };
  const cluster = (at: string) =>
    `== a.crm ==\n${'primitive d Dummy\nms m d\nprimitive f Dummy\nprimitive v Dummy\nprimitive w Dummy\ngroup g f v\norder o1 Mandatory: m:promote g:start\norder o2 Optional: g w\norder o3 ( f v ) w\n'.replace(at, `${at}<|>`)}`;

  test('order constraints, of the containers too, and groups', () => {
    assert.deepEqual(sequence(cluster('group g'), 'before'), ['ms m: o1: promote → start']);
    assert.deepEqual(sequence(cluster('group g'), 'after'), ['primitive w: o2: start → start (Optional)']);
    assert.deepEqual(sequence(cluster('primitive v'), 'before'), ['primitive f: group g', 'ms m: o1: promote → start']);
    assert.deepEqual(sequence(cluster('primitive w'), 'before'), [
      'group g: o2: start → start (Optional)',
      'primitive f: o3: start → start',
      'primitive v: o3: start → start',
    ]);
    const { service, uri, offset } = openFiles(cluster('primitive f'));
    assert.equal(service.stageAt(uri, offset)?.name, 'f');
  });

  test('DRBD: resources that wait for others, or stand on them', () => {
    const text =
      '== a.res ==\nresource r0 { }\nresource r1 { disk { resync-after r0/0; } stacked-on-top-of r2 { } }\nresource r2 { }\n';
    assert.deepEqual(
      sequence(text.replace('resource r1', 'resource r1<|>'), 'before'),
      ['r0: resync-after', 'r2: stacked-on-top-of'].map((line) => `resource ${line}`),
    );
    assert.deepEqual(sequence(text.replace('resource r0', 'resource r0<|>'), 'after'), ['resource r1: resync-after']);
  });

  test('nothing for what is no part of an order', () => {
    const { service, uri, offset } = openFiles('== a.crm ==\nprimitive a Dummy params st<|>ate=1\n');
    assert.equal(service.stageAt(uri, offset), undefined);
  });
});

suite('a name that stands several times in a statement', () => {
  const linked = (marked: string) => {
    const { service, uri, offset, texts } = openFiles(marked);
    return service.linkedPlaces(uri, offset).map(({ start, end }) => [start, (texts.get(uri) ?? '').slice(start, end)]);
  };
  test('is typed once', () => {
    assert.deepEqual(linked('== a.crm ==\norder o a<|>:promote a:start\n'), [
      [8, 'a'],
      [18, 'a'],
    ]);
    assert.deepEqual(
      linked('== a.res ==\nresource r0 {\n on al<|>pha { }\n connection { host alpha; host beta; }\n}\n').map(
        ([, text]) => text,
      ),
      ['alpha', 'alpha'],
    );
    assert.deepEqual(linked('== a.crm ==\norder o a<|> b\norder p a c\n'), []);
  });
});
