import { existsSync } from 'node:fs';
import { which } from '../lib/processes.mjs';

const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The browser of this machine that tests can drive, or undefined. */
export function findBrowser() {
  return (
    process.env.LINUX_HA_BROWSER ??
    which('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
    usualPlaces.find((path) => existsSync(path))
  );
}

/** How the browser is started: it sees this machine only, wherever it runs. */
export function browserOptions() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('No Chromium or Chrome found; install chromium, or set LINUX_HA_BROWSER to one');
  return {
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', // root and containers cannot have one, and it only shows our own pages
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE *.localhost',
    ],
  };
}
