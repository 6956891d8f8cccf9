// `npm run bench`: builds what is shipped and the bench itself, then measures the built files. Arguments go to the
// bench: `--only drag,open`, `--runs 5`, `--sizes 500,2000`. `--built` takes the build of the app that is there.
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { run } from '../scripts/install.mjs';

process.chdir(path.dirname(import.meta.dirname));
const given = process.argv.slice(2);
if (!given.includes('--built')) run('npm', ['run', '--silent', 'build']);

const quiet = { configFile: false, logLevel: 'warn' };
await build({
  ...quiet,
  publicDir: false,
  // Fonts of the PDF report, as in `vite.config.ts`.
  assetsInclude: ['**/*.pack'],
  build: { ssr: 'bench/main.ts', outDir: 'dist/bench', target: 'es2023' },
  ssr: { noExternal: true, external: ['@playwright/test'] },
});
await build({
  ...quiet,
  root: 'bench/floor',
  base: './',
  plugins: [react()],
  build: { outDir: '../../dist/bench/floor', emptyOutDir: true, target: 'es2023' },
});

const browser = await findBrowser();
if (browser !== undefined) process.env.CHROMIUM_PATH = browser;
const rest = given.filter((argument) => argument !== '--built');
run(process.execPath, ['--expose-gc', 'dist/bench/main.js', ...rest]);
