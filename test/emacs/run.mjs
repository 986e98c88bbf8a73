// Starts Emacs without the user's configuration on smoke.el, with the built server: node test/emacs/run.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { endChildrenWithUs, run, which } from '../../scripts/lib/processes.mjs';

const emacs = which('emacs');
const folder = mkdtempSync(join(tmpdir(), 'linux-ha-emacs-'));
endChildrenWithUs(() => rmSync(folder, { recursive: true, force: true }));

if (!emacs) {
  console.error('Emacs is not installed');
  process.exit(1);
}
const { code } = await run(emacs, ['--batch', '--no-init-file', '-l', join(root, 'test/emacs/smoke.el')], {
  timeout: 90_000,
  env: { SERVER: join(root, 'dist/server/node.js'), NODE: process.execPath, FOLDER: folder, HOME: folder },
});
process.exitCode = code;
