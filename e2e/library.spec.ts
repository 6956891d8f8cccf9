import type { Page } from '@playwright/test';
import { readTemplate, writeTemplate } from '../src/core/codec/index.ts';
import { typeId } from '../src/core/document/index.ts';
import { setManifest, setStencil } from '../src/core/edit/index.ts';
import { axeOn } from './axe-kit.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';

const CONTAINERS = templateFile('containers.tb7');

/** Our template in another version, with another name for one stencil. */
function version(number: string, name: string): { name: string; mimeType: string; buffer: Buffer } {
  const read = readTemplate(new Uint8Array(bytesOf(CONTAINERS)));
  if (!read.ok) throw new Error('Our template cannot be read');
  const numbered = setManifest(read.value.template, 'version', number);
  const template = setStencil(numbered, typeId('CON.Volume'), { name });
  return {
    name: `containers-${number}.tb7`,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(writeTemplate(template)),
  };
}

const chooseFiles = (page: Page, file: ReturnType<typeof version>) =>
  page.locator('input[type="file"]').first().setInputFiles(file);

async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands and search' }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

const library = (page: Page) => page.getByRole('region', { name: 'Your templates' });

test('templates that were opened stay among one’s own, newest first, and models hear of a newer version', async ({
  page,
}) => {
  await openApp(page);
  await expect(library(page)).toHaveCount(0);
  await openFiles(page, CONTAINERS);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await chooseFiles(page, version('1.2.0.0', 'Disk'));
  await expect(page).toHaveTitle('containers-1.2.0.0.tb7 – Trustline');
  await page.getByRole('button', { name: 'Start page' }).click();
  const own = library(page).getByRole('listitem');
  await expect(own).toHaveCount(2);
  await expect(own.first()).toContainText('version 1.2.0.0');
  expect((await axeOn(page).include('.start').analyze()).violations).toEqual([]);
  // A file as it came, byte for byte.
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    own
      .last()
      .getByRole('button', { name: /as a file$/ })
      .click(),
  ]);
  expect(bytesOf(await download.path()).equals(bytesOf(CONTAINERS))).toBe(true);
  await page.reload();
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(own).toHaveCount(2);
  await own
    .first()
    .getByRole('button', { name: /^New model on / })
    .click();
  await expect(page).toHaveTitle(/Untitled\.tm7 – Trustline$/);

  await openFiles(page, templateFile('docker-sample.tm7'));
  const told = page.getByText(/^docker-sample\.tm7 uses version .* your templates have version 1\.2\.0\.0$/);
  await expect(told).toBeVisible();
  await page.getByRole('button', { name: 'See what would change…' }).click();
  const change = page.getByRole('dialog', { name: 'Change the template of docker-sample.tm7' });
  await expect(change.getByText(/: a newer version\.$/)).toBeVisible();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Start page' }).click();
  await own
    .first()
    .getByRole('button', { name: /^Forget / })
    .click();
  await expect(own).toHaveCount(1);
});

test('two versions of a template are compared and merged, with a question where they differ', async ({
  page,
}) => {
  await openApp(page);
  // The version that both come from is among one's own.
  await openFiles(page, CONTAINERS);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await chooseFiles(page, version('1.2.0.0', 'Disk'));
  await expect(page).toHaveTitle('containers-1.2.0.0.tb7 – Trustline');
  await chooseFiles(page, version('1.3.0.0', 'Drive'));
  await expect(page).toHaveTitle('containers-1.3.0.0.tb7 – Trustline');
  await run(page, 'Compare and merge');
  const dialog = page.getByRole('dialog', { name: 'Compare and merge containers-1.3.0.0.tb7' });
  await dialog.getByRole('button', { name: 'With containers-1.2.0.0.tb7, which is open' }).click();
  await expect(dialog.getByText(/which both come from/)).toBeVisible();
  await dialog.getByText('2 differences').click();
  await expect(dialog.getByText('~ stencil "Disk": name: "Drive" -> "Disk"')).toBeVisible();
  const question = dialog.getByRole('group', { name: 'stencil "Drive": name' });
  await expect(question.getByRole('radio', { name: 'This one: "Drive"' })).toBeChecked();
  await question.getByRole('radio', { name: /^Both: / }).click();
  await expect(question).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Ask again: Disk' }).click();
  await question.getByRole('radio', { name: 'The other: "Disk"' }).check();
  expect((await axeOn(page).include('[role=dialog]').analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge into this one' }).click();
  await expect(page.getByRole('treeitem', { name: 'Disk' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo: Merge a template/ }).click();
  await expect(page.getByRole('treeitem', { name: 'Drive' })).toBeVisible();

  await run(page, 'Compare and merge');
  await dialog.getByRole('button', { name: /^STRIDE \(core\)/ }).click();
  await expect(dialog.getByText(/\d+ differences/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Merge into this one' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  const merged = readTemplate(new Uint8Array(bytesOf(await download.path())));
  const stride = readTemplate(new Uint8Array(bytesOf(templateFile('stride-core.tb7'))));
  if (!merged.ok || !stride.ok) throw new Error('A template cannot be read');
  const has = new Set(merged.value.template.threatTypes.map(({ id }) => id));
  expect(stride.value.template.threatTypes.filter(({ id }) => !has.has(id))).toEqual([]);
});
