import assert from 'node:assert/strict';
import { expand, snippetsOf } from '../grammar/snippet';
import { inItsPlace, surroundings } from '../support/snippet-places';
import { askCrmsh, type CrmMessage, hasCrmsh } from './crm-load';
import { dumpText, hasDrbdadm } from './drbd-dump';
import { needs } from './real-tools';

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
      const said = dumpText(inItsPlace('drbd', one.prefix, expand(one)), 'somewhere-else');
      return said === '' ? [] : [`${one.prefix}: ${said}`];
    });
    assert.deepEqual(refused, []);
  });
});
