import { threatProperty } from '../src/core/document/index.ts';
import { canvas, drawn, openSample, run, savedModel, shape } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

test.describe('a dialog that closes gives the focus back', () => {
  test('to the canvas when it was there', async ({ page }) => {
    await openSample(page);
    for (const [keys, name] of [
      ['ControlOrMeta+k', 'Commands and search'],
      ['?', 'Keyboard shortcuts'],
      ['ControlOrMeta+,', 'Settings'],
      ['ControlOrMeta+Alt+n', 'New model'],
    ] as const) {
      await canvas(page).focus();
      await page.keyboard.press(keys);
      await expect(page.getByRole('dialog', { name })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(canvas(page)).toBeFocused();
    }
  });

  test('to the field or button that had it', async ({ page }) => {
    await openSample(page);
    const owner = page.getByLabel('Owner');
    await owner.focus();
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(owner).toBeFocused();
    const button = page.getByRole('button', { name: 'Commands and search' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(button).toBeFocused();
  });

  test('to the canvas when nothing had it, or what had it is gone', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    await page.keyboard.press('ControlOrMeta+b');
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(canvas(page)).toBeFocused();
  });

  test('after one dialog followed the other', async ({ page }) => {
    await openSample(page);
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('keyboard shortcuts');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(canvas(page)).toBeFocused();
  });

  test('but leaves it to what a command of the palette opened', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    await run(page, 'Rename');
    await expect(canvas(page).getByRole('textbox')).toBeFocused();
  });
});

test.describe('the keys of the canvas', () => {
  test('work on from a tool that was clicked', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    const before = shape(await savedModel(page), 'Container');
    for (const name of ['Zoom out', 'Snap to grid', 'Properties', 'Theme: system'])
      await page.getByRole('button', { name, exact: true }).click();
    await page.keyboard.press('ArrowRight');
    expect(shape(await savedModel(page), 'Container').left).toBe(before.left + 1);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    expect((await savedModel(page)).diagrams[0]?.shapes).toEqual([]);
  });

  test('work on from a tool that has the focus, which keeps its own keys', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    const snap = page.getByRole('button', { name: 'Snap to grid' });
    await snap.focus();
    await page.keyboard.press('Enter');
    await expect(snap).toHaveAttribute('aria-pressed', 'true');
    await page.keyboard.press('Control+a');
    await expect(page.getByRole('heading', { name: '15 elements' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Owner')).toBeVisible();
  });

  test("are never the browser's, even where there is nothing to do", async ({ page }) => {
    await openSample(page);
    const url = page.url();
    for (const place of [page.getByRole('button', { name: 'Start page' }), canvas(page)]) {
      await place.focus();
      await page.evaluate(() => {
        // Behind the app's own listener: what that leaves to the browser is seen here.
        const left: string[] = [];
        Object.assign(window, { left });
        window.addEventListener('keydown', ({ key, defaultPrevented }) => {
          if (!defaultPrevented && !['Control', 'Alt'].includes(key)) left.push(key);
        });
      });
      for (const keys of ['Control+d', 'Alt+ArrowLeft', 'Alt+ArrowRight', 'Control+a', 'Control+g'])
        await page.keyboard.press(keys);
      // Only the last is nobody's.
      expect(await page.evaluate(() => Reflect.get(window, 'left'))).toEqual(['g']);
      expect(page.url()).toBe(url);
    }
  });

  test('stay with fields of text, lists and tabs', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    const name = page.getByLabel('Name', { exact: true });
    await name.fill('Box');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Crate');
    await expect(name).toHaveValue('Crate');
    await page.getByRole('listbox', { name: 'Threats' }).focus();
    await page.keyboard.press('Delete');
    await page.getByRole('tab', { name: /Threats/ }).focus();
    await page.keyboard.press('Delete');
    await expect(name).toHaveValue('Crate');
  });
});

test.describe('the keys of commands work while a name is written, which is kept before', () => {
  test('on the canvas', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Volume').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Crate');
    expect(shape(await savedModel(page), 'Crate').kind).toBe('ellipse');
    await expect(canvas(page)).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Chest');
    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog', { name: 'Commands and search' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(drawn(page, 'Chest')).toBeVisible();
  });

  test('in the outline', async ({ page }) => {
    await openSample(page);
    await run(page, 'Go to the outline');
    await page.keyboard.press('v');
    await page.keyboard.press('F2');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Crate');
    expect(shape(await savedModel(page), 'Crate').kind).toBe('ellipse');
    await expect(page.getByRole('tree', { name: 'Diagrams' })).toBeFocused();
  });

  test('on the tab of a diagram, which leaves the focus where one clicks', async ({ page }) => {
    await openSample(page);
    await page.getByRole('tab', { name: 'Docker Sample' }).focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('Renamed');
    expect((await savedModel(page)).diagrams[0]?.header).toBe('Renamed');
    await expect(page.getByRole('tab', { name: 'Renamed' })).toBeFocused();
    await page.keyboard.press('F2');
    await page.keyboard.type('Again');
    await page.getByLabel('Owner').click();
    await expect(page.getByRole('tab', { name: 'Again' })).toBeVisible();
    // Whatever would take the focus has done so by the next frame.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
    await expect(page.getByLabel('Owner')).toBeFocused();
  });

  test('and while a list of the canvas is open', async ({ page }) => {
    await openSample(page);
    await canvas(page).focus();
    await page.keyboard.press('ControlOrMeta+f');
    await expect(page.getByPlaceholder('Find in Docker Sample')).toBeFocused();
    expect((await savedModel(page)).diagrams).toHaveLength(1);
  });
});

test.describe('panels by key', () => {
  test('F6 goes round the parts that are shown, Escape back to the canvas', async ({ page }) => {
    await openSample(page);
    await canvas(page).focus();
    const search = page.getByLabel('Search stencils');
    const threats = page.getByRole('listbox', { name: 'Threats' });
    const properties = page.getByRole('region', { name: 'Properties' }).getByRole('textbox').first();
    for (const part of [search, threats, properties, canvas(page), search]) {
      await page.keyboard.press('F6');
      await expect(part).toBeFocused();
    }
    await page.keyboard.press('Shift+F6');
    await expect(canvas(page)).toBeFocused();
    await page.keyboard.press('Shift+F6');
    await expect(properties).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(canvas(page)).toBeFocused();
    await page.keyboard.press('Control+j');
    await page.keyboard.press('F6');
    await page.keyboard.press('F6');
    await expect(properties).toBeFocused();
  });

  test('commands open a panel and give it the focus', async ({ page }) => {
    await openSample(page);
    await page.keyboard.press('Control+\\');
    await expect(page.getByRole('region', { name: 'Properties' })).toBeHidden();
    for (const [place, focused] of [
      ['outline', page.getByRole('tree', { name: 'Diagrams' })],
      ['stencils', page.getByLabel('Search stencils')],
      ['notes', page.getByLabel('New note')],
      ['threats', page.getByRole('listbox', { name: 'Threats' })],
      ['properties', page.getByRole('region', { name: 'Properties' }).getByRole('textbox').first()],
      ['canvas', canvas(page)],
    ] as const) {
      await run(page, `Go to the ${place}`);
      await expect(focused).toBeFocused();
    }
  });

  test('Escape empties a search before it leaves it, and keeps the selection', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Container').click();
    const search = page.getByLabel('Search stencils');
    await search.fill('vol');
    await page.keyboard.press('Escape');
    await expect(search).toHaveValue('');
    await expect(search).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(canvas(page)).toBeFocused();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Container');
    await page.keyboard.press('Escape');
    await expect(page.getByLabel('Owner')).toBeVisible();
  });

  test('Escape lets the threats go before it leaves their list', async ({ page }) => {
    await openSample(page);
    const list = page.getByRole('listbox', { name: 'Threats' });
    await list
      .getByRole('option', { name: /Container breakout/ })
      .first()
      .click();
    await page.keyboard.press('Escape');
    await expect(list.locator('[aria-selected="true"]')).toHaveCount(0);
    await expect(list).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(canvas(page)).toBeFocused();
  });

  test('Escape leads from the justification back to the list, which goes on', async ({ page }) => {
    await openSample(page);
    await run(page, 'Go to the threats');
    const list = page.getByRole('listbox', { name: 'Threats' });
    await expect(list).toBeFocused();
    await page.keyboard.press('ArrowDown');
    for (const reason of ['First', 'Second']) {
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('j');
      await expect(page.getByRole('textbox', { name: 'Justification' })).toBeFocused();
      await page.keyboard.type(reason);
      await page.keyboard.press('Escape');
      await expect(list).toBeFocused();
    }
    const written = (await savedModel(page)).threats.map((threat) =>
      threatProperty(threat, 'StateInformation'),
    );
    expect(written).toEqual(expect.arrayContaining(['First', 'Second']));
  });

  test('going to the report and back takes the focus along', async ({ page }) => {
    await openSample(page);
    await canvas(page).focus();
    await page.keyboard.press('Alt+2');
    await expect(page.getByRole('main', { name: 'Report' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'HTML' })).toBeFocused();
    await page.keyboard.press('Alt+1');
    await expect(canvas(page)).toBeFocused();
  });

  test('a panel that is hidden gives the focus to the canvas', async ({ page }) => {
    await openSample(page);
    await page.getByLabel('Search stencils').focus();
    await page.keyboard.press('Control+b');
    await expect(canvas(page)).toBeFocused();
  });
});

test('a report that was written leaves the focus on its button', async ({ page }) => {
  await openSample(page);
  await page.keyboard.press('Alt+2');
  const button = page
    .getByRole('toolbar', { name: 'Export the report' })
    .getByRole('button', { name: 'PDF' });
  await button.focus();
  const download = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await download;
  await expect(button).toHaveAttribute('aria-disabled', 'false');
  await expect(button).toBeFocused();
});

test.describe('the edges of panels', () => {
  test('stop where the panel stops, and say so', async ({ page }) => {
    await openSample(page);
    const right = page.getByRole('region', { name: 'Properties' });
    const edge = page.getByRole('separator', { name: 'Width of the properties' });
    await edge.focus();
    for (const [key, width] of [
      ['End', 320],
      ['Home', 200],
    ] as const) {
      await page.keyboard.press(key);
      await expect(edge).toHaveAttribute('aria-valuenow', String(width));
      await expect.poll(async () => (await right.boundingBox())?.width).toBe(width);
    }
    await page.keyboard.press('End');
    // A smaller window takes from the panel, a larger one gives it back.
    await page.setViewportSize({ width: 1000, height: 800 });
    await expect(edge).toHaveAttribute('aria-valuenow', '250');
    await expect.poll(async () => (await right.boundingBox())?.width).toBe(250);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(edge).toHaveAttribute('aria-valuenow', '320');
  });

  test('close and open a panel: by Enter, a double click, and a drag', async ({ page }) => {
    await openSample(page);
    const left = page.getByRole('region', { name: 'Stencils and outline' });
    const edge = page.getByRole('separator', { name: 'Width of the left panel' });
    await edge.focus();
    await page.keyboard.press('Enter');
    await expect(left).toBeHidden();
    await expect(edge).toHaveAttribute('aria-valuetext', 'Closed');
    await page.keyboard.press('Enter');
    await expect(edge).toHaveAttribute('aria-valuenow', '232');
    const at = await edge.boundingBox();
    const x = at?.x ?? 0;
    await page.mouse.dblclick(x, 400);
    await expect(left).toBeHidden();
    await page.mouse.dblclick(1, 400);
    await expect(left).toBeVisible();
    await page.mouse.move(x, 400);
    await page.mouse.down();
    await page.mouse.move(120, 400, { steps: 4 });
    await expect(edge).toHaveAttribute('aria-valuenow', '170');
    await page.mouse.move(40, 400, { steps: 4 });
    await expect(left).toBeHidden();
    await page.mouse.move(200, 400, { steps: 4 });
    await expect(left).toBeVisible();
    await page.mouse.move(40, 400, { steps: 4 });
    await page.mouse.up();
    await page.getByRole('button', { name: 'Stencils and outline' }).click();
    await expect(edge).toHaveAttribute('aria-valuenow', '232');
  });

  test('of the threat beside the list are remembered', async ({ page }) => {
    await openSample(page);
    // Beside a list of this width the details take room only while a threat is selected.
    const threat = page.getByRole('option', { name: /Container breakout/ }).first();
    await threat.click();
    const edge = page.getByRole('separator', { name: "Width of the threat's details" });
    // The edge is there with a threat.
    const choose = () => page.locator('.threats-row').first().click();
    await choose();
    await edge.focus();
    await page.keyboard.press('Home');
    await expect(edge).toHaveAttribute('aria-valuenow', '240');
    await page.reload();
    await threat.click();
    await expect(edge).toHaveAttribute('aria-valuenow', '240');
  });
});
