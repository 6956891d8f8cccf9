import { counted, THREAT } from './plurals.ts';

const VALUE = { one: 'value', other: 'values' } as const;
const ROW = { one: 'row', other: 'rows' } as const;

/** Reading back a list of threats that was worked on elsewhere. */
export const listImport = {
  title: ({ file }: { file: string }) => `Import a list into ${file}`,
  about:
    'States, priorities, justifications and texts of a list (CSV or Excel) come back to the threats that its rows are about.',
  choose: 'List (CSV or Excel)',
  reading: 'Reading…',
  faults: {
    size: ({ most }: { most: number }) => `The list is larger than ${most / 1024 / 1024} MB.`,
    rows: ({ most }: { most: number }) => `The list has more than ${most} rows.`,
    entries: ({ most }: { most: number }) => `The workbook has more than ${most} parts.`,
    inflated: 'The workbook unpacks to far more than a list of threats.',
    empty: 'The list has no header and no rows.',
    binary: 'The file is no list: it is neither a text nor an Excel workbook (.xlsx).',
    workbook: 'The file is no Excel workbook (.xlsx), or a damaged one.',
    encrypted:
      'The workbook is behind a password or of Excel before 2007. Save it as .xlsx without one, or as CSV.',
    unreadable: ({ cause }: { cause: string }) => `The list could not be read: ${cause}`,
  },
  noMatch: 'No row is about a threat of this model.',
  found: ({ matched, changes }: { matched: number; changes: number }) =>
    `${counted(matched, THREAT)} found, ${counted(changes, VALUE)} to change.`,
  guessed: 'The list says nothing of its encoding: it was read as Windows-1252.',
  columns: { threat: 'Threat', field: 'Field', before: 'Now', after: 'In the list' },
  changesOf: 'What changes',
  more: ({ count }: { count: number }) => `and ${counted(count, VALUE)} more`,
  conflicts: ({ count }: { count: number }) => `${counted(count, VALUE)} changed in the model since`,
  takeConflicts: "Take the list's values there too",
  texts: 'Take titles and descriptions too',
  clearing: 'Empty cells empty what the model has',
  add: ({ count }: { count: number }) =>
    count === 1
      ? 'Add the row that is not found as a threat of your own'
      : `Add ${counted(count, ROW)} that are not found as threats of your own`,
  lost: ({ count }: { count: number }) => `${counted(count, ROW)} not found`,
  lostLine: ({ line, title }: { line: number; title: string }) => `Line ${line}: ${title}`,
  problems: ({ count }: { count: number }) => `${counted(count, VALUE)} not taken`,
  problem: {
    twice: ({ line, first }: { line: number; first: number }) =>
      `Line ${line} is the threat of line ${first}.`,
    state: ({ line, value }: { line: number; value: string }) => `Line ${line}: “${value}” is no state.`,
    priority: ({ line, value }: { line: number; value: string }) =>
      `Line ${line}: “${value}” is no priority.`,
  },
  unknownColumns: ({ count }: { count: number }) =>
    `${counted(count, { one: 'column', other: 'columns' })} that mean nothing here`,
  cancel: 'Cancel',
  take: 'Import',
  step: 'Import list',
  done: ({ changes, added }: { changes: number; added: number }) =>
    `List imported: ${counted(changes, VALUE)} changed${added > 0 ? `, ${counted(added, THREAT)} added` : ''}`,
};
