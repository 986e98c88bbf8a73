import assert from 'node:assert/strict';
import { repairedExamples } from '../support/rule-repairs';
import { askCrmsh, hasCrmsh } from './crm/crmsh';
import { askAll, hasParser } from './drbd/ask';

/** Repairs whose examples speak of resources that they do not declare, so crmsh has nothing to load. */
const all = repairedExamples();
const of = (language: string) => all.filter((one) => one.language === language);

suite('repairs and the real tools', () => {
  test('crm takes what a repair makes wherever it took what was there', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh
    const repaired = of('crm');
    const before = askCrmsh(repaired.map((one) => one.before));
    const after = askCrmsh(repaired.map((one) => one.after));
    const worse = repaired.flatMap(({ rule, title, after: text }, i) =>
      before[i]?.ok && !after[i]?.ok ? [`${rule}, ${title}: ${after[i]?.errors.join('; ')}\n${text}`] : [],
    );
    assert.deepEqual(worse, []);
  }).timeout(300_000);

  test('drbdadm takes what a repair makes wherever it took what was there', function () {
    if (!hasParser('9')) this.skip(); // needs drbd-utils
    const repaired = of('drbd');
    const before = askAll(
      repaired.map((one) => ({ text: one.before })),
      '9',
    );
    const after = askAll(
      repaired.map((one) => ({ text: one.after })),
      '9',
    );
    const worse = repaired.flatMap(({ rule, title, after: text }, i) =>
      before[i]?.accepted && !after[i]?.accepted ? [`${rule}, ${title}: ${after[i]?.said}\n${text}`] : [],
    );
    assert.deepEqual(worse, []);
  }).timeout(300_000);
});
