import { spawnSync } from 'node:child_process';

/** How long the registry may take, in milliseconds. */
const PATIENCE = 60_000;
/** What an advisory has to be called for the tests to fail. */
const GRAVE = ['high', 'critical'];

/**
 * What npm says about the packages that are shipped.
 * @param {string} output what `npm audit --json` wrote
 * @returns {{ answered: boolean, grave: readonly string[] }} the grave ones, by name
 */
export function auditOf(output) {
  let said;
  try {
    said = JSON.parse(output);
  } catch {
    return { answered: false, grave: [] };
  }
  const packages = said?.vulnerabilities;
  if (typeof packages !== 'object' || packages === null) return { answered: false, grave: [] };
  const grave = Object.values(packages)
    .filter(({ severity }) => GRAVE.includes(severity))
    .map(({ name, severity }) => `${name} (${severity})`);
  return { answered: true, grave };
}

/** Ends the process when a package that is shipped has a grave advisory; where no registry answers, it is only told. */
export function checkAdvisories() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: PATIENCE,
    shell: process.platform === 'win32',
  });
  const { answered, grave } = auditOf(stdout ?? '');
  if (!answered) console.warn('NOT CHECKED: advisories of packages, because no registry answers `npm audit`');
  if (grave.length === 0) return;
  console.error(`Packages that are shipped have grave advisories: ${grave.join(', ')}`);
  process.exit(1);
}
