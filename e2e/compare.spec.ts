import type { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { drawn, openScene } from './canvas-kit.ts';
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
  const other = page.getByLabel('A model to compare with');
  // The command comes after the first canvas.
  await expect(async () => {
    await page.keyboard.press('Alt+4');
    await expect(other).toBeAttached({ timeout: 2000 });
  }).toPass();
  const buffer = sceneFile(sticksOut);
  await other.setInputFiles({ name: 'earlier.tm7', mimeType: 'application/octet-stream', buffer });
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

/** The scene with another name for the service, and the user elsewhere. */
const version = (name: string, top: number) =>
  ({
    ...sticksOut,
    shapes: [['Web Application', 555, 200, { name }], ['Human User', 50, top], visitor],
    flows: [
      ['Human User', [name, 'West'], { type: 'HTTP', name: 'Order' }],
      ['Visitor', [name, 'East'], { type: 'HTTP', name: 'Visit' }],
    ],
  }) as const;

test('another version is merged, what both changed is asked, and one undo takes it back', async ({
  page,
}) => {
  await openScene(page, version('Shop', 200), { fileName: 'ours.tm7' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands and search' }).fill('Merge');
  await page.getByRole('option', { name: /^Merge…/ }).click();
  const merging = page.getByRole('dialog', { name: 'Merge into ours.tm7' });
  const give = (label: string, name: string, buffer: Buffer) =>
    merging
      .locator(`input[aria-label="${label}"]`)
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await give('The other version', 'theirs.tm7', sceneFile(version('Portal', 320)));
  await give('The version that both come from', 'base.tm7', sceneFile(sticksOut));
  const question = merging.getByRole('group', { name: /Name.*element "Shop"/ });
  await expect(question.getByRole('radio')).toHaveCount(2);
  await expect(merging.getByRole('radio')).toHaveCount(2);
  await expect(question.getByRole('radio', { name: /This one:.*Shop/ })).toBeChecked();
  expect((await axeOn(page).analyze()).violations).toEqual([]);
  await question.getByRole('radio', { name: /The other:.*Portal/ }).check();
  // An answer is about the versions that it was given for.
  await give('The other version', 'later.tm7', sceneFile(version('Portal', 360)));
  await expect(question.getByRole('radio', { name: /This one:.*Shop/ })).toBeChecked();
  await question.getByRole('radio', { name: /The other:.*Portal/ }).check();
  await merging.getByRole('button', { name: 'Merge into this one' }).press('Enter');
  await expect(merging).toBeHidden();
  await expect(drawn(page, 'Portal')).toBeVisible();
  await expect(page).toHaveTitle('● ours.tm7 – Trustline');
  await page.keyboard.press('Control+z');
  await expect(drawn(page, 'Shop')).toBeVisible();
  await expect(page).toHaveTitle('ours.tm7 – Trustline');
});
