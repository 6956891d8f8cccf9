import { chromium, expect, test } from '@playwright/test';
import { templateFile } from './fixture.ts';
import { killed, randomKill, seeded } from './kill-kit.ts';

// Without a bound in milliseconds: how old a lost edit is depends on the machine, and `npm run kill` measures it.
test('a killed browser or page comes back with all but the last edits', async ({ baseURL }) => {
  test.setTimeout(120_000);
  const random = seeded(12);
  const executable = process.env['CHROMIUM_PATH'] ?? chromium.executablePath();
  const file = templateFile('docker-sample.tm7');
  for (const victim of ['browser', 'renderer', 'browser'] as const) {
    const kill = { ...randomKill(random), victim, every: 200 };
    const { edits, lost } = await killed(kill, { url: baseURL ?? '', file, executable });
    expect(edits).toBeGreaterThan(3);
    expect(lost).toBeLessThan(edits);
  }
});
