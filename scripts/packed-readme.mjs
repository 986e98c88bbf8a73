// Writes dist/readme.md, the readme of the .vsix. VS Code shows it without the files beside it (and no pictures but
// those on the web): the pictures stay out, and links into the repository are plain text. node scripts/packed-readme.mjs
import { readFileSync, writeFileSync } from 'node:fs';

/** With the line before it, where that only leads to the picture. */
const picture = /(?:^[^\n]+:\n\n)?<picture>[\s\S]*?<\/picture>\n+/gm;
const otherLanguage = /^\[日本語\].*\n+/m;
/** What to do in a clone of the repository. */
const clone = /^## (?:Install|Try it)\n[\s\S]*?(?=^## )/gm;
const localLink = /\[([^\]]*)\]\((?!https?:)[^)]*\)/g;

const text = readFileSync('README.md', 'utf8')
  .replace(picture, '')
  .replace(otherLanguage, '')
  .replace(clone, '')
  .replace(localLink, '$1');
writeFileSync('dist/readme.md', text);
