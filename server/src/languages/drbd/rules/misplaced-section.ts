import { nearest } from '../../../base/suggest';
import { defineRule } from '../../../core/lint/rule';
import { members, walk } from '../ast';
import type { DrbdModel } from '../model';
import { grammar } from '../parser/grammar';
import { homesOf, nameOf, slipOf } from '../places';

export const misplacedSection = defineRule<DrbdModel>()({
  id: 'drbd/misplaced-section',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A section or statement that DRBD does not know, or not at this place: `net` belongs into the resource, not into a host section; `device` and `address` of a host into `on`; `on` into a resource.',
    ja: 'DRBD にない、またはこの場所には書けないセクション・文です。たとえば `net` は on セクションではなく resource に、`address` は `on` に、`on` は resource に書きます。',
  },
  messages: {
    unknown: { en: 'There is no "{word}" in {where}.', ja: '{where} に「{word}」はありません。' },
    meant: {
      en: 'There is no "{word}" in {where}; "{meant}" is meant?',
      ja: '{where} に「{word}」はありません。「{meant}」でしょうか。',
    },
    misplaced: {
      en: '"{word}" cannot stand in {where}; it belongs into {homes}.',
      ja: '{where} に「{word}」は書けません。{homes} に書きます。',
    },
    quoted: {
      en: '"{word}" begins a statement or section here, and stands without quotes.',
      ja: '「{word}」は文またはセクションの先頭の語なので、引用符を付けません。',
    },
    floating: {
      en: 'A floating section has its address in its header; an address statement is refused in it.',
      ja: 'floating セクションのアドレスは見出しに書きます。中に address 文は書けません。',
    },
  },
  examples: {
    bad: ['resource r0 {\n  on alpha {\n    net { timeout 60; }\n  }\n}\n', 'ressource r0 { }\n'],
    good: ['resource r0 {\n  net { timeout 60; }\n  on alpha { }\n}\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const item of walk(unit.model.items)) {
      const inside = item.kind === 'floating' ? members(item, 'address') : [];
      for (const { keyword } of inside) context.report('floating', keyword.span);
      const slip = slipOf(item);
      if (!slip) continue;
      const { keyword, place } = item;
      const meant = slip === 'quoted' ? keyword.text : (nearest(keyword.text, grammar[place].statements.keys()) ?? '');
      const where = place === 'top' ? 'DRBD file' : nameOf(place);
      const homes = homesOf(keyword.text).map(nameOf).slice(0, 3).join(', ');
      const title = { en: `Replace by ${meant}`, ja: `${meant} に置き換える` };
      const fixes = () => [{ title, edits: [{ span: keyword.span, newText: meant }], safe: false }];
      const args = { word: keyword.text, where, homes, meant };
      context.report(slip, keyword.span, {
        args,
        ...((slip === 'meant' || slip === 'quoted') && { fixes }),
      });
    }
  },
});
