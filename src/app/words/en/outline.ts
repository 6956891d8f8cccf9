import { counted, THREAT } from './plurals.ts';

/** The diagrams as a text. */
export const outline = {
  search: 'Search the outline',
  placeholder: 'Search elements',
  diagrams: 'Diagrams',
  nothing: ({ text }: { text: string }) => `Nothing matches “${text}”.`,
  showing: ({ diagram }: { diagram: string }) => `Diagram ${diagram}`,
  name: 'Name',
  unnamed: 'Unnamed',
  diagram: 'diagram',
  unknownType: 'Unknown type',
  outOfScope: 'out of scope',
  threats: ({ threats: n }: { threats: number }) => counted(n, THREAT),
  list: ({ parts }: { parts: readonly string[] }) => parts.join(', '),
  /** The nth of several elements of one name. */
  numbered: ({ name, number }: { name: string; number: number }) => `${name} (${number})`,
  crosses: ({ boundaries }: { boundaries: readonly string[] }) => `crosses ${boundaries.join(', ')}`,
  crossedBy: ({ flows }: { flows: readonly string[] }) =>
    flows.length === 0 ? 'crossed by nothing' : `crossed by ${flows.join(', ')}`,
  alsoIn: ({ boundaries }: { boundaries: readonly string[] }) => `also in ${boundaries.join(', ')}`,
  nowhere: 'nowhere',
  itself: 'itself',
  leaves: ({ flow, to }: { flow: string; to: string }) => `${flow} → ${to}`,
  comes: ({ flow, from }: { flow: string; from: string }) => `← ${flow} from ${from}`,
  loose: ({ flow }: { flow: string }) => `${flow}, nowhere → nowhere`,
  across: ({ flow, from, to }: { flow: string; from: string; to: string }) => `${flow} ${from} → ${to}`,
  /** What each edit is called in the history. */
  steps: { delete: 'Delete', rename: 'Rename', renameDiagram: 'Rename diagram' },
};
