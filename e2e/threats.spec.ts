import type { Page } from '@playwright/test';
import { writeModel } from '../src/core/codec/index.ts';
import { elementName, type Model, THREAT_STATES, threatProperty } from '../src/core/document/index.ts';
import { faultsInThemes } from './axe-kit.ts';
import { canvas, drawn, openSample, run, sampleModel, savedModel } from './canvas-kit.ts';
import { expect, NOW_STORED, openFiles, templateFile, test } from './fixture.ts';

const list = (page: Page) => page.getByRole('listbox', { name: 'Threats' });
const rows = (page: Page) => list(page).locator('.threats-row');

/** The sample with another content, opened in front. */
async function openChanged(page: Page, change: (model: Model) => Model): Promise<void> {
  const buffer = Buffer.from(writeModel(change(sampleModel())));
  await openFiles(page, { name: 'changed.tm7', buffer });
  await expect(page).toHaveTitle(/^changed/);
}

test('a threat that leaves the list gives ring and selection to the next; undo gives them back', async ({
  page,
}) => {
  await openSample(page);
  await page.getByRole('button', { name: /^Not Started 20$/ }).click();
  const chosen = list(page).locator('.threats-row[aria-selected="true"]');
  const idOf = () => chosen.locator('.threats-col-id').textContent();
  await rows(page).first().click();
  const first = await idOf();
  await page.keyboard.press('4');
  await expect(page.getByText('19 of 20')).toBeVisible();
  await expect(chosen).toHaveCount(1);
  await expect(chosen).toHaveAttribute('data-active', 'true');
  const second = await idOf();
  expect(second).not.toBe(first);
  await page.keyboard.press('3');
  await expect(page.getByText('18 of 20')).toBeVisible();
  const model = await savedModel(page);
  const stateOf = (id: string | null) => model.threats.find((threat) => String(threat.id) === id)?.state;
  expect([stateOf(first), stateOf(second)]).toEqual(['Mitigated', 'NotApplicable']);
  const changed = model.threats.filter(({ changedBy }) => changedBy !== null);
  expect(changed.map(({ modifiedAt }) => modifiedAt)).toEqual([NOW_STORED, NOW_STORED]);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('19 of 20')).toBeVisible();
  await expect.poll(idOf).toBe(second);
});

test('what a filter hides is selected no longer, so no key and no field changes it', async ({ page }) => {
  await openSample(page);
  await list(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  const detail = page.getByRole('region', { name: 'Selected threat' });
  await expect(detail.getByText('20 threats')).toBeVisible();
  await page.getByRole('button', { name: /^Mitigation Implemented 0$/ }).click();
  await expect(page.getByText('0 of 20')).toBeVisible();
  await expect(detail.getByLabel('State')).toHaveCount(0);
  await page.getByRole('button', { name: /^Mitigation Implemented 0$/ }).click();
  await expect(list(page).locator('[aria-selected="true"]')).toHaveCount(0);
});

test('a threat that is written about stays in the list until its field is left', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('Search threats').fill('breakout');
  await rows(page).first().click();
  await page.getByLabel('Title', { exact: true }).fill('Another title');
  const description = page
    .getByRole('region', { name: 'Selected threat' })
    .getByLabel('Description', { exact: true });
  await description.fill('About it');
  await page.keyboard.type(' all');
  await expect(description).toHaveValue('About it all');
  const model = await savedModel(page);
  expect(model.threats.filter(({ changedBy }) => changedBy !== null)).toHaveLength(1);
});

test('an update is shown before it is made, and its new threats are marked', async ({ page }) => {
  await openSample(page);
  await openChanged(page, (model) => ({ ...model, threats: model.threats.slice(2) }));
  await page.getByRole('button', { name: 'Update threats' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('2 new')).toBeVisible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('18 threats', { exact: true })).toBeAttached();
  await page.getByRole('tab', { name: /Messages/ }).click();
  await page.getByRole('button', { name: 'Update threats…' }).click();
  await dialog.getByRole('button', { name: 'Update', exact: true }).click();
  await expect(page.getByText('Threats updated: 2 added')).toBeVisible();
  await page.getByRole('tab', { name: /^Threats/ }).click();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: 'New (2)' }).click();
  await page.keyboard.press('Escape');
  await expect(rows(page)).toHaveCount(2);
  await expect(rows(page).first().getByText('new', { exact: true })).toBeVisible();
});

test('generation is switched on where its absence is told, and in the model’s properties', async ({
  page,
}) => {
  await openSample(page);
  await openChanged(page, (model) => ({ ...model, threats: [], threatGenerationEnabled: false }));
  const box = page.getByLabel('Generate threats from the diagram');
  await expect(box).not.toBeChecked();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(box).toBeChecked();
  await box.uncheck();
  await page.getByRole('tab', { name: /Messages/ }).click();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(box).toBeChecked();
});

test('the bar over the list keeps one row at each width, with a flow selected as well', async ({ page }) => {
  await openSample(page);
  await openChanged(page, (model) => ({ ...model, threats: model.threats.slice(1) }));
  const bar = page.locator('.threats-bar');
  for (const width of [1440, 1280, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Show the threats of all flows' })).toBeHidden();
    const top = (await list(page).boundingBox())?.y;
    await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
    await expect(page.getByRole('button', { name: 'Show the threats of all flows' })).toBeVisible();
    await expect.poll(async () => (await list(page).boundingBox())?.y).toBe(top);
    expect(await bar.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    const middles = await bar.evaluate((element) =>
      [...element.children]
        .map((child) => child.getBoundingClientRect())
        .filter(({ width, height }) => width > 1 && height > 1)
        .map(({ top, bottom }) => Math.round((top + bottom) / 2)),
    );
    expect(Math.max(...middles) - Math.min(...middles)).toBeLessThan(3);
  }
});

test('selecting a flow filters the list to its threats, clearing it shows all', async ({ page }) => {
  await openSample(page);
  const flow = drawn(page, 'HTTP').first();
  await flow.locator('[data-part="label"]').click();
  await expect(page.getByText('3 of 20')).toBeVisible();
  await page.getByRole('button', { name: 'Show the threats of all flows' }).click();
  await expect(page.getByText('20 threats', { exact: true })).toBeVisible();
});

test('selecting a threat shows its interaction on the canvas', async ({ page }) => {
  await openSample(page);
  await rows(page).filter({ hasText: 'Compromised secrets' }).first().click();
  await expect(canvas(page).locator('[data-state="marked"]')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Show on the diagram' }).click();
  await expect(page.getByRole('button', { name: 'Show the threats of all flows' })).toBeVisible();
});

test('keys set states and priorities of several threats, one undo takes them back', async ({ page }) => {
  await openSample(page);
  await list(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText('20 threats', { exact: true }).first()).toBeVisible();
  await page.keyboard.press('3');
  await page.keyboard.press('l');
  let model = await savedModel(page);
  expect(new Set(model.threats.map((threat) => threat.state))).toEqual(new Set(['NotApplicable']));
  expect(new Set(model.threats.map((threat) => threat.priority))).toEqual(new Set(['Low']));
  expect(model.threats.every((threat) => threatProperty(threat, 'Priority') === 'Low')).toBe(true);
  expect(model.threats.every((threat) => threat.changedBy !== null)).toBe(true);
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  model = await savedModel(page);
  expect(new Set(model.threats.map((threat) => threat.state))).toEqual(new Set([THREAT_STATES[0]]));
});

test('search, state filter and grouping narrow and order the list', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('Search threats').fill('breakout');
  await expect(page.getByText('4 of 20')).toBeVisible();
  await page.getByLabel('Search threats').fill('no such threat');
  await expect(page.getByText('0 of 20')).toBeVisible();
  await page.getByLabel('Search threats').fill('');
  await page.getByRole('button', { name: /^Mitigation Implemented 0$/ }).click();
  await expect(page.getByText('0 of 20')).toBeVisible();
  await page.getByRole('button', { name: /^Mitigation Implemented 0$/ }).click();
  await page.getByLabel('Group by').selectOption('none');
  await page.getByRole('button', { name: 'Sort by title' }).click();
  await expect(rows(page).first()).toContainText('Compromised secrets');
  await page.getByRole('button', { name: 'Sort by title' }).click();
  await expect(page.getByRole('button', { name: 'Sort by title' })).toHaveAccessibleDescription('descending');
  await expect(rows(page).first()).not.toContainText('Compromised secrets');
});

test('what a person wrote survives regeneration and a deleted flow', async ({ page }) => {
  await openSample(page);
  await rows(page).filter({ hasText: 'Compromised secrets' }).first().click();
  await page.getByLabel('Justification').fill('Held in a vault.');
  await page.getByRole('button', { name: 'Show on the diagram' }).click();
  await canvas(page).focus();
  await page.keyboard.press('Delete');
  const note = page.getByText('This threat no longer follows from the diagram.');
  await rows(page).filter({ hasText: 'Compromised secrets' }).first().click();
  await expect(note).toBeVisible();
  let model = await savedModel(page);
  expect(model.threats).toHaveLength(17);
  expect(model.threats.map((threat) => threatProperty(threat, 'StateInformation'))).toContain(
    'Held in a vault.',
  );
  await page.getByRole('button', { name: 'Remove threat' }).click();
  model = await savedModel(page);
  expect(model.threats).toHaveLength(16);
});

test('a flow out of scope loses its threats but for those with work, and undo brings both back', async ({
  page,
}) => {
  await openSample(page);
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  await expect(page.getByText('3 of 20')).toBeVisible();
  await rows(page).first().click();
  const title = await page.getByRole('textbox', { name: 'Title' }).inputValue();
  await page.getByLabel('Justification').fill('Held in a vault.');
  const before = await savedModel(page);
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  const scope = page.getByRole('checkbox', { name: 'Out Of Scope' });
  await scope.check();
  await expect(page.getByText('1 of 18')).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText(title);
  await expect(rows(page)).toContainText('Deleted');
  await rows(page).click();
  await expect(page.getByText('This threat no longer follows from the diagram.')).toBeVisible();
  const out = await savedModel(page);
  expect(out.threats).toHaveLength(18);
  expect(out.threats.map((threat) => threatProperty(threat, 'StateInformation'))).toContain(
    'Held in a vault.',
  );
  await canvas(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(page.getByText('3 of 20')).toBeVisible();
  await expect(list(page)).not.toContainText('Deleted');
  expect((await savedModel(page)).threats).toEqual(before.threats);
});

test('a threat of one own stands on its flow and is saved', async ({ page }) => {
  await openSample(page);
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  await page.getByRole('button', { name: 'Add a threat of your own to the selected flow' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('Stolen session');
  await page.getByRole('button', { name: 'Add threat' }).click();
  const own = rows(page).filter({ hasText: 'Stolen session' });
  await expect(own).toBeVisible();
  await own.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate threats of your own' }).click();
  await expect(own).toHaveCount(2);
  // The second one is selected, and goes elsewhere.
  await run(page, 'Move threats of your own');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Interaction').selectOption({ label: 'HTTPS, Container → Volume' });
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(own).toHaveCount(1);
  const model = await savedModel(page);
  expect(model.threats).toHaveLength(22);
  const [first, second] = model.threats.slice(20);
  expect([first, second].map((threat) => threat && threatProperty(threat, 'Title'))).toEqual([
    'Stolen session',
    'Stolen session',
  ]);
  expect([first?.priority, second?.flowId === first?.flowId]).toEqual(['Medium', false]);
});

test('Shift selects from any row, over headings and back', async ({ page }) => {
  await openSample(page);
  const chosen = list(page).locator('.threats-row[aria-selected="true"]');
  await rows(page).nth(1).click();
  await list(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(1);
  // The fourth row is the next group's heading: the range goes over it, and comes back over it.
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(2);
  await page.keyboard.press('Shift+ArrowUp');
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowUp');
  await expect(chosen).toHaveCount(2);
  // A heading is a row to start from as well.
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(1);
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true');
});

test('nothing selected takes no room; a narrow panel puts the detail under the list', async ({ page }) => {
  await openSample(page);
  const detail = page.getByRole('region', { name: 'Selected threat' });
  await expect(detail).toBeHidden();
  await rows(page).first().click();
  await expect(detail).toBeVisible();
  const beside = await detail.boundingBox();
  const listed = await list(page).boundingBox();
  expect(beside?.x).toBeGreaterThan((listed?.x ?? 0) + (listed?.width ?? 0) - 2);
  await page.setViewportSize({ width: 560, height: 900 });
  // There the panel is closed until it is asked for.
  await expect(detail).toBeHidden();
  await page.keyboard.press('ControlOrMeta+j');
  await expect(async () => {
    const [below, above] = [await detail.boundingBox(), await list(page).boundingBox()];
    expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0));
    expect(above?.height).toBeGreaterThan(50);
  }).toPass();
});

for (const [width, height] of [
  [390, 844],
  // A window of 1024 by 640 at 200 %.
  [512, 320],
] as const) {
  test(`a window of ${width} by ${height} has room for the list and the threat under it`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await openFiles(page, templateFile('docker-sample.tm7'));
    await page.getByRole('button', { name: 'Threats, messages and notes' }).click();
    const second = rows(page).nth(1);
    await second.click();
    await expect(second).toBeInViewport({ ratio: 0.95 });
    const detail = page.getByRole('region', { name: 'Selected threat' });
    await expect(detail.getByLabel('Title')).toBeInViewport({ ratio: 0.9 });
    if (height < 400) return;
    await expect(detail.getByLabel('State')).toBeInViewport({ ratio: 1 });
    // What the list would lie over is moved above it.
    const [ends, panel] = [drawn(page, 'Container'), page.getByRole('tab', { name: /^Threats/ })];
    const top = async () => (await panel.boundingBox())?.y ?? 0;
    await expect.poll(async () => ((await ends.boundingBox())?.y ?? 1e6) < (await top())).toBe(true);
  });
}

test('an empty list says why and leads out of it', async ({ page }) => {
  await openSample(page);
  await page.getByLabel('Search threats').fill('no such threat');
  await page.getByText('No threat matches.').waitFor();
  await page.getByRole('button', { name: 'Clear the filter' }).click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.getByLabel('Search threats')).toHaveValue('');

  // A flow with a free end makes no threats.
  await openChanged(page, (model) => {
    const loose = model.diagrams[0]?.lines.find((line) => elementName(line) === 'HTTP');
    const diagrams = model.diagrams.map((diagram) => ({
      ...diagram,
      lines: diagram.lines.map((line) =>
        line === loose ? { ...line, target: { ...line.target, element: null } } : line,
      ),
    }));
    return { ...model, diagrams, threats: model.threats.filter(({ flowId }) => flowId !== loose?.id) };
  });
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  await expect(page.getByText('No threats here. One of its ends is free.')).toBeVisible();
  const add = page.getByRole('button', { name: 'Add a threat of your own to the selected flow' });
  await expect(add).toBeDisabled();
  await expect(add).toHaveAttribute('title', /free end/);
  await page.getByRole('button', { name: 'Show all threats' }).click();
  await expect(rows(page).first()).toBeVisible();
});

test('a threat of another flow leaves the detail when a flow is selected', async ({ page }) => {
  await openSample(page);
  await rows(page).filter({ hasText: 'Compromised secrets' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await drawn(page, 'Image').click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await drawn(page, 'HTTP').first().locator('[data-part="label"]').click();
  await expect(page.getByText('3 of 20')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeHidden();
});

test('notes and messages', async ({ page }) => {
  await openSample(page);
  await page.getByRole('tab', { name: /Notes/ }).click();
  await page.getByLabel('New note').fill('Ask the platform team');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByLabel('Note 1', { exact: true })).toHaveValue('Ask the platform team');
  const model = await savedModel(page);
  expect(model.notes.map((note) => [note.id, note.message])).toEqual([[1, 'Ask the platform team']]);
  await page.getByRole('tab', { name: /Messages/ }).click();
  await expect(page.getByRole('tabpanel', { name: /Messages/ })).not.toBeEmpty();
});

test('no accessibility violations with a model open, in either theme', async ({ page }) => {
  await openSample(page);
  await rows(page).first().click();
  expect(await faultsInThemes(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Outline' }).click();
  await drawn(page, 'Container').click();
  expect(await faultsInThemes(page)).toEqual([]);
});
