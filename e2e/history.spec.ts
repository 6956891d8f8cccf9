import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { openSample } from './canvas-kit.ts';
import { save, setOwner } from './files-kit.ts';
import { expect, test } from './fixture.ts';
import { storedFields } from './stored-kit.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'History of docker-sample.tm7' });
const states = (page: Page) => dialog(page).getByRole('listbox', { name: 'Kept states' });
const owner = (page: Page) => page.getByRole('textbox', { name: 'Owner' });

test('saves are kept, compared, named and restored by the keyboard, and are there after a reload', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openSample(page);
  for (const name of ['Ada', 'Bob']) {
    await setOwner(page, name);
    await save(page);
  }
  await setOwner(page, 'Cy');
  await page.getByRole('button', { name: 'History of docker-sample.tm7, which is not saved' }).press('Enter');
  await expect(states(page).getByRole('option')).toHaveText([/Saved/, /Saved/, /As opened/]);
  expect((await axeOn(page).analyze()).violations).toEqual([]);

  await expect(states(page)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const comparing = page.getByRole('dialog', {
    name: /^From docker-sample\.tm7, saved .* to docker-sample\.tm7$/,
  });
  await expect(comparing.getByRole('treeitem', { name: /Ada → Cy/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('combobox', { name: 'A kept state' }).getByRole('option')).toHaveCount(3);
  await page.keyboard.press('Escape');

  await page.keyboard.press('Alt+5');
  await states(page).press('End');
  await states(page).press('ArrowUp');
  await dialog(page).getByRole('textbox', { name: 'Name of the state' }).fill('Before the audit');
  await dialog(page).getByRole('textbox', { name: 'Name of the state' }).press('Enter');
  await expect(states(page).getByRole('option').nth(1)).toHaveText(/Before the audit/);
  await states(page).press('Delete');
  await expect(states(page).getByRole('option')).toHaveCount(2);
  await dialog(page).getByRole('button', { name: 'Undo' }).press('Enter');
  await expect(states(page).getByRole('option', { selected: true })).toHaveText(/Before the audit/);
  await dialog(page).getByRole('button', { name: 'Restore' }).press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(owner(page)).toHaveValue('Ada');
  await page.keyboard.press('Control+z');
  await expect(owner(page)).toHaveValue('Cy');
  await expect.poll(() => storedFields(page, 'revisions')).toHaveLength(4);

  page.on('dialog', (asked) => void asked.accept());
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(owner(page)).toHaveValue('Cy');
  await page.keyboard.press('Control+Shift+z');
  await expect(owner(page)).toHaveValue('Ada');
  // The command comes after the first canvas.
  await expect(async () => {
    await page.keyboard.press('Alt+5');
    await expect(states(page)).toBeVisible({ timeout: 2000 });
  }).toPass();
  // What was not saved was kept before something else took its place.
  await expect(states(page).getByRole('option')).toHaveText([
    /In between/,
    /Saved/,
    /Saved.*Before the audit/,
    /As opened/,
  ]);
  expect((await axeOn(page).analyze()).violations).toEqual([]);
});
