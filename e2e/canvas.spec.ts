import { displayName, type Line, type Model } from '../src/core/document/index.ts';
import {
  canvas,
  chooseFromList,
  connect,
  diagramOf,
  drag,
  drawn,
  middle,
  modelSpot,
  openScene,
  portOf,
  savedModel,
  select,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { connected, farConnected, fork, held, single } from './scenes/containers.ts';

const lines = (model: Model): readonly Line[] => diagramOf(model).lines;

test('an element is moved in one step that Escape drops and undo takes back', async ({ page }) => {
  await openScene(page, single);
  const before = shape(await savedModel(page), 'Container');
  const at = await middle(drawn(page, 'Container'));
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + 90, at.y + 40, { steps: 4 });
  await page.keyboard.press('Escape');
  await page.mouse.move(at.x + 120, at.y + 60);
  await page.mouse.up();
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: before.left, top: before.top });

  await drag(page, at, { x: at.x + 120, y: at.y - 80 });
  expect(shape(await savedModel(page), 'Container')).toMatchObject({
    left: before.left + 120,
    top: before.top - 80,
  });
  await page.keyboard.press('ControlOrMeta+z');
  expect(shape(await savedModel(page), 'Container')).toMatchObject({ left: before.left, top: before.top });
});

test('a marquee inside a boundary takes what lies in it, and a click there reaches through', async ({
  page,
}) => {
  await openScene(page, held);
  await drag(page, await modelSpot(page, 290, 230), await modelSpot(page, 515, 380));
  await page.keyboard.press('Delete');
  await expect(drawn(page, 'Image')).toHaveCount(0);
  await expect(drawn(page, 'Secret')).toHaveCount(0);
  await expect(drawn(page, 'Docker Boundary')).toHaveCount(1);
});

test('a boundary carries what is inside it, and leaves it with Ctrl', async ({ page }) => {
  await openScene(page, {
    borders: [['Docker Boundary', 275, 200, 250, 200]],
    shapes: [['Image', 350, 250]],
  });
  const edge = await modelSpot(page, 281, 260);
  await drag(page, edge, { x: edge.x + 100, y: edge.y + 60 });
  const carried = await savedModel(page);
  expect(shape(carried, 'Image')).toMatchObject({ left: 450, top: 310 });
  expect(shape(carried, 'Docker Boundary')).toMatchObject({ left: 375, top: 260 });
  const there = { x: edge.x + 100, y: edge.y + 60 };
  await drag(page, there, { x: there.x, y: there.y + 150 }, ['Control']);
  const left = await savedModel(page);
  expect(shape(left, 'Image')).toMatchObject({ left: 450, top: 310 });
  expect(shape(left, 'Docker Boundary').top).toBe(410);
});

test('Alt leaves the original and drags a copy', async ({ page }) => {
  await openScene(page, single);
  const from = await middle(drawn(page, 'Container'));
  await drag(page, from, { x: from.x + 200, y: from.y + 100 }, ['Alt']);
  const { shapes } = diagramOf(await savedModel(page));
  expect(shapes.map(({ left, top }) => [left, top])).toEqual([
    [250, 250],
    [450, 350],
  ]);
});

test('copies of a boundary hold copies of what it holds, flows included', async ({ page }) => {
  await openScene(page, { ...held, flows: [['Image', 'Secret']] });
  const edge = await modelSpot(page, 281, 260);
  await drag(page, edge, { x: edge.x + 40, y: edge.y + 260 }, ['Alt']);
  const dragged = diagramOf(await savedModel(page));
  expect([dragged.shapes.length, dragged.lines.length]).toEqual([6, 2]);
  await page.keyboard.press('ControlOrMeta+z');
  await drag(page, edge, { x: edge.x + 40, y: edge.y + 260 }, ['Alt', 'ControlOrMeta']);
  const alone = diagramOf(await savedModel(page));
  expect([alone.shapes.length, alone.lines.length]).toEqual([4, 1]);
  await page.keyboard.press('ControlOrMeta+z');
  await page.mouse.click(edge.x, edge.y);
  await page.keyboard.press('ControlOrMeta+d');
  const { shapes, lines: flows } = diagramOf(await savedModel(page));
  expect([shapes.length, flows.length]).toEqual([6, 2]);
  const [source, target] = [flows[1]?.source.element, flows[1]?.target.element];
  expect(shapes.slice(3).map(({ id }) => id)).toEqual(expect.arrayContaining([source, target]));
});

test('flows find new ways when they are rerouted', async ({ page }) => {
  await openScene(page, connected);
  const host = await middle(drawn(page, 'Host'));
  await drag(page, host, { x: host.x - 500, y: host.y });
  expect(lines(await savedModel(page))[0]).toMatchObject({
    source: { port: 'East' },
    target: { port: 'West' },
  });
  await page.keyboard.press('Alt+Shift+F');
  expect(lines(await savedModel(page))[0]).toMatchObject({
    source: { port: 'West' },
    target: { port: 'East' },
  });
  await page.keyboard.press('ControlOrMeta+z');
  expect(lines(await savedModel(page))[0]).toMatchObject({
    source: { port: 'East' },
    target: { port: 'West' },
  });
});

test('an end dropped on an element takes the port that faces the other end', async ({ page }) => {
  await openScene(page, fork);
  await select(page, 'HTTP');
  const knob = await middle(canvas(page).locator('[data-end="target"] .canvas-knob-dot'));
  const volume = await middle(drawn(page, 'Volume'));
  // Right of the middle: the nearest port would be on the far side.
  await drag(page, knob, { x: volume.x + 12, y: volume.y });
  const model = await savedModel(page);
  expect(lines(model)[0]?.target).toMatchObject({ element: shape(model, 'Volume').id, port: 'NorthWest' });
});

test('corners and sides resize, and the flow stays at its port', async ({ page }) => {
  await openScene(page, connected);
  await select(page, 'Container');
  const corner = await middle(canvas(page).locator('[data-corner="se"] .canvas-corner'));
  await drag(page, corner, { x: corner.x + 40, y: corner.y + 60 });
  const model = await savedModel(page);
  const { left, width, height } = shape(model, 'Container');
  expect(width).toBeGreaterThan(130);
  expect(height).toBeGreaterThan(150);
  expect(lines(model)[0]?.source).toMatchObject({ port: 'East', x: left + width - 5 });
});

test('flows between the same two elements stay apart, and one goes back to its own element', async ({
  page,
}) => {
  await openScene(page, {
    shapes: [
      ['Container', 250, 250],
      ['Host', 650, 250],
    ],
  });
  // Each is selected when the next one is drawn from the same port.
  for (let n = 0; n < 3; n++) await connect(page, 'Container', 'East', 'Host');
  const north = await portOf(page, 'Container', 'North');
  const own = await middle(drawn(page, 'Container'));
  await drag(page, north, { x: own.x + 40, y: own.y });
  const all = lines(await savedModel(page));
  expect(all).toHaveLength(4);
  const handles = all.map(({ handle }) => `${handle.x} ${handle.y}`);
  expect(new Set(handles).size).toBe(4);
  const self = all[3];
  expect(self?.source.element).toBe(self?.target.element);
  expect(self?.source.port).not.toBe(self?.target.port);
});

test('dragging a port to an empty place offers elements and connects the chosen one', async ({ page }) => {
  await openScene(page, single);
  const east = await portOf(page, 'Container', 'East');
  await drag(page, east, await modelSpot(page, 640, 380));
  await chooseFromList(page, 'Volume');
  const model = await savedModel(page);
  const volume = shape(model, 'Volume');
  expect([volume.left, volume.top]).toEqual([590, 330]);
  expect(lines(model)[0]?.target.element).toBe(volume.id);
  expect(lines(model)[0]?.source.port).toBe('East');
});

test('both ends of a flow can be put elsewhere, also to no element', async ({ page }) => {
  await openScene(page, fork);
  await select(page, 'HTTP');
  const end = (name: string) => canvas(page).locator(`[data-end="${name}"] .canvas-knob-dot`);
  await drag(page, await middle(end('target')), await middle(drawn(page, 'Volume')));
  let model = await savedModel(page);
  expect(lines(model)[0]?.target.element).toBe(shape(model, 'Volume').id);
  await drag(page, await middle(end('source')), await modelSpot(page, 400, 560));
  model = await savedModel(page);
  expect(lines(model)[0]?.source).toMatchObject({ element: null, port: 'None' });
  await expect(canvas(page).locator('.canvas-free-end')).toHaveCount(1);
});

test('a flow is bent by its curve, and its label slides along it', async ({ page }) => {
  await openScene(page, farConnected);
  await select(page, 'HTTP');
  const before = lines(await savedModel(page))[0]?.handle ?? { x: 0, y: 0 };
  const knob = await middle(canvas(page).locator('[data-part="handle"] .canvas-knob-dot'));
  await drag(page, knob, { x: knob.x + 20, y: knob.y - 90 });
  const bent = lines(await savedModel(page))[0]?.handle ?? { x: 0, y: 0 };
  expect(bent).toEqual({ x: before.x + 20, y: before.y - 90 });
  const label = await middle(canvas(page).locator('[data-part="label"] rect'));
  await drag(page, label, { x: label.x + 80, y: label.y + 10 });
  const slid = lines(await savedModel(page))[0]?.handle ?? { x: 0, y: 0 };
  expect(slid.x).toBeGreaterThan(bent.x + 50);
});

test('a name is written in place with line breaks; Escape keeps the old one', async ({ page }) => {
  await openScene(page, single);
  const name = await middle(drawn(page, 'Container'));
  await page.mouse.dblclick(name.x, name.y);
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await field.fill('Web');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.type('server');
  await page.keyboard.press('Enter');
  await expect(drawn(page, 'Web server')).toBeVisible();
  await page.keyboard.press('F2');
  await field.fill('nothing');
  await page.keyboard.press('Escape');
  await expect(drawn(page, 'Web server')).toBeVisible();
});

test('a name can be written when the diagram is seen from far away', async ({ page }) => {
  await openScene(page, single);
  await select(page, 'Container');
  const percent = page.locator('.canvas-percent');
  for (let n = 0; n < 20 && !/^[123]\d%/.test((await percent.textContent()) ?? ''); n++) {
    await page.keyboard.press('ControlOrMeta+-');
  }
  const name = await middle(drawn(page, 'Container'));
  await page.keyboard.press('F2');
  const field = page.getByRole('textbox', { name: 'Name', exact: true });
  await expect.poll(async () => (await field.boundingBox())?.height).toBeGreaterThanOrEqual(24);
  const there = await middle(field);
  expect(Math.hypot(there.x - name.x, there.y - name.y)).toBeLessThan(3);
});

test('copied elements keep names and flows on another diagram', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openScene(page, connected);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+c');
  await page.keyboard.press('Alt+n');
  await expect(page.getByRole('tab', { name: 'Diagram 2' })).toHaveAttribute('aria-selected', 'true');
  const over = await spot(page, 500, 400);
  await page.mouse.move(over.x, over.y);
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+v');
  const second = diagramOf(await savedModel(page), 1);
  expect(second.shapes.map(displayName)).toEqual(['Container', 'Host']);
  expect(second.lines).toHaveLength(1);
  expect(second.lines[0]?.source.element).toBe(second.shapes[0]?.id);
});

test('several elements are aligned and spread by commands of the menu', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['Container', 150, 150],
      ['Host', 380, 250],
      ['Volume', 750, 210],
    ],
  });
  await page.keyboard.press('ControlOrMeta+a');
  const at = await middle(drawn(page, 'Host'));
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Align', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Align top edges' }).click();
  await page.keyboard.press('Alt+Shift+H');
  const { shapes } = diagramOf(await savedModel(page));
  expect(new Set(shapes.map(({ top }) => top)).size).toBe(1);
  const [a, b, c] = shapes.map(({ left }) => left);
  expect((b ?? 0) - (a ?? 0)).toBe((c ?? 0) - (b ?? 0));
});

test('tidying lays the diagram out in one step and keeps elements in their boundaries', async ({ page }) => {
  await openScene(page, {
    borders: [['Docker Boundary', 375, 300, 250, 200]],
    shapes: [
      ['Container', 450, 350],
      ['User', 150, 100],
      ['Volume', 710, 90],
    ],
    flows: [
      [['User', 'South'], 'Container'],
      [['Container', 'North'], 'Volume'],
    ],
  });
  const before = await savedModel(page);
  await page.keyboard.press('Alt+Shift+D');
  await expect(page.getByText('Tidied 4 elements')).toBeAttached();
  const after = await savedModel(page);
  const [user, container, volume] = ['User', 'Container', 'Volume'].map((name) => shape(after, name));
  expect(user?.left).toBeLessThan(container?.left ?? 0);
  expect(container?.left).toBeLessThan(volume?.left ?? 0);
  const boundary = shape(after, 'Docker Boundary');
  expect(container?.left).toBeGreaterThan(boundary.left);
  expect(container?.top).toBeGreaterThan(boundary.top);
  expect((container?.left ?? 0) + 100).toBeLessThan(boundary.left + boundary.width);
  await page.keyboard.press('ControlOrMeta+z');
  expect(shape(await savedModel(page), 'User')).toMatchObject({ left: shape(before, 'User').left });
});

test('the wheel pans, Ctrl and the wheel zoom, the space bar and the middle button drag the view', async ({
  page,
}) => {
  await openScene(page, single);
  const element = drawn(page, 'Container');
  const start = await middle(element);
  await page.mouse.move(start.x + 150, start.y + 150);
  await page.mouse.wheel(40, 60);
  await expect.poll(async () => (await middle(element)).y).toBeLessThan(start.y - 20);
  const panned = await middle(element);
  await page.keyboard.down('Space');
  await drag(page, { x: 700, y: 500 }, { x: 760, y: 540 });
  await page.keyboard.up('Space');
  await expect.poll(async () => Math.round((await middle(element)).x - panned.x)).toBe(60);
  const moved = await middle(element);
  await page.mouse.move(700, 500);
  await page.mouse.down({ button: 'middle' });
  await page.mouse.move(730, 500, { steps: 3 });
  await page.mouse.up({ button: 'middle' });
  await expect.poll(async () => Math.round((await middle(element)).x - moved.x)).toBe(30);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect(page.getByRole('button', { name: /^Zoom 1[1-9]\d|^Zoom [2-4]\d\d/ })).toBeVisible();
  await page.keyboard.press('Shift+0');
  await expect(page.getByRole('button', { name: /^Zoom 100/ })).toBeVisible();
});

test('diagrams are added, renamed, moved, duplicated and deleted by their tabs', async ({ page }) => {
  await openScene(page);
  await page.getByRole('button', { name: 'New diagram' }).click();
  await page.getByRole('tab', { name: 'Diagram 2' }).dblclick();
  await page.getByRole('textbox', { name: 'Name of the diagram' }).fill('Payments');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('tab', { name: 'Payments' });
  // A long name is cut.
  await expect(tab).toHaveAttribute('title', 'Payments');
  await tab.press('Alt+Shift+ArrowLeft');
  expect((await savedModel(page)).diagrams.map(({ header }) => header)).toEqual(['Payments', 'Diagram 1']);
  await tab.dragTo(page.getByRole('tab', { name: 'Diagram 1' }));
  await expect(page.getByRole('tab')).toHaveText([/^Diagram 1/, 'Payments']);
  await tab.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name of the diagram' }).press('Escape');
  await expect(tab).toBeFocused();
  await tab.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(page.getByRole('tab')).toHaveCount(3);
  await page.getByRole('tab', { name: 'Diagram 1' }).press('Delete');
  await expect(page.getByRole('tab', { name: 'Diagram 1' })).toHaveCount(0);
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });
  test('an element is selected by a tap, and nothing by a tap beside it', async ({ page }) => {
    await openScene(page, single);
    const at = await middle(drawn(page, 'Container'));
    await page.touchscreen.tap(at.x, at.y);
    await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
    await page.touchscreen.tap(at.x + 200, at.y + 200);
    await expect(canvas(page).locator('.canvas-frame')).toHaveCount(0);
  });
});
