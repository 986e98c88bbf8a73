import assert from 'node:assert/strict';
import type { Text } from '../../../server/src/base/text';
import type { Fact } from '../../../server/src/core/facts/types';
import { crmData } from '../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../server/src/languages/crm/facts';
import { drbdData } from '../../../server/src/languages/drbd/data';

const longest = { en: 400, ja: 300 };
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
const facts = buildCrmFacts(crmData);

/** Every text of every table, with what it is about. */
function* texts(): Generator<{ what: string; name: string; text: Text | undefined }> {
  const { keywords, words, meta, opAttributes, nodeAttributes, fenceParameters } = crmData;
  const tables: readonly (readonly Fact[])[] = [keywords, words, meta, opAttributes, nodeAttributes, fenceParameters];
  for (const fact of [...tables.flat(), ...drbdData.options, ...drbdData.statements])
    if (fact.text || fact.category !== 'parameter') yield { what: fact.id, name: fact.name, text: fact.text };
  for (const fact of facts.attributes({ set: 'property', statement: 'property', present: new Set() })?.values() ?? [])
    if (!fact.deprecated) yield { what: fact.id, name: fact.name, text: fact.text };
  for (const { fact, parameters } of facts.agents()) {
    yield { what: fact.id, name: fact.name, text: fact.text };
    for (const row of parameters.values()) yield { what: row.id, name: row.name, text: row.text };
  }
  for (const fact of [...tables.flat(), ...crmData.properties, ...drbdData.options])
    for (const [value, text] of Object.entries(fact.valueTexts ?? {}))
      yield { what: `${fact.id} = ${value}`, name: value, text };
}

suite('data: texts', () => {
  test('none is missing, empty, too long, or in the wrong language', () => {
    for (const { what, text } of texts()) {
      assert.ok(text, `${what} has no text`);
      assert.ok(text.en.trim().length >= 3 && text.en.length <= longest.en, `${what}: ${text.en.length} characters`);
      assert.ok(text.ja.trim().length >= 2 && text.ja.length <= longest.ja, `${what}: ${text.ja.length} characters`);
      assert.match(text.ja, japanese, what);
      assert.doesNotMatch(text.en, japanese, what);
    }
  });

  test('none is its name, with or without the marks in it', () => {
    const plain = (words: string): string => words.toLowerCase().replace(/[\s\p{P}\p{S}]/gu, '');
    for (const { what, name, text } of texts())
      for (const half of [text?.en, text?.ja]) assert.notEqual(plain(half ?? ''), plain(name) || '-', what);
  });

  test('English texts are sentences, with a mark at the end (those of single values stand in lists)', () => {
    const open = [...texts()].filter(({ what, text }) => text && !what.includes(' = ') && !/[.!?)。]$/.test(text.en));
    assert.deepEqual(
      open.map(({ what }) => what),
      [],
    );
  });

  test('Japanese words end as the field writes them: no final long vowel in クラスタ, メモリ, ディレクトリ', () => {
    const other = /(?:クラスタ|パラメータ|メモリ|ディレクトリ|コンテナ|プライマリ|セカンダリ|ライブラリ|プロパティ)ー/;
    assert.deepEqual(
      [...texts()].filter(({ text }) => other.test(text?.ja ?? '')).map(({ what }) => what),
      [],
    );
  });
});
