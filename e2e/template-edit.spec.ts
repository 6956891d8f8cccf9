import type { Page } from '@playwright/test';
import { axeOn } from './axe-kit.ts';
import { bytesOf, expect, openApp, openFiles, templateFile, test } from './fixture.ts';

const FILE = templateFile('containers.tb7');

const tree = (page: Page, name: string) => page.getByRole('tree', { name });
const stencils = (page: Page) => tree(page, 'Stencils');
const threats = (page: Page) => tree(page, 'Threat categories and types');
const detail = (page: Page) => page.getByRole('region', { name: 'Details' });
const field = (page: Page, name: string) => detail(page).getByRole('textbox', { name, exact: true });
const rule = (page: Page, name: string) => detail(page).getByRole('textbox', { name: `${name}, as text` });
const row = (page: Page, name: string) => stencils(page).getByRole('treeitem', { name, exact: true });

async function openTemplate(page: Page): Promise<void> {
  await openApp(page);
  await openFiles(page, FILE);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await expect(stencils(page)).toBeVisible();
}

async function saved(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  return bytesOf(await download.path()).toString('utf8');
}

test('a stencil is added below another one, filled in, saved, and undone to the first bytes', async ({
  page,
}) => {
  await openTemplate(page);
  await row(page, 'Container').click();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Stencil below Container' }).click();
  await expect(detail(page).getByText('Stencil derived from Container')).toBeVisible();
  await field(page, 'Name').fill('Sidecar <proxy>');
  await field(page, 'Description').fill('Stands beside another container.');
  await expect(row(page, 'Sidecar <proxy>')).toHaveAttribute('aria-level', '3');
  await detail(page).getByRole('button', { name: 'Add a property' }).click();
  await field(page, 'Label').fill('Mutual TLS');
  // Not one letter of it counts before the field is left.
  await field(page, 'Identifier').fill('no identifier');
  await field(page, 'Label').click();
  await expect(page.getByText('“no identifier” was not taken', { exact: false })).toBeVisible();
  await field(page, 'Identifier').fill('mutualTls');
  await field(page, 'Values').fill('Not Selected\nOn\nOff');
  const text = await saved(page);
  expect(text).toContain('<Name>Sidecar &lt;proxy&gt;</Name>');
  expect(text).toContain('<Name>mutualTls</Name>');
  expect(text).toMatch(/<Value>On<\/Value>\s*<Value>Off<\/Value>/);
  for (let steps = 0; steps < 12; steps++) {
    if (!(await page.getByRole('button', { name: /^Undo/ }).isEnabled())) break;
    await page.getByRole('button', { name: /^Undo/ }).click();
  }
  expect(await saved(page)).toBe(bytesOf(FILE).toString('utf8'));
});

test('a picture is taken as PNG or SVG, and refused when it is none', async ({ page }) => {
  await openTemplate(page);
  await row(page, 'Container').click();
  const input = detail(page).getByLabel('Picture', { exact: true });
  const picture = detail(page).getByRole('img', { name: 'Picture of Container' });
  const before = await picture.getAttribute('src');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><script>document.title="no"</script><rect width="8" height="8" fill="red"/></svg>';
  await input.setInputFiles({ name: 'red.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) });
  await expect(picture).not.toHaveAttribute('src', before ?? '');
  await expect(picture).toHaveAttribute('src', /^data:image\/png/);
  await input.setInputFiles({ name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(page.getByText('no.png is no PNG, JPEG or SVG picture that can be shown')).toBeVisible();
  await detail(page).getByRole('button', { name: 'Remove the picture' }).click();
  await expect(picture).toHaveCount(0);
});

test('a filter is one as text and as a form, says what is wrong, and is tried on an open model', async ({
  page,
}) => {
  await openApp(page);
  await openFiles(page, templateFile('docker-sample.tm7'));
  await expect(page).toHaveTitle(/^docker-sample/);
  await openFiles(page, FILE);
  await expect(page).toHaveTitle('containers.tb7 – Trustline');
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  const include = rule(page, 'Include');
  await include.fill("source is 'CON.Container' and");
  await expect(detail(page).getByText(/^Character \d+: "source", "target" or "flow" expected/)).toBeVisible();
  await include.fill("source is 'CON.Container'");
  const form = detail(page).getByRole('group', { name: 'Include, as a form' });
  await expect(form.getByRole('combobox', { name: 'Stencil' })).toHaveValue('CON.Container');
  const trial = detail(page).getByRole('region', { name: 'Try it' });
  await expect(trial.getByText(/^2 of 6 data flows would have this threat/)).toBeVisible();
  await form.getByRole('combobox', { name: 'Stencil' }).selectOption('CON.Image');
  await expect(include).toHaveValue("source is 'CON.Image'");
  await expect(trial.getByText(/^1 of 6 data flows/)).toBeVisible();
  const answer = trial.getByRole('listitem').filter({ hasText: 'Source is Image' });
  await expect(answer).toHaveAttribute('data-holds', 'true');
  await form.getByRole('button', { name: 'Add a condition' }).click();
  await form.getByRole('combobox', { name: 'Of what' }).last().selectOption('target');
  await form.getByRole('combobox', { name: 'Asks' }).last().selectOption('is not');
  await expect(include).toHaveValue(/^source is 'CON\.Image' and not target is '/);
  await expect(trial.getByText(/^What is asked about /)).toBeVisible();
});

test('a filter is completed by names, by keyboard alone', async ({ page }) => {
  await openTemplate(page);
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  const exclude = rule(page, 'Exclude');
  await exclude.focus();
  await exclude.pressSequentially('tar');
  await expect(page.getByRole('option', { name: /^target/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await exclude.pressSequentially(' is ');
  await exclude.pressSequentially("'volu");
  await page.keyboard.press('Enter');
  await expect(exclude).toHaveValue("target is 'CON.Volume'");
});

test('a name that was deleted is repaired', async ({ page }) => {
  await openTemplate(page);
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  await rule(page, 'Exclude').fill('target is [volume]');
  await expect(detail(page).getByText('[volume] names something that was deleted')).toBeVisible();
  await detail(page).getByRole('button', { name: "Repair: 'CON.Volume'" }).click();
  await expect(rule(page, 'Exclude')).toHaveValue("target is 'CON.Volume'");
});

test('deleting a stencil says first what uses it, and the check says it after', async ({ page }) => {
  await openTemplate(page);
  await row(page, 'Container').click();
  await row(page, 'Container').press('Delete');
  const question = page.getByRole('dialog', { name: 'Delete Container?' });
  await expect(question.getByText(/threat types ask for it/)).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(row(page, 'Container')).toBeVisible();
  await row(page, 'Container').press('Delete');
  await question.getByRole('button', { name: 'Delete' }).click();
  await expect(row(page, 'Container')).toHaveCount(0);
  await page.getByText(/^Check: \d+ things to look at/).click();
  const finding = page.getByRole('button', {
    name: /^Warning.*\[Container\] names something that was deleted/,
  });
  await finding.first().click();
  await expect(detail(page).getByText(/^Threat type in /)).toBeVisible();
});

test('things are duplicated and moved by keys', async ({ page }) => {
  await openTemplate(page);
  await row(page, 'Volume').click();
  await row(page, 'Volume').press('Control+d');
  await expect(row(page, 'Volume (copy)')).toHaveAttribute('aria-selected', 'true');
  const names = () => stencils(page).getByRole('treeitem').allTextContents();
  const before = await names();
  await row(page, 'Volume (copy)').press('Alt+ArrowUp');
  const after = await names();
  expect(after).not.toEqual(before);
  expect([...after].sort()).toEqual([...before].sort());
});

test('categories, threat types and properties of threats are made and edited', async ({ page }) => {
  await openTemplate(page);
  const add = (name: string) => async () => {
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('group', { name: 'Add' }).getByRole('button', { name, exact: true }).click();
  };
  await add('Threat category')();
  await field(page, 'Name').fill('Supply chain');
  await add('Threat type')();
  await expect(detail(page).getByText('Threat type in Supply chain')).toBeVisible();
  await field(page, 'Title').fill('Swapped ');
  await detail(page)
    .getByRole('group', { name: 'Insert: Title' })
    .getByRole('button', { name: '{source.Name}' })
    .click();
  await expect(field(page, 'Title')).toHaveValue('Swapped {source.Name}');
  await detail(page).getByRole('combobox', { name: 'Priority' }).selectOption('Low');
  await add('Property of threats')();
  await field(page, 'Label').fill('Ticket');
  await detail(page).getByRole('combobox', { name: 'Kind' }).selectOption('List');
  await field(page, 'Choices').fill('open\nclosed');
  const text = await saved(page);
  expect(text).toContain('<ShortTitle>Swapped {source.Name}</ShortTitle>');
  expect(text).toContain('<Label>Ticket</Label>');
});

test('the version counts up on request', async ({ page }) => {
  await openTemplate(page);
  const version = page.getByRole('textbox', { name: 'Version' });
  const before = await version.inputValue();
  await page.getByRole('button', { name: 'Count the version up' }).click();
  await expect(version).not.toHaveValue(before);
  await expect(version).toHaveValue(/^\d+\.\d+\.\d+\.\d+$/);
});

test('the template inside a model is edited, its threats are counted, and it is put back as one step', async ({
  page,
}) => {
  const model = templateFile('docker-sample.tm7');
  await openApp(page);
  await openFiles(page, model);
  await expect(page).toHaveTitle(/^docker-sample/);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Commands and search' }).fill("Open the model's template");
  await page.getByRole('option', { name: "Open the model's template" }).click();
  await row(page, 'Container').click();
  await row(page, 'Container').press('Delete');
  const question = page.getByRole('dialog', { name: 'Delete Container?' });
  await expect(question.getByText(/1 element of docker-sample\.tm7 will have a type/)).toBeVisible();
  await question.getByRole('button', { name: 'Cancel' }).click();
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  const counts = detail(page).getByText('Threats of the model, before and after the change');
  await counts.click();
  await expect(detail(page).getByText(/^Each type has as many threats as/)).toBeVisible();
  const line = detail(page).getByRole('row', { name: /^Container breakout/ });
  const before = await line.getByRole('cell').nth(1).textContent();
  await rule(page, 'Include').fill("source is 'CON.Container' or not source is 'CON.Container'");
  await expect(detail(page).getByText(/^1 threat type with more or fewer threats/)).toBeVisible();
  await expect(line.getByRole('cell').nth(1)).toHaveText(before ?? '');
  await expect(line.getByRole('cell').nth(2)).toHaveText('6');
  await page.getByRole('button', { name: 'Put into docker-sample.tm7…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the template of docker-sample.tm7' });
  await expect(dialog.getByText(/\d new threats?/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Change the template', exact: true }).click();
  await expect(page).toHaveTitle(/^● docker-sample/);
  expect(await saved(page)).toContain('or not source is');
  await page.getByRole('button', { name: /^Undo: Change the template/ }).click();
  expect(await saved(page)).toBe(bytesOf(model).toString('utf8'));
});

test('a filter too free for the form says so, and another writer’s file is said to be rewritten', async ({
  page,
}) => {
  await openApp(page);
  const other = bytesOf(FILE).toString('utf8').replace('?>', '?><!-- not by the tool -->');
  await openFiles(page, { name: 'other.tb7', buffer: Buffer.from(other) });
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  const [a, b] = ["source is 'CON.Container'", "target is 'CON.Volume'"];
  const free = Array.from({ length: 7 }).reduce<string>(
    (text, _, at) => `(${text}) ${at % 2 ? 'or' : 'and'} ${b}`,
    a,
  );
  await rule(page, 'Include').fill(free);
  await expect(detail(page).getByText(/^This filter has more groups than the form shows/)).toBeVisible();
  await expect(detail(page).getByRole('group', { name: 'Include, as a form' })).toHaveCount(0);
  await page.keyboard.press('Control+s');
  const question = page.getByRole('dialog', { name: /^Save other\.tb7 in the Windows tool/ });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    question.getByRole('button', { name: 'Save' }).click(),
  ]);
  expect(bytesOf(await download.path()).toString('utf8')).toContain(`<Include>${free}</Include>`);
});

test('a stencil moves, hides and overrides, a finding is put right, and a rule is tried on a sample', async ({
  page,
}) => {
  const text = bytesOf(FILE).toString('utf8');
  const ids = [...text.matchAll(/<\/GenerationFilters>\s*<Id>([^<]+)<\/Id>/g)].map(([, id]) => id);
  const [first, second] = ids.slice(-2);
  expect(second).toBeDefined();
  await openApp(page);
  const twice = text.replace(`<Id>${second}</Id>`, `<Id>${first}</Id>`);
  await openFiles(page, { name: 'containers.tb7', buffer: Buffer.from(twice) });
  await row(page, 'Volume').click();
  await expect(row(page, 'Volume')).toHaveAttribute('aria-level', '2');
  await detail(page).getByRole('combobox', { name: 'Derived from' }).selectOption('CON.Secret');
  await expect(row(page, 'Volume')).toHaveAttribute('aria-level', '3');
  await detail(page).getByRole('checkbox', { name: 'Hidden in the list of stencils' }).check();
  await detail(page).getByRole('combobox', { name: 'Behaviour' }).selectOption('Target');
  await detail(page).getByRole('button', { name: 'Override', exact: true }).first().click();
  await expect(detail(page).getByText(/^Overrides that of /)).toBeVisible();
  await page.getByText(/^Check: \d+ things? to look at/).click();
  const repair = page.getByRole('button', { name: /^Put right: .*id/ });
  await repair.click();
  await expect(repair).toHaveCount(0);
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  await field(page, 'Title').fill('Out of ');
  await field(page, 'Title').press('End');
  await field(page, 'Title').pressSequentially('{t');
  await expect(page.getByRole('option', { name: /^\{target\.Name\}/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(field(page, 'Title')).toHaveValue('Out of {target.Name}');
  const trial = detail(page).getByRole('region', { name: 'Try it' });
  await trial.getByRole('combobox', { name: 'Model' }).selectOption({ label: 'Sample: Docker Sample' });
  await expect(trial.getByText(/^\d+ of 6 data flows would have this threat/)).toBeVisible();
  await trial.getByText('Threats of the model, before and after the change').click();
  await expect(trial.getByRole('row').nth(1)).toBeVisible();
  const { violations } = await axeOn(page).include('.template-detail').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html.slice(0, 160)])).toEqual([]);
  const done = await saved(page);
  const volume = done.slice(done.indexOf('<ID>CON.Volume</ID>'));
  expect(volume).toMatch(/^[\s\S]*?<ParentElement>CON\.Secret<\/ParentElement>/);
  expect(volume).toMatch(/^[\s\S]*?<Hidden>true<\/Hidden>\s*<Behavior>Target<\/Behavior>/);
});

test('a stencil gets its form and line, conditions are grouped, and a broken template leaves all as it is', async ({
  page,
}) => {
  await openTemplate(page);
  await row(page, 'Volume').click();
  await detail(page).getByRole('combobox', { name: 'Drawn as' }).selectOption({ label: 'Circle (process)' });
  await detail(page).getByRole('combobox', { name: 'Place of the picture' }).selectOption('Before label');
  await detail(page).getByRole('spinbutton', { name: 'Line width' }).fill('3');
  await field(page, 'Dashes').fill('4 2');
  await detail(page).getByRole('button', { name: 'Add a property' }).click();
  await detail(page).getByRole('checkbox', { name: 'Fixed by the stencil' }).last().check();
  await threats(page).getByRole('treeitem', { name: 'Container breakout', exact: true }).click();
  await rule(page, 'Include').fill("source is 'CON.Container' and target is 'CON.Volume'");
  const form = detail(page).getByRole('group', { name: 'Include, as a form' });
  await form.getByRole('button', { name: 'Add a group' }).click();
  const groups = form.getByRole('combobox', { name: 'Group' });
  await expect(groups).toHaveCount(2);
  await groups.last().selectOption({ label: 'none of these holds' });
  await expect(rule(page, 'Include')).toHaveValue(/ and not \(.+ or .+\)$/);
  await detail(page).getByRole('combobox', { name: 'Priority' }).selectOption('High');

  const broken = bytesOf(FILE).subarray(0, 9000);
  await openFiles(page, { name: 'broken.tb7', buffer: broken });
  await expect(page.getByText(/^broken\.tb7 /).first()).toBeVisible();
  await expect(page).toHaveTitle('● containers.tb7 – Trustline');
  const text = await saved(page);
  const volume = text.slice(text.indexOf('<Name>Volume</Name>'));
  expect(volume).toMatch(/^[\s\S]*?<Representation>Ellipse<\/Representation>/);
  expect(volume).toMatch(/^[\s\S]*?<StrokeThickness>3<\/StrokeThickness>/);
  expect(volume).toMatch(/^[\s\S]*?<StrokeDashArray>4 2<\/StrokeDashArray>/);
  expect(volume).toMatch(/^[\s\S]*?<Mode>Static<\/Mode>/);
});
