/**
 * `npm run templates`: makes `templates/*.tb7`, the samples, the pictures and the catalogue from the sources in
 * `templates/`. A test builds them again and compares, so that the committed files never go stale.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildTemplates } from './templates/build.ts';

const root = fileURLToPath(new URL('../templates', import.meta.url));
try {
  const outputs = await buildTemplates(root);
  for (const [name, bytes] of outputs) {
    const file = path.join(root, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, bytes);
    console.log(`${name}  ${bytes.length} bytes`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
