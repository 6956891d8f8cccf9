import type { Page } from '@playwright/test';
import { writeModel } from '../src/core/codec/index.ts';
import { openTwo, sampleModel, savedModel } from './canvas-kit.ts';
import { expect, NOW_STORED, openApp, openFiles, test } from './fixture.ts';

const notes = (page: Page) => page.getByRole('tab', { name: /Notes/ });
const draft = (page: Page) => page.getByLabel('New note');

test('a note being written stays with its model, over other tabs and models', async ({ page }) => {
  await openTwo(page);
  await notes(page).click();
  await draft(page).fill('Half a thought');
  await page.getByRole('tab', { name: /Threats/ }).click();
  await notes(page).click();
  await expect(draft(page)).toHaveValue('Half a thought');
  await draft(page).focus();
  await page.keyboard.press('ControlOrMeta+Alt+PageUp');
  await expect(draft(page)).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Alt+PageDown');
  await expect(draft(page)).toHaveValue('Half a thought');
  // Saving takes nothing away and adds nothing by itself.
  expect((await savedModel(page)).notes).toHaveLength(0);
  await expect(draft(page)).toHaveValue('Half a thought');
});

test('adding and deleting keep the focus in the panel', async ({ page }) => {
  await openTwo(page);
  await notes(page).click();
  await draft(page).fill('First');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(draft(page)).toBeFocused();
  await page.keyboard.type('Second');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(draft(page)).toBeFocused();
  await page.getByRole('button', { name: 'Delete note 1' }).click();
  await expect(draft(page)).toBeFocused();
  expect((await savedModel(page)).notes.map(({ message }) => message)).toEqual(['Second']);
});

test('a note being changed is in the document at once and in no other model', async ({ page }) => {
  await openTwo(page);
  await notes(page).click();
  await draft(page).fill('First');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.getByLabel('Note 1', { exact: true }).fill('Changed');
  await expect(page.getByText('1 · 2026-01-15 09:30', { exact: false })).toBeVisible();
  expect((await savedModel(page)).notes).toMatchObject([{ message: 'Changed', date: NOW_STORED }]);
  await page.keyboard.press('ControlOrMeta+Alt+PageUp');
  expect((await savedModel(page)).notes).toEqual([]);
});

test('of three thousand notes as many are drawn as fit, and each can be changed', async ({ page }) => {
  const model = sampleModel();
  const notes3000 = Array.from({ length: 3000 }, (_, n) => ({
    id: n + 1,
    message: `Thought ${n + 1}`,
    date: NOW_STORED,
    addedBy: 'Ada',
  }));
  const buffer = Buffer.from(writeModel({ ...model, notes: notes3000 }));
  await openApp(page);
  await openFiles(page, { name: 'notes.tm7', buffer });
  await notes(page).click();
  const items = page.getByRole('tabpanel', { name: /Notes/ }).getByRole('listitem');
  await expect(page.getByLabel('Note 1', { exact: true })).toHaveValue('Thought 1');
  expect(await items.count()).toBeLessThan(100);
  const panel = page.getByRole('tabpanel', { name: /Notes/ });
  const last = page.getByLabel('Note 3000', { exact: true });
  // Heights are measured as notes come into view, so that the end may move.
  await expect(async () => {
    await panel.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await expect(last).toBeInViewport({ timeout: 500 });
  }).toPass();
  await last.fill('The last');
  // What is written to stays, however far the list is scrolled.
  await panel.evaluate((scroller) => scroller.scrollTo(0, 0));
  await expect(page.getByLabel('Note 1', { exact: true })).toBeInViewport();
  await page.keyboard.type(' word');
  await expect(last).toHaveValue('The last word');
  expect((await savedModel(page)).notes.at(-1)?.message).toBe('The last word');
});
