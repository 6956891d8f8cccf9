import {
  diagramOf,
  type ElementId,
  findShape,
  type LineEnd,
  type Model,
  type NewGuid,
} from '../document/index.ts';
import { words } from '../words/index.ts';
import { copyRecords, withCopiedThreats, withRecords } from './copies.ts';
import { type Edited, edited } from './edited.ts';
import { partEnds, routeHandle } from './route.ts';
import { moveElements } from './shapes.ts';
import { pick, updateDiagram } from './update.ts';

/**
 * Copies elements on their own diagram at an offset. Flows whose ends are copied hang on the copies; a flow
 * with an end that is not copied is left out, unless only lines are copied: then the copy hangs on the same
 * elements and takes a lane of its own. The copies are selected, shapes first.
 */
export function duplicateElements(
  model: Model,
  ids: Iterable<ElementId>,
  dx: number,
  dy: number,
  newGuid: NewGuid,
  options: { readonly withThreats?: boolean } = {},
): Edited {
  const wanted = [...ids];
  const diagram = wanted.map((id) => diagramOf(model, id)).find((one) => one !== undefined);
  if (diagram === undefined) return { value: model };
  const { shapes, lines } = pick(diagram, wanted);
  const held = new Set(shapes.map((shape) => shape.id));
  const copied = lines.filter(
    (line) =>
      shapes.length === 0 ||
      [line.source, line.target].every((end) => end.element === null || held.has(end.element)),
  );
  const copies = copyRecords(model, shapes, copied, newGuid);
  const made = [...copies.shapes, ...copies.lines].map((element) => element.id);

  let next = updateDiagram(model, diagram.id, (one) => {
    let grown = withRecords(one, copies.shapes, []);
    for (const line of copies.lines) {
      const attached = [line.source, line.target].some((end) => findShape(one, end.element) !== undefined);
      const ends = attached ? partEnds(grown, line) : line;
      const placed = attached ? { ...line, ...pickEnds(ends), handle: routeHandle(grown, ends) } : line;
      grown = withRecords(grown, [], [placed]);
    }
    return grown;
  });
  const free = copies.lines.filter((line) =>
    [line.source, line.target].every((end) => findShape(diagram, end.element) === undefined),
  );
  const moved = [...copies.shapes, ...free].map((element) => element.id);
  next = moveElements(next, moved, dx, dy);
  if (options.withThreats === true) {
    const flows = new Set(copied.map((line) => line.id));
    const threats = model.threats.filter((threat) => flows.has(threat.flowId));
    const same = new Map(copies.ids);
    for (const line of copied) {
      for (const { element } of [line.source, line.target]) {
        if (element !== null && !same.has(element)) same.set(element, element);
      }
    }
    next = withCopiedThreats(next, diagram.id, threats, same, newGuid);
  }
  return edited(model, next, { select: made, said: words.edits.duplicated({ elements: made.length }) });
}

const pickEnds = ({ source, target }: { source: LineEnd; target: LineEnd }) => ({ source, target });
