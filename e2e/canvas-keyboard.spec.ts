import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { displayName, type Model, type Shape } from '../src/core/document/index.ts';
import { faultsInThemes } from './axe-kit.ts';
import { canvas, chooseFromList, drawn, middle, openScene, savedModel, select, spot } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { single } from './scenes/containers.ts';

const shapes = (model: Model): readonly Shape[] => model.diagrams.flatMap((diagram) => diagram.shapes);
const placeOf = async (page: Page, name: string) => {
  const found = shapes(await savedModel(page)).find((one) => displayName(one) === name);
  if (found === undefined) throw new Error(`There is no ${name}`);
  const { left, top, width, height } = found;
  return { left, top, width, height };
};
const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};

test('a letter opens the list, Alt+Enter adds an element that is connected', async ({ page }) => {
  await openScene(page);
  await page.keyboard.type('v');
  await expect(canvas(page).getByRole('combobox')).toHaveValue('v');
  await page.keyboard.type('ol');
  await expect(canvas(page).getByRole('option', { selected: true })).toHaveText(/^Volume/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('/');
  await chooseFromList(page, 'Container', 'Alt+Enter');
  await expect(drawn(page, 'Container')).toBeVisible();
  const { lines } = (await savedModel(page)).diagrams[0] ?? { lines: [] };
  expect(lines).toHaveLength(1);
});

test('arrows move by 1, a grid step and five, as one step per run; with Shift and Alt they resize', async ({
  page,
}) => {
  await openScene(page, single);
  await select(page, 'Container');
  const { left, top, width, height } = await placeOf(page, 'Container');
  await press(page, 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'ControlOrMeta+ArrowLeft');
  expect(await placeOf(page, 'Container')).toEqual({ left: left + 2 - 65, top: top + 13, width, height });
  await press(page, 'ControlOrMeta+z');
  expect(await placeOf(page, 'Container')).toEqual({ left, top, width, height });
  await press(page, 'Shift+Alt+ArrowRight', 'Shift+Alt+ArrowUp');
  expect(await placeOf(page, 'Container')).toEqual({ left, top, width: width + 13, height: height - 13 });
});

test('at the least size keys make nothing smaller nor larger, and say so', async ({ page }) => {
  await openScene(page, single);
  await select(page, 'Container');
  const said = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text })).toHaveCount(1);
  await press(page, 'ControlOrMeta+Alt+ArrowLeft');
  await said('40 by 100, the least size');
  const least = await savedModel(page);
  expect(shapes(least)[0]).toMatchObject({ left: 250, top: 250, width: 40, height: 100 });
  const tab = page.getByRole('button', { name: 'drawn.tm7', exact: true });
  await expect(tab).toBeVisible();
  // Other words, so that the same ones are heard anew.
  await press(page, "ControlOrMeta+'");
  await said(/^Snap to grid/);
  // The model stays as it was saved: nothing was changed, so there is nothing to save.
  await press(page, 'Shift+Alt+ArrowLeft', 'ControlOrMeta+Alt+ArrowLeft');
  await said('40 by 100, the least size');
  await expect(tab).toBeVisible();
  await press(page, 'Shift+Alt+ArrowRight');
  await said(/53 by 100\s*$/);
  await press(page, 'Shift+Alt+ArrowUp');
  await said(/53 by 87\s*$/);
});

test('Alt and arrows go to the neighbours, brackets go along the flows', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['User', 150, 250],
      ['Container', 450, 250],
      ['Host', 450, 500],
    ],
    flows: [['User', 'Container']],
  });
  await select(page, 'HTTP');
  const said = page.getByRole('status');
  await page.keyboard.press('[');
  await expect(said.filter({ hasText: 'User' })).toHaveCount(1);
  await press(page, ']', ']');
  await expect(said.filter({ hasText: 'Container' })).toHaveCount(1);
  await press(page, 'Alt+ArrowDown');
  await expect(said.filter({ hasText: 'Host' })).toHaveCount(1);
  await press(page, 'Alt+ArrowUp', 'Alt+ArrowLeft');
  await expect(said.filter({ hasText: 'User' })).toHaveCount(1);
});

test('what is selected: all, of the same type, connected, none', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['User', 150, 150],
      ['Container', 450, 150],
      ['User', 150, 450],
      ['Volume', 750, 450],
    ],
    flows: [[['Container', 'South'], 'Volume']],
  });
  const frames = canvas(page).locator('.canvas-frame');
  await press(page, 'ControlOrMeta+a');
  await expect(frames).toHaveCount(4);
  await press(page, 'Escape');
  await expect(frames).toHaveCount(0);
  const user = await middle(drawn(page, 'User').first());
  await page.mouse.click(user.x, user.y);
  await press(page, 'Alt+s');
  await expect(frames).toHaveCount(2);
  const volume = await middle(drawn(page, 'Volume'));
  await page.mouse.click(volume.x, volume.y);
  await press(page, 'Alt+a');
  await expect(frames).toHaveCount(2);
  await press(page, 'Delete');
  await expect(drawn(page, 'User')).toHaveCount(2);
  await expect(drawn(page, 'Container')).toHaveCount(0);
});

test('Tab leaves the canvas', async ({ page }) => {
  await openScene(page, single);
  await expect(canvas(page)).toBeFocused();
  for (let step = 0; step < 12; step++) await page.keyboard.press('Tab');
  await expect(canvas(page)).not.toBeFocused();
  expect(await canvas(page).evaluate((element) => element.contains(document.activeElement))).toBe(false);
});

test('the selection is saved as a picture of its own', async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['Container', 250, 250],
      ['Volume', 650, 250],
    ],
  });
  const at = await middle(drawn(page, 'Volume'));
  const picture = page.getByRole('menuitem', { name: 'Picture' });
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await picture.click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save selection as SVG…' }).click();
  expect((await download).suggestedFilename()).toMatch(/ - selection\.svg$/);
  await expect(page.getByText(/^Saved the selection \(1 element\) as .* - selection\.svg$/)).toBeVisible();
  const svg = readFileSync(await (await download).path(), 'utf8');
  expect(svg).toContain('Volume');
  expect(svg).not.toContain('Container');
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await picture.click();
  const png = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save selection as PNG…' }).click();
  const bytes = readFileSync(await (await png).path());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(bytes.length).toBeGreaterThan(500);
  // The whole diagram is the other command; the menu offers it where nothing is selected.
  await page.keyboard.press('Escape');
  await page.mouse.click(at.x, at.y - 150, { button: 'right' });
  await picture.press('ArrowRight');
  const whole = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Save diagram as SVG…' }).press('Enter');
  expect((await whole).suggestedFilename()).not.toContain('selection');
  await expect(page.getByText(/^Saved the diagram “.*” as .*\.svg$/)).toBeVisible();
  expect(readFileSync(await (await whole).path(), 'utf8')).toContain('Container');
});

test('a stencil is dragged from the palette, or chosen there and placed by a click', async ({ page }) => {
  await openScene(page, {}, { panels: true });
  const stencil = (name: string) => page.getByRole('button', { name, exact: true });
  await stencil('Container').dragTo(canvas(page), { targetPosition: { x: 200, y: 150 } });
  await expect(drawn(page, 'Container')).toBeVisible();
  await stencil('Volume').click();
  const at = await spot(page, 450, 150);
  await page.mouse.click(at.x, at.y);
  await expect(drawn(page, 'Volume')).toBeVisible();
});

test('a stencil shows where it lands, dragged or chosen, and Escape puts it back', async ({ page }) => {
  await openScene(page, {}, { panels: true });
  const from = await middle(page.locator('.stencils-stencil', { hasText: 'Docker Boundary' }));
  const at = await spot(page, 300, 200);
  const ghost = canvas(page).locator('.canvas-ghost');
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(at.x - 5, at.y, { steps: 4 });
  await page.mouse.move(at.x, at.y);
  await expect(ghost).toBeVisible();
  await page.mouse.up();
  await expect(ghost).toHaveCount(0);
  await expect(drawn(page, 'Docker Boundary')).toBeVisible();
  await page.getByRole('button', { name: 'Volume', exact: true }).click();
  await page.mouse.move(at.x, at.y);
  await expect(ghost).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(ghost).toHaveCount(0);
  await page.mouse.click(at.x, at.y);
  await expect(drawn(page, 'Volume')).toHaveCount(0);
});

test('axe finds nothing on the canvas in either theme', async ({ page }) => {
  await openScene(page, {
    borders: [['Docker Boundary', 175, 200, 250, 200]],
    shapes: [
      ['Container', 250, 250],
      ['Volume', 650, 250],
    ],
    flows: [['Container', 'Volume']],
  });
  await select(page, 'HTTP');
  expect(await faultsInThemes(page, '.workspace-middle')).toEqual([]);
});
