import {
  counted,
  deletionInWords,
  describeElement,
  diagramOf,
  type ElementId,
  findElement,
  inWords,
  type Model,
} from '../document/index.ts';

/** What the commands say of what they did. */
export const said = {
  added: ({ name, connected, around }: { name: string; connected: boolean; around: number }): string =>
    `Added ${name}${connected ? ', connected' : ''}${around === 0 ? '' : ` around ${counted(around, 'element')}`}`,
  drawn: ({ line }: { line: string }): string => `Added ${line}`,
  connected: ({ line }: { line: string }): string => `Connected ${line}`,
  deleted: ({ what }: { what: string }): string => `Deleted ${what}`,
  duplicated: ({ elements }: { elements: number }): string => `Duplicated ${counted(elements, 'element')}`,
  pasted: ({ elements }: { elements: number }): string => `Pasted ${counted(elements, 'element')}`,
  diagramAdded: ({ name }: { name: string }): string => `Added ${name}`,
  diagramDeleted: ({ name }: { name: string }): string => `Deleted ${name}`,
  renamed: ({ name }: { name: string }): string => `Renamed to ${name}`,
  retyped: ({ type }: { type: string }): string => `Changed type to ${type}`,
  rerouted: ({ flows }: { flows: number }): string => `Rerouted ${counted(flows, 'flow')}`,
} as const;

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
