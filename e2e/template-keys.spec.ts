import type { Locator, Page } from '@playwright/test';
import { readTemplate } from '../src/core/codec/index.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';

/** What templates are for, by keyboard alone: no click, and nothing is focused but by keys. */

const MODEL = templateFile('docker-sample-triaged.tm7');

const detail = (page: Page) => page.getByRole('region', { name: 'Details' });
const field = (page: Page, name: string) => detail(page).getByRole('textbox', { name, exact: true });
const choice = (page: Page, name: string) => detail(page).getByRole('combobox', { name, exact: true });
const tree = (page: Page, name: string) => page.getByRole('tree', { name });
const row = (page: Page, name: string) => page.getByRole('treeitem', { name, exact: true });

/** Tab, or Shift and Tab, until `target` has the focus. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  await expect(target).toBeAttached();
  for (let presses = 0; presses < 150; presses++) {
    if (await target.evaluate((node) => node === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter', by = 'Tab'): Promise<void> {
  await tabTo(page, target, by);
  await page.keyboard.press(key);
}

/** Writes over what a field holds. */
async function write(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
}

/** Chooses in a list by the letters that its entry begins with. */
async function choose(page: Page, target: Locator, letters: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(letters);
  await expect(target.locator('option:checked')).toHaveText(new RegExp(`^${letters}`, 'i'));
}

/** Runs a command of the palette. */
async function run(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(page.getByRole('combobox', { name: 'Commands and search' })).toBeFocused();
  await page.keyboard.type(name);
  await expect(page.getByRole('option', { name }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
}

async function walkTo(page: Page, name: string, target: string): Promise<void> {
  await tabTo(page, tree(page, name));
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 60; presses++) {
    if ((await row(page, target).getAttribute('aria-selected')) === 'true') return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrows do not reach ${target}`);
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return bytesOf(await download.path());
}

const save = (page: Page) => downloaded(page, () => page.keyboard.press('ControlOrMeta+s'));

/** Gives a file to what the keys opened. */
async function give(page: Page, button: Locator, name: string, buffer: Buffer): Promise<void> {
  // Asked for before the way there: what the browser opens until it has heard of it is lost.
  const opened = page.waitForEvent('filechooser');
  await tabTo(page, button);
  await page.keyboard.press('Enter');
  await (await opened).setFiles({ name, mimeType: '', buffer });
}

async function openModelsTemplate(page: Page): Promise<void> {
  await openApp(page);
  await openFiles(page, MODEL);
  await expect(page).toHaveTitle(/^docker-sample-triaged/);
  await run(page, "Open the model's template");
  await expect(tree(page, 'Stencils')).toBeVisible();
}

test('stencils are made, filled in, hidden, overridden and deleted by keys', async ({ page }) => {
  await openModelsTemplate(page);
  await walkTo(page, 'Stencils', 'Container');
  const add = page.getByRole('button', { name: 'Add', exact: true });
  await press(page, add, 'Enter', 'Shift+Tab');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('group', { name: 'Add' })).toHaveCount(0);
  await expect(add).toBeFocused();
  await page.keyboard.press('Enter');
  await press(page, page.getByRole('button', { name: 'Stencil below Container' }));
  // Its name is what comes next.
  await expect(field(page, 'Name')).toBeFocused();
  await page.keyboard.type('Sidecar');
  await write(page, field(page, 'Description'), 'Stands beside another container.');
  await choose(page, choice(page, 'Derived from'), 'Image');
  await choose(page, choice(page, 'Drawn as'), 'Circle');
  await choose(page, choice(page, 'Behaviour'), 'Ends');
  await press(page, detail(page).getByRole('checkbox', { name: /^Hidden/ }), 'Space');
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
  );
  await give(page, detail(page).getByRole('button', { name: 'Choose a picture…' }), 'black.svg', svg);
  await expect(detail(page).getByRole('img', { name: 'Picture of Sidecar' })).toBeVisible();
  await choose(page, choice(page, 'Place of the picture'), 'Lower');
  await tabTo(page, detail(page).getByRole('spinbutton', { name: 'Line width' }));
  await page.keyboard.press('ArrowUp');
  await write(page, field(page, 'Dashes'), '4 2');
  await press(page, detail(page).getByRole('button', { name: 'Override' }).first());
  await expect(detail(page).getByText(/^Overrides that of /)).toBeVisible();
  await press(page, detail(page).getByRole('button', { name: 'Add a property' }));
  const property = detail(page).getByRole('group').last();
  await write(page, property.getByRole('textbox', { name: 'Label' }), 'Mutual TLS');
  await write(page, property.getByRole('textbox', { name: 'Identifier' }), 'mutualTls');
  await write(page, property.getByRole('textbox', { name: 'Values' }), 'On');
  await press(page, property.getByRole('checkbox', { name: 'Fixed by the stencil' }), 'Space');

  const read = readTemplate(new Uint8Array(await save(page)));
  if (!read.ok) throw new Error('The template cannot be read');
  const made = read.value.template.standardElements.find(({ name }) => name === 'Sidecar');
  expect(made).toMatchObject({
    description: 'Stands beside another container.',
    parentId: 'CON.Image',
    representation: 'Ellipse',
    behavior: 'Target',
    hidden: true,
    strokeDashArray: '4 2',
    imageLocation: 'Lower right of stencil',
  });
  expect(made?.attributes.at(-1)).toMatchObject({ name: 'mutualTls', mode: 'Static', values: ['On'] });

  await walkTo(page, 'Stencils', 'Sidecar');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(row(page, 'Sidecar (copy)')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Delete');
  await expect(row(page, 'Sidecar (copy)')).toHaveCount(0);
  await walkTo(page, 'Stencils', 'Container');
  await page.keyboard.press('Delete');
  const question = page.getByRole('dialog', { name: 'Delete Container?' });
  await expect(question.getByText(/of docker-sample-triaged\.tm7 will have a type/)).toBeVisible();
  await press(page, question.getByRole('button', { name: 'Delete' }));
  await expect(row(page, 'Container')).toHaveCount(0);
  await press(page, page.getByText(/^Check: \d+ things to look at/));
  await press(page, page.getByRole('button', { name: /^Warning.*\[Container\]/ }).first());
  await expect(detail(page).getByText(/^Threat type in /)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(row(page, 'Container')).toBeVisible();
});

test('threat types, filters and the trial are worked with by keys, and put into the model', async ({
  page,
}) => {
  await openModelsTemplate(page);
  await walkTo(page, 'Threat categories and types', 'Container breakout');
  await write(page, field(page, 'Title'), 'Out of {t');
  await page.keyboard.press('Enter');
  await expect(field(page, 'Title')).toHaveValue('Out of {target.Name}');
  const include = detail(page).getByRole('textbox', { name: 'Include, as text' });
  await write(page, include, "source is 'image");
  await page.keyboard.press('Enter');
  await expect(include).toHaveValue("source is 'CON.Image'");
  const form = detail(page).getByRole('group', { name: 'Include, as a form' });
  await choose(page, form.getByRole('combobox', { name: 'Stencil' }), 'Container');
  await press(page, form.getByRole('button', { name: 'Add a condition' }).last());
  await choose(page, form.getByRole('combobox', { name: 'Group' }), 'one of');
  await choose(page, form.getByRole('combobox', { name: 'Of what' }).last(), 'target');
  await choose(page, form.getByRole('combobox', { name: 'Stencil' }).last(), 'Volume');
  await expect(include).toHaveValue("source is 'CON.Container' or target is 'CON.Volume'");
  await press(page, form.getByRole('button', { name: 'Add a group' }));
  await expect(form.getByRole('group', { name: 'Group' })).toHaveCount(2);
  await press(page, form.getByRole('button', { name: 'Remove' }).last());

  const trial = detail(page).getByRole('region', { name: 'Try it' });
  await choose(page, trial.getByRole('combobox', { name: 'Model' }), 'docker-sample-triaged');
  await expect(trial.getByText(/^\d of 6 data flows would have this threat/)).toBeVisible();
  await press(page, trial.getByRole('list').first().getByRole('button').nth(1));
  await expect(trial.getByText(/^What is asked about /)).toBeVisible();
  await press(page, trial.getByText('Threats of the model, before and after the change'));
  await expect(trial.getByRole('row').nth(1)).toBeVisible();

  const add = page.getByRole('button', { name: 'Add', exact: true });
  await press(page, add, 'Enter', 'Shift+Tab');
  await press(page, page.getByRole('button', { name: 'Property of threats' }));
  await expect(field(page, 'Label')).toBeFocused();
  await page.keyboard.type('Ticket');
  await choose(page, choice(page, 'Kind'), 'List');
  await write(page, field(page, 'Choices'), 'open');
  await press(page, detail(page).getByRole('checkbox', { name: /^Hidden/ }), 'Space');
  await press(page, page.getByRole('button', { name: 'Count the version up' }), 'Enter', 'Shift+Tab');
  await press(page, page.getByRole('button', { name: 'Put into docker-sample-triaged.tm7…' }));
  const change = page.getByRole('dialog', { name: /^Change the template of docker-sample-triaged/ });
  await expect(change.getByText(/: a newer version\.$/)).toBeVisible();
  const apply = change.getByRole('button', { name: 'Change the template' });
  await expect(apply).toBeEnabled();
  await press(page, apply);
  await expect(page).toHaveTitle(/^● docker-sample-triaged/);
  expect((await save(page)).toString('utf8')).toContain('Out of {target.Name}');
});

test('a model gets another template, and templates are compared, merged and kept, by keys', async ({
  page,
}) => {
  await openApp(page);
  await openFiles(page, MODEL);
  await expect(page).toHaveTitle(/^docker-sample-triaged/);
  await run(page, 'Change the template');
  const change = page.getByRole('dialog', { name: /^Change the template of docker-sample-triaged/ });
  await press(page, change.getByRole('button', { name: /^STRIDE \(core\)/ }));
  const becomes = change.getByRole('combobox', { name: 'Container becomes' });
  await choose(page, becomes, 'Keep it');
  // Each line opens.
  await press(page, change.getByText(/^\d+ new threats?$/));
  await expect(change.locator('details[open] li').first()).toBeVisible();
  const use = change.getByRole('button', { name: 'Use choices…' });
  const choices = await downloaded(page, () =>
    press(page, change.getByRole('button', { name: 'Save the choices…' })),
  );
  await choose(page, becomes, 'Generic process');
  await give(page, use, 'choices.json', choices);
  await expect(becomes.locator('option:checked')).toHaveText(/^Keep it/);
  const apply = change.getByRole('button', { name: 'Change the template' });
  await expect(apply).toBeEnabled();
  await press(page, apply);
  await expect(page).toHaveTitle(/^● docker-sample-triaged/);
  await page.keyboard.press('ControlOrMeta+z');
  expect((await save(page)).equals(bytesOf(MODEL))).toBe(true);

  await run(page, 'Edit a template');
  const edit = page.getByRole('dialog', { name: 'Edit a template' });
  await press(page, edit.getByRole('button', { name: /^Containers/ }));
  await expect(page).toHaveTitle(/^containers\.tb7/);
  await run(page, 'Compare and merge');
  const merge = page.getByRole('dialog', { name: 'Compare and merge containers.tb7' });
  await press(page, merge.getByRole('button', { name: /^STRIDE \(core\)/ }));
  await press(page, merge.getByText(/^\d+ differences/));
  await expect(merge.locator('details[open] li').first()).toBeVisible();
  await press(page, merge.getByRole('button', { name: 'Merge into this one' }));
  await expect(page).toHaveTitle(/^● containers\.tb7/);
  await save(page);

  await press(page, page.getByRole('button', { name: 'Start page' }), 'Enter', 'Shift+Tab');
  const own = page.getByRole('region', { name: 'Your templates' }).getByRole('listitem');
  await expect(own).toHaveCount(1);
  const kept = await downloaded(page, () => press(page, own.getByRole('button', { name: /as a file$/ })));
  expect(readTemplate(new Uint8Array(kept)).ok).toBe(true);
  await press(page, own.getByRole('button', { name: /^New model on / }), 'Enter', 'Shift+Tab');
  await expect(page).toHaveTitle(/Untitled\.tm7/);
  await press(page, page.getByRole('button', { name: 'Start page' }), 'Enter', 'Shift+Tab');
  await press(page, own.getByRole('button', { name: /^Forget / }));
  await expect(own).toHaveCount(0);
});
