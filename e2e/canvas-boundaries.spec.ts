import type { Line, Model } from '../src/core/document/index.ts';
import {
  canvas,
  diagramOf,
  drag,
  drawn,
  middle,
  modelSpot,
  openScene,
  place,
  savedModel,
  shape,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { across } from './scenes/containers.ts';

const line = (model: Model): Line => {
  const [only] = diagramOf(model).lines;
  if (only === undefined) throw new Error('There is no line');
  return only;
};

const box = (model: Model, name: string) => {
  const { left, top, width, height } = shape(model, name);
  return { left, top, width, height };
};

test.describe('boxes', () => {
  test('resize from all sides and corners, each one step', async ({ page }) => {
    await openScene(page, { borders: [['Docker Boundary', 275, 200, 250, 200]] });
    await page.keyboard.press('ControlOrMeta+a');
    const before = box(await savedModel(page), 'Docker Boundary');
    for (const side of ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw']) {
      const handle = canvas(page).locator(`[data-part="resize"][data-corner="${side}"]`);
      const from = await middle(handle);
      const dx = side.includes('w') ? -20 : side.includes('e') ? 20 : 0;
      const dy = side.includes('n') ? -20 : side.includes('s') ? 20 : 0;
      await drag(page, from, { x: from.x + dx, y: from.y + dy });
      expect(box(await savedModel(page), 'Docker Boundary'), side).toEqual({
        left: before.left + Math.min(dx, 0),
        top: before.top + Math.min(dy, 0),
        width: before.width + Math.abs(dx),
        height: before.height + Math.abs(dy),
      });
      await page.keyboard.press('ControlOrMeta+z');
      expect(box(await savedModel(page), 'Docker Boundary'), side).toEqual(before);
    }
  });

  test('nest: the outer one carries the inner one with what it holds, the inner one only its own', async ({
    page,
  }) => {
    await openScene(page, {
      borders: [
        ['Docker Boundary', 225, 140, 500, 400],
        ['Network Boundary', 325, 220, 250, 200],
      ],
      shapes: [['Image', 400, 270]],
    });
    const names = ['Docker Boundary', 'Network Boundary', 'Image'] as const;
    const places = async () => {
      const model = await savedModel(page);
      return names.map((name) => box(model, name));
    };
    const before = await places();
    const outer = await modelSpot(page, (before[0]?.left ?? 0) + 6, (before[0]?.top ?? 0) + 300);
    await drag(page, outer, { x: outer.x + 60, y: outer.y + 40 });
    const carried = await places();
    expect(carried).toEqual(before.map((it) => ({ ...it, left: it.left + 60, top: it.top + 40 })));
    await page.keyboard.press('Escape');
    const inner = await modelSpot(page, (carried[1]?.left ?? 0) + 6, (carried[1]?.top ?? 0) + 30);
    await drag(page, inner, { x: inner.x - 40, y: inner.y });
    const moved = await places();
    expect(moved[0]).toEqual(carried[0]);
    expect(moved[1]?.left).toBe((carried[1]?.left ?? 0) - 40);
    expect(moved[2]?.left).toBe((carried[2]?.left ?? 0) - 40);
  });
});

test.describe('what sticks out of a boundary', () => {
  test.beforeEach(async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openScene(page, across);
    const edge = await drawn(page, 'Docker Boundary').boundingBox();
    if (edge === null) throw new Error('The boundary is not on the screen');
    await page.mouse.click(edge.x + 2, edge.y + 150);
    await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
  });

  const at = (left: number, top: number) => ({ left, top });

  test('is moved with it when its middle lies in it, by pointer and by keys', async ({ page }) => {
    const edge = await drawn(page, 'Docker Boundary').boundingBox();
    if (edge === null) throw new Error('The boundary is not on the screen');
    // Selected, its edges resize it.
    await page.keyboard.press('Escape');
    await expect(canvas(page).locator('.canvas-frame')).toHaveCount(0);
    const from = { x: edge.x + 2, y: edge.y + 90 };
    await drag(page, from, { x: from.x + 60, y: from.y + 40 });
    const dragged = await savedModel(page);
    const box = shape(dragged, 'Docker Boundary');
    const [dx, dy] = [box.left - 200, box.top - 150];
    expect(dx).toBeGreaterThan(40);
    expect(dy).toBeGreaterThan(20);
    expect(shape(dragged, 'Container')).toMatchObject(at(420 + dx, 200 + dy));
    expect(shape(dragged, 'Host')).toMatchObject(at(460, 320));
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+ArrowLeft');
    const moved = await savedModel(page);
    expect(shape(moved, 'Docker Boundary')).toMatchObject(at(135, 150));
    expect(shape(moved, 'Container')).toMatchObject(at(355, 200));
    expect(shape(moved, 'Host')).toMatchObject(at(460, 320));
  });

  test('is copied and duplicated with it when its middle lies in it', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(drawn(page, 'Docker Boundary')).toHaveCount(2);
    await expect(drawn(page, 'Container')).toHaveCount(2);
    await expect(drawn(page, 'Host')).toHaveCount(1);
    // The flow leaves what was copied: it has no copy.
    expect(diagramOf(await savedModel(page)).lines).toHaveLength(1);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(drawn(page, 'Container')).toHaveCount(1);
    const edge = await drawn(page, 'Docker Boundary').boundingBox();
    await page.mouse.click((edge?.x ?? 0) + 2, (edge?.y ?? 0) + 150);
    await page.keyboard.press('ControlOrMeta+d');
    await expect(drawn(page, 'Docker Boundary')).toHaveCount(2);
    await expect(drawn(page, 'Container')).toHaveCount(2);
    await expect(drawn(page, 'Host')).toHaveCount(1);
  });

  test('is cut with it when its middle lies in it, and pasted with it', async ({ page }) => {
    await page.keyboard.press('ControlOrMeta+x');
    await expect(drawn(page, 'Docker Boundary')).toHaveCount(0);
    await expect(drawn(page, 'Container')).toHaveCount(0);
    await expect(drawn(page, 'Host')).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(drawn(page, 'Container')).toHaveCount(1);
    const model = await savedModel(page);
    const [box, held] = [shape(model, 'Docker Boundary'), shape(model, 'Container')];
    expect([held.left - box.left, held.top - box.top]).toEqual([220, 50]);
  });
});

test('a boundary shows that an element would come into it', async ({ page }) => {
  await openScene(page, {
    borders: [['Docker Boundary', 275, 200, 250, 200]],
    shapes: [['Image', 750, 250]],
  });
  const aim = canvas(page).locator('.canvas-aim');
  const at = await middle(drawn(page, 'Image'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 150, at.y, { steps: 3 });
  await expect(canvas(page)).toHaveCSS('cursor', 'move');
  await expect(aim).toHaveCount(0);
  await page.mouse.move(at.x - 400, at.y, { steps: 3 });
  await expect(aim).toHaveCount(1);
  await page.mouse.up();
  await expect(aim).toHaveCount(0);
  // Moved about inside, it comes into nothing new.
  await page.mouse.down();
  await page.mouse.move(at.x - 380, at.y + 20, { steps: 3 });
  await expect(canvas(page)).toHaveCSS('cursor', 'move');
  await expect(aim).toHaveCount(0);
  await page.mouse.up();
});

test('a line boundary is bent into an arc, put elsewhere by its ends, and moved whole', async ({ page }) => {
  await openScene(page, { template: 'stride-core' });
  await place(page, 400, 300, 'Internet Boundary');
  const straight = line(await savedModel(page));
  expect(straight.kind).toBe('lineBoundary');
  const knob = (part: string) => middle(canvas(page).locator(`${part} .canvas-knob-dot`));

  const handle = await knob('[data-part="handle"]');
  await drag(page, handle, { x: handle.x + 10, y: handle.y + 70 });
  const arc = line(await savedModel(page));
  expect(arc.handle).toEqual({ x: straight.handle.x + 10, y: straight.handle.y + 70 });
  expect([arc.source, arc.target]).toEqual([straight.source, straight.target]);

  const end = await knob('[data-end="target"]');
  await drag(page, end, { x: end.x + 120, y: end.y - 60 });
  const longer = line(await savedModel(page));
  expect(longer.target).toMatchObject({
    element: null,
    x: straight.target.x + 120,
    y: straight.target.y - 60,
  });
  expect(longer.source).toEqual(straight.source);

  await drawn(page, 'Internet Boundary').locator('[data-part="label"]').hover();
  const label = await middle(drawn(page, 'Internet Boundary').locator('[data-part="label"]'));
  await drag(page, label, { x: label.x + 50, y: label.y + 90 });
  const moved = line(await savedModel(page));
  const by = { x: moved.source.x - longer.source.x, y: moved.source.y - longer.source.y };
  expect(by).toEqual({ x: 50, y: 90 });
  expect({ x: moved.target.x - longer.target.x, y: moved.target.y - longer.target.y }).toEqual(by);
  expect({ x: moved.handle.x - longer.handle.x, y: moved.handle.y - longer.handle.y }).toEqual(by);

  for (let n = 0; n < 3; n++) await page.keyboard.press('ControlOrMeta+z');
  expect(line(await savedModel(page))).toEqual(straight);
});
