import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { clean, Folder, misspelt, refused } from './cli';

suite('linux-ha explain', () => {
  const folder = new Folder();
  suiteTeardown(() => folder.remove());
  const explain = (...args: string[]) => folder.run(['explain', ...args]);

  test('a rule, with and without its language, and what the parser says', () => {
    const { code, out } = explain('crm/unknown-parameter');
    assert.equal(code, 0);
    assert.match(out, /^crm\/unknown-parameter warning\n\n/);
    assert.match(out, /Found in:\n\n {4}primitive/);
    assert.equal(explain('unknown-parameter').out, out);
    assert.match(explain('crm/bad-score', '--locale', 'ja').out, /スコア/);
  });

  test('words: a property, an agent, a parameter of one agent and of several, an option of DRBD', () => {
    assert.match(explain('stonith-enabled').out, /cluster property[\s\S]*Default: true/);
    assert.match(explain('stonith-enabled', '--locale', 'ja').out, /クラスタプロパティ[\s\S]*既定値: true/);
    assert.match(explain('IPaddr2').out, /ocf:heartbeat:IPaddr2 — resource agent[\s\S]*required: ip\*/);
    assert.match(explain('IPaddr2', 'cidr_netmask').out, /^cidr_netmask — parameter/);
    assert.match(explain('cidr_netmask').out, /of 5 agents/);
    assert.match(explain('net', 'protocol').out, /DRBD, in: net/);
  });

  test('what nobody knows is 1, nothing asked is 2', () => {
    for (const words of [
      ['nonsense'],
      ['__proto__'],
      ['constructor'],
      ['IPaddr2', 'nonsense'],
      ['a', 'b', 'c'],
      ['\u001b[31m'],
    ])
      assert.deepEqual([explain(...words).code, explain(...words).out], [1, ''], words.join(' '));
    assert.ok(!explain('\u001b[31m').err.includes('\u001b'));
    assert.equal(explain().code, 2);
  });
}).timeout(20_000);

suite('linux-ha convert', () => {
  let folder: Folder;
  setup(() => {
    folder = new Folder();
  });
  teardown(() => folder.remove());
  const convert = (to: string, args: readonly string[], input = '') =>
    folder.run(['convert', '--to', to, ...args], input);

  test('crm to a CIB and back', () => {
    const xml = convert('cib', ['-'], clean);
    assert.equal(xml.code, 0);
    assert.match(xml.out, /<primitive id="vip" class="ocf" provider="heartbeat" type="IPaddr2">/);
    assert.equal(convert('crm', [], xml.out).out, clean.replace(' params', ' \\\n\tparams').replace(' op ', ' op '));
    assert.match(convert('cib', ['--schema', 'pacemaker-3.5'], clean).out, /validate-with="pacemaker-3.5"/);
    assert.equal(convert('crm', ['--style', 'exact'], xml.out).code, 0);
  });

  test('a file with errors is not converted, and its errors are said', () => {
    const { code, out, err } = convert('cib', ['-'], refused);
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /-:1:16: error/);
    assert.equal(convert('cib', ['-'], misspelt).code, 0, 'a warning is none');
  });

  test('what is no CIB is named', () => {
    for (const text of ['<a/>', '<cib', 'primitive x Dummy', '<!DOCTYPE cib [<!ENTITY a "b">]><cib/>', ''])
      assert.deepEqual([convert('crm', [], text).code, convert('crm', [], text).out], [2, ''], text);
  });

  test('DRBD for another generation; places left as they are make it 1', () => {
    const host = (name: string, i: number) =>
      `  on ${name} { device /dev/drbd0; disk /dev/sda; meta-disk internal; address 10.0.0.${i}:7788; }\n`;
    const old = `resource r {\n  protocol C; # comment\n${host('a', 1)}${host('b', 2)}}\n`;
    const { code, out } = convert('drbd9', ['-'], old);
    assert.equal(code, 0);
    assert.match(out, /net \{\s+protocol C;/);
    assert.match(out, /# comment/);
    assert.equal(convert('drbd9', ['-'], out).out, out);
    const broken = convert('drbd9', ['-'], 'resource r {\n  syncer { rate 30M }\n}\n');
    assert.equal(broken.code, 1);
    assert.match(broken.err, /^-:2:\d+: /);
  });

  test('-o writes a file; bytes of other encodings stay', () => {
    const latin = Buffer.from('# près\nresource r {\n  protocol C;\n}\n', 'latin1');
    folder.write('r.res', latin);
    const { code, out } = convert('drbd84', ['r.res', '-o', 'new.res']);
    assert.deepEqual([code, out], [0, '']);
    assert.ok(readFileSync(join(folder.path, 'new.res')).includes(Buffer.from('près', 'latin1')));
    assert.equal(convert('drbd84', ['r.res', '-o', 'no/such/folder']).code, 2);
  });

  test('wrong arguments', () => {
    const file = resolve('examples/cluster.crm');
    for (const args of [
      [],
      ['--to', 'xml', file],
      ['--to', 'cib', file, file],
      ['--to', 'cib', '--schema', 'x', file],
      ['--to', 'cib', 'gone.crm'],
    ])
      assert.deepEqual(
        [folder.run(['convert', ...args]).code, folder.run(['convert', ...args]).out],
        [2, ''],
        args.join(' '),
      );
  });
}).timeout(20_000);
