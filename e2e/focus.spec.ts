import type { Page } from '@playwright/test';
import { canvas, drawn, run } from './canvas-kit.ts';
import { expect, openFiles, templateFile, test } from './fixture.ts';

async function open(page: Page): Promise<void> {
  await page.goto('/');
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(drawn(page, 'Container')).toBeVisible();
}

test.describe('a dialog that closes gives the focus back', () => {
  test('to the canvas when it was there', async ({ page }) => {
    await open(page);
    for (const [keys, name] of [
      ['ControlOrMeta+k', 'Commands and search'],
      ['?', 'Keyboard shortcuts'],
      ['ControlOrMeta+,', 'Settings'],
      ['ControlOrMeta+Alt+n', 'New model'],
    ] as const) {
      await canvas(page).focus();
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(canvas(page)).toBeFocused();
    }
  });

  test('to the field or button that had it', async ({ page }) => {
    await open(page);
    const owner = page.getByLabel('Owner');
    await owner.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(owner).toBeFocused();
    const button = page.getByRole('button', { name: 'Commands and search' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });

  test('to the canvas when nothing had it, or what had it is gone', async ({ page }) => {
    await open(page);
    await drawn(page, 'Container').click();
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(canvas(page)).toBeFocused();
  });

  test('after one dialog followed the other', async ({ page }) => {
    await open(page);
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('keyboard shortcuts');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(canvas(page)).toBeFocused();
  });

  test('but leaves it to what a command of the palette opened', async ({ page }) => {
    await open(page);
    await drawn(page, 'Container').click();
    await run(page, 'Rename');
    await expect(canvas(page).getByRole('textbox')).toBeFocused();
  });
});
