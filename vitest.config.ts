import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'core', environment: 'node', include: ['src/core/**/*.test.ts'] } },
      {
        test: {
          name: 'cli',
          environment: 'node',
          include: ['src/cli/**/*.test.ts', 'scripts/**/*.test.ts', 'templates/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'app',
          environment: 'node',
          include: ['src/app/**/*.test.ts', 'src/app/**/*.test.tsx'],
        },
      },
    ],
  },
});
