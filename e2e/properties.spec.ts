import type { Locator, Page } from '@playwright/test';
import { elementName, type Model, threatProperty } from '../src/core/document/index.ts';
import { canvas, drawn, openTwo, savedModel } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

interface Draft {
  readonly name: string;
  /** Brings the field into view. */
  readonly show: (page: Page) => Promise<void>;
  readonly field: (page: Page) => Locator;
  readonly stored: (model: Model) => string | undefined;
}

const threatRow = (page: Page) =>
  page.getByRole('listbox', { name: 'Threats' }).locator('.threats-row').first();
const nothing = async () => undefined;

const DRAFTS: readonly Draft[] = [
  {
    name: 'information about the model',
    show: nothing,
    field: (page) => page.getByRole('textbox', { name: 'Owner' }),
    stored: (model) => model.information.owner,
  },
  {
    name: 'the name of the diagram',
    show: nothing,
    field: (page) => page.getByLabel('Name', { exact: true }),
    stored: (model) => model.diagrams[0]?.header,
  },
  {
    name: 'the name of an element',
    show: (page) => drawn(page, 'Secret').click(),
    field: (page) => page.getByLabel('Name', { exact: true }),
    stored: (model) => model.diagrams[0]?.shapes.map(elementName).join(' '),
  },
  {
    name: 'the title of a threat',
    show: (page) => threatRow(page).click(),
    field: (page) => page.getByRole('textbox', { name: 'Title' }),
    stored: (model) => model.threats.map((threat) => threatProperty(threat, 'Title')).join(' '),
  },
  {
    name: 'the justification of a threat',
    show: (page) => threatRow(page).click(),
    field: (page) => page.getByRole('textbox', { name: 'Justification' }),
    stored: (model) => model.threats.map((threat) => threatProperty(threat, 'StateInformation')).join(' '),
  },
];

for (const { name, show, field, stored } of DRAFTS) {
  test(`${name}: what is typed is saved before the field is left, and reaches no other model`, async ({
    page,
  }) => {
    await openTwo(page);
    await show(page);
    await page.keyboard.press('ControlOrMeta+Alt+PageUp');
    await show(page);
    const other = await field(page).inputValue();
    await page.keyboard.press('ControlOrMeta+Alt+PageDown');
    await field(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' typed');
    // The field keeps the focus: saving and changing models are keys.
    expect(stored(await savedModel(page))).toContain(' typed');
    await page.keyboard.press('ControlOrMeta+Alt+PageUp');
    await expect(field(page)).toHaveValue(other);
    expect(stored(await savedModel(page))).not.toContain('typed');
    await page.keyboard.press('ControlOrMeta+Alt+PageDown');
    await expect(field(page)).toHaveValue(`${other} typed`);
  });
}

test('typing, then another element: the first keeps it, the second gets nothing of it', async ({ page }) => {
  await openTwo(page);
  await drawn(page, 'Secret').click();
  await page.getByLabel('Name', { exact: true }).fill('Vault');
  await drawn(page, 'Volume').click();
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Volume');
  const names = (await savedModel(page)).diagrams[0]?.shapes.map(elementName);
  expect(names).toContain('Vault');
  expect(names).toContain('Volume');
});

test('undo while a field has the focus shows what the document says', async ({ page }) => {
  await openTwo(page);
  await page.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('');
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
});

test('a value that changes nothing says on what else it depends', async ({ page }) => {
  await openTwo(page);
  await drawn(page, 'Container').click();
  await page.getByRole('button', { name: 'Threats that depend on Runs as Root' }).click();
  const effects = page.locator('.properties-effects');
  await expect(effects).toContainText('Used by Container breakout');
  await expect(effects).toContainText('no change');
  await expect(effects).toContainText(
    /Also depends on .*No New Privileges.* and \d+ more\.|Also depends on .*Capabilities/,
  );
  // No rule of this template asks for it, so there is nothing to tell.
  await expect(page.getByRole('button', { name: 'Threats that depend on Out Of Scope' })).toHaveCount(0);
});

test('all elements together say when they have nothing in common', async ({ page }) => {
  await openTwo(page);
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText('No property in common.')).toBeVisible();
});
