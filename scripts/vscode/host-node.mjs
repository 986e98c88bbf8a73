import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserOptions } from './browser.mjs';
import { startServer } from './server.mjs';
import { SuiteOutput } from './suite-output.mjs';

/**
 * Runs a test module inside the Node extension host of a VS Code server, with a browser as its window.
 * @returns {Promise<number>} the exit code
 */
export async function runInNodeHost({ extension, tests, workspace, scratch, timeout, verbose }) {
  const folder = join(scratch, 'workspace');
  cpSync(workspace, folder, { recursive: true });
  const server = await startServer({
    dataDir: join(scratch, 'server'),
    settings: { 'git.enabled': false },
    env: { HOME: scratch },
  });
  const output = new SuiteOutput(verbose);
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    if (verbose) page.on('console', (message) => output.write(`[${message.type()}] ${message.text().slice(0, 400)}\n`));
    await page.exposeFunction('codeAutomationLog', (_type, args) => output.write(`${args.join(' ')}\n`));
    const result = new Promise((resolve) => {
      const fail = (reason) => {
        output.write(`${reason}\n${server.readLog()}\n`);
        resolve(1);
      };
      setTimeout(fail, timeout, `No result after ${timeout / 1000} s`).unref();
      void server.ended.then(() => fail('The VS Code server ended before the tests did'));
      void page
        .exposeFunction('codeAutomationExit', resolve)
        .then(() => page.goto(server.url({ folder, extension, tests })));
    });
    return await result;
  } finally {
    output.close();
    await browser.close();
    await server.stop();
  }
}
