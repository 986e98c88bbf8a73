import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createLanguages } from '../../server/src/languages/index';

const read = (file: string): string => readFileSync(file, 'utf8');
const [english, japanese] = [read('README.md'), read('README.ja.md')];
const both = { 'README.md': english, 'README.ja.md': japanese };

const all = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1] ?? match[0]);
/** Lines of code without their comments, which are in the reader's language. */
const commands = (text: string): string[] =>
  all(text, /```\n([\s\S]*?)```/g).flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#\s.*$/, '')));
/** Cells of the tables but the first, which say what a row is about. */
const marks = (text: string): string[] =>
  all(text, /^\|.*\|$/gm).map((line) =>
    line
      .split('|')
      .slice(2)
      .map((cell) => cell.trim().replace(/-+/, '-'))
      .join('|'),
  );
/** Where links lead; pages that exist in Japanese are the same pages. */
const links = (text: string): string[] =>
  all(text, /\]\(([^)]+)\)/g)
    .filter((target) => !/^README(\.ja)?\.md$/.test(target))
    .map((target) => target.replace('docs/rules/ja/', 'docs/rules/'));

suite('the readme in English and in Japanese', () => {
  test('has the same headings, lists and tables', () => {
    for (const pattern of [/^(#+) /gm, /^(-) /gm, /^\|/gm])
      assert.deepEqual(all(japanese, pattern), all(english, pattern));
    assert.deepEqual(marks(japanese), marks(english));
  });

  test('has the same pictures, each with a text', () => {
    const pictures = /(?:srcset|src)="([^"]+)"/g;
    const same = all(japanese, pictures).map((file) => file.replace('docs/images/ja/', 'docs/images/'));
    assert.deepEqual(same, all(english, pictures));
    for (const [file, text] of Object.entries(both))
      assert.equal(all(text, /<img alt="[^"]{10,}"/g).length, all(text, /<img /g).length, file);
  });

  test('has the same commands and links', () => {
    assert.deepEqual(commands(japanese), commands(english));
    assert.deepEqual(links(japanese), links(english));
  });

  test('names the same words of the languages and settings', () => {
    const words = (text: string): string[] => [...new Set(all(text, /`([^`\n]+)`/g))].sort();
    assert.deepEqual(words(japanese), words(english));
  });

  test('leads to files that are there, and to the other language', () => {
    for (const [file, text] of Object.entries(both))
      for (const target of [...all(text, /\]\(([^)#]+)[^)]*\)/g), ...all(text, /(?:srcset|src)="([^"]+)"/g)])
        assert.ok(existsSync(target), `${file}: ${target}`);
    assert.match(english, /\]\(README\.ja\.md\)/);
    assert.match(japanese, /\]\(README\.md\)/);
  });

  test('its Japanese sentences end politely', () => {
    const prose = japanese.replace(/```[\s\S]*?```|^[|< ].*$|^[-#] .*$/gm, '');
    const endings = all(prose, /([^。\n]{3})。/g);
    assert.ok(endings.length > 15);
    assert.deepEqual(
      endings.filter((ending) => !/(です|ます|ません|後）)$/.test(ending)),
      [],
    );
  });

  test('its figures are true', () => {
    for (const [file, text] of Object.entries(both)) {
      const [, crm, drbd] = /^\| \[.*\]\(docs\/snippets\.md\)\s*\| (\d+)\s*\| (\d+)\s*\|$/m.exec(text) ?? [];
      const count = (language: string): number => Object.keys(JSON.parse(read(`snippets/${language}.json`))).length;
      assert.deepEqual([Number(crm), Number(drbd)], [count('crm'), count('drbd')], file);
      const rules = createLanguages().modules.flatMap((module) => [
        ...module.rules,
        ...Object.keys(module.syntaxMessages),
      ]).length;
      const said = Number(/(\d+)\D{0,6}\[/.exec(text)?.[1]);
      assert.ok(Math.abs(said - rules) < 20, `${file}: ${rules} findings`);
    }
  });
});
