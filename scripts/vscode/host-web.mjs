import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { freePort, run } from '../lib/processes.mjs';
import { browserOptions } from './browser.mjs';
import { getTestWeb, getWebBuild } from './get-web.mjs';
import { SuiteOutput } from './suite-output.mjs';

/**
 * Runs a test module inside the web worker extension host of VS Code as a web page. `build`: `newest` or `oldest`.
 * @returns {Promise<number>} the exit code
 */
export async function runInWebHost({ extension, tests, workspace, timeout, verbose, build }) {
  const [testWeb, { dataDir, commit, version }] = [await getTestWeb(), await getWebBuild(build)];
  const options = {
    browserType: 'chromium',
    quality: 'stable',
    commit,
    testRunnerDataDir: dataDir,
    // A name, not an address: the worker's page comes from a subdomain of it.
    host: 'localhost',
    port: await freePort(),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    folderPath: workspace,
    headless: true,
    verbose,
  };
  console.log(`VS Code ${version}, web worker host`);
  const script = join(root, 'scripts/vscode/test-web-runner.cjs');
  const output = new SuiteOutput(verbose);
  const { code } = await run(
    process.execPath,
    [script, testWeb, JSON.stringify({ options, browser: browserOptions() })],
    { timeout, onOutput: (text) => output.write(text) },
  );
  output.close();
  return code;
}
