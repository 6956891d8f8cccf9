// Finds the Chromium that the end-to-end tests drive: one that is there, else Playwright's own, else the
// system's package. Prints nothing; returns a path, or undefined for Playwright's own.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const KNOWN = [
  process.env.CHROMIUM_PATH,
  // A page costs it a fifth of what it costs a browser with windows: a third of the time of all browser tests.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const installed = () => KNOWN.find((file) => file !== undefined && existsSync(file));

/** The browser's path; undefined when Playwright brought its own. Throws when none can be had. */
export async function findBrowser() {
  const here = installed();
  if (here !== undefined) return here;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return undefined;
  console.log('No Chromium found: installing one.');
  const quiet = { stdio: 'inherit', shell: process.platform === 'win32' };
  const own = spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], {
    ...quiet,
    timeout: 300_000,
  });
  if (own.status === 0 && existsSync(chromium.executablePath())) return undefined;
  spawnSync('apt-get', ['update'], quiet);
  for (const name of ['chromium-headless-shell', 'chromium']) {
    const got = spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core'],
      quiet,
    );
    if (got.status === 0) break;
  }
  const system = installed();
  if (system === undefined) throw new Error('No Chromium could be installed; set CHROMIUM_PATH to one.');
  return system;
}
