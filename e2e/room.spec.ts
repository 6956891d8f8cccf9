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
