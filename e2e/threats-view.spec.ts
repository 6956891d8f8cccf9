import { readFile } from 'node:fs/promises';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { axeOn } from './axe-kit.ts';
import { drawn, openSample, run } from './canvas-kit.ts';
import { save } from './files-kit.ts';
import { expect, test } from './fixture.ts';

test('the search asks for fields, offers their values, and keeps the flows of an element when pinned', async ({
  page,
}) => {
  await openSample(page);
  const search = page.getByLabel('Search threats');
  await search.click();
  await page.keyboard.type('targ');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('option', { name: /^Volume 3$/ })).toBeVisible();
  await page.keyboard.type('vol');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(search).toHaveValue('target:"Volume"');
  await expect(page.getByText('3 of 20')).toBeVisible();
  await page.getByRole('button', { name: /^Not Started 20$/ }).click();
  await expect(search).toHaveValue('target:"Volume" state:not-started');
  await search.fill('is:odd');
  await expect(page.getByText('“odd” means nothing to is:')).toBeVisible();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(search).toHaveValue('');
  await drawn(page, 'Secret').click();
  await expect(page.getByText('4 of 20')).toBeVisible();
  await page.getByRole('button', { name: 'Keep this filter when the selection changes' }).click();
  await drawn(page, 'Volume').click();
  await expect(page.getByText('4 of 20')).toBeVisible();
  await page.getByRole('button', { name: 'Show the threats of all flows' }).click();
  await expect(page.getByText('20 threats', { exact: true })).toBeAttached();
});

test('the view of the threats has their progress, the interaction drawn, and keys for all of it', async ({
  page,
}) => {
  await openSample(page);
  await page.keyboard.press('Alt+3');
  const list = page.getByRole('treegrid', { name: 'Threats' });
  await expect(list).toBeFocused();
  await expect(page.getByText('0 of 20 handled, 0 %')).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('4');
  await expect(page.getByText('1 of 20 handled, 5 %')).toBeVisible();
  const detail = page.getByRole('region', { name: 'Selected threat' });
  await expect(detail.getByText('1 of 20', { exact: true })).toBeVisible();
  await expect(detail.getByRole('img')).toHaveJSProperty('complete', true);
  expect(await detail.getByRole('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(
    50,
  );
  await list.getByRole('row', { name: 'Container network traffic' }).first().click({ button: 'right' });
  await page
    .getByRole('menuitem', { name: 'Answer all listed threats of the same type like this one' })
    .click();
  await expect(page.getByText('6 of 20 handled, 30 %')).toBeVisible();
  await expect(list).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('1 of 20 handled, 5 %')).toBeVisible();
  await page.keyboard.press('.');
  await expect(detail.getByText('2 of 20', { exact: true })).toBeVisible();
  await page.keyboard.press('p');
  await expect(detail.getByLabel('Priority')).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(detail.getByLabel('Title', { exact: true })).toBeFocused();
  await detail.getByRole('button', { name: 'Next threat' }).click();
  await expect(detail.getByText('3 of 20', { exact: true })).toBeVisible();
  await detail.getByText('Why this threat').click();
  await expect(detail.getByText('It comes where these fit together:')).toBeVisible();
  await expect(detail.getByRole('img', { name: 'holds', exact: true }).first()).toBeVisible();
  await page.getByText('1 of 20 handled, 5 %').click();
  await page.getByRole('button', { name: 'High, 1 of 20 handled' }).click();
  await expect(page.getByLabel('Search threats')).toHaveValue('priority:high');
  // The same list is found again beside the diagram.
  await page.keyboard.press('Alt+1');
  await expect(page.getByLabel('Search threats')).toHaveValue('priority:high');
});

test('how many threats are handled is told by the tab of the diagram, on flows if wanted, and of a recent file', async ({
  page,
}) => {
  await openSample(page);
  const tab = page.getByRole('tab', { name: 'Docker Sample', exact: true });
  await expect(tab).toHaveAttribute('title', 'Docker Sample: 0 of 20 threats handled');
  const counts = page.getByRole('group', { name: 'Threats handled, of all, on flows and elements' });
  await expect(counts).toHaveCount(0);
  await run(page, 'Show how many threats are handled');
  await expect(counts.getByText('0/3')).not.toHaveCount(0);
  await expect(counts.getByText('3/3')).toHaveCount(0);
  await drawn(page, 'Volume').click();
  const list = page.getByRole('listbox', { name: 'Threats' });
  await list.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('4');
  // Of the flow, and of the element that it alone ends at.
  await expect(counts.getByText('3/3')).toHaveCount(2);
  await expect(tab).toHaveAttribute('title', 'Docker Sample: 3 of 20 threats handled');
  const { violations } = await axeOn(page).analyze();
  expect(violations).toEqual([]);
  await page.reload();
  await expect(counts.getByText('3/3')).toHaveCount(2, { timeout: 20_000 });
  await save(page);
  await page.getByRole('button', { name: 'Start page' }).click();
  await expect(page.getByRole('button', { name: /^docker-sample\.tm7 3 of 20 handled copy/ })).toBeVisible();
});

test('a list that was worked on elsewhere comes back, seen first and undone in one step', async ({
  page,
}) => {
  await openSample(page);
  await page.keyboard.press('Alt+2');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV', exact: true }).click();
  const list = await readFile(await (await download).path(), 'utf8');
  const windows = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('menuitem', { name: 'CSV (Windows tool)' }).click();
  expect(await readFile(await (await windows).path(), 'utf8')).toMatch(/^Id,Title,Category,Diagram,/);
  const excel = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Lists' }).click();
  await page.getByRole('menuitem', { name: 'Excel workbook' }).click();
  const workbook = await readXlsx(await readFile(await (await excel).path()));
  await page.keyboard.press('Alt+3');
  await run(page, 'Import a list of threats');
  const dialog = page.getByRole('dialog');
  // A workbook, whatever it is called.
  const choose = (list: string | Uint8Array) =>
    dialog.getByLabel('List (CSV or Excel)').setInputFiles({
      name: 'threats.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(list),
    });
  await choose('');
  await expect(dialog.getByRole('alert')).toHaveText('The list has no header and no rows.');
  await choose(list.replace('Not Started', 'Mitigated'));
  await expect(dialog.getByText('20 threats found, 1 value to change.')).toBeVisible();
  await expect(dialog.getByRole('cell', { name: 'Mitigation Implemented' })).toBeVisible();
  const { violations } = await axeOn(page).include('[role="dialog"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await choose('PK');
  await expect(dialog.getByRole('alert')).toHaveText(
    'The file is no Excel workbook (.xlsx), or a damaged one.',
  );
  const sheets = workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map((cell) => (cell === 'Not Started' ? 'Not Applicable' : cell))),
  }));
  await choose(await writeXlsx({ sheets }));
  await expect(dialog.getByText('20 threats found, 20 values to change.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('20 of 20 handled, 100 %')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('0 of 20 handled, 0 %')).toBeVisible();
});

test('a risk is accepted: who answers for it, until when, where, and how large it is', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Alt+3');
  await run(page, 'Properties of risks');
  const dialog = page.getByRole('dialog');
  for (const name of ['Owner', 'Due date', 'Tracker: a link', /^CVSS/, 'Likelihood', 'Impact'])
    await dialog.getByLabel(name).check();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await page.getByRole('treegrid', { name: 'Threats' }).focus();
  await page.keyboard.press('ArrowDown');
  const detail = page.getByRole('region', { name: 'Selected threat' });
  await detail.getByLabel('Owner').fill('Ann');
  await detail.getByLabel('Due Date').fill('2020-12-31');
  await expect(detail.getByText('This date has passed.')).toBeVisible();
  // A file may hold any address.
  await detail.getByLabel('Tracker').fill('javascript:alert(1)');
  await expect(detail.getByText('No address that can be opened')).toBeVisible();
  await expect(detail.getByRole('link')).toHaveCount(0);
  await detail.getByLabel('Tracker').fill('https://jira.example/SEC-1');
  await expect(detail.getByRole('link', { name: 'Open https://jira.example/SEC-1' })).toHaveAttribute(
    'rel',
    'noopener noreferrer',
  );
  await detail.getByRole('button', { name: 'Calculate' }).click();
  for (const name of ['(VC)', '(VI)', '(VA)']) await detail.getByLabel(name).selectOption('High');
  await expect(detail.getByText('9.3 Critical (CVSS-B)')).toBeVisible();
  await expect(detail.getByLabel('CVSS', { exact: true })).toHaveValue(
    /^CVSS:4\.0\/AV:N\/.*\/VC:H\/VI:H\/VA:H\//,
  );
  await detail.getByLabel('Likelihood').selectOption('High');
  await detail.getByLabel('Impact').selectOption('Medium');
  await expect(detail.getByText('Likelihood × impact: 6 of 9, high')).toBeVisible();
  const { violations } = await axeOn(page).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByLabel('Search threats').fill('owner:ann');
  await expect(page.getByText('1 of 20', { exact: true }).first()).toBeVisible();
});
