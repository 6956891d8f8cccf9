import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

/** Name of the file that the build puts beside what it makes. */
export const LICENSES_FILE = 'third-party-licenses.txt';

/** Texts that a licence asks to be kept: `LICENSE`, `LICENCE.md`, `COPYING`, `NOTICE`. */
const NOTICE = /^(licen[sc]e|copying|notice)([.-].*)?$/i;
/** Where packages keep the texts of what others wrote and they carry with them, besides their own folder. */
const CARRIED = ['3rd-party', 'third-party', 'vendor', 'fonts'];

/** The licence of the fonts that PDF files bear. */
const FONTS = 'src/core/report/pdf/fonts/OFL.txt';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const manifestOf = (folder: string): Manifest =>
  JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));

/** The folder of a package as Node finds it from another's; undefined for one that is not installed here. */
function folderOf(name: string, from: string, root: string): string | undefined {
  for (let at = from; at.startsWith(root); at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
  }
  return undefined;
}

/** The folders of all packages that the production dependencies bring, once each. */
function shippedPackages(root: string): readonly string[] {
  const found = new Set<string>();
  const visit = (folder: string): void => {
    for (const name of Object.keys(manifestOf(folder).dependencies ?? {})) {
      const inner = folderOf(name, folder, root);
      if (inner === undefined || found.has(inner)) continue;
      found.add(inner);
      visit(inner);
    }
  };
  visit(root);
  return [...found];
}

/** The licence texts in a folder of a package, and in those for what it carries of others. */
function noticesIn(folder: string, deep = false): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const inner = path.join(folder, entry.name);
    if (entry.isFile() && NOTICE.test(entry.name)) return [readFileSync(inner, 'utf8').trim()];
    const carries = deep || CARRIED.includes(entry.name) || entry.name === 'src';
    return entry.isDirectory() && carries && entry.name !== 'node_modules'
      ? noticesIn(inner, CARRIED.includes(entry.name))
      : [];
  });
}

/** What is shipped with Trustline and was written by others, with the licences under which they gave it. */
export function thirdPartyLicenses(root: string): string {
  const parts = shippedPackages(root)
    .map((folder) => {
      const { name, version, license } = manifestOf(folder);
      const notices = [...new Set(noticesIn(folder))];
      return [`${name} ${version}`, `License: ${license ?? 'see below'}`, ...notices].join('\n\n');
    })
    .sort((a, b) => (a < b ? -1 : 1));
  const fonts = `Roboto and Noto Sans\n\n${readFileSync(path.join(root, FONTS), 'utf8').trim()}`;
  const line = `\n\n${'-'.repeat(80)}\n\n`;
  return `${['Trustline contains the following works of others.', ...new Set(parts), fonts].join(line)}\n`;
}

/** Puts the licences beside what is built. */
export const licenses = (root: string): Plugin => ({
  name: 'third-party-licenses',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: LICENSES_FILE, source: thirdPartyLicenses(root) });
  },
});
