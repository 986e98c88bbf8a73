import { defineRule } from '../../../core/lint/rule';
import { oldGeneration } from '../generation';
import type { DrbdModel } from '../model';
import { oldReading } from '../old-findings';
import { quote } from '../repairs';

export const reservedWord = defineRule<DrbdModel>()({
  id: 'drbd/reserved-word',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A host, resource or path is called like a word of the language, and stands without quotes; drbdadm takes it for that word. Which words these are depends on the generation: `path` and `host` are some since DRBD 9, option names such as `timeout` were some up to 8.4.',
    ja: 'ホスト・リソース・パスの名前が予約語と同じで、引用符が付いていません。drbdadm は予約語として解釈します。予約語は世代によって異なります（`path` や `host` は DRBD 9 から、`timeout` などのオプション名は 8.4 まで）。',
  },
  messages: {
    reserved: {
      en: '"{word}" is a word of the language; as a name it needs quotes.',
      ja: '「{word}」は予約語です。名前に使うには引用符が必要です。',
    },
  },
  examples: {
    bad: ['resource path { }\n', '# linux-ha: drbd 8.4\nresource timeout { }\n'],
    good: ['resource "path" { }\n', '# linux-ha: drbd 8.4\nresource path { }\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_scanner.fl of each generation',
  check(unit, context) {
    const stop = oldReading(unit, context)?.stop;
    const found = oldGeneration(context)
      ? [stop].flatMap((at) => (at?.name && at.got === 'keyword' ? [at.span] : []))
      : unit.model.parsed.badNames.flatMap(({ token, reserved }) => (reserved ? [token] : []));
    for (const { start, end } of found) {
      const args = { word: unit.text.slice(start, end) };
      const span = { start, end };
      context.report('reserved', span, { args, fixes: () => quote({ code: '', span }, unit.text) });
    }
  },
});
