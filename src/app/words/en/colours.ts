/** Colours of elements by a property, and their legend. */
export const colours = {
  command: 'Colours of elements',
  keywords: 'legend property classification trust state of threats highlight',
  by: 'Colour elements by',
  close: 'Without colours',
  threats: 'State of threats',
  handled: { none: 'No threat handled', some: 'Some threats handled', all: 'All threats handled' },
  others: 'Other values',
  nothing: 'No element of this diagram has a value.',
  entry: ({ letter, value, elements }: { letter: string; value: string; elements: number }) =>
    `${letter}: ${value}, ${elements === 1 ? '1 element' : `${elements} elements`}`,
};
