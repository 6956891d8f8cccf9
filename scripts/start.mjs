// `npm start`: installs what is missing, builds when a source is newer than the build, serves on 127.0.0.1.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { installDependencies, run } from './install.mjs';

process.chdir(path.dirname(import.meta.dirname));
installDependencies();

const SOURCES = ['src', 'public', 'templates', 'index.html', 'vite.config.ts', 'package-lock.json'];
const newest = (file) =>
  statSync(file).isDirectory()
    ? Math.max(0, ...readdirSync(file).map((name) => newest(path.join(file, name))))
    : statSync(file).mtimeMs;

const built = ['dist/web/index.html', 'dist/cli/main.js'];
const builtAt = built.every(existsSync) ? Math.min(...built.map((file) => statSync(file).mtimeMs)) : 0;
if (SOURCES.some((source) => newest(source) > builtAt)) run('npm', ['run', 'build']);

const { preview } = await import('vite');
const server = await preview({ preview: { host: '127.0.0.1', port: Number(process.env.PORT ?? 4173) } });
console.log(
  `\nTrustline is at ${server.resolvedUrls?.local[0] ?? 'http://127.0.0.1:4173/'}  (Ctrl+C ends it)`,
);
