import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from './browser-args.ts';

/** What is killed: everything, or what draws the page alone, as when it runs out of memory. */
export type Victim = 'browser' | 'renderer';

export interface Kill {
  readonly victim: Victim;
  /** Milliseconds between the edits, and from the first one to the kill. */
  readonly every: number;
  readonly after: number;
}

/** What a kill cost. */
export interface Loss {
  /** How many edits were made, and how many of the last ones were lost. */
  readonly edits: number;
  readonly lost: number;
  /** Age of the oldest lost edit when the kill came, in milliseconds; 0 when none was lost. */
  readonly age: number;
  /** Longest task of the page while it was edited, in milliseconds. */
  readonly longestTask: number;
}

interface Running {
  readonly browser: Browser;
  readonly page: Page;
  readonly main: ChildProcess;
}

const OWN_ARGS = [...BROWSER_ARGS, '--headless=new', '--window-size=1280,900', '--remote-debugging-port=0'];

/** Starts a browser of our own on a profile: Playwright's would not outlive its own processes. */
async function start(profile: string, executable: string): Promise<Running> {
  const main = spawn(executable, [...OWN_ARGS, `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    main.stderr?.on('data', (data) => {
      said += String(data);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    main.on('exit', () => reject(new Error(`The browser did not start: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const context = browser.contexts()[0];
  if (context === undefined) throw new Error('The browser has no window');
  return { browser, page: context.pages()[0] ?? (await context.newPage()), main };
}

/** Kills without a warning; a whole browser with all its processes. */
async function kill({ browser, main }: Running, victim: Victim): Promise<void> {
  if (victim === 'browser') {
    const { pid } = main;
    if (pid !== undefined && main.exitCode === null && main.signalCode === null)
      process.kill(-pid, 'SIGKILL');
    await new Promise<void>((resolve) => {
      if (main.exitCode !== null || main.signalCode !== null) resolve();
      else main.on('exit', () => resolve());
    });
    // Who goes on before Playwright has heard of it is told that the browser has been closed.
    await new Promise<void>((resolve) => {
      if (browser.isConnected()) browser.on('disconnected', () => resolve());
      else resolve();
    });
    return;
  }
  const cdp = await browser.newBrowserCDPSession();
  const { processInfo } = await cdp.send('SystemInfo.getProcessInfo');
  for (const { id, type } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
}

/** Edits before a kill: with less there is little to lose. */
const FEWEST = 4;

/** Opens a file by its path: handing over the bytes of a large one takes longer than to open it. */
async function choose(page: Page, file: string): Promise<void> {
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
  const cdp = await page.context().newCDPSession(page);
  const { result } = await cdp.send('Runtime.evaluate', {
    expression: 'document.querySelector(\'input[type="file"]\')',
  });
  await cdp.send('DOM.setFileInputFiles', { files: [path.resolve(file)], objectId: result.objectId ?? '' });
  await cdp.detach();
}

const field = (page: Page, name: 'Name' | 'Owner') => page.getByRole('textbox', { name, exact: true });

/** The number of an edit, as it stands in one of the two fields. */
async function numberIn(page: Page, name: 'Name' | 'Owner'): Promise<number> {
  return Number(/^k(\d+)$/.exec(await field(page, name).inputValue())?.[1] ?? 0);
}

/** Edits the name of the diagram and the owner by turns until the page is gone; when each edit was made. */
async function edit(page: Page, every: number, times: number[], isOver: () => boolean): Promise<void> {
  for (let number = 1; !isOver(); number++) {
    const began = Date.now();
    const target = field(page, number % 2 === 0 ? 'Name' : 'Owner');
    try {
      await target.fill(`k${number}`);
      // The latest moment at which the edit may not have been made yet.
      const at = Date.now();
      await target.blur();
      if (!isOver()) times.push(at);
    } catch (error) {
      if (isOver()) return;
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + every - Date.now())));
  }
}

/** Runs in the page: remembers its longest task. */
function watchTasks(): void {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    document.documentElement.dataset['longestTask'] = String(longest);
  }).observe({ type: 'longtask' });
}

const longestTask = async (page: Page): Promise<number> =>
  Number(
    (await page
      .locator('html')
      .getAttribute('data-longest-task', { timeout: 500 })
      .catch(() => null)) ?? 0,
  );

/**
 * Edits a file, kills the browser or the page in the middle, starts again and looks at what came back.
 *
 * @throws when the file does not come back, or with other edits than the first ones in their order
 */
export async function killed(
  { victim, every, after }: Kill,
  { url, file, executable }: { readonly url: string; readonly file: string; readonly executable: string },
): Promise<Loss> {
  const profile = mkdtempSync(path.join(tmpdir(), 'trustline-kill-'));
  let running = await start(profile, executable);
  try {
    const { page } = running;
    await page.goto(url);
    await choose(page, file);
    await field(page, 'Owner').waitFor({ timeout: 60_000 });
    await page.evaluate(watchTasks);
    const times: number[] = [];
    let over = 0;
    const editing = edit(page, every, times, () => over > 0);
    let longest = 0;
    const end = Date.now() + after;
    // On a machine that is busy with other things the first edits take long.
    while (Date.now() < end || (times.length < FEWEST && Date.now() < end + 30_000)) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(250, Math.max(10, end - Date.now()))));
      if (end - Date.now() > 250) longest = await longestTask(page);
    }
    // Read before the signal: what is counted as lost is rather older than younger.
    over = Date.now();
    await kill(running, victim);
    const edits = times.length;
    await editing;
    running = await again(running, victim, { profile, executable, url });
    await field(running.page, 'Owner').waitFor({ timeout: 60_000 });
    const [name, owner] = [await numberIn(running.page, 'Name'), await numberIn(running.page, 'Owner')];
    const last = Math.max(name, owner);
    if (last > 0 && Math.min(name, owner) !== last - 1)
      throw new Error(`What came back is no state that there was: name ${name}, owner ${owner}`);
    const oldest = times[last];
    const lost = Math.max(0, edits - last);
    return { edits, lost, age: lost === 0 || oldest === undefined ? 0 : over - oldest, longestTask: longest };
  } finally {
    await kill(running, 'browser').catch(() => undefined);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

/** A new browser on the same profile, or a new page in the one that lost its own; with the app in it. */
async function again(
  running: Running,
  victim: Victim,
  {
    profile,
    executable,
    url,
  }: { readonly profile: string; readonly executable: string; readonly url: string },
): Promise<Running> {
  const page = victim === 'renderer' ? await newPage(running, url) : undefined;
  // A browser that lost all its renderers may give up and end, too: then it is started again, as a person does.
  if (page === undefined) await kill(running, 'browser');
  const next = page === undefined ? await start(profile, executable) : { ...running, page };
  if (page === undefined) await next.page.goto(url);
  await openFirst(next.page);
  return next;
}

/**
 * The page that the browser holds ready for the next tab was killed, too: the first ones may crash.
 *
 * @returns undefined when no page can be had
 */
async function newPage(running: Running, url: string, tries = 5): Promise<Page | undefined> {
  const { browser } = running;
  try {
    const page = await browser.contexts()[0]?.newPage();
    await page?.goto(url);
    if (page !== undefined) return page;
  } catch (error) {
    if (tries === 1 && browser.isConnected()) throw error;
  }
  if (tries === 1) return;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return newPage(running, url, tries - 1);
}

/** What another tab left comes back behind the start page. */
async function openFirst(page: Page): Promise<void> {
  const tab = page.getByRole('button', { name: /, not saved$|^[^,]+\.tm7$/ }).first();
  await tab.click({ timeout: 60_000 });
}

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A kill at a random moment: mostly of the browser, mostly under steady editing. */
export const randomKill = (random: () => number): Kill => ({
  victim: random() < 0.75 ? 'browser' : 'renderer',
  every: random() < 0.85 ? 200 : 1000,
  after: 2500 + Math.floor(random() * 4000),
});
