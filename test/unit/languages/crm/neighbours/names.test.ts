import assert from 'node:assert/strict';
import { newService } from '../../../../support/service';

const corosync = `totem { version: 2 }
nodelist {
  # name: ghost
  node { ring0_addr: 10.0.0.1
    name: alpha
    nodeid: 1
  }
  node {
    ring0_addr: beta
  }
  node {
    ring0_addr: 10.0.0.3
  }
}
quorum { provider: corosync_votequorum }
`;

const cib = `<cib><configuration><crm_config/>
<nodes><node id="1" uname="gamma"/></nodes>
<resources><group id='g1'><primitive id="p1" class="ocf"/></group><master id="m1"><primitive id="p2"/></master>
<template id="t1"/></resources>
<constraints><rsc_location id="l1" rsc="p1"/></constraints></configuration>
<status><node_state id="1" uname="x"/></status></cib>`;

/** What is offered at the end of a crm text beside these files. */
function offered(text: string): string[] {
  const service = newService();
  service.workspace.discover('file:///etc/corosync/corosync.conf', 'corosync', corosync);
  service.workspace.discover('file:///w/cib.xml', 'crm-cib', cib);
  service.workspace.open('file:///w/a.crm', 'crm', text);
  return (service.completion('file:///w/a.crm', text.length, 'en')?.items ?? []).map(({ label }) => label);
}

suite('Files with names of the same cluster', () => {
  test('nodes of corosync.conf and of a CIB are offered', () => {
    assert.deepEqual(offered('node ').sort(), ['alpha', 'beta', 'gamma']);
    assert.deepEqual(offered('node alpha\nlocation l p1 inf: ').sort(), ['alpha', 'beta', 'gamma']);
  });

  test('resources of a CIB are offered where they fit', () => {
    const names = offered('location l ');
    for (const name of ['g1', 'p1', 'm1', 'p2', 't1']) assert.ok(names.includes(name), name);
    assert.ok(!names.includes('l1'));
    assert.ok(offered('primitive x ').includes('@t1'));
  });

  test('a rename leaves them alone, a definition is found in them', () => {
    const service = newService();
    service.workspace.discover('file:///w/cib.xml', 'crm-cib', cib);
    const text = 'location l2 p1 1: n1\nprimitive p1 Dummy\n';
    service.workspace.open('file:///w/a.crm', 'crm', text);
    const edits = service.rename('file:///w/a.crm', text.indexOf('p1'), 'p9');
    assert.deepEqual([...edits.keys()], ['file:///w/a.crm']);
    const found = service.definitions('file:///w/a.crm', text.indexOf('p1')).find(({ uri }) => uri.endsWith('cib.xml'));
    assert.equal(found && cib.slice(found.span.start, found.span.end), 'p1');
  });

  test('what cannot be read declares nothing', () => {
    const service = newService();
    for (const broken of [
      '',
      '<cib',
      '<!DOCTYPE x><cib/>',
      'nodelist { node {',
      '}}}}',
      '\0',
      'nodelist {\nnode {\nname:',
    ])
      for (const language of ['corosync', 'crm-cib']) {
        service.workspace.discover('file:///w/x', language, broken);
        assert.deepEqual(
          service.workspace.file('file:///w/x')?.units.flatMap(({ model }) => model.entries),
          [],
        );
      }
  });
});
