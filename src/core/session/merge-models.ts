import {
  type Conflict,
  haveNothingInCommon,
  type Merged,
  type MergeOptions,
  mergeModels,
  resolve,
} from '../compare/index.ts';
import {
  type Diagram,
  elementsById,
  findElement,
  findShape,
  type Line,
  type LineEnd,
  type Model,
  portForm,
  type Shape,
  type Template,
} from '../document/index.ts';
import { regenerateAfter } from '../engine/index.ts';
import { portPoint } from '../geometry/index.ts';
import { decidedIn } from './merge-decided.ts';

/** A common version of a model with two that come from it. */
export interface ThreeModels {
  readonly base: Model;
  readonly ours: Model;
  readonly theirs: Model;
}

export interface MergeModelsOptions extends MergeOptions {
  /**
   * `follow`: the threats of interactions that the merge reached are those that the template makes there now, with
   * every edit kept. `keep`: they are what the two sides had.
   */
  readonly threats?: 'follow' | 'keep' | undefined;
}

/** Why three documents cannot be merged; null when they can. */
export type Misfit = 'different' | 'base' | 'templates';

/**
 * Whether three models, or three templates, are versions of one:
 *
 * | Misfit | Means |
 * |---|---|
 * | `different` | ours and theirs have nothing in common |
 * | `base` | the base has nothing in common with one of them |
 * | `templates` | a side put the model on another template (one of another id); only all three can be on it |
 */
export function misfitOf<Doc extends Model | Template>(three: {
  readonly base: Doc;
  readonly ours: Doc;
  readonly theirs: Doc;
}): Misfit | null {
  const { base, ours, theirs } = three;
  if (haveNothingInCommon(ours, theirs)) return 'different';
  if (haveNothingInCommon(base, ours) || haveNothingInCommon(base, theirs)) return 'base';
  const ids = [base, ours, theirs].flatMap((one) => ('diagrams' in one ? [one.template.manifest.id] : []));
  return new Set(ids).size > 1 ? 'templates' : null;
}

/**
 * Merges two descendants of a model as `mergeModels` does, and makes the result one piece: flows of one side end at
 * the ports of shapes that the other one moved, and threats follow, unless they are to be kept; what `decidedIn`
 * decides is no conflict. Where only one side
 * changed anything, the document is that side itself.
 */
export function mergeWhole(three: ThreeModels, options: MergeModelsOptions = {}): Merged<Model> {
  const first = mergeModels(three.base, three.ours, three.theirs, options);
  const decided = options.threats === 'keep' ? {} : decidedIn(first.conflicts, three);
  const isOpen = ({ id }: Conflict): boolean => !Object.hasOwn(decided, id);
  const merged = first.conflicts.every(isOpen) ? first : resolve(first, decided);
  const conflicts = merged.conflicts.filter(isOpen);
  const again = (other: MergeOptions): Merged<Model> =>
    mergeWhole(three, { threats: options.threats, ...other });
  const { document } = merged;
  if (document === three.ours || document === three.theirs) return { ...merged, conflicts, again };
  const ported = withPorts(document, three);
  const whole = options.threats === 'keep' ? ported : regenerateAfter(three.ours, ported);
  return { ...merged, conflicts, again, document: whole };
}

/** Ends whose port lies elsewhere since shape and flow come from different sides, at their port. */
function withPorts(merged: Model, { ours, theirs }: ThreeModels): Model {
  const own = new Set([...ours.diagrams, ...theirs.diagrams]);
  const diagrams = merged.diagrams.map((diagram) => {
    if (own.has(diagram)) return diagram;
    const sides = [ours, theirs].flatMap(({ diagrams }) => diagrams.filter(({ id }) => id === diagram.id));
    const lines = diagram.lines.map((line): Line => {
      const [source, target] = [line.source, line.target].map((end) => atPort(diagram, sides, line, end));
      if (source === undefined || target === undefined) return line;
      return source === line.source && target === line.target ? line : { ...line, source, target };
    });
    return lines.every((line, index) => line === diagram.lines[index]) ? diagram : { ...diagram, lines };
  });
  return diagrams.every((diagram, index) => diagram === merged.diagrams[index])
    ? merged
    : { ...merged, diagrams };
}

function atPort(diagram: Diagram, sides: readonly Diagram[], line: Line, end: LineEnd): LineEnd {
  const shape = findShape(diagram, end.element);
  if (shape === undefined || end.port === 'None') return end;
  const { x, y } = portPoint(shape, portForm(shape), end.port);
  // A side that has it so already: what a file says of its own is carried.
  const had = sides.some((side) => hasBoth(side, line, shape));
  return had || (x === end.x && y === end.y) ? end : { ...end, x, y };
}

/** Whether the diagram has this line with this shape, records as they are. */
const hasBoth = (diagram: Diagram, line: Line, shape: Shape): boolean =>
  findElement(diagram, line.id) === line && findElement(diagram, shape.id) === shape;

/**
 * What does not hold together in a merged model though it did in both sides: ends on elements that are not there, ids
 * that are given twice. Empty when all does, as it should.
 */
export function brokenBy(merged: Model, { ours, theirs }: ThreeModels): readonly string[] {
  const had = new Set([...loose(ours), ...loose(theirs)]);
  return [...loose(merged)].filter((one) => !had.has(one));
}

function loose({ diagrams }: Model): ReadonlySet<string> {
  const found = new Set<string>();
  const ids = new Set<string>();
  for (const diagram of diagrams) {
    const there = elementsById(diagram);
    for (const { id } of [diagram, ...diagram.shapes, ...diagram.lines]) {
      if (ids.has(id)) found.add(`the id ${id} is given twice`);
      ids.add(id);
    }
    for (const { id, source, target } of diagram.lines)
      for (const { element } of [source, target])
        if (element !== null && !there.has(element))
          found.add(`an end of ${id} is on ${element}, which is not there`);
  }
  return found;
}
