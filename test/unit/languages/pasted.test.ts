import { equal } from 'node:assert/strict';
import { newService } from '../../support/service';

function check(language: 'crm' | 'drbd', pasted: string, expected: string): void {
  const clean = newService().cleanPasted(language, pasted);
  equal(clean, expected === pasted ? undefined : expected);
  equal(newService().cleanPasted(language, expected), undefined);
}

suite('pasted text', () => {
  test('crm: typographic quotes and wide blanks', () =>
    check(
      'crm',
      'primitive a Dummy params x=“1 2” y=‘3’\u3000z=4\u200b\n',
      'primitive a Dummy params x="1 2" y=\'3\' z=4\n',
    ));
  test('crm: what stands in straight quotes, and comments, are text', () => {
    const text = 'primitive a Dummy description="it’s “so”\u3000"\n# it’s\n  # “x”\nnode n description=\'“\'\n';
    check('crm', text, text);
  });
  test('crm: prompts', () => {
    check(
      'crm',
      'crm(live)configure# primitive a Dummy \\\n   > params x=1\ncrm(live/n1)configure# commit\ncrm(live)# \n',
      'primitive a Dummy \\\n\tparams x=1\ncommit\n',
    );
    check(
      'crm',
      '[root@n ~]# crm configure primitive a Dummy\n[root@n ~]# crm configure show\n',
      'primitive a Dummy\n',
    );
    check(
      'crm',
      '$ sudo crm -F configure node n\nroot@n:~# ls\nroot@n:/etc# crm configure tag t a\n',
      'node n\ntag t a\n',
    );
    check('crm', '# crm configure node n\n', 'node n\n');
    check('crm', '# a comment\n# crm configure show\n### x ###\n', '# a comment\n# crm configure show\n### x ###\n');
  });
  test('DRBD: quotes, signs, commands', () => {
    check(
      'drbd',
      '[root@n ~]# cat r0.res\nresource “r0” ｛\n\u00a0 net { shared-secret ‘x’；}\n}\n$ exit\n',
      'resource "r0" {\n  net { shared-secret "x";}\n}\n',
    );
    check('drbd', 'a "it’s"; # “why”\n# cat x\n', 'a "it’s"; # “why”\n# cat x\n');
  });
});
