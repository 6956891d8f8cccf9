import type { Page } from '@playwright/test';
import { canvas, openOnCanvas, openScene, spot } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { rows } from './scenes/containers.ts';

/** What a trace says about a layout: how many boxes and letters it goes over. */
interface LayoutEvent {
  readonly name: string;
  readonly args: { readonly beginData?: { readonly dirtyObjects: number } };
}

/**
 * Turns the wheel over the canvas so often, Ctrl held, or to the side where each turn is 0. In one go: the view does not
 * rest before the answer, which is how many elements are there.
 */
const zoomed = (page: Page, turns: number, each: number): Promise<number> =>
  canvas(page).evaluate(
    async (surface, [count, deltaY]) => {
      const { left, top } = surface.getBoundingClientRect();
      const at = { clientX: left + 300, clientY: top + 300, bubbles: true, cancelable: true };
      for (let turn = 0; turn < count; turn++) {
        surface
          .querySelector('.react-flow__pane')
          ?.dispatchEvent(new WheelEvent('wheel', { ...at, ctrlKey: deltaY !== 0, deltaX: 1, deltaY }));
        // What React draws for it, and for that.
        for (let wait = 0; wait < 20; wait++) await Promise.resolve();
      }
      if (surface.getAttribute('data-moving') !== (deltaY === 0 ? 'pan' : 'zoom')) return Number.NaN;
      return surface.querySelectorAll('.react-flow__node').length;
    },
    [turns, each] as const,
  );

test('a large diagram that is zoomed has its elements made when the view rests', async ({ page }) => {
  await openScene(page, rows(300));
  const nodes = canvas(page).locator('.react-flow__node');
  const percent = page.locator('.canvas-percent');
  const goFar = async (): Promise<void> => {
    await page.keyboard.press('Shift+1');
    for (let n = 0; n < 10 && !/^1\d%/.test((await percent.textContent()) ?? ''); n++)
      await page.keyboard.press('ControlOrMeta+-');
    await expect(percent).toHaveText(/^1\d%/);
    await expect(canvas(page)).not.toHaveAttribute('data-moving');
  };
  await goFar();
  await expect(nodes).toHaveCount(0);
  // Nearer: none before it rests.
  expect(await zoomed(page, 10, -75)).toBe(0);
  await expect(percent).toHaveText(/^[345]\d%/);
  await expect.poll(() => nodes.count()).toBeGreaterThan(20);
  // To the side: they stay.
  expect(await zoomed(page, 10, 0)).toBeGreaterThan(20);
  // From far to where few are in view: none at 90 %, at 150 % they are there at once.
  await goFar();
  expect(await zoomed(page, 14, -75)).toBe(0);
  await expect(percent).toHaveText(/^[6789]\d%/);
  await goFar();
  expect(await zoomed(page, 20, -75)).toBeGreaterThan(0);
  await expect(percent).toHaveText(/^1\d\d%/);
  // And gone before they would be many again.
  await expect(canvas(page)).not.toHaveAttribute('data-moving');
  expect(await zoomed(page, 10, 85)).toBe(0);
  await expect(percent).toHaveText(/^[345]\d%/);
  await expect.poll(() => nodes.count()).toBeGreaterThan(20);
});

test('a small diagram that is zoomed is drawn as it will be at rest', async ({ page }) => {
  await openOnCanvas(page);
  const all = await canvas(page).locator('.react-flow__node').count();
  await page.keyboard.press('Shift+0');
  await expect(page.locator('.canvas-percent')).toHaveText('100%');
  expect(await zoomed(page, 10, 80)).toBe(all);
});

test('a zoom by key is a movement, and keys that come before its end are whole steps', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openOnCanvas(page);
  const percent = page.locator('.canvas-percent');
  const seen = () =>
    page.evaluate(async () => {
      const shown = new Set<string>();
      const held = /Mac/.test(navigator.platform) ? { metaKey: true } : { ctrlKey: true };
      // All three within the time of one: they are sent in one go.
      for (let step = 0; step < 3; step++)
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { ...held, key: '-', code: 'Minus', bubbles: true, cancelable: true }),
        );
      for (let frame = 0; frame < 120 && !shown.has('58%'); frame++) {
        await new Promise((done) => requestAnimationFrame(done));
        shown.add(document.querySelector('.canvas-percent')?.textContent ?? '');
      }
      return [...shown];
    });
  // A busy machine may have no frame on the way.
  await expect(async () => {
    await page.keyboard.press('Shift+0');
    await expect(percent).toHaveText('100%');
    const shown = await seen();
    expect(shown.at(-1)).toBe('58%');
    // A jump would be there before the first frame.
    expect(shown.length).toBeGreaterThan(1);
  }).toPass();
  await expect(percent).toHaveText('58%');
});

test('a zoom from far lays no name out anew, until all get another size', async ({ page }) => {
  await openScene(page, rows(300));
  const percent = page.locator('.canvas-percent');
  for (let n = 0; n < 10 && !/^1\d%/.test((await percent.textContent()) ?? ''); n++)
    await page.keyboard.press('ControlOrMeta+-');
  const names = canvas(page).locator('.canvas-names > *');
  await expect.poll(() => names.count()).toBeGreaterThan(20);
  const at = await spot(page, 300, 300);
  await page.mouse.move(at.x, at.y);
  const cdp = await page.context().newCDPSession(page);
  let layouts: number[] = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, args } of value as unknown as readonly LayoutEvent[])
      if (name === 'Layout') layouts.push(args.beginData?.dirtyObjects ?? 0);
  });
  // Panels beside the canvas may still be coming, and their layout is one of all that is new in them.
  await expect(async () => {
    layouts = [];
    await cdp.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } });
    await page.keyboard.down('Control');
    for (const way of [-1, -1, -1, 1, 1, 1]) {
      await page.mouse.wheel(0, 2 * way);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    }
    await page.keyboard.up('Control');
    const traced = new Promise((done) => cdp.once('Tracing.tracingComplete', done));
    await cdp.send('Tracing.end');
    await traced;
    expect(layouts.length).toBeGreaterThan(0);
    expect(Math.max(...layouts)).toBeLessThan(20);
  }).toPass();
});
