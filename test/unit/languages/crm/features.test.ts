import { checkCompletion, checkDiagnostics, checkFix, checkHover, checkOutline } from '../../../support/check';

const complete = (text: string, expected: Parameters<typeof checkCompletion>[2]) =>
  checkCompletion('crm', text, expected);

suite('crm completion', () => {
  test('statements at the start of a line', () =>
    complete('pri<|>', { has: ['primitive', 'property'], accept: ['primitive', 'primitive <|>'] }));
  test('statements on an empty line', () => complete('node n1\n<|>', { has: ['node', 'location'] }));
  test('agents by type, whole names written', () =>
    complete('primitive v ocf:heartbeat:IPa<|>', {
      has: ['ocf:heartbeat:IPaddr2'],
      accept: ['ocf:heartbeat:IPaddr2', 'primitive v ocf:heartbeat:IPaddr2<|>'],
    }));
  test('an agent without its class', () => complete('primitive v IPad<|>', { has: ['IPaddr2'] }));
  test('sections behind the agent', () => complete('primitive v IPaddr2 <|>', { has: ['params', 'meta', 'op'] }));
  test('parameters that are not given yet, required ones first', () =>
    complete('primitive v IPaddr2 params nic=eth0 <|>', {
      has: ['ip', 'cidr_netmask'],
      hasNot: ['nic'],
      accept: ['ip', 'primitive v IPaddr2 params nic=eth0 ip=<|>'],
    }));
  test('parameters behind the cursor count as given', () =>
    complete('primitive v IPaddr2 params <|> ip=1', { hasNot: ['ip'], has: ['nic'] }));
  test('the word under the cursor is replaced, its = kept', () =>
    complete('primitive v IPaddr2 params cidr<|>=24', {
      accept: ['cidr_netmask', 'primitive v IPaddr2 params cidr_netmask<|>=24'],
    }));
  test('values: booleans, advised times, enumerations', () => {
    complete('primitive v IPaddr2 params lvs_support=<|>', { exactly: ['false', 'true'] });
    complete('primitive f Filesystem op start timeout=<|>', { has: ['60s'] });
    complete('primitive f Filesystem op monitor on-fail=<|>', { has: ['restart', 'fence'] });
  });
  test('operations of the agent', () =>
    complete('primitive f Filesystem op <|>', { has: ['monitor', 'start'], hasNot: ['promote', 'meta-data'] }));
  test('properties and their values', () => {
    complete('property stonith-en<|>', { has: ['stonith-enabled'] });
    complete('property no-quorum-policy=<|>', { has: ['stop', 'freeze'] });
  });
  test('statements to fill in have the indentation of the file', () => {
    complete('clo<|>', {
      accept: ['clone …', 'clone <|>cln rsc \\\\\n\tmeta interleave=true'],
    });
    complete('primitive a Dummy \\\n   params state=1\nclo<|>', {
      accept: ['clone …', 'primitive a Dummy \\\n   params state=1\nclone <|>cln rsc \\\\\n   meta interleave=true'],
    });
  });
  test('what an agent needs comes in one go, an operation with its times', () => {
    complete('primitive f Filesystem params <|>', {
      accept: ['device= directory= fstype=', 'primitive f Filesystem params device=<|> directory= fstype='],
    });
    complete('primitive f Filesystem op <|>', { has: ['monitor interval=20s timeout=40s', 'monitor'] });
    complete('rsc_template t Filesystem\nprimitive f @t params <|>', { has: ['device', 'fstype'] });
    complete('primitive f Filesystem op monitor <|>', { has: ['interval=20s', 'timeout', 'on-fail'] });
    complete('primitive f Filesystem op start timeout=60 op monitor interval=1 <|>', {
      has: ['timeout=40s', 'timeout'],
    });
  });
  test('values that need quotes get them', () => {
    const value = String.raw`-t '/bin/bash -c "PS1=\\[EXPECT\\]# /bin/bash --noprofile --norc"'`;
    const before = 'primitive f stonith:fence_virsh params ssh_options=';
    complete(`${before}<|>`, {
      accept: [value, `${before}"${value.replace(/["\\]/g, (character) => `\\${character}`)}"<|>`],
    });
  });
  const cluster = 'node n1\nprimitive a Dummy\nprimitive b Dummy\ngroup g b\n';
  test('resources by what may stand there', () => {
    complete(`${cluster}group g2 <|>`, { has: ['a'], hasNot: ['b', 'g', 'n1'] });
    complete(`${cluster}group g a <|>`, { has: ['b', 'meta'], hasNot: ['a'] });
    complete(`${cluster}clone c <|>`, { has: ['a', 'g'] });
    complete(`${cluster}location l <|>`, { has: ['a', 'g'], hasNot: ['n1'] });
  });
  test('scores, nodes, roles and actions in constraints', () => {
    complete(`${cluster}location l a <|>`, { has: ['inf', 'rule'], accept: ['inf', `${cluster}location l a inf:<|>`] });
    complete(`${cluster}location l a 100: <|>`, { has: ['n1'], hasNot: ['a'] });
    complete(`${cluster}colocation c inf: a b:<|>`, { has: ['Promoted', 'Started'] });
    complete(`${cluster}order o Mandatory: a:<|>`, { has: ['start', 'promote'] });
    complete(`${cluster}order o <|>`, { has: ['Mandatory'] });
  });
  test('templates behind @', () => complete('rsc_template t Dummy\nprimitive a @<|>', { has: ['t'] }));
  test('rules', () => {
    complete('location l a rule <|>', { has: ['#uname', 'date', 'defined'] });
    complete('location l a rule #uname <|>', { has: ['eq', 'ne'] });
    complete('node n1\nlocation l a rule #uname eq <|>', { has: ['n1'] });
    complete('location l a rule date <|>', { has: ['in_range', 'date_spec'] });
  });
  test('nothing in comments', () => complete('# pri<|>', { exactly: [] }));
});

suite('crm hover', () => {
  const hover = (text: string, has: readonly string[], locale?: 'ja') => checkHover('crm', text, has, locale);
  test('statement, agent, parameter, property', () => {
    hover('prim<|>itive v IPaddr2', ['primitive', 'statement']);
    hover('primitive v IPadd<|>r2', ['ocf:heartbeat:IPaddr2', 'resource agent']);
    hover('primitive v IPaddr2 params cidr<|>_netmask=24', ['cidr_netmask', 'parameter']);
    hover('property stonith-ena<|>bled=true', ['cluster property', '`true`']);
  });
  test('in Japanese', () => hover('property stonith-ena<|>bled=true', ['クラスタプロパティ', 'フェンシング'], 'ja'));
  test('a name: what it is, where it is used', () =>
    hover('primitive a Dummy\ngroup g a\nlocation l g<|> 100: n', ['group', '`g`']));
  test('a score in words', () => hover('location l a -in<|>f: n', ['Never']));
  test('nothing on a comment', () => hover('# prim<|>itive', []));
});

suite('crm outline', () => {
  test('statements with what matters of them, headings', () =>
    checkOutline(
      'crm',
      '### Resources ###\nprimitive v IPaddr2 params ip=1\ngroup g v w\nlocation l v 100: n1\nproperty stonith-enabled=false\n',
      `
heading Resources
  primitive v  IPaddr2
  group g  v w
    member v
    member w
  location l  v 100: n1
  property   stonith-enabled=false
    property stonith-enabled  false
`,
    ));
});

suite('crm findings', () => {
  test('a misspelt parameter on a continued line', () =>
    checkDiagnostics(
      'crm',
      `
primitive vip ocf:heartbeat:IPaddr2 \\
  params ip=10.0.0.1 cidr_netmaks=24
                     ^^^^^^^^^^^^ warning crm/unknown-parameter fixable
`,
      { only: 'crm/unknown' },
    ));
  test('several errors, each at its word; what follows is not hidden', () =>
    checkDiagnostics(
      'crm',
      `
location l a 100 n1
             ^^^ error crm/expected-score
order o foo: a b
        ^^^ error crm/bad-order-kind
nonsense here
^^^^^^^^ error crm/unknown-statement
primitive 1x Dummy
          ^^ error crm/bad-id
`,
    ));
  test('an unknown agent, a template value and a shell line are left in peace', () =>
    checkDiagnostics(
      'crm',
      'primitive a ocf:mine:own params anything=1\nprimitive b IPaddr2 params ip={{ ip }} "@X@"=1\ncrm configure primitive $NAME IPaddr2 params ip=$IP\n',
    ));
  test('a comment switches a rule off', () =>
    checkDiagnostics('crm', '# linux-ha: ignore crm/missing-parameter crm/monitor-missing\nprimitive vip IPaddr2\n'));
  test('repairs', () => {
    checkFix(
      'crm',
      'property stonith-enabled=”false″\n',
      'crm/typographic-quote',
      'property stonith-enabled="false"\n',
    );
    checkFix(
      'crm',
      'primitive p Dummy params state=”/x" fake=”1"\n',
      'crm/typographic-quote',
      'primitive p Dummy params state="/x" fake=”1"\n',
    );
    checkFix('crm', 'group g a \\\nlocation l g 100: n1\n', 'crm/glued-statement', 'group g a\nlocation l g 100: n1\n');
    checkFix(
      'crm',
      'primitive p Dummy\\\n params state=/x\n',
      'crm/glued-word',
      'primitive p Dummy \\\n params state=/x\n',
    );
    checkFix('crm', 'primitive p Dummy # old\n', 'crm/trailing-comment', '# old\nprimitive p Dummy\n');
    checkFix(
      'crm',
      'primitive v IPaddr2 params ip= 10.0.0.1\n',
      'crm/blank-around-equals',
      'primitive v IPaddr2 params ip=10.0.0.1\n',
    );
    checkFix(
      'crm',
      'primitive v IPaddr2 params nic=eth0\n',
      'crm/missing-parameter',
      'primitive v IPaddr2 params nic=eth0 ip=\n',
    );
  });
});
