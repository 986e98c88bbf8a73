import assert from 'node:assert/strict';
import { acted, actionCases } from '../../support/actions';
import { serviceWith } from '../../support/service';

suite('changes that are offered', () => {
  for (const one of actionCases)
    test(`${one.language}: ${one.title}`, () => {
      assert.equal(acted(one), one.after);
      const again = acted({ ...one, before: one.after });
      if (!/^(?:Add (?:a |volume)|Extract)/.test(one.title)) assert.equal(again, undefined, 'a second time nothing');
    });

  test('only where they have something to do', () => {
    const offered = (language: string, text: string) => {
      const { service, uri } = serviceWith(language, text);
      return service.actions(uri, { start: 0, end: text.length }, 'en').map(({ title }) => title);
    };
    assert.deepEqual(offered('crm', 'primitive p ocf:pacemaker:Dummy\n'), ['Add the advised operations']);
    // Nothing says which of two DRBD resources a minor belongs to.
    const two = 'primitive p ocf:linbit:drbd params drbd_resource=r0\nms c p\n';
    const fs = 'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs';
    const { service, uri } = serviceWith('crm', `${two}${two.replaceAll(/\b([pc])\b|r0/g, '$1x')}${fs}`);
    const at = service.workspace.file(uri)?.length ?? 0;
    assert.ok(!service.actions(uri, { start: at, end: at }, 'en').some(({ title }) => /constraint/.test(title)));
    service.workspace.open('file:///test/r.res', 'drbd', 'resource r0 {\ndevice minor 0; on a { }\n}');
    assert.ok(service.actions(uri, { start: at, end: at }, 'en').some(({ title }) => /constraint/.test(title)));
    assert.deepEqual(offered('crm', 'group g a b\n'), []);
    assert.deepEqual(offered('crm', 'primitive (\nprimitive q "\n'), []);
    // What a set with a condition says counts in an order that a template would change.
    assert.ok(
      !offered('crm', 'primitive a Dummy params rule 1: #uname eq n x=1\n').some((title) => /^Extract/.test(title)),
    );
    // DRBD 8 knows two hosts.
    const old =
      'resource r0 {\n  syncer { rate 9M; }\n  on a { address 10.0.0.1:7788; }\n  on b { address 10.0.0.2:7788; }\n}\n';
    assert.deepEqual(offered('drbd', old), []);
    assert.deepEqual(offered('drbd', 'global { usage-count no; }\n'), []);
    // Members of a group are in one already.
    assert.ok(
      !offered('crm', 'primitive a Dummy\nprimitive b Dummy\ngroup g a b\n').some((title) => /^Group/.test(title)),
    );
    // The order of commands has a meaning.
    assert.ok(
      !offered('crm', 'configure\nprimitive a Dummy\nproperty stonith-enabled=false\ncommit\n').some((title) =>
        /^Sort/.test(title),
      ),
    );
  });
});
