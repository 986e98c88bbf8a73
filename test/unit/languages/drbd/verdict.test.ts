import { checkDiagnostics, checkFix } from '../../../support/check';

const only = (code: string) => ({ only: `drbd/${code}` });

suite('drbd verdicts', () => {
  test('a mesh gives node-ids to the first two hosts that lack one, as drbdadm does', () => {
    checkDiagnostics(
      'drbd',
      `
resource r0 {
  on a { device minor 0; address 10.0.0.1:7788; }
  on b { device minor 0; address 10.0.0.2:7788; }
  on c { device minor 0; address 10.0.0.3:7788; }
  ^^ error drbd/missing-node-id
  connection-mesh { hosts a b c; }
}
`,
      only('missing-node-id'),
    );
  });

  test('a mesh names hosts by their short or qualified names', () => {
    checkDiagnostics(
      'drbd',
      `
resource r0 {
  on a.example.org { device minor 0; address 10.0.0.1:7788; node-id 0; }
  on b { device minor 0; address 10.0.0.2:7788; node-id 1; }
  connection-mesh { hosts A b z; }
                              ^ error drbd/mesh-hosts
}
`,
      only('mesh-hosts'),
    );
  });

  test('common meets what a mesh says', () => {
    checkDiagnostics(
      'drbd',
      `
common {
  net { timeout 60; }
}
resource r0 {
  on a { device minor 0; address 10.0.0.1:7788; node-id 0; }
  on b { device minor 0; address 10.0.0.2:7788; node-id 1; }
  connection-mesh { hosts a b; net { timeout 70; } }
                                             ^^ error drbd/option-clash
}
`,
      only('option-clash'),
    );
  });

  test('addresses clash only where connections use them', () => {
    checkDiagnostics(
      'drbd',
      `
resource r0 {
  on a { device minor 0; address 10.0.0.1:7788; node-id 0; }
  on b { device minor 0; address 10.0.0.2:7788; node-id 1; }
  connection { host a address 10.9.0.1:7788; host b address 10.9.0.2:7788; }
                              ^^^^^^^^ error drbd/duplicate-address
}
resource r1 {
  on a { device minor 1; address 10.0.0.1:7788; node-id 0; }
  on b { device minor 1; address 10.0.0.2:7788; node-id 1; }
  connection { host a address 10.9.0.1:7788; host b address 10.9.0.4:7788; }
                              ^^^^^^^^ error drbd/duplicate-address
}
`,
      only('duplicate-address'),
    );
  });

  test('words of the language as names, and keywords in quotes', () => {
    checkDiagnostics(
      'drbd',
      `
resource host {
         ^^^^ error drbd/reserved-word fixable
  "net" { timeout 60; }
  ^^^^^ error drbd/misplaced-section fixable
  skip { nothing; }
  ^^^^ hint drbd/old-words
  net { skip { nothing; } }
        ^^^^ error drbd/misplaced-section
        ^^^^ hint drbd/old-words
}
`,
    );
    checkFix('drbd', 'resource host { }\n', 'drbd/reserved-word', 'resource "host" { }\n');
    checkFix('drbd', 'resource 10 { }\n', 'drbd/name-needs-quotes', 'resource "10" { }\n');
  });

  test('a stacked resource shares no minor with its hosts, and its hosts have no other section', () => {
    checkDiagnostics(
      'drbd',
      `
resource low {
  device minor 0;
  on a { address 10.0.0.1:7788; }
  on b { address 10.0.0.2:7788; }
}
resource up {
  stacked-on-top-of low { device minor 0; address 10.0.1.1:7788; }
  ^^^^^^^^^^^^^^^^^ error drbd/duplicate-host
                                       ^ error drbd/duplicate-minor
  on a { device minor 5; address 10.0.1.2:7788; }
}
`,
      only('duplicate-'),
    );
  });
});
