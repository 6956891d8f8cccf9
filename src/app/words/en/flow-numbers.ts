import { counted, FLOW } from './plurals.ts';

/** Numbers of flows, and stepping through them in a presentation. */
export const flowNumbers = {
  command: 'Flow numbers',
  keywords: 'order sequence steps story badge data flow presentation',
  steps: 'Flows, one by one',
  rest: ({ flows }: { flows: number }) => `Step through ${counted(flows, FLOW)}`,
  next: 'Next flow',
  previous: 'Previous flow',
  whole: 'Whole diagram',
  fullScreen: 'Full screen again',
  at: ({ at, of }: { at: number; of: number }) => `${at} of ${of}`,
  caption: (parts: readonly string[]) => parts.join(' · '),
  said: (parts: readonly string[]) => parts.join(', '),
};
