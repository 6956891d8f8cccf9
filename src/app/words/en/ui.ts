/** Plain widgets. */
export const ui = {
  /** The value of a panel's edge while the panel is closed. */
  closed: 'Closed',
  /** Behind the first lines of a long list. */
  more: ({ count }: { count: number }) => `and ${count} more`,
  close: 'Close',
  /** Leads to the help. */
  explain: 'What this means',
  loading: 'Loading…',
  notFetched: 'This part of the app could not be loaded. Try again.',
};
