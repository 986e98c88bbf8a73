import assert from 'node:assert/strict';
import { expand, snippetsOf } from '../grammar/snippet';
import { askCrmsh, type CrmMessage, hasCrmsh } from './crm-load';
import { dumpText, hasDrbdadm } from './drbd-dump';
import { needs } from './real-tools';

/** What the snippets refer to by default. */
const surroundings = `
node 1: alice
node 2: bob
primitive web ocf:pacemaker:Dummy
primitive vip ocf:pacemaker:Dummy
primitive db ocf:pacemaker:Dummy
primitive p_drbd0 ocf:pacemaker:Stateful
clone ms_drbd p_drbd0 meta promotable=true
primitive p_dlm0 ocf:pacemaker:Dummy
clone cl_dlm p_dlm0
primitive st_alice stonith:fence_ipmilan
primitive st_bob stonith:fence_ipmilan
primitive st_sbd stonith:fence_sbd
`;

/** crmsh looks for agents on this machine; which of them are installed says nothing about a snippet. */
const isAboutTheMachine = (message: CrmMessage): boolean => /got no meta-data, does this RA exist/.test(message.text);

suite('Snippets, asked of the real tools', function () {
  this.timeout(120_000);

  test('crmsh loads every crm snippet', function () {
    needs('crmsh', hasCrmsh(), this);
    const cases = Object.values(snippetsOf('crm')).map((one) => ({
      name: one.prefix,
      text: expand(one),
      base: surroundings,
    }));
    const refused = askCrmsh(cases).filter((one) => !one.ok && !one.messages.every(isAboutTheMachine));
    assert.deepEqual(refused, []);
  });

  test('drbdadm takes every DRBD snippet', function () {
    needs('drbdadm', hasDrbdadm(), this);
    const refused = Object.values(snippetsOf('drbd')).flatMap((one) => {
      const said = dumpText(inItsPlace(one.prefix, expand(one)), 'somewhere-else');
      return said === '' ? [] : [`${one.prefix}: ${said}`];
    });
    assert.deepEqual(refused, []);
  });
});

/** A whole file round a snippet that is a part of one. */
function inItsPlace(prefix: string, text: string): string {
  if (prefix === 'on') return resource(`device minor 0;\n${text}\n${host('bob', 1)}`);
  if (prefix === 'volume') return resource(`${text}\n${host('alice', 0)}\n${host('bob', 1)}`);
  if (prefix === 'res-stacked') {
    const lower = `device minor 0; disk /dev/a; meta-disk internal;\n${host('alice', 0)}\n${host('bob', 1)}`;
    return `${resource(lower)}\n${text}`;
  }
  return text;
}

const resource = (content: string): string => `resource r0 {\n${content}\n}\n`;

const host = (name: string, id: number): string => `on ${name} { node-id ${id}; address 10.0.0.${id + 2}:7788; }`;
