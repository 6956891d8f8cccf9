/** The panel of messages about the model; the messages themselves are the core's. */
export const messages = {
  list: 'Messages',
  none: 'Nothing to report.',
  severity: { error: 'error', warning: 'warning', info: 'info' },
  show: 'Show',
  showDiagram: 'Show diagram',
  updateThreats: 'Update threats…',
  selectStale: 'Select them',
  switchOn: 'Switch on',
  switchOff: 'Switch threat generation off',
  showFilter: 'Show filter',
  include: ({ filter }: { filter: string }) => `Include: ${filter || 'nothing'}`,
  exclude: ({ filter }: { filter: string }) => `Exclude: ${filter || 'nothing'}`,
};
