import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Folder } from './cli';

const crm = 'primitive vip ocf:heartbeat:IPaddr2   params ip=10.0.0.1\n';
const laidOut = 'primitive vip ocf:heartbeat:IPaddr2 \\\n\tparams ip=10.0.0.1\n';
const drbd = 'resource r {\nnet {\nprotocol C;\n}\n}\n';

suite('linux-ha format', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
    folder.write('a.crm', crm);
    folder.write('drbd.d/r.res', drbd);
  });
  teardown(() => folder.remove());
  const format = (...args: string[]) => folder.run(['format', ...args]);
  const read = (name: string): string => readFileSync(join(folder.path, name), 'utf8');

  test('writes the files; a second time nothing is left to do', () => {
    assert.deepEqual([format().code, format('--check').code], [0, 0]);
    assert.equal(read('a.crm'), laidOut);
    assert.equal(read('drbd.d/r.res'), 'resource r {\n  net {\n    protocol C;\n  }\n}\n');
  });

  test('--check names what would change, --diff shows it, and nothing is written', () => {
    const check = format('--check');
    assert.deepEqual([check.code, check.out], [1, 'a.crm\ndrbd.d/r.res\n']);
    const diff = format('--diff', 'a.crm');
    assert.deepEqual([diff.code, diff.out.split('\n')[4]], [1, '+primitive vip ocf:heartbeat:IPaddr2 \\']);
    assert.equal(read('a.crm'), crm);
  });

  test('--indent', () => {
    format('--indent', '4');
    assert.match(read('a.crm'), /\n {4}params/);
    format('--indent', 'tab');
    assert.match(read('drbd.d/r.res'), /\n\t\tprotocol/);
    assert.equal(format('--indent', '99').code, 2);
  });

  test('.editorconfig and .linux-ha.json; an argument stands over them', () => {
    folder.write('.editorconfig', 'root = true\n[*.crm]\nindent_style = space\nindent_size = 3\nend_of_line = crlf\n');
    format('a.crm');
    assert.equal(read('a.crm'), laidOut.replaceAll('\t', '   ').replaceAll('\n', '\r\n'));
    folder.write(
      '.linux-ha.json',
      '{ "format": { "crm": { "statements": "compact" }, "drbd": { "braces": "own-line" } } }',
    );
    format('--indent', 'tab');
    assert.equal(read('a.crm'), 'primitive vip ocf:heartbeat:IPaddr2 params ip=10.0.0.1\r\n');
    assert.match(read('drbd.d/r.res'), /^resource r\n\{\n\tnet\n\t\{\n/);
    folder.write('.linux-ha.json', '{ "format": { "crm": { "statements": "pretty" } } }');
    assert.deepEqual([format().code, /format is not as it should be/.test(format().err)], [2, true]);
  });

  test('standard input, other encodings, what cannot be read', () => {
    assert.equal(folder.run(['format', '--language', 'crm', '-'], crm).out, laidOut);
    folder.write('l.crm', Buffer.from(`# près\n${crm}`, 'latin1'));
    assert.equal(format('l.crm').code, 0);
    assert.deepEqual(readFileSync(join(folder.path, 'l.crm')), Buffer.from(`# près\n${laidOut}`, 'latin1'));
    assert.equal(format('gone.crm').code, 2);
    assert.equal(format('*.pcmk').code, 2);
    assert.match(format('--help').out, /^linux-ha format /);
  });
}).timeout(20_000);
