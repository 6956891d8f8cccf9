import { counted, THREAT } from './plurals.ts';

/** Moving threats of one's own to another interaction. */
export const ownThreats = {
  title: ({ threats }: { threats: number }) => `Move ${counted(threats, THREAT)} of your own`,
  about: 'What was written stays; undo takes the move back.',
  flow: 'Interaction',
  choose: 'Several: choose one',
  cancel: 'Cancel',
  move: 'Move',
};
