// Starts neovim without any configuration on smoke.lua, with the built server: node test/neovim/run.mjs
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { endChildrenWithUs, run, which } from '../../scripts/lib/processes.mjs';

const nvim = process.env.LINUX_HA_NVIM ?? which('nvim');
const folder = mkdtempSync(join(tmpdir(), 'linux-ha-nvim-'));
endChildrenWithUs(() => rmSync(folder, { recursive: true, force: true }));

if (!nvim) {
  console.error('neovim is not installed');
  process.exit(1);
}
// 0.7 has no -l, so the script is a command.
const { code } = await run(
  nvim,
  ['--headless', '--clean', '-n', '-c', `luafile ${join(root, 'test/neovim/smoke.lua')}`],
  {
    timeout: 90_000,
    env: {
      SERVER: join(root, 'dist/server/node.js'),
      NODE: process.execPath,
      FOLDER: folder,
      HOME: folder, // its log and state stay with the run
      XDG_STATE_HOME: folder,
      XDG_CACHE_HOME: folder,
    },
  },
);
process.exitCode = code;
