import type { Page } from '@playwright/test';
import { elementName, type Line, type Model } from '../src/core/document/index.ts';
import { curveThrough, pointAt } from '../src/core/geometry/index.ts';
import {
  canvas,
  connect,
  diagramOf,
  drag,
  drawn,
  frames,
  middle,
  modelSpot,
  openScene,
  panels,
  place,
  run,
  savedModel,
  select,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { connected, farConnected, pair, single } from './scenes/containers.ts';

const lines = (model: Model): readonly Line[] => diagramOf(model).lines;
/** Elements, boundaries and flows on the canvas. */
const things = (page: Page) => canvas(page).locator('.react-flow__node, .canvas-flow');

test.describe('on a small diagram', () => {
  test('Shift and a click add to the selection and take from it', async ({ page }) => {
    await openScene(page, pair);
    const [container, host] = [await middle(drawn(page, 'Container')), await middle(drawn(page, 'Host'))];
    await page.mouse.click(container.x, container.y);
    await expect(frames(page)).toHaveCount(1);
    await page.keyboard.down('Shift');
    await page.mouse.click(host.x, host.y);
    await expect(frames(page)).toHaveCount(2);
    await page.mouse.click(container.x, container.y);
    await expect(frames(page)).toHaveCount(1);
    await page.keyboard.up('Shift');
    await page.keyboard.press('Delete');
    await expect(drawn(page, 'Host')).toHaveCount(0);
    await expect(drawn(page, 'Container')).toHaveCount(1);
  });

  test('Ctrl and a click do the same, and a marquee that Escape drops changes nothing', async ({ page }) => {
    await openScene(page, pair);
    await select(page, 'Host');
    const container = await middle(drawn(page, 'Container'));
    await page.keyboard.down('ControlOrMeta');
    await page.mouse.click(container.x, container.y);
    await expect(frames(page)).toHaveCount(2);
    await page.mouse.click(container.x, container.y);
    await expect(frames(page)).toHaveCount(1);
    await page.keyboard.up('ControlOrMeta');
    const from = await modelSpot(page, 200, 200);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move(from.x + 500, from.y + 250, { steps: 5 });
    await expect(frames(page)).toHaveCount(2);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.keyboard.press('Delete');
    await expect(drawn(page, 'Host')).toHaveCount(0);
    await expect(drawn(page, 'Container')).toHaveCount(1);
  });

  test('smart guides catch edges in line and tell distances', async ({ page }) => {
    await openScene(page, {
      shapes: [
        ['Container', 250, 250],
        ['Host', 550, 380],
      ],
    });
    const at = await middle(drawn(page, 'Host'));
    await page.mouse.move(at.x, at.y);
    await page.mouse.down();
    await page.mouse.move(at.x, at.y - 127, { steps: 5 });
    await expect(canvas(page).locator('.canvas-guide')).not.toHaveCount(0);
    await expect(canvas(page).locator('.canvas-gap text')).toHaveText('210');
    await page.mouse.up();
    await expect(canvas(page).locator('.canvas-guide')).toHaveCount(0);
    const model = await savedModel(page);
    expect(shape(model, 'Host').top).toBe(shape(model, 'Container').top);
  });

  test('the grid catches when it is on, and not when it is off', async ({ page }) => {
    await openScene(page, single);
    const { left, top } = shape(await savedModel(page), 'Container');
    const at = await middle(drawn(page, 'Container'));
    await drag(page, at, { x: at.x + 51, y: at.y + 29 });
    expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: left + 51, top: top + 29 });
    await page.getByRole('button', { name: 'Snap to grid' }).click();
    await drag(page, { x: at.x + 51, y: at.y + 29 }, { x: at.x + 91, y: at.y + 69 });
    const snapped = shape(await savedModel(page), 'Container');
    // What is drawn begins 5 inside of the stored box, and lies on the lines of the grid.
    expect([(snapped.left + 5) % 13, (snapped.top + 5) % 13]).toEqual([0, 0]);
    expect(Math.abs(snapped.left - left - 91)).toBeLessThanOrEqual(7);

    await panels(page, true);
    await page.getByRole('button', { name: 'Host', exact: true }).click();
    await drag(page, await spot(page, 61, 62), await spot(page, 259, 230));
    const box = shape(await savedModel(page), 'Host');
    const edges = [box.left, box.top, box.left + box.width - 10, box.top + box.height - 10];
    expect(edges.map((edge) => (edge + 5) % 13)).toEqual([0, 0, 0, 0]);
  });

  test('several elements are resized together by their frame, in one step', async ({ page }) => {
    await openScene(page, {
      shapes: [
        ['Container', 250, 250],
        ['Host', 450, 350],
      ],
      flows: [[['Container', 'East'], 'Host']],
    });
    await page.keyboard.press('ControlOrMeta+a');
    const before = await savedModel(page);
    const corner = await middle(canvas(page).locator('[data-corner="se"] .canvas-corner'));
    // The frame is 290 by 190: it gets half as large again.
    await drag(page, corner, { x: corner.x + 145, y: corner.y + 95 });
    const model = await savedModel(page);
    expect(shape(model, 'Container')).toMatchObject({ left: 250, top: 250, width: 145, height: 145 });
    expect(shape(model, 'Host')).toMatchObject({ left: 550, top: 400, width: 145, height: 145 });
    expect(lines(model)[0]).toMatchObject({ source: { port: 'East', x: 390 } });
    await page.keyboard.press('ControlOrMeta+z');
    expect(diagramOf(await savedModel(page))).toEqual(diagramOf(before));
  });

  test('several elements get the same size', async ({ page }) => {
    await openScene(page, {
      shapes: [
        ['Container', 250, 250, { width: 160, height: 130 }],
        ['Host', 550, 250],
      ],
    });
    await select(page, 'Container');
    await page.keyboard.press('ControlOrMeta+a');
    await run(page, 'Same size');
    const model = await savedModel(page);
    const { width, height } = shape(model, 'Container');
    expect(shape(model, 'Host')).toMatchObject({ width, height });
  });

  test('what is cut is pasted with its flows, and undone in two steps', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openScene(page, connected);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+x');
    await expect(things(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(things(page)).toHaveCount(3);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(things(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(drawn(page, 'Host')).toHaveCount(1);
  });

  test('pasting again at the same place lays the copies beside each other', async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openScene(page, single);
    await select(page, 'Container');
    await page.keyboard.press('ControlOrMeta+c');
    const at = await modelSpot(page, 600, 400);
    await page.mouse.move(at.x, at.y);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(things(page)).toHaveCount(2);
    await page.keyboard.press('ControlOrMeta+v');
    await expect(things(page)).toHaveCount(3);
    const { shapes } = diagramOf(await savedModel(page));
    expect(shapes.map(({ left, top }) => [left, top])).toEqual([
      [250, 250],
      [550, 350],
      [563, 363],
    ]);
  });

  test('the keys of the clipboard work with a button focused, and leave fields alone', async ({
    page,
    context,
  }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openScene(page, single, { panels: true });
    await select(page, 'Container');
    const button = page.getByRole('button', { name: 'Fit the diagram' });
    await button.focus();
    await page.keyboard.press('ControlOrMeta+c');
    await page.keyboard.press('ControlOrMeta+v');
    await expect(things(page)).toHaveCount(2);
    const name = page.getByLabel('Name', { exact: true });
    await name.focus();
    await page.keyboard.press('ControlOrMeta+v');
    await expect(name).toHaveValue(/"shapes"/);
    await expect(things(page)).toHaveCount(2);
  });

  test('a copy made by key lies beside its original and is selected', async ({ page }) => {
    await openScene(page, single);
    await select(page, 'Container');
    await page.keyboard.press('ControlOrMeta+d');
    await expect(frames(page)).toHaveCount(1);
    const { shapes } = diagramOf(await savedModel(page));
    expect(shapes.map(({ left }) => left)).toEqual([250, 276]);
  });

  test('a new flow goes around what lies between its ends', async ({ page }) => {
    await openScene(page, {
      shapes: [
        ['Container', 150, 250],
        ['Host', 500, 250],
        ['Volume', 850, 250],
      ],
    });
    await connect(page, 'Container', 'East', 'Volume');
    const model = await savedModel(page);
    const [flow] = lines(model);
    if (flow === undefined) throw new Error('There is no flow');
    const curve = curveThrough(flow.source, flow.handle, flow.target);
    const host = shape(model, 'Host');
    for (let step = 0; step <= 40; step++) {
      const { x, y } = pointAt(curve, step / 40);
      const inside =
        x > host.left + 5 &&
        x < host.left + host.width - 5 &&
        y > host.top + 5 &&
        y < host.top + host.height - 5;
      expect(inside, `${x} ${y}`).toBe(false);
    }
  });

  test('a bent flow keeps its shape when an element moves, and goes along when both do', async ({ page }) => {
    await openScene(page, farConnected);
    await select(page, 'HTTP');
    const knob = await middle(canvas(page).locator('[data-part="handle"] .canvas-knob-dot'));
    await drag(page, knob, { x: knob.x, y: knob.y - 100 });
    /** How far the handle lies from the straight line between the ends, by its length. */
    const bend = (flow: Line | undefined) => {
      if (flow === undefined) throw new Error('There is no flow');
      const [dx, dy] = [flow.target.x - flow.source.x, flow.target.y - flow.source.y];
      const [hx, hy] = [flow.handle.x - flow.source.x, flow.handle.y - flow.source.y];
      return (dx * hy - dy * hx) / (dx * dx + dy * dy);
    };
    const [before] = lines(await savedModel(page));
    const host = await middle(drawn(page, 'Host'));
    await drag(page, host, { x: host.x - 60, y: host.y + 130 });
    const [after] = lines(await savedModel(page));
    expect(bend(after)).toBeCloseTo(bend(before), 1);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+ArrowDown');
    const [moved] = lines(await savedModel(page));
    expect(moved?.handle).toEqual({ x: after?.handle.x, y: (after?.handle.y ?? 0) + 65 });
  });

  test('labels of flows side by side do not hide each other', async ({ page }) => {
    await openScene(page, {
      shapes: [
        ['Container', 250, 250],
        ['Host', 470, 250],
      ],
      flows: Array.from({ length: 3 }, () => ['Container', 'Host'] as const),
    });
    const labels = canvas(page).locator('.canvas-flow [data-part="label"] rect');
    await expect(labels).toHaveCount(3);
    const boxes = await labels.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
  });

  test('free text stands on the diagram, with line breaks, and makes no threats', async ({ page }) => {
    await openScene(page);
    await place(page, 300, 300, 'Free Text Annotation');
    // A note without its text says nothing: it is asked for at once.
    const field = page.getByRole('textbox', { name: 'Name', exact: true });
    await field.fill('Trust nobody');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('here');
    await page.keyboard.press('Enter');
    await expect(drawn(page, 'Trust nobody here')).toBeVisible();
    const model = await savedModel(page);
    expect(elementName(shape(model, 'Trust nobody here'))).toBe('Trust nobody\r\nhere');
    expect(model.threats).toEqual([]);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(drawn(page, 'Free Text Annotation')).toBeVisible();
  });

  test('the flow type chosen in the stencils is the one of new flows', async ({ page }) => {
    await openScene(page, pair, { panels: true });
    await page.getByRole('button', { name: 'HTTPS', exact: true }).click();
    await connect(page, 'Container', 'East', 'Host');
    await expect(drawn(page, 'HTTPS')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await connect(page, 'Host', 'South', 'Container');
    await expect(drawn(page, 'HTTPS')).toHaveCount(2);
  });

  test('undo goes to the diagram that it changes', async ({ page }) => {
    await openScene(page);
    await place(page, 300, 300, 'Container');
    await page.keyboard.press('Alt+n');
    await place(page, 300, 300, 'Host');
    await page.getByRole('tab', { name: 'Diagram 1' }).click();
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('tab', { name: 'Diagram 2' })).toHaveAttribute('aria-selected', 'true');
    await expect(things(page)).toHaveCount(0);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('tab', { name: 'Diagram 1' })).toHaveAttribute('aria-selected', 'true');
    await expect(things(page)).toHaveCount(0);
  });
});
