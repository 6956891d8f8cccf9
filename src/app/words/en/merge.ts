import { counted } from './plurals.ts';

/** Two templates compared, and one taken into the other. */
export const merge = {
  title: ({ file }: { file: string }) => `Compare and merge ${file}`,
  line: ({ from, to }: { from: string; to: string }) => `${from}, and what ${to} has that it has not.`,
  same: ({ to }: { to: string }) => `${to} says the same.`,
  base: ({ base }: { base: string }) => `What changed since ${base}, which both come from, is told apart.`,
  differences: ({ count }: { count: number }) => counted(count, { one: 'difference', other: 'differences' }),
  conflicts: ({ count }: { count: number }) =>
    `${counted(count, { one: 'conflict', other: 'conflicts' })}: which side counts`,
  noConflicts: 'Nothing contradicts: the merge asks nothing.',
  namesakes: ({ count }: { count: number }) =>
    `${counted(count, { one: 'name stands', other: 'names stand' })} under two ids: both stay`,
  namesake: ({ kind, name, ours, theirs }: { kind: string; name: string; ours: string; theirs: string }) =>
    `${kind} "${name}": ${ours} and ${theirs}`,
  sides: { ours: 'This one:', theirs: 'The other:' },
  both: 'Both: the other one under a new id',
  keptTwice: 'Kept from both',
  kept: ({ kind, name }: { kind: string; name: string }) =>
    `${kind} "${name}" is kept from both: the other one gets a new id, and what refers to it follows.`,
  askAgain: 'Ask again',
  allBoth: 'Both of each',
  allOurs: 'All from this one',
  allTheirs: 'All from the other',
  cancel: 'Cancel',
  close: 'Close',
  merge: 'Merge into this one',
  step: 'Merge a template',
  done: ({ file, template }: { file: string; template: string }) => `${template} is merged into ${file}`,
};
