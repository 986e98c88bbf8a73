// Writes docs/snippets.md from the manifest and the snippets that it names.
// node --import tsx scripts/snippet-page.ts [--check]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { table } from '../server/src/base/markdown';

interface Snippet {
  readonly prefix: string;
  /** English and Japanese, with ` / ` between. */
  readonly description: string;
}

const file = 'docs/snippets.md';
const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const titles = new Map<string, string>(
  contributes.languages.map(({ id, aliases }: { id: string; aliases: string[] }) => [id, aliases[0]]),
);

const sections = contributes.snippets.map(({ language, path }: { language: string; path: string }) => {
  const snippets: Record<string, Snippet> = JSON.parse(readFileSync(path, 'utf8'));
  const rows = Object.values(snippets).map(({ prefix, description }) => {
    const [en = '', ...ja] = description.split(' / ');
    return [`\`${prefix}\``, en, ja.join(' / ')];
  });
  return `## ${titles.get(language)}\n\n${table(['Prefix', 'What it writes', '内容'], rows)}`;
});

const intro = `Type a prefix and take the snippet from the list. Tab goes from stop to stop. Each, expanded with its defaults, is accepted by
\`crm\`, \`drbdadm\` or \`corosync\`, and free of our own findings; a test sees to that.

プレフィックスを入力し、一覧から選びます。Tab で次の入力箇所へ移動します。既定値のまま展開したものを \`crm\`、\`drbdadm\`、\`corosync\` が受け付け、指摘もないことをテストで確認しています。`;

const text = `# Snippets\n\n${intro}\n\n${sections.join('\n\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is out of date: run node --import tsx scripts/snippet-page.ts`);
  process.exitCode = 1;
}
