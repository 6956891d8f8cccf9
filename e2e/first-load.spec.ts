import { gzipSync } from 'node:zlib';
import type { APIRequestContext, Page, Route } from '@playwright/test';
import { canvas, drawn, select } from './canvas-kit.ts';
import { firstScripts } from './first-scripts.ts';
import { expect, openFiles, templateFile, test } from './fixture.ts';

/** Bytes of script, as gzip, that the page may load until the canvas of an opened model can be used. */
const FIRST_CANVAS = 250 * 1024;

/** The first scripts, from the server of the tests. */
const served = (request: APIRequestContext) =>
  firstScripts(async (path) => {
    const response = await request.get(path);
    expect(response.ok(), path).toBe(true);
    return response.body();
  });

/** Holds back every script that is not among the first ones, until it is called. */
async function holdLater(page: Page, first: ReadonlyMap<string, Buffer>): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let holding = true;
  await page.route(/\/assets\/[^/]+\.js$/, async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').at(-1) ?? '';
    // A worker reads files; what it runs is no script of the page.
    const ofPage = route.request().frame() === page.mainFrame() && !/worker/.test(name);
    if (holding && ofPage && !first.has(name)) held.push(route);
    else await route.continue();
  });
  return async () => {
    holding = false;
    for (const route of held) await route.continue();
  };
}

test('the canvas can be used with 250 KB of script; what is asked of the rest waits for it', async ({
  page,
  request,
}) => {
  const first = await served(request);
  const size = [...first.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
  expect(size, `${(size / 1024).toFixed(1)} KB`).toBeLessThanOrEqual(FIRST_CANVAS);

  const release = await holdLater(page, first);
  await page.goto('/');
  await expect(page.getByRole('button', { name: /open/i }).first()).toBeVisible();
  await openFiles(page, templateFile('docker-sample.tm7'));
  await select(page, 'Volume');
  await page.keyboard.press('Delete');
  await expect(drawn(page, 'Volume')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(drawn(page, 'Volume')).toHaveCount(1);

  await canvas(page).focus();
  await page.keyboard.type('secr');
  await expect(page.locator('.canvas-popup')).toHaveCount(0);
  await release();
  await expect(page.locator('.canvas-popup').getByRole('combobox')).toHaveValue('secr');
});

test('a menu that is still on its way opens with the keys that were pressed meanwhile', async ({
  page,
  request,
}) => {
  const release = await holdLater(page, await served(request));
  await page.goto('/');
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(drawn(page, 'Volume')).toBeVisible();
  await page.getByRole('button', { name: 'Menu', exact: true }).focus();
  for (const key of ['Enter', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await release();
  await expect(page.getByRole('menu', { name: 'Menu', exact: true })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Insert', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeFocused();
});

test('Escape takes back what is still on its way', async ({ page, request }) => {
  const release = await holdLater(page, await served(request));
  await page.goto('/');
  await openFiles(page, templateFile('docker-sample.tm7'));
  await drawn(page, 'Volume').click({ button: 'right' });
  await page.keyboard.press('Escape');
  await release();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await expect(page.getByRole('menu')).toHaveCount(1);
  await expect(page.getByRole('menu', { name: 'Menu', exact: true })).toBeVisible();
});

test('a button tells its name and keys to the pointer and to the focus', async ({ page }) => {
  await page.goto('/');
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(drawn(page, 'Volume')).toBeVisible();
  const tip = page.getByRole('tooltip');
  const fit = page.getByRole('button', { name: 'Fit the diagram' });
  await fit.hover();
  await expect(tip).toHaveText(/^Fit the diagram/);
  await expect(fit).toHaveAccessibleDescription(/^Fit the diagram/);
  // It stays under the pointer, and goes with Escape, which does nothing else.
  await tip.hover();
  await page.keyboard.press('Escape');
  await expect(tip).toHaveCount(0);
  await page.getByRole('button', { name: 'Zoom in' }).hover();
  await expect(tip).toHaveText(/^Zoom in/);
  await page.mouse.down();
  await expect(tip).toHaveCount(0);
  await page.mouse.up();
  await page.getByRole('button', { name: 'Menu', exact: true }).focus();
  await page.keyboard.press('Tab');
  await expect(tip).toHaveText('Start page');
  await page.keyboard.press('Tab');
  await expect(tip).toHaveCount(0);
});
