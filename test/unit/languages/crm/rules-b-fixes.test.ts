import { checkDiagnostics, checkFix } from '../../../support/check';

const drbd = 'primitive d ocf:linbit:drbd params drbd_resource=r0\n';
const fs = 'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs\n';
const dummies = (...names: string[]) => names.map((name) => `primitive ${name} ocf:pacemaker:Dummy\n`).join('');

/** A repair changes one line; what stands before it is context. */
const fix = (code: string, context: string, before: string, after: string, title?: string) =>
  checkFix('crm', `${context}${before}\n`, `crm/${code}`, `${context}${after}\n`, title);

suite('crm rules: repairs of clones', () => {
  test('ms becomes a promotable clone', () => {
    fix('deprecated-word', drbd, 'ms m d', 'clone m d meta promotable=true');
    fix('deprecated-word', drbd, 'ms m d meta notify=true', 'clone m d meta notify=true promotable=true');
    fix(
      'deprecated-word',
      drbd,
      'master m d \\\n\tmeta notify=true promotable=true',
      'clone m d \\\n\tmeta notify=true promotable=true',
    );
  });
  test('attributes and roles under their new names', () => {
    fix(
      'deprecated-word',
      '',
      'clone m d meta promotable=true master-max=1',
      'clone m d meta promotable=true promoted-max=1',
    );
    fix('deprecated-word', '', 'colocation c inf: fs m:Master', 'colocation c inf: fs m:Promoted');
    fix('deprecated-word', '', 'location l m role=Slave 100: n1', 'location l m role=Unpromoted 100: n1');
  });
  test('a name that has its new twin beside it, or another meaning, is left to people', () => {
    checkDiagnostics(
      'crm',
      `clone m d meta master-max=1 promoted-max=1
               ^^^^^^^^^^ hint crm/deprecated-word
`,
      { only: 'crm/deprecated-word' },
    );
    checkDiagnostics(
      'crm',
      `primitive a Dummy meta resource-failure-stickiness=-10
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint crm/deprecated-word
`,
      { only: 'crm/deprecated-word' },
    );
  });
  test('notifications of DRBD', () => {
    fix('drbd-notify', drbd, 'ms m d', 'ms m d meta notify=true');
    fix(
      'drbd-notify',
      drbd,
      'clone m d meta promotable=true notify=false',
      'clone m d meta promotable=true notify=true',
    );
  });
  test('a clone of DRBD that nothing promotes', () =>
    fix('needs-promotable', drbd, 'clone m d meta notify=true', 'clone m d meta notify=true promotable=true'));
  test('a monitor for the promoted role: as advised, with an interval of its own', () => {
    const stateful = 'primitive s ocf:pacemaker:Stateful op monitor interval=10s timeout=20s';
    checkFix(
      'crm',
      `${stateful}\nclone c s meta promotable=true\n`,
      'crm/promotable-monitor',
      `${stateful} \\\n\top monitor interval=11s role=Promoted timeout=20s\nclone c s meta promotable=true\n`,
    );
  });
  test('several instances on a node', () =>
    fix(
      'clone-numbers',
      dummies('a'),
      'clone c a meta clone-node-max=2',
      'clone c a meta clone-node-max=2 globally-unique=true',
    ));
  test('clones that follow each other', () => {
    const tail = '\norder o Mandatory: ca cb';
    fix(
      'interleave',
      `${dummies('a', 'b')}clone ca a\n`,
      `clone cb b${tail}`,
      `clone cb b meta interleave=true${tail}`,
    );
  });
  test('what measures nodes runs on all', () => {
    const ping = 'primitive p ocf:pacemaker:ping params host_list=192.0.2.1';
    fix('ping-clone', 'node n1\n', ping, `${ping}\nclone cl-p p \\\n\tmeta interleave=true`);
  });
  test('stickiness is positive', () =>
    fix('negative-stickiness', '', 'rsc_defaults resource-stickiness=-1000', 'rsc_defaults resource-stickiness=1000'));
});

suite('crm rules: repairs of constraints', () => {
  const context = `${drbd}${fs}ms m d meta notify=true\n`;
  test('actions of orders', () => {
    fix('order-action', context, 'order o Mandatory: m:promote fs', 'order o Mandatory: m:promote fs:start');
    fix('order-action', context, 'order o Mandatory: m:demote fs', 'order o Mandatory: m:demote fs:stop');
    fix('order-action', context, 'order o Mandatory: m fs', 'order o Mandatory: m:promote fs:start');
    fix('order-action', `${context}${dummies('x')}`, 'order o Mandatory: m fs x', 'order o Mandatory: m:promote fs x');
  });
  test('in brackets the clone shares its action with others, so it is left to people', () =>
    checkDiagnostics(
      'crm',
      `${context}${dummies('x')}order o Mandatory: ( m x ) fs
                     ^ warning crm/order-action
`,
      { only: 'crm/order-action' },
    ));
  test('a set without an action starts', () =>
    checkDiagnostics('crm', `${context}${dummies('x')}order o Mandatory: m:promote fs x\n`, {
      only: 'crm/order-action',
    }));
  test('the role that is needed', () => {
    const order = 'order o Mandatory: m:promote fs:start\n';
    fix('colocation-role', `${context}${order}`, 'colocation c inf: fs m', 'colocation c inf: fs m:Master');
    fix(
      'colocation-role',
      `${drbd}${fs}clone m d meta promotable=true\n${order}`,
      'colocation c inf: fs m',
      'colocation c inf: fs m:Promoted',
    );
  });
  test('the other way round', () =>
    fix(
      'colocation-reversed',
      `${context}order o Mandatory: m:promote fs:start\n`,
      'colocation c inf: m:Master fs',
      'colocation c inf: fs m:Master',
    ));
  test('strength of orders', () => {
    fix('order-optional', context, 'order o Optional: m:promote fs:start', 'order o Mandatory: m:promote fs:start');
    fix('order-number', '', 'order o 0: a b', 'order o Optional: a b');
    fix('order-number', '', 'order o inf: a b', 'order o Mandatory: a b');
  });
  test('attributes of rules', () => {
    const ping = 'node n1\nprimitive p ocf:pacemaker:ping params host_list=192.0.2.1 name=net\nclone c p\n';
    fix(
      'rule-attribute',
      ping,
      'location l d rule -inf: net lt 1',
      'location l d rule -inf: not_defined net or net lt 1',
    );
    fix(
      'rule-attribute',
      ping,
      'location l d rule -inf: not_defined pingd or pingd lte 0',
      'location l d rule -inf: not_defined net or net lte 0',
    );
  });
  test('a location for each rule', () =>
    fix(
      'location-rules',
      '',
      'location l d \\\n\trule 200: #uname eq n1 \\\n\trule 100: #uname eq n2',
      'location l-1 d \\\n\trule 200: #uname eq n1\nlocation l-2 d \\\n\trule 100: #uname eq n2',
    ));
  test('what is left over goes', () =>
    checkFix('crm', `${dummies('a')}location cli-prefer-a a inf: n1\n`, 'crm/leftover-constraint', dummies('a')));
});
