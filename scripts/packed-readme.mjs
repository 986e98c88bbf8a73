// Writes dist/readme.md, the readme of the .vsix: VS Code shows it without any file beside it, so that pictures stand in it
// and links to files of the repository are plain text. node scripts/packed-readme.mjs
import { readFileSync, writeFileSync } from 'node:fs';

/** Too large for a package. */
const left = /<picture>(?:(?!<\/picture>)[\s\S])*docs\/images\/demo-(?:(?!<\/picture>)[\s\S])*<\/picture>\n*/g;
const picture = /<picture>\s*<source[^>]*>\s*<img alt="([^"]*)" src="([^"]*)">\s*<\/picture>/g;
const otherLanguage = /^\[日本語\].*\n+/m;
const localLink = /\[([^\]]*)\]\((?!https?:)[^)]*\)/g;

const text = readFileSync('README.md', 'utf8')
  .replace(left, '')
  .replace(otherLanguage, '')
  .replace(localLink, '$1')
  .replace(picture, (_, alt, file) => `![${alt}](data:image/png;base64,${readFileSync(file).toString('base64')})`);
writeFileSync('dist/readme.md', text);
