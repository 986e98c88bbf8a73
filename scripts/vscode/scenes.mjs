// What the pictures show. Scenes work on a copy of examples/; nothing is written to examples/ itself.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Empty lines below the one that is completed, for the list to hang over. */
const room = 14;

/** `file` is opened, after `prepare` had its copy; `act` gets a Stage; `height` is that of the window, `settings` those of the folder. */
export const scenes = [
  {
    name: 'crm',
    file: 'with-mistakes.crm',
    height: 640,
    async act(stage) {
      await stage.untilSquiggle();
      await stage.hover('“');
    },
  },
  {
    name: 'completion',
    file: 'cluster.crm',
    height: 520,
    prepare: (file) =>
      appendFileSync(
        file,
        `\nprimitive p_vip_admin ocf:heartbeat:IPaddr2 \\\n\tparams ip=192.168.10.21 ${'\n'.repeat(room)}`,
      ),
    async act(stage) {
      await stage.press('Control+End');
      for (let i = 0; i < room; i++) await stage.press('ArrowUp');
      await stage.press('End');
      await stage.suggest();
    },
  },
  {
    name: 'hover',
    file: 'cluster.crm',
    height: 640,
    async act(stage) {
      await stage.find('group g_shop');
      await stage.hover('g_shop');
    },
  },
  {
    name: 'fix',
    file: 'with-mistakes.crm',
    height: 520,
    async act(stage) {
      await stage.untilSquiggle();
      await stage.cursorTo('params ipaddr');
      await stage.press('Control+.');
      await stage.page.waitForSelector('.action-widget .monaco-list-row.focused');
      await stage.still();
    },
  },
  {
    name: 'across',
    file: 'cluster.crm',
    height: 640,
    async act(stage) {
      await stage.cursorTo('drbd_resource=r0');
      await stage.press('Shift+F12');
      await stage.page.waitForSelector('.reference-zone-widget .monaco-list-row');
      await stage.still();
      for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown']) {
        await stage.press(key);
        await stage.still();
      }
    },
  },
  {
    name: 'hints',
    file: 'cluster.crm',
    height: 640,
    settings: { 'linuxHa.codeLens.constraints': true, 'linuxHa.codeLens.usedBy': true },
    prepare: (file) =>
      replaceIn(file, /^group g_shop/m, 'primitive p_mail ocf:heartbeat:postfix op monitor interval=30s\n$&'),
    async act(stage) {
      await stage.page.waitForSelector('.codelens-decoration');
      await stage.find('primitive p_web_shop');
      await stage.still();
    },
  },
  {
    name: 'drbd',
    file: 'drbd.d/r0.res',
    height: 720,
    sideBar: true,
    act: (stage) => stage.command('Explorer: Focus on Outline View'),
  },
  {
    name: 'versions',
    file: 'cluster.crm',
    height: 520,
    async act(stage) {
      await stage.command('Preferences: Open Settings (UI)');
      await stage.page.keyboard.type('linuxHa.target');
      await stage.page.waitForSelector('.settings-group-title-label, .setting-item-label', { timeout: 20_000 });
      await stage.still();
    },
  },
  {
    name: 'import',
    file: 'cluster.crm',
    height: 360,
    act: (stage) => stage.asking('Linux-HA: Import Resource Agent Metadata', 'From this machine'),
  },
  {
    name: 'new-cluster',
    file: 'cluster.crm',
    height: 360,
    act: (stage) => stage.asking('Linux-HA: New Cluster', 'Names of the nodes'),
  },
  {
    name: 'walkthrough',
    file: 'cluster.crm',
    height: 720,
    async act(stage) {
      await stage.press('F1');
      await stage.page.keyboard.type('Welcome: Open Walkthrough');
      await stage.still();
      await stage.press('Enter');
      await stage.still();
      await stage.page.keyboard.type('Get started with Linux-HA');
      await stage.still();
      await stage.press('Enter');
      await stage.page.waitForSelector('.gettingStartedContainer .step-title', { timeout: 20_000 });
      await stage.still();
    },
  },
  {
    name: 'markdown',
    file: 'notes.md',
    height: 640,
    act: (stage) => stage.untilColours(),
  },
];

/** The file of a scene in a copy of examples/, as the scene wants it. */
export function propFor({ file, prepare, settings }, folder) {
  const path = join(folder, file);
  prepare?.(path);
  if (settings) {
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  }
  return path;
}

function replaceIn(file, pattern, replacement) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, replacement));
}
