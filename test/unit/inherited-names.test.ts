import assert from 'node:assert/strict';
import { cibTextOf, crmTextOf, readMetadata } from '../../server/src/languages';
import { languageData } from '../../server/src/languages/data';
import { readSettings } from '../../server/src/settings';
import { serviceWith } from '../support/service';

/** What every object has: as a name in a configuration it is a name like any other. */
const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__'];

const texts: Readonly<Record<string, (name: string) => string>> = {
  crm: (name) => `node 1: ${name} attributes ${name}=1 utilization ${name}=2
rsc_template t_${name} ocf:heartbeat:${name} params ${name}=1
primitive ${name} IPaddr2 params ip=192.0.2.1 ${name}=1 meta ${name}=1 op ${name} ${name}=1 op monitor interval=10s
primitive two ${name}
primitive three stonith:${name} params ${name}=1
group g_${name} ${name}
order o_${name} ${name}: ${name} two
colocation c_${name} inf: ${name}:${name} two
location l_${name} ${name} rule ${name}: ${name} eq ${name} and #uname eq ${name}
property ${name}=1 $id=${name}x
rsc_defaults ${name}=1
tag tag_${name}: ${name}
rsc_ticket ti_${name} ${name}: ${name} loss-policy=${name}
role r_${name} ${name} xpath:/cib read ref:${name}
acl_target ${name} r_${name}
alert a_${name} /bin/x attributes ${name}=1 to ${name}
fencing_topology ${name}: three
# linux-ha: ignore ${name}
${name} x
`,
  drbd: (name) => `resource ${name} {
  ${name} { ${name} 1; }
  net { ${name} 1; protocol ${name}; }
  handlers { ${name} "/bin/x"; fence-peer ${name}; }
  device minor ${name};
  on ${name} { address ${name} 10.0.0.1:7788; ${name} 1; volume ${name} { disk /dev/${name}; } }
  connection { host ${name}; host x address 10.0.0.1:${name}; }
}
common { ${name} 1; }
`,
};

suite('names that objects inherit', () => {
  const before = Object.getOwnPropertyNames(Object.prototype).sort();

  for (const [language, make] of Object.entries(texts))
    for (const name of names)
      test(`${language}: ${name} is a name like any other, whatever is asked`, () => {
        const text = make(name);
        const { service, uri } = serviceWith(language, text);
        service.lint(uri);
        assert.ok(service.diagnostics(uri, 'en').length > 0);
        assert.equal(service.diagnostics(uri, 'en', { [name]: 'off' }).length, service.diagnostics(uri, 'en').length);
        const whole = { start: 0, end: text.length };
        for (const repair of service.repairs(uri, whole, 'ja')) assert.ok(repair.title);
        service.format(uri, { indent: '\t' });
        service.actions(uri, whole, 'en');
        service.conversions(uri, whole, 'en');
        service.outline(uri);
        service.hints(uri, whole, 'en', new Set(['timeouts', 'units', 'nodeIds', 'implicitIds']));
        service.lenses(uri, 'en', new Set(['constraints', 'usedBy']));
        for (const { index: at } of text.matchAll(new RegExp(name, 'g')))
          for (const offset of [at, at + 3, at + name.length]) {
            service.hover(uri, offset, 'en');
            service.completion(uri, offset, 'ja');
            service.signature(uri, offset, 'en', true);
            service.occurrences(uri, offset);
            service.renameObstacle(uri, offset, 'constructor');
            service.rename(uri, offset, 'other');
            service.neighbours(uri, offset, 'after');
          }
        assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
      });

  test('they go into a CIB and come back', () => {
    for (const name of names) {
      const text = `primitive x${name} ocf:heartbeat:Dummy params ${name}=1 meta ${name}=2\n`;
      const { service, uri } = serviceWith('crm', text);
      const cib = cibTextOf(service.workspace.file(uri)?.units ?? [], languageData.crm, undefined);
      assert.match(cib, new RegExp(`name="${name}" value="1"`));
      const back = crmTextOf(cib, languageData.crm, { style: 'exact' });
      assert.ok(typeof back === 'string' && back.includes(`params ${name}=1`), JSON.stringify(back));
    }
  });

  test('they come with the metadata of an agent, and with settings', () => {
    const parameters = names.map((name) => `<parameter name="${name}"><content type="string"/></parameter>`).join('');
    const agent = readMetadata(
      'ocf:x:y',
      `<resource-agent name="y"><parameters>${parameters}</parameters></resource-agent>`,
    );
    assert.ok(!('problem' in agent));
    assert.deepEqual(agent.parameters.map(({ name }) => name).sort(), [...names].sort());
    const rules = JSON.parse(
      '{"rules": {"__proto__": {"polluted": true}, "constructor": "off"}, "__proto__": {"a": 1}}',
    );
    assert.deepEqual(Object.keys(readSettings(rules).rules), ['constructor']);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
    assert.deepEqual(Object.getOwnPropertyNames(Object.prototype).sort(), before);
  });
});
