import { fill, type Text } from '../../base/text';
import type { Naming } from '../../core/model/symbols';
import { reservedWords } from './parser/words';

const texts = {
  word: {
    en: '“{name}” cannot be a name: letters, digits, “_”, “.” and “-” may stand in it.',
    ja: '「{name}」は名前に使えません。使えるのは英数字と「_」「.」「-」です。',
  },
  all: { en: '“all” means all resources.', ja: '「all」はすべてのリソースを表します。' },
  volume: { en: 'A volume is a number up to 65534.', ja: 'ボリュームは 65534 以下の番号です。' },
} as const;

function obstacle(namespace: string, name: string): Text | undefined {
  if (namespace.startsWith('drbd.volume-number'))
    return /^\d{1,5}$/.test(name) && Number(name) <= 65534 ? undefined : texts.volume;
  if (namespace === 'drbd.resource' && name === 'all') return texts.all;
  const { en, ja } = texts.word;
  return /^[A-Za-z0-9_][\w.-]*$/.test(name) ? undefined : { en: fill(en, { name }), ja: fill(ja, { name }) };
}

/** A word that the scanner takes for something else has to be quoted. */
const needsQuotes = (name: string): boolean => reservedWords.has(name) || /^\d+(?:[kmgs]?$|\.)/i.test(name);

export const drbdNaming: Naming = {
  obstacle,
  write(name, text, { start, end }) {
    const isPart = /["/]/.test(`${text[start - 1] ?? ''}${text[end] ?? ''}`);
    const isNumber = /^\d+$/.test(text.slice(start, end));
    return !isPart && (text[start] === '"' || (needsQuotes(name) && !isNumber)) ? `"${name}"` : name;
  },
  rivals: () => [],
  shared: new Set(['drbd.host']),
};
