import { counted } from './plurals.ts';

const DATA_FLOW = { one: 'data flow', other: 'data flows' } as const;

/** Out of scope: the command, and what it does. */
export const scope = {
  command: 'Out of scope',
  keywords: 'scope exclude leave out grey ignore',
  step: ({ on }: { on: boolean }) => (on ? 'Set out of scope' : 'Set in scope'),
  /** Said under the check box, by what is selected. */
  flow: 'Drawn grey. No threats arise from the data flow; those that somebody worked on stay, as no longer generated.',
  element: ({ flows }: { flows: number }) =>
    `Drawn grey, and listed as out of scope in reports. ${
      flows === 0
        ? 'It takes no threats away.'
        : `The threats of its ${counted(flows, DATA_FLOW)} stay: set those out of scope to take them away.`
    }`,
  several: 'Drawn grey. Data flows have no threats then; elements keep those of their flows.',
};
