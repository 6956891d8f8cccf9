import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';

const MODEL = templateFile('docker-sample-triaged.tm7');

async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands and search' }).fill(name);
  await page.getByRole('option', { name }).first().click();
}

async function openModel(page: Page): Promise<void> {
  await openApp(page);
  await openFiles(page, MODEL);
  await expect(page).toHaveTitle('docker-sample-triaged.tm7 – Trustline');
}

async function saved(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return bytesOf(await download.path());
}

const dialog = (page: Page) =>
  page.getByRole('dialog', { name: /^Change the template of docker-sample-triaged/ });

test('a model changes to another template, keeps the work, and is undone to its first bytes', async ({
  page,
}) => {
  await openModel(page);
  await run(page, 'Change the template');
  await dialog(page)
    .getByRole('button', { name: /^STRIDE \(core\)/ })
    .click();
  await expect(dialog(page).getByText(/: another template\.$/)).toBeVisible();
  await expect(
    dialog(page).getByText(/threats that were worked on no longer follow: they stay/),
  ).toBeVisible();
  const becomes = dialog(page).getByRole('combobox', { name: 'Container becomes' });
  await becomes.selectOption({ label: 'Keep it as a type of its own' });
  await expect(dialog(page).getByText('kept', { exact: true }).first()).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Change the template', exact: true }).click();
  await expect(page.getByText(/is on STRIDE \(core\) .* now$/)).toBeVisible();
  const changed = (await saved(page)).toString('utf8');
  expect(changed).toContain('STRIDE (core)');
  // Whatever was written to the threats is still in the file.
  const texts = bytesOf(MODEL)
    .toString('utf8')
    .match(/<a:Key>StateInformation<\/a:Key><a:Value[^>]*>[^<]+/g);
  expect(texts?.length).toBeGreaterThan(10);
  for (const text of texts ?? []) expect(changed).toContain(text);
  await page.getByRole('button', { name: /^Undo: Change the template/ }).click();
  expect((await saved(page)).equals(bytesOf(MODEL))).toBe(true);
});

test('a template that is opened beside a model is offered for it, and an open one can be chosen', async ({
  page,
}) => {
  await openModel(page);
  await openFiles(page, templateFile('containers.tb7'));
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await page.getByRole('button', { name: 'Use it for docker-sample-triaged.tm7' }).click();
  await expect(dialog(page).getByText(/: the same version\.$/)).toBeVisible();
  await expect(dialog(page).getByText('20 threats stay as they are')).toBeVisible();
  await page.keyboard.press('Escape');
  await run(page, 'Change the template');
  await dialog(page).getByRole('button', { name: 'Use containers.tb7, which is open' }).click();
  await expect(dialog(page).getByText(/: the same version\.$/)).toBeVisible();
});

test('a template that is dropped on a model is offered for it, until it is another one', async ({ page }) => {
  await openModel(page);
  const drop = async () => {
    const transfer = await page.evaluateHandle(
      (text) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], 'dropped.tb7'));
        return data;
      },
      bytesOf(templateFile('stride-core.tb7')).toString('base64'),
    );
    await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await expect(page).toHaveTitle('dropped.tb7 – Trustline');
  };
  const offer = page.getByRole('button', { name: 'Use it for docker-sample-triaged.tm7' });
  await drop();
  await expect(offer).toBeVisible();
  await page.getByRole('button', { name: 'Count the version up' }).click();
  await expect(offer).toHaveCount(0);
  const files = page.getByRole('navigation', { name: 'Open files' });
  await files.getByRole('button', { name: /^docker-sample-triaged/ }).click();
  await drop();
  await offer.click();
  await expect(dialog(page).getByText(/: another template\.$/)).toBeVisible();
});

test('choices are saved and used again, and another file is refused', async ({ page }) => {
  await openModel(page);
  await run(page, 'Change the template');
  await dialog(page)
    .getByRole('button', { name: /^Kubernetes/ })
    .click();
  await dialog(page)
    .getByRole('combobox', { name: 'Container becomes' })
    .selectOption({ label: 'Keep it as a type of its own' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: 'Save the choices…' }).click(),
  ]);
  const choices = bytesOf(await download.path());
  await page.keyboard.press('Escape');
  await run(page, 'Change the template');
  await dialog(page)
    .getByRole('button', { name: /^Kubernetes/ })
    .click();
  const becomes = dialog(page).getByRole('combobox', { name: 'Container becomes' });
  await expect(becomes).not.toHaveValue('\u0000');
  const input = dialog(page).getByLabel('File with choices');
  await input.setInputFiles({ name: 'no.json', mimeType: 'application/json', buffer: Buffer.from('{') });
  await expect(page.getByText('no.json was not used: The mapping file is no JSON.')).toBeVisible();
  await input.setInputFiles({ name: 'yes.json', mimeType: 'application/json', buffer: choices });
  await expect(becomes).toHaveValue('\u0000');
});

test('axe finds nothing in the preview', async ({ page }) => {
  await openModel(page);
  await run(page, 'Change the template');
  await dialog(page)
    .getByRole('button', { name: /^STRIDE \(core\)/ })
    .click();
  await expect(dialog(page).getByRole('combobox', { name: 'Container becomes' })).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOn(page).include('[role="dialog"]').analyze();
    expect(violations.map(({ id, nodes }) => [colorScheme, id, nodes[0]?.html.slice(0, 160)])).toEqual([]);
  }
});

test('a new template is made from nothing, and ours can be edited as copies', async ({ page }) => {
  await openApp(page);
  await run(page, 'New template');
  await expect(page.getByRole('treeitem', { name: 'Data store' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('New template');
  await run(page, 'Edit a template');
  await page
    .getByRole('dialog', { name: 'Edit a template' })
    .getByRole('button', { name: /^Kubernetes/ })
    .click();
  await expect(page).toHaveTitle('kubernetes.tb7 – Trustline');
});
