import { expect, test } from '@playwright/test';
import { openApp, openFiles, templateFile } from './fixture.ts';

// Without the fixture's guard: here an error of the views is the subject.
test('a crash of the views keeps the work and leads back to it', async ({ page }) => {
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(page.getByRole('tab', { name: /Threats/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await expect(page).toHaveTitle(/^● docker-sample/);
  await page.getByRole('button', { name: 'Start page' }).click();
  await page.evaluate(() => {
    window.ResizeObserver = class {
      constructor() {
        throw new Error('planted');
      }
    } as unknown as typeof ResizeObserver;
  });
  await page.getByRole('button', { name: /^docker-sample\.tm7, not saved/ }).click();
  await expect(page.getByRole('alert')).toContainText('Your work is kept');
  await page.getByRole('button', { name: 'Reload on the start page' }).click();
  await expect(page.getByRole('heading', { name: 'New model' })).toBeVisible();
  await page.getByRole('button', { name: /^docker-sample\.tm7, not saved/ }).click();
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
});
