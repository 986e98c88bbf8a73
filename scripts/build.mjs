// Bundles the extension (scripts/lib/bundles.mjs).
// node scripts/build.mjs [--production] [--watch]
import { chmodSync, rmSync } from 'node:fs';
import { context } from 'esbuild';
import { bundlesFor } from './lib/bundles.mjs';

const watch = process.argv.includes('--watch');

rmSync('dist', { recursive: true, force: true });
for (const bundle of bundlesFor({ production: process.argv.includes('--production') })) {
  const built = await context(bundle);
  if (watch) await built.watch();
  else {
    await built.rebuild();
    await built.dispose();
  }
}
if (!watch) for (const file of ['node.js', 'linux-ha.js']) chmodSync(`dist/server/${file}`, 0o755);
