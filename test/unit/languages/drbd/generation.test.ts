import assert from 'node:assert/strict';
import { checkCompletion, checkDiagnostics, checkFix } from '../../../support/check';
import { newService } from '../../../support/service';

const only = (code: string) => ({ only: `drbd/${code}` });

suite('drbd generations', () => {
  test('a comment in front of the first section says which DRBD the file is for', () => {
    checkDiagnostics('drbd', '# linux-ha: drbd 8.4\n\ncommon {\n  disk { use-bmbv; fencing dont-care; }\n}\n');
    checkDiagnostics('drbd', '# ours\n# linux-ha: drbd = 8.4.11\nresource path { }\n', only('reserved-word'));
    checkDiagnostics(
      'drbd',
      `
# linux-ha: drbd 8.4
resource r0 {
  options { quorum majority; }
            ^^^^^^ error drbd/other-generation fixable
}
`,
      only('other-generation'),
    );
  });

  test('the comment stands over the setting, and holds for the files of one configuration', () => {
    const service = newService();
    service.workspace.configure({ target: { drbd: '9' } });
    service.workspace.open('file:///etc/drbd.conf', 'drbd', '# linux-ha: drbd 8.4\ninclude "r0.res";\n');
    service.workspace.open('file:///etc/r0.res', 'drbd', 'common { disk { use-bmbv; } }\n');
    const codes = () => {
      service.lint('file:///etc/r0.res');
      return service.diagnostics('file:///etc/r0.res', 'en').map(({ severity, code }) => `${severity} ${code}`);
    };
    assert.deepEqual(codes(), []);
    service.workspace.edit('file:///etc/drbd.conf', 17, 20, '9');
    assert.deepEqual(codes(), ['error drbd/other-generation']);
  });

  test('without a target words of one generation tell', () => {
    const guessed84 = 'common {\n  disk { use-bmbv; }\n      ^^^^^^^^ warning drbd/other-generation fixable\n}\n';
    checkDiagnostics('drbd', guessed84.replace('      ^', '         ^'), only('other-generation'));
    checkDiagnostics(
      'drbd',
      `
common {
  disk { use-bmbv; }
         ^^^^^^^^ error drbd/other-generation fixable
  options { quorum majority; }
}
`,
      only('other-generation'),
    );
  });

  test('offers how a word is written in the other generation', () => {
    checkFix(
      'drbd',
      '# linux-ha: drbd 9\nresource r0 {\n  disk { rate 10M; }\n}\n',
      'drbd/other-generation',
      '# linux-ha: drbd 9\nresource r0 {\n  disk { resync-rate 10M; }\n}\n',
      'Replace by resync-rate',
    );
    checkFix(
      'drbd',
      '# linux-ha: drbd 8.3\ncommon {\n  disk {\n    disk-flushes no;\n  }\n}\n',
      'drbd/other-generation',
      '# linux-ha: drbd 8.3\ncommon {\n  disk {\n    no-disk-flushes;\n  }\n}\n',
      'Replace by no-disk-flushes',
    );
    checkFix(
      'drbd',
      '# linux-ha: drbd 9\ncommon {\n  disk {\n    use-bmbv;\n  }\n}\n',
      'drbd/other-generation',
      '# linux-ha: drbd 9\ncommon {\n  disk {\n  }\n}\n',
      'Remove use-bmbv',
    );
  });

  test('what moved is rewritten with the section that it moved from', () => {
    checkFix(
      'drbd',
      '# linux-ha: drbd 9\ncommon {\n  syncer {\n    rate 10M;\n  }\n}\n',
      'drbd/old-syncer',
      '# linux-ha: drbd 9\ncommon {\n  disk {\n    resync-rate 10M;\n  }\n}\n',
    );
    checkFix(
      'drbd',
      '# linux-ha: drbd 9\ncommon {\n  disk {\n    fencing resource-only;\n  }\n}\n',
      'drbd/fencing-in-disk',
      '# linux-ha: drbd 9\ncommon {\n  net {\n    fencing resource-only;\n  }\n}\n',
    );
  });

  test('offers are words of the generation', () => {
    checkCompletion('drbd', '# linux-ha: drbd 8.4\nresource r0 {\n  <|>\n}\n', {
      has: ['disk', 'volume …', 'syncer'],
      hasNot: ['connection-mesh', 'connection-mesh …', 'node-id', 'template-file'],
    });
    checkCompletion('drbd', '# linux-ha: drbd 8.4\ncommon {\n  disk { <|> }\n}\n', {
      has: ['fencing', 'resync-rate', 'use-bmbv'],
      hasNot: ['bitmap'],
    });
    checkCompletion('drbd', '# linux-ha: drbd 8.4\ncommon {\n  disk { fencing <|> }\n}\n', { has: [] });
    checkCompletion('drbd', '# linux-ha: drbd 8.3\ncommon {\n  disk { <|> }\n}\n', {
      has: ['no-disk-flushes', 'fencing'],
      hasNot: ['resync-rate', 'disk-flushes'],
    });
  });

  test('8.x wants everything of a host in front of its end', () => {
    checkDiagnostics(
      'drbd',
      `
# linux-ha: drbd 8.4
resource r0 {
  on alpha { device minor 0; disk /dev/a; address 10.0.0.1:7788; }
  ^^ error drbd/incomplete-host
  meta-disk internal;
  on beta { device minor 0; disk /dev/a; address 10.0.0.2:7788; }
}
`,
      only('incomplete-host'),
    );
  });

  test('8.x compares loopback addresses, too, and stops at words that it does not read', () => {
    const host = (name: string, port: number) =>
      `  on ${name} { device minor ${port}; disk /dev/a; meta-disk internal; address 127.0.0.1:${port}; }\n`;
    const resource = (name: string, port: number) => `resource ${name} {\n${host('alpha', port)}${host('beta', 9)}}\n`;
    const { length } = resource('r0', 1).split('\n');
    assert.equal(length, 5);
    const service = newService();
    service.workspace.open('file:///a.res', 'drbd', `# linux-ha: drbd 8.4\n${resource('r0', 1)}${resource('r1', 1)}`);
    service.lint('file:///a.res');
    const found = service.diagnostics('file:///a.res', 'en').map(({ code }) => code);
    assert.ok(found.includes('drbd/duplicate-address'), found.join(' '));
    checkDiagnostics(
      'drbd',
      `
# linux-ha: drbd 8.3
resource r0 {
  protocol C;
  net { allow-two-primaries yes; }
                            ^^^ error drbd/invalid-value
}
`,
      only('invalid-value'),
    );
  });
});
