import { fill, type Text } from '../../base/text';
import type { Naming } from '../../core/model/symbols';
import { isValidId, isXmlName } from './parser/references';

const texts = {
  id: {
    en: '“{name}” cannot be an id: it begins with a letter or “_”; letters, digits, “_”, “.” and “-” follow.',
    ja: '「{name}」は ID に使えません。先頭は英字か「_」、以降は英数字と「_」「.」「-」だけです。',
  },
  word: {
    en: '“{name}” cannot be a name: letters, digits, “_”, “.” and “-” may stand in it.',
    ja: '「{name}」は名前に使えません。使えるのは英数字と「_」「.」「-」です。',
  },
} as const;

/** What may stand in names that are no ids. */
const words = /^[A-Za-z0-9_][\w.-]*$/;

function obstacle(namespace: string, name: string): Text | undefined {
  const kind = namespace.replace(/-mention$/, '');
  const say = ({ en, ja }: Text): Text => ({ en: fill(en, { name }), ja: fill(ja, { name }) });
  if (kind === 'crm.node' || kind === 'crm.ticket' || kind.startsWith('drbd.'))
    return words.test(name) ? undefined : say(texts.word);
  const isFit = kind === 'crm.node-attribute' || kind === 'crm.utilization' ? isXmlName(name) : isValidId(name);
  return isFit ? undefined : say(texts.id);
}

const withoutId = new Set(['crm.node', 'crm.user', 'crm.ticket', 'crm.node-attribute', 'crm.utilization']);

export const crmNaming: Naming = {
  obstacle,
  write: (name, text, { start, end }) => {
    const [, quote = ''] = /^(["']).*\1$/s.exec(text.slice(start, end)) ?? [];
    return quote + name + quote;
  },
  rivals: (namespace) =>
    namespace.startsWith('crm.') && !withoutId.has(namespace.replace(/-mention$/, '')) ? ['crm.id'] : [],
  shared: new Set(['crm.ticket', 'crm.node-attribute', 'crm.utilization']),
};
