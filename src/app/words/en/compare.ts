import { counted } from './plurals.ts';

const DIFFERENCE = { one: 'difference', other: 'differences' };

/** Two models looked at beside each other. */
export const compare = {
  command: 'Compare with…',
  keywords: 'diff difference changes review saved version what changed',
  with: {
    title: ({ file }: { file: string }) => `Compare ${file} with`,
    text: 'Nothing changes until you take something over.',
    saved: 'The saved version',
    opened: 'The file as it was opened',
    tab: ({ file }: { file: string }) => `${file}, open in another tab`,
    earlier: 'An earlier state',
    before: ({ step }: { step: string }) => `As it was before: ${step}`,
    compare: 'Compare',
    file: 'A file…',
    fileLabel: 'A model to compare with',
    cancel: 'Cancel',
  },
  names: {
    saved: ({ file }: { file: string }) => `${file} as saved`,
    opened: ({ file }: { file: string }) => `${file} as opened`,
    earlier: ({ file, step }: { file: string; step: string }) => `${file} before “${step}”`,
  },
  title: ({ before, after }: { before: string; after: string }) => `From ${before} to ${after}`,
  signs: { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Moved' },
  counted: ({ sign, count }: { sign: 'added' | 'removed' | 'changed' | 'moved'; count: number }) =>
    `${count} ${sign}`,
  same: 'Both say the same.',
  onlyMoves: 'Things only lie elsewhere: no threat changes.',
  differences: 'What is different',
  list: 'Differences by group',
  detail: 'The difference',
  ofGroup: ({ group, count }: { group: string; count: number }) => `${group}: ${counted(count, DIFFERENCE)}`,
  show: 'Which differences are listed',
  shows: {
    all: 'All differences',
    threats: 'Only what may change threats',
    lasting: 'All but what only moved',
  },
  search: 'Search differences',
  nothingShown: 'No difference fits.',
  how: ({
    aspect,
    before,
    after,
    where,
  }: {
    aspect: string;
    before: string | null;
    after: string | null;
    where: string;
  }) => {
    const values =
      before !== null && after !== null ? `${before || '–'} → ${after || '–'}` : (before ?? after ?? '');
    const what = [aspect, values].filter((part) => part !== '').join(': ');
    return [what, where].filter((part) => part !== '').join(' · ');
  },
  before: ({ name }: { name: string }) => `Before: ${name}`,
  after: ({ name }: { name: string }) => `After: ${name}`,
  nothing: 'nothing',
  diagram: 'Diagram',
  diagramOf: ({ name, count }: { name: string; count: number }) =>
    count === 0 ? name : `${name} (${counted(count, { one: 'mark', other: 'marks' })})`,
  noDiagram: 'Neither model has a diagram.',
  panes: 'Both diagrams: arrow keys move them, + and − zoom, Shift+1 shows all',
  pane: ({ diagram, name }: { diagram: string; name: string }) => `${diagram} of ${name}`,
  paneOfBoth: ({ diagram }: { diagram: string }) => `${diagram}, before on the left and after on the right`,
  split: 'How much of the diagram before is seen',
  beside: 'Beside each other',
  over: 'Over each other, with a slider',
  fit: 'Show all',
  swap: 'Swap before and after',
  close: 'Close',
  take: {
    adds: ({ name }: { name: string }) => `Add it here, from ${name}`,
    removes: ({ name }: { name: string }) => `Remove it here, as in ${name}`,
    changes: ({ name }: { name: string }) => `Take over from ${name}`,
  },
  takeGroup: ({ name, count }: { name: string; count: number }) =>
    `Take over ${count === 1 ? 'it' : `all ${count}`} from ${name}`,
  takeListed: ({ count }: { count: number }) => `Take over all ${count} that are listed`,
  step: 'Take over from another model',
  taken: ({ count, along }: { count: number; along: number }) =>
    `${counted(count, { one: 'difference', other: 'differences' })} taken over${
      along === 0 ? '' : `, with ${along} more that belong to ${count === 1 ? 'it' : 'them'}`
    }.`,
  undo: 'Undo',
  lacking: ({ types }: { types: string }) =>
    `Not taken over: the template here does not have ${types}. Change the template first.`,
  follows: 'This follows from other differences, and comes with them.',
  ofTemplate: 'A template goes over as a whole, with a preview.',
  changeTemplate: 'Change the template…',
  strangers: 'They have nothing in common: these are two different models.',
  report: 'Report',
  reportAs: {
    html: 'As HTML, with pictures',
    md: 'As Markdown',
    comment: 'As a comment for a change request',
  },
};
