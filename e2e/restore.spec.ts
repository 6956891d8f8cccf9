import path from 'node:path';
import type { Page } from '@playwright/test';
import { kept } from './files-kit.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';
import { emptyStore, storedFields } from './stored-kit.ts';

const SAMPLE = templateFile('docker-sample.tm7');
const WEB = templateFile('web-application.tm7');

const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

test('a damaged stored model is told and offered; the others come back', async ({ page }) => {
  await openApp(page);
  await openFiles(page, SAMPLE);
  await expect(page).toHaveTitle(/^docker-sample/);
  const owner = page.getByRole('textbox', { name: 'Owner' });
  await owner.fill('Ada');
  await owner.blur();
  await expect(page).toHaveTitle(/^●/);
  await openFiles(page, WEB);
  await expect(page).toHaveTitle(/^web-application/);
  // With nothing left to be written, which would mend what is damaged next.
  await expect
    .poll(async () => (await kept(page)).toSorted())
    .toEqual([
      ['docker-sample.tm7', false, 1],
      ['web-application.tm7', true, null],
    ]);
  page.on('dialog', (dialog) => void dialog.accept());
  await emptyStore(page, 'changes');
  // Twice: what is damaged stays stored.
  for (const _ of ['once', 'again']) {
    await page.reload();
    await expect(page.getByRole('alert')).toContainText(
      'docker-sample.tm7 could not be restored: its changes',
    );
    await expect(tab(page, 'web-application.tm7')).toBeVisible();
    await expect(tab(page, 'docker-sample.tm7, not saved')).toBeHidden();
  }
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download it' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('docker-sample.tm7');
  expect(bytesOf(await download.path()).equals(bytesOf(SAMPLE))).toBe(true);

  // Discarding asks first, offers a copy once more, and leaves nothing to be told of.
  await page.reload();
  const notice = page.getByRole('listitem').filter({ hasText: 'could not be restored' });
  await notice.getByRole('button', { name: 'Discard' }).click();
  const question = page.getByRole('dialog', { name: 'Discard what is stored of docker-sample.tm7?' });
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Save a copy of what is stored' }).click(),
  ]);
  expect(bytesOf(await copy.path()).equals(bytesOf(SAMPLE))).toBe(true);
  await notice.getByRole('button', { name: 'Discard' }).click();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await notice.getByRole('button', { name: 'Discard' }).click();
  await question.getByRole('button', { name: 'Discard' }).click();
  await expect(notice).toHaveCount(0);
  await expect.poll(() => kept(page)).toEqual([['web-application.tm7', true, null]]);
  await page.reload();
  await expect(tab(page, 'web-application.tm7')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('several damaged models are told in one notice, with what is wrong with each', async ({ page }) => {
  await openApp(page);
  for (const file of [SAMPLE, WEB]) {
    await openFiles(page, file);
    await expect(page).toHaveTitle(new RegExp(`^${path.basename(file)}`));
    const owner = page.getByRole('textbox', { name: 'Owner' });
    await owner.fill('Ada');
    await owner.blur();
    await expect(page).toHaveTitle(/^●/);
  }
  await expect
    .poll(async () => (await kept(page)).toSorted())
    .toEqual([
      ['docker-sample.tm7', false, 1],
      ['web-application.tm7', true, 1],
    ]);
  page.on('dialog', (dialog) => void dialog.accept());
  await emptyStore(page, 'changes');
  await page.reload();
  await expect(page.getByRole('alert')).toHaveText('2 files could not be restored.');
  await page.getByText('Details (2)').click();
  await expect(page.getByText('web-application.tm7: its changes are missing or damaged')).toBeVisible();
  const files: string[] = [];
  page.on('download', (download) => files.push(download.suggestedFilename()));
  await page.getByRole('button', { name: 'Download them' }).click();
  await expect.poll(() => files.toSorted()).toEqual(['docker-sample.tm7', 'web-application.tm7']);
});

test.describe('a model that hung the page while it was brought back', () => {
  test.beforeEach(async ({ page }) => {
    await openApp(page);
    await openFiles(page, SAMPLE);
    await expect(page).toHaveTitle(/^docker-sample/);
    await openFiles(page, WEB);
    await expect(page).toHaveTitle(/^web-application/);
    const stored = () => storedFields(page, 'models', 'fileName', 'id');
    await expect.poll(stored).toHaveLength(2);
    const [, id] = (await stored()).find(([fileName]) => fileName === 'web-application.tm7') ?? [];
    // As a page leaves it that never painted: the model in front is still under guard.
    await page.evaluate((key) => {
      addEventListener('pagehide', () => localStorage.setItem(key, '1'));
    }, `trustline.restoring.${id}`);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
  });

  test('stays away, is named, and opens when asked', async ({ page }) => {
    const notice = page.getByRole('listitem').filter({ hasText: 'web-application.tm7 was not restored' });
    await expect(notice).toBeVisible();
    await expect(tab(page, 'docker-sample.tm7')).toBeVisible();
    await expect(tab(page, 'web-application.tm7')).toBeHidden();
    await expect(page.getByRole('region', { name: 'Notices' }).getByRole('status')).toHaveCount(1);
    await notice.getByRole('button', { name: 'Open it anyway' }).click();
    await expect(page).toHaveTitle(/^web-application/);
    await expect(page.locator('[data-canvas]')).toBeVisible();
    // It came on the screen: the next start brings it back by itself.
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage).join())).not.toContain('restoring');
    await page.reload();
    await expect(page).toHaveTitle(/^web-application/);
  });

  test('gives its bytes, and stays stored', async ({ page }) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save a copy' }).click(),
    ]);
    expect(bytesOf(await download.path()).equals(bytesOf(WEB))).toBe(true);
    await page.reload();
    await expect(page.getByText('web-application.tm7 was not restored')).toBeVisible();
  });
});
