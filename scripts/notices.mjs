// Writes THIRD-PARTY-NOTICES.md: the packages that are in the bundles, with their licences.
// node scripts/notices.mjs [--check]
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundlesFor } from './lib/bundles.mjs';

const file = 'THIRD-PARTY-NOTICES.md';
const folders = new Set();
for (const bundle of bundlesFor({ production: true })) {
  const { metafile } = await build({ ...bundle, write: false, metafile: true, sourcemap: false });
  for (const input of Object.keys(metafile.inputs)) {
    const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input)?.[0];
    if (folder) folders.add(folder);
  }
}

const parts = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  if (!licence) throw new Error(`${name} has no file with its licence`);
  return `## ${name} ${version} (${license})\n\n\`\`\`text\n${readFileSync(join(folder, licence), 'utf8').trim()}\n\`\`\``;
});
const text = `# Third-party notices\n\nThe extension and the npm package hold code of these packages.\n\n${parts.join('\n\n')}\n`;
if (!process.argv.includes('--check')) writeFileSync(file, text.replaceAll('\r\n', '\n'));
else if (readFileSync(file, 'utf8') !== text.replaceAll('\r\n', '\n')) {
  console.error(`${file} is out of date: run npm run notices`);
  process.exitCode = 1;
}
