import { counted, THREAT } from './plurals.ts';

const PLACE = { one: 'place', other: 'places' } as const;

/** What is done to many threats at once, and the views of them that are kept. */
export const threatBulk = {
  edit: {
    command: 'Edit the selected threats together…',
    keywords: 'bulk many fields state priority justification property',
    title: ({ threats: n }: { threats: number }) => `Edit ${counted(n, THREAT)} together`,
    about: 'What is ticked is set in all of them, as one step. The rest stays as it is.',
    nothing: 'Select threats in the list first.',
    cancel: 'Cancel',
    change: ({ threats: n }: { threats: number }) => `Change ${counted(n, THREAT)}`,
    step: ({ threats: n }: { threats: number }) => `Edit ${counted(n, THREAT)}`,
    set: ({ field }: { field: string }) => `Set ${field}`,
  },
  copy: {
    command: 'Copy the justification to the other selected threats',
    keywords: 'bulk same reason many',
    step: ({ threats: n }: { threats: number }) => `Copy the justification to ${counted(n, THREAT)}`,
    done: ({ id, threats: n }: { id: number; threats: number }) =>
      `Justification of threat ${id} copied to ${counted(n, THREAT)}`,
  },
  replace: {
    command: 'Find and replace in justifications…',
    keywords: 'search substitute text',
    title: 'Find and replace in justifications',
    find: 'Find',
    replacement: 'Replace with',
    matchCase: 'Match upper and lower case',
    where: 'In',
    selected: ({ threats: n }: { threats: number }) => `the selected threats (${n})`,
    listed: ({ threats: n }: { threats: number }) => `the threats of the list (${n})`,
    all: ({ threats: n }: { threats: number }) => `all threats (${n})`,
    found: ({ places, threats: n }: { places: number; threats: number }) =>
      places === 0 ? 'Not found.' : `${counted(places, PLACE)} in ${counted(n, THREAT)}`,
    more: ({ threats: n }: { threats: number }) => `and ${counted(n, THREAT)} more`,
    preview: 'What changes',
    cancel: 'Cancel',
    take: 'Replace all',
    step: ({ threats: n }: { threats: number }) => `Replace in ${counted(n, THREAT)}`,
    done: ({ places, threats: n }: { places: number; threats: number }) =>
      `${counted(places, PLACE)} replaced in ${counted(n, THREAT)}`,
  },
  views: {
    button: 'Views',
    none: 'No view is kept yet.',
    save: 'Keep or change views…',
    command: 'Keep or change views of threats…',
    keywords: 'saved save name query filter columns',
    show: ({ name }: { name: string }) => `Show threats: ${name}`,
    title: 'Views of threats',
    about:
      'A view is the search with its grouping, order and columns. Views are kept in this browser and work in every model.',
    name: 'Name of the present view',
    keep: 'Keep',
    replace: 'Replace',
    kept: 'Kept views',
    rename: ({ name }: { name: string }) => `Name of ${name}`,
    remove: ({ name }: { name: string }) => `Delete ${name}`,
    everything: 'all threats',
    full: ({ most }: { most: number }) => `${most} views are kept. Delete one first.`,
    close: 'Close',
    saved: ({ name }: { name: string }) => `View ${name} kept`,
    removed: ({ name }: { name: string }) => `View ${name} deleted`,
  },
};
