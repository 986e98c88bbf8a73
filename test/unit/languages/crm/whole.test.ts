import { checkDiagnostics } from '../../../support/check';

/** Only unknown names are looked at: they are errors in whole clusters alone. */
const check = (marked: string, scope?: string) =>
  checkDiagnostics('crm', marked, {
    only: 'crm/unknown-reference',
    settings: { target: {}, ...(scope !== undefined && { scope }) },
  });

suite('whole clusters and fragments', () => {
  const statements = 'primitive p ocf:heartbeat:Dummy\nlocation l q 100: n1\n';
  const found = `primitive p ocf:heartbeat:Dummy
location l q 100: n1
           ^ error crm/unknown-reference
`;

  test('nodes make a whole cluster; a file without them has nothing missing', () => {
    check(statements);
    check(`node n1\n${found}`);
  });

  test('the setting says it', () => {
    check(found, 'whole');
    check(`node n1\n${statements}`, 'fragment');
  });

  test('a comment says it over the setting', () => {
    check(`# linux-ha: crm scope whole\n${found}`, 'fragment');
    check(`# linux-ha: crm scope=fragment\nnode n1\n${statements}`, 'whole');
  });
});
