import path from 'node:path';
import type { Page } from '@playwright/test';
import { drawn, openSample } from './canvas-kit.ts';
import { expect, openFiles, templateFile, test } from './fixture.ts';

const shot = (page: Page, name: string): Promise<Buffer> =>
  page.screenshot({ path: path.join(import.meta.dirname, '..', 'docs', 'pictures', `${name}.png`) });

test.use({ viewport: { width: 1440, height: 900 } });

test('start page', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  await shot(page, 'start');
});

for (const theme of ['light', 'dark'] as const) {
  test(`editor ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openSample(page);
    await page
      .getByRole('option', { name: /Container breakout/ })
      .first()
      .click();
    await shot(page, theme === 'light' ? 'editor' : 'editor-dark');
  });
}

test('properties and outline', async ({ page }) => {
  await openSample(page);
  await page.getByRole('tab', { name: 'Outline' }).click();
  await drawn(page, 'Container').click();
  await shot(page, 'properties');
});

test('command palette', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('cont');
  await expect(page.getByRole('dialog')).toBeVisible();
  await shot(page, 'commands');
});

test('report', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Alt+2');
  const report = page.frameLocator('iframe[title="Threat modeling report"]');
  await expect(report.getByRole('heading', { name: 'Diagram: Docker Sample' })).toBeVisible();
  await shot(page, 'report');
});

test('template', async ({ page }) => {
  await openSample(page);
  await openFiles(page, templateFile('containers.tb7'));
  await page
    .getByRole('tree', { name: 'Threat categories and types' })
    .getByRole('treeitem', { name: 'Container breakout', exact: true })
    .click();
  await page.getByRole('button', { name: 'Dismiss' }).first().click();
  await expect(page.getByRole('region', { name: 'Try it' })).toBeVisible();
  await shot(page, 'template');
});

test('change of template', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Change the template');
  await page.keyboard.press('Enter');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Kubernetes/ })
    .click();
  await expect(page.getByRole('dialog').getByRole('combobox').first()).toBeVisible();
  await shot(page, 'change-template');
});
