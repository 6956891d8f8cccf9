import { defineConfig } from 'vitest/config';
import { helpPages } from './scripts/help-pages.ts';

export default defineConfig({
  // As in `vite.config.ts`.
  assetsInclude: ['**/*.pack'],
  plugins: [helpPages(import.meta.dirname)],
  test: {
    // A busy machine with two cores must not fail a test: nothing here asserts time.
    testTimeout: 60_000,
    // Vitest leaves one core to others, which on two is half of the time.
    maxWorkers: '100%',
    setupFiles: ['scripts/seed-properties.ts'],
    projects: [
      {
        extends: true,
        // Tests of the core and the command line, which keep caches by identity only, share their modules: reading
        // those takes more time than most tests. The app's modules have state; there a thread begins sooner.
        test: { name: 'core', environment: 'node', isolate: false, include: ['src/core/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'cli',
          isolate: false,
          environment: 'node',
          include: ['src/cli/**/*.test.ts', 'scripts/**/*.test.ts', 'templates/**/*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          pool: 'threads',
          environment: 'node',
          setupFiles: ['scripts/frames.ts'],
          include: ['src/app/**/*.test.ts', 'src/app/**/*.test.tsx'],
        },
      },
    ],
  },
});
