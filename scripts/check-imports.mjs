// The import gate: the rules are in .dependency-cruiser.json. It walks type imports too, fails when it walked
// nothing, and proves itself on a planted bad import for every rule before it is believed.
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

/** For each rule a folder and an import that breaks it there. */
const PLANTED = {
  'no-circular': ['src/core/base', './other.ts'],
  'core-stands-alone': ['src/core/document', '../../../app/store/index.ts'],
  'core-without-node': ['src/core/report', 'node:fs'],
  'core-without-react': ['src/core/report', 'react'],
  'app-not-cli': ['src/app/outline', '../../../cli/program.ts'],
  'cli-not-app': ['src/cli', '../../app/store/index.ts'],
  'base-imports-nothing': ['src/core/base', '../../document/index.ts'],
  'words-import-base': ['src/core/words', '../../document/index.ts'],
  'document-imports-base-geometry-and-words': ['src/core/document', '../../edit/index.ts'],
  'geometry-imports-base': ['src/core/geometry', '../../document/index.ts'],
  'filters-import-base-and-words': ['src/core/filters', '../../document/index.ts'],
  'rooms-of-core-are-strangers': ['src/core/engine', '../../codec/index.ts'],
  'drawing-serves-report-and-layout': ['src/core/engine', '../../drawing/index.ts'],
  'session-is-the-roof': ['src/core/engine', '../../session/index.ts'],
  'compare-imports-document': ['src/core/compare', '../../geometry/index.ts'],
  'formats-are-strangers': ['src/core/codec/tm7', '../../tb7/tb7.ts'],
  'formats-know-the-port-only': ['src/core/codec/tm7', '../../registry.ts'],
  'xml-is-the-cellar-of-formats-in-xml': ['src/core/codec', '../xml/open.ts'],
  'core-through-its-index': ['src/app/outline', '../../../core/document/model.ts'],
  'app-features-are-strangers': ['src/app/outline', '../../palette/index.ts'],
  'app-words-import-core-words': ['src/app/words', '../../../core/document/index.ts'],
  'canvas-base-is-the-ground': ['src/app/canvas/base', '../../gestures/controller.ts'],
  'canvas-create-below-gestures': ['src/app/canvas/create', '../../gestures/controller.ts'],
  'canvas-gestures-below-lists': ['src/app/canvas/gestures', '../../lists/beside.ts'],
  'canvas-clipboard-and-lists-below-commands': ['src/app/canvas/lists', '../../commands/index.ts'],
  'canvas-commands-below-what-shows-them': ['src/app/canvas/commands', '../../menu/menu-items.ts'],
  'canvas-drawing-knows-base-alone': ['src/app/canvas/overlay', '../../gestures/part.ts'],
  'canvas-menu-and-tabs-below-the-roof': ['src/app/canvas/menu', '../../canvas.tsx'],
  'store-stands-alone': ['src/app/store', '../../ui/field.tsx'],
  'ui-stands-alone': ['src/app/ui', '../../store/index.ts'],
  'only-canvas-knows-react-flow': ['src/app/outline', '@xyflow/react'],
  'e2e-knows-core-by-its-index': ['e2e', '../../src/core/document/model.ts'],
  'scenes-are-data': ['e2e/scenes', '../build.ts'],
  'src-without-e2e': ['src/app/outline', '../../../../e2e/fixture.ts'],
  'tests-are-not-imported': ['src/app/outline', './other.test.ts'],
};

/** The rules, by name, that a planted import does not break though it should, and those that have none. */
async function unproven() {
  const folders = new Map();
  try {
    for (const [rule, [folder, imported]] of Object.entries(PLANTED)) {
      const planted = mkdtempSync(path.join(folder, 'planted-'));
      folders.set(rule, planted);
      writeFileSync(path.join(planted, 'planted.ts'), `import '${imported}';\n`);
      writeFileSync(path.join(planted, 'other.ts'), "import './planted.ts';\n");
      writeFileSync(path.join(planted, 'other.test.ts'), 'export {};\n');
    }
    const seen = (await violations([...folders.values()])).violations;
    return forbidden
      .map(({ name }) => name)
      .filter((name) => {
        const planted = folders.get(name);
        return !seen.some(
          ({ rule, from }) => rule.name === name && planted !== undefined && from.startsWith(`${planted}/`),
        );
      });
  } finally {
    for (const planted of folders.values()) rmSync(planted, { recursive: true });
  }
}

let failed = false;
for (const rule of await unproven()) {
  failed = true;
  console.error(`The gate did not see a planted import that breaks ${rule}.`);
}

const summary = await violations(['src', 'e2e']);
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
