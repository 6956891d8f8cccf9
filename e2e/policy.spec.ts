import type { Page } from '@playwright/test';
import { canvas, chooseFromList, drawn, openSample, select } from './canvas-kit.ts';
import { expect, test } from './fixture.ts';

/** What the page's policy refused, as the browser tells the page and its console. */
async function watch(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Reflect.set(window, 'refused', seen);
    document.addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  return () => page.evaluate(() => Reflect.get(window, 'refused'));
}

test('the policy has no hole for styles or texts', async ({ page }) => {
  await page.goto('/');
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("require-trusted-types-for 'script'");
  // It is the first thing that the page says.
  expect(await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'))).toBe(
    'Content-Security-Policy',
  );
});

test('everything is shown without a violation of the policy', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const refused = await watch(page);
  await openSample(page);
  await page.getByRole('button', { name: 'Fit the diagram' }).hover();
  await expect(page.getByRole('tooltip')).toBeVisible();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'View' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: /^Show stencils/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await drawn(page, 'Volume').click({ button: 'right' });
  await expect(page.getByRole('menu')).toBeVisible();
  await page.keyboard.press('Escape');
  await select(page, 'Volume');
  await page.getByLabel('Type', { exact: true }).selectOption({ index: 1 });
  await canvas(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('/');
  await chooseFromList(page, 'Secret', 'Alt+Enter');
  await page.mouse.wheel(0, 200);
  for (const keys of ['Control+,', 'ControlOrMeta+k', '?']) {
    await canvas(page).focus();
    await page.keyboard.press(keys);
    await expect(page.getByRole('dialog')).toBeVisible();
    // The page behind it does not scroll.
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  }
  await page.getByRole('tab', { name: /^Notes/ }).click();
  await page.getByRole('tab', { name: 'Outline' }).click();
  await page.getByRole('tab', { name: /^Threats/ }).click();
  await page.getByRole('button', { name: /^Theme/ }).click();
  await page.emulateMedia({ media: 'print' });
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  const heading = page.frameLocator('iframe').getByRole('heading', { name: 'Threat Modeling Report' });
  await expect(heading).toBeVisible({ timeout: 15_000 });
  // With its own style sheet, known by its hash.
  expect(await heading.evaluate((element) => getComputedStyle(element.ownerDocument.body).margin)).toBe(
    '0px',
  );
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'PDF' }).click();
  await download;
  expect(await refused()).toEqual([]);
});

test('what is not ours is refused', async ({ browser, baseURL }) => {
  // A page that the guard does not watch: here the console is to say what was refused.
  const page = await browser.newPage({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
  const refused = await watch(page);
  await page.goto('/');
  await expect(page.getByRole('button', { name: /open/i }).first()).toBeVisible();
  const tried = await page.evaluate(() => {
    const outcome = (run: () => unknown): string => {
      try {
        run();
        return 'done';
      } catch (error) {
        return error instanceof Error ? error.name : 'failed';
      }
    };
    const element = document.body.appendChild(document.createElement('div'));
    const style = document.createElement('style');
    style.textContent = 'body{--foreign:1}';
    document.head.append(style);
    element.setAttribute('style', '--foreign:1');
    const foreign = (node: Element) => getComputedStyle(node).getPropertyValue('--foreign');
    return {
      sheet: foreign(document.body),
      attribute: foreign(element),
      html: outcome(() => {
        element.innerHTML = '<b>x</b>';
      }),
      worker: outcome(() => new Worker('data:text/javascript,1')),
      policy: outcome(() => window.trustedTypes?.createPolicy('another', {})),
    };
  });
  expect(tried).toEqual({
    sheet: '',
    attribute: '',
    html: 'TypeError',
    worker: 'TypeError',
    policy: 'TypeError',
  });
  const seen = await refused();
  for (const directive of ['style-src-elem', 'style-src-attr', 'require-trusted-types-for', 'trusted-types'])
    expect(seen.join('\n')).toContain(directive);
  await page.close();
});
