import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clean, Folder, misspelt, quoted, refused } from './cli';

interface JsonReport {
  readonly files: readonly {
    readonly file: string;
    readonly language: string;
    readonly encoding: string;
    readonly findings: readonly { readonly code: string; readonly severity: string; readonly line: number }[];
  }[];
  readonly problems: readonly string[];
}

suite('linux-ha check', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
  });
  teardown(() => folder.remove());

  const codes = (args: readonly string[], input = ''): string[] => {
    const report: JsonReport = JSON.parse(folder.run(['check', '--format', 'json', ...args], input).out);
    return report.files.flatMap(({ findings }) => findings.map(({ code }) => code));
  };

  test('0 where nothing is found, 1 where something is, 2 where a file cannot be read', () => {
    folder.write('clean.crm', clean);
    folder.write('bad.crm', misspelt);
    assert.deepEqual(folder.run(['check', 'clean.crm']), {
      code: 0,
      out: 'Nothing found in 1 file.\n',
      err: '',
      bytes: Buffer.from('Nothing found in 1 file.\n'),
    });
    assert.equal(folder.run(['check', 'bad.crm']).code, 1);
    const both = folder.run(['check', 'bad.crm', 'gone.crm']);
    assert.equal(both.code, 2);
    assert.match(both.out, /unknown-parameter/);
    assert.match(both.err, /gone\.crm: there is no such file/);
  });

  test('a file is judged by what files of the other language beside it say', () => {
    folder.write(
      'cluster.crm',
      'node 1: a\nnode 2: b\nprimitive d ocf:linbit:drbd params drbd_resource=r7\nms m d meta notify=true\n',
    );
    folder.write(
      'drbd.d/r0.res',
      'resource r0 {\n  device minor 0;\n  disk /dev/x;\n  meta-disk internal;\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n}\n',
    );
    assert.ok(codes(['cluster.crm']).includes('crm/drbd-resource-unknown'));
    assert.ok(codes(['.']).includes('crm/drbd-resource-unknown'));
    folder.write('drbd.d/r0.res', readFileSync(join(folder.path, 'drbd.d/r0.res'), 'utf8').replace('r0 {', 'r7 {'));
    assert.ok(!codes(['.']).includes('crm/drbd-resource-unknown'));
  });

  test('people see the place, the message and the line with a caret', () => {
    folder.write('bad.crm', misspelt);
    assert.equal(
      folder.run(['check', 'bad.crm']).out,
      [
        'bad.crm:1:42: warning: ocf:heartbeat:IPaddr2 has no parameter “cidr_netmaks”. Did you mean “cidr_netmask”? [crm/unknown-parameter]',
        '  1 | primitive vip IPaddr2 params ip=10.0.0.1 cidr_netmaks=24',
        '    |                                          ^^^^^^^^^^^^',
        '',
        '1 warning in 1 file.',
        '',
      ].join('\n'),
    );
  });

  test('no colours but on a terminal, and there not with NO_COLOR; --color says otherwise', () => {
    folder.write('bad.crm', misspelt);
    const isColoured = (args: readonly string[], env = {}) =>
      folder.run(['check', 'bad.crm', ...args], '', env).out.includes('\u001b[');
    assert.equal(isColoured([]), false);
    assert.equal(isColoured(['--color', 'always'], { NO_COLOR: '1' }), true);
    assert.equal(isColoured(['--color', 'never']), false);
  });

  test('wide characters and tabs in front of a finding move the caret as they move the text', () => {
    folder.write('bad.crm', '\tprimitive 仮想 IPaddr2 params cidr_netmaks=24 ip=10.0.0.1\n');
    const [, text = '', caret = ''] = folder
      .run(['check', 'bad.crm'])
      .out.split('\n\n')
      .find((part) => part.includes('unknown-parameter'))!
      .split('\n');
    // Each of the two characters takes two columns.
    assert.equal(caret.indexOf('^'), text.indexOf('cidr_netmaks') + 2);
  });

  test('only what is as severe as wanted is shown and counts', () => {
    folder.write('bad.crm', misspelt);
    assert.equal(folder.run(['check', '--severity', 'error', 'bad.crm']).code, 0);
    assert.equal(folder.run(['check', '--severity', 'hint', 'bad.crm']).code, 1);
    assert.equal(folder.run(['check', '--severity', 'bad', 'bad.crm']).code, 2);
  });

  test('messages in Japanese: by an option, or by the environment', () => {
    folder.write('bad.crm', misspelt);
    assert.match(folder.run(['check', '--locale', 'ja', 'bad.crm']).out, /というパラメータはない/);
    assert.match(folder.run(['check', 'bad.crm'], '', { LANG: 'ja_JP.UTF-8' }).out, /というパラメータはない/);
    assert.match(folder.run(['check', '--locale', 'en', 'bad.crm'], '', { LANG: 'ja_JP.UTF-8' }).out, /no parameter/);
    assert.equal(folder.run(['check', '--locale', 'fr', 'bad.crm']).code, 2);
  });

  test('target versions', () => {
    folder.write('drbd.d/r.res', 'resource r {\n  syncer { rate 30M; }\n}\n');
    assert.ok(codes(['--target-drbd', '9', 'drbd.d/r.res']).includes('drbd/old-syncer'));
    assert.ok(!codes(['--target-drbd', '8.3', 'drbd.d/r.res']).includes('drbd/old-syncer'));
    for (const name of ['pacemaker', 'crmsh', 'drbd']) {
      assert.equal(folder.run(['check', `--target-${name}`, 'newest', 'drbd.d/r.res']).code, 2);
      assert.notEqual(folder.run(['check', `--target-${name}`, 'auto', 'drbd.d/r.res']).code, 2);
    }
  });

  test('standard input, with a language that it shows, is told, or has by its name', () => {
    assert.deepEqual(codes(['-'], misspelt.replace('IPaddr2', 'ocf:heartbeat:IPaddr2')), ['crm/unknown-parameter']);
    assert.equal(folder.run(['check', '-'], 'hello\n').code, 2);
    assert.equal(folder.run(['check', '--language', 'crm', '-'], refused).code, 1);
    assert.equal(folder.run(['check', '--stdin-filename', 'a/b.crm', '-'], refused).out.split(':')[0], 'a/b.crm');
    assert.equal(folder.run(['check', '-'], '').code, 2);
  });

  test('folders with all below, and none of what is not ours', () => {
    folder.write('a/one.crm', misspelt);
    folder.write('a/b/two.pcmk', misspelt);
    folder.write('a/nginx.conf', 'server { listen 80; }\n');
    folder.write('node_modules/x/three.crm', misspelt);
    assert.equal(codes([]).length, 2);
    assert.equal(codes(['a/b']).length, 1);
    mkdirSync(join(folder.path, 'empty'));
    const empty = folder.run(['check', 'empty']);
    assert.deepEqual([empty.code, empty.out], [2, '']);
    assert.match(empty.err, /empty: no crm or DRBD file there/);
    folder.write('other/nginx.conf', 'server { listen 80; }\n');
    assert.equal(folder.run(['check', 'other']).code, 2);
  });

  test('patterns of names; one that matches nothing is a mistake', () => {
    folder.write('a/one.crm', misspelt);
    folder.write('a/b/two.crm', misspelt);
    folder.write('a/b/.hidden.crm', misspelt);
    folder.write('a/[x].crm', misspelt);
    assert.equal(codes(['a/*.crm']).length, 2);
    assert.equal(codes(['**/*.crm']).length, 3);
    assert.equal(codes(['a/**/t?o.crm', 'a/b/[s-u]wo.crm']).length, 1, 'each file once');
    assert.equal(codes(['a/[x].crm']).length, 1, 'a file of that very name comes first');
    assert.equal(folder.run(['check', '*.pcmk']).code, 2);
    assert.equal(folder.run(['check', 'a/[z-a].crm']).code, 2);
  });

  test('a DRBD file is judged with those that belong to it', () => {
    const resource = (name: string) =>
      `resource ${name} {\n  device minor 0;\n  disk /dev/${name};\n  meta-disk internal;\n  on a { address 10.0.0.1:7788; node-id 0; }\n  on b { address 10.0.0.2:7788; node-id 1; }\n}\n`;
    folder.write('drbd.conf', 'include "drbd.d/*.res";\n');
    folder.write('drbd.d/r0.res', resource('r0'));
    assert.deepEqual(codes(['drbd.d/r0.res']), []);
    folder.write('drbd.d/r1.res', resource('r1'));
    const found = folder.run(['check', 'drbd.d/r0.res']).out;
    assert.match(found, /duplicate-minor/);
    assert.match(found, /drbd\.d\/r1\.res:2:/);
    assert.ok(codes(['drbd.conf']).length === 0, 'only what was given is reported');
  });

  test('names that would do something to a terminal or break a line are shown harmlessly', () => {
    const name = 'a\u001b[31m\nb: %,c.crm';
    folder.write(name, misspelt);
    const human = folder.run(['check', '.']);
    assert.equal(human.code, 1);
    assert.ok(human.out.startsWith('a\\u{1b}[31m\\u{a}b: %,c.crm:1:42: warning'));
    const github = folder.run(['check', '--format', 'github', '.']).out;
    assert.equal(github.split('\n').length, 2);
    assert.ok(github.includes('file=a\u001b[31m%0Ab%3A %25%2Cc.crm,line=1'));
    folder.write('text.crm', 'primitive vip IPaddr2 params ip=10.0.0.1 \u001b]0;x\u0007=1 \u202eabc=2\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none of them may be there
    assert.doesNotMatch(folder.run(['check', 'text.crm']).out, /[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  test('a file that cannot be read is named; the others are checked', () => {
    folder.write('bad.crm', misspelt);
    symlinkSync('nowhere', join(folder.path, 'link.crm'));
    symlinkSync('circle.crm', join(folder.path, 'circle.crm'));
    mkdirSync(join(folder.path, 'folder.crm'));
    const { code, out, err } = folder.run(['check', 'link.crm', 'circle.crm', '/dev/zero', 'bad.crm']);
    assert.equal(code, 2);
    assert.match(out, /unknown-parameter/);
    assert.match(err, /link\.crm: there is no such file/);
    assert.match(err, /circle\.crm: its links go round in a circle/);
    assert.match(err, /\/dev\/zero: it is not an ordinary file/);
    chmodSync(folder.write('secret.crm', misspelt), 0);
    if (process.getuid?.() !== 0) assert.match(folder.run(['check', 'secret.crm']).err, /no permission/);
  });

  test('a pipe is read', function () {
    if (spawnSync('mkfifo', [join(folder.path, 'pipe')]).status !== 0) this.skip(); // no such thing here (Windows)
    folder.write('bad.crm', misspelt);
    spawn('sh', ['-c', 'cat bad.crm > pipe'], { cwd: folder.path, stdio: 'ignore' });
    assert.match(folder.run(['check', '--language', 'crm', 'pipe']).out, /pipe:1:42: warning/);
    folder.write('bad.crm', quoted);
    spawn('sh', ['-c', 'cat bad.crm > pipe'], { cwd: folder.path, stdio: 'ignore' });
    const fixing = folder.run(['check', '--fix', '--language', 'crm', 'pipe']);
    assert.equal(fixing.code, 2);
    assert.match(fixing.err, /pipe: only an ordinary file can be changed/);
  });

  test('a huge file', () => {
    folder.write(
      'huge.crm',
      Array.from({ length: 5000 }, (_, i) =>
        clean.replace('vip', `vip${i}`).replace(/ip=[\d.]+/, `ip=10.0.${i >> 8}.${i & 255}`),
      ).join(''),
    );
    assert.equal(folder.run(['check', 'huge.crm']).code, 0);
    folder.write('line.crm', `primitive vip IPaddr2 params ip=10.0.0.1 x${'y'.repeat(200_000)}=1\n`);
    const { code, out } = folder.run(['check', 'line.crm']);
    assert.equal(code, 1);
    assert.ok(
      out
        .split('\n')
        .slice(1)
        .every((line) => line.length < 200),
    );
    folder.write('endless.crm', Buffer.alloc(32_000_001, ' '));
    assert.match(folder.run(['check', 'endless.crm']).err, /longer than 32 MB/);
  }).timeout(60_000);

  test('wrong arguments', () => {
    for (const args of [['check', '--nonsense'], ['check', '--format', 'pdf'], ['nonsense'], []]) {
      const { code, out, err } = folder.run(args);
      assert.deepEqual([code, out], [2, ''], args.join(' '));
      assert.notEqual(err, '');
    }
  });

  test('help and version, in both languages', () => {
    const { version } = JSON.parse(readFileSync(resolve('package.json'), 'utf8'));
    assert.deepEqual([folder.run(['--version']).out, folder.run(['--help']).code], [`${version}\n`, 0]);
    for (const command of ['check', 'explain', 'convert']) {
      assert.match(folder.run([command, '--help']).out, new RegExp(`^linux-ha ${command} `));
      assert.match(folder.run([command, '--help', '--locale', 'ja']).out, /オプション/);
    }
  });
}).timeout(20_000);
