import { checkDiagnostics, checkFix } from '../../../support/check';

const dummy = (name: string) => `primitive ${name} ocf:heartbeat:Dummy`;

suite('crm rules: repairs', () => {
  test('blanks around =', () => {
    const fixed = `${dummy('a')} params state=/x\n`;
    for (const pair of ['state = /x', 'state =/x', 'state= /x'])
      checkFix('crm', `${dummy('a')} params ${pair}\n`, 'crm/blank-around-equals', fixed);
    checkFix(
      'crm',
      `${dummy('a')} op monitor interval = 10s\n`,
      'crm/blank-around-equals',
      `${dummy('a')} op monitor interval=10s\n`,
    );
  });
  test('a misspelt statement', () =>
    checkFix('crm', 'primitve a ocf:heartbeat:Dummy\n', 'crm/unknown-statement', `${dummy('a')}\n`));
  test('a name that is taken', () => {
    checkFix('crm', `${dummy('a')}\n${dummy('a')}\n`, 'crm/duplicate-id', `${dummy('a')}\n${dummy('a2')}\n`);
    checkFix(
      'crm',
      `${dummy('a1')}\n${dummy('a2')}\n${dummy('a1')}\n`,
      'crm/duplicate-id',
      `${dummy('a1')}\n${dummy('a2')}\n${dummy('a3')}\n`,
    );
  });
  test('an attribute that stands twice: the last one counts', () =>
    checkFix(
      'crm',
      `${dummy('a')} params state=/x \\\n  fake=1 state=/y\n`,
      'crm/duplicate-attribute',
      `${dummy('a')} params \\\n  fake=1 state=/y\n`,
    ));
  test('two statements of properties', () =>
    checkFix(
      'crm',
      'property stonith-enabled=true\nproperty no-quorum-policy=stop \\\n  cluster-name="my web"\nnode n1\n',
      'crm/duplicate-defaults',
      'property stonith-enabled=true \\\n  no-quorum-policy=stop \\\n  cluster-name="my web"\nnode n1\n',
    ));
  test('two statements that say the same name differently are left to people', () =>
    checkDiagnostics(
      'crm',
      'property stonith-enabled=true\nproperty stonith-enabled=false\n^^^^^^^^ error crm/duplicate-defaults\n',
      { only: 'crm/duplicate-defaults' },
    ));
  test('a member that stands twice', () => {
    checkFix('crm', `${dummy('a')}\ngroup g a b a\n`, 'crm/member-twice', `${dummy('a')}\ngroup g a b\n`);
    checkFix(
      'crm',
      `${dummy('a')}\n${dummy('b')}\ngroup g a\ngroup h b a\n`,
      'crm/wrong-member',
      `${dummy('a')}\n${dummy('b')}\ngroup g a\ngroup h b\n`,
    );
  });
  test('parameters of an operation come last', () =>
    checkFix(
      'crm',
      `${dummy('a')} op monitor interval=20s OCF_CHECK_LEVEL=20 \\\n  timeout=40s op start timeout=20s\n`,
      'crm/operation-order',
      `${dummy('a')} op monitor interval=20s timeout=40s \\\n  OCF_CHECK_LEVEL=20 op start timeout=20s\n`,
    ));
  test('comments inside a statement', () => {
    const [head, tail] = [`${dummy('a')} \\\n`, '  op monitor interval=10s\n'];
    checkFix('crm', `${head}# note \\\n${tail}`, 'crm/trailing-comment', `# note\n${head}${tail}`);
    checkFix('crm', `${head}  meta priority=1 # note\n`, 'crm/trailing-comment', `# note\n${head}  meta priority=1\n`);
    checkFix('crm', `${dummy('a')} # note \\\n${tail}`, 'crm/trailing-comment', `# note\n${head}${tail}`);
    checkFix('crm', `${head}${tail.trimEnd()} \\\n  # note\n`, 'crm/trailing-comment', `# note\n${head}${tail}`);
  });
  test('intervals', () => {
    const vip = 'primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1';
    checkFix(
      'crm',
      `${vip} op monitor timeout=20s\n`,
      'crm/operation-interval',
      `${vip} op monitor interval=10s timeout=20s\n`,
    );
    checkFix('crm', `${vip} op monitor interval=0\n`, 'crm/operation-interval', `${vip} op monitor interval=10s\n`);
    checkFix(
      'crm',
      `${vip} op monitor interval=10 op monitor interval=11s op monitor interval=10s\n`,
      'crm/operation-interval',
      `${vip} op monitor interval=10 op monitor interval=11s op monitor interval=12s\n`,
    );
  });
  test('values that can only have meant one thing', () => {
    const durations = { '1m30s': '90s', '30secs': '30s', '"1h 5m"': '3900s', '1d': '86400s' };
    for (const [written, meant] of Object.entries(durations))
      checkFix(
        'crm',
        `${dummy('a')} op start interval=0 timeout=${written}\n`,
        'crm/invalid-value',
        `${dummy('a')} op start interval=0 timeout=${meant}\n`,
      );
    checkFix(
      'crm',
      `${dummy('a')} op monitor interval=10s on-fail=frence\n`,
      'crm/invalid-value',
      `${dummy('a')} op monitor interval=10s on-fail=fence\n`,
    );
  });
  test('an agent that another one replaces, with the same parameters', () =>
    checkFix(
      'crm',
      'primitive a ocf:heartbeat:IPaddr params ip=192.0.2.1\n',
      'crm/deprecated-word',
      'primitive a ocf:heartbeat:IPaddr2 params ip=192.0.2.1\n',
    ));
  test('defaults have names, too', () =>
    checkFix(
      'crm',
      'rsc_defaults resource_stickiness=1\n',
      'crm/unknown-meta',
      'rsc_defaults resource-stickiness=1\n',
    ));
});

suite('crm rules: attributes in the wrong place', () => {
  const vip = 'primitive vip ocf:heartbeat:IPaddr2';
  const fix = (before: string, after: string) =>
    checkFix('crm', `${before}\n`, 'crm/misplaced-attribute', `${after}\n`);
  test('a meta attribute among parameters', () => {
    fix(`${vip} params ip=192.0.2.1 target-role=Started`, `${vip} params ip=192.0.2.1 meta target-role=Started`);
    fix(
      `${vip} params target-role=Started ip=192.0.2.1 op monitor interval=10s`,
      `${vip} params ip=192.0.2.1 meta target-role=Started op monitor interval=10s`,
    );
    fix(
      `${vip} params ip=192.0.2.1 target-role=Started \\\n  meta priority=1`,
      `${vip} params ip=192.0.2.1 \\\n  meta priority=1 target-role=Started`,
    );
    fix(
      `${dummy('a')} params target-role=Started op monitor interval=10s`,
      `${dummy('a')} meta target-role=Started op monitor interval=10s`,
    );
  });
  test('a parameter among meta attributes', () => {
    fix(`${vip} params ip=192.0.2.1 meta cidr_netmask=24`, `${vip} params ip=192.0.2.1 cidr_netmask=24`);
    fix(`${vip} meta ip=192.0.2.1 priority=1`, `${vip} meta priority=1 params ip=192.0.2.1`);
  });
  test('an attribute of the clone', () => {
    fix(`${dummy('a')} meta clone-max=2\nclone c a`, `${dummy('a')}\nclone c a meta clone-max=2`);
    fix(
      `${dummy('a')}\ngroup g a meta interleave=true priority=1\nclone c g meta clone-max=2`,
      `${dummy('a')}\ngroup g a meta priority=1\nclone c g meta clone-max=2 interleave=true`,
    );
    checkDiagnostics(
      'crm',
      `${dummy('a')} meta clone-max=2\n                                     ^^^^^^^^^ warning crm/misplaced-attribute\n`,
      {
        only: 'crm/misplaced-attribute',
      },
    );
  });
  test('a default among properties', () => {
    fix('property migration-threshold=3', 'rsc_defaults migration-threshold=3');
    fix(
      'property no-quorum-policy=stop migration-threshold=3',
      'property no-quorum-policy=stop\nrsc_defaults migration-threshold=3',
    );
    fix(
      'rsc_defaults priority=1\nproperty migration-threshold=3 no-quorum-policy=stop',
      'rsc_defaults priority=1 migration-threshold=3\nproperty no-quorum-policy=stop',
    );
  });
});

suite('crm rules: agents', () => {
  test('slips in names', () => {
    checkFix('crm', 'primitive a ocf:heartbeat:IPAddr2\n', 'crm/unknown-agent', 'primitive a ocf:heartbeat:IPaddr2\n');
    checkFix('crm', 'primitive a Filesytem\n', 'crm/unknown-agent', 'primitive a ocf:heartbeat:Filesystem\n');
    checkFix('crm', 'primitive a ocf:heartbeat:drbd\n', 'crm/unknown-agent', 'primitive a ocf:linbit:drbd\n');
    checkDiagnostics('crm', 'primitive a pgsqlms\n            ^^^^^^^ information crm/unknown-agent\n', {
      only: 'crm/unknown-agent',
    });
  });
  test('classes', () => {
    checkFix('crm', 'primitive a heartbeat:IPaddr2\n', 'crm/agent-class', 'primitive a ocf:heartbeat:IPaddr2\n');
    checkFix('crm', 'primitive a lsb:nginx\n', 'crm/agent-class', 'primitive a systemd:nginx\n');
    checkDiagnostics('crm', 'primitive a upstart:web\n            ^^^^^^^^^^^ warning crm/agent-class fixable\n', {
      only: 'crm/agent-class',
      settings: { target: { pacemaker: '3.0' } },
    });
  });
  test('values of parameters', () =>
    checkFix(
      'crm',
      'primitive a IPaddr2 params ip=192.0.2.1 run_arping=tru\n',
      'crm/parameter-value',
      'primitive a IPaddr2 params ip=192.0.2.1 run_arping=true\n',
    ));
  test('values that may be there once', () =>
    checkDiagnostics(
      'crm',
      'primitive a IPaddr2 params ip=192.0.2.1\nprimitive b IPaddr2 params rule #uname eq n1 ip=192.0.2.1\nprimitive c ocf:heartbeat:IPaddr2 params ip=192.0.2.1\n                                            ^^^^^^^^^ warning crm/unique-parameter\n',
      { only: 'crm/unique' },
    ));
});
