import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** Words that the field writes otherwise, with what it writes: Linux-HA Japan for crm, LINBIT's manuals for DRBD. */
const words: Readonly<Record<string, string>> = {
  クラスター: 'クラスタ',
  ハンドラー: 'ハンドラ',
  パラメーター: 'パラメータ',
  フェイルオーバー: 'フェイルオーバ',
  フェールオーバ: 'フェイルオーバ',
  スイッチオーバー: 'スイッチオーバ',
  昇格可能クローン: 'プロモータブルクローン',
  昇格可能なクローン: 'プロモータブルクローン',
  下位ディスク: '下位デバイス',
  バッキングデバイス: '下位デバイス',
  ピアノード: '対向ノード',
  スティッキネス: '固着性',
  準同期: 'メモリ同期',
  クオーラム: 'クォーラム',
};

suite('Japanese', () => {
  test('things are called what the field calls them', () => {
    const paths = ['server/src', 'client/src', 'scripts', 'snippets', 'l10n', 'docs'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    );
    const found = [...paths, ...readdirSync(root)]
      .filter((path) => /\.(?:ts|json|md)$/.test(path))
      .flatMap((path) => {
        const text = readFileSync(join(root, path), 'utf8');
        return Object.entries(words)
          .filter(([word]) => text.includes(word))
          .map(([word, right]) => `${path}: ${word} (${right})`);
      });
    assert.deepEqual(found, []);
  });
});
