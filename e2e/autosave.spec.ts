import { readModel } from '../src/core/codec/index.ts';
import { drawn, openSample } from './canvas-kit.ts';
import { alerts, kept, sample, save, setOwner, tab, WEB } from './files-kit.ts';
import { expect, openApp, openFiles, test } from './fixture.ts';
import { emptyStore, storeAs, storedFields } from './stored-kit.ts';

/** What older versions of the app stored of a model that was open in a tab that is gone. */
const OLD = {
  id: 'old',
  session: 'gone',
  order: 0,
  fileName: 'old.tm7',
  unsaved: true,
  untouched: false,
  handle: null,
  modified: null,
  toldNormalises: false,
  diagramId: '',
  active: true,
};

test.describe('autosave', () => {
  test('a reload brings every tab back: edits, unedited bytes, the one in front', async ({ page }) => {
    await openSample(page);
    await openFiles(page, WEB);
    // Until it is in front the field is that of the other model.
    await expect(page).toHaveTitle(/^web-application/);
    await setOwner(page, 'Ada');
    await tab(page, 'docker-sample.tm7').click();
    await expect
      .poll(async () => (await kept(page)).toSorted())
      .toEqual([
        ['docker-sample.tm7', true, null],
        ['web-application.tm7', false, 1],
      ]);
    await page.reload();
    await expect(tab(page, 'docker-sample.tm7')).toHaveAttribute('aria-current', 'page');
    expect((await save(page)).equals(sample())).toBe(true);
    await tab(page, 'web-application.tm7, not saved').click();
    await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
  });

  test('a closed model stays closed', async ({ page }) => {
    await openSample(page);
    await expect.poll(() => kept(page)).toHaveLength(1);
    await page.getByRole('button', { name: 'Close docker-sample.tm7' }).click();
    await expect.poll(() => kept(page)).toHaveLength(0);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
    await expect(tab(page, 'docker-sample.tm7')).toBeHidden();
  });

  test('each browser tab has its own models; those of a closed one come back in the next', async ({
    page,
    context,
  }) => {
    await openSample(page);
    await expect.poll(() => kept(page)).toHaveLength(1);
    const second = await context.newPage();
    await openApp(second);
    await expect(second.getByRole('heading', { name: 'Samples' })).toBeVisible();
    await expect(tab(second, 'docker-sample.tm7')).toBeHidden();
    await page.close();
    await second.reload();
    await expect(tab(second, 'docker-sample.tm7')).toBeVisible();
  });

  test('tabs that a browser brings back at once share no model', async ({ page, context }) => {
    const second = await context.newPage();
    await openSample(page);
    await openApp(second);
    await openFiles(second, WEB);
    await expect.poll(() => kept(second)).toHaveLength(2);
    for (const one of [page, second]) await one.goto('about:blank');
    // The first one is never idle: what it adopts is its own before that.
    await page.addInitScript(() => {
      window.requestIdleCallback = () => 0;
    });
    await page.goto('/');
    await expect(tab(page, 'web-application.tm7')).toBeVisible();
    await second.goto('/');
    await expect(second.getByRole('heading', { name: 'Samples' })).toBeVisible();
    await expect(second.getByRole('button', { name: /^Close / })).toHaveCount(0);
  });

  test('what version 2 of the database stored comes back', async ({ page }) => {
    const current = { bytes: sample().toString('base64') };
    await storeAs(page, 2, { recent: [], models: [{ ...OLD, original: null, current }] });
    await openApp(page);
    await tab(page, 'old.tm7, not saved').click();
    expect((await save(page)).equals(sample())).toBe(true);
  });

  test('what version 4 of the database stored comes back, and goes when it is closed', async ({ page }) => {
    const read = readModel(sample());
    if (!read.ok) throw new Error('The sample cannot be read');
    const { template, diagrams, threats, ...rest } = read.value.model;
    const value = (of: unknown) => [{ id: OLD.id, value: of }];
    await storeAs(page, 4, {
      recent: [],
      models: [
        {
          ...OLD,
          noteDraft: 'Half a thou',
          rest: { ...rest, information: { ...rest.information, owner: 'Ada' } },
        },
      ],
      openTemplates: [],
      originals: value({ bytes: sample().toString('base64') }),
      templates: value(template),
      diagrams: value(diagrams),
      threats: value(threats),
    });
    await openApp(page);
    await tab(page, 'old.tm7, not saved').click();
    await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
    await setOwner(page, 'Grace');
    // The new form has taken the place of the old one.
    await expect.poll(() => storedFields(page, 'diagrams')).toEqual([]);
    await expect.poll(() => kept(page)).toEqual([['old.tm7', true, 1]]);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Grace');
    await page.getByRole('tab', { name: /Notes/ }).click();
    await expect(page.getByLabel('New note')).toHaveValue('Half a thou');
  });

  test('the last edit is kept when the page goes at once, and so is a note that is being written', async ({
    page,
  }) => {
    // Pauses never end: only leaving writes.
    await page.clock.install();
    await openSample(page);
    await page.clock.pauseAt(Date.now() + 3_600_000);
    await setOwner(page, 'Ada');
    await page.getByRole('tab', { name: /Notes/ }).click();
    await page.getByLabel('New note').fill('Half a thou');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.clock.resume();
    await expect(page).toHaveTitle(/^● docker-sample/);
    await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
    await expect(page.getByLabel('New note')).toHaveValue('Half a thou');
  });

  test('undo and redo go on after a reload, back to the very file', async ({ page }) => {
    const fields = (name: 'Owner' | 'Contributors') => page.getByRole('textbox', { name });
    const shapes = page.locator('.react-flow__node');
    await openSample(page);
    const before = await shapes.count();
    await setOwner(page, 'Ada');
    await drawn(page, 'Volume').click();
    await page.keyboard.press('Delete');
    await expect(shapes).not.toHaveCount(before);
    await page.keyboard.press('Escape');
    await fields('Contributors').fill('Grace');
    await fields('Contributors').blur();
    await page.keyboard.press('Control+z');
    await expect(fields('Contributors')).not.toHaveValue('Grace');
    // Who leaves within a second of an edit can be ahead of it: that is measured by `npm run kill`.
    await expect.poll(() => storedFields(page, 'steps', 'number')).toEqual([[0], [1], [2]]);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();

    await expect(fields('Owner')).toHaveValue('Ada');
    await page.keyboard.press('Control+Shift+z');
    await expect(fields('Contributors')).toHaveValue('Grace');
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect(shapes).toHaveCount(before);
    await page.keyboard.press('Control+z');
    await expect(page).toHaveTitle(/^docker-sample/);
    await page.reload();
    await expect(page).toHaveTitle(/^docker-sample/);

    // All that was undone can be redone, and what is saved until then is the file as it was.
    expect((await save(page)).equals(sample())).toBe(true);
    await page.keyboard.press('Control+Shift+z');
    await expect(fields('Owner')).toHaveValue('Ada');
    await expect(page).toHaveTitle(/^● docker-sample/);
  });

  test('a damaged history leaves the document as it was', async ({ page }) => {
    await openSample(page);
    await setOwner(page, 'Ada');
    await expect.poll(() => storedFields(page, 'steps', 'number')).toEqual([[0]]);
    page.on('dialog', (dialog) => void dialog.accept());
    await emptyStore(page, 'steps');
    await page.reload();
    const owner = page.getByRole('textbox', { name: 'Owner' });
    await expect(owner).toHaveValue('Ada');
    await page.keyboard.press('Control+z');
    await expect(owner).toHaveValue('Ada');
    await setOwner(page, 'Grace');
    await page.keyboard.press('Control+z');
    await expect(owner).toHaveValue('Ada');
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a name that is being written is kept over a reload', async ({ page }) => {
    await openSample(page);
    await drawn(page, 'Volume').click();
    await page.keyboard.press('F2');
    await page.keyboard.type('Crate');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await expect(drawn(page, 'Crate')).toBeVisible();
    await expect(page).toHaveTitle(/^●/);
  });

  test('a browser that forbids all storage is told of, and draws and saves', async ({ page }) => {
    await page.addInitScript(() => {
      const forbidden = (): never => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, { get: forbidden });
      IDBFactory.prototype.open = forbidden;
      LockManager.prototype.request = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
      LockManager.prototype.query = () => Promise.reject(new DOMException('Denied', 'SecurityError'));
    });
    await openSample(page);
    await setOwner(page, 'Ada');
    await expect(alerts(page)).toContainText('does not let Trustline keep your changes over a reload');
    await page.keyboard.press('Control+,');
    await page.getByRole('combobox', { name: 'Theme' }).selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.keyboard.press('Escape');
    expect((await save(page)).toString('utf8')).toContain('<Owner>Ada</Owner>');
  });

  test('a full storage is told, and what it refused is stored when there is room', async ({ page }) => {
    await page.clock.install();
    await page.addInitScript(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = function (...given) {
        if (!('room' in window)) throw new DOMException('Quota exceeded', 'QuotaExceededError');
        return put.apply(this, given);
      };
    });
    await openSample(page);
    await expect(alerts(page)).toContainText("The browser's storage is full");
    expect(await kept(page)).toEqual([]);
    await page.evaluate(() => Object.assign(window, { room: true }));
    // Nothing changes: the app looks again by itself.
    await page.clock.fastForward(15_000);
    await expect.poll(() => kept(page)).toHaveLength(1);
  });
});
