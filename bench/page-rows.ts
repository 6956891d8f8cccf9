import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { firstScripts } from '../e2e/first-scripts.ts';
import { writeModel } from '../src/core/codec/index.ts';
import type { Model } from '../src/core/document/index.ts';
import { type Figure, median } from './measure.ts';
import { benchModel, firstDiagram } from './model.ts';
import { type BenchPage, type Cost, costOf, newPage, type Opened, open, paced, settled } from './page.ts';
import type { Row, Setting } from './rows.ts';

const FRAME = 1000 / 60;
/** Steps of one drag, and how far each goes, in pixels. */
const STEPS = 60;
const STEP = 2;

const files = new Map<string, { readonly file: string; readonly model: Model; readonly size: string }>();

/** A model as a file, written once. */
function fileOf({ folder }: Setting, elements: number, threats = false) {
  const name = `${elements}${threats ? '-threats' : ''}.tm7`;
  const known = files.get(name);
  if (known !== undefined) return known;
  const model = benchModel({ elements, threats });
  const bytes = writeModel(model);
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const made = { file, model, size: `${elements} elements, ${(bytes.length / 2 ** 20).toFixed(1)} MB` };
  files.set(name, made);
  return made;
}

/** The app with a model in front. The focus is on the canvas. */
async function shown(setting: Setting, elements: number, threats = false) {
  const page = await newPage('web/');
  const made = fileOf(setting, elements, threats);
  const opened = await open(page, made.file);
  await page.page.getByRole('application').focus();
  return { ...made, page, opened };
}

const repeated = async <T>(runs: number, run: () => Promise<T>): Promise<readonly T[]> => {
  const all: T[] = [];
  for (let n = 0; n < runs; n++) all.push(await run());
  return all;
};

const medianOf = <T>(all: readonly T[], value: (one: T) => number): number => median(all.map(value));

async function openings(setting: Setting): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const elements of setting.sizes) {
    const { file, size } = fileOf(setting, elements);
    const opening = (at: Parameters<typeof newPage>[0]) =>
      repeated(setting.runs, async (): Promise<Opened> => {
        const page = await newPage(at);
        const opened = await open(page, file);
        await page.close();
        return opened;
      });
    const floor = medianOf(await opening(`bench/floor/#${elements}`), ({ time }) => time);
    const ours = await opening('web/');
    figures.push(
      {
        row: 'open: chosen to painted',
        size,
        value: medianOf(ours, ({ time }) => time),
        unit: 'ms',
        floor,
        reach: 1.5,
      },
      {
        row: 'open: longest task',
        size,
        value: medianOf(ours, (one) => one.longestTask),
        unit: 'ms',
        reach: 50,
      },
    );
  }
  return figures;
}

/** The middle of the element nearest to the middle of the canvas, as a place on the page, in pixels. */
async function spotOf(
  { page }: BenchPage,
  model: Model,
): Promise<{ readonly x: number; readonly y: number }> {
  const view = await page.evaluate(() => {
    const canvas = document.querySelector('.canvas')?.getBoundingClientRect() ?? new DOMRect();
    const drawn = document.querySelector('.react-flow__viewport');
    const { a, e, f } = new DOMMatrix(drawn === null ? '' : getComputedStyle(drawn).transform);
    const middle = { x: canvas.left + canvas.width / 2, y: canvas.top + canvas.height / 2 };
    return { left: canvas.left + e, top: canvas.top + f, zoom: a, middle };
  });
  const spots = firstDiagram(model)
    .shapes.filter((shape) => shape.kind !== 'borderBoundary')
    .map(({ left, top, width, height }) => ({
      x: view.left + (left + width / 2) * view.zoom,
      y: view.top + (top + height / 2) * view.zoom,
    }));
  const away = (spot: { readonly x: number; readonly y: number }) =>
    Math.hypot(spot.x - view.middle.x, spot.y - view.middle.y);
  return spots.reduce((best, spot) => (away(spot) < away(best) ? spot : best));
}

/** Shows the middle of the diagram at 100 %, or everything. */
async function show({ page }: BenchPage, view: View): Promise<void> {
  await page.keyboard.press('Shift+1');
  if (view === 'near') await page.keyboard.press('Shift+0');
  await page.waitForTimeout(500);
  const zoom = await page
    .locator('.react-flow__viewport')
    .evaluate((drawn) => new DOMMatrix(getComputedStyle(drawn).transform).a);
  if ((view === 'near') !== (zoom === 1)) throw new Error(`The view is ${view}, and its zoom ${zoom}`);
}

type View = 'near' | 'far';

const mouse = (
  { cdp }: BenchPage,
  type: 'mousePressed' | 'mouseReleased' | 'mouseMoved',
  at: { readonly x: number; readonly y: number },
) =>
  cdp.send('Input.dispatchMouseEvent', {
    type,
    ...at,
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: type === 'mouseMoved' ? 0 : 1,
  });

async function dragged(on: BenchPage, model: Model): Promise<Cost> {
  const from = await spotOf(on, model);
  await on.page.mouse.move(from.x, from.y);
  await mouse(on, 'mousePressed', from);
  const cost = await costOf(on, () =>
    paced(STEPS, (step) => mouse(on, 'mouseMoved', { x: from.x + STEP * step, y: from.y + step })),
  );
  await mouse(on, 'mouseReleased', { x: from.x + STEP * STEPS, y: from.y + STEPS });
  const selected = await on.page.locator('.canvas-frame').count();
  await on.page.keyboard.press('ControlOrMeta+z');
  await on.page.waitForTimeout(500);
  if (selected !== 1) throw new Error('Nothing was dragged');
  return cost;
}

const wheeled = (on: BenchPage, wheel: { readonly deltaX: number; readonly deltaY: number }, modifiers = 0) =>
  costOf(on, () =>
    paced(STEPS, (step) => {
      // There and back again.
      const way = step <= STEPS / 2 ? 1 : -1;
      const { deltaX, deltaY } = wheel;
      const delta = { deltaX: way * deltaX, deltaY: way * deltaY };
      return on.cdp.send('Input.dispatchMouseEvent', {
        type: 'mouseWheel',
        x: 800,
        y: 450,
        ...delta,
        modifiers,
      });
    }),
  );

/** Ctrl, as the protocol counts modifiers. */
const CTRL = 2;

const VIEW_MOTIONS: Readonly<Record<string, (on: BenchPage) => Promise<Cost>>> = {
  pan: (on) => wheeled(on, { deltaX: 12, deltaY: 8 }),
  // By a quarter, and by twelve times: from all in sight to single elements.
  zoom: (on) => wheeled(on, { deltaX: 0, deltaY: -6 }, CTRL),
  'zoom-through': (on) => wheeled(on, { deltaX: 0, deltaY: -60 }, CTRL),
};

const MOTIONS: Readonly<Record<string, (on: BenchPage, model: Model) => Promise<Cost>>> = {
  drag: dragged,
  ...VIEW_MOTIONS,
};

/** The page does one step a frame: on a busy machine fewer than were sent. */
const stepsOf = ({ frames }: Cost): number => Math.min(frames, STEPS);

/** React Flow's plain nodes, as many as a file has elements. */
async function shownFloor(elements: number, file: string): Promise<BenchPage> {
  const page = await newPage(`bench/floor/#${elements}`);
  await open(page, file);
  return page;
}

/** What the view does has a floor: the same done to plain nodes. */
async function floorOf(
  id: string,
  page: BenchPage | null,
  view: View,
  runs: number,
): Promise<Partial<Figure>> {
  const move = VIEW_MOTIONS[id];
  if (page === null || move === undefined) return {};
  await show(page, view);
  return { floor: medianOf(await repeated(runs, () => move(page)), (one) => one.frame) };
}

/** A row for what goes on for many frames, near and far. */
const motion = (id: string, measure: (on: BenchPage, model: Model) => Promise<Cost>): Row => ({
  id,
  run: async (setting) => {
    const figures: Figure[] = [];
    for (const elements of setting.sizes) {
      const { page, model, size, file } = await shown(setting, elements);
      const plain = id in VIEW_MOTIONS ? await shownFloor(elements, file) : null;
      for (const view of ['near', 'far'] as const) {
        await show(page, view);
        const all = await repeated(setting.runs, () => measure(page, model));
        figures.push({
          row: `${id}, ${view}: p95 of frame`,
          size,
          value: medianOf(all, (one) => one.frame),
          unit: 'ms',
          ...(plain === null
            ? { reach: elements > 2_000 ? 2 * FRAME : FRAME }
            : { reach: 1, ...(await floorOf(id, plain, view, setting.runs)) }),
        });
        const script = medianOf(all, (one) => one.script / stepsOf(one));
        const work = medianOf(all, (one) => one.work / stepsOf(one));
        const note = `${work.toFixed(1)} ms of all work`;
        const most = id === 'drag' && elements <= 2_000 ? { reach: 6 } : {};
        figures.push({
          row: `${id}, ${view}: script per step`,
          size,
          value: script,
          unit: 'ms',
          ...most,
          note,
        });
      }
      await plain?.close();
      await page.close();
    }
    return figures;
  },
});

/** A row for what is done by one stroke of keys. */
async function stroke(
  setting: Setting,
  id: string,
  keys: string,
  before?: string,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const elements of setting.sizes) {
    const { page, model, size } = await shown(setting, elements);
    await show(page, 'far');
    const all = await repeated(setting.runs, async () => {
      if (before !== undefined) {
        await page.page.mouse.click(...(Object.values(await spotOf(page, model)) as [number, number]));
        await page.page.keyboard.press(before);
        await page.page.waitForTimeout(500);
      }
      const cost = await costOf(page, () => page.page.keyboard.press(keys), 500);
      await page.page.keyboard.press('Escape');
      await page.page.waitForTimeout(500);
      return cost;
    });
    const note = `${medianOf(all, (one) => one.script).toFixed(0)} ms of script, longest frame ${medianOf(all, (one) => one.longestFrame).toFixed(0)} ms`;
    const value = medianOf(all, (one) => one.longestTask);
    figures.push({ row: `${id}: longest task (0: under 50 ms)`, size, value, unit: 'ms', note });
  }
  return figures;
}

async function saving(setting: Setting): Promise<readonly Figure[]> {
  const { page, model, size } = await shown(setting, 2_000, true);
  await show(page, 'far');
  const click = await spotOf(page, model);
  await page.page.mouse.click(click.x, click.y);
  const costs = await repeated(setting.runs, async () => {
    const autosave = await costOf(page, () => page.page.keyboard.press('ArrowRight'), 5_000);
    const download = page.page.waitForEvent('download');
    const save = await costOf(page, async () => {
      await page.page.keyboard.press('ControlOrMeta+s');
      await download;
    });
    return { autosave, save };
  });
  await page.close();
  const figure = (row: string, all: readonly Cost[]): Figure => ({
    row: `${row}: longest task`,
    size,
    value: medianOf(all, (one) => one.longestTask),
    unit: 'ms',
    reach: 50,
  });
  return [
    figure(
      'edit and autosave',
      costs.map(({ autosave }) => autosave),
    ),
    figure(
      'save',
      costs.map(({ save }) => save),
    ),
  ];
}

/** Without what can the canvas of an opened model not be used? */
async function firstScript(): Promise<readonly Figure[]> {
  const bodies = [...(await firstScripts((file) => readFile(path.join('dist/web', file)))).values()];
  const value = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0) / 1024;
  const note = `${bodies.length} files`;
  return [{ row: 'script of the first usable canvas, gzip', size: '', value, unit: 'KB', reach: 250, note }];
}

/** Turns of the wheel over the table of threats, and how far each goes, in pixels. */
const TURNS = 60;
const TURN = 180;

/** Scrolls the table of 5,000 threats. */
async function scrolling(setting: Setting): Promise<readonly Figure[]> {
  const { page, model } = await shown(setting, 2_680, true);
  await page.page.keyboard.press('Alt+3');
  const table = page.page.getByRole('treegrid');
  await table.waitFor();
  await settled(page.page);
  await table.hover();
  const costs = await repeated(setting.runs, () =>
    costOf(page, () => paced(TURNS, (turn) => page.page.mouse.wheel(0, turn % 2 === 0 ? TURN : TURN * 2))),
  );
  await page.close();
  const size = `${model.threats.length} threats`;
  const figure = (what: string, value: number, unit: 'ms', reach: number): Figure => ({
    row: `scroll the threats: ${what}`,
    size,
    value,
    unit,
    reach,
  });
  return [
    figure(
      'frame, p95',
      medianOf(costs, ({ frame }) => frame),
      'ms',
      33,
    ),
    figure(
      'longest task',
      medianOf(costs, ({ longestTask }) => longestTask),
      'ms',
      100,
    ),
  ];
}

export const pageRows: readonly Row[] = [
  { id: 'open', run: openings },
  ...Object.entries(MOTIONS).map(([id, measure]) => motion(id, measure)),
  { id: 'select', run: (setting) => stroke(setting, 'select all', 'ControlOrMeta+a') },
  { id: 'undo', run: (setting) => stroke(setting, 'undo', 'ControlOrMeta+z', 'ArrowRight') },
  { id: 'save', run: saving },
  { id: 'threat-table', run: scrolling },
  { id: 'script', run: firstScript },
];
