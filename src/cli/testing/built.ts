import { execFileSync } from 'node:child_process';
import path from 'node:path';

const ROOT = path.join(import.meta.dirname, '..', '..', '..');

/** Builds the command as it is shipped, into a folder: one that runs without sources and packages. Returns its entry. */
export function buildInto(folder: string): string {
  const vite = path.join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  execFileSync(
    process.execPath,
    [vite, 'build', '--ssr', 'src/cli/main.ts', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'],
    { cwd: ROOT },
  );
  return path.join(folder, 'main.js');
}
