import assert from 'node:assert/strict';
import { newCluster } from '../../server/src/languages/new-cluster';
import { newClusters } from '../support/new-clusters';
import { hasCrmsh, putToCrmsh } from './crm/crmsh';
import { askAll, hasParser } from './drbd/ask';

suite('a new cluster and the real tools', () => {
  test('crm loads it, and the schema takes it', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh
    const texts = newClusters.map((plan) => newCluster(plan)[0]?.text ?? '');
    for (const [i, { ok, schema, errors }] of putToCrmsh(texts.map((text) => ({ text }))).entries())
      assert.ok(ok && schema, `${errors.join('\n')}\n${texts[i]}`);
  }).timeout(300_000);

  test('drbdadm takes it on every node', function () {
    if (!hasParser('9')) this.skip(); // needs drbd-utils
    const plans = newClusters.filter(({ storage }) => storage);
    const questions = plans.map((plan) => {
      const files = Object.fromEntries(newCluster(plan).map(({ path, text }) => [path, text]));
      return { text: files['drbd.conf'] ?? '', files, nodes: plan.nodes.map(({ name }) => name) };
    });
    for (const [i, { accepted, said }] of askAll(questions, '9').entries())
      assert.ok(accepted, `${said}\n${JSON.stringify(plans[i])}`);
  }).timeout(300_000);
});
