import { checkDiagnostics } from '../../../support/check';

const check = (
  marked: string,
  settings?: { readonly target: Record<string, string>; readonly reader?: string },
): void => checkDiagnostics('crm', marked.replace(/^\n/, ''), { only: 'crm/', ...(settings && { settings }) });

suite('crm: who reads a file', () => {
  test('without a word from anybody commands make it one for the interpreter', () => {
    check('primitive a Dummy\ncommit\n');
    check('node n1\nnode n1\ncommit\n');
    check(`
node n1
node n1
     ^^ error crm/duplicate-id
`);
  });

  test('a comment says that it is for load: commands are errors', () =>
    check(`
# linux-ha: crm reader load
primitive a Dummy
commit
^^^^^^ error crm/command-in-load
`));

  test('a setting says it, a comment stands over the setting', () => {
    check(
      `
primitive a Dummy
commit
^^^^^^ error crm/command-in-load
`,
      { target: {}, reader: 'load' },
    );
    check('# linux-ha: crm reader interpreter\nprimitive a Dummy\ncommit\n', { target: {}, reader: 'load' });
  });

  test('a file for the interpreter may say a node twice, and dashes in comments', () => {
    check('# linux-ha: crm reader interpreter\nnode n1\nnode n1\n');
    check('# -----\nnode n1\n', { target: {}, reader: 'interpreter' });
    check(`
# -----
^^^^^^^ error crm/comment-dashes fixable
node n1
`);
  });
});
