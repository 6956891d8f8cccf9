import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Download, Page } from '@playwright/test';
import { type Model, threatProperty } from '../src/core/document/index.ts';
import { canvas, drawn, modelOf, savedModel } from './canvas-kit.ts';
import { bytesOf, expect, openFiles, templateFile, test } from './fixture.ts';

/** The user's own file where it is there, which CI has; our own sample everywhere. */
const SEED = path.join(import.meta.dirname, '..', '..', 'shared', 'seed', 'docker_sample.tm7');
const files = [{ title: 'our Docker Sample', file: templateFile('docker-sample.tm7') }];
if (existsSync(SEED)) files.push({ title: "the user's Docker Sample", file: SEED });
else console.warn(`SKIPPED: the main job on the user's own file, because ${SEED} is not there`);

async function downloadBy(page: Page, act: () => Promise<void>): Promise<Download> {
  const download = page.waitForEvent('download');
  await act();
  return await download;
}

const titles = (of: Model): (string | undefined)[] =>
  of.threats.map((threat) => threatProperty(threat, 'Title'));

for (const { title, file } of files) {
  test(`${title}: opened, edited, analysed, exported, saved and reopened`, async ({ page }) => {
    const original = modelOf(bytesOf(file));
    await page.goto('/');
    await openFiles(page, file);
    await expect(canvas(page)).toBeVisible();
    for (const name of ['User', 'Container', 'Volume', 'Host', 'Image', 'Secret', 'Docker Registry']) {
      await expect(drawn(page, name)).toBeVisible();
    }
    await expect(page.getByRole('tab', { name: /Threats/ })).toContainText('20');

    // Saved without an edit, the file has the bytes that it had.
    const untouched = await downloadBy(page, () => page.keyboard.press('ControlOrMeta+s'));
    expect(readFileSync(await untouched.path()).equals(readFileSync(file))).toBe(true);

    // Edited: an element gets another name, which undo takes back.
    await drawn(page, 'Volume').click();
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Data volume');
    await expect(drawn(page, 'Data volume')).toBeVisible();
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(drawn(page, 'Volume')).toBeVisible();
    await page.getByRole('button', { name: /^Redo/ }).click();

    // Analysed: a threat gets a state, a priority and a justification.
    await page.keyboard.press('Escape');
    const threat = page.getByRole('option', { name: /Container breakout/ }).first();
    await threat.click();
    await page.getByLabel('State', { exact: true }).selectOption({ label: 'Mitigation Implemented' });
    await page.getByLabel('Justification').fill('Runs without privileges.');
    await expect(page.getByRole('button', { name: /^Mitigation Implemented 1$/ })).toBeVisible();

    // Exported: HTML and PDF.
    await page
      .getByRole('radio', { name: 'Report' })
      .or(page.getByRole('tab', { name: 'Report' }))
      .or(page.getByRole('button', { name: 'Report', exact: true }))
      .first()
      .click();
    const report = page.frameLocator('iframe[title="Threat modeling report"]');
    await expect(report.getByRole('heading', { name: 'Diagram: Docker Sample' })).toBeVisible();
    await expect(report.getByText('Runs without privileges.')).toBeVisible();
    const html = await downloadBy(page, () => page.getByRole('button', { name: 'HTML' }).click());
    const text = readFileSync(await html.path(), 'utf8');
    expect(text.match(/\[Priority: High\]/g)).toHaveLength(20);
    expect(text).toContain('[State: Mitigation Implemented]');
    expect(text).toContain('2026-01-15 09:30:00');
    const pdf = await downloadBy(page, () => page.getByRole('button', { name: 'PDF' }).click());
    expect(
      readFileSync(await pdf.path())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');

    // Saved: only what was edited differs.
    const saved = await savedModel(page);
    expect(titles(saved)).toEqual(titles(original));
    expect(saved.template).toEqual(original.template);
    expect(saved.threats.filter((one) => one.state === 'Mitigated')).toHaveLength(1);

    // Reopened: a reload finds the work in its tab.
    await page.reload();
    await expect(
      page
        .getByRole('tab', { name: /Threats/ })
        .or(page.locator('.report-view'))
        .first(),
    ).toBeVisible();
    const again = await savedModel(page);
    expect(again).toEqual(saved);
  });
}
