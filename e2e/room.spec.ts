import { axeOn } from './axe-kit.ts';
import { canvas, openSample, run } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

test('elements are coloured by what is chosen in the legend, presented too, and stay so', async ({
  page,
}) => {
  await openSample(page, 'docker-sample-triaged');
  await run(page, 'Colours of elements');
  const legend = page.getByRole('region', { name: 'Colours of elements' });
  await expect(legend.getByText('All threats handled', { exact: true })).toBeVisible();
  await expect(canvas(page).locator('.canvas-colours [data-hue]').first()).toBeAttached();
  const choice = legend.getByRole('combobox', { name: 'Colour elements by' });
  const property = await choice.locator('option').nth(1).textContent();
  await choice.selectOption({ index: 1 });
  await expect(legend.getByRole('listitem').first()).toContainText(/^A/);
  expect((await axeOn(page).include('.canvas-legend').analyze()).violations).toEqual([]);

  await canvas(page).focus();
  await page.keyboard.press('Alt+Enter');
  await expect(choice).toHaveCount(0);
  await expect(legend).toContainText(property ?? '');
  await page.keyboard.press('Escape');

  await legend.getByRole('button', { name: 'Without colours' }).click();
  await expect(canvas(page).locator('.canvas-colours')).toHaveCount(0);
});

test('flows show their numbers, and a presentation steps through them', async ({ page }) => {
  await openSample(page, 'docker-sample-triaged');
  await run(page, 'Flow numbers');
  const numbers = canvas(page).locator('.canvas-numbers .canvas-number');
  await expect(numbers.first()).toHaveText('1');
  const count = await numbers.count();

  await canvas(page).focus();
  await page.keyboard.press('Alt+Enter');
  const steps = page.getByRole('region', { name: 'Flows, one by one' });
  const marked = canvas(page).locator('.canvas-spotlight .canvas-number');
  await expect(steps).toContainText(`Step through ${count} flows`);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(marked).toHaveText('2');
  await expect(steps).toContainText(new RegExp(`2 of ${count} · .+ · .+ → .+ · \\d+ threat`));
  await expect(page.getByRole('status').filter({ hasText: `2 of ${count}, ` })).toBeAttached();
  await steps.getByRole('button', { name: 'Next flow' }).click();
  await expect(marked).toHaveText('3');
  await page.keyboard.press('ArrowLeft');
  await expect(marked).toHaveText('2');
  await page.keyboard.press('End');
  await expect(marked).toHaveText(`${count}`);
  await page.keyboard.press('Home');
  await expect(marked).toHaveText('1');
  expect((await axeOn(page).include('.canvas-steps').analyze()).violations).toEqual([]);

  // As the browser does at the first Escape.
  await page.evaluate(() => document.exitFullscreen());
  await expect(marked).toHaveCount(0);
  await steps.getByRole('button', { name: 'Full screen again' }).click();
  await expect(steps.getByRole('button', { name: 'Full screen again' })).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(marked).toHaveText('1');

  await page.keyboard.press('Escape');
  await expect(marked).toHaveCount(0);
  await expect(steps).toContainText(`Step through ${count} flows`);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(steps).toHaveCount(0);
});
