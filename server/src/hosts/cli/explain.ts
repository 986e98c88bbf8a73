import { speak } from '../../base/text';
import { describeFact } from '../../core/features/describe';
import type { LanguageModule } from '../../core/language';
import type { Rule } from '../../core/lint/rule';
import { createLanguages, factsAbout } from '../../languages/index';
import type { Console } from './console';
import { severityWords } from './formats/human';
import { plain } from './plain-markdown';
import { Problem } from './problem';
import { harmless } from './terminal';
import { commonOptions, readArguments } from './usage';

/** Most facts that one word shows; the parameters of the same name of many agents are all alike. */
const most = 12;

/** `linux-ha explain`: what a rule finds, what a word means. Returns the exit code. */
export async function explain(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = readArguments(args, commonOptions);
  if (values.help) return console.help('explain');
  if (positionals.length === 0)
    throw new Problem({ en: 'explain wants a rule or a word', ja: 'ルールか語を指定してください' });
  const { modules } = createLanguages();
  const rules = positionals.length === 1 ? rulesNamed(modules, positionals[0] ?? '') : [];
  const parts = rules.map((found) => explainRule(found, console));
  // Words are looked up only where no rule was meant: the facts take their time to load.
  if (parts.length === 0) parts.push(...(await explainWords(positionals, console)));
  if (parts.length > 0) {
    console.out(`${parts.join('\n\n----\n\n')}\n`);
    return 0;
  }
  const words = harmless(positionals.join(' '));
  console.note(
    speak(console.locale)(`${words}: no rule and no word that is known`, `${words}: 該当するルールも語もありません`),
  );
  return 1;
}

interface Explained {
  readonly id: string;
  readonly rule: Rule | undefined;
  readonly language: LanguageModule;
}

/** Rules, and codes of the parser, with this id; the language's name in front may be left out. */
function rulesNamed(modules: readonly LanguageModule[], id: string): Explained[] {
  return modules.flatMap((language): Explained[] => {
    const own = id.startsWith(`${language.id}/`) ? id : `${language.id}/${id}`;
    const rule = language.rules.find((candidate) => candidate.id === own);
    if (rule) return [{ id: own, rule, language }];
    const code = own.slice(language.id.length + 1);
    return Object.hasOwn(language.syntaxMessages, code) ? [{ id: own, rule: undefined, language }] : [];
  });
}

function explainRule({ id, rule, language }: Explained, { locale, paint }: Console): string {
  const say = speak(locale);
  const syntax = language.syntaxMessages[id.slice(language.id.length + 1)];
  const severity = rule?.severity ?? syntax?.severity ?? 'error';
  const head = `${paint('bold', id)} ${paint(severity, severityWords[severity])}`;
  const examples = (title: string, texts: readonly string[] = []): string =>
    texts.length === 0 ? '' : [paint('bold', title), ...texts.map(indented)].join('\n\n');
  return [
    head,
    plain(rule?.docs[locale] ?? syntax?.message[locale] ?? '', paint),
    examples(say('Found in:', '指摘する例:'), rule?.examples.bad.slice(0, 2)),
    examples(say('Right:', '正しい例:'), rule?.examples.good.slice(0, 2)),
    rule?.source ? `${say('Source', '出典')}: ${harmless(rule.source)}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const indented = (text: string): string =>
  text
    .trim()
    .split('\n')
    .map((line) => `    ${harmless(line.replaceAll('\t', '    '))}`)
    .join('\n');

async function explainWords(words: readonly string[], { locale, paint }: Console): Promise<string[]> {
  const { languageData } = await import('../../languages/data');
  const found = factsAbout(languageData, words);
  const shown = found.slice(0, most).map(({ fact, language, where }) => {
    const described = plain(describeFact(fact, language, locale), paint);
    return where === undefined ? described : `${described}\n${paint('dim', `(${where[locale]})`)}`;
  });
  const more = found.length - shown.length;
  return more > 0 ? [...shown, speak(locale)(`${more} more`, `ほか ${more} 件`)] : shown;
}
