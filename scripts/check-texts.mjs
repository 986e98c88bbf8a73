// Proves that our texts are our own: none may share a run of eight or more words with what upstream says.
// node scripts/check-texts.mjs DIR      DIR holds upstream's metadata and option lists (XML and JSON, searched to the bottom)
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const longest = 8;
const ours = ['server/src/languages/crm/data', 'server/src/languages/drbd/data'];

const [dir] = process.argv.slice(2);
if (dir === undefined) {
  console.error('usage: node scripts/check-texts.mjs DIR');
  process.exit(2);
}

if (!existsSync(dir)) {
  console.log(`${dir} is not here: nothing to compare our texts with`);
  process.exit(0);
}

const upstream = new Map();
for (const file of files(dir)) {
  const content = readFileSync(file, 'utf8');
  const texts = file.endsWith('.json') ? strings(JSON.parse(content)) : [content.replace(/<[^>]*>/g, ' \0 ')];
  for (const text of texts) for (const run of runs(text)) upstream.set(run, file);
}

let count = 0;
let shared = 0;
for (const file of ours.flatMap(files)) {
  for (const text of sentences(JSON.parse(readFileSync(file, 'utf8')))) {
    count += 1;
    const run = runs(text).find((words) => upstream.has(words));
    if (run === undefined) continue;
    shared += 1;
    console.error(`${file}: “${run}” stands in ${upstream.get(run)} too`);
  }
}
console.log(`${count} texts against ${upstream.size} runs of ${longest} words: ${shared} shared`);
process.exit(shared === 0 && upstream.size > 0 ? 0 : 1);

function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : /\.(xml|json)$/.test(entry.name)
        ? [join(folder, entry.name)]
        : [],
  );
}

/** All strings of a value. */
function strings(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

/** The English half of every `{ en, ja }` of a value. */
function sentences(value) {
  if (!value || typeof value !== 'object') return [];
  return typeof value.en === 'string' && typeof value.ja === 'string'
    ? [value.en]
    : Object.values(value).flatMap(sentences);
}

/** All runs of words; marks and case do not count, and no run leads over a NUL. */
function runs(text) {
  return text.split('\0').flatMap((part) => {
    const words = part.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return words.slice(longest - 1).map((_, end) => words.slice(end, end + longest).join(' '));
  });
}
