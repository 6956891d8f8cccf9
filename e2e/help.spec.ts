import { axeOn } from './axe-kit.ts';
import { canvas, openScene, run } from './canvas-kit.ts';
import { expect, openApp, test } from './fixture.ts';
import type { Scene } from './scenes/scene.ts';

/** A flow that ends nowhere: what is wrong with it is a message. */
const loose: Scene = {
  template: 'stride-core',
  shapes: [['Web Application', 100, 100]],
  flows: [[['Web Application', 'East'], { x: 400, y: 140 }, { type: 'HTTPS', name: 'Loose' }]],
};

test('a message leads to its explanation, and the help is searched, by keys alone', async ({ page }) => {
  await openScene(page, loose, { panels: true });
  await page.getByRole('tab', { name: /^Messages/ }).click();
  const message = page.getByRole('listitem').filter({ hasText: 'is attached with only one end' });
  const explain = message.getByRole('button', { name: 'What this means' });
  await explain.press('Enter');
  const help = page.getByRole('dialog', { name: 'Help' });
  const heading = help.getByRole('heading', { name: 'A flow is not attached at both ends' });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  expect((await axeOn(page).include('.help').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(explain).toBeFocused();

  await canvas(page).focus();
  await page.keyboard.press('F1');
  await expect(help.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('stride');
  await page.keyboard.press('Enter');
  await expect(help.getByRole('tab', { name: 'Glossary' })).toHaveAttribute('aria-selected', 'true');
  await expect(help.getByRole('heading', { name: 'STRIDE', exact: true })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(canvas(page)).toBeFocused();

  await run(page, 'About Trustline');
  await expect(help.getByText(/^Version \d/)).toBeVisible();
  await help.locator('summary', { hasText: '@xyflow/react' }).click();
  await expect(help.locator('details[open] pre')).toContainText('Permission is hereby granted');
});

test('the tour is offered once, and nothing blocks while it goes on', async ({ page }) => {
  await openApp(page);
  const sample = page.getByRole('button', { name: /^Docker Sample(?!,)/ });
  await sample.click();
  await page.getByRole('button', { name: 'Show me around' }).click();
  const tour = page.getByRole('region', { name: 'Tour' });
  const next = tour.getByRole('button', { name: 'Next' });
  await expect(next).toBeFocused();
  expect((await axeOn(page).include('.tour-card').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(tour.getByText('Step 3 of 6')).toBeVisible();
  // The app goes on beside it.
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(page.getByRole('tree', { name: 'Diagrams' })).toBeVisible();
  await next.click();
  await next.click();
  await expect(tour.getByRole('heading', { name: 'Answer each threat' })).toBeVisible();
  await expect(page.getByText('Nobody has looked at it yet.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tour).toHaveCount(0);
  await page.getByRole('button', { name: 'Start page' }).click();
  await sample.click();
  await expect(canvas(page).locator('.react-flow__node').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show me around' })).toHaveCount(0);
  await run(page, 'Tour of the editor');
  await expect(tour.getByText('Step 1 of 6')).toBeVisible();
});
