// node scripts/demo.mjs [--theme THEME] [--language ja] [--output DIR]: the moving picture of the readme, light and dark, from a real editor.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { animate, decode, palette } from './lib/png.mjs';
import { build, ensurePackages } from './lib/prepare.mjs';
import { endChildrenWithUs } from './lib/processes.mjs';
import { look, themes } from './vscode/look.mjs';

const { values } = parseArgs({
  options: {
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    output: { type: 'string', default: join(root, 'docs/images') },
    language: { type: 'string', default: 'en' },
    extension: { type: 'string', default: root },
    'no-build': { type: 'boolean', default: false },
  },
});

const size = { width: 880, height: 400 };
/** A readme's pictures are not to be waited for. */
const limit = 600_000;

/** What is chosen from the menu of changes. */
const advised = { en: 'Add the advised operations', ja: '推奨されるオペレーションを追加' }[values.language];

const start = `# linux-ha: crm scope fragment
node 1: alice
node 2: bob

`;

await main();

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-'));
  endChildrenWithUs(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  await ensurePackages();
  if (!values['no-build']) await build();
  for (const theme of values.theme) {
    const frames = await record(theme, scratch);
    const picture = animate(frames, palette(frames));
    const path = join(values.output, `demo-${theme}.png`);
    writeFileSync(path, picture);
    const seconds = frames.reduce((sum, { delay }) => sum + delay, 0) / 1000;
    console.log(`${path}: ${frames.length} frames, ${seconds.toFixed(1)} s, ${picture.length} bytes`);
    if (picture.length > limit) process.exitCode = 1;
  }
}

async function record(theme, scratch) {
  const { chromium } = await import('playwright-core');
  const { browserOptions } = await import('./vscode/browser.mjs');
  const { startServer } = await import('./vscode/server.mjs');
  const { Stage } = await import('./vscode/stage.mjs');
  const [folder, dataDir] = ['demo', 'server'].map((name) => join(scratch, theme, name));
  mkdirSync(folder, { recursive: true });
  const openFile = join(folder, 'cluster.crm');
  writeFileSync(openFile, start);
  const settings = {
    ...look,
    'workbench.colorTheme': themes[theme],
    'linuxHa.language': values.language,
    'workbench.statusBar.visible': false,
    'editor.cursorBlinking': 'solid',
    'editor.insertSpaces': false, // for the first file that a window opens, the manifest's own setting comes too late
    'editor.guides.indentation': false,
    'files.autoSave': 'afterDelay', // no dot in the tab
  };
  const server = await startServer({ dataDir, settings, env: { HOME: scratch } });
  const browser = await chromium.launch(browserOptions());
  try {
    const page = await browser.newPage({ viewport: size, colorScheme: theme });
    await page.goto(server.url({ folder, extension: values.extension, openFile }));
    const stage = new Stage(page);
    await stage.ready();
    await stage.press('Control+b');
    await stage.still();
    const film = filmOf(page);
    await play(stage, film);
    return film.frames;
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** Frames with the time that each is shown. */
function filmOf(page) {
  const frames = [];
  const shot = async (delay) => {
    frames.push({ ...decode(await page.screenshot({ caret: 'hide' })), delay });
  };
  return { frames, shot };
}

/** What is shown: a resource typed with completion, a mistake, its repair, the layout, a word explained. */
async function play(stage, film) {
  const { page } = stage;
  const type = async (text) => {
    for (const character of text) {
      await page.keyboard.type(character);
      await page.waitForTimeout(60);
      await film.shot(70);
    }
  };
  const pause = async (delay) => {
    await stage.still();
    await film.shot(delay);
  };
  const accept = async (label) => {
    const row = `.suggest-widget.visible .monaco-list-row.focused[aria-label^="${label}"]`;
    await page.waitForSelector(row);
    await pause(900);
    await stage.press('Tab');
    await page.waitForSelector(row, { state: 'detached' });
    await page.mouse.move(5, size.height - 5);
    await pause(400);
  };
  await stage.press('Control+End');
  await pause(800);
  await type('primitive p_vip IPad');
  await accept('IPaddr2');
  await type(' params i');
  await accept('ip');
  await type('192.168.10.20 cidr_netmaks=24');
  await stage.press('Escape');
  await stage.untilSquiggle();
  await pause(600);
  await stage.hover('cidr_netmaks');
  await pause(2200);
  await page.mouse.move(5, size.height - 5);
  await page.waitForSelector('.monaco-hover:not(.hidden)', { state: 'hidden' });
  for (let i = 0; i < '=24'.length + 1; i += 1) await stage.press('ArrowLeft');
  await stage.press('Control+.');
  await page.waitForSelector('.action-widget .monaco-list-row.focused');
  await pause(1300);
  await stage.press('Enter');
  await page.waitForSelector('.view-line:has-text("cidr_netmask")');
  await pause(900);
  await stage.press('Control+.');
  await page.waitForSelector(`.action-widget .monaco-list-row >> text=${advised}`);
  await stage.press('ArrowDown');
  await pause(1100);
  await page.click(`.action-widget .monaco-list-row >> text=${advised}`);
  await page.waitForSelector('.view-line:has-text("monitor")');
  await page.mouse.move(5, size.height - 5);
  await pause(900);
  await stage.press('Control+Shift+i');
  await pause(1200);
  await stage.hover('cidr_netmask');
  await pause(2800);
}
