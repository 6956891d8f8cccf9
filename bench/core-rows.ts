import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import {
  buildModel,
  exportFormat,
  idsOf,
  planDraft,
  readForeign,
  readModel,
  writeModel,
} from '../src/core/codec/index.ts';
import { differencesOf, diffModels } from '../src/core/compare/index.ts';
import type { Model } from '../src/core/document/index.ts';
import { changeThreats, emptyHistory, moveElements, record, redo, undo } from '../src/core/edit/index.ts';
import { generate } from '../src/core/engine/index.ts';
import { applyEdit } from '../src/core/session/index.ts';
import { compileQuery, fieldsOf, threatItems } from '../src/core/threat-list/index.ts';
import { type Figure, timed } from './measure.ts';
import { benchModel, benchTemplate, firstDiagram, middleElement, withThreatTypes } from './model.ts';
import type { Row } from './rows.ts';

/** Moves the element in the middle to and fro, with the threats that follow. */
function nudge(model: Model): (step: number) => Model {
  const { id } = middleElement(firstDiagram(model));
  return (step) => applyEdit(model, (before) => moveElements(before, [id], (step % 50) + 1, 0)).model;
}

const MEGABYTE = 2 ** 20;
const ALL = Number.POSITIVE_INFINITY;

export const coreRows: readonly Row[] = [
  {
    id: 'edit',
    run: async ({ runs }) => {
      const figures: Figure[] = [];
      for (const [flows, types] of [
        [2_600, 0],
        [13_000, 200],
      ] as const) {
        const template = types === 0 ? benchTemplate() : withThreatTypes(benchTemplate('stride-core'), types);
        const model = benchModel({ elements: flows / 1.3, flows, template, properties: ALL, threats: true });
        const move = nudge(model);
        let step = 0;
        const value = await timed(runs * 10, () => move(step++));
        const size = `${flows} flows x ${template.threatTypes.length} types`;
        figures.push({ row: 'edit to threats', size, value, unit: 'ms', reach: 16 });
      }
      return figures;
    },
  },
  {
    id: 'generate',
    run: async ({ runs }) => {
      const template = withThreatTypes(benchTemplate('stride-core'), 200);
      const model = benchModel({ elements: 7_700, flows: 10_000, template, properties: ALL });
      let made = 0;
      // Models of other objects leave every cache behind; one more than runs, as the first warms up.
      const most = Math.min(runs, 3);
      const fresh = Array.from({ length: most + 1 }, () => structuredClone(model));
      const value = await timed(most, () => {
        made = generate(fresh.pop() ?? model).length;
      });
      const size = '10000 flows x 200 types';
      return [{ row: 'full generation', size, value, unit: 'ms', reach: 2_000, note: `${made} threats` }];
    },
  },
  {
    id: 'undo-core',
    run: async ({ runs }) => {
      const model = benchModel({ elements: 2_000, threats: true });
      const next = nudge(model)(7);
      const history = record(emptyHistory, 'Move', model, next);
      const value = await timed(runs * 10, () => {
        const undone = undo(history);
        return undone === null ? null : redo(undone.history);
      });
      return [{ row: 'undo and redo of the document', size: '2000 elements', value, unit: 'ms', reach: 16 }];
    },
  },
  {
    id: 'memory',
    run: () => {
      const bytes = writeModel(benchModel({ elements: 2_000, threats: true }));
      const before = heap();
      const read = readModel(bytes);
      if (!read.ok) throw new Error('What was written cannot be read');
      let { model } = read.value;
      const one = heap() - before;
      let history = emptyHistory as ReturnType<typeof record<Model>>;
      for (let step = 0; step < 200; step++) {
        const next = nudge(model)(step);
        history = record(history, 'Move', model, next);
        model = next;
      }
      const all = heap() - before;
      const note = `${history.past.length} steps, ${Math.round(one / MEGABYTE)} MB for one document`;
      const value = all / MEGABYTE;
      return [
        {
          row: 'memory of 200 steps',
          size: '2000 elements',
          value,
          unit: 'MB',
          floor: one / MEGABYTE,
          reach: 3,
          note,
        },
      ];
    },
  },
  {
    id: 'compare',
    run: async ({ runs }) => {
      const model = benchModel({ elements: 2_000, threats: true });
      const { shapes } = firstDiagram(model);
      const keys = model.threats.map(({ key }) => key);
      const by = { name: 'Bench', now: '2026-11-27T00:00:00' };
      const few = nudge(model)(7);
      const all = applyEdit(model, (before) =>
        changeThreats(
          moveElements(before, new Set(shapes.map(({ id }) => id)), 10, 0),
          keys,
          { state: 'Mitigated' },
          by,
        ),
      ).model;
      const figures: Figure[] = [];
      for (const [after, what] of [
        [few, 'one element moved'],
        [all, 'all moved, all threats answered'],
      ] as const) {
        // As two files are: they share nothing. What was worked out for one run is not there in the next.
        const pairs = Array.from(
          { length: runs + 1 },
          () => [structuredClone(model), structuredClone(after)] as const,
        );
        let told = 0;
        const value = await timed(runs, () => {
          const [left, right] = pairs.pop() ?? [model, after];
          told = differencesOf(diffModels(left, right), left, right).length;
        });
        const size = `2000 elements, ${keys.length} threats`;
        figures.push({
          row: `difference: ${what}`,
          size,
          value,
          unit: 'ms',
          reach: 100,
          note: `${told} differences`,
        });
      }
      return figures;
    },
  },
  {
    // What another program drew is read, planned and built without the marks of our own exports.
    id: 'import',
    run: async ({ runs }) => {
      const model = benchModel({ elements: 2_000 });
      const format = exportFormat('drawio');
      if (format === undefined) throw new Error('There is no format for draw.io');
      const text = new TextDecoder().decode(format.write(model).bytes);
      const foreign = new TextEncoder().encode(text.replace(/ trustline-\w+="[^"]*"/g, ''));
      const own = writeModel(model);
      const floor = await timed(runs, () => readModel(own));
      let shapes = 0;
      const value = await timed(runs, () => {
        const read = readForeign(foreign);
        if (!read.ok) throw new Error('What was written cannot be read');
        const { draft, format: id } = read.value;
        const built = buildModel(draft, planDraft(draft, model.template), model.template, idsOf(id)).model;
        shapes = built.diagrams.reduce((sum, diagram) => sum + diagram.shapes.length, 0);
      });
      const note = `${shapes} shapes; the floor reads a .tm7 of them`;
      return [
        { row: 'draw.io file read', size: '2000 elements', value, unit: 'ms', floor, reach: 1.5, note },
      ];
    },
  },
  {
    id: 'threat-list',
    run: async ({ runs }) => {
      const model = benchModel({ elements: 2_680, template: benchTemplate(), threats: true });
      const keys = model.threats.map(({ key }) => key);
      const by = { name: 'Bench', now: '2026-11-27T00:00:00' };
      const size = `${keys.length} threats`;
      let turn = 0;
      const bulk = await timed(runs * 3, () => {
        const changes = {
          priority: turn++ % 2 === 0 ? 'Low' : 'High',
          texts: { StateInformation: `Turn ${turn}` },
        };
        return applyEdit(model, (before) => changeThreats(before, keys, changes, by));
      });
      const fields = fieldsOf(model.template);
      const query = 'state:not-started priority:high -category:abuse "container"';
      // What was put together of the threats to be looked through is kept with them: these are new ones.
      const asked = await timed(runs * 3, () => {
        const { test } = compileQuery(query, fields);
        const anew = { ...model, threats: model.threats.map((threat) => ({ ...threat })) };
        return threatItems(anew, new Set()).filter(test).length;
      });
      return [
        { row: 'edit of all threats at once', size, value: bulk, unit: 'ms', reach: 100 },
        { row: 'query over all threats, from scratch', size, value: asked, unit: 'ms', reach: 100 },
      ];
    },
  },
  {
    id: 'exports',
    run: ({ folder }) => {
      const figures: Figure[] = [];
      for (const [threats, elements, name] of [
        [334, 176, 'containers'],
        [5_000, 2_680, 'containers'],
        // As many as a file has that is not refused for its size.
        [15_000, 4_000, 'stride-core'],
      ] as const) {
        const file = path.join(folder, `${threats}.tm7`);
        const model = benchModel({ elements, template: benchTemplate(name), threats: true });
        writeFileSync(file, writeModel(model));
        // Every format at the sizes of real models; at the largest those that have a bound.
        const formats = threats > 5_000 ? (['html', 'pdf'] as const) : EXPORTS;
        for (const format of formats)
          figures.push(exported(file, format, threats, `${model.threats.length} threats`));
      }
      return figures;
    },
  },
];

/** Seconds that an export may take before it is given up. */
const PATIENCE = 150;
const EXPORTS = ['html', 'pdf', 'docx', 'xlsx', 'csv', 'md', 'json', 'sarif'] as const;
type Export = (typeof EXPORTS)[number];
const REACH: Readonly<Partial<Record<Export, number>>> = { html: 5, pdf: 30, docx: 30 };

/** An export by the built command line, reading the model included. */
function exported(file: string, format: Export, threats: number, size: string): Figure {
  const output = file.replace(/\.tm7$/, `.${format}`);
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['dist/cli/main.js', 'report', file, '-o', output], {
    timeout: PATIENCE * 1000,
    encoding: 'utf8',
  });
  const value = (performance.now() - start) / 1000;
  const failed = status === null ? `not done in ${PATIENCE} s` : stderr.trim().split('\n').at(-1);
  const note = status === 0 ? `${(statSync(output).size / MEGABYTE).toFixed(1)} MB` : failed;
  const most = threats === 5_000 ? REACH[format] : undefined;
  const reach = most === undefined ? {} : { reach: most };
  return { row: `export as ${format.toUpperCase()}`, size, value, unit: 's', ...reach, note: note ?? '' };
}

function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
