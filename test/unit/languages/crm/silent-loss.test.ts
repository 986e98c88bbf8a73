import { checkDiagnostics, checkFix } from '../../../support/check';

suite('crm: what crm loses without a word', () => {
  test('a statement behind a comment that ends in a backslash', () => {
    checkFix('crm', '# it \\\nnode n1\n', 'crm/comment-continues', '# it \nnode n1\n');
    checkDiagnostics('crm', '# it \\\n# goes on\nnode n1\n', { only: 'crm/comment' });
  });

  test('levels for nodes that are not there yet', () => {
    checkFix(
      'crm',
      'node n1\nnode n2\nfencing_topology \\\n  s1 s2,s3\n',
      'crm/topology-without-target',
      'node n1\nnode n2\nfencing_topology \\\n  n1: s1 s2,s3 n2: s1 s2,s3\n',
    );
    checkDiagnostics('crm', '# linux-ha: crm reader interpreter\nnode n1\nfencing_topology s1\n', {
      only: 'crm/topology',
    });
  });

  test('the first of two paths of a right', () =>
    checkDiagnostics(
      'crm',
      `role r1 read xpath:/cib status write ref:a ref:b
                        ^^^^^^ warning crm/spec-twice
                                           ^^^^^ warning crm/spec-twice
`,
      { only: 'crm/spec' },
    ));

  test('letters that are no ASCII, a word a finding', () =>
    checkDiagnostics(
      'crm',
      `primitive a Dummy params state=/é/日本 meta x=ü
                                ^ warning crm/non-ascii
                                            ^ warning crm/non-ascii
`,
      { only: 'crm/non-ascii' },
    ));
});
