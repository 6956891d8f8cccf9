import type { ElementId, Line, Template } from '../document/index.ts';
import { spread } from './label-places.ts';
import { flowDrawing } from './line-drawing.ts';

const cache = new WeakMap<Template, WeakMap<readonly Line[], ReadonlyMap<ElementId, number>>>();

/** How far each label gives way to others (see `spread`), worked out once per list of lines. */
export function labelShifts(lines: readonly Line[], template: Template): ReadonlyMap<ElementId, number> {
  let known = cache.get(template);
  if (known === undefined) {
    known = new WeakMap();
    cache.set(template, known);
  }
  const found = known.get(lines);
  if (found !== undefined) return found;
  const shifts = spread(
    lines.flatMap((line) => {
      const box = flowDrawing(line, template).label?.box;
      return box === undefined ? [] : [[line.id, box] as const];
    }),
  );
  known.set(lines, shifts);
  return shifts;
}
