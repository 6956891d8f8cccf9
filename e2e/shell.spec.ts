import { axeOn, faultsInThemes } from './axe-kit.ts';
import { canvas, openSample, run } from './canvas-kit.ts';
import { expect, openApp, test } from './fixture.ts';

test.describe('start page', () => {
  test('offers a file, templates and samples', async ({ page }) => {
    await openApp(page);
    await expect(page.getByRole('heading', { name: 'New model' })).toBeVisible();
    for (const name of [/^Containers \(OWASP\)/, /^STRIDE \(core\)/, /^From a template file/])
      await expect(page.getByRole('button', { name })).toBeVisible();
    await page.getByRole('button', { name: /^Docker Sample(?!,)/ }).click();
    await expect(page).toHaveTitle(/docker-sample\.tm7/);
  });

  test('a template gives an empty model of its own', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: /^STRIDE \(core\)/ }).click();
    await expect(page).toHaveTitle(/Untitled\.tm7/);
    // It says what to do first, until there is something; the keys are the canvas's from the start.
    const steps = page.getByRole('region', { name: 'Three steps to a threat model' });
    await expect(steps.getByRole('listitem')).toHaveCount(3);
    await expect(canvas(page)).toBeFocused();
    expect((await axeOn(page).include('.first-steps').analyze()).violations).toEqual([]);
    await page.keyboard.press('/');
    await canvas(page).getByRole('option').first().click();
    await expect(steps).toHaveCount(0);
    await page.keyboard.press('Escape');
    await run(page, 'First steps');
    const dialog = page.getByRole('dialog', { name: 'Three steps to a threat model' });
    await expect(dialog.getByRole('listitem')).toHaveCount(3);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
    await steps.getByRole('button', { name: 'See the samples' }).click();
    await page.getByRole('button', { name: /^Containers/ }).click();
    await expect(page).toHaveTitle(/Untitled 2\.tm7/);
  });

  test('has no accessibility violation in either theme, with more contrast too', async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Start page' }).click();
    await expect(page.getByRole('heading', { name: 'Recent' })).toBeVisible();
    for (const contrast of ['no-preference', 'more'] as const) {
      await page.emulateMedia({ contrast });
      expect(await faultsInThemes(page), contrast).toEqual([]);
    }
  });
});

test.describe('themes', () => {
  test('follow the system, then the choice, which is remembered', async ({ page }) => {
    const look = () => page.locator('html').getAttribute('data-theme');
    await page.emulateMedia({ colorScheme: 'dark' });
    await openApp(page);
    await expect.poll(look).toBe('dark');
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(look).toBe('light');
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(look).toBe('contrast-light');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(look).toBe('contrast');
    await page.emulateMedia({ colorScheme: 'light', contrast: 'no-preference' });
    await page.getByRole('button', { name: 'Theme: system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect.poll(look).toBe('dark');
    await page.reload();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    await expect.poll(look).toBe('dark');
  });
});

test.describe('command palette', () => {
  test('finds and runs commands', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Control+k');
    const input = page.getByPlaceholder(/Find a command/);
    await input.fill('theme dark');
    await expect(page.getByRole('option').first()).toContainText('Theme: dark');
    await page.keyboard.press('Enter');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await expect(input).toBeHidden();
  });

  test('goes to elements: selected, so the properties show them', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/Find a command/).fill('secret secret');
    await page
      .getByRole('option', { name: /^Secret/ })
      .first()
      .click();
    const panel = page.getByRole('region', { name: 'Properties' });
    await expect(panel.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('Secret');
  });

  test('goes to flows, boundaries and threats', async ({ page }) => {
    await openSample(page);
    const panel = page.getByRole('region', { name: 'Properties' });
    for (const [query, label] of [
      ['network boundary', 'Network Boundary'],
      ['https', 'HTTPS'],
    ] as const) {
      await page.keyboard.press('Control+k');
      await page.getByPlaceholder(/Find a command/).fill(query);
      await page.getByRole('option', { name: label }).first().click();
      await expect(panel.getByRole('textbox', { name: 'Name' }).first()).toHaveValue(label);
    }
    // A threat opens the panel that shows it.
    await page.getByRole('button', { name: 'Threats, messages and notes' }).click();
    await expect(page.getByRole('tab', { name: /Threats/ })).toBeHidden();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(/Find a command/).fill('threat 1 container network');
    await page
      .getByRole('option', { name: /Container network traffic/ })
      .first()
      .click();
    await expect(page.getByRole('tab', { name: /Threats/ })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Name' }).first()).toHaveValue('HTTP');
  });

  test('says when nothing is found, and Escape closes it', async ({ page }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Commands and search' }).click();
    await page.getByPlaceholder(/Find a command/).fill('qqqq');
    await expect(page.getByText('Nothing found.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

test.describe('shortcuts', () => {
  test('the sheet lists every command with keys, and no keys of commands twice', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByText('Undo', { exact: true })).toBeVisible();
    const groups = ['File', 'Edit', 'Insert', 'Arrange', 'View', 'Go', 'Help'];
    const texts = groups.map((name) => sheet.getByRole('region', { name, exact: true }).locator('kbd'));
    const keys = (await Promise.all(texts.map((group) => group.allTextContents()))).flat();
    expect(keys.length).toBeGreaterThan(20);
    // Arrows move what is selected, or the view when nothing is.
    const own = keys.filter((key) => !/[←→↑↓]/.test(key));
    expect(own.filter((key, index) => own.indexOf(key) !== index)).toEqual([]);
  });

  test('the sheet has the arrows of a kind in one row, what is no command, and a search', async ({
    page,
  }) => {
    await openSample(page);
    await page.keyboard.press('?');
    const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await expect(sheet.getByRole('term').filter({ hasText: 'Move by one' })).toHaveCount(1);
    await expect(sheet.getByText('Move left')).toHaveCount(0);
    for (const name of ['In lists over the canvas', 'While dragging', 'In the threat list'])
      await expect(sheet.getByRole('region', { name })).toBeVisible();
    await expect(sheet.getByLabel('Search shortcuts')).toBeFocused();
    await page.keyboard.type('justification');
    await expect(sheet.getByRole('term')).toHaveText(['Write the justification']);
    await page.keyboard.type('zzz');
    await expect(sheet.getByText('No shortcut matches')).toBeVisible();
  });

  test('do nothing while a dialog is open or text is typed', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('Control+k');
    await expect(page.getByPlaceholder(/Find a command/)).toBeHidden();
    await page.getByLabel('Your name').fill('Who?');
    await page.keyboard.press('?');
    await page.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.keyboard.press('Control+,');
    await expect(page.getByLabel('Your name')).toHaveValue('Who??');
  });

  test('the menu has the commands by group, by keyboard', async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Menu' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'File' })).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('menuitem', { name: /^Save Ctrl/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('menu')).toHaveCount(0);
  });
});

test.describe('what can be on or off', () => {
  test('is checked in the menu', async ({ page }) => {
    await openSample(page);
    const item = page.getByRole('menuitemcheckbox', { name: /^Snap to grid/ });
    for (const on of [false, true]) {
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.getByRole('menuitem', { name: 'View' }).click();
      await page.getByRole('menuitem', { name: 'Theme' }).click();
      await expect(page.getByRole('menuitemcheckbox', { name: /^Theme: system/ })).toBeChecked();
      await page.getByRole('menuitem', { name: 'On the canvas' }).click();
      await expect(item).toHaveAttribute('aria-checked', String(on));
      await item.click();
    }
    await expect(page.getByRole('button', { name: 'Snap to grid' })).toHaveAttribute('aria-pressed', 'false');
  });
});

test.describe('a phone', () => {
  test.use({ viewport: { width: 390, height: 800 } });

  test('shows the name of the model and closes it', async ({ page }) => {
    await openSample(page);
    const tab = page.getByRole('button', { name: 'docker-sample.tm7', exact: true });
    await expect.poll(async () => (await tab.boundingBox())?.width).toBeGreaterThan(60);
    const bar = page.getByRole('banner');
    for (const name of ['Menu', 'Diagram', 'Report', 'Commands and search'])
      await expect(bar.getByRole('button', { name, exact: true })).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: 'Close docker-sample.tm7' }).click();
    await expect(page.getByRole('heading', { name: 'New model' })).toBeVisible();
  });

  test('has every menu within the screen', async ({ page }) => {
    await openSample(page);
    for (const group of ['File', 'Edit', 'Arrange', 'View', 'Go', 'Threats']) {
      await page.getByRole('button', { name: 'Menu', exact: true }).click();
      await page.getByRole('menuitem', { name: group }).click();
      const menus = page.getByRole('menu');
      await expect(menus).toHaveCount(2);
      for (const menu of await menus.all()) {
        const box = await menu.boundingBox();
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
      }
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(menus).toHaveCount(0);
    }
    await page.getByRole('application').click({ button: 'right', position: { x: 195, y: 100 } });
    const box = await page.getByRole('menu').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  });
});

test('the diagram in front has its tab in view, and a menu has those that have no room', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 700 });
  await openSample(page);
  const all = page.getByRole('button', { name: 'All diagrams' });
  await expect(all).toBeHidden();
  const tabs = page.getByRole('tablist', { name: 'Diagrams' }).getByRole('tab');
  for (let count = 2; count <= 9; count++) {
    await page.getByRole('button', { name: 'New diagram' }).click();
    await expect(tabs).toHaveCount(count);
    await expect(tabs.last()).toBeInViewport({ ratio: 0.9 });
  }
  await expect(tabs.first()).not.toBeInViewport();
  await all.click();
  const items = page.getByRole('menuitemradio');
  await expect(items).toHaveCount(9);
  await expect(items.last()).toBeChecked();
  await items.first().click();
  await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
  await expect(tabs.first()).toBeInViewport({ ratio: 0.9 });
  await expect(page.getByRole('application')).toBeFocused();
  await page.keyboard.press('Alt+PageUp');
  await expect(tabs.last()).toBeInViewport({ ratio: 0.9 });
});

test.describe('panels', () => {
  test('hide, grow and are remembered', async ({ page }) => {
    await openSample(page);
    const left = page.getByRole('region', { name: 'Stencils and outline' });
    const right = page.getByRole('region', { name: 'Properties' });
    const edge = page.getByRole('separator', { name: 'Width of the left panel' });
    const before = (await left.boundingBox())?.width ?? 0;
    await edge.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => (await left.boundingBox())?.width).toBe(before + 16);
    const threats = page.getByRole('region', { name: 'Threats, messages and notes' });
    const middle = await threats.boundingBox();
    await page.getByRole('button', { name: 'Maximise the lower panel' }).click();
    await expect
      .poll(async () => (await threats.boundingBox())?.height)
      .toBeGreaterThan(2 * (middle?.height ?? 0));
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('region', { name: 'Selected threat' })).toBeVisible();
    await page.keyboard.press('Alt+m');
    await expect.poll(async () => (await threats.boundingBox())?.height).toBe(middle?.height);
    await page.keyboard.press('Control+Alt+b');
    await expect(right).toBeHidden();
    await page.reload();
    await expect(left).toBeVisible();
    await expect.poll(async () => (await left.boundingBox())?.width).toBe(before + 16);
    await expect(right).toBeHidden();
    await page.getByRole('button', { name: 'Properties', exact: true }).click();
    await expect(right).toBeVisible();
  });

  test('lie over the canvas of a narrow window, one at a time, and come back when it is wide', async ({
    page,
  }) => {
    await openSample(page);
    const left = page.getByRole('region', { name: 'Stencils and outline' });
    const right = page.getByRole('region', { name: 'Properties' });
    await page.setViewportSize({ width: 700, height: 700 });
    await expect(left).toBeHidden();
    await expect(right).toBeHidden();
    const canvas = page.getByRole('region', { name: 'Diagram' });
    await expect.poll(async () => (await canvas.boundingBox())?.width).toBe(700);
    await page.getByRole('button', { name: 'Stencils and outline' }).click();
    await expect(left).toBeVisible();
    await page.getByRole('button', { name: 'Properties', exact: true }).click();
    await expect(right).toBeVisible();
    await expect(left).toBeHidden();
    // A stencil that waits to be placed needs the canvas.
    await page.getByRole('button', { name: 'Stencils and outline' }).click();
    await left.getByRole('button', { name: 'Container', exact: true }).click();
    await expect(left).toBeHidden();
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(left).toBeVisible();
    await expect(right).toBeVisible();
  });

  test('make way for the presentation; Escape ends it', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('banner')).toBeHidden();
    await expect(page.getByRole('region', { name: 'Properties' })).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('region', { name: 'Properties' })).toBeVisible();
  });
});

test('the page carries a policy that forbids foreign and inline scripts', async ({ page }) => {
  const response = await page.goto('/');
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  for (const policy of [meta ?? '', response?.headers()['content-security-policy'] ?? '']) {
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("connect-src 'self';");
    expect(policy).not.toContain('unsafe-eval');
  }
});

test.describe('offline', () => {
  test.use({ serviceWorkers: 'allow' });

  test('works offline once it was loaded', async ({ page, context }) => {
    await openApp(page);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await page.reload();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
    await context.setOffline(true);
    await page.reload();
    await page.getByRole('button', { name: /^Docker Sample(?!,)/ }).click();
    await expect(page.getByRole('tab', { name: /Threats/ })).toBeVisible();
    await page.getByRole('button', { name: 'Report', exact: true }).click();
    await expect(page.getByRole('main', { name: 'Report' })).toBeVisible();
  });
});
