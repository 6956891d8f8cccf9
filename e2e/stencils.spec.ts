import { axeOn } from './axe-kit.ts';
import { canvas, drawn, middle, openScene, said, spot } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { pair } from './scenes/containers.ts';

test('stencils say what they wait for, flows drop, a double click adds, favourites come first', async ({
  page,
}) => {
  await openScene(page, pair, { panels: true });
  const stencil = (name: string) => page.getByRole('button', { name, exact: true });
  const hint = page.locator('.placing-hint');
  const flowType = page.getByLabel('Flow type for new connections');
  await expect(flowType).toHaveValue(/HTTP$/);

  // A flow on the ground is free; on an element it starts a connection, which another element ends.
  await stencil('HTTPS').dragTo(canvas(page), { targetPosition: { x: 300, y: 120 } });
  await expect(drawn(page, 'HTTPS')).toHaveCount(1);
  await stencil('TCP').dragTo(canvas(page), { targetPosition: { x: 250, y: 250 } });
  await expect(page.getByRole('combobox', { name: 'Connect Container to' })).toBeFocused();
  const host = await middle(drawn(page, 'Host'));
  await page.mouse.click(host.x, host.y);
  await expect(canvas(page).getByRole('img', { name: /^TCP, .*Container.*Host/ })).toBeVisible();
  await expect(flowType.locator('option:checked')).toHaveText('TCP');

  // Chosen, it says what it waits for; added by a double click, it waits for nothing.
  await stencil('Docker Boundary').click();
  await said(page, 'Docker Boundary chosen: click or drag on the canvas to place');
  await expect(hint).toContainText('Docker Boundary: click or drag on the canvas to place');
  const at = await spot(page, 200, 350);
  await page.mouse.move(at.x, at.y);
  await expect(page.locator('.canvas-ghost')).toContainText('Docker Boundary');
  await page.keyboard.press('Escape');
  await expect(hint).toHaveCount(0);
  await stencil('Image').dblclick();
  await expect(drawn(page, 'Image')).toBeVisible();
  await expect(hint).toHaveCount(0);
  await expect(canvas(page)).toBeFocused();

  await stencil('HTTPS').hover();
  const row = page.locator('.stencils-row', { has: stencil('HTTPS') });
  await row.getByRole('button', { name: 'Favourite' }).click();
  await stencil('Volume').focus();
  await page.keyboard.press('ContextMenu');
  await page.getByRole('menuitem', { name: 'Add to the favourites' }).press('Enter');
  await expect(stencil('Volume')).toBeFocused();
  const names = (list: string) => page.getByRole('region', { name: list }).locator('[data-stencil]');
  await expect(names('Favourites')).toHaveText(['HTTPS', 'Volume']);
  await expect(names('Recent')).toHaveText(['Image']);
  expect((await axeOn(page).include('.stencils').analyze()).violations).toEqual([]);
});
