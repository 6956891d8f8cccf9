import { defineConfig } from '@playwright/test';
import { BROWSER_ARGS } from './browser-args.ts';

// Helpers of one session can test side by side: each its own build and port.
const port = Number(process.env['TRUSTLINE_PORT'] ?? 4317);
const web = process.env['TRUSTLINE_WEB'] ?? 'dist/web';
const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  fullyParallel: true,
  // Measured on two cores: they idle less than with two, and with four the tests take longer.
  workers: 3,
  retries: 0,
  timeout: 120_000,
  forbidOnly: true,
  snapshotPathTemplate: '{testDir}/baselines/{arg}{ext}',
  expect: {
    // A test says what must come to be, and no test says how soon: a busy machine may take its time.
    timeout: 15_000,
    // Edges that are drawn a little softer pass; a name that moved or a colour that changed does not.
    toHaveScreenshot: { threshold: 0.06, maxDiffPixels: 40 },
  },
  reporter: [['list']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    // The zone of the fixture's clock.
    timezoneId: 'Europe/Berlin',
    viewport: { width: 1280, height: 800 },
    // A place that is measured on the way to another one is a race; the tests of movements ask for them.
    contextOptions: { reducedMotion: 'reduce' },
    // Nobody can open one on a build server, and recording takes a share of each test.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'off',
    // It fetches the whole app for each page of each test: a fifth of all work. The test of offline use allows it.
    serviceWorkers: 'block',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      // A page lives for seconds: what optimised code saves it is less than what optimising costs.
      args: [...BROWSER_ARGS, '--js-flags=--no-opt --no-maglev'],
    },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort --outDir ${web}`,
    cwd: '..',
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
