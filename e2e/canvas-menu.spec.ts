import { axeOn } from './axe-kit.ts';
import {
  canvas,
  chooseFromList,
  connect,
  diagramOf,
  drawn,
  middle,
  openScene,
  savedModel,
  select,
  shape,
  spot,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

test.beforeEach(async ({ page }) => {
  await openScene(page, {
    shapes: [
      ['Container', 250, 250],
      ['Host', 600, 250],
    ],
  });
  await select(page, 'Host');
});

test('what the menu opens on the canvas stays open and takes the keys', async ({ page }) => {
  const at = await middle(drawn(page, 'Container'));
  const choose = async (item: string) => {
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Rename');
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Shop');
  await page.keyboard.press('Enter');
  await expect(drawn(page, 'Shop')).toBeVisible();

  await choose('Change type');
  await page.keyboard.type('Image');
  await page.keyboard.press('Enter');
  await expect(canvas(page).getByRole('img', { name: 'Shop, Image' })).toBeVisible();

  await choose('Connect to');
  await page.keyboard.type('Host');
  await page.keyboard.press('Enter');
  const model = await savedModel(page);
  expect(diagramOf(model).lines[0]).toMatchObject({
    source: { element: shape(model, 'Shop').id },
    target: { element: shape(model, 'Host').id },
  });
});

test('what is pasted or added from the menu goes where it was asked for', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('ControlOrMeta+c');
  const at = await spot(page, 450, 480);
  await page.mouse.click(at.x, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Paste(?! with)/ }).click();
  await expect(drawn(page, 'Host')).toHaveCount(2);
  await expect.poll(() => middle(drawn(page, 'Host').last())).toEqual(at);
  await page.mouse.click(at.x + 200, at.y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add to the diagram' }).click();
  await page.keyboard.type('Secret');
  await page.keyboard.press('Enter');
  await expect.poll(() => middle(drawn(page, 'Secret'))).toEqual({ x: at.x + 200, y: at.y });
});

test('the main menu opens the search of the canvas, and arranges what is selected', async ({ page }) => {
  const choose = async (group: string, item: string) => {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: group, exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  await choose('Go', 'Find on the canvas');
  await chooseFromList(page, 'Container');
  await expect(canvas(page).locator('.canvas-frame')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await connect(page, 'Container', 'East', 'Host');
  await choose('Arrange', 'Reverse flow');
  // The focus comes back with the command.
  await expect(canvas(page)).toBeFocused();
  const model = await savedModel(page);
  expect(diagramOf(model).lines[0]?.source.element).toBe(shape(model, 'Host').id);
});

test('the menu of a flow leads to its threats and takes it out of scope; menus open inside menus by keys', async ({
  page,
}) => {
  await connect(page, 'Container', 'East', 'Host');
  const label = () => middle(canvas(page).locator('[data-part="label"]'));
  const first = await label();
  const choose = async (role: 'menuitem' | 'menuitemcheckbox', name: string) => {
    const at = await label();
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole(role, { name }).click();
  };
  await choose('menuitem', 'Show the threats of the selection');
  await expect(page.getByRole('tab', { name: /^Threats/ })).toBeVisible();
  await expect(page.getByRole('listbox', { name: 'Threats' })).toBeFocused();
  const threats = (await savedModel(page)).threats.length;
  expect(threats).toBeGreaterThan(0);
  await page.keyboard.press('ControlOrMeta+j');
  // The canvas has the room of the panel again, and shows the diagram as before.
  await expect.poll(async () => Math.round((await label()).y)).toBe(Math.round(first.y));
  await choose('menuitemcheckbox', 'Out of scope');
  await expect(canvas(page)).toBeFocused();
  await expect(canvas(page).locator('[data-scope="out"]').first()).toBeVisible();
  expect((await savedModel(page)).threats).toHaveLength(0);
  await page.keyboard.press('ControlOrMeta+z');
  expect((await savedModel(page)).threats).toHaveLength(threats);

  await page.getByRole('button', { name: 'Menu', exact: true }).press('Enter');
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await expect(item('File')).toBeFocused();
  for (const key of ['ArrowRight', 'End', 'ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
  await expect(item('New model from a template file…')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('Template')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('File')).toBeFocused();
});

test('a command that is off says what it needs, and several elements are aligned from their panel', async ({
  page,
}) => {
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('algin left');
  const palette = page.getByRole('dialog', { name: 'Commands and search' });
  const option = palette.getByRole('option', { name: 'Align left edges' });
  await expect(option).toContainText('Select two elements');
  await expect(option).toHaveAttribute('aria-disabled', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Select two elements' })).toHaveCount(1);
  await expect(palette).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Arrange', exact: true }).click();
  const reverse = page.getByRole('menuitem', { name: 'Reverse flow' });
  await expect(reverse).toHaveAttribute('aria-description', 'Select a data flow');
  await reverse.hover();
  await expect(page.locator('.tooltip')).toHaveText('Select a data flow');
  // The first is for the tooltip.
  for (let time = 0; time < 2; time += 1) await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);

  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+Alt+b');
  const row = page.getByRole('group', { name: 'Align, distribute and size' });
  await expect(row.getByRole('button', { name: 'Distribute horizontally' })).toBeDisabled();
  await row.getByRole('button', { name: 'Align left edges' }).click();
  await expect(page.getByText('Out of scope they are drawn grey')).toBeVisible();
  const { shapes } = diagramOf(await savedModel(page));
  expect(new Set(shapes.map(({ left }) => left)).size).toBe(1);
  const { violations } = await axeOn(page).include('.properties').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});
