import assert from 'node:assert/strict';
import { acted, actionCases } from '../support/actions';
import { hasCrmsh, putToCrmsh } from './crm/crmsh';
import { askAll, hasParser } from './drbd/ask';

suite('offered changes and the real tools', () => {
  test('crm takes the result; what only lays out or sorts gives the same cluster', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh
    const cases = actionCases.filter(({ language }) => language === 'crm');
    const ask = (texts: readonly string[]) => putToCrmsh(texts.map((text) => ({ text, show: true })));
    const before = ask(cases.map((one) => one.before));
    const after = ask(cases.map((one) => acted(one) ?? ''));
    for (const [i, { title, same }] of cases.entries()) {
      assert.ok(after[i]?.ok, `${title}: ${after[i]?.errors.join('; ')}`);
      // crm keeps comments; headings are some.
      const bare = (show: string | null | undefined) => show?.replace(/^#.*\n/gm, '');
      if (same) assert.equal(bare(after[i]?.show), bare(before[i]?.show), title);
    }
  }).timeout(120_000);

  test('drbdadm takes the result', function () {
    if (!hasParser('9')) this.skip(); // needs drbd-utils
    const cases = actionCases.filter(({ language }) => language === 'drbd');
    for (const [i, { accepted, said }] of askAll(
      cases.map((one) => ({ text: acted(one) ?? '' })),
      '9',
    ).entries())
      assert.ok(accepted, `${cases[i]?.title}: ${said}`);
  }).timeout(60_000);
});
