import { expect, test } from '@playwright/test';
import { bytesOf, openApp, openFiles, templateFile } from './fixture.ts';

// Without the fixture's guard: here an error of the views is the subject.
test('a crash of the views keeps the work and leads back to it', async ({ page }) => {
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(page.getByRole('tab', { name: /Threats/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await expect(page).toHaveTitle(/^● docker-sample/);
  await page.getByRole('button', { name: 'Start page' }).click();
  await page.evaluate(() => {
    Object.defineProperty(window, 'innerWidth', {
      get: () => {
        throw new Error('planted');
      },
    });
  });
  await page.getByRole('button', { name: /^docker-sample\.tm7, not saved/ }).click();
  await expect(page.getByRole('alert')).toContainText('Your work is kept');
  await page.getByText('What happened').click();
  await expect(page.getByRole('alert')).toContainText('planted');
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  expect(bytesOf(await copy.path()).toString('utf8')).toContain('<Owner>Ada</Owner>');
  // No help is to be had here: another page has it.
  const [other] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'What this means' }).click(),
  ]);
  const help = other.getByRole('dialog', { name: 'Help' });
  await expect(help.getByRole('heading', { name: 'Something went wrong in Trustline' })).toBeVisible();
  expect(new URL(other.url()).hash).toBe('');
  await other.close();
  await page.getByRole('button', { name: 'Reload on the start page' }).click();
  await expect(page.getByRole('heading', { name: 'New model' })).toBeVisible();
  await page.getByRole('button', { name: /^docker-sample\.tm7, not saved/ }).click();
  await expect(page.getByRole('textbox', { name: 'Owner' })).toHaveValue('Ada');
});

test('a panel that crashes leaves the canvas, undo and the file alone', async ({ page }) => {
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  const owner = page.getByRole('textbox', { name: 'Owner' });
  await owner.fill('Ada');
  // The outline measures itself as it comes: there it stops.
  await page.evaluate(() => {
    const { ResizeObserver } = window;
    Object.assign(window, { whole: ResizeObserver });
    window.ResizeObserver = class extends ResizeObserver {
      override observe(target: Element, options?: ResizeObserverOptions): void {
        if (target.closest('.outline') !== null) throw new Error('planted');
        super.observe(target, options);
      }
    };
  });
  await page.getByRole('tab', { name: 'Outline' }).click();
  const crash = page.getByRole('alert');
  await expect(crash).toContainText('Outline stopped');
  await crash.getByText('What happened').click();
  await expect(crash).toContainText('planted');

  const shapes = page.locator('.react-flow__node');
  const before = await shapes.count();
  await shapes.filter({ hasText: 'Volume' }).first().click();
  await page.keyboard.press('Delete');
  await expect(shapes).not.toHaveCount(before);
  await page.keyboard.press('Control+z');
  await expect(shapes).toHaveCount(before);

  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    crash.getByRole('button', { name: 'Save a copy' }).click(),
  ]);
  expect(copy.suggestedFilename()).toBe('docker-sample.tm7');
  await expect(page).toHaveTitle(/^● docker-sample/);

  await page.evaluate(() => {
    window.ResizeObserver = Reflect.get(window, 'whole');
  });
  await crash.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('tree', { name: 'Diagrams' })).toBeVisible();
  await expect(crash).toHaveCount(0);
});

test('a crash says so where nothing could be stored, and offers a copy of each file', async ({ page }) => {
  await page.addInitScript(() => {
    if (window === window.top)
      IDBFactory.prototype.open = () => {
        throw new DOMException('Storage is forbidden', 'SecurityError');
      };
  });
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'), templateFile('web-application.tm7'));
  await expect(page).toHaveTitle(/^web-application/);
  await page.getByRole('textbox', { name: 'Owner' }).fill('Ada');
  await expect(page).toHaveTitle(/^● web-application/);
  await page.getByRole('button', { name: 'Start page' }).click();
  await page.evaluate(() => {
    Object.defineProperty(window, 'innerWidth', {
      get: () => {
        throw new Error('planted');
      },
    });
  });
  await page.getByRole('button', { name: 'docker-sample.tm7', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('Your work is not stored');
  await expect(page.getByRole('alert')).not.toContainText('is stored in this browser');
  const [copy] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save a copy of web-application.tm7' }).click(),
  ]);
  expect(bytesOf(await copy.path()).toString('utf8')).toContain('<Owner>Ada</Owner>');
  await expect(page.getByRole('button', { name: 'Save a copy of docker-sample.tm7' })).toBeVisible();
});

test('what is thrown outside the views is told once, and can be copied', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(page).toHaveTitle(/^docker-sample/);
  await page.evaluate(() => {
    const planted = new Error('planted in a handler');
    for (let n = 0; n < 50; n++)
      setTimeout(() => {
        throw planted;
      });
    void Promise.reject(new Error('planted in a promise'));
  });
  const notice = page.getByRole('listitem').filter({ hasText: 'Something went wrong in Trustline' });
  await expect(notice.getByText('Details (2)')).toBeVisible();
  await expect(notice).toHaveCount(1);
  await notice.getByRole('button', { name: 'Copy details' }).click();
  await expect(page.getByText('Details copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('planted in a handler');
  expect(copied).toContain('planted in a promise');
  await expect(page).toHaveTitle(/^docker-sample/);
});
