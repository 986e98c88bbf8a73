import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { unifiedDiff } from '../../../../server/src/hosts/cli/diff';
import { decode, edited } from '../../../../server/src/hosts/cli/encoding';
import { Folder, misspelt, quoted } from './cli';

const repairedText = quoted.replace(/[“”]/g, '"');

/** “仮想” and “é” in encodings that are not UTF-8. */
const shiftJis = (text: string): Buffer =>
  byTable(text, { 仮: [0x89, 0xbc], 想: [0x91, 0x7a], '“': [0x81, 0x67], '”': [0x81, 0x68] });
const eucJp = (text: string): Buffer =>
  byTable(text, { 仮: [0xb2, 0xbe], 想: [0xc1, 0xdb], '“': [0xa1, 0xc8], '”': [0xa1, 0xc9] });
const byTable = (text: string, table: Readonly<Record<string, readonly number[]>>): Buffer =>
  Buffer.from([...text].flatMap((c) => table[c] ?? [c.charCodeAt(0)]));

suite('linux-ha check --fix', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
  });
  teardown(() => folder.remove());
  const read = (name: string): Buffer => readFileSync(join(folder.path, name));

  test('repairs what is safe, reports the rest, and leaves the mode of the file', () => {
    chmodSync(folder.write('a.crm', quoted + misspelt.replace('vip', 'vip2')), 0o640);
    const { code, out } = folder.run(['check', '--fix', 'a.crm']);
    assert.equal(code, 1);
    assert.match(out, /unknown-parameter/);
    assert.doesNotMatch(out, /typographic/);
    assert.equal(read('a.crm').toString(), repairedText + misspelt.replace('vip', 'vip2'));
    assert.equal(statSync(join(folder.path, 'a.crm')).mode & 0o777, 0o640);
    assert.equal(folder.run(['check', '--fix', 'a.crm']).out, out, 'a second run changes nothing');
  });

  test('what the configuration switches off is not repaired', () => {
    folder.write('a.crm', quoted);
    folder.write('.linux-ha.json', '{ "rules": { "crm/typographic-quote": "off" } }');
    assert.equal(folder.run(['check', '--fix', 'a.crm']).code, 0);
    assert.equal(read('a.crm').toString(), quoted);
  });

  test('standard input comes out repaired, findings go to standard error', () => {
    const { code, out, err } = folder.run(['check', '--fix', '--language', 'crm', '-'], quoted + misspelt);
    assert.deepEqual([code, out], [1, repairedText + misspelt]);
    assert.match(err, /-:4:42: warning/);
    assert.equal(folder.run(['check', '--fix', '--language', 'crm', '-'], misspelt).out, misspelt);
  });

  test('the dry run gives a diff that patch takes, and changes nothing', () => {
    folder.write('a.crm', quoted);
    const { code, out } = folder.run(['check', '--fix-dry-run', 'a.crm']);
    assert.equal(code, 1);
    assert.equal(
      out,
      [
        '--- a.crm',
        '+++ a.crm',
        '@@ -1,3 +1,3 @@',
        ' # 仮想IP',
        '-primitive vip IPaddr2 params ip=“10.0.0.1” \\',
        '+primitive vip IPaddr2 params ip="10.0.0.1" \\',
        ' \top monitor interval=10s timeout=20s',
        '',
      ].join('\n'),
    );
    assert.equal(read('a.crm').toString(), quoted);
    folder.write('a.crm', repairedText);
    assert.deepEqual(folder.run(['check', '--fix-dry-run', 'a.crm']).code, 0);
  });

  test('a file that cannot be written is named and stays', function () {
    if (process.getuid?.() === 0) this.skip(); // root may write anything
    chmodSync(folder.write('a.crm', quoted), 0o400);
    assert.match(folder.run(['check', '--fix', 'a.crm']).err, /a\.crm: no permission/);
  });

  for (const [encoding, encode] of [
    ['shift_jis', shiftJis],
    ['euc-jp', eucJp],
  ] as const)
    test(`${encoding} is read, named, and repaired without touching the rest`, () => {
      folder.write('a.crm', encode(quoted));
      const { files } = JSON.parse(folder.run(['check', '--format', 'json', 'a.crm']).out);
      assert.equal(files[0].encoding, encoding);
      assert.equal(files[0].findings.length, 2);
      assert.match(folder.run(['check', 'a.crm']).err, new RegExp(`a\\.crm: read as ${encoding}`));
      assert.deepEqual(
        folder.run(['check', '--fix-dry-run', 'a.crm']).bytes.subarray(36, 42),
        encode(' # 仮想').subarray(0, 6),
      );
      assert.equal(folder.run(['check', '--fix', 'a.crm']).code, 0);
      assert.deepEqual(read('a.crm'), encode(repairedText));
    });

  test('Latin-1 and a byte order mark stay; --encoding says it; UTF-16 and binaries are named', () => {
    const latin = Buffer.from('# “x” près du café\n', 'latin1');
    folder.write('l.crm', Buffer.concat([latin, Buffer.from('# linux-ha: crm\n')]));
    assert.match(folder.run(['check', 'l.crm']).err, /read as latin1/);
    assert.equal(folder.run(['check', '--encoding', 'utf-8', 'l.crm']).code, 2);
    folder.write('bom.crm', `\ufeff${quoted}`);
    folder.run(['check', '--fix', 'bom.crm']);
    assert.equal(read('bom.crm').toString(), `\ufeff${repairedText}`);
    folder.write('wide.crm', Buffer.from(`\ufeff${quoted}`, 'utf16le'));
    folder.write('binary.crm', Buffer.from([1, 0, 2]));
    const { code, err } = folder.run(['check', '--fix', 'wide.crm', 'binary.crm']);
    assert.equal(code, 2);
    assert.match(err, /wide\.crm: it is UTF-16/);
    assert.match(err, /binary\.crm: it is not a text file/);
  });
}).timeout(20_000);

suite('encodings', () => {
  const guess = (bytes: readonly number[] | Buffer) => decode(Uint8Array.from(bytes))?.encoding;

  test('are worked out from what stands in the file', () => {
    assert.equal(guess(Buffer.from('plain')), 'utf-8');
    assert.equal(guess(Buffer.from('仮想 é')), 'utf-8');
    assert.equal(guess(shiftJis('# 仮想')), 'shift_jis');
    assert.equal(guess(eucJp('# 仮想')), 'euc-jp');
    for (const text of ['für', 'près de là', 'café', 'Ärger über Öl', 'naïve', 'señor'])
      assert.equal(guess(Buffer.from(text, 'latin1')), 'latin1', text);
  });

  test('only edited bytes change; what cannot be written is refused', () => {
    const file = decode(shiftJis('仮 a 想'), 'shift_jis')!;
    const edit = (newText: string) => edited(file, [{ span: { start: 2, end: 3 }, newText }]);
    assert.deepEqual(Buffer.from(edit('b')!.bytes), shiftJis('仮 b 想'));
    assert.deepEqual(Buffer.from(edit('想')!.bytes), shiftJis('仮 想 想'));
    assert.equal(edit('鬱'), undefined);
    // Two spellings of one character: the one that is there stays.
    const twice = decode(Uint8Array.from([0x81, 0xca, 0x20, 0xee, 0xf9, 0x20, 0xfa, 0x54, 0x61]), 'shift_jis')!;
    const after = edited(twice, [{ span: { start: 5, end: 6 }, newText: 'b' }])!;
    assert.deepEqual([...after.bytes], [0x81, 0xca, 0x20, 0xee, 0xf9, 0x20, 0xfa, 0x54, 0x62]);
  });
});

suite('diffs', () => {
  test('patch makes of the old file the new one', function () {
    if (spawnSync('patch', ['--version']).status !== 0) this.skip(); // no such program here
    const folder = new Folder();
    const lines = (count: number, change: (i: number) => string | undefined): string =>
      Array.from({ length: count }, (_, i) => change(i) ?? `${i}\n`).join('');
    const texts: [string, string][] = [
      [lines(40, () => undefined), lines(40, (i) => (i % 9 === 0 ? `x${i}\n` : i % 13 === 0 ? '' : undefined))],
      ['a\nb', 'a\nb\n'],
      ['a\nb\n', 'a\nb'],
      ['a\n', 'new\na\n'],
      ['x\ny\n', 'y\n'],
      ['a\r\nb\r\n', 'a\r\nc\r\n'],
      [lines(3000, () => undefined), lines(3000, (i) => `${i * 7}\n`)],
    ];
    for (const [before, after] of texts) {
      folder.write('f', before);
      const diff = unifiedDiff('f', Buffer.from(before), Buffer.from(after));
      const patched = spawnSync('patch', ['-p0', '--binary', '-s', 'f'], { cwd: folder.path, input: diff });
      assert.equal(patched.status, 0, patched.stdout.toString() + diff.toString());
      assert.equal(readFileSync(join(folder.path, 'f'), 'utf8'), after);
    }
    assert.equal(unifiedDiff('f', Buffer.from('a'), Buffer.from('a')).length, 0);
    folder.remove();
  });
});
