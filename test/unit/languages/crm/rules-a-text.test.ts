import { checkDiagnostics, checkFix } from '../../../support/check';

const dummy = 'primitive a ocf:heartbeat:Dummy';

suite('crm rules: characters and lines', () => {
  test('full-width characters and dashes', () => {
    checkFix(
      'crm',
      'primitive vip IPaddr2 params ip＝１９２．0.2.1\n',
      'crm/lookalike-character',
      'primitive vip IPaddr2 params ip=192.0.2.1\n',
      'Write =192.',
    );
    checkFix('crm', 'property no–quorum-policy=stop\n', 'crm/lookalike-character', 'property no-quorum-policy=stop\n');
  });
  test('Japanese text is no mistake', () =>
    checkDiagnostics('crm', `${dummy} params state="/run/予備（１）"\n`, { only: 'crm/lookalike-character' }));
  test('invisible characters', () => checkFix('crm', `\u200b${dummy}\n`, 'crm/invisible-character', `${dummy}\n`));
  test('a byte-order mark', () => {
    checkFix('crm', `\ufeff${dummy}\n`, 'crm/byte-order-mark', `${dummy}\n`);
    checkDiagnostics('crm', `node n1\n\ufeff${dummy}\n^ error crm/byte-order-mark fixable\ngroup g a\n`);
  });
  test('blanks behind a backslash', () =>
    checkFix(
      'crm',
      `${dummy} \\  \n  op monitor interval=10s\n`,
      'crm/blank-after-backslash',
      `${dummy} \\\n  op monitor interval=10s\n`,
    ));
  test('a backslash at the end of the file', () => {
    checkFix(
      'crm',
      `${dummy} op monitor interval=10s \\\n`,
      'crm/dangling-continuation',
      `${dummy} op monitor interval=10s\n`,
    );
    checkDiagnostics('crm', `${dummy} \\\n\n# more\n`, { only: 'crm/dangling-continuation' });
  });
  test('a line that was torn off', () => {
    checkFix('crm', `${dummy}\n  params state=/x\n`, 'crm/continuation-missing', `${dummy} \\\n  params state=/x\n`);
    checkDiagnostics('crm', `${dummy}\n\n  op monitor interval=10s\n  ^^ error crm/continuation-missing\n`, {
      only: 'crm/continuation',
    });
  });
  test('prompts are said once and taken away everywhere', () => {
    const text = `crm(live)configure# ${dummy}\ncrm(live)configure# group g a\n`;
    checkDiagnostics('crm', `${text.replace('\n', '\n^^^^^^^^^^^^^^^^^^^^ information crm/pasted-prompt fixable\n')}`, {
      only: 'crm/pasted-prompt',
    });
    checkFix('crm', text, 'crm/pasted-prompt', `${dummy}\ngroup g a\n`);
  });
  test('scripts keep their commands', () =>
    checkDiagnostics('crm', `#!/bin/sh\ncrm configure ${dummy}\npcs status\n`, { only: 'crm/p' }));

  const pcs = (before: string, after: string) =>
    test(before, () => checkFix('crm', `${before}\n`, 'crm/pcs-command', `${after}\n`));
  pcs(
    'pcs resource create vip ocf:heartbeat:IPaddr2 ip=192.0.2.1 op monitor interval=10s timeout=20s meta priority=1 --wait',
    'primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1 op monitor interval=10s timeout=20s meta priority=1',
  );
  pcs(
    'pcs resource create d ocf:linbit:drbd drbd_resource=r0 op monitor interval=29s role=Promoted monitor interval=31s promotable notify=true',
    'primitive d ocf:linbit:drbd params drbd_resource=r0 op monitor interval=29s role=Promoted op monitor interval=31s\nclone d-clone d meta promotable=true notify=true',
  );
  pcs(
    'pcs stonith create f fence_ipmilan ip=192.0.2.9 pcmk_host_list="n1 n2"',
    'primitive f stonith:fence_ipmilan params ip=192.0.2.9 pcmk_host_list="n1 n2"',
  );
  pcs('pcs resource group add g a b', 'group g a b');
  pcs('pcs resource clone a interleave=true', 'clone a-clone a meta interleave=true');
  pcs('pcs property set no-quorum-policy=stop', 'property no-quorum-policy=stop');
  pcs('pcs resource defaults update resource-stickiness=100', 'rsc_defaults resource-stickiness=100');
  pcs(
    'pcs constraint order promote d-clone then start fs',
    'order order-d-clone-fs-mandatory Mandatory: d-clone:promote fs:start',
  );
  pcs(
    'pcs constraint colocation add fs with Promoted d-clone INFINITY',
    'colocation colocation-fs-d-clone-INFINITY INFINITY: fs d-clone:Promoted',
  );
  pcs('pcs constraint location a prefers n1=50', 'location location-a-n1-50 a 50: n1');
  test('pcs lines without a counterpart have no repair', () =>
    checkDiagnostics('crm', 'pcs resource create a Dummy --group g\n^^^ error crm/pcs-command\n', { only: 'crm/pcs' }));
});
