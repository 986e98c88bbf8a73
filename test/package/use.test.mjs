// The installed .vsix, used as a person does: keys and a mouse, and what is on the screen.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from '../../scripts/lib/paths.mjs';
import { browserOptions } from '../../scripts/vscode/browser.mjs';
import { installExtension, startServer } from '../../scripts/vscode/server.mjs';
import { Stage } from '../../scripts/vscode/stage.mjs';
import { theVsix } from './vsix.mjs';

const patience = 30_000;

suite('the installed extension', function () {
  this.timeout(120_000);
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-use-'));
  const folder = join(scratch, 'examples');
  const crm = join(folder, 'new.crm');
  const drbd = join(folder, 'drbd.d/r0.res');
  let installed;
  let server;
  let browser;
  let page;
  let stage;

  suiteSetup(async function () {
    this.timeout(600_000); // the first time an editor is fetched
    cpSync(join(root, 'examples'), folder, { recursive: true });
    writeFileSync(crm, 'node 1: alice\nnode 2: bob\n');
    const dataDir = join(scratch, 'server');
    installed = await installExtension(await theVsix(), dataDir);
    const settings = { 'git.enabled': false, 'editor.hover.delay': 50 };
    server = await startServer({ dataDir, settings, env: { HOME: scratch } });
    browser = await chromium.launch(browserOptions());
  });

  suiteTeardown(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  });

  /** A window on a file of ours: what the manifest says of our languages counts for files that are opened then. */
  async function openWindow() {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.setDefaultTimeout(patience);
    stage = new Stage(page);
    await page.goto(server.url({ folder, openFile: join(folder, 'cluster.crm') }));
    await stage.ready();
  }

  async function open(name) {
    await stage.press('Control+p');
    await page.waitForSelector('.quick-input-widget input');
    await type(name);
    await page.waitForSelector(`.quick-input-list .monaco-list-row.focused[aria-label^="${name}"]`);
    await stage.press('Enter');
    await page.waitForSelector(`.tab.active[data-resource-name="${name}"]`);
    await stage.untilColours();
  }

  const lines = '.monaco-editor .view-lines';
  const squiggle = '.monaco-editor [class*="squiggly-"]';
  const suggestions = '.suggest-widget.visible .monaco-list-row';
  const type = (text) => page.keyboard.type(text, { delay: 20 });

  /** Saves, until the file has the text that is expected. */
  async function saved(file, expected) {
    await stage.press('Control+s');
    await until(
      () => expected.test(readFileSync(file, 'utf8')),
      () => readFileSync(file, 'utf8'),
    );
  }

  /** Until the list shows an item and it is the chosen one; then Tab. */
  async function accept(label) {
    await page.waitForSelector(`${suggestions}[aria-label^="${label}"]`);
    for (let i = 0; i < 20; i += 1) {
      if (await page.$(`${suggestions}.focused[aria-label^="${label}"]`)) break;
      await stage.press('ArrowDown');
    }
    await page.waitForSelector(`${suggestions}.focused[aria-label^="${label}"]`);
    await stage.press('Tab');
    await page.waitForSelector(`${suggestions}.focused[aria-label^="${label}"]`, { state: 'detached' });
  }

  test('a crm file is ours: its language and its colours', async () => {
    await openWindow();
    await open('new.crm');
    await page.waitForSelector('#status\\.editor\\.mode >> text=Pacemaker crm');
  });

  test('completion pops up while typing, and Tab takes what is chosen', async () => {
    await stage.press('Control+End');
    await type('primitive p_vip ocf:heartbeat:IPad');
    await accept('ocf:heartbeat:IPaddr2');
    await saved(crm, /^primitive p_vip ocf:heartbeat:IPaddr2/m);
    assert.match(await page.textContent(lines), /primitive\sp_vip\socf:heartbeat:IPaddr2/);
  });

  test('a parameter takes the cursor to its value', async () => {
    await type(' params i');
    await accept('ip');
    await type('192.0.2.7');
    await saved(crm, /IPaddr2 params ip=192\.0\.2\.7$/m);
  });

  test('a mistake gets a squiggle, and the mouse on it says what is wrong', async () => {
    await type(' cidr_netmaks=24');
    await stage.press('Escape');
    await page.waitForSelector(squiggle);
    await stage.hover('cidr_netmaks');
    await page.waitForSelector('.monaco-hover:not(.hidden) >> text=cidr_netmask');
    assert.match(await page.textContent('.monaco-hover:not(.hidden)'), /crm\/unknown-parameter/);
  });

  test('Ctrl+. mends it', async () => {
    await page.mouse.move(5, 5);
    const before = await page.locator(squiggle).count();
    for (let i = 0; i < '=24'.length + 1; i += 1) await stage.press('ArrowLeft');
    await stage.press('Control+.');
    await page.waitForSelector('.action-widget .monaco-list-row.focused >> text=cidr_netmask');
    await stage.press('Enter');
    await saved(crm, / cidr_netmask=24$/m);
    await page.waitForFunction(
      ([selector, count]) => document.querySelectorAll(selector).length < count,
      [squiggle, before],
    );
  });

  test('hover explains a word', async () => {
    await stage.hover('cidr_netmask');
    assert.match(await page.textContent('.monaco-hover:not(.hidden)'), /cidr_netmask/);
    await page.mouse.move(5, 5);
  });

  test('the key of formatting lays the file out', async () => {
    await stage.press('Control+Shift+i');
    await saved(crm, /^primitive p_vip ocf:heartbeat:IPaddr2 \\\n\tparams ip=192\.0\.2\.7 cidr_netmask=24$/m);
  });

  test('DRBD: an option from the list, then its value with a semicolon', async () => {
    await open('r0.res');
    await stage.find('net {');
    await stage.press('End');
    await stage.press('Enter');
    await type('verify-a');
    await accept('verify-alg');
    await accept('sha256');
    await saved(drbd, /^ {4}verify-alg sha256;$/m);
  });

  test('its command line checks the files that were made', () => {
    const program = join(installed, 'dist/server/linux-ha.js');
    const { status, stdout } = spawnSync(process.execPath, [program, 'check', crm], { encoding: 'utf8' });
    assert.doesNotMatch(stdout, /unknown-parameter/);
    assert.ok(status === 0 || status === 1, stdout);
  });
});

/** Waits for something that is no part of the page. */
async function until(holds, describe) {
  const end = Date.now() + patience;
  while (!holds()) {
    if (Date.now() > end) assert.fail(describe());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
