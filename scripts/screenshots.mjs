// npm run screenshots: takes the pictures of docs/images from a real editor.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './lib/paths.mjs';
import { build, ensurePackages } from './lib/prepare.mjs';
import { endChildrenWithUs } from './lib/processes.mjs';
import { look, themes } from './vscode/look.mjs';

const help = `npm run screenshots -- [options]     Takes the pictures of docs/images from VS Code's server in a browser.

  --only NAME      only this scene; may be repeated
  --examples DIR   another folder than examples/
  --output DIR     another folder than docs/images/
  --scenes FILE    another list than scripts/vscode/scenes.mjs
  --theme THEME    light, dark, hc-light or hc-dark; may be repeated; default: light and dark
  --language LANG  what hovers and messages speak: en, ja
  --locale LANG    the display language: what comes with the extension speaks it, VS Code's own words stay English
  --no-build       take dist/ as it is
  --help
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    examples: { type: 'string', default: join(root, 'examples') },
    output: { type: 'string', default: join(root, 'docs/images') },
    scenes: { type: 'string', default: join(root, 'scripts/vscode/scenes.mjs') },
    theme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    language: { type: 'string', default: 'en' },
    locale: { type: 'string', default: 'en' },
    'no-build': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else await main();

async function main() {
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-'));
  endChildrenWithUs(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  if (process.platform === 'linux') process.env.TMPDIR = scratch;
  await ensurePackages();
  if (!values['no-build']) await build();
  const { scenes } = await import(pathToFileURL(resolve(values.scenes)).href);
  mkdirSync(values.output, { recursive: true });
  for (const theme of values.theme) {
    await inTheme(
      theme,
      scratch,
      scenes.filter(({ name }) => !values.only || values.only.includes(name)),
    );
  }
}

/** One server a theme, and one window a scene. */
async function inTheme(theme, scratch, scenes) {
  const { chromium } = await import('playwright-core');
  const { browserOptions } = await import('./vscode/browser.mjs');
  const { startServer } = await import('./vscode/server.mjs');
  const server = await startServer({
    dataDir: join(scratch, theme),
    settings: { ...look, 'workbench.colorTheme': themes[theme], 'linuxHa.language': values.language },
    env: { HOME: scratch },
  });
  const browser = await chromium.launch(browserOptions());
  try {
    for (const scene of scenes) {
      const page = await browser.newPage({
        viewport: { width: 1280, height: scene.height },
        colorScheme: theme.endsWith('light') ? 'light' : 'dark',
        contrast: theme.startsWith('hc') ? 'more' : 'no-preference',
      });
      if (values.locale !== 'en') await page.route('**/nls.messages.js', speakIt);
      const folder = join(scratch, `${theme}-${scene.name}`, 'examples');
      cpSync(values.examples, folder, { recursive: true });
      await play(scene, page, server, folder, join(resolve(values.output), `${scene.name}-${theme}.png`));
      await page.close();
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The editor takes its display language from here; a language pack would bring its own words, too. */
async function speakIt(route) {
  const messages = await (await route.fetch()).text();
  const language = `globalThis._VSCODE_NLS_LANGUAGE = ${JSON.stringify(values.locale)};`;
  await route.fulfill({ contentType: 'text/javascript', body: `${language}\n${messages}` });
}

async function play(scene, page, server, folder, path) {
  const { Stage } = await import('./vscode/stage.mjs');
  const { propFor } = await import('./vscode/scenes.mjs');
  const stage = new Stage(page);
  const openFile = propFor(scene, folder);
  await page.goto(server.url({ folder, extension: root, openFile }));
  await stage.ready();
  if (!scene.sideBar) await stage.press('Control+b');
  await stage.still();
  await scene.act(stage);
  await page.screenshot({ path, caret: 'hide' });
  console.log(relative(process.cwd(), path));
}
