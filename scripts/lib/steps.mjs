// The steps of `npm test`. A step has what it needs (programs of this machine), and a command to run.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { which } from './processes.mjs';

const node = process.execPath;
const bin = (name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);
const mocha = (...patterns) => [node, 'node_modules/mocha/bin/mocha.js', ...patterns];
const minutes = 60_000;

/** Programs that tests use but npm does not bring: how they are found and what brings them. */
const programs = {
  browser: {
    find: async () => (await import('../vscode/browser.mjs')).findBrowser(),
    get: 'chromium (apt-get install chromium)',
  },
  nvim: { find: () => process.env.LINUX_HA_NVIM ?? which('nvim'), get: 'neovim (apt-get install neovim)' },
  eglot: {
    find: () => which('emacs') && existsSync('/usr/share/emacs/site-lisp/elpa-src') && eglot(),
    get: 'Emacs with eglot (apt-get install emacs-nox elpa-eglot)',
  },
  ale: {
    find: () => which('vim') && existsSync('/usr/share/vim-ale/plugin/ale.vim'),
    get: 'Vim with ALE (apt-get install vim vim-ale)',
  },
  crm: { find: () => which('crm'), get: 'crmsh (apt-get install crmsh pacemaker)' },
  crm_verify: { find: () => which('crm_verify'), get: 'pacemaker-cli-utils (apt-get install pacemaker-cli-utils)' },
  drbdadm: { find: () => which('drbdadm'), get: 'drbd-utils (apt-get install drbd-utils)' },
};

/**
 * All steps in their order. `counted`: mocha's numbers in the output are tests; others are one check that holds or not.
 */
export function allSteps() {
  return [
    { name: 'types', command: [bin('tsc'), '-b'], timeout: 5 * minutes },
    { name: 'lint', command: [bin('biome'), 'check', '--no-errors-on-unmatched'], timeout: 2 * minutes },
    { name: 'audit', command: [node, 'scripts/audit.mjs'], timeout: 2 * minutes },
    { name: 'unit', command: mocha('test/{unit,house,grammar}/**/*.test.ts'), counted: true, timeout: 15 * minutes },
    { name: 'neovim', command: [node, 'test/neovim/run.mjs'], needs: ['nvim'], counted: true, timeout: 2 * minutes },
    { name: 'emacs', command: [node, 'test/emacs/run.mjs'], needs: ['eglot'], counted: true, timeout: 2 * minutes },
    { name: 'vim', command: [node, 'test/vim/run.mjs'], needs: ['ale'], counted: true, timeout: 2 * minutes },
    ...['node', 'web', 'web-oldest'].map((host) => ({
      name: `vscode-${host}`,
      command: [node, 'scripts/vscode/run.mjs', '--no-build', '--server', '--host', host],
      needs: ['browser'],
      counted: true,
      timeout: 12 * minutes, // the first time an editor is fetched
    })),
    { name: 'package', command: mocha('test/package/content.test.mjs'), counted: true, timeout: 5 * minutes },
    {
      name: 'package-used',
      command: mocha('test/package/use.test.mjs'),
      needs: ['browser'],
      counted: true,
      timeout: 12 * minutes,
    },
    ...oracleSteps(),
  ];
}

/** Whether Debian's package of eglot is there; Emacs 29 brings its own. */
const eglot = () => readdirSync('/usr/share/emacs/site-lisp/elpa-src').some((name) => name.startsWith('eglot'));

/** A language whose real tools have a say has a folder of tests in test/oracle; what concerns both lies beside them. */
function oracleSteps() {
  const needs = { crm: ['crm', 'crm_verify'], drbd: ['drbdadm'] };
  const folder = join(root, 'test/oracle');
  if (!existsSync(folder)) return [];
  const both = {
    name: 'oracle-files',
    command: mocha('test/oracle/*.test.ts'),
    needs: [...new Set(Object.values(needs).flat())],
    counted: true,
    timeout: 20 * minutes,
  };
  const single = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && hasTests(join(folder, entry.name)))
    .map(({ name }) => ({
      name: `oracle-${name}`,
      command: mocha(`test/oracle/${name}/**/*.test.ts`),
      needs: needs[name] ?? Object.values(needs).flat(),
      counted: true,
      timeout: 20 * minutes,
    }));
  return [...single, both];
}

const hasTests = (folder) => readdirSync(folder, { recursive: true }).some((file) => file.endsWith('.test.ts'));

/** What a step needs and this machine lacks, as the words to install it by. */
export async function missing({ needs = [] }) {
  const lacks = [];
  for (const name of needs) if (!(await programs[name].find())) lacks.push(programs[name].get);
  return lacks;
}
