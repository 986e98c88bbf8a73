import { checkDiagnostics, checkFix } from '../../../support/check';

suite('crm load', () => {
  test('operations that stand apart are joined', () => {
    checkFix(
      'crm',
      'primitive p Dummy \\\n\top monitor interval=10s \\\n\tparams state=/x \\\n\top start interval=0 timeout=20s \\\n\tmeta priority=1\n',
      'crm/refused-at-commit',
      'primitive p Dummy \\\n\top monitor interval=10s \\\n\top start interval=0 timeout=20s \\\n\tparams state=/x \\\n\tmeta priority=1\n',
    );
    checkFix(
      'crm',
      'primitive p Dummy op monitor interval=10s params state=/x op start interval=0 timeout=20s\n',
      'crm/refused-at-commit',
      'primitive p Dummy op monitor interval=10s op start interval=0 timeout=20s params state=/x\n',
    );
  });

  test('a line of dashes is drawn in another way', () => {
    checkFix('crm', '# ---- a ---\nnode n1\n', 'crm/comment-dashes', '# ==== a ===\nnode n1\n');
  });

  test('what is made later is lost from a group, and refused in a clone', () => {
    checkDiagnostics(
      'crm',
      `
primitive a ocf:heartbeat:Dummy
primitive b ocf:heartbeat:Dummy
clone c a
group g b c
          ^ warning crm/wrong-member
clone d c
        ^ error crm/wrong-member
`,
      { only: 'crm/wrong-member' },
    );
  });

  test('XML declares, too', () => {
    checkDiagnostics(
      'crm',
      `
node n1
primitive a ocf:heartbeat:Dummy
xml <primitive id="q" class="ocf" provider="heartbeat" type="Dummy"/>
order o Optional: a q
order q Optional: a nowhere
      ^ error crm/duplicate-id fixable
                    ^^^^^^^ error crm/unknown-reference
`,
      { only: 'crm/' },
    );
  });

  test('Japanese blanks stand round a line, and are letters within it', () => {
    checkDiagnostics(
      'crm',
      `
\u3000node n1\u3000
primitive a ocf:heartbeat:Dummy\u3000params state=/x
                               ^ warning crm/wide-blank fixable
`,
      { only: 'crm/wide-blank' },
    );
    checkFix(
      'crm',
      'primitive a Dummy\u3000op monitor interval=10s\n',
      'crm/wide-blank',
      'primitive a Dummy op monitor interval=10s\n',
    );
  });

  test('a name that is a pattern, declared as it is', () => {
    checkDiagnostics('crm', '\nprimitive k* Dummy\n          ^^ error crm/bad-id\ngroup l k*\n', {
      only: 'crm/bad-id',
    });
  });
});
