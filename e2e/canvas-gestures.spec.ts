import {
  canvas,
  chooseFromList,
  diagramOf,
  drag,
  drawn,
  middle,
  modelSpot,
  openScene,
  place,
  portOf,
  savedModel,
  select,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { pair, single } from './scenes/containers.ts';

test('a press that leaves the canvas at once is a drag all the same, and ends where it is let go', async ({
  page,
}) => {
  await openScene(page, single, { panels: true });
  const at = await middle(drawn(page, 'Container'));
  const edge = (await canvas(page).boundingBox())?.x ?? 0;
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  // One event takes it onto the panel beside the canvas.
  await page.mouse.move(edge - 60, at.y);
  await page.mouse.up();
  const { left } = shape(await savedModel(page), 'Container');
  expect(left).toBeLessThan(250);
  const there = await middle(drawn(page, 'Container'));
  await page.mouse.move(there.x, there.y);
  await page.mouse.move(there.x + 300, there.y + 100, { steps: 4 });
  expect(shape(await savedModel(page), 'Container').left).toBe(left);
  await expect.poll(() => middle(drawn(page, 'Container'))).toEqual(there);
});

test('a drag is dropped when its diagram goes from the front or changes', async ({ page }) => {
  await openScene(page, single);
  await select(page, 'Container');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Alt+n');
  await page.keyboard.press('Alt+PageUp');
  const begin = async () => {
    const at = await middle(drawn(page, 'Container'));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x + 100, at.y + 50, { steps: 4 });
    return at;
  };
  const at = await begin();
  await page.keyboard.press('Alt+PageDown');
  await page.mouse.move(at.x + 150, at.y + 50, { steps: 2 });
  await page.mouse.up();
  await page.keyboard.press('Alt+PageUp');
  await page.mouse.move(at.x + 200, at.y + 90, { steps: 2 });
  await expect.poll(() => middle(drawn(page, 'Container'))).toEqual(at);
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 251, top: 250 });
  await begin();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await page.mouse.move(at.x + 150, at.y + 50, { steps: 2 });
  await page.mouse.up();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 251, top: 250 });
});

test('the right button opens no menu under a drag', async ({ page }) => {
  await openScene(page, single);
  const at = await middle(drawn(page, 'Container'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 100, at.y + 50, { steps: 4 });
  await page.mouse.down({ button: 'right' });
  await page.mouse.up({ button: 'right' });
  await page.mouse.move(at.x + 150, at.y + 50, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('menu')).toHaveCount(0);
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 400, top: 300 });
});

test('a press that opens the menu is no click', async ({ page }) => {
  await openScene(page, pair);
  const at = await middle(drawn(page, 'Container'));
  await page.mouse.move(at.x, at.y);
  // As on a Mac, where this is the way to the menu.
  await page.keyboard.down('Control');
  await page.mouse.down();
  await canvas(page)
    .locator('.canvas-outline')
    .first()
    .dispatchEvent('contextmenu', { ctrlKey: true, buttons: 1 });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.mouse.up();
  await page.keyboard.up('Control');
  await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
});

test('a click and a drag right after it are no double click', async ({ page }) => {
  await openScene(page, single);
  for (const from of [await middle(drawn(page, 'Container')), await spot(page, 700, 150)]) {
    await page.mouse.click(from.x, from.y);
    await page.mouse.down({ clickCount: 2 });
    await page.mouse.move(from.x + 100, from.y + 60, { steps: 4 });
    await page.mouse.up({ clickCount: 2 });
    await expect(page.locator('.canvas-popup, .canvas-rename')).toHaveCount(0);
  }
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 350, top: 310 });
});

test('the edge of the canvas holds one side, and the other one stays', async ({ page }) => {
  await openScene(page, { shapes: [['Container', 150, 150]] });
  await select(page, 'Container');
  const before = await middle(drawn(page, 'Container'));
  const away = await spot(page, 900, 500);
  await page.mouse.move(away.x, away.y);
  await page.mouse.wheel(-300, -300);
  await expect.poll(async () => (await middle(drawn(page, 'Container'))).x).toBeGreaterThan(before.x + 250);
  const corner = await middle(canvas(page).locator('[data-corner="nw"] .canvas-corner'));
  await drag(page, corner, { x: corner.x - 300, y: corner.y - 300 });
  expect(shape(await savedModel(page), 'Container')).toMatchObject({
    left: 10,
    top: 10,
    width: 240,
    height: 240,
  });
});

test('what is placed beyond the edge of the canvas lies at it, in view', async ({ page }) => {
  await openScene(page);
  const away = await spot(page, 900, 500);
  await page.mouse.move(away.x, away.y);
  await page.mouse.wheel(-3000, -2000);
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.react-flow__viewport')?.getAttribute('style')))
    .toMatch(/\(3000px/);
  await place(page, 300, 300, 'Container');
  await expect(drawn(page, 'Container')).toBeInViewport();
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: 10, top: 10 });
});

test('lines are as wide to the pointer near and far', async ({ page }) => {
  await openScene(page, { borders: [['Docker Boundary', 515, 240, 250, 200]] });
  /** Pixels of a row through the middle of the boundary that belong to its left side. */
  const width = async (drawn: string): Promise<number> => {
    const box = await canvas(page).locator(drawn).boundingBox();
    if (box === null) throw new Error('It is not on the screen');
    return await page.evaluate(({ x, y, height }) => {
      const row = Array.from({ length: 80 }, (_, n) => document.elementFromPoint(x - 40 + n, y + height / 2));
      return row.filter((hit) => hit?.classList.contains('canvas-boundary-hit')).length;
    }, box);
  };
  const zoom = async (keys: string, until: RegExp): Promise<void> => {
    const percent = page.locator('.canvas-percent');
    for (let n = 0; n < 40 && !until.test((await percent.textContent()) ?? ''); n++) {
      await page.keyboard.press(keys);
    }
    await expect(percent).toHaveText(until);
    await expect(canvas(page)).not.toHaveAttribute('data-moving');
  };
  await expect.poll(() => width('.canvas-boundary-line')).toBe(12);
  await zoom('ControlOrMeta+-', /^1\d%/);
  await expect.poll(() => width('.canvas-far-boundary')).toBeGreaterThanOrEqual(9);
  await zoom('ControlOrMeta+=', /^[34]\d\d%/);
  await expect.poll(() => width('.canvas-boundary-line')).toBeLessThanOrEqual(16);
});

test('no flow starts or ends at an annotation: not dragged, not by keys', async ({ page }) => {
  await openScene(page, { shapes: [['Free Text Annotation', 200, 150]] });
  const note = await middle(drawn(page, 'Free Text Annotation'));
  const list = page.locator('.canvas-popup');
  // From it: it has no ports, neither under the pointer nor selected, and no keys.
  await page.mouse.move(note.x, note.y);
  await page.mouse.click(note.x, note.y);
  await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
  await expect(canvas(page).locator('[data-port]')).toHaveCount(0);
  await page.keyboard.press('>');
  await expect(list).toHaveCount(0);
  // What is added comes to lie under the pointer.
  const away = await modelSpot(page, 700, 350);
  await page.mouse.move(away.x, away.y);
  await page.keyboard.press('/');
  await expect(list).toBeVisible();
  await expect(list).not.toContainText('Alt+Enter');
  await chooseFromList(page, 'Container', 'Alt+Enter');
  await expect(drawn(page, 'Container')).toHaveCount(1);
  expect(diagramOf(await savedModel(page)).lines).toEqual([]);

  // To it: let go there, the flow goes to something new, as it does over empty space.
  await drag(page, await portOf(page, 'Container', 'West'), note);
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(list).toHaveCount(0);
  const container = await middle(drawn(page, 'Container'));
  await page.mouse.click(container.x, container.y);
  await page.keyboard.press('>');
  await expect(list).toBeVisible();
  await expect(list).not.toContainText('Free Text Annotation');
  await page.keyboard.press('Escape');
  const model = await savedModel(page);
  expect(diagramOf(model).lines).toEqual([]);
  expect(diagramOf(model).shapes).toHaveLength(2);
});

test('the end of a flow does not come to rest at an annotation', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['Container', 150, 150],
      ['Host', 550, 150],
      ['Free Text Annotation', 550, 400],
    ],
    flows: [['Container', 'Host']],
  });
  await select(page, 'HTTP');
  const end = await middle(canvas(page).locator('[data-end="target"] .canvas-knob-dot'));
  await drag(page, end, await middle(drawn(page, 'Free Text Annotation')));
  const [flow] = diagramOf(await savedModel(page)).lines;
  expect(flow?.target.element).toBeNull();
});
