import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { writeModel } from '../src/core/codec/index.ts';
import { axeOn } from './axe-kit.ts';
import { openSample, sampleModel } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

const frame = (page: Page) => page.frameLocator('iframe[title="Threat modeling report"]');

/** Holds the worker of the reports back, as a large model would, until it is let go. */
async function holdWorker(page: Page): Promise<() => void> {
  let letGo = (): void => undefined;
  const free = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/report-worker/, async (route) => {
    await free;
    await route.continue();
  });
  return letGo;
}

test('the report is made beside the page, which can be used and the work stopped', async ({ page }) => {
  const letGo = await holdWorker(page);
  await openSample(page);
  await page.keyboard.press('Alt+2');
  await expect(page.getByText('Preparing the report…')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('The report was cancelled.')).toBeVisible();
  await expect(frame(page).locator('h1')).toHaveCount(0);
  letGo();
  await page.getByRole('button', { name: 'Show the report' }).click();
  await expect(frame(page).getByRole('heading', { name: 'Diagram: Docker Sample' })).toBeVisible();
  await expect(page.getByText('The report was cancelled.')).toHaveCount(0);
  // Each picture of an interaction shows what it refers to.
  const shown = frame(page).locator('.interaction figure svg use').first();
  await expect.poll(async () => (await shown.boundingBox())?.width ?? 0).toBeGreaterThan(10);
});

test('an export that takes a while says so and can be stopped', async ({ page }) => {
  const letGo = await holdWorker(page);
  await openSample(page);
  let downloads = 0;
  page.on('download', () => {
    downloads += 1;
  });
  await page.keyboard.press('Alt+2');
  await page.getByRole('button', { name: 'PDF' }).click();
  const notice = page.getByRole('listitem').filter({ hasText: 'Writing docker-sample.pdf…' });
  await expect(notice).toBeVisible();
  await notice.getByRole('button', { name: 'Cancel' }).click();
  await expect(notice).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'PDF' })).toHaveAttribute('aria-disabled', 'false');
  letGo();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  const written = readFileSync(await (await download).path());
  expect(written.subarray(0, 5).toString()).toBe('%PDF-');
  expect(downloads).toBe(1);
});

test('the options change the report beside them, are kept, and hold for what is exported', async ({
  page,
}) => {
  await openSample(page);
  await page.keyboard.press('Alt+2');
  const options = page.getByRole('region', { name: 'Options of the report' });
  const report = frame(page);
  await expect(report.getByRole('heading', { name: 'Diagram: Docker Sample' })).toBeVisible();
  await expect(report.getByText('0 of 20 threats are handled (0%), 20 are open.')).toBeVisible();
  await options.getByRole('radio', { name: 'Full' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(options.getByRole('radio', { name: 'Summary' })).toBeChecked();
  await expect(report.getByRole('heading', { name: 'Diagram: Docker Sample' })).toHaveCount(0);
  await expect(report.getByRole('heading', { name: 'Register' })).toBeVisible();
  await options.getByText('States all').click();
  await options.getByRole('checkbox', { name: 'Not Started' }).uncheck();
  await expect(report.getByText(/^Shown: 0 of 20 threats/)).toBeVisible();
  await options.getByText('Cover', { exact: true }).click();
  await options.getByLabel('Classification').fill('Strictly <b>internal');
  await expect(report.getByText('Strictly <b>internal')).toBeVisible();
  await options
    .getByLabel('Logo (PNG or JPEG)')
    .setInputFiles({ name: 'x.png', mimeType: 'image/png', buffer: Buffer.from('<svg></svg>') });
  await expect(options.getByRole('alert')).toHaveText(/^x\.png is no PNG or JPEG/);
  const asFile = page.waitForEvent('download');
  await options.getByRole('button', { name: 'Save as a file' }).click();
  expect(JSON.parse(readFileSync(await (await asFile).path(), 'utf8'))).toMatchObject({ layout: 'summary' });
  const exported = page.waitForEvent('download');
  await page.getByRole('button', { name: 'HTML' }).click();
  const html = readFileSync(await (await exported).path(), 'utf8');
  expect(html).toContain('Strictly &lt;b&gt;internal');
  expect(html).toContain('script-src');
  // The same model opened again.
  await page.getByRole('button', { name: 'Close docker-sample.tm7' }).click();
  await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
  await openSample(page);
  await page.keyboard.press('Alt+2');
  await expect(report.getByText('Strictly <b>internal')).toBeVisible();
  await options.getByRole('button', { name: 'Reset' }).click();
  await expect(report.getByRole('heading', { name: 'Diagram: Docker Sample' })).toBeVisible();
});

test('an older file says what changed since, in the report and in the Word document', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Alt+2');
  const options = page.getByRole('region', { name: 'Options of the report' });
  const changes = frame(page).getByRole('heading', { name: 'What changed since last-report.tm7' });
  const file = options.getByLabel('The file of an older state');
  const { threats, ...model } = sampleModel();
  const older = { ...model, threats: threats.slice(2) };
  await file.setInputFiles({
    name: 'last-report.tm7',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(writeModel(older)),
  });
  await expect(changes).toBeVisible();
  await expect(frame(page).getByText(/^New: /)).toHaveCount(2);
  // A file that cannot be read is told, and what was chosen stays.
  await file.setInputFiles({ name: 'x.tm7', mimeType: 'application/octet-stream', buffer: Buffer.from('x') });
  await expect(page.getByText(/x\.tm7/)).toBeVisible();
  await expect(options.getByText('last-report.tm7', { exact: true })).toBeVisible();
  expect((await axeOn(page).include('.report-options').analyze()).violations).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Word' }).click();
  const parts = unzipSync(readFileSync(await (await download).path()));
  const text = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  expect(text).toContain('What changed since last-report.tm7');
  await options.getByRole('button', { name: 'Do not compare with last-report.tm7' }).click();
  await expect(changes).toHaveCount(0);
  await expect(options.getByRole('button', { name: 'An older file…' })).toBeFocused();
});
