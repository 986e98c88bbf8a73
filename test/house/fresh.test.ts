import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createLanguages } from '../../server/src/languages/index';

suite('what is made from something else is fresh', () => {
  test('the manifest, from the settings', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/manifest.ts', '--check'], { stdio: 'pipe' });
  }).timeout(20_000);

  test('the notices, from what is bundled', () => {
    execFileSync(process.execPath, ['scripts/notices.mjs', '--check'], { stdio: 'pipe' });
  }).timeout(40_000);

  test('the pages of the rules, from the rules', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/rule-pages.ts', '--check'], { stdio: 'pipe' });
  }).timeout(40_000);

  test('the page of the snippets, from the snippets', () => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/snippet-page.ts', '--check'], { stdio: 'pipe' });
  }).timeout(20_000);

  test('every command and text of the manifest exists', () => {
    const manifest = readFileSync('package.json', 'utf8');
    const keys = [...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!);
    for (const file of ['package.nls.json', 'package.nls.ja.json']) {
      const texts = JSON.parse(readFileSync(file, 'utf8'));
      assert.deepEqual(
        keys.filter((key) => !texts[key]),
        [],
        file,
      );
    }
  });

  test('every text of the client exists in Japanese', () => {
    const texts = JSON.parse(readFileSync('l10n/bundle.l10n.ja.json', 'utf8'));
    const used = readdirSync('client/src').flatMap((file) =>
      [...readFileSync(`client/src/${file}`, 'utf8').matchAll(/\bt\(\s*'((?:[^'\\]|\\.)*)'/g)].map(
        (match) => match[1]!,
      ),
    );
    assert.ok(used.length > 0);
    assert.deepEqual(
      used.filter((text) => !texts[text]),
      [],
    );
    assert.deepEqual(
      Object.keys(texts).filter((text) => !used.includes(text)),
      [],
    );
  });
});

suite('rules', () => {
  for (const { id, rules, namesOnly } of createLanguages().modules) {
    if (namesOnly) continue;
    test(`${id}: a file for each, and each file in the list`, () => {
      const files = readdirSync(`server/src/languages/${id}/rules`).map((name) => name.replace(/\.ts$/, ''));
      const ids = rules.map((rule) => rule.id);
      assert.deepEqual(
        ids.map((rule) => rule.replace(`${id}/`, '')).sort(),
        files.filter((name) => name !== 'index' && !name.startsWith('shared')).sort(),
      );
      assert.equal(new Set(ids).size, ids.length);
    });
    test(`${id}: texts in both languages, at least one example each way`, () => {
      for (const rule of rules) {
        for (const text of [rule.docs, ...Object.values(rule.messages)])
          assert.ok(text.en.trim() && /[ぁ-んァ-ヶ一-龠]/.test(text.ja), rule.id);
        assert.ok(rule.examples.bad.length > 0 && rule.examples.good.length > 0, rule.id);
      }
    });
  }
});

suite('the walkthrough', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
  const packed = readFileSync('.vscodeignore', 'utf8').split('\n');
  const { steps } = manifest.contributes.walkthroughs[0];

  test('has a packed picture with a text for each step', () => {
    for (const { id, media } of steps) {
      const files: string[] = media.svg ? [media.svg] : Object.values(media.image);
      for (const file of files) {
        assert.ok(existsSync(file), `${id}: ${file}`);
        assert.ok(
          packed.some((line) => line === `!${file}` || line === `!${file.replace(/[^/]*$/, '*')}`),
          `${file} is not packed`,
        );
      }
      assert.ok(media.altText, id);
    }
  });

  test('its commands are ours or VS Code’s own', () => {
    const own = manifest.contributes.commands.map(({ command }: { command: string }) => command);
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8'));
    for (const { id, description } of steps)
      for (const [, command] of texts[description.slice(1, -1)].matchAll(/\]\(command:([\w.]+)/g))
        assert.ok(own.includes(command) || /^workbench\./.test(command), `${id}: ${command}`);
  });
});
