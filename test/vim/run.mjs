// Starts Vim without the user's configuration on smoke.vim, with the built server: node test/vim/run.mjs
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { endChildrenWithUs, run, which } from '../../scripts/lib/processes.mjs';

const vim = which('vim');
const folder = mkdtempSync(join(tmpdir(), 'linux-ha-vim-'));
endChildrenWithUs(() => rmSync(folder, { recursive: true, force: true }));

if (!vim) {
  console.error('Vim is not installed');
  process.exit(1);
}
const { code } = await run(
  vim,
  ['-u', 'NONE', '-N', '-es', '-n', '-i', 'NONE', '-S', join(root, 'test/vim/smoke.vim')],
  {
    quiet: true, // what it writes is for a terminal; the script's own lines are in a file
    timeout: 90_000,
    env: { SERVER: join(root, 'dist/server/node.js'), NODE: process.execPath, FOLDER: folder, HOME: folder },
  },
);
const result = join(folder, 'result.txt');
process.stdout.write(existsSync(result) ? readFileSync(result, 'utf8') : 'Vim said nothing\n');
process.exitCode = code;
