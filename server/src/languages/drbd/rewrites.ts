import { own } from '../../base/maps';
import type { Fix } from '../../core/workspace/unit';
import type { Item } from './ast';
import type { Generation } from './generation';

/** Words that only changed their names. */
const renamed: Readonly<Record<string, string>> = { rate: 'resync-rate', after: 'resync-after' };
const renamedBack: Readonly<Record<string, string>> = { 'resync-rate': 'rate', 'resync-after': 'after' };
/** Flags that 8.3 only knows with `no-` in front. */
const switches = new Set(['disk-barrier', 'disk-flushes', 'disk-drain', 'md-flushes', 'tcp-cork']);

/** How a statement is written for another generation: under its name there, or not at all. */
export function rewritesOf(item: Item, target: Generation, text: string): Fix[] {
  const { keyword, place, args } = item;
  const name = keyword.text;
  const modern = !target.startsWith('8');
  const to =
    modern && place === 'disk'
      ? own(renamed, name)
      : target === '8.3' && place === 'syncer'
        ? own(renamedBack, name)
        : undefined;
  if (to) return [replace(to, keyword.span, to, true)];
  if (target === '8.3' && switches.has(name) && args[0]?.text === 'no')
    return [replace(`no-${name}`, { start: keyword.span.start, end: args[0].span.end }, `no-${name}`, true)];
  if (item.body && item.kind !== 'option') return [];
  return [remove(item, text)];
}

const replace = (word: string, span: Fix['edits'][number]['span'], newText: string, safe: boolean): Fix => ({
  title: { en: `Replace by ${word}`, ja: `${word} に置き換える` },
  edits: [{ span, newText }],
  safe,
});

/** Takes the statement away, with its line if it has one for itself. */
function remove({ span, keyword }: Item, text: string): Fix {
  const before = /[ \t]*$/.exec(text.slice(0, span.start))?.[0].length ?? 0;
  const start = span.start - before;
  const alone = (start === 0 || text[start - 1] === '\n') && /^[ \t]*(\r?\n|$)/.exec(text.slice(span.end));
  const end = alone ? span.end + alone[0].length : span.end;
  return {
    title: { en: `Remove ${keyword.text}`, ja: `${keyword.text} を削除する` },
    edits: [{ span: { start: alone ? start : span.start, end }, newText: '' }],
    safe: false,
  };
}
