import { checkDiagnostics, checkFix } from '../../../support/check';

const vip = 'primitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.1';
const fs = 'primitive fs Filesystem params device=/dev/drbd0 directory=/srv fstype=xfs';

suite('crm rules: operations', () => {
  const fix = (code: string, before: string, after: string, title?: string) =>
    checkFix('crm', `${before}\n`, `crm/${code}`, `${after}\n`, title);
  test('timeouts that nobody wrote', () => {
    fix(
      'default-timeout',
      `${fs} op monitor interval=20s timeout=40s op start interval=0`,
      `${fs} op monitor interval=20s timeout=40s op start timeout=60s interval=0 \\\n  op stop timeout=60s interval=0`,
    );
    fix('default-timeout', fs, `${fs} \\\n  op start timeout=60s interval=0 \\\n  op stop timeout=60s interval=0`);
    checkDiagnostics(
      'crm',
      `op_defaults timeout=30s\n${fs}\n             ^^^^^^^^^^ information crm/default-timeout fixable\n`,
      {
        only: 'crm/default-timeout',
      },
    );
    checkDiagnostics('crm', `op_defaults rule #uname eq n1 timeout=30s\n${fs}\n`, { only: 'crm/default-timeout' });
  });
  test('a resource that nobody watches', () => {
    fix('monitor-missing', vip, `${vip} \\\n  op monitor interval=10s timeout=20s`);
    fix(
      'monitor-missing',
      'primitive d ocf:linbit:drbd params drbd_resource=r0 op start interval=0 timeout=240s',
      'primitive d ocf:linbit:drbd params drbd_resource=r0 op start interval=0 timeout=240s \\\n  op monitor interval=20 timeout=20 role=Slave \\\n  op monitor interval=10 timeout=20 role=Master',
    );
    checkDiagnostics('crm', `node n1\n${vip}\n          ^^^ warning crm/monitor-missing fixable\n`, {
      only: 'crm/monitor-missing',
    });
    checkDiagnostics('crm', `primitive s stonith:external/sbd\n${vip}\nmonitor vip 10s\n`, {
      only: 'crm/monitor-missing',
    });
  });
  test('seconds that were milliseconds', () =>
    fix(
      'duration-in-milliseconds',
      `${vip} op monitor interval=10s timeout=20000`,
      `${vip} op monitor interval=10s timeout=20s`,
    ));
  test('fencing that is switched off', () =>
    fix(
      'fencing-wanted',
      `${vip} op monitor interval=10s on-fail=fence\nproperty stonith-enabled=false`,
      `${vip} op monitor interval=10s\nproperty stonith-enabled=false`,
    ));
  test('failures that are ignored', () =>
    fix('on-fail-ignore', `${vip} op monitor on-fail=ignore interval=10s`, `${vip} op monitor interval=10s`));
  test('a stop that waits', () =>
    fix(
      'stop-blocks',
      `${vip} op stop interval=0 timeout=60s on-fail=block\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9`,
      `${vip} op stop interval=0 timeout=60s on-fail=fence\nprimitive f stonith:fence_ipmilan params ip=192.0.2.9`,
    ));
  test('start-delay', () =>
    fix('start-delay', `${vip} op monitor interval=10s start-delay=30s`, `${vip} op monitor interval=10s`));
  test('a monitor that looks only at the mount', () => {
    fix(
      'filesystem-monitor-depth',
      `${fs} op monitor interval=20s timeout=40s op start interval=0 timeout=60s`,
      `${fs} op monitor interval=20s timeout=40s \\\n  op monitor interval=61s timeout=40s OCF_CHECK_LEVEL=20 op start interval=0 timeout=60s`,
    );
    checkDiagnostics('crm', `${fs} options="ro,noatime" op monitor interval=20s\n`, { only: 'crm/filesystem' });
  });
});

suite('crm rules: names that lead nowhere', () => {
  const cluster = 'node alice\nnode bob\nprimitive a ocf:heartbeat:Dummy\nprimitive b ocf:heartbeat:Dummy\n';
  const fix = (code: string, before: string, after: string) =>
    checkFix('crm', `${cluster}${before}\n`, `crm/${code}`, `${cluster}${after}\n`);
  test('nodes', () => fix('unknown-node', 'location l a 10: alcie', 'location l a 10: alice'));
  test('members of clones and groups', () => {
    fix('constraint-on-member', 'clone c a\ncolocation l inf: b a', 'clone c a\ncolocation l inf: b c');
    fix('constraint-on-member', 'group g a\nclone c g\norder o b a', 'group g a\nclone c g\norder o b c');
    checkDiagnostics(
      'crm',
      `${cluster}group g a b\nlocation l a 10: alice\n           ^ hint crm/constraint-on-member fixable\n`,
      {
        only: 'crm/constraint',
      },
    );
  });
  test('members of tags', () =>
    checkDiagnostics('crm', `${cluster}tag t a nope bob\n        ^^^^ warning crm/unknown-reference\n`, {
      only: 'crm/unknown-reference',
    }));
});
