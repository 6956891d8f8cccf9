import { axeOn } from './axe-kit.ts';
import { openSample, said, savedModel } from './canvas-kit.ts';
import { setOwner, tab } from './files-kit.ts';
import { bytesOf, expect, test } from './fixture.ts';
import { sceneFile } from './scenes/build.ts';
import { storedFields } from './stored-kit.ts';

test('a save is seen: the way to it beside the name, the word after it, the state that stays', async ({
  page,
}) => {
  await openSample(page);
  const save = page.getByRole('button', { name: 'Save docker-sample.tm7' });
  await expect(save).toHaveCount(0);
  await setOwner(page, 'Ann');
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(bytesOf(await download.path()).includes('Ann')).toBe(true);
  await expect(page.getByRole('status').filter({ hasText: 'docker-sample.tm7 downloaded' })).toBeVisible();
  const files = page.getByRole('navigation', { name: 'Open files' });
  await expect(files.getByText('Downloaded', { exact: true })).toBeVisible();
  // Stored within a second, as every change is.
  await expect.poll(() => storedFields(page, 'models', 'unsaved', 'content.until')).toEqual([[false, 1]]);
  await page.reload();
  await expect(files.getByText('Downloaded', { exact: true })).toBeVisible();
  await setOwner(page, 'Ben');
  await expect(save).toBeVisible();
});

test('many open files: a list of all, a menu for each, an order by drag and by keys', async ({ page }) => {
  await openSample(page);
  const buffer = sceneFile({});
  const more = Array.from({ length: 9 }, (_, index) => ({
    name: `model-${index}.tm7`,
    mimeType: 'application/octet-stream',
    buffer,
  }));
  await page.locator('input[type="file"]').first().setInputFiles(more);
  // Nine files one after the other.
  await expect(tab(page, 'model-8.tm7')).toHaveAttribute('aria-current', 'page', { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Close model-8.tm7' })).toBeInViewport({ ratio: 1 });
  await expect(tab(page, 'docker-sample.tm7')).not.toBeInViewport();
  await page.getByRole('button', { name: 'All open files' }).click();
  const names = page.getByRole('menuitemradio');
  await expect(names).toHaveCount(10);
  expect((await axeOn(page).include('[role="menu"]').analyze()).violations).toEqual([]);
  await names.first().click();
  await expect(tab(page, 'docker-sample.tm7')).toBeInViewport({ ratio: 1 });

  const order = () => page.locator('.model-tab-text').allTextContents();
  await tab(page, 'docker-sample.tm7').focus();
  await page.keyboard.press('Alt+Shift+ArrowRight');
  await said(page, 'docker-sample.tm7 is at place 2 of 10');
  await expect(tab(page, 'docker-sample.tm7')).toBeFocused();
  const to = await tab(page, 'model-2.tm7').boundingBox();
  await tab(page, 'model-0.tm7').dragTo(tab(page, 'model-2.tm7'), {
    targetPosition: { x: (to?.width ?? 0) - 4, y: 10 },
  });
  await expect
    .poll(async () => (await order()).slice(0, 4))
    .toEqual(['docker-sample.tm7', 'model-1.tm7', 'model-2.tm7', 'model-0.tm7']);

  await tab(page, 'model-1.tm7').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Move left' }).click();
  await expect.poll(async () => (await order())[0]).toBe('model-1.tm7');
  await tab(page, 'docker-sample.tm7').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Close the others' }).click();
  await expect.poll(order).toEqual(['docker-sample.tm7']);
  await expect(page.getByRole('button', { name: 'All open files' })).toHaveCount(0);
});

test('the name of the person is asked for once, at the first change that stores it', async ({ page }) => {
  await page.addInitScript(() => {
    if (sessionStorage.getItem('visited') !== null) return;
    sessionStorage.setItem('visited', '1');
    localStorage.removeItem('trustline.name-asked');
  });
  await openSample(page);
  const question = page.getByRole('region', { name: 'Who is changing this model?' });
  const list = page.getByRole('listbox', { name: 'Threats' });
  await list.locator('.threats-row').first().click();
  await page.keyboard.press('4');
  await expect(question).toBeVisible();
  expect((await axeOn(page).include('.name-question').analyze()).violations).toEqual([]);
  // It takes nothing: the keys are still the list's.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: 'Mitigation Implemented 2' })).toBeVisible();
  await question.getByRole('textbox', { name: 'Your name' }).fill('Ann');
  await page.keyboard.press('Enter');
  await expect(question).toHaveCount(0);
  await list.locator('.threats-row').nth(4).click();
  await page.keyboard.press('4');
  const threats = (await savedModel(page)).threats;
  expect(threats.filter(({ changedBy }) => changedBy === 'Trustline')).toHaveLength(2);
  expect(threats.filter(({ changedBy }) => changedBy === 'Ann')).toHaveLength(1);
});
