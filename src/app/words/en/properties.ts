import { andMore, counted, ELEMENT } from './plurals.ts';

/** The panel that shows what is selected, or the diagram and the model. */
export const properties = {
  elements: (n: number) => counted(n, ELEMENT),
  name: 'Name',
  flowName: 'Name of the data flow',
  type: 'Type',
  unnamed: 'Unnamed',
  mixed: 'Mixed',
  nothingInCommon: 'No property in common.',
  freeEnd: 'free end',
  to: 'to',
  reverse: 'Reverse the data flow',
  diagram: 'Diagram',
  model: 'Model',
  template: 'Template',
  by: ({ author }: { author: string }) => ` by ${author}`,
  generate: 'Generate threats from the diagram',
  information: {
    name: 'Threat model name',
    owner: 'Owner',
    reviewer: 'Reviewer',
    contributors: 'Contributors',
    description: 'Description',
    assumptions: 'Assumptions',
    externalDependencies: 'External dependencies',
  },
  set: 'Set',
  notSet: 'Not set',
  notInList: 'Not in the list',
  property: 'Property',
  kept: 'kept as it is in the file',
  /** What each edit is called in the history. */
  steps: {
    rename: 'Rename',
    renameDiagram: 'Rename diagram',
    changeType: ({ type }: { type: string }) => `Change type to ${type}`,
    reverse: 'Reverse data flow',
    edit: ({ field }: { field: string }) => `Edit ${field.toLowerCase()}`,
    generationOn: 'Switch threat generation on',
    generationOff: 'Switch threat generation off',
    set: ({ property }: { property: string }) => `Set ${property}`,
  },
  effects: {
    button: ({ property }: { property: string }) => `Threats that depend on ${property}`,
    none: 'No threat type of the template uses it.',
    askedBy: ({ names, more }: { names: readonly string[]; more: number }) =>
      `Used by ${andMore(names, more)}`,
    change: ({ value, sum }: { value: string; sum: string | null }) => `${value}: ${sum ?? 'no change'}`,
    more: (n: number) => `and ${n} more`,
    unconnected: 'Nothing changes until a data flow connects it.',
    typesToo: 'Also depends on the types of both ends and the boundaries crossed.',
    othersToo: ({ names, more }: { names: readonly string[]; more: number }) =>
      `Also depends on ${andMore(names, more)}.`,
  },
};
