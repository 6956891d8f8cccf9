import { atOnce, type Steps } from '../base/index.ts';
import type { ElementId, Line, Template } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import { type LabelPlaces, placingLabels } from './label-places.ts';
import { flowDrawing } from './line-drawing.ts';

type Shifts = ReadonlyMap<ElementId, number>;

/** The labels of one diagram as they were laid out last. */
interface Layout {
  lines: readonly Line[];
  shifts: Shifts;
  readonly places: LabelPlaces;
}

interface Known {
  readonly ofLines: WeakMap<readonly Line[], Shifts>;
  /** Of the diagrams that were asked for last, the latest first. */
  readonly layouts: Layout[];
}

/** Diagrams whose labels are brought up to date rather than laid out anew: those that canvases show. */
const MOST_LAYOUTS = 4;
/** Where more than this share of the lines changed, laying out all is as quick. */
const MOST_CHANGED = 0.25;

const cache = new WeakMap<Template, Known>();

/**
 * How far each label gives way to others (see `placingLabels`), worked out once per list of lines. Of a list that
 * differs in few lines from one asked for before, only the labels near those are laid out, and where none gives way
 * otherwise than before the answer is the same object.
 */
export const labelShifts = (lines: readonly Line[], template: Template): Shifts =>
  cache.get(template)?.ofLines.get(lines) ?? atOnce(layingOutLabels(lines, template));

/** `labelShifts`, a label at each step. */
export function* layingOutLabels(lines: readonly Line[], template: Template): Steps<Shifts> {
  let known = cache.get(template);
  if (known === undefined) {
    known = { ofLines: new WeakMap(), layouts: [] };
    cache.set(template, known);
  }
  const found = known.ofLines.get(lines);
  if (found !== undefined) return found;
  const layout = upToDate(known.layouts, lines, template) ?? (yield* newLayout(lines, template));
  const others = known.layouts.filter((other) => other !== layout);
  known.layouts.splice(0, MOST_LAYOUTS, ...[layout, ...others].slice(0, MOST_LAYOUTS));
  known.ofLines.set(lines, layout.shifts);
  return layout.shifts;
}

const labelBox = (line: Line, template: Template): Rect | undefined => flowDrawing(line, template).label?.box;

function* newLayout(lines: readonly Line[], template: Template): Steps<Layout> {
  const boxes: (Rect | undefined)[] = [];
  for (const line of lines) {
    boxes.push(labelBox(line, template));
    yield;
  }
  const places = yield* placingLabels(boxes);
  const shifts = new Map<ElementId, number>();
  lines.forEach(({ id }, index) => {
    const shift = places.shiftOf(index);
    if (shift !== 0) shifts.set(id, shift);
  });
  return { lines, shifts, places };
}

/** A layout brought from the lines that it had to others; undefined when they have too little in common. */
function upToDate(
  layouts: readonly Layout[],
  lines: readonly Line[],
  template: Template,
): Layout | undefined {
  for (const layout of layouts) {
    const changes = changedLines(layout.lines, lines);
    if (changes === undefined) continue;
    const before = layout.lines;
    const moved = layout.places.change(
      new Map(
        changes.map((index) => {
          const line = lines[index];
          return [index, line === undefined ? undefined : labelBox(line, template)] as const;
        }),
      ),
    );
    layout.lines = lines;
    if (moved.length === 0) return layout;
    const shifts = new Map(layout.shifts);
    for (const index of moved) {
      const id = (lines[index] ?? before[index])?.id;
      const shift = layout.places.shiftOf(index);
      if (id === undefined) continue;
      if (shift === 0) shifts.delete(id);
      else shifts.set(id, shift);
    }
    layout.shifts = shifts;
    return layout;
  }
  return undefined;
}

/**
 * The places at which two lists hold different records of the same lines, or one of them none any more; undefined
 * when they hold other lines, or too many differ.
 */
function changedLines(before: readonly Line[], after: readonly Line[]): readonly number[] | undefined {
  const changed: number[] = [];
  const length = Math.max(before.length, after.length);
  for (let index = 0; index < length; index++) {
    const [was, is] = [before[index], after[index]];
    if (was === is) continue;
    if (was !== undefined && is !== undefined && was.id !== is.id) return undefined;
    changed.push(index);
    if (changed.length > length * MOST_CHANGED) return undefined;
  }
  return changed;
}
