import type { Page } from '@playwright/test';
import { writeModel } from '../src/core/codec/index.ts';
import {
  canvas,
  chooseFromList,
  drag,
  drawn,
  middle,
  modelOf,
  modelSpot,
  openOnCanvas,
  openScene,
  savedModel,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, openFiles, test } from './fixture.ts';
import { sceneFile } from './scenes/build.ts';
import { rows } from './scenes/containers.ts';
import { wideNames } from './scenes/stride.ts';

const inView = async (page: Page, name: string): Promise<boolean> => {
  // What is far outside is not drawn at all.
  if ((await drawn(page, name).count()) === 0) return false;
  const [frame, box] = [await canvas(page).boundingBox(), await drawn(page, name).first().boundingBox()];
  return (
    frame !== null &&
    box !== null &&
    box.x >= frame.x &&
    box.y >= frame.y &&
    box.x + box.width <= frame.x + frame.width &&
    box.y + box.height <= frame.y + frame.height
  );
};

test('fit, zoom to the selection, the map and the search bring things into view', async ({ page }) => {
  // As movements, which most users have.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await openOnCanvas(page);
  const at = await spot(page, 200, 60);
  const away = async () => {
    await page.mouse.move(at.x, at.y);
    await page.mouse.wheel(1500, 1500);
    await expect.poll(() => inView(page, 'User')).toBe(false);
  };
  await away();
  await page.keyboard.press('Shift+1');
  for (const name of ['User', 'Volume', 'Secret', 'Docker Boundary'])
    await expect.poll(() => inView(page, name)).toBe(true);

  await page.mouse.click((await middle(drawn(page, 'Secret'))).x, (await middle(drawn(page, 'Secret'))).y);
  await page.keyboard.press('Shift+2');
  await expect(page.getByRole('button', { name: /^Zoom 200/ })).toBeVisible();
  await expect.poll(() => inView(page, 'Secret')).toBe(true);

  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+0');
  // Until its end it would go over what the wheel and the map do.
  await expect(page.getByRole('button', { name: /^Zoom 100/ })).toBeVisible();
  await away();
  const map = await page.locator('.canvas-minimap').boundingBox();
  if (map === null) throw new Error('There is no map');
  await page.mouse.click(map.x + map.width / 2, map.y + map.height / 2);
  await expect.poll(() => inView(page, 'Container')).toBe(true);

  await away();
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+f');
  await chooseFromList(page, 'Docker Registry');
  await expect.poll(() => inView(page, 'Docker Registry')).toBe(true);
  await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
});

test('fit keeps names at the edge of the diagram in view, while editing and presented', async ({ page }) => {
  await openScene(page, wideNames);
  /** How far each name reaches over the canvas' edges, in pixels; at most 0 where it is whole in view. */
  const over = async (): Promise<readonly number[]> => {
    const frame = await canvas(page).boundingBox();
    const names = await canvas(page)
      .locator('[data-part="label"]')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    if (frame === null) throw new Error('The canvas is not on the screen');
    return names.map((name) =>
      Math.max(
        frame.x - name.left,
        frame.y - name.top,
        name.right - frame.x - frame.width,
        name.bottom - frame.y - frame.height,
      ),
    );
  };
  const inFrame = async () => {
    const all = await over();
    expect(all).toHaveLength(2);
    expect(Math.max(...all)).toBeLessThanOrEqual(0);
  };
  for (const size of [
    { width: 1280, height: 800 },
    // As narrow as the boxes with their margin, and no wider.
    { width: 840, height: 800 },
  ]) {
    await page.setViewportSize(size);
    // The window has its new size before the canvas knows of it.
    await expect(async () => {
      await page.keyboard.press('Shift+1');
      await inFrame();
    }).toPass({ timeout: 5000 });
  }
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('.canvas-controls')).toHaveCount(0);
  await expect(inFrame).toPass({ timeout: 5000 });
});

test('the presentation shows the diagram alone: it is moved, not edited', async ({ page }) => {
  await openOnCanvas(page);
  await page.mouse.click((await middle(drawn(page, 'User'))).x, (await middle(drawn(page, 'User'))).y);
  const edited = await drawn(page, 'User').boundingBox();
  await page.keyboard.press('Alt+Enter');
  await expect(page.locator('.canvas-controls')).toHaveCount(0);
  await expect(canvas(page).locator('.canvas-overlay')).toHaveCount(0);
  await canvas(page).focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('x');
  await expect(page.locator('.canvas-popup')).toHaveCount(0);
  // The diagram fills the window, for those at the back; what was being worked on is not marked.
  await expect.poll(async () => (await drawn(page, 'User').boundingBox())?.width).toBeGreaterThan(110);
  await expect(canvas(page).locator('[data-state]')).toHaveCount(0);
  // Until the browser has settled on the full screen, the view is fitted to it anew.
  await expect(async () => {
    const before = await middle(drawn(page, 'User'));
    await drag(page, before, { x: before.x + 80, y: before.y + 50 });
    const moved = async () => Math.round((await middle(drawn(page, 'User'))).x - before.x);
    await expect.poll(moved, { timeout: 1000 }).toBe(80);
  }).toPass();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect.poll(async () => (await drawn(page, 'User').boundingBox())?.width).toBe(edited?.width);
  await expect(page.getByRole('button', { name: 'docker-sample.tm7', exact: true })).toBeVisible();
});

test('the wheel pans, with Ctrl or Cmd it zooms at the pointer; space pans wherever the focus is', async ({
  page,
}) => {
  await openOnCanvas(page);
  const container = () => middle(drawn(page, 'Container'));
  for (const key of ['Control', 'Meta']) {
    await page.keyboard.press('Shift+1');
    const wide = (await drawn(page, 'Container').boundingBox())?.width ?? 0;
    const at = await container();
    await page.mouse.move(at.x, at.y);
    await page.keyboard.down(key);
    await page.mouse.wheel(0, -100);
    await page.keyboard.up(key);
    await expect
      .poll(async () => (await drawn(page, 'Container').boundingBox())?.width ?? 0)
      .toBeGreaterThan(wide * 1.1);
    const after = await container();
    expect(Math.hypot(after.x - at.x, after.y - at.y)).toBeLessThan(3);
  }
  await page.keyboard.press('Shift+1');
  const start = await container();
  await page.mouse.wheel(40, 30);
  await expect.poll(async () => Math.round((await container()).x - start.x)).toBe(-40);
  // A button that was clicked has the focus: space is still for the hand while the pointer is on the canvas.
  await page.getByRole('button', { name: 'Show grid' }).click();
  const held = await container();
  const empty = await spot(page, 300, 40);
  await page.mouse.move(empty.x, empty.y);
  await page.keyboard.down('Space');
  await drag(page, empty, { x: empty.x + 60, y: empty.y + 20 });
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await container()).x - held.x)).toBe(60);
  await expect(page.getByRole('button', { name: 'Show grid' })).toHaveAttribute('aria-pressed', 'false');
});

for (const reducedMotion of ['no-preference', 'reduce'] as const) {
  test(`tidying ${reducedMotion === 'reduce' ? 'jumps where motion is not wanted' : 'is shown as a movement'}`, async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion });
    await openScene(page, {
      shapes: [
        ['Container', 650, 350],
        ['User', 200, 100],
      ],
      flows: [[['Container', 'West'], 'User']],
    });
    await expect(drawn(page, 'Container')).toBeVisible();
    await page.evaluate(() => {
      const places: string[] = [];
      const look = () => {
        // Looked up each time: an element that is drawn anew is another node.
        const node = document.querySelector<HTMLElement>('[aria-label^="Container, "].react-flow__node');
        const now = node?.style.transform ?? null;
        if (now !== null && places.at(-1) !== now) places.push(now);
        requestAnimationFrame(look);
      };
      look();
      Object.assign(window, { places });
    });
    await page.keyboard.press('Alt+Shift+D');
    await expect(page.getByText('Tidied 2 elements')).toBeAttached();
    // The words can come before the first frame of the movement.
    const places = expect.poll(() =>
      page.evaluate(() => (window as unknown as { places: string[] }).places.length),
    );
    if (reducedMotion === 'reduce') await places.toBe(2);
    else await places.toBeGreaterThan(2);
    await page.keyboard.press('ControlOrMeta+z');
    expect(shape(await savedModel(page), 'Container').left).toBe(650);
  });
}

test('unsaved work is marked, and no longer when it is undone or saved', async ({ page }) => {
  await openOnCanvas(page);
  const tab = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(tab('docker-sample.tm7')).toBeVisible();
  await page.mouse.click((await middle(drawn(page, 'User'))).x, (await middle(drawn(page, 'User'))).y);
  await page.keyboard.press('Delete');
  await expect(tab('docker-sample.tm7, not saved')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(tab('docker-sample.tm7')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(tab('docker-sample.tm7, not saved')).toBeVisible();
  await savedModel(page);
  await expect(tab('docker-sample.tm7')).toBeVisible();
});

test('the focus can be seen wherever Tab leads', async ({ page }) => {
  await openOnCanvas(page);
  await page.getByRole('button', { name: 'Start page' }).focus();
  const unseen: string[] = [];
  const seen = new Set<string>();
  for (let step = 0; step < 45; step++) {
    await page.keyboard.press('Tab');
    const [what, visible] = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return ['', true] as const;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      const over = getComputedStyle(one, '::after');
      const shown =
        (outlineStyle !== 'none' && outlineWidth !== '0px') ||
        boxShadow !== 'none' ||
        (over.content !== 'none' && over.borderTopStyle === 'solid' && over.borderTopWidth !== '0px');
      return [one.outerHTML.slice(0, 120), shown] as const;
    });
    seen.add(what);
    if (!visible) unseen.push(what);
  }
  expect(seen.size).toBeGreaterThan(20);
  expect(unseen).toEqual([]);
});

test('a model without a diagram says so and gives a new one', async ({ page }) => {
  const none = Buffer.from(writeModel({ ...modelOf(sceneFile({})), diagrams: [] }));
  await page.goto('/');
  await openFiles(page, { name: 'none.tm7', buffer: none });
  await expect(page.getByText('The model has no diagram.')).toBeVisible();
  await page.locator('.canvas-none').getByRole('button', { name: 'New diagram' }).click();
  await expect(canvas(page)).toBeVisible();
  expect((await savedModel(page)).diagrams).toHaveLength(1);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`among 300 elements, dragging one touches it and its flows alone (${colorScheme})`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await openScene(page, rows(300), { fileName: 'large.tm7' });
    await expect.poll(() => drawn(page, 'Container').count()).toBe(300);
    await page.evaluate(() => {
      const touched = new Map<string, number>();
      new MutationObserver((records) => {
        for (const { target, addedNodes, removedNodes } of records) {
          const element = target instanceof Element ? target : target.parentElement;
          if (element?.closest('.canvas-overlay') !== null) continue;
          const name = element.closest('[data-id], [data-element]')?.outerHTML.slice(0, 160) ?? '';
          const key = /data-(?:id|element)="([^"]*)"/.exec(name)?.[1] ?? element.className.toString();
          touched.set(key, (touched.get(key) ?? 0) + 1 + addedNodes.length + removedNodes.length);
        }
      }).observe(document.querySelector('.react-flow__viewport') ?? document.body, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      Object.assign(window, { touched });
    });
    const at = await middle(drawn(page, 'Container').nth(65));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    for (let step = 1; step <= 20; step++) await page.mouse.move(at.x + step, at.y + step);
    await page.mouse.up();
    const touched = await page.evaluate(() =>
      [...(window as unknown as { touched: Map<string, number> }).touched].map(([key]) => key),
    );
    const guids = touched.filter((key) => /^[0-9a-f]{8}-/.test(key));
    expect(guids.length).toBeGreaterThan(0);
    // The element, its two flows, and labels that give way to theirs.
    expect(guids.length).toBeLessThanOrEqual(6);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('button', { name: 'large.tm7', exact: true })).toBeVisible();
  });
}

test('from so far that names are left out, elements are pressed, dragged and told as from near', async ({
  page,
}) => {
  await openScene(page, rows(300));
  const percent = page.locator('.canvas-percent');
  for (let n = 0; n < 10 && !/^1\d%/.test((await percent.textContent()) ?? ''); n++)
    await page.keyboard.press('ControlOrMeta+-');
  await expect(percent).toHaveText(/^1\d%/);
  await expect(canvas(page).locator('.react-flow__node')).toHaveCount(0);
  // Every flow is told; a picture of all of them is a few paths.
  await expect(drawn(page, 'HTTPS')).toHaveCount(299);
  await expect.poll(() => canvas(page).locator('.react-flow__viewport path').count()).toBeLessThan(40);

  const before = (await savedModel(page)).diagrams[0]?.shapes[65];
  if (before === undefined) throw new Error('There are fewer elements');
  const from = await modelSpot(page, before.left + 50, before.top + 30);
  await page.evaluate(() => {
    const touched = new Set<Node>();
    new MutationObserver((records) => {
      for (const { target } of records)
        if (!(target instanceof Element) || target.closest('.canvas-overlay') === null) touched.add(target);
    }).observe(document.querySelector('.react-flow__viewport') ?? document.body, {
      subtree: true,
      childList: true,
      attributes: true,
    });
    Object.assign(window, { touched });
  });
  await drag(page, from, { x: from.x + 30, y: from.y + 20 });
  await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
  const touched = await page.evaluate(() => Reflect.get(window, 'touched').size);
  expect(touched).toBeLessThan(40);
  const after = (await savedModel(page)).diagrams[0]?.shapes[65];
  expect(after?.left).toBeGreaterThan(before.left + 100);

  const flow = (await savedModel(page)).diagrams[0]?.lines[2]?.handle ?? { x: 0, y: 0 };
  const onFlow = await modelSpot(page, flow.x, flow.y);
  await page.mouse.click(onFlow.x, onFlow.y);
  // Without panels what is selected shows on the canvas alone.
  await expect(canvas(page).locator('.canvas-flow[data-state="selected"]')).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+a');
  await expect(canvas(page).locator('[data-state="selected"]').first()).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(canvas(page).locator('[data-state="selected"]')).toHaveCount(0);
});
