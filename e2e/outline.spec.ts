import type { Page } from '@playwright/test';
import { threatProperty } from '../src/core/document/index.ts';
import { faultsInThemes } from './axe-kit.ts';
import { canvas, drawn, middle, openSample, openScene, said, savedModel } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { sticksOut } from './scenes/stride.ts';

const tree = (page: Page) => page.getByRole('tree', { name: 'Diagrams' });
const line = (page: Page, name: string | RegExp) => tree(page).getByRole('treeitem', { name });
/** The line that screen readers are told the cursor is at. */
const cursor = (page: Page) =>
  tree(page).evaluate((element) => {
    const id = element.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.getAttribute('aria-label') ?? 'gone');
  });

async function openOutline(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('tab', { name: 'Outline' }).click();
  await expect(tree(page).getByRole('treeitem')).toHaveCount(22);
}

test.beforeEach(async ({ page }) => openOutline(page));

test('a flow is told at both of its ends, with the boundaries that it crosses', async ({ page }) => {
  await expect(line(page, /^HTTP → Container, crosses Docker Boundary, Network Boundary/)).toHaveCount(1);
  await expect(line(page, /^← HTTP from User, crosses Docker Boundary, Network Boundary/)).toHaveCount(1);
  await expect(line(page, /^HTTPS → Image/)).toHaveCount(2);
  await expect(line(page, /^← HTTPS from Secret/)).toHaveCount(1);
  await expect(line(page, /^← HTTPS from Docker Registry/)).toHaveCount(1);
});

test('what a flow of an element across a border crosses is what its threats say', async ({ page }) => {
  await openScene(page, sticksOut, { panels: true });
  await page.getByRole('tab', { name: 'Outline' }).click();
  /** In how many lines of the outline a flow crosses the network, and how many threats it has that crossing makes. */
  const crossings = async () => {
    const lines = await tree(page)
      .getByRole('treeitem')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    const { threats } = await savedModel(page);
    const titles = threats.map((threat) => threatProperty(threat, 'Title'));
    const of = (flow: string) => [
      lines.filter((one) => one.includes(`${flow} `) && one.includes('crosses Corporate Network')).length,
      titles.filter((one) => one === `${flow} is read on its way`).length,
    ];
    return { order: of('Order'), visit: of('Visit') };
  };
  const none = [0, 0];
  // The outline tells a flow at both of its ends.
  const one = [2, 1];
  await expect.poll(crossings).toEqual({ order: none, visit: none });
  await line(page, /^Web Application/).click();
  await canvas(page).focus();
  // The middle and the west side come into the network, the east side stays out.
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect(line(page, /^Web Application/)).toHaveAttribute('aria-level', '3');
  await expect.poll(crossings).toEqual({ order: one, visit: none });
  // The east side comes in as well.
  await page.keyboard.press('ControlOrMeta+ArrowLeft');
  await expect(line(page, /^Visit → Web Application.*crosses/)).toHaveCount(1);
  await expect.poll(crossings).toEqual({ order: one, visit: one });
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await page.keyboard.press('ControlOrMeta+ArrowRight');
  await expect(line(page, /crosses/)).toHaveCount(0);
  await expect.poll(crossings).toEqual({ order: none, visit: none });
});

test('boundaries fold by keys, and lines tell their place among their siblings', async ({ page }) => {
  const docker = line(page, /^Docker Boundary/);
  await expect(docker).toHaveAttribute('aria-expanded', 'true');
  await expect(docker).toHaveAttribute('aria-setsize', '2');
  await tree(page).focus();
  await page.keyboard.type('docker b');
  await expect.poll(() => cursor(page)).toMatch(/^Docker Boundary/);
  await page.keyboard.press('ArrowLeft');
  await expect(docker).toHaveAttribute('aria-expanded', 'false');
  await expect(line(page, /^Secret/)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(docker).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => cursor(page)).toMatch(/^Docker Boundary/);
});

test('the cursor follows what is selected on the canvas, out of what is folded', async ({ page }) => {
  await tree(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(tree(page).getByRole('treeitem')).toHaveCount(1);
  const secret = await middle(drawn(page, 'Secret'));
  await page.mouse.click(secret.x, secret.y);
  await expect.poll(() => cursor(page)).toMatch(/^Secret/);
  await expect(line(page, /^Secret/)).toBeInViewport();
  await canvas(page).focus();
  await page.keyboard.press(']');
  await expect.poll(() => cursor(page)).toMatch(/^HTTPS → Image/);
  await said(page, 'HTTPS, Secret → Image');
});

test('F2 renames elements and diagrams and leaves the keys in the outline', async ({ page }) => {
  await tree(page).focus();
  await page.keyboard.type('vol');
  await page.keyboard.press('F2');
  await page.keyboard.type('Disk');
  await page.keyboard.press('Enter');
  await expect(tree(page)).toBeFocused();
  await expect(drawn(page, 'Disk')).toBeVisible();
  await page.keyboard.press('F2');
  await page.keyboard.type('Dropped');
  await page.keyboard.press('Escape');
  await expect(tree(page)).toBeFocused();
  await expect(line(page, /^Disk/)).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.keyboard.press('F2');
  await page.keyboard.type('Whole');
  await page.keyboard.press('Enter');
  await expect(line(page, /^Whole, diagram/)).toHaveCount(1);
  await expect(tree(page)).toBeFocused();
  expect((await savedModel(page)).diagrams[0]?.header).toBe('Whole');
});

test('a click leaves the keys in the outline, wherever it scrolls', async ({ page }) => {
  await line(page, /^Volume/).click();
  await expect(tree(page)).toBeFocused();
  await page.keyboard.press('Home');
  await expect.poll(() => cursor(page)).toMatch(/^Docker Sample/);
});

test('deleting says what goes along and keeps the cursor near', async ({ page }) => {
  await tree(page).focus();
  await page.keyboard.type('container');
  await expect.poll(() => cursor(page)).toMatch(/^Container/);
  await page.keyboard.press('Delete');
  await said(page, 'Deleted Container and 4 flows');
  await expect(tree(page)).toBeFocused();
  await expect.poll(() => cursor(page)).not.toMatch(/^(Docker Sample|gone)/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('axe finds nothing in the outline, folded and renaming, in either theme', async ({ page }) => {
  await tree(page).focus();
  await page.keyboard.type('network');
  await page.keyboard.press('ArrowLeft');
  expect(await faultsInThemes(page, '.outline')).toEqual([]);
  await page.keyboard.press('F2');
  expect(await faultsInThemes(page, '.outline')).toEqual([]);
});
