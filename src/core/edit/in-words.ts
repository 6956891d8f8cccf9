import {
  deletionInWords,
  describeElement,
  diagramOf,
  type ElementId,
  findElement,
  inWords,
  type Model,
} from '../document/index.ts';

/** An element of a model by its name, type and place; empty when the model has none of this id. */
export function elementInWords(model: Model, id: ElementId): string {
  const diagram = diagramOf(model, id);
  const element = diagram && findElement(diagram, id);
  if (diagram === undefined || element === undefined) return '';
  return inWords(describeElement(diagram, element, model.template));
}

/** What goes with the elements when they are deleted, on all diagrams that have any. */
export const deletedInWords = (model: Model, ids: ReadonlySet<ElementId>): string =>
  model.diagrams
    .filter(({ shapes, lines }) => [...shapes, ...lines].some(({ id }) => ids.has(id)))
    .map((diagram) => deletionInWords(diagram, ids, model.template))
    .join(', ');
