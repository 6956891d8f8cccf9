import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import { BROWSER_ARGS } from '../e2e/browser-args.ts';
import { percentile } from './measure.ts';

/** What the page keeps for the bench. */
interface Kept {
  /** When a file was chosen, and when what it holds was painted; milliseconds since the page began. */
  chosen: number;
  painted: number;
  readonly tasks: { readonly start: number; readonly duration: number }[];
  frames: number[];
}

declare global {
  interface Window {
    bench: Kept;
  }
}

/** Runs in the page before its own scripts: keeps long tasks and frames, and looks for the first picture of a file. */
function keep(): void {
  Reflect.deleteProperty(window, 'showOpenFilePicker');
  Reflect.deleteProperty(window, 'showSaveFilePicker');
  const kept: Kept = { chosen: 0, painted: 0, tasks: [], frames: [] };
  window.bench = kept;
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) kept.tasks.push({ start: startTime, duration });
  }).observe({ entryTypes: ['longtask'] });
  let last = 0;
  const frame = (now: number): void => {
    kept.frames.push(now - last);
    last = now;
    const drawn = document.querySelector('.react-flow__node, .canvas-far path, .canvas-far rect') !== null;
    // The task after the next frame begins when that has been handed over to be painted.
    if (kept.chosen > 0 && kept.painted === 0 && drawn) {
      kept.painted = -1;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          kept.painted = performance.now();
        };
        port2.postMessage(null);
      });
    }
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  document.addEventListener(
    'change',
    () => {
      kept.chosen = performance.now();
    },
    true,
  );
}

let server: Server | undefined;
let browser: Browser | undefined;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

/** Serves the built files. */
async function started(): Promise<string> {
  server ??= createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.join('dist', name.endsWith('/') ? `${name}index.html` : name);
    if (!existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  }).listen(0, '127.0.0.1');
  if (!server.listening) await new Promise((done) => server?.once('listening', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  server?.close();
}

/** A page of the built app, or of the floor with so many elements. */
export interface BenchPage {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly close: () => Promise<void>;
}

export async function newPage(at: 'web/' | `bench/floor/#${number}`): Promise<BenchPage> {
  const executablePath = process.env['CHROMIUM_PATH'];
  browser ??= await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [...BROWSER_ARGS],
  });
  const context = await browser.newContext({
    viewport: { width: 1600, height: 1000 },
    serviceWorkers: 'block',
    reducedMotion: 'reduce',
  });
  await context.addInitScript(keep);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  // The time that the thread has had: what else runs on the machine does not count.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${await started()}/${at}`);
  await page.locator('input[type="file"]').first().waitFor({ state: 'attached' });
  // What the start page fetches ahead is there when a person has chosen a file.
  await page.waitForLoadState('networkidle');
  return { page, cdp, close: () => context.close() };
}

export interface Opened {
  /** From chosen to painted, in milliseconds. */
  readonly time: number;
  readonly longestTask: number;
}

/** Chooses a file and waits for its first picture, then until nothing runs any more. */
export async function open({ page }: BenchPage, file: string): Promise<Opened> {
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await page.waitForFunction(() => window.bench.painted > 0, undefined, { timeout: 120_000 });
  await settled(page);
  return await page.evaluate(() => {
    const { chosen, painted, tasks } = window.bench;
    const later = tasks.filter(({ start, duration }) => start + duration > chosen);
    return { time: painted - chosen, longestTask: Math.max(0, ...later.map(({ duration }) => duration)) };
  });
}

/** Waits until no long task has run for a second. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const last = window.bench.tasks.at(-1);
    return last === undefined || performance.now() - last.start - last.duration > 1000;
  });
}

export interface Cost {
  /** 95th percentile and longest of the times between frames, in milliseconds. */
  readonly frame: number;
  readonly longestFrame: number;
  readonly frames: number;
  readonly longestTask: number;
  /** All script, and all that the main thread did, in milliseconds of its own time. */
  readonly script: number;
  readonly work: number;
}

async function clock(cdp: CDPSession): Promise<{ readonly script: number; readonly work: number }> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const named = (name: string): number => (metrics.find((metric) => metric.name === name)?.value ?? 0) * 1000;
  return { script: named('ScriptDuration'), work: named('TaskDuration') };
}

/** What the page does while something is done to it, and `after` milliseconds longer. */
export async function costOf({ page, cdp }: BenchPage, act: () => Promise<void>, after = 100): Promise<Cost> {
  const before = await clock(cdp);
  await page.evaluate(() => {
    window.bench.frames = [];
    window.bench.tasks.length = 0;
  });
  await act();
  await page.waitForTimeout(after);
  const { frames, tasks } = await page.evaluate(() => window.bench);
  const now = await clock(cdp);
  return {
    // The first one began before.
    frame: percentile(frames.slice(1), 0.95),
    longestFrame: Math.max(0, ...frames.slice(1)),
    frames: frames.length,
    longestTask: Math.max(0, ...tasks.map(({ duration }) => duration)),
    script: now.script - before.script,
    work: now.work - before.work,
  };
}

/** Milliseconds between two events of a pointer: as often as a screen of 60 Hz asks for them. */
const TICK = 1000 / 60;

/** Sends an event for each step at an even pace, whatever the page makes of them. */
export async function paced(steps: number, send: (step: number) => Promise<unknown>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let step = 1; step <= steps; step++) {
    sent.push(send(step));
    const wait = start + step * TICK - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
  }
  await Promise.all(sent);
}
