// The import gate: the rules are in .dependency-cruiser.json. It walks type imports too, fails when it walked
// nothing, and proves itself on planted bad imports before it is believed.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const { options, forbidden } = JSON.parse(readFileSync('.dependency-cruiser.json', 'utf8'));
const tsConfig = extractTSConfig('tsconfig.json');

async function violations(paths) {
  const { output } = await cruise(paths, { ...options, validate: true, ruleSet: { forbidden } }, undefined, {
    tsConfig,
  });
  return output.summary;
}

/** Each planted file must break the rule that is named. */
const PLANTED = [
  [
    'src/core/document',
    "import type { SessionState } from '../../../app/store/index.ts';\nexport type X = SessionState;\n",
    'core-stands-alone',
  ],
  [
    'src/core/engine',
    "import type { Opened } from '../../codec/index.ts';\nexport type X = Opened;\n",
    'edit-codec-engine-report-are-strangers',
  ],
  [
    'src/core/report',
    "import { readFileSync } from 'node:fs';\nexport const x = readFileSync;\n",
    'core-without-node',
  ],
  [
    'src/cli',
    "import type { SessionState } from '../../app/store/index.ts';\nexport type X = SessionState;\n",
    'cli-not-app',
  ],
];

let failed = false;
for (const [folder, text, rule] of PLANTED) {
  const planted = mkdtempSync(path.join(folder, 'planted-'));
  try {
    const file = path.join(planted, 'planted.ts');
    writeFileSync(file, text);
    const summary = await violations([file]);
    if (!summary.violations.some((violation) => violation.rule.name === rule)) {
      failed = true;
      console.error(`The gate did not see a planted import that breaks ${rule}.`);
    }
  } finally {
    rmSync(planted, { recursive: true });
  }
}

const summary = await violations(['src']);
for (const violation of summary.violations) {
  console.error(`${violation.rule.name}: ${violation.from} -> ${violation.to}`);
}
if (summary.totalCruised < 50) {
  failed = true;
  console.error(`The gate walked only ${summary.totalCruised} modules: it is not looking.`);
}
if (summary.violations.length > 0 || failed) process.exit(1);
console.log(
  `Imports: ${summary.totalCruised} modules, ${summary.totalDependenciesCruised} imports, no violation.`,
);
