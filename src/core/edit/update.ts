import type {
  Diagram,
  DiagramId,
  Element,
  ElementId,
  Line,
  Model,
  Property,
  Shape,
} from '../document/index.ts';
import { findElement } from '../document/index.ts';

/**
 * The list with every item passed through `change`; the same list when every item came back as it was, so
 * that caches by identity hold. `change` returns null to drop an item.
 */
export function mapKeeping<T>(items: readonly T[], change: (item: T) => T | null): readonly T[] {
  let changed = false;
  const next: T[] = [];
  for (const item of items) {
    const result = change(item);
    if (result !== item) changed = true;
    if (result !== null) next.push(result);
  }
  return changed ? next : items;
}

/** `mapKeeping` where only the items at some places can change, and none is dropped. */
export function mapKeepingAt<T>(
  items: readonly T[],
  places: readonly number[],
  change: (item: T) => T,
): readonly T[] {
  let next: T[] | undefined;
  for (const place of places) {
    const item = items[place];
    if (item === undefined) continue;
    const result = change(item);
    if (result === item) continue;
    next ??= [...items];
    next[place] = result;
  }
  return next ?? items;
}

/** The record with the members set; the same record when they had these values already. */
export function withMembers<T extends object>(record: T, members: Partial<T>): T {
  const keys = Object.keys(members) as (keyof T)[];
  return keys.every((key) => Object.is(record[key], members[key])) ? record : { ...record, ...members };
}

export function withDiagrams(model: Model, diagrams: readonly Diagram[]): Model {
  return diagrams === model.diagrams ? model : { ...model, diagrams };
}

export function updateDiagram(model: Model, id: DiagramId, change: (diagram: Diagram) => Diagram): Model {
  return withDiagrams(
    model,
    mapKeeping(model.diagrams, (diagram) => (diagram.id === id ? change(diagram) : diagram)),
  );
}

export interface ElementChange {
  readonly shape?: (shape: Shape) => Shape | null;
  readonly line?: (line: Line) => Line | null;
}

export function updateElements(diagram: Diagram, change: ElementChange): Diagram {
  const { shape, line } = change;
  return withMembers(diagram, {
    shapes: shape === undefined ? diagram.shapes : mapKeeping(diagram.shapes, shape),
    lines: line === undefined ? diagram.lines : mapKeeping(diagram.lines, line),
  });
}

/** Changes the elements with these ids wherever they stand, by one rule for shapes and lines alike. */
export function updateByIds(
  model: Model,
  ids: Iterable<ElementId>,
  change: <E extends Element>(element: E) => E,
): Model {
  const wanted = new Set(ids);
  return withDiagrams(
    model,
    mapKeeping(model.diagrams, (diagram) => {
      if (![...wanted].some((id) => findElement(diagram, id) !== undefined)) return diagram;
      const one = <E extends Element>(element: E): E => (wanted.has(element.id) ? change(element) : element);
      return updateElements(diagram, { shape: one, line: one });
    }),
  );
}

/** The record with its properties passed through `change`; the same record when none changed. */
export function withProperties<E extends { readonly properties: readonly Property[] }>(
  record: E,
  change: (property: Property) => Property,
): E {
  const properties = mapKeeping(record.properties, change);
  return properties === record.properties ? record : { ...record, properties };
}

/** The shapes and lines of the diagram among these ids. */
export function pick(
  diagram: Diagram,
  ids: Iterable<ElementId>,
): { readonly shapes: readonly Shape[]; readonly lines: readonly Line[] } {
  const wanted = new Set(ids);
  return {
    shapes: diagram.shapes.filter((shape) => wanted.has(shape.id)),
    lines: diagram.lines.filter((line) => wanted.has(line.id)),
  };
}
