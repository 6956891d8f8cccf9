import { canvas, drawn, middle, openScene, place, run, savedModel, select } from './canvas-kit.ts';
import { expect, openFiles, test } from './fixture.ts';
import { sceneFile } from './scenes/build.ts';
import { single } from './scenes/containers.ts';

const undoButton = 'Undo: ';

test("a notice's Undo belongs to its step and leaves with it", async ({ page }) => {
  await openScene(page, single, { panels: true });
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ArrowRight');
  await run(page, 'New diagram');
  await page.getByRole('tab', { name: 'Diagram 1' }).click();
  await run(page, 'Delete this diagram');
  const notices = page.getByRole('region', { name: 'Notices' });
  const undo = notices.getByRole('button', { name: 'Undo', exact: true });
  await expect(undo).toBeVisible();
  // It lies over the canvas alone, clear of its buttons.
  await expect(async () => {
    const ofButtons = page.locator('.canvas-controls');
    const [inside, buttons, box] = await Promise.all(
      [canvas(page), ofButtons, notices].map((one) => one.boundingBox()),
    );
    if (!inside || !buttons || !box) throw new Error('Nothing is drawn');
    expect(box.x).toBeGreaterThanOrEqual(inside.x);
    expect(box.x + box.width).toBeLessThanOrEqual(inside.x + inside.width);
    expect(box.y + box.height).toBeLessThanOrEqual(inside.y + inside.height);
    const above = box.y + box.height <= buttons.y;
    expect(above || box.x >= buttons.x + buttons.width).toBe(true);
  }).toPass();
  // Another step follows: the button is not for that one.
  await place(page, 150, 120, 'Volume');
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(undo).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(notices).toHaveCount(0);
  await expect(page.getByRole('tab', { name: 'Diagram 1' })).toBeVisible();
});

test('typing is one undo step per visit of a field, and what was saved is a stop', async ({ page }) => {
  await openScene(page, single, { panels: true });
  await select(page, 'Container');
  const name = page.getByRole('textbox', { name: 'Name', exact: true });
  await name.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' one');
  await savedModel(page);
  await page.keyboard.type(' two');
  await canvas(page).focus();
  await name.click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' three');
  const undo = page.getByRole('button', { name: new RegExp(`^${undoButton}`) });
  await expect(name).toHaveValue('Container one two three');
  await undo.click();
  await expect(name).toHaveValue('Container one two');
  await undo.click();
  await expect(name).toHaveValue('Container one');
  await expect(page.getByRole('button', { name: 'drawn.tm7', exact: true })).toBeVisible();
  await undo.click();
  await expect(name).toHaveValue('Container');
});

test('Enter right after typing runs what was typed', async ({ page }) => {
  await openScene(page, {}, { panels: true });
  for (let time = 0; time < 6; time++) {
    for (const [words, said] of [
      ['new diagram', 'Added Diagram'],
      ['next diagram', 'Diagram '],
      ['keyboard shortcuts', ''],
    ] as const) {
      await page.keyboard.press('ControlOrMeta+k');
      const field = page.getByRole('dialog').locator('[cmdk-input]');
      await expect(field).toBeFocused();
      // In one task of the browser's: no frame comes between the text and Enter.
      await field.evaluate((input: HTMLInputElement, text) => {
        const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
        set?.call(input, text);
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return Promise.resolve().then(() =>
          input.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }),
          ),
        );
      }, words);
      if (said === '') {
        await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
        await page.keyboard.press('Escape');
      } else await expect(page.getByRole('status').filter({ hasText: said })).not.toHaveCount(0);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await expect(page.getByRole('tab', { name: /^Diagram / })).toHaveCount(time + 2);
  }
});

test('a paste from the menu goes into the model that asked, whatever is in front by then', async ({
  page,
}) => {
  await openScene(page, single, { panels: true });
  // A browser that takes its time to give the clipboard.
  await page.evaluate(() => {
    let answer: ((text: string) => void) | null = null;
    let copied = '';
    Object.defineProperty(navigator, 'clipboard', {
      value: {
        writeText: (text: string) => {
          copied = text;
          return Promise.resolve();
        },
        readText: () =>
          new Promise<string>((resolve) => {
            answer = resolve;
          }),
      },
    });
    document.addEventListener('test-answer', () => answer?.(copied));
  });
  const answer = () => page.evaluate(() => document.dispatchEvent(new Event('test-answer')));
  const fromMenu = async (item: string) => {
    const at = await middle(drawn(page, 'Container').first());
    await page.mouse.click(at.x, at.y, { button: 'right' });
    await page.getByRole('menuitem', { name: new RegExp(`^${item} ?(Ctrl|⌘|$)`) }).click();
  };
  await fromMenu('Copy');
  await fromMenu('Paste');
  await openFiles(page, { name: 'other.tm7', buffer: sceneFile({}) });
  await expect(page.getByRole('button', { name: /^other\.tm7/ })).toBeVisible();
  await expect(drawn(page, 'Container')).toHaveCount(0);
  await answer();
  await expect(page.getByText(/^Pasted 1 element into “.*” of drawn\.tm7\.$/)).toBeVisible();
  await expect(drawn(page, 'Container')).toHaveCount(0);
  await page.getByRole('button', { name: /^drawn\.tm7/ }).click();
  await expect(drawn(page, 'Container')).toHaveCount(2);
});
