/** Out of scope: the command, and what it does. */
export const scope = {
  command: 'Out of scope',
  keywords: 'scope exclude leave out grey ignore',
  step: ({ on }: { on: boolean }) => (on ? 'Set out of scope' : 'Set in scope'),
  /** Said under the check box, by what is selected. */
  does: {
    flow: 'Out of scope it has no threats, and is drawn grey.',
    element: 'Out of scope it is drawn grey. Threats of its data flows stay: set those out of scope too.',
    several: 'Out of scope they are drawn grey. Data flows have no threats then; elements take none away.',
  },
};
