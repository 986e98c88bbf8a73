import { codeBlock, paragraphs } from '../../base/markdown';
import type { Locale, Text } from '../../base/text';
import type { LanguageModule } from '../language';
import type { Rule } from '../lint/rule';
import type { Severity } from '../workspace/unit';
import { unusedIgnore } from './suppression';

const words = {
  severity: {
    error: { en: 'Error: the tool refuses it', ja: 'エラー: ツールが受け付けない' },
    warning: { en: 'Warning', ja: '警告' },
    information: { en: 'Information', ja: '情報' },
    hint: { en: 'Hint', ja: 'ヒント' },
  } satisfies Record<Severity, Text>,
  found: { en: 'Found in', ja: '指摘する例' },
  right: { en: 'Right', ja: '正しい例' },
  says: { en: 'What it says', ja: 'メッセージ' },
  source: { en: 'Source', ja: '出典' },
  syntax: {
    en: 'The file cannot be read any further at this place.',
    ja: 'この位置で構文として読み取れない。',
  },
  off: { en: 'To switch it off or down', ja: '無効化・レベル変更' },
  offHow: {
    en: 'In the settings: `"linuxHa.rules": { "{id}": "off" }`. For one statement, a comment in the line above: `# linux-ha: ignore {id}`; for a file: `# linux-ha: ignore-file {id}`.',
    ja: '設定では `"linuxHa.rules": { "{id}": "off" }`。1 つの文だけなら直前の行にコメント `# linux-ha: ignore {id}`、ファイル全体なら `# linux-ha: ignore-file {id}`。',
  },
} as const;

/** All codes of findings of a language, the parser's first. */
export const codesOf = (language: LanguageModule): string[] => [
  ...Object.keys(language.syntaxMessages).map((code) => `${language.id}/${code}`),
  ...language.rules.map(({ id }) => id),
  `${language.id}/${unusedIgnore.code}`,
];

/**
 * What there is to know of a code of findings, as a page of Markdown: what is wrong, why it matters, what to do,
 * examples, the source. Undefined if the language has no such code.
 */
export function rulePage(language: LanguageModule, code: string, locale: Locale): string | undefined {
  const rule = ruleOf(language, code);
  const syntax = code.startsWith(`${language.id}/`) ? code.slice(language.id.length + 1) : '';
  const message = Object.hasOwn(language.syntaxMessages, syntax) ? language.syntaxMessages[syntax] : undefined;
  const severity = rule?.severity ?? message?.severity;
  if (severity === undefined) return undefined;
  const messages = rule ? Object.values(rule.messages) : message ? [message.message] : [];
  const examples = (title: Text, texts: readonly string[] = []): string =>
    texts.length === 0
      ? ''
      : paragraphs(`## ${title[locale]}`, ...texts.map((text) => codeBlock(language.id, text.trimEnd())));
  return `${paragraphs(
    `# ${code}`,
    `${words.severity[severity][locale]}`,
    rule?.docs[locale] ?? words.syntax[locale],
    `## ${words.says[locale]}`,
    messages.map((text) => `- ${placeholders(text[locale])}`).join('\n'),
    examples(words.found, rule?.examples?.bad),
    examples(words.right, rule?.examples?.good),
    `## ${words.off[locale]}`,
    words.offHow[locale].replaceAll('{id}', code),
    rule?.source !== undefined && `${words.source[locale]}: ${rule.source}`,
  )}\n`;
}

/** What is known of a code that is no matter of syntax; undefined for any other. */
export const ruleOf = (
  language: LanguageModule,
  code: string,
): (Pick<Rule, 'docs' | 'severity' | 'messages'> & Partial<Rule>) | undefined =>
  code === `${language.id}/${unusedIgnore.code}` ? unusedIgnore : language.rules.find(({ id }) => id === code);

/** A message whose arguments are not known, as text. */
const placeholders = (message: string): string =>
  message.replace(/\{[a-zA-Z0-9]+\}/g, '…').replace(/[\\`*_[\]<>]/g, '\\$&');
