import { checkDiagnostics } from '../../../support/check';

// What Pacemaker makes of each of these is asked in test/oracle/crm/graph.test.ts; here it is how findings say it.
const dummies = (...names: string[]) => names.map((name) => `primitive ${name} ocf:pacemaker:Dummy\n`).join('');
const nodes = 'node n1\nnode n2\n';
const check = (only: string, marked: string) => checkDiagnostics('crm', marked, { only: `crm/${only}` });

suite('crm rules: circles', () => {
  test('each order of a circle has a finding', () =>
    check(
      'order-circle',
      `${dummies('a', 'b', 'd')}order o1 Mandatory: a b
      ^^ warning crm/order-circle
order o2 Optional: b d
      ^^ warning crm/order-circle
order o3 Mandatory: d a
      ^^ warning crm/order-circle
order o4 Mandatory: a d
      ^^ warning crm/order-circle
`,
    ));
  test('orders that lead to a circle are in none', () =>
    check(
      'order-circle',
      `${dummies('a', 'b', 'd')}order o1 Mandatory: a b
order o2 Mandatory: b d
      ^^ warning crm/order-circle
order o3 Mandatory: d b
      ^^ warning crm/order-circle
`,
    ));
  test('one of several firsts is enough', () =>
    check('order-circle', `${dummies('a', 'b', 'd')}order o1 Mandatory: [ a b ] d\norder o2 Mandatory: d a\n`));
  test('names that nobody declares make no noise', () =>
    check('order-circle', 'order o1 Mandatory: a b\norder o2 Mandatory: b d\n'));
  test('a chain of thousands is walked a few hundred steps only', () => {
    const names = Array.from({ length: 3000 }, (_, i) => `p${i}`);
    check(
      'order-circle',
      names
        .slice(1)
        .map((name, i) => `order o${i} Mandatory: p${i} ${name}\n`)
        .join(''),
    );
  });
});

suite('crm rules: where resources can run', () => {
  test('a resource that is banned with its whole group is named once', () =>
    check(
      'nowhere-to-run',
      `${nodes}primitive a ocf:pacemaker:Dummy
          ^ warning crm/nowhere-to-run
primitive b ocf:pacemaker:Dummy
group g a b
location l1 g -inf: n1
location l2 g -inf: n2
`,
    ));
  test('what follows it is not named', () =>
    check(
      'nowhere-to-run',
      `${nodes}primitive a ocf:pacemaker:Dummy
          ^ warning crm/nowhere-to-run
primitive b ocf:pacemaker:Dummy
colocation c inf: b a
location l1 a -inf: n1
location l2 a -inf: n2
`,
    ));
  test('guests and remote nodes are nodes, too', () => {
    const bans = 'location l1 a -inf: n1\nlocation l2 a -inf: n2\n';
    check('nowhere-to-run', `${nodes}${dummies('a')}primitive r ocf:pacemaker:remote\n${bans}`);
    check('nowhere-to-run', `${nodes}${dummies('a')}primitive v VirtualDomain meta remote-node=web1\n${bans}`);
  });
  test('a fragment says nothing of all nodes', () =>
    check('nowhere-to-run', `${dummies('a')}location l1 a -inf: n1\nlocation l2 a -inf: n2\n`));
  test('opt-in: each member needs a place, a colocation is none', () =>
    check(
      'nowhere-to-run',
      `${nodes}property symmetric-cluster=false
primitive a ocf:pacemaker:Dummy
primitive b ocf:pacemaker:Dummy
          ^ warning crm/nowhere-to-run
primitive f stonith:fence_xvm
group g a b
location l1 a 0: n1
`,
    ));
});

suite('crm rules: together and apart', () => {
  test('whatever ties two together', () => {
    check(
      'colocation-conflict',
      `${dummies('a', 'b', 'x')}group g a b
colocation c1 inf: x g
colocation c2 -inf: x b
              ^^^^ warning crm/colocation-conflict
`,
    );
    check(
      'colocation-conflict',
      `${dummies('a', 'b')}colocation c1 inf: a b
colocation c2 -inf: b a
              ^^^^ warning crm/colocation-conflict
`,
    );
  });
  test('scores that are only preferences, and roles, are no contradiction', () => {
    check('colocation-conflict', `${dummies('a', 'b')}colocation c1 inf: a b\ncolocation c2 -100: a b\n`);
    check(
      'colocation-conflict',
      `primitive s ocf:pacemaker:Stateful\nms m s\n${dummies('a')}colocation c1 inf: a m:Slave\ncolocation c2 -inf: a m:Master\n`,
    );
  });
});
