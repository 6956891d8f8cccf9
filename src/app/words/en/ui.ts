/** Plain widgets. */
export const ui = {
  /** The value of a panel's edge while the panel is closed. */
  closed: 'Closed',
  notFetched: 'This part of the app could not be loaded. Try again.',
};
