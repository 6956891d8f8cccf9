import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { canvas, openScene, select } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';
import { rows } from './scenes/containers.ts';
import { allKinds, lineCrossings } from './scenes/pictures.ts';

/** What the pictures depend on beside the app. */
interface Maker {
  readonly browser: string;
  readonly platform: string;
  /** Digest of a screenshot of `PROBE`: fonts and their hinting, soft edges and colours all show in it. */
  readonly probe: string;
}

const MADE_BY = path.join(import.meta.dirname, 'baselines', 'made-by.json');

/**
 * What a machine draws in its own way, without anything of the app: texts in the fonts of the theme, slants, curves
 * and dashes. The fonts are written here and not read from the app, so that other fonts in the app are a fault.
 */
const PROBE = `<body style="margin: 0; background: #fff">
  <svg width="400" height="120" font-family='"Inter", "Segoe UI", system-ui, -apple-system, "Noto Sans", sans-serif'>
    <text x="4" y="20" font-size="13">Data flow over a trust boundary 0123456789 “→”</text>
    <text x="4.5" y="44.5" font-size="12" font-weight="600">Data flow over a trust boundary 0123456789 “→”</text>
    <text x="4" y="60" font-size="5.2" fill="#555">Data flow over a trust boundary 0123456789 “→”</text>
    <path d="M4 70 L396 113 M4 110 Q200 30 396 90" fill="none" stroke="#246" stroke-width="1.5" />
    <rect x="200.5" y="66" width="90" height="40" rx="7" fill="#8a53001a" stroke="#a33" stroke-dasharray="6 4" />
  </svg>`;

async function makerOf(page: Page): Promise<Maker> {
  const major = page.context().browser()?.version().split('.')[0];
  const probe = await page.context().newPage();
  await probe.setContent(PROBE);
  const drawn = await probe.locator('svg').screenshot();
  await probe.close();
  return {
    browser: `chromium ${major}`,
    platform: `${process.platform} ${process.arch}`,
    probe: createHash('sha256').update(drawn).digest('hex').slice(0, 16),
  };
}

async function looksAs(page: Page, target: Locator, name: string): Promise<void> {
  if (await comparable(page, name)) await expect(target).toHaveScreenshot(`${name}.png`);
}

/**
 * Whether the pictures were made by what runs here. Another browser, platform or font draws other pixels without any
 * fault of ours: then nothing is compared, which is said.
 */
async function comparable(page: Page, name: string): Promise<boolean> {
  const here = JSON.stringify(await makerOf(page), null, 2);
  const { updateSnapshots } = test.info().config;
  if (updateSnapshots === 'all' || updateSnapshots === 'changed') {
    writeFileSync(MADE_BY, `${here}\n`);
    return true;
  }
  const made = readFileSync(MADE_BY, 'utf8').trim();
  if (made === here) return true;
  const inLine = (json: string) => Object.values<string>(JSON.parse(json)).join(', ');
  const reason = `NOTHING COMPARED with baselines/${name}.png: made by ${inLine(made)}, here is ${inLine(here)}. See CONTRIBUTING.md.`;
  console.warn(reason);
  test.info().annotations.push({ type: 'nothing compared', description: reason });
  return false;
}

for (const theme of ['light', 'dark'] as const) {
  test(`all kinds of elements, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await openScene(page, allKinds);
    await looksAs(page, canvas(page), `all-kinds-${theme}`);
  });
}

test('a selected element with its handles and ports', async ({ page }) => {
  await openScene(page, allKinds);
  await select(page, 'Container');
  await expect(canvas(page).locator('[data-port]').first()).toBeVisible();
  await looksAs(page, canvas(page), 'selected');
});

test('line boundaries and what crosses them', async ({ page }) => {
  await openScene(page, lineCrossings);
  await looksAs(page, canvas(page), 'line-boundaries');
});

test('a large diagram from far, with the names that have room', async ({ page }) => {
  await openScene(page, rows(300));
  const percent = page.locator('.canvas-percent');
  for (let n = 0; n < 10 && !/^1\d%/.test((await percent.textContent()) ?? ''); n++)
    await page.keyboard.press('ControlOrMeta+-');
  await expect(percent).toHaveText(/^1\d%/);
  await looksAs(page, canvas(page), 'far');
});

test('the picture in the report', async ({ page }) => {
  await openScene(page, allKinds);
  await page.keyboard.press('Alt+2');
  const report = page.frameLocator('iframe[title="Threat modeling report"]');
  const picture = report.locator('figure svg').first();
  await expect(picture).toBeVisible();
  await looksAs(page, picture, 'report');
});

// The tolerance is proven on planted faults.
for (const [fault, part, style, value] of [
  ['a name that moved by 4 pixels', '.canvas-flow [data-part="label"]', 'translate', '4px 0'],
  ['another colour of a boundary', '.canvas-boundary-line', 'stroke', '#8a5300'],
] as const) {
  test(`${fault} is seen`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await openScene(page, allKinds);
    const planted = canvas(page).locator(part).first();
    await planted.evaluate((one, [name, set]) => (one as SVGElement).style.setProperty(name, set), [
      style,
      value,
    ] as const);
    if (await comparable(page, 'all-kinds-light'))
      await expect(canvas(page)).not.toHaveScreenshot('all-kinds-light.png');
  });
}
