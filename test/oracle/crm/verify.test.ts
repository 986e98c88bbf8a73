import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { findingsOf } from '../../support/catalogue';
import { hasCrmsh, putToCrmsh } from './crmsh';

/** Texts that crm loads and crm_verify complains of, with our finding. Each is made of one mistake. */
const complaints: readonly (readonly [text: string, code: string])[] = [
  [
    'node a\nprimitive p ocf:pacemaker:Dummy op monitor interval=10s timeout=20s\nproperty no-quorum-policy=stop\n',
    'crm/no-fencing',
  ],
  ['primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false no-quorum-policy=maybe\n', 'crm/invalid-value'],
  ['primitive p ocf:pacemaker:Dummy\nlocation l p foo: a\nproperty stonith-enabled=false\n', 'crm/bad-score'],
  [
    'primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false default-resource-stickiness=100 remove-after-stop=true\n',
    'crm/former-property',
  ],
  ['primitive p ocf:pacemaker:Dummy meta target-role=Master\nproperty stonith-enabled=false\n', 'crm/ignored-value'],
  [
    'primitive p ocf:pacemaker:Dummy\nclone c p meta clone-node-max=2\nproperty stonith-enabled=false\n',
    'crm/clone-numbers',
  ],
  ['primitive p lsb:foo\nclone c p meta globally-unique=true\nproperty stonith-enabled=false\n', 'crm/ignored-value'],
  ['primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false stonith-action=poweroff\n', 'crm/ignored-value'],
  [
    'primitive p ocf:pacemaker:Dummy op monitor interval=10s role=Bogus\nproperty stonith-enabled=false\n',
    'crm/invalid-value',
  ],
  [
    'primitive p ocf:pacemaker:Dummy meta multiple-active=whatever\nproperty stonith-enabled=false\n',
    'crm/invalid-value',
  ],
  ['primitive p ocf:pacemaker:Dummy meta requires=nonsense\nproperty stonith-enabled=false\n', 'crm/invalid-value'],
  ['primitive p ocf:pacemaker:Dummy meta requires=fencing\nproperty stonith-enabled=false\n', 'crm/fencing-wanted'],
  [
    'primitive p ocf:pacemaker:Dummy meta migration-threshold=-1\nproperty stonith-enabled=false\n',
    'crm/ignored-value',
  ],
  ['primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false placement-strategy=best\n', 'crm/invalid-value'],
  ['primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false symmetric-cluster=perhaps\n', 'crm/invalid-value'],
  [
    'primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false batch-limit=lots cluster-delay=xx\n',
    'crm/invalid-value',
  ],
  ['primitive p ocf:pacemaker:Dummy\nproperty stonith-enabled=false node-health-strategy=bogus\n', 'crm/invalid-value'],
  [
    'primitive p ocf:pacemaker:Dummy op monitor interval=10s on-fail=explode\nproperty stonith-enabled=false\n',
    'crm/invalid-value',
  ],
];

/** What crm_verify checks of a running cluster, or what no text that crm loads can hold, is not ours to find. */
const fine = [
  'primitive p ocf:pacemaker:Dummy op monitor interval=10s timeout=20s\nproperty stonith-enabled=false\n',
  'primitive s ocf:pacemaker:Stateful op monitor interval=9s role=Promoted op monitor interval=10s role=Unpromoted\nclone c s meta promotable=true\nproperty stonith-enabled=false\n',
];

/** Whether crm_verify is content with a CIB. */
const isContent = (cib: string): boolean =>
  spawnSync('crm_verify', ['-V', '-p'], { input: cib, timeout: 20_000 }).status === 0;

suite('crm_verify', () => {
  test('what it complains of has a finding', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh and pacemaker-cli-utils
    const verdicts = putToCrmsh(complaints.map(([text]) => ({ text, cib: true })));
    for (const [i, [text, code]] of complaints.entries()) {
      const cib = verdicts[i]?.cib;
      assert.ok(cib, `crm does not load:\n${text}`);
      assert.ok(!isContent(cib), `crm_verify is content with:\n${text}`);
      assert.ok(findingsOf('crm', text).includes(code), `${code} is not found in:\n${text}`);
    }
  }).timeout(120_000);

  test('what it takes has no warning but that fencing is off', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh and pacemaker-cli-utils
    for (const [i, { cib }] of putToCrmsh(fine.map((text) => ({ text, cib: true }))).entries()) {
      assert.ok(cib && isContent(cib), fine[i]);
      const allowed = new Set(['crm/fencing-off', 'crm/default-timeout', 'crm/deprecated-word']);
      assert.deepEqual(
        findingsOf('crm', fine[i] ?? '').filter((code) => !allowed.has(code)),
        [],
      );
    }
  }).timeout(120_000);
});
