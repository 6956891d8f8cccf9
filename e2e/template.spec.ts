import type { Page } from '@playwright/test';
import { faultsInThemes } from './axe-kit.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';
import { storedFields } from './stored-kit.ts';

const FILE = templateFile('containers.tb7');

const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const stencils = (page: Page) => page.getByRole('tree', { name: 'Stencils' });
const threats = (page: Page) => page.getByRole('tree', { name: 'Threat categories and types' });
const detail = (page: Page) => page.getByRole('region', { name: 'Details' });
const author = (page: Page) => page.getByRole('textbox', { name: 'Author' });

async function openTemplate(page: Page): Promise<void> {
  await openApp(page);
  await openFiles(page, FILE);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await expect(stencils(page)).toBeVisible();
}

async function save(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return { name: download.suggestedFilename(), bytes: bytesOf(await download.path()) };
}

/** Runs a command of the palette by its name. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands and search' }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** How many changes the autosave has stored of each template. */
const storedChanges = (page: Page) => storedFields(page, 'openTemplates', 'content.until');

test('a template opens in its own tab and shows what it holds', async ({ page }) => {
  await openTemplate(page);
  await expect(page.getByRole('textbox', { name: 'Name' })).not.toHaveValue('');
  await expect(page.getByText(/^\d+ stencils · 1 threat category · \d+ threat types/)).toBeVisible();
  const stencil = stencils(page).getByRole('treeitem', { name: 'Container', exact: true });
  await expect(stencil).toHaveAttribute('aria-level', '2');
  await stencil.click();
  await expect(detail(page).getByRole('heading', { level: 2 })).toHaveText('Container');
  await expect(detail(page).getByText('Stencil derived from Docker Engine')).toBeVisible();
  await threats(page).locator('[aria-level="2"]').first().click();
  await expect(detail(page).getByText(/^Threat type in /)).toBeVisible();
  await expect(detail(page).getByRole('textbox', { name: 'Include, as text' })).toHaveValue(/ is '/);
});

test('the lists are searched, and walked by the keyboard', async ({ page }) => {
  await openTemplate(page);
  const search = page.getByRole('searchbox', { name: 'Search stencils and threat types' });
  await search.fill('registry');
  const rows = stencils(page).getByRole('treeitem');
  // What was found, and what it is below.
  await expect(rows.filter({ hasText: 'Docker Registry' })).toHaveCount(1);
  await expect(rows.first()).not.toHaveText('Docker Registry');
  await stencils(page).focus();
  await page.keyboard.press('End');
  await expect(stencils(page)).toBeFocused();
  await expect(rows.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(rows.last()).toHaveAttribute('aria-selected', 'false');
  await search.fill('nothing is called so');
  await expect(page.getByText('Nothing found.')).toBeVisible();
});

test('an unedited template is saved with its bytes, an edit changes its own bytes alone', async ({
  page,
}) => {
  await openTemplate(page);
  const same = await save(page);
  expect(same.name).toBe('containers.tb7');
  expect(same.bytes.equals(bytesOf(FILE))).toBe(true);
  const before = await author(page).inputValue();
  await author(page).fill('Ada & Bob');
  await expect(page).toHaveTitle(/^●/);
  const edited = await save(page);
  const manifest = (text: string) => `author="${text}"`;
  const original = bytesOf(FILE).toString('utf8');
  expect(original).toContain(manifest(before));
  expect(edited.bytes.toString('utf8')).toBe(original.replace(manifest(before), manifest('Ada &amp; Bob')));
  await expect(page).toHaveTitle(/^containers/);
});

test('undo and redo work on the template in front, and typing is one step', async ({ page }) => {
  await openTemplate(page);
  const before = await author(page).inputValue();
  await author(page).fill('');
  await author(page).pressSequentially('Ada');
  await author(page).blur();
  await page.getByRole('button', { name: /^Undo: Edit the template/ }).click();
  await expect(author(page)).toHaveValue(before);
  await expect(page).toHaveTitle(/^containers/);
  await page.keyboard.press('Control+y');
  await expect(author(page)).toHaveValue('Ada');
});

test('an edited template comes back after a reload, and closing it asks', async ({ page }) => {
  await openTemplate(page);
  await author(page).fill('Ada');
  await author(page).blur();
  await expect.poll(() => storedChanges(page)).toEqual([[1]]);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(author(page)).toHaveValue('Ada');
  await expect(page).toHaveTitle(/^● containers/);
  // Undo and redo have come back with it.
  await page.keyboard.press('Control+z');
  await expect(page).toHaveTitle(/^containers/);
  await page.keyboard.press('Control+Shift+z');
  await expect(author(page)).toHaveValue('Ada');
  await page.getByRole('button', { name: 'Close containers.tb7' }).click();
  await page
    .getByRole('dialog', { name: 'Save containers.tb7 before closing?' })
    .getByRole('button', { name: "Don't save" })
    .click();
  await expect(page.getByRole('heading', { name: 'New model' })).toBeVisible();
});

test('a new model is one click away', async ({ page }) => {
  await openTemplate(page);
  await page.getByRole('button', { name: 'New model on this template' }).click();
  await expect(tab(page, 'Untitled.tm7, not saved')).toHaveAttribute('aria-current', 'page');
});

test('the template inside a model opens as a copy that no file holds', async ({ page }) => {
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(page).toHaveTitle(/^docker-sample/);
  await run(page, "Open the model's template");
  await expect(stencils(page)).toBeVisible();
  await expect(page).toHaveTitle(/^● .*\.tb7 – Trustline/);
  const { name, bytes } = await save(page);
  await expect(page).not.toHaveTitle(/^●/);
  await openFiles(page, { name: 'again.tb7', buffer: bytes });
  await expect(page).toHaveTitle('again.tb7 – Trustline');
  expect(name).toMatch(/\.tb7$/);
});

test('what needs a model is not offered in front of a template', async ({ page }) => {
  await openTemplate(page);
  await page.keyboard.press('Control+k');
  const box = page.getByRole('combobox', { name: 'Commands and search' });
  const options = page.getByRole('option');
  for (const name of [
    'Tidy',
    'Zoom to fit',
    'Present full screen',
    'Add a diagram',
    "Open the model's template",
  ]) {
    await box.fill(name);
    await expect(box).toHaveValue(name);
    // What is off is in the list with what it needs.
    const on = options.and(page.locator(':not([aria-disabled="true"])'));
    await expect(on.filter({ hasText: new RegExp(`^${name}`) })).toHaveCount(0);
  }
  await box.fill('New model on this template');
  await expect(options.first()).toBeVisible();
  await page.keyboard.press('Escape');
  for (const keys of ['Delete', 'Control+a', 'Control+d', 'Control+g', 'F2', 't', 'Control+b'])
    await page.keyboard.press(keys);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
});

test('axe finds nothing on a template in either theme', async ({ page }) => {
  await openTemplate(page);
  await threats(page).locator('[aria-level="2"]').first().click();
  expect(await faultsInThemes(page)).toEqual([]);
});
