import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';

const text = readFileSync('docs/editors.md', 'utf8');
const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const blocks: { readonly editor: string; readonly kind: string; readonly code: string }[] = [];
let editor = '';
for (const [, heading, kind = '', code = ''] of text.matchAll(/^## (.+)\n|^```(\w+)\n([\s\S]*?)^```$/gm)) {
  editor = heading ?? editor;
  if (heading === undefined) blocks.push({ editor, kind, code });
}
const of = (editor: RegExp): string =>
  blocks
    .filter((block) => editor.test(block.editor))
    .map(({ code }) => code)
    .join('\n');

suite('recipes for other editors', () => {
  test('start the program that the package brings', () => {
    const [program] = Object.keys(manifest.bin).filter((name) => name.endsWith('language-server'));
    for (const editor of [/^Neovim/, /^Emacs/, /^Vim/, /^Helix/, /^Kate/]) {
      assert.ok(of(editor).includes(`${program}`), String(editor));
      assert.match(of(editor), /--stdio/, String(editor));
    }
  });

  test('name the files that are ours, in both languages', () => {
    for (const editor of [/^Neovim/, /^Emacs/, /^Vim/, /^Helix/])
      for (const part of ['crm', 'pcmk', 'drbd', 'res', 'conf'])
        assert.ok(of(editor).includes(part), `${editor}: ${part}`);
  });

  test('are JSON where they say so', () => {
    const json = blocks.filter(({ kind }) => kind === 'json');
    assert.ok(json.length >= 2);
    for (const { code } of json) JSON.parse(code);
  });

  test('grammars that are offered elsewhere refer to no others', () => {
    const files = [...text.matchAll(/`(?:syntaxes\/)?(\w+\.tmLanguage\.json)`/g)].map(([, file]) => `syntaxes/${file}`);
    assert.equal(files.length, 3);
    for (const file of files) {
      assert.ok(existsSync(file), file);
      assert.doesNotMatch(readFileSync(file, 'utf8'), /"include":\s*"(?![#$])/, file);
    }
  });
});
