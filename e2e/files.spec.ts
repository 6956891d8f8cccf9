import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { openSample } from './canvas-kit.ts';
import { alerts, kept, SAMPLE, sample, save, saved, setOwner, stays, tab, WEB } from './files-kit.ts';
import { expect, openApp, openFiles, templateFile, test } from './fixture.ts';

test.describe('opening', () => {
  test('several files at once by the button', async ({ page }) => {
    await openApp(page);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Open a file' }).click(),
    ]);
    await chooser.setFiles([SAMPLE, WEB]);
    await expect(tab(page, 'docker-sample.tm7')).toBeVisible();
    await expect(tab(page, 'web-application.tm7')).toHaveAttribute('aria-current', 'page');
  });

  test('a long one says how far it is, and can be stopped', async ({ page }) => {
    await openApp(page);
    // Elements that nobody knows, as many as take any machine a while.
    const many = sample()
      .toString('utf8')
      .replace('</ThreatModel>', `${'<o/>'.repeat(1_500_000)}</ThreatModel>`);
    await openFiles(page, { name: 'large.tm7', buffer: Buffer.from(many) });
    const notice = page.getByRole('listitem').filter({ hasText: 'Opening large.tm7' });
    await expect(notice.getByRole('progressbar')).toBeVisible();
    await notice.getByRole('button', { name: 'Cancel' }).click();
    await expect(notice).toBeHidden();
    await openFiles(page, SAMPLE);
    await expect(tab(page, 'docker-sample.tm7')).toBeVisible();
    await expect(tab(page, 'large.tm7')).toHaveCount(0);
  });

  test('by dropping it anywhere', async ({ page }) => {
    await openApp(page);
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], 'dropped.tm7'));
      return data;
    }, sample().toString('base64'));
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await expect(page.getByText('Drop to open')).toBeVisible();
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await expect(tab(page, 'dropped.tm7')).toBeVisible();
    await expect(page.getByText('Drop to open')).toBeHidden();
  });

  test('a template chosen as the template is used without a question', async ({ page }) => {
    await openApp(page);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: /^From a template file/ }).click(),
    ]);
    await chooser.setFiles(templateFile('stride-core.tb7'));
    await expect(tab(page, 'Untitled.tm7, not saved')).toBeVisible();
  });

  test('recent models open again, and can be forgotten', async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Close docker-sample.tm7' }).click();
    await page.getByRole('button', { name: /^docker-sample\.tm7 0 of 20 handled copy/ }).click();
    await expect(tab(page, 'docker-sample.tm7')).toBeVisible();
    expect((await save(page)).equals(sample())).toBe(true);
    await page.getByRole('button', { name: 'Start page' }).click();
    await page.getByRole('button', { name: 'Forget docker-sample.tm7' }).click();
    await expect(page.getByRole('heading', { name: 'Recent' })).toBeHidden();
  });
});

test.describe('files that cannot be read', () => {
  const text = () => sample().toString('utf8');
  const CASES: readonly (readonly [string, () => Buffer, RegExp])[] = [
    ['empty', () => Buffer.alloc(0), /empty/i],
    ['a ZIP file', () => Buffer.from('PK\u0003\u0004 and more'), /zip/i],
    ['a web page', () => Buffer.from('<!DOCTYPE html><html><body>404</body></html>'), /web page|html/i],
    ['a picture', () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2]), /./],
    ['some text', () => Buffer.from('Just a note.'), /line 1, column 1/],
    ['another XML file', () => Buffer.from('<?xml version="1.0"?>\n<project/>'), /project/],
    ['cut short', () => Buffer.from(text().slice(0, Math.floor(text().length / 2))), /line \d+, column \d+/],
    ['with a tag that does not close', () => Buffer.from('<ThreatModel>\n<a></b>\n</ThreatModel>'), /line 2/],
    [
      'with an entity bomb',
      () => Buffer.from('<!DOCTYPE a [<!ENTITY b "b">]><ThreatModel>&b;</ThreatModel>'),
      /doctype|document type|entit/i,
    ],
  ];

  test('are refused with the reason, whatever they are, and what is open stays', async ({ page }) => {
    await openSample(page);
    await setOwner(page, 'Kept');
    for (const [kind, make, reason] of CASES) {
      await test.step(kind, async () => {
        await openFiles(page, { name: 'bad.tm7', buffer: make() });
        await expect(alerts(page)).toContainText('bad.tm7 was not opened:');
        await expect(alerts(page)).toContainText(reason);
        await expect(alerts(page)).toContainText(/line \d+, column \d+/);
        await expect(page.getByRole('button', { name: /^Close / })).toHaveCount(1);
        await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Kept');
        await page.getByRole('button', { name: 'Dismiss' }).click();
        await expect(alerts(page)).toHaveCount(0);
      });
    }
  });

  test('their notices stay on a low window, the newest in view', async ({ page }) => {
    await page.setViewportSize({ width: 512, height: 320 });
    await openApp(page);
    const bad = (name: string) => ({
      name,

      buffer: Buffer.from('<ThreatModel><a></b></ThreatModel>'),
    });
    await openFiles(page, ...['1.tm7', '2.tm7', '3.tm7', '4.tm7'].map(bad));
    const notices = page.getByRole('region', { name: 'Notices' });
    await expect(notices.getByText('4.tm7')).toBeInViewport({ ratio: 1 });
    // The page ends where they begin.
    await expect(async () => {
      const [start, strip] = [await page.getByRole('main').boundingBox(), await notices.boundingBox()];
      expect((start?.y ?? 0) + (start?.height ?? 0)).toBe(strip?.y);
    }).toPass();
    await notices.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(notices.getByText('1.tm7')).toHaveCount(0);
  });

  test('a bad file among good ones keeps nobody from opening', async ({ page }) => {
    await openApp(page);
    const asFile = (name: string, buffer: Buffer) => ({ name, buffer });
    await openFiles(
      page,
      asFile('one.tm7', sample()),
      asFile('bad.tm7', Buffer.from('nothing')),
      asFile('two.tm7', sample()),
    );
    await expect(tab(page, 'two.tm7')).toBeVisible();
    await expect(tab(page, 'one.tm7')).toBeVisible();
    await expect(alerts(page)).toContainText('bad.tm7 was not opened');
  });
});

test.describe('saving', () => {
  test('an unedited file keeps its bytes', async ({ page }) => {
    await openSample(page);
    expect((await save(page)).equals(sample())).toBe(true);
  });

  test('an edit changes only what it reaches, and undoing it gives the first bytes', async ({ page }) => {
    await openSample(page);
    await setOwner(page, 'Ada');
    const edited = (await save(page)).toString('utf8');
    expect(edited).toContain('<Owner>Ada</Owner>');
    expect(edited.replace('<Owner>Ada</Owner>', '<Owner/>').length).toBeLessThanOrEqual(
      sample().toString('utf8').length + '<Owner></Owner>'.length,
    );
    await expect(page).not.toHaveTitle(/^●/);
    await page.getByRole('button', { name: /^Undo/ }).click();
    await expect(page).toHaveTitle(/^●/);
    expect((await save(page)).equals(sample())).toBe(true);
  });

  test('a file of another writer tells once before it is rewritten', async ({ page }) => {
    await openApp(page);
    const other = Buffer.concat([Buffer.from('<?xml version="1.0" encoding="utf-8"?>\n'), sample()]);
    await openFiles(page, { name: 'other.tm7', buffer: other });
    await expect(page).toHaveTitle(/^other/);
    expect((await save(page)).equals(other)).toBe(true);
    await setOwner(page, 'Ada');
    await page.keyboard.press('Control+s');
    const question = page.getByRole('dialog', { name: /^Save other\.tm7 in the Windows tool/ });
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: 'Save' }).click(),
    ]);
    expect((await saved(download)).toString('utf8')).toContain('<Owner>Ada</Owner>');
    await setOwner(page, 'Grace');
    expect((await save(page)).toString('utf8')).toContain('<Owner>Grace</Owner>');
  });

  test('closing asks: cancel, save, or not', async ({ page }) => {
    await openSample(page);
    await setOwner(page, 'Ada');
    const question = page.getByRole('dialog', { name: 'Save docker-sample.tm7 before closing?' });
    const close = page.getByRole('button', { name: 'Close docker-sample.tm7' });
    await close.click();
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(close).toBeVisible();
    await page.keyboard.press('Alt+w');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      question.getByRole('button', { name: 'Save', exact: true }).click(),
    ]);
    expect((await saved(download)).toString('utf8')).toContain('Ada');
    await expect(close).toBeHidden();

    await openFiles(page, SAMPLE);
    await setOwner(page, 'Ada');
    await close.click();
    await question.getByRole('button', { name: "Don't save" }).click();
    await expect(close).toBeHidden();
  });

  test('closing asks about a note that is being written', async ({ page }) => {
    await openSample(page);
    await page.getByRole('tab', { name: /Notes/ }).click();
    await page.getByLabel('New note').fill('Half a thou');
    const close = page.getByRole('button', { name: 'Close docker-sample.tm7' });
    await close.click();
    const question = page.getByRole('dialog', { name: 'Close docker-sample.tm7 without the note?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByLabel('New note')).toHaveValue('Half a thou');
    await close.click();
    await question.getByRole('button', { name: 'Close', exact: true }).click();
    await expect(close).toBeHidden();
  });

  test('an untouched file and an untouched new model close without a question', async ({ page }) => {
    await openSample(page);
    await page.getByRole('button', { name: 'Close docker-sample.tm7' }).click();
    await page.getByRole('button', { name: /^STRIDE/ }).click();
    await page.getByRole('button', { name: 'Close Untitled.tm7' }).click();
    await expect(page.getByRole('heading', { name: 'Samples' })).toBeVisible();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('leaving with unsaved work is guarded', async ({ page }) => {
    await openSample(page);
    await setOwner(page, 'Ada');
    await stays(page);
    await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
  });
});

test.describe('in place', () => {
  /** Real file handles, from the origin's private files, instead of the system's dialogs. */
  const withPickers = (page: Page) =>
    page.addInitScript((content) => {
      const handle = async (name: string) =>
        (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
      Object.assign(window, {
        showOpenFilePicker: async () => {
          const opened = await handle('model.tm7');
          if ((await opened.getFile()).size === 0) {
            const stream = await opened.createWritable();
            await stream.write(Uint8Array.from(atob(content), (c) => c.charCodeAt(0)));
            await stream.close();
          }
          return [opened];
        },
        showSaveFilePicker: async () => handle('other.tm7'),
      });
    }, sample().toString('base64'));

  const stored = (page: Page, name: string) =>
    page.evaluate(async (file) => {
      const handle = await (await navigator.storage.getDirectory()).getFileHandle(file);
      return (await handle.getFile()).text();
    }, name);

  test('saves where the file came from, opens it once, and saves elsewhere on demand', async ({ page }) => {
    await withPickers(page);
    await openApp(page);
    await page.getByRole('button', { name: 'Open a file' }).click();
    await setOwner(page, 'Ada');
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle(/^model\.tm7/);
    expect(await stored(page, 'model.tm7')).toContain('<Owner>Ada</Owner>');

    await page.keyboard.press('Control+o');
    await expect(page.getByText('model.tm7 is already open.')).toBeVisible();

    await setOwner(page, 'Grace');
    await page.keyboard.press('Control+Shift+s');
    await expect(page).toHaveTitle(/^other\.tm7/);
    expect(await stored(page, 'other.tm7')).toContain('<Owner>Grace</Owner>');
    expect(await stored(page, 'model.tm7')).toContain('<Owner>Ada</Owner>');
  });

  test('still saves in place after a reload', async ({ page }) => {
    await withPickers(page);
    await openApp(page);
    await page.getByRole('button', { name: 'Open a file' }).click();
    await setOwner(page, 'Ada');
    await expect.poll(() => kept(page)).toEqual([['model.tm7', true, 1]]);
    await page.reload();
    await expect(page).toHaveTitle(/^● model\.tm7/);
    await page.keyboard.press('Control+s');
    await expect(page).toHaveTitle(/^model\.tm7/);
    expect(await stored(page, 'model.tm7')).toContain('<Owner>Ada</Owner>');
  });

  test('asks before it overwrites what another program wrote meanwhile', async ({ page }) => {
    await withPickers(page);
    await openApp(page);
    await page.getByRole('button', { name: 'Open a file' }).click();
    await setOwner(page, 'Ada');
    await page.evaluate(async () => {
      // A time stamp has milliseconds: this write must not share one with the first.
      await new Promise((resolve) => setTimeout(resolve, 20));
      const handle = await (await navigator.storage.getDirectory()).getFileHandle('model.tm7');
      const stream = await handle.createWritable();
      await stream.write('written by another program');
      await stream.close();
    });
    await page.keyboard.press('Control+s');
    const question = page.getByRole('dialog', { name: 'model.tm7 has changed on disk' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await stored(page, 'model.tm7')).toBe('written by another program');
    await page.keyboard.press('Control+s');
    await question.getByRole('button', { name: 'Overwrite' }).click();
    await expect(page).toHaveTitle(/^model\.tm7/);
    expect(await stored(page, 'model.tm7')).toContain('<Owner>Ada</Owner>');
  });

  test('leaving while a file is written is guarded, and the write goes on', async ({ page }) => {
    await withPickers(page);
    await openSample(page);
    // The last byte waits until the test lets it go.
    await page.evaluate(() => {
      const { close } = WritableStream.prototype;
      const written = new Promise<void>((resolve) => {
        Object.assign(window, { letGo: resolve });
      });
      FileSystemWritableFileStream.prototype.close = async function () {
        document.body.dataset['writes'] = 'yes';
        await written;
        return close.call(this);
      };
    });
    // Nothing is unsaved: a copy elsewhere of a file that nobody has edited.
    await page.keyboard.press('Control+Shift+s');
    await expect(page.locator('body')).toHaveAttribute('data-writes', 'yes');
    await stays(page);
    await page.evaluate(() => Reflect.get(window, 'letGo')());
    await expect(page).toHaveTitle(/^other\.tm7/);
    expect(Buffer.from(await stored(page, 'other.tm7')).equals(sample())).toBe(true);
  });

  test('a failed write is told and loses nothing', async ({ page }) => {
    await withPickers(page);
    await openApp(page);
    await page.getByRole('button', { name: 'Open a file' }).click();
    await setOwner(page, 'Ada');
    await page.evaluate(() => {
      FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new Error('the disk is full'));
    });
    await page.keyboard.press('Control+s');
    await expect(alerts(page)).toContainText('model.tm7 was not saved: the disk is full');
    await expect(page).toHaveTitle(/^●/);
  });
});
