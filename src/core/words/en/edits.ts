import { counted, ELEMENT, FLOW } from './plurals.ts';

/** What the commands say of what they did. */
export const edits = {
  added: ({ name, connected, around }: { name: string; connected: boolean; around: number }) =>
    `Added ${name}${connected ? ', connected' : ''}${around === 0 ? '' : ` around ${counted(around, ELEMENT)}`}`,
  drawn: ({ line }: { line: string }) => `Added ${line}`,
  connected: ({ line }: { line: string }) => `Connected ${line}`,
  deleted: ({ what }: { what: string }) => `Deleted ${what}`,
  duplicated: ({ elements }: { elements: number }) => `Duplicated ${counted(elements, ELEMENT)}`,
  pasted: ({ elements }: { elements: number }) => `Pasted ${counted(elements, ELEMENT)}`,
  diagramAdded: ({ name }: { name: string }) => `Added ${name}`,
  diagramDeleted: ({ name }: { name: string }) => `Deleted ${name}`,
  renamed: ({ name }: { name: string }) => `Renamed to ${name}`,
  retyped: ({ type }: { type: string }) => `Changed type to ${type}`,
  rerouted: ({ flows }: { flows: number }) => `Rerouted ${counted(flows, FLOW)}`,
  /** The name of a new diagram. */
  diagram: ({ number }: { number: number }) => `Diagram ${number}`,
};
