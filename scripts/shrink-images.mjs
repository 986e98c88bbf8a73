// Makes the pictures of the documentation smaller: at most 256 colours, in place. Pictures that are so already stay.
// node scripts/shrink-images.mjs [FILE…]      without files: all of docs/images
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { decode, encode, palette } from './lib/png.mjs';

const folder = 'docs/images';
const named = process.argv.slice(2);
const files =
  named.length > 0
    ? named
    : readdirSync(folder)
        .filter((name) => name.endsWith('.png'))
        .map((name) => `${folder}/${name}`);

for (const file of files) {
  const before = readFileSync(file);
  const picture = decode(before);
  if (!picture) continue;
  const after = encode(picture, palette([picture]));
  if (after.length < before.length) writeFileSync(file, after);
  console.log(`${file}: ${before.length} -> ${Math.min(after.length, before.length)} bytes`);
}
