import { counted, THREAT } from './plurals.ts';

/** Threats of one's own: a new one, and moving some to another interaction. */
export const ownThreats = {
  adding: {
    title: 'Add threat',
    description: ({ flow }: { flow: string }) =>
      `A threat of your own on ${flow}. Regenerating leaves it alone.`,
    theFlow: 'the selected flow',
    flowGone: 'The data flow is gone.',
    failed: 'The threat could not be added.',
    cancel: 'Cancel',
    add: 'Add threat',
  },
  /** What each edit is called in the history. */
  steps: {
    duplicate: ({ threats }: { threats: number }) => `Duplicate ${counted(threats, THREAT)}`,
    move: ({ threats }: { threats: number }) => `Move ${counted(threats, THREAT)}`,
  },
  title: ({ threats }: { threats: number }) => `Move ${counted(threats, THREAT)} of your own`,
  about: 'What was written stays; undo takes the move back.',
  flow: 'Interaction',
  choose: 'Several: choose one',
  cancel: 'Cancel',
  move: 'Move',
};
