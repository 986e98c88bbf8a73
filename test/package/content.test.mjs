// What is in the .vsix and in the npm package.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readArchive, theNpmPackage, theVsix } from './vsix.mjs';

const limit = 1_500_000;

/** Files that nothing in the package names, because their place says what they are. */
const known = new Set([
  '[Content_Types].xml',
  'extension.vsixmanifest',
  'extension/package.json',
  'extension/package.nls.json',
  'extension/package.nls.ja.json',
  'extension/l10n/bundle.l10n.ja.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/THIRD-PARTY-NOTICES.md',
]);

suite('the .vsix', function () {
  this.timeout(240_000);
  let vsix;
  let files;

  suiteSetup(async () => {
    vsix = await theVsix();
    files = readArchive(vsix);
  });

  const text = (name) => files.get(name)?.toString('utf8');
  const names = () => [...files.keys()];

  test(`is not larger than ${limit / 1e6} MB`, () => {
    const { size } = statSync(vsix);
    console.log(`      ${files.size} files, ${(size / 1e6).toFixed(2)} MB`);
    assert.ok(size <= limit, `${size} bytes`);
  });

  test('holds what a package has to: notices, licence, readme, changelog, icon, texts in Japanese', () => {
    const manifest = JSON.parse(text('extension/package.json'));
    for (const name of [...known, `extension/${manifest.icon}`]) assert.ok(files.has(name), name);
    assert.match(text('extension/changelog.md'), new RegExp(`^## ${manifest.version.replaceAll('.', '\\.')}`, 'm'));
    assert.match(text('extension/THIRD-PARTY-NOTICES.md'), /^## vscode-languageclient /m);
    for (const name of manifest.categories) assert.ok(text('extension.vsixmanifest').includes(name), name);
  });

  test('holds no source, no source map, nothing of tests and scripts', () => {
    const wrong = /\.map$|\.[cm]?tsx?$|\/(?:test|scripts|out|node_modules|examples|src|\.[^/]+)\//;
    assert.deepEqual(
      names().filter((name) => wrong.test(name)),
      [],
    );
    const mapped = names().filter((name) => name.endsWith('.js') && text(name).includes('sourceMappingURL='));
    assert.deepEqual(mapped, []);
  });

  test('holds no path of the machine that made it', () => {
    const own = [process.cwd(), vsix].filter((path) => path.length > 5);
    for (const name of names())
      for (const path of own) assert.ok(!files.get(name).includes(path), `${path} in ${name}`);
  });

  test('holds no dead file: each is named by another one', () => {
    const programs = names().filter((name) => /\.(?:js|json|md)$/.test(name));
    const dead = names().filter(
      (name) =>
        !known.has(name) && !programs.some((other) => other !== name && text(other).includes(nameIn(other, name))),
    );
    assert.deepEqual(dead, []);
  });

  test('has a readme that needs no other file', () => {
    const readme = text('extension/readme.md');
    assert.match(readme, /^## What it can do$/m);
    assert.deepEqual(readme.match(/\]\((?!https:)[^)]*\)|<(?:img|picture)/g) ?? [], []);
  });

  test('lacks no file that the manifest names', () => {
    const paths = [...text('extension/package.json').matchAll(/"(?:\.\/)?((?:[\w-]+\/)+[\w.-]+\.\w{2,4})"/g)];
    assert.ok(paths.length > 15);
    for (const [, path] of paths) assert.ok(files.has(`extension/${path}`), path);
  });
});

suite('the npm package', function () {
  this.timeout(120_000);

  test('brings both programs, and they need nothing else', async () => {
    const folder = await theNpmPackage();
    const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const path = (name) => join(folder, bin[name]);

    const input = 'primitive a ocf:heartbeat:Dummy params x=1\n';
    const args = [path('linux-ha'), 'check', '--language', 'crm', '-'];
    const check = spawnSync(process.execPath, args, { input, encoding: 'utf8', cwd: folder });
    assert.match(check.stdout, /crm\/unknown-parameter/, check.stderr);

    const server = spawn(process.execPath, [path('linux-ha-language-server'), '--stdio'], { cwd: folder });
    const params = { capabilities: {}, processId: null };
    const request = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    server.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
    const answer = await Promise.race([once(server.stdout, 'data'), once(server, 'exit')]);
    server.kill();
    assert.match(String(answer[0]), /^Content-Length: \d+\r\n/);
  });
});

/** How `other` names a file: programs those beside them, the manifest and the readme by paths. */
function nameIn(other, name) {
  return other.endsWith('.js') ? basename(name) : name.slice('extension/'.length);
}
