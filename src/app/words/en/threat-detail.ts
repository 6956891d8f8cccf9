/** One threat with everything a person may write to it, or several at once. */
export const threatDetail = {
  nothing: ({ letters }: { letters: readonly string[] }) =>
    `Select a threat to see and edit it. Keys 1 to 4 set its state${
      letters.length === 0 ? '' : `, ${letters.join(', ')} its priority`
    }.`,
  title: 'Title',
  remove: ({ threats: n }: { threats: number }) => (n === 1 ? 'Remove threat' : 'Remove threats'),
  stale: 'This threat no longer follows from the diagram. It stays because somebody worked on it.',
  removeStale: 'Remove',
  why: 'Why this state',
  mixed: 'Mixed',
  noValue: '(none)',
  html: ({ label }: { label: string }) => `${label} (HTML)`,
  changed: 'Changed',
  changedBy: ({ when, who }: { when: string; who: string }) => `${when} by ${who}`,
};
