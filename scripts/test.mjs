// `npm test`: everything that must hold, from types to the real browser, on a fresh clone.
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { checkAdvisories } from './audit.mjs';
import { installDependencies, run } from './install.mjs';

const shell = process.platform === 'win32';

/**
 * Runs scripts of the package beside each other, since each keeps one core busy. What one prints is shown, in the order
 * of the names, when it has ended. Where one fails this process ends once all have: none goes on behind it.
 */
async function together(names) {
  const ends = names.map((name) => {
    const child = spawn('npm', ['run', '--silent', name], { stdio: ['ignore', 'pipe', 'pipe'], shell });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => {
        said += text;
      });
    return new Promise((resolve) => {
      child.on('error', ({ message }) => resolve({ status: 1, said: `${name}: ${message}` }));
      child.on('close', (status) => resolve({ status, said }));
    });
  });
  const all = await Promise.all(ends);
  for (const { said } of all) process.stdout.write(said);
  const failed = all.find(({ status }) => status !== 0);
  if (failed !== undefined) process.exit(failed.status ?? 1);
}

process.chdir(path.dirname(import.meta.dirname));
installDependencies();
checkAdvisories();

await together(['typecheck', 'lint', 'build']);
// By itself: it plants files with imports that must not pass.
run('npm', ['run', '--silent', 'imports']);
run('npm', ['run', '--silent', 'unit']);

const { findBrowser } = await import('./browser.mjs');
const browser = await findBrowser();
const env = browser === undefined ? process.env : { ...process.env, CHROMIUM_PATH: browser };
const { status } = spawnSync('npm', ['run', '--silent', 'e2e'], {
  stdio: 'inherit',
  env,
  shell,
});
process.exit(status ?? 1);
