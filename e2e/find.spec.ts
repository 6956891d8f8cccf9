import type { Locator, Page } from '@playwright/test';
import { displayName, findElement } from '../src/core/document/index.ts';
import { faultsInThemes } from './axe-kit.ts';
import {
  canvas,
  chooseFromList,
  diagramOf,
  drawn,
  frames,
  middle,
  openOnCanvas,
  openScene,
  run,
  said,
  savedModel,
  shape,
} from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

async function click(page: Page, target: Locator): Promise<void> {
  const at = await middle(target);
  await page.mouse.click(at.x, at.y);
}

/** The option that the field of a list says is chosen; null when it names none, `gone` when it is not there. */
const named = (page: Page) =>
  page.locator('[cmdk-input]').evaluate((field) => {
    const id = field.getAttribute('aria-activedescendant');
    return id === null ? null : (document.getElementById(id)?.textContent ?? 'gone');
  });

test('the palette says what is switched on', async ({ page }) => {
  await openOnCanvas(page);
  const grid = page.getByRole('option', { name: /Show grid/ });
  for (const on of [true, false]) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('show grid');
    await expect(grid.getByRole('img', { name: 'On:' })).toHaveCount(on ? 1 : 0);
    await page.keyboard.press('Enter');
  }
});

test.describe('flows of one name', () => {
  test.beforeEach(async ({ page }) => openOnCanvas(page));

  test('are told apart on the canvas, in the palette and in the list of the canvas', async ({ page }) => {
    await expect(drawn(page, 'HTTPS')).toHaveCount(3);
    await expect(canvas(page).getByRole('img', { name: 'HTTPS, Secret → Image' })).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('https secret');
    await expect(page.locator('[cmdk-item][aria-selected="true"]')).toHaveText('HTTPSSecret → Image');
    await page.keyboard.press('Enter');
    await said(page, 'HTTPS, Secret → Image');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('https registry');
    await expect(page.locator('[cmdk-item][aria-selected="true"]')).toHaveText(
      'HTTPSDocker Registry → Image',
    );
    await page.keyboard.press('Enter');
    await said(page, 'HTTPS, Docker Registry → Image');
  });

  test('are said as they are gone to, with where elements stand', async ({ page }) => {
    await click(page, drawn(page, 'Secret'));
    await page.keyboard.press(']');
    await said(page, 'HTTPS, Secret → Image');
    await page.keyboard.press(']');
    await said(page, 'Image, in Docker Boundary');
  });
});

test.describe('what is said', () => {
  test.beforeEach(async ({ page }) => openOnCanvas(page));

  test('of what is deleted, and of undo with what it selects again', async ({ page }) => {
    await click(page, drawn(page, 'Container'));
    await page.keyboard.press('Delete');
    await said(page, 'Deleted Container and 4 flows');
    await page.keyboard.press('ControlOrMeta+z');
    await said(page, 'Undid delete: Container, in Network Boundary');
    await expect(frames(page)).toHaveCount(1);
    await page.keyboard.press('ControlOrMeta+Shift+z');
    await expect(frames(page)).toHaveCount(0);
  });

  test('where nothing lies, of Escape, of diagrams and of switches', async ({ page }) => {
    await click(page, drawn(page, 'User'));
    await page.keyboard.press('Alt+ArrowLeft');
    await said(page, 'Nothing on the left');
    await page.keyboard.press('Escape');
    await said(page, 'Nothing selected');
    await run(page, 'Snap to grid');
    await said(page, /^Snap to grid: (on|off)/);
    await page.keyboard.press('Alt+n');
    await page.keyboard.press('Alt+PageUp');
    await said(page, 'Diagram Docker Sample');
  });
});

test('the palette goes to other tabs and into them', async ({ page }) => {
  await openOnCanvas(page, 'web-application', 'docker-sample');
  const tab = page.getByRole('button', { name: 'web-application.tm7', exact: true });
  await expect(tab).not.toHaveAttribute('aria-current');
  await run(page, 'Go to web-application.tm7');
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('docker registry');
  const elsewhere = page.getByRole('group', { name: 'In other open files' });
  await expect(elsewhere.getByRole('option').first()).toContainText('docker-sample.tm7');
  await elsewhere
    .getByRole('option', { name: /^Docker Registry/ })
    .first()
    .click();
  await expect(tab).not.toHaveAttribute('aria-current');
  await said(page, 'Docker Registry');
  await expect(frames(page)).toHaveCount(1);
});

test('a threat is found by its number', async ({ page }) => {
  await openOnCanvas(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('threat 1');
  await expect(page.locator('[cmdk-item][aria-selected="true"]')).toContainText('Threat 1 ·');
});

test('lists name the chosen option while one types, and axe finds nothing in either theme', async ({
  page,
}) => {
  await openOnCanvas(page);
  await click(page, drawn(page, 'Container'));
  const check = async (where: string) => {
    expect(await faultsInThemes(page, '[cmdk-root]'), where).toEqual([]);
  };
  for (const [keys, typed, answer, letter] of [
    ['ControlOrMeta+f', 'secr', 'Secret', 'x'],
    ['/', 'vol', 'Volume', 'x'],
    ['>', 'host', 'Host', 'x'],
    ['ControlOrMeta+k', 'tidy', 'Tidy the diagram', 'x'],
  ] as const) {
    await page.keyboard.press(keys);
    await expect.poll(() => named(page)).not.toBeNull();
    await page.keyboard.type(typed);
    await expect.poll(() => named(page)).toMatch(new RegExp(`^${answer}`));
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => named(page)).not.toBe('gone');
    await check(keys);
    await page.keyboard.type(letter.repeat(4));
    await expect.poll(() => named(page)).toBeNull();
    await check(`${keys}, nothing found`);
    await page.keyboard.press('Escape');
    await expect(page.locator('[cmdk-input]')).toHaveCount(0);
  }
});

test('the list of a large diagram shows the first answers and says how many there are', async ({ page }) => {
  await openOnCanvas(page);
  for (let times = 0; times < 4; times++) {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('ControlOrMeta+d');
  }
  await page.keyboard.press('ControlOrMeta+f');
  const options = page.locator('.canvas-popup').getByRole('option');
  await expect(options).toHaveCount(60);
  await expect(page.locator('.canvas-popup')).toContainText(/60 of \d{3}\. Type to narrow down/);
  await page.keyboard.type('secret');
  await expect(options.first()).toHaveText(/^Secret/);
});

test('the list of a low canvas ends inside it', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 560 });
  await openOnCanvas(page);
  await page.keyboard.press('ControlOrMeta+f');
  await expect(page.getByText(/^Enter goes there/)).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('End');
  await expect(canvas(page).getByRole('option').last()).toBeInViewport({ ratio: 0.9 });
});

test('a boundary is drawn around the selection: the hint and the announcement say so', async ({ page }) => {
  await openScene(page);
  await canvas(page).focus();
  for (const name of ['User', 'Container', 'Volume']) {
    await page.keyboard.press('/');
    await chooseFromList(page, name);
  }
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('/');
  const list = page.locator('.canvas-popup');
  await expect(list).not.toContainText('around the selection');
  await page.keyboard.type('Docker B');
  await expect(list).toContainText('Enter draws it around the selection');
  await page.keyboard.press('Enter');
  await said(page, 'Added Docker Boundary around 3 elements');
});

test('a flow gets another source and target by keys', async ({ page }) => {
  await openOnCanvas(page);
  await page.keyboard.press('ControlOrMeta+f');
  await chooseFromList(page, 'HTTP');
  const flow = async () => {
    const diagram = diagramOf(await savedModel(page));
    const found = diagram.lines.find((one) => displayName(one) === 'HTTP');
    return [found?.source.element, found?.target.element].map((id) => {
      const element = findElement(diagram, id ?? null);
      return element === undefined ? '' : displayName(element);
    });
  };
  await run(page, 'Change target…');
  await chooseFromList(page, 'Image');
  await said(page, 'Reconnect: HTTP, User → Image');
  await run(page, 'Change source…');
  await chooseFromList(page, 'Volume');
  await said(page, 'Reconnect: HTTP, Volume → Image');
  await expect.poll(flow).toEqual(['Volume', 'Image']);
  await page.keyboard.press('ControlOrMeta+z');
  await said(page, 'HTTP, User → Image');
});

test('what is moved by keys stays in view', async ({ page }) => {
  await openOnCanvas(page);
  await click(page, drawn(page, 'User'));
  const before = shape(await savedModel(page), 'User').left;
  for (let step = 0; step < 30; step++) await page.keyboard.press('ControlOrMeta+ArrowRight');
  expect(shape(await savedModel(page), 'User').left).toBe(before + 30 * 65);
  // The zoom of a fitted view leaves fractions of pixels.
  await expect(drawn(page, 'User')).toBeInViewport({ ratio: 0.999 });
});

test('messages about elements of one name say which', async ({ page }) => {
  await openScene(
    page,
    {
      borders: [['Docker Boundary', 125, 100, 250, 200]],
      shapes: [
        ['Container', 200, 150],
        ['Container', 500, 150],
      ],
    },
    { panels: true },
  );
  await page.getByRole('tab', { name: /Messages/ }).click();
  const unconnected = page.getByRole('button', { name: /"Container" has no data flow/ });
  await expect(unconnected).toHaveCount(2);
  await unconnected.filter({ hasText: 'in Docker Boundary' }).click();
  await said(page, 'Container, in Docker Boundary');
});
