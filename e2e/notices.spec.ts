import type { Locator, Page } from '@playwright/test';
import { canvas, drawn, openOnCanvas, openSample, openScene, select } from './canvas-kit.ts';
import { expect, openFiles, test } from './fixture.ts';
import { single } from './scenes/containers.ts';

const regionOf = (page: Page): Locator => page.getByRole('region', { name: 'Notices' });

/** A notice that stays until it is dismissed. */
async function fail(page: Page, name = 'one.tm7'): Promise<void> {
  await openFiles(page, { name, buffer: Buffer.from('no model') });
  await expect(regionOf(page).getByText(`${name} was not opened`)).toBeVisible();
}

/** What is drawn of the diagram under the notices, and what is out of the view. */
function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const boxOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
    const [notices, view] = [boxOf('.notices'), boxOf('.workspace-canvas')];
    if (notices === undefined || view === undefined) throw new Error('There are no notices');
    const parts = [
      ...document.querySelectorAll(
        '.canvas-outline, .canvas-boundary-line, .canvas-label, .canvas-flow-line, .canvas-names > *',
      ),
    ];
    if (parts.length === 0) throw new Error('Nothing is drawn');
    return parts
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const under =
          left < notices.right && right > notices.left && top < notices.bottom && bottom > notices.top;
        return under || left < view.left || right > view.right || top < view.top || bottom > view.bottom;
      })
      .map((one) => one.outerHTML);
  });
}

test('notices stack as one, and fold', async ({ page }) => {
  await openScene(page, single);
  for (const name of ['one.tm7', 'two.tm7']) await openFiles(page, { name, buffer: Buffer.from('no model') });
  const notices = page.getByRole('region', { name: 'Notices' });
  const fold = notices.getByRole('button', { name: '2 notices' });
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await fold.press('Enter');
  await expect(notices.getByText('two.tm7 was not opened')).toBeHidden();
  await expect(fold).toBeFocused();
  await fold.press('Enter');
  await expect(notices.getByText('two.tm7 was not opened')).toBeVisible();
});

for (const [width, height] of [
  [1024, 768],
  [1440, 900],
  [390, 844],
] as const) {
  test(`notices keep clear of a diagram that fills its canvas, ${width} x ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openSample(page);
    await fail(page);
    await expect(async () => expect(await covered(page)).toEqual([])).toPass();
    await fail(page, 'two.tm7');
    await expect(async () => expect(await covered(page)).toEqual([])).toPass();
    await expect(regionOf(page)).toBeInViewport({ ratio: 1 });
  });
}

test('notices give way to a diagram that is moved below them', async ({ page }) => {
  await openScene(page, single);
  await fail(page);
  const [before, inside] = await Promise.all([regionOf(page).boundingBox(), canvas(page).boundingBox()]);
  if (!before || !inside) throw new Error('Nothing is drawn');
  expect(before.x).toBeGreaterThan(inside.x);
  const element = await drawn(page, 'Container').boundingBox();
  if (!element) throw new Error('Nothing is drawn');
  const to = { x: before.x + before.width / 2, y: before.y + 10 };
  await page.mouse.move(element.x + 200, element.y);
  await page.mouse.wheel(element.x - to.x, element.y - to.y);
  await expect(async () => {
    const now = await drawn(page, 'Container').boundingBox();
    expect(now && Math.abs(now.x - to.x) < 60 && Math.abs(now.y - to.y) < 60).toBe(true);
    expect(await covered(page)).toEqual([]);
  }).toPass();
});

test('what is selected stays in view beside notices that take room', async ({ page }) => {
  await openSample(page);
  await select(page, 'Secret');
  // Not as it was fitted: nothing fits it again.
  await page.keyboard.press('Shift+0');
  const view = await canvas(page).boundingBox();
  const element = await drawn(page, 'Secret').boundingBox();
  if (!view || !element) throw new Error('Nothing is drawn');
  await page.mouse.move(view.x + 20, view.y + 20);
  const low = view.y + view.height - element.height - 8;
  await page.mouse.wheel(element.x - view.x - view.width / 2, element.y - low);
  await expect
    .poll(async () => Math.abs(((await drawn(page, 'Secret').boundingBox())?.y ?? 0) - low))
    .toBeLessThan(4);
  await fail(page);
  await expect(drawn(page, 'Secret')).toBeInViewport({ ratio: 1 });
  const [inside, after] = await Promise.all([
    canvas(page).boundingBox(),
    drawn(page, 'Secret').boundingBox(),
  ]);
  if (!inside || !after) throw new Error('Nothing is drawn');
  expect(inside.height).toBeLessThan(view.height);
  await expect(async () => {
    const box = await drawn(page, 'Secret').boundingBox();
    expect(box && box.y + box.height).toBeLessThanOrEqual(inside.y + inside.height);
  }).toPass();
});

test('notices go back to the canvas when a person makes room there, and a dialog is none', async ({
  page,
}) => {
  await openSample(page);
  const full = (await canvas(page).boundingBox())?.height ?? 0;
  await fail(page);
  const height = async () => (await canvas(page).boundingBox())?.height ?? 0;
  await expect.poll(height).toBeLessThan(full);
  const low = await height();
  await page.keyboard.press('ControlOrMeta+,');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect.poll(height).toBe(low);
  await expect(async () => expect(await covered(page)).toEqual([])).toPass();
  await canvas(page).focus();
  for (let step = 0; step < 8; step++) await page.keyboard.press('ControlOrMeta+-');
  await expect.poll(height).toBe(full);
  await expect(async () => expect(await covered(page)).toEqual([])).toPass();
});

test('what is said in a presentation leaves its view alone', async ({ page }) => {
  await openOnCanvas(page);
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('[data-presenting]')).toBeVisible();
  await expect.poll(async () => (await drawn(page, 'User').boundingBox())?.width).toBeGreaterThan(110);
  const view = () => page.locator('.react-flow__viewport').getAttribute('style');
  // Until the browser has settled on the full screen, the view is fitted to it anew.
  await expect(async () => {
    await page.keyboard.press('Shift+0');
    await expect.poll(view, { timeout: 1000 }).toContain('scale(1)');
    await page.waitForTimeout(500);
    expect(await view()).toContain('scale(1)');
  }).toPass();
  const [before, size] = [await view(), await canvas(page).boundingBox()];
  await fail(page);
  expect([await view(), await canvas(page).boundingBox()]).toEqual([before, size]);
});
