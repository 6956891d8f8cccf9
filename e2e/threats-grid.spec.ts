import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { openSample, run } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

const table = (page: Page) => page.getByRole('treegrid', { name: 'Threats' });
const head = (page: Page, name: string) => table(page).getByRole('columnheader', { name });
const captions = async (page: Page) =>
  (await table(page).getByRole('columnheader').allInnerTexts()).join(' ');
const ids = (page: Page) => table(page).locator('[data-column="id"]').allInnerTexts();
/** Faults of what is open: the table with its bar, or a dialog. */
const violations = async (page: Page, part = '.threats') =>
  (await axeOn(page).include(part).analyze()).violations.map(({ id }) => id);

async function openTable(page: Page): Promise<void> {
  await openSample(page);
  await page.keyboard.press('Alt+3');
  await expect(table(page)).toBeFocused();
}

test('the table is arranged, sorted, edited and selected by the pointer, and found again as it was left', async ({
  page,
}) => {
  await openTable(page);
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Diagram' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Category' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => captions(page)).toBe('Id Title State Priority Justification Diagram');
  // A caption is dragged by its middle, its edge by the edge.
  const state = await head(page, 'State').boundingBox();
  const title = await head(page, 'Title').boundingBox();
  if (state === null || title === null) throw new Error('The captions are not drawn');
  await page.mouse.move(state.x + 40, state.y + 10);
  await page.mouse.down();
  await page.mouse.move(title.x + 20, state.y + 12, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => captions(page)).toBe('Id State Title Priority Justification Diagram');
  const edge = await head(page, 'Title').boundingBox();
  if (edge === null) throw new Error('The captions are not drawn');
  await page.mouse.move(edge.x + edge.width - 1, edge.y + 10);
  await page.mouse.down();
  await page.mouse.move(edge.x + edge.width - 61, edge.y + 10, { steps: 3 });
  await page.mouse.up();
  await expect.poll(async () => (await head(page, 'Title').boundingBox())?.width).toBe(edge.width - 60);
  await page.getByLabel('Group by').selectOption('none');
  await head(page, 'Title').getByRole('button').click();
  await expect(head(page, 'Title')).toHaveAttribute('aria-sort', 'ascending');
  await expect.poll(async () => (await ids(page))[0]).toBe('7');
  await page.getByLabel('Group by').selectOption('state');
  await head(page, 'Title').getByRole('button').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Order of the file' }).click();
  await expect(head(page, 'Title')).not.toHaveAttribute('aria-sort');
  // Each edit in a cell is one step.
  const first = table(page).getByRole('row').filter({ hasText: 'Container network traffic' }).first();
  await first.getByRole('button', { name: 'Not Started' }).click();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('menuitemradio', { name: 'Mitigation Implemented' }).click();
  await expect(page.getByText('1 of 20 handled, 5 %')).toBeVisible();
  await expect(table(page)).toBeFocused();
  await expect(
    table(page).getByRole('checkbox', { name: 'Select Mitigation Implemented, 1 threat' }),
  ).toBeChecked();
  await table(page).getByRole('checkbox', { name: 'Select Not Started, 19 threats' }).click();
  await expect(page.getByRole('region', { name: 'Selected threat' })).toContainText('20 threats');
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('0 of 20 handled, 0 %')).toBeVisible();
  await expect(table(page).getByText('Secrets leak')).toHaveCount(0);
  await page.reload();
  await page.getByRole('button', { name: 'Threats', exact: true }).click();
  await expect(page.getByLabel('Group by')).toHaveValue('state');
  await expect.poll(() => captions(page)).toBe('Id State Title Interaction Priority Justification Diagram');
});

test('the table is walked, arranged and written in by keys', async ({ page }) => {
  await openTable(page);
  const cell = table(page).locator('[data-active]');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(cell).toHaveText('Container network traffic');
  await expect(table(page)).toHaveAttribute('aria-activedescendant', (await cell.getAttribute('id')) ?? '');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Title of threat 1' })).toBeFocused();
  await page.keyboard.type('Sniffing');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Justification of threat 1' })).toBeFocused();
  expect(await violations(page)).toEqual([]);
  await page.keyboard.type('Encrypted');
  await page.keyboard.press('Enter');
  await expect(table(page)).toBeFocused();
  await expect(table(page).getByRole('row', { name: 'Sniffing' })).toContainText('Encrypted');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Given up');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(table(page).getByRole('row', { name: 'Sniffing' })).not.toContainText('Encrypted');
  // A pick in the cell before, then a range and a group.
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menu', { name: 'Priority' })).toBeVisible();
  // Both in one task, as a fast hand gives them to a busy page.
  await page
    .getByRole('menu', { name: 'Priority' })
    .getByRole('menuitemradio')
    .first()
    .evaluate((first) => {
      first.focus();
      for (const key of ['End', 'Enter'])
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
    });
  await expect(table(page).getByRole('row', { name: 'Sniffing' })).toContainText('Low');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const detail = page.getByRole('region', { name: 'Selected threat' });
  await expect(detail).toContainText('3 threats');
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(detail).toContainText('Select a threat');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await expect(detail).toContainText('3 threats');
  // The captions have keys of their own.
  await page.keyboard.press('Tab');
  await expect(head(page, 'Id').getByRole('button')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect.poll(() => captions(page)).toBe('Id Title Category State Justification Priority');
  const wide = (await head(page, 'Justification').boundingBox())?.width ?? 0;
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await head(page, 'Justification').boundingBox())?.width).toBe(wide - 16);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(head(page, 'Justification')).toHaveAttribute('aria-sort', 'descending');
});

test('many threats are edited together, their justifications copied and replaced, and a view of them kept', async ({
  page,
}) => {
  await openTable(page);
  const dialog = page.getByRole('dialog');
  const row = (id: number) =>
    table(page)
      .getByRole('row')
      .filter({ has: page.getByText(String(id), { exact: true }) });
  await table(page)
    .getByRole('checkbox', { name: /^Select HTTPS .* Secret/ })
    .click();
  await run(page, 'Edit the selected threats together');
  await expect(dialog.getByText('Edit 4 threats together')).toBeVisible();
  await dialog.getByLabel('State', { exact: true }).selectOption('Mitigated');
  await dialog.getByLabel('Title', { exact: true }).fill('Secrets leak');
  await dialog.getByLabel('Comments', { exact: true }).fill('Agreed on Monday');
  await expect(dialog.getByRole('checkbox', { name: 'Set Comments' })).toBeChecked();
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Change 4 threats' }).click();
  await expect(page.getByText('4 of 20 handled, 20 %')).toBeVisible();
  await expect(table(page).getByText('Secrets leak')).toHaveCount(4);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('0 of 20 handled, 0 %')).toBeVisible();
  // One of them is justified, the others get the same.
  await row(5).locator('[data-column="justification"]').dblclick();
  await page.keyboard.type('TLS 1.2 and a vault');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await row(7).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Copy the justification to the other selected threats' }).click();
  await expect(row(7)).toContainText('TLS 1.2 and a vault');
  await run(page, 'Find and replace in justifications');
  await dialog.getByLabel('Find').fill('tls 1.2');
  await dialog.getByLabel('Replace with').fill('TLS 1.3');
  await expect(dialog.getByRole('status')).toHaveText('3 places in 3 threats');
  await dialog.getByLabel('Match upper and lower case').check();
  await expect(dialog.getByRole('status')).toHaveText('Not found.');
  await dialog.getByLabel('Match upper and lower case').uncheck();
  await dialog.getByLabel('In', { exact: true }).selectOption('all');
  await expect(dialog.getByRole('region', { name: 'What changes' })).toContainText(
    'TLS 1.2TLS 1.3 and a vault',
  );
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Replace all' }).click();
  await expect(row(6)).toContainText('TLS 1.3 and a vault');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(6)).toContainText('TLS 1.2 and a vault');
  await page.getByLabel('Search threats').fill('has:justification');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Keep or change views' }).click();
  await dialog.getByLabel('Name of the present view').fill('Justified');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('Name of Justified').fill('With reasons');
  await page.keyboard.press('Tab');
  await expect(dialog.getByLabel('Name of With reasons')).toHaveValue('With reasons');
  expect(await violations(page, '[role="dialog"]')).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('Search threats').fill('');
  await page.keyboard.press('Alt+1');
  await run(page, 'Show threats: With reasons');
  await expect(page.getByLabel('Search threats')).toHaveValue('has:justification');
  await expect(page.getByText('3 of 20', { exact: true })).toBeVisible();
});
