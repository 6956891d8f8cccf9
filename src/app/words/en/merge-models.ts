import { counted } from './plurals.ts';

const DIFFERENCE = { one: 'difference', other: 'differences' };

/** Another version of a model merged into the one in front. */
export const mergeModels = {
  command: 'Merge…',
  keywords: 'merge combine three way version of somebody else conflicts',
  title: ({ file }: { file: string }) => `Merge into ${file}`,
  text: 'Two versions of one model become one. What only one of them changed is done; what both changed is asked.',
  theirs: 'The other version',
  base: 'The version that both come from',
  choose: 'Choose…',
  file: 'A file…',
  fileOf: ({ what }: { what: string }) => `${what}: a file…`,
  threats: 'Threats',
  threatsAre: {
    follow: 'Follow the merged diagrams; what was written to them stays',
    keep: 'Stay as the two versions have them',
  },
  misfits: {
    different: 'These are two different models: nothing is in both. They can only be compared.',
    base: 'Both versions have to come from the third one: one of them has nothing in common with it.',
    templates: 'They are on different templates: change the template of one first.',
  },
  differences: ({ file, count }: { file: string; count: number }) =>
    `${file}: ${counted(count, DIFFERENCE)} from the version that both come from`,
  nothing: 'The other version changed nothing: there is nothing to merge.',
  broken: 'The result would not hold together, so nothing was merged.',
  cancel: 'Cancel',
  merge: 'Merge into this one',
  step: 'Merge another version',
  done: ({ file, other }: { file: string; other: string }) => `${other} is merged into ${file}`,
};
