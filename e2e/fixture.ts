import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';

/** A file of the project's own `templates` folder. */
export function templateFile(name: string): string {
  return path.join(import.meta.dirname, '..', 'templates', name);
}

/** Reads a downloaded or stored file. */
export const bytesOf = (file: string): Buffer => readFileSync(file);

/** What every clock of a test says: a winter's morning in the zone of the config. */
export const NOW = Date.UTC(2026, 0, 15, 8, 30);
/** The same as files store it: local time. */
export const NOW_STORED = '2026-01-15T09:30:00+01:00';

/**
 * Runs in the page before its own scripts. Dates alone are fixed: timers, frames and what they are measured by go
 * on as they are, which Playwright's own clock would replace.
 */
function fixClock(now: number): void {
  window.Date = new Proxy(Date, {
    construct: (target, given, fixed) => Reflect.construct(target, given.length === 0 ? [now] : given, fixed),
    apply: (target) => new target(now).toString(),
    get: (target, key) => (key === 'now' ? () => now : Reflect.get(target, key)),
  });
}

/** Runs in the page before its own scripts: a test is about something else than the person's name. */
function nameAsked(): void {
  // The report's frame and an empty page have no storage.
  if (window.top === window && location.protocol !== 'about:')
    localStorage.setItem('trustline.name-asked', '1');
}

/**
 * The clock is fixed in every page, and every test fails on a console error, an uncaught exception or a request that
 * leaves this machine: the product works offline.
 */
export const test = base.extend<{ guard: undefined }>({
  context: async ({ context }, use) => {
    await context.addInitScript(fixClock, NOW);
    await context.addInitScript(nameAsked);
    await use(context);
  },
  guard: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('console', (message) => {
        // The report's frame runs no script, not even Playwright's own: that refusal is what is wanted.
        if (message.text().startsWith("Blocked script execution in 'about:srcdoc'")) return;
        if (message.type() === 'error') faults.push(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
      page.on('request', (request) => {
        const { protocol, hostname } = new URL(request.url());
        const local = ['data:', 'blob:', 'about:'].includes(protocol) || hostname === '127.0.0.1';
        if (!local) faults.push(`request to ${request.url()}`);
      });
      // No test can drive the system's own file dialogs: the app then uses the file input and downloads.
      await page.context().addInitScript(() => {
        Reflect.deleteProperty(window, 'showOpenFilePicker');
        Reflect.deleteProperty(window, 'showSaveFilePicker');
      });
      await use(undefined);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the app on its start page. */
export async function openApp(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('button', { name: /open/i }).first()).toBeVisible();
}

/** A file as a test makes it. */
export interface MadeFile {
  readonly name: string;
  readonly buffer: Buffer;
}

/** Opens files, by their paths or as they are made, through the file input as the button on the start page does. */
export async function openFiles(page: Page, ...files: readonly (string | MadeFile)[]): Promise<void> {
  const given = files
    .map((file) => (typeof file === 'string' ? { name: path.basename(file), buffer: bytesOf(file) } : file))
    .map((file) => ({ ...file, mimeType: 'application/octet-stream' }));
  await page.locator('input[type="file"]').first().setInputFiles(given);
}

export { expect } from '@playwright/test';
