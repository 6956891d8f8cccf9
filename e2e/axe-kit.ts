import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/**
 * What looks for faults of accessibility, in the page itself: frames of other hosts, for which it would open a page of
 * its own each time, are not looked into. The app has none.
 */
export const axeOn = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode();
