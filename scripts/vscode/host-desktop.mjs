import { runTests } from '@vscode/test-electron';

/**
 * Runs a test module inside a desktop VS Code, fetched by @vscode/test-electron, or the one that
 * LINUX_HA_VSCODE names.
 * @returns {Promise<number>} the exit code
 */
export async function runInDesktop({ extension, tests, workspace, scratch }) {
  const vscodeExecutablePath = process.env.LINUX_HA_VSCODE;
  return runTests({
    ...(vscodeExecutablePath && { vscodeExecutablePath }),
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust', `--user-data-dir=${scratch}/user`],
  });
}
