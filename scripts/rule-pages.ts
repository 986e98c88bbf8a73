// Writes docs/rules: a page for each code of findings, in both languages, and a list of all.
// node --import tsx scripts/rule-pages.ts [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { table } from '../server/src/base/markdown';
import { type Locale, locales } from '../server/src/base/text';
import { codesOf, ruleOf, rulePage } from '../server/src/core/features/rule-page';
import type { LanguageModule } from '../server/src/core/language';
import { languageData } from '../server/src/languages/data';
import { createLanguages } from '../server/src/languages/index';

const root = 'docs/rules';
const languages = createLanguages();
languages.useFacts(languageData);
const modules = languages.modules.filter(({ namesOnly }) => !namesOnly);

const files = new Map<string, string>();
for (const locale of locales) {
  const folder = locale === 'en' ? root : join(root, locale);
  files.set(join(folder, 'README.md'), list(locale));
  for (const language of modules)
    for (const code of codesOf(language)) files.set(join(folder, `${code}.md`), rulePage(language, code, locale) ?? '');
}

const check = process.argv.includes('--check');
const there = existsSync(root)
  ? readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'))
  : [];
for (const name of there) if (!files.has(join(root, name))) differs(join(root, name), () => rmSync(join(root, name)));
for (const [path, content] of files) {
  if (existsSync(path) && readFileSync(path, 'utf8') === content) continue;
  differs(path, () => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  });
}

function differs(path: string, mend: () => void): void {
  if (!check) {
    mend();
    return;
  }
  console.error(`${path} is out of date: run npm run rule-pages`);
  process.exitCode = 1;
}

/** All codes with their first sentences. */
function list(locale: Locale): string {
  const rows = (language: LanguageModule) =>
    codesOf(language).map((code) => {
      const rule = ruleOf(language, code);
      const syntax = language.syntaxMessages[code.slice(language.id.length + 1)];
      const text = rule ? firstSentence(rule.docs[locale]) : (syntax?.message[locale] ?? '');
      return [`[${code}](${code}.md)`, rule?.severity ?? syntax?.severity ?? '', text];
    });
  const head = locale === 'ja' ? ['コード', 'レベル', '内容'] : ['Code', 'Severity', 'What it is about'];
  const title = locale === 'ja' ? '# 指摘の一覧' : '# What is found';
  return `${[title, ...modules.map((language) => `## ${language.id}\n\n${table(head, rows(language))}`)].join('\n\n')}\n`;
}

function firstSentence(text: string): string {
  const end = /。|\.(?=\s|$)/u.exec(text);
  return (end ? text.slice(0, end.index + 1) : text).replaceAll('\n', ' ');
}
