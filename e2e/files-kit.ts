import type { Buffer } from 'node:buffer';
import type { Download, Page } from '@playwright/test';
import { bytesOf, expect, templateFile } from './fixture.ts';
import { storedFields } from './stored-kit.ts';

export const SAMPLE = templateFile('docker-sample.tm7');
export const WEB = templateFile('web-application.tm7');
export const sample = () => bytesOf(SAMPLE);

export const tab = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const alerts = (page: Page) => page.getByRole('alert');

/** An edit of the model that leaves the diagram alone. */
export async function setOwner(page: Page, owner: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Owner' });
  await field.fill(owner);
  await field.blur();
  await expect(page).toHaveTitle(/^●/);
}

export async function saved(download: Download): Promise<Buffer> {
  return bytesOf(await download.path());
}

export async function save(page: Page): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return saved(download);
}

/** What the autosave has written of each model: the number of its changes last, null for an unedited file. */
export const kept = (page: Page) => storedFields(page, 'models', 'fileName', 'active', 'content.until');

/** Tries to leave the page, is asked, and stays. */
export async function stays(page: Page): Promise<void> {
  const guarded = page.waitForEvent('dialog');
  const leaving = page.close({ runBeforeUnload: true });
  const dialog = await guarded;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
}
