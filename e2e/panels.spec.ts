import type { Locator, Page } from '@playwright/test';
import { elementName, findProperty, type Model, propertyText } from '../src/core/document/index.ts';
import { axeOn, OF_COLOURS } from './axe-kit.ts';
import { canvas, drawn, openSample, savedModel } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

const shapes = (model: Model) => model.diagrams[0]?.shapes ?? [];
const named = (model: Model, name: string) => shapes(model).find((shape) => elementName(shape) === name);

test('stencils are found by name and description, grouped as the template has them', async ({ page }) => {
  await openSample(page);
  const stencils = page.getByRole('tabpanel', { name: 'Stencils' });
  await expect(stencils.getByRole('button', { name: 'Docker Registry' })).toBeVisible();
  await page.getByLabel('Search stencils').fill('regis');
  await expect(stencils.getByRole('button', { name: 'Docker Registry' })).toBeVisible();
  await expect(stencils.getByRole('button', { name: 'Volume' })).toBeHidden();
  await page.getByLabel('Search stencils').fill('nothing like it');
  await expect(stencils.getByText('No stencil matches')).toBeVisible();
});

test('properties of an element: lists, out of scope with its reason, one undo step each', async ({
  page,
}) => {
  await openSample(page);
  await drawn(page, 'Container').click();
  await page.getByLabel('Runs as Root', { exact: true }).selectOption({ index: 1 });
  await page.getByLabel('Out Of Scope').check();
  await page.getByLabel('Reason For Out Of Scope').fill('Reviewed elsewhere');
  const container = named(await savedModel(page), 'Container');
  const property = container && findProperty(container, 'runsAsRoot');
  expect(property?.kind === 'list' && property.selectedIndex).toBe(1);
  expect(container?.properties.map(propertyText)).toContain('Reviewed elsewhere');
  for (const step of ['Reason', 'Scope', 'Root']) {
    await expect(page.getByRole('button', { name: new RegExp(`^Undo.*${step}`) })).toBeVisible();
    await page.getByRole('button', { name: /^Undo/ }).click();
  }
  await expect(page.getByLabel('Out Of Scope')).not.toBeChecked();
});

test('several elements are edited at once, and what differs says so', async ({ page }) => {
  await openSample(page);
  await drawn(page, 'Container').click();
  await drawn(page, 'Image').click({ modifiers: ['Shift'] });
  await expect(page.getByRole('heading', { name: '2 elements' })).toBeVisible();
  await page.getByLabel('Out Of Scope').check();
  const model = await savedModel(page);
  for (const name of ['Container', 'Image']) {
    const element = named(model, name);
    expect(element?.properties.some((p) => p.kind === 'boolean' && p.value)).toBe(true);
  }
  expect(named(model, 'Volume')?.properties.some((p) => p.kind === 'boolean' && p.value)).toBe(false);
});

test('a property tells which threats ask for it and what another value would change', async ({ page }) => {
  await openSample(page);
  await drawn(page, 'Container').click();
  await page
    .getByRole('button', { name: /^Threats that depend on .*$/ })
    .first()
    .click();
  await expect(page.getByText(/^Used by|No threat type of the template uses/)).toBeVisible();
});

test('the model and its diagram are described when nothing is selected', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('Owner').fill('Platform team');
  await page.getByLabel('Name', { exact: true }).fill('Containers');
  await expect(page.getByRole('tab', { name: 'Containers' })).toBeVisible();
  const model = await savedModel(page);
  expect(model.information.owner).toBe('Platform team');
  expect(model.diagrams[0]?.header).toBe('Containers');
});

test('a flow shows its ends, reverses and takes another type', async ({ page }) => {
  await openSample(page);
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  const before = (await savedModel(page)).diagrams[0]?.lines.find((line) => elementName(line) === 'HTTP');
  await page.getByRole('button', { name: 'Reverse the data flow' }).click();
  await page.getByLabel('Type', { exact: true }).selectOption({ label: 'HTTPS' });
  const after = (await savedModel(page)).diagrams[0]?.lines.find((line) => line.id === before?.id);
  expect(after?.source.element).toBe(before?.target.element);
  expect(after?.typeId).not.toBe(before?.typeId);
});

test('the outline is a faithful text of the diagram, walked and used by keyboard', async ({ page }) => {
  await openSample(page);
  await page.getByRole('tab', { name: 'Outline' }).click();
  const tree = page.getByRole('tree', { name: 'Diagrams' });
  const items = tree.getByRole('treeitem');
  await expect(items.first()).toContainText('Docker Sample');
  // 1 diagram, 2 boundaries, 7 elements, 6 flows at both of their ends.
  await expect(items).toHaveCount(22);
  await expect(items.filter({ hasText: 'HTTP → Container' })).toHaveAttribute('aria-level', '3');
  await tree.focus();
  await page.keyboard.type('vol');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Volume');
  await tree.focus();
  await page.keyboard.press('Delete');
  await expect(items).toHaveCount(19);
  await page.getByLabel('Search the outline').fill('secret');
  // The element, and the line of its flow at the other end.
  await expect(items).toHaveCount(2);
});

/** Fails on what axe finds, on the whole page or in one part of it; by all rules or by some. */
async function check(page: Page, where: string, only: readonly string[] | null, part?: string) {
  const axe = part === undefined ? axeOn(page).exclude('iframe') : axeOn(page).include(part);
  const { violations } = await (only === null ? axe : axe.withRules([...only])).analyze();
  expect(violations.map(({ id, nodes }) => [where, id, nodes[0]?.html.slice(0, 160)])).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no accessibility violations with a menu open, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openSample(page);
    const rules = colorScheme === 'light' ? null : OF_COLOURS;
    // What lies below is looked at without a menu.
    const checkMenu = async (where: string) => {
      await expect(page.getByRole('menu').first()).toBeVisible();
      await check(page, where, rules, '[role="menu"]');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
    };
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await checkMenu('app menu');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'View' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitemcheckbox', { name: /^Show stencils/ })).toBeFocused();
    await checkMenu('View in the app menu');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'View' }).hover();
    await expect(page.getByRole('menuitemcheckbox', { name: /^Show stencils/ })).toBeVisible();
    await checkMenu('View in the app menu, by the pointer');
    await drawn(page, 'Container').click({ button: 'right' });
    await checkMenu('menu of an element');
    await page.getByRole('button', { name: 'Filter', exact: true }).click();
    await checkMenu('filter of the threats');
    await page.getByRole('tab', { name: 'Docker Sample' }).click({ button: 'right' });
    await checkMenu('menu of a diagram');
  });
}

for (const [theme, colorScheme] of [
  ['light', 'light'],
  ['dark', 'dark'],
  ['contrast', 'light'],
  ['contrast', 'dark'],
] as const) {
  test(`no accessibility violations in the report, the palette and the dialogs, ${theme} on ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.addInitScript((chosen) => {
      // The report's frame has no storage.
      if (window !== window.top) return;
      const settings = { version: 1, settings: { theme: chosen } };
      localStorage.setItem('trustline.settings', JSON.stringify(settings));
    }, theme);
    await openSample(page);
    const rules = theme === 'light' ? null : OF_COLOURS;
    await check(page, 'diagram', rules);
    await page.keyboard.press('Alt+2');
    await expect(page.locator('iframe')).toBeVisible();
    await check(page, 'report', rules);
    await page.keyboard.press('Alt+1');
    await expect(canvas(page)).toBeVisible();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(page, 'commands', rules, '[role="dialog"]');
    await page.keyboard.press('Escape');
    await canvas(page).focus();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await check(page, 'shortcuts', rules, '[role="dialog"]');
  });
}

test("words on the system's own colours are seen in its high contrast", async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openSample(page);
  const colours = (target: Locator) =>
    target.evaluate((element) => {
      const { color, backgroundColor, forcedColorAdjust } = getComputedStyle(element);
      return { color, backgroundColor, forcedColorAdjust };
    });
  await page.keyboard.press('ControlOrMeta+,');
  // Where the browser adjusts, it paints a plate of the page's colour behind the letters.
  const done = await colours(page.getByRole('dialog').getByRole('button', { name: 'Done' }));
  expect(done.forcedColorAdjust).toBe('none');
  expect(done.color).not.toBe(done.backgroundColor);
  await page.keyboard.press('Escape');
  const tab = page.getByRole('tab', { name: 'Docker Sample' });
  const before = await colours(tab);
  await canvas(page).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect.poll(() => colours(tab)).toEqual(before);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`what is chosen, pressed or in front is told from the rest in the system's high contrast, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, forcedColors: 'active' });
    await openSample(page);
    const ground = (mark: Locator) => mark.evaluate((element) => getComputedStyle(element).backgroundColor);
    const differ = async (chosen: Locator, other: Locator) =>
      expect(await ground(chosen.first())).not.toBe(await ground(other.first()));
    const left = page.getByRole('region', { name: 'Stencils and outline' });
    await differ(left.getByRole('tab', { selected: true }), left.getByRole('tab', { selected: false }));
    await differ(left.getByRole('button', { pressed: true }), left.getByRole('button', { pressed: false }));
    await differ(
      page.getByRole('button', { name: 'Show grid', pressed: true }),
      page.getByRole('button', { name: 'Snap to grid', pressed: false }),
    );
    await differ(
      page.getByRole('button', { name: 'Diagram', pressed: true }),
      page.getByRole('button', { name: 'Report', pressed: false }),
    );
    await page.getByRole('tab', { name: 'Outline' }).click();
    await differ(
      page.getByRole('treeitem', { selected: true }),
      page.getByRole('treeitem', { selected: false }),
    );
    const threats = page.getByRole('listbox', { name: 'Threats' });
    await threats.locator('.threats-row').first().click();
    await differ(
      threats.getByRole('option', { selected: true }),
      threats.getByRole('option', { selected: false }),
    );
    await canvas(page).focus();
    await page.keyboard.press('/');
    const list = page.locator('.canvas-popup');
    await differ(list.getByRole('option', { selected: true }), list.getByRole('option', { selected: false }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+k');
    const palette = page.getByRole('dialog');
    await differ(
      palette.getByRole('option', { selected: true }),
      palette.getByRole('option', { selected: false }),
    );
    await page.keyboard.press('Escape');
    // The palette gives the focus back when it is gone; a menu that is open by then would lose it and close.
    await expect(canvas(page)).toBeFocused();
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    const menu = page.getByRole('menu');
    await expect(menu.locator('[data-highlighted]')).toBeVisible();
    await differ(menu.locator('[data-highlighted]'), menu.getByRole('menuitem', { name: 'View' }));
  });
}
