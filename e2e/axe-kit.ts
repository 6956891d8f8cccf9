import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What looks for faults of accessibility, in the page itself: frames of other hosts, for which it would open a page of
 * its own each time, are not looked into. The app has none.
 */
export const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();

/** The rules that the colours of a theme decide. */
export const OF_COLOURS: readonly string[] = ['color-contrast', 'link-in-text-block'];

/**
 * What axe finds, on the page or in one part of it: in the light theme by all rules, in the dark by those of colours,
 * as nothing else is another one there. Ends in the light theme.
 */
export async function faultsInThemes(page: Page, part?: string): Promise<readonly string[]> {
  const on = () => (part === undefined ? axeOn(page) : axeOn(page).include(part));
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await on()
    .withRules([...OF_COLOURS])
    .analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await on().analyze();
  return [
    ...light.violations,
    ...dark.violations.map((one) => ({ ...one, id: `${one.id} in the dark` })),
  ].map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}
