import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { openScene } from './canvas-kit.ts';
import { bytesOf, expect, test } from './fixture.ts';
import { sceneFile } from './scenes/build.ts';
import { sticksOut } from './scenes/stride.ts';

const [, , visitor] = sticksOut.shapes ?? [];
if (visitor === undefined) throw new Error('The scene has a visitor');

/** The same model later: one name and one place are others, one shape came. */
const LATER = {
  ...sticksOut,
  shapes: [
    ['Web Application', 555, 200, { name: 'Shop' }],
    ['Human User', 50, 300],
    visitor,
    ['SQL Database', 555, 500, { name: 'Orders' }],
  ],
  flows: [
    ['Human User', ['Shop', 'West'], { type: 'HTTP', name: 'Order' }],
    ['Visitor', ['Shop', 'East'], { type: 'HTTP', name: 'Visit' }],
  ],
} as const;

const dialog = (page: Page) => page.getByRole('dialog', { name: /^From earlier\.tm7 to later\.tm7$/ });
const list = (page: Page) => dialog(page).getByRole('tree', { name: 'Differences by group' });
const row = (page: Page, name: RegExp) => list(page).getByRole('treeitem', { name });

test('two models are compared by the keyboard, and a difference is taken over and back', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openScene(page, LATER, { fileName: 'later.tm7' });
  await page.keyboard.press('Alt+4');
  const buffer = sceneFile(sticksOut);
  await page
    .getByLabel('A model to compare with')
    .setInputFiles({ name: 'earlier.tm7', mimeType: 'application/octet-stream', buffer });
  await expect(list(page)).toBeFocused();
  await expect(row(page, /^Added\s*Orders element/)).toBeVisible();
  await expect(row(page, /^Changed\s*Shop element name: Web Application → Shop/)).toBeVisible();
  await expect(row(page, /^Moved\s*Human User/)).toBeVisible();
  await expect(dialog(page).getByRole('img', { name: 'Diagram 1 of earlier.tm7' })).toBeVisible();
  expect((await axeOn(page).analyze()).violations).toEqual([]);

  await page.keyboard.press('ArrowDown');
  await expect(row(page, /^Added\s*Orders element/)).toHaveAttribute('aria-selected', 'true');
  await dialog(page).getByRole('combobox', { name: 'Which differences are listed' }).selectOption('lasting');
  await expect(row(page, /^Moved\s*Human User/)).toHaveCount(0);
  await dialog(page).getByRole('searchbox', { name: 'Search differences' }).fill('shop');
  await expect(row(page, /^Added\s*Orders element/)).toHaveCount(0);
  await list(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  const detail = dialog(page).getByRole('region', { name: 'The difference' });
  await expect(detail.getByRole('definition')).toHaveText(['Web Application', 'Shop']);

  await dialog(page).getByRole('button', { name: 'Take over from earlier.tm7' }).press('Enter');
  await expect(dialog(page).getByText('1 difference taken over.')).toBeVisible();
  await expect(page).toHaveTitle('● later.tm7 – Trustline');
  await expect(row(page, /^Changed\s*Shop element/)).toHaveCount(0);
  await dialog(page).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(row(page, /^Changed\s*Shop element name/)).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Report' }).press('Enter');
  const [report] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'As HTML, with pictures' }).press('Enter'),
  ]);
  expect(report.suggestedFilename()).toBe('later-changes.html');
  expect(bytesOf(await report.path()).toString('utf8')).toContain('Web Application');

  await page.emulateMedia({ colorScheme: 'dark' });
  await dialog(page).getByRole('button', { name: 'Over each other, with a slider' }).click();
  const slider = dialog(page).getByRole('slider', { name: 'How much of the diagram before is seen' });
  await slider.press('ArrowRight');
  await expect(slider).toHaveValue('51');
  expect((await axeOn(page).analyze()).violations).toEqual([]);

  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveTitle('later.tm7 – Trustline');
});
