// `npm test`: everything that must hold, from types to the real browser, on a fresh clone.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkAdvisories } from './audit.mjs';
import { installDependencies, run } from './install.mjs';

process.chdir(path.dirname(import.meta.dirname));
installDependencies();
checkAdvisories();

run('npm', ['run', '--silent', 'typecheck']);
run('npm', ['run', '--silent', 'lint']);
run('npm', ['run', '--silent', 'imports']);
run('npm', ['run', '--silent', 'unit']);
run('npm', ['run', '--silent', 'build']);

const { findBrowser } = await import('./browser.mjs');
const browser = await findBrowser();
const env = browser === undefined ? process.env : { ...process.env, CHROMIUM_PATH: browser };
const { status } = spawnSync('npm', ['run', '--silent', 'e2e'], {
  stdio: 'inherit',
  env,
  shell: process.platform === 'win32',
});
process.exit(status ?? 1);
