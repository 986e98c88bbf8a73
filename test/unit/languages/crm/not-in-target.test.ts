import { checkDiagnostics } from '../../../support/check';

const check = (marked: string, target: Record<string, string>) =>
  checkDiagnostics('crm', marked, { only: 'crm/not-in-target', settings: { target } });

suite('words that the target does not have', () => {
  test('nothing is said without a target', () => check('property fencing-enabled=false\nms m p\n', {}));

  test('what came later', () => {
    check(
      `property fencing-enabled=false
         ^^^^^^^^^^^^^^^ warning crm/not-in-target
`,
      { pacemaker: '2.1.5' },
    );
    check('property fencing-enabled=false\n', { pacemaker: '3.0.2' });
  });

  test('what is gone', () => {
    check(
      `ms m p
^^ warning crm/not-in-target
`,
      { pacemaker: '3.0.0' },
    );
    check('ms m p\n', { pacemaker: '2.1.5' });
  });

  test('podman is an error for an older crmsh', () => {
    check(
      `bundle b podman image=x
         ^^^^^^ error crm/not-in-target
`,
      { crmsh: '4.4.1' },
    );
    check('bundle b podman image=x\n', { crmsh: '5.0.0' });
  });
});
