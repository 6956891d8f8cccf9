import type { CDPSession, Page } from '@playwright/test';
import {
  canvas,
  diagramOf,
  drawn,
  middle,
  openScene,
  type Spot,
  savedModel,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { single } from './scenes/containers.ts';

test.use({ hasTouch: true });

let fingers: CDPSession;
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...at: readonly Spot[]) =>
  fingers.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: at.map(({ x, y }, id) => ({ x, y, id })),
  });

/** One finger goes down, moves in steps and lifts. */
async function swipe(from: Spot, to: Spot): Promise<void> {
  await touch('touchStart', from);
  for (let step = 1; step <= 8; step++)
    await touch('touchMove', {
      x: from.x + ((to.x - from.x) * step) / 8,
      y: from.y + ((to.y - from.y) * step) / 8,
    });
  await touch('touchEnd');
}

const zoomOf = async (page: Page): Promise<number> =>
  Number.parseInt((await page.locator('.canvas-percent').textContent()) ?? '', 10);

test.beforeEach(async ({ page, context }) => {
  fingers = await context.newCDPSession(page);
});

test('a finger beside everything moves the view, and no element', async ({ page }) => {
  await openScene(page, single);
  const before = await middle(drawn(page, 'Container'));
  const from = await spot(page, 600, 450);
  await swipe(from, { x: from.x + 90, y: from.y - 70 });
  const after = await middle(drawn(page, 'Container'));
  expect(after.x - before.x).toBeGreaterThan(60);
  expect(after.y - before.y).toBeLessThan(-40);
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 250, top: 250 });
});

test('two fingers zoom', async ({ page }) => {
  await openScene(page, single);
  const centre = await spot(page, 500, 350);
  const pair = (apart: number) =>
    [
      { x: centre.x - apart, y: centre.y },
      { x: centre.x + apart, y: centre.y },
    ] as const;
  await touch('touchStart', ...pair(40));
  for (let apart = 50; apart <= 120; apart += 10) await touch('touchMove', ...pair(apart));
  await touch('touchEnd');
  await expect.poll(() => zoomOf(page)).toBeGreaterThan(150);
  await touch('touchStart', ...pair(120));
  for (let apart = 110; apart >= 30; apart -= 10) await touch('touchMove', ...pair(apart));
  await touch('touchEnd');
  await expect.poll(() => zoomOf(page)).toBeLessThan(120);
});

test('a finger moves an element, while the view stays', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['Container', 250, 250],
      ['Host', 650, 400],
    ],
  });
  const still = await middle(drawn(page, 'Host'));
  const from = await middle(drawn(page, 'Container'));
  await swipe(from, { x: from.x + 110, y: from.y + 37 });
  await expect.poll(() => middle(drawn(page, 'Host'))).toEqual(still);
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 360, top: 287 });
  await page.keyboard.press('ControlOrMeta+z');
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 250, top: 250 });
});

test('a second finger drops what the first one began, and zooms', async ({ page }) => {
  await openScene(page, single);
  const from = await middle(drawn(page, 'Container'));
  await touch('touchStart', from);
  await touch('touchMove', { x: from.x + 60, y: from.y });
  const second = { x: from.x + 200, y: from.y + 100 };
  await touch('touchStart', { x: from.x + 60, y: from.y }, second);
  await touch('touchMove', { x: from.x + 50, y: from.y }, { x: second.x + 60, y: second.y + 30 });
  await touch('touchEnd');
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 250, top: 250 });
});

test('a pen moves the view beside everything, and an element where it presses one', async ({ page }) => {
  await openScene(page, single);
  const stroke = async (from: Spot, to: Spot) => {
    const pen = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Spot) =>
      fingers.send('Input.dispatchMouseEvent', {
        type,
        x,
        y,
        button: 'left',
        buttons: type === 'mouseReleased' ? 0 : 1,
        clickCount: 1,
        pointerType: 'pen',
      });
    await pen('mousePressed', from);
    await pen('mouseMoved', { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 });
    await pen('mouseMoved', to);
    await pen('mouseReleased', to);
  };
  const before = await middle(drawn(page, 'Container'));
  const empty = await spot(page, 600, 450);
  await stroke(empty, { x: empty.x + 80, y: empty.y - 40 });
  await expect.poll(async () => (await middle(drawn(page, 'Container'))).x - before.x).toBe(80);
  const now = await middle(drawn(page, 'Container'));
  expect(now.y - before.y).toBe(-40);
  await stroke(now, { x: now.x + 60, y: now.y + 25 });
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 310, top: 275 });
});

test('elements are placed and connected with a finger', async ({ page }) => {
  await openScene(page, {}, { panels: true });
  for (const [name, x] of [
    ['Container', 120],
    ['Volume', 400],
  ] as const) {
    const button = page.getByRole('button', { name, exact: true });
    await button.scrollIntoViewIfNeeded();
    const stencil = await middle(button);
    await page.touchscreen.tap(stencil.x, stencil.y);
    const at = await spot(page, x, 150);
    await page.touchscreen.tap(at.x, at.y);
    await expect(drawn(page, name)).toBeVisible();
  }
  const from = await middle(drawn(page, 'Container'));
  await page.touchscreen.tap(from.x, from.y);
  const port = canvas(page).locator('[data-port="East"] .canvas-port-dot');
  await expect(port).toBeVisible();
  const reach = await canvas(page).locator('[data-port="East"] .canvas-port-hit').boundingBox();
  expect(Math.min(reach?.width ?? 0, reach?.height ?? 0)).toBeGreaterThanOrEqual(23.9);
  await swipe(await middle(port), await middle(drawn(page, 'Volume')));
  const model = await savedModel(page);
  const [flow] = diagramOf(model).lines;
  expect(flow?.source.element).toBe(shape(model, 'Container').id);
  expect(flow?.target.element).toBe(shape(model, 'Volume').id);

  await page.getByRole('button', { name: 'Menu', exact: true }).tap();
  const row = await page.getByRole('menuitem').first().boundingBox();
  expect(row?.height).toBeGreaterThanOrEqual(40);
});
