import type { LanguageModule } from '../../server/src/core/language';
import { defineRule } from '../../server/src/core/lint/rule';
import { type Entry, readSuppression, type UnitModel } from '../../server/src/core/model/entries';
import type { Parsed } from '../../server/src/core/workspace/unit';

/**
 * A language for testing the engine: logical lines (`\` continues), `def NAME` declares, `use NAME` refers,
 * `# …` is a comment, `<<END` starts raw lines up to a line `END`. `bad` is an error of syntax.
 */
export const toy: LanguageModule = {
  id: 'toy',
  initialState: '',
  nextUnit(text, start, state) {
    let at = start;
    for (;;) {
      const end = text.indexOf('\n', at);
      if (end < 0) return { end: text.length, after: state, open: true };
      at = end + 1;
      if (text[end - 1] !== '\\') break;
    }
    const line = text.slice(start, at).trim();
    const after = state === '' ? (/^<<(\w+)$/.exec(line)?.[1] ?? '') : line === state ? '' : state;
    return { end: at, after, open: false };
  },
  parse(text, before): Parsed {
    const children = [...text.matchAll(/\S+|\s+/g)].map((m) => ({
      kind: /\S/.test(m[0]) ? 'word' : 'blank',
      start: m.index,
      end: m.index + m[0].length,
    }));
    const problems =
      before === ''
        ? [...text.matchAll(/\bbad\b/g)].map((m) => ({ code: 'bad', span: { start: m.index, end: m.index + 3 } }))
        : [];
    return { root: { kind: 'line', start: 0, end: text.length, children }, problems };
  },
  analyse(text, _parsed, before): UnitModel {
    const suppression = readSuppression(text.trimEnd(), { start: 0, end: text.trimEnd().length });
    return { entries: before === '' ? entries(text) : [], suppressions: suppression ? [suppression] : [] };
  },
  slotAt(unit, offset) {
    const word = [...unit.text.matchAll(/\w+/g)].find((m) => m.index <= offset && offset <= m.index + m[0].length);
    if (!word) return undefined;
    const span = { start: word.index, end: word.index + word[0].length };
    return {
      span,
      kind: 'word',
      facts: [],
      offers: [{ kind: 'symbols', namespaces: ['toy.name'] }],
    };
  },
  symbolOf: ({ namespace, name, role }) =>
    namespace === 'toy.name' && role !== 'mark' ? { namespaces: ['toy.name'], name, role } : undefined,
  naming: {
    obstacle: (_namespace, name) => (/^\w+$/.test(name) ? undefined : { en: 'This is no word.', ja: '単語ではない。' }),
    write: (name) => name,
    rivals: () => [],
    shared: new Set(),
  },
  outline: (unit) =>
    unit.model.entries
      .filter((e) => e.role === 'declaration')
      .map((e) => ({ name: e.name, kind: 'def', span: { start: 0, end: unit.text.length }, nameSpan: e.span })),
  highlights: () => [],
  folds: () => [],
  syntaxMessages: { bad: { severity: 'error', message: { en: 'This is bad', ja: '誤り' } } },
  rules: [
    defineRule()({
      id: 'toy/undefined',
      severity: 'warning',
      since: '0',
      docs: { en: 'A name that nothing defines.', ja: '定義のない名前。' },
      messages: { undefined: { en: 'Nothing defines {name}', ja: '{name} は定義されていない' } },
      examples: { bad: [], good: [] },
      check(unit, context) {
        for (const { role, name, span } of unit.model.entries) {
          if (role !== 'reference') continue;
          if (context.lookup('toy.name', name).some(({ entry }) => entry.role === 'declaration')) continue;
          context.report('undefined', span, {
            args: { name },
            fixes: () => [{ title: { en: 'Remove', ja: '削除' }, safe: true, edits: [{ span, newText: '' }] }],
          });
        }
      },
    }),
  ],
};

function entries(text: string): Entry[] {
  return [...text.matchAll(/\b(def|use|include)\s+([\w./*]+)/g)].map((m) => ({
    namespace: m[1] === 'include' ? 'file.include' : 'toy.name',
    name: m[2]!,
    role: m[1] === 'def' ? 'declaration' : m[1] === 'use' ? 'reference' : 'mark',
    span: { start: m.index + m[0].length - m[2]!.length, end: m.index + m[0].length },
  }));
}
