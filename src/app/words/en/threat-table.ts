import { counted, THREAT } from './plurals.ts';

/** The table of the view of threats, what is done to many of them, and the views that are kept. */
export const threatTable = {
  columns: {
    source: 'Source',
    target: 'Target',
    by: 'Changed by',
    changed: 'Changed',
  },
  choose: 'Columns',
  inHeadings: ({ column }: { column: string }) => `${column} (in the headings)`,
  firstColumns: 'As at the beginning',
  columnMenu: ({ column }: { column: string }) => `Column ${column}`,
  columnHelp:
    'Enter sorts. Shift with left or right changes the width, Ctrl with left or right the place. The menu key has more.',
  ascending: 'ascending',
  descending: 'descending',
  sortUp: 'Sort ascending',
  sortDown: 'Sort descending',
  sortStored: 'Order of the file',
  groupBy: 'Group by this',
  moveLeft: 'Move left',
  moveRight: 'Move right',
  wider: 'Wider',
  narrower: 'Narrower',
  hide: 'Hide',
  widthNow: ({ column, width }: { column: string; width: number }) => `${column}: ${width} pixels`,
  placeNow: ({ column, at, all }: { column: string; at: number; all: number }) =>
    `${column}: column ${at} of ${all}`,
  hidden: ({ column }: { column: string }) => `${column} hidden`,
  markGroup: ({ name, threats: n }: { name: string; threats: number }) =>
    `Select ${name}, ${counted(n, THREAT)}`,
  foldGroup: ({ name }: { name: string }) => `Show the threats of ${name}`,
  edit: ({ column, id }: { column: string; id: number }) => `${column} of threat ${id}`,
  readOnly: ({ column }: { column: string }) => `${column} cannot be edited here`,
  empty: '(empty)',
};
