import { counted, FLOW, form, THREAT } from './plurals.ts';

const DATA_FLOW = { one: 'data flow', other: 'data flows' } as const;

const aThreat = (n: number): string => (n === 1 ? 'a threat' : counted(n, THREAT));

/** The analysis: the list of threats, the selected ones, and why there are none. */
export const threats = {
  threats: 'Threats',
  menu: 'Threat',
  answered: ({ threats: n }: { threats: number }) => `${counted(n, THREAT)} answered alike`,
  noneOpen: 'Every threat of the list has been started.',
  count: ({ threats: n }: { threats: number }) => counted(n, THREAT),
  shownOf: ({ shown, all }: { shown: number; all: number }) => `${shown} of ${all}`,
  search: 'Search threats',
  filterByState: 'Filter by state',
  filter: ({ active }: { active: number }) => (active > 0 ? `Filter (${active})` : 'Filter'),
  fresh: ({ threats: n }: { threats: number }) => `New (${n})`,
  none: 'None',
  groupBy: 'Group by',
  groups: {
    interaction: 'interaction',
    type: 'threat type',
    category: 'category',
    state: 'state',
    priority: 'priority',
    source: 'source',
    target: 'target',
    boundary: 'boundary crossed',
    diagram: 'diagram',
    none: 'nothing',
  },
  noCategory: 'No category',
  noPriority: 'No priority',
  noBoundary: 'No boundary',
  group: ({ name, threats: n, open }: { name: string; threats: number; open: boolean }) =>
    `${name}, ${counted(n, THREAT)}, ${open ? 'open' : 'closed'}`,
  columns: {
    id: 'Id',
    title: 'Title',
    interaction: 'Interaction',
    category: 'Category',
    state: 'State',
    priority: 'Priority',
  },
  sort: 'Sort threats',
  sortBy: ({ column }: { column: string }) => `Sort by ${column.toLowerCase()}`,
  new: 'new',
  own: 'own',
  stale: 'no longer generated',
  unnamedFlow: 'Unnamed flow',
  ofElement: ({ name, flows }: { name: string; flows: number }) => `${name}, ${counted(flows, FLOW)}`,
  ofFlows: ({ flows }: { flows: number }) => counted(flows, FLOW),
  showAllFlows: 'Show the threats of all flows',
  pin: 'Keep this filter when the selection changes',
  completions: 'What the search can ask for',
  noMatch: 'No threat matches.',
  unknown: ({ field, value }: { field: string; value: string }) => `“${value}” means nothing to ${field}:`,
  noneHere: ({ why }: { why: string }) => `No threats here. ${why}`,
  clearFilter: 'Clear the filter',
  showAll: 'Show all threats',
  selectFlow: 'Select one data flow first.',
  addToFlow: 'Add a threat of your own to the selected flow',
  detail: {
    width: "Width of the threat's details",
    selected: 'Selected threat',
    show: 'Show on the diagram',
    diagram: 'Diagram',
    description: 'Description',
    justification: 'Justification',
  },
  freeEnd: 'A flow with a free end takes no threats: attach both ends first.',
  /** Why a flow has no threats. */
  why: {
    'free-end': 'One of its ends is free.',
    'out-of-scope': 'It is out of scope.',
    'no-rule': 'No rule of the template applies to it.',
    pending: 'Update threats to get them.',
    off: 'Threat generation is switched off.',
  },
  /** Why a model has no threats; all numbers are of data flows. */
  empty: {
    off: 'Threat generation is switched off.',
    offNoFlow: 'Threat generation is switched off. There is no data flow yet.',
    noFlow: 'No threats yet. Connect two elements with a data flow, and the template’s threats appear here.',
    pending: ({ flows, pending }: { flows: number; pending: number }) =>
      `${counted(flows, DATA_FLOW)}, ${pending} of which ${form(pending, { one: 'yields', other: 'yield' })} threats that are not stored.`,
    noRule: ({ flows }: { flows: number }) =>
      `${counted(flows, DATA_FLOW)}, ${flows === 1 ? 'which matches no rule' : 'none matches a rule'} of this template.`,
    freeEnd: ({ flows }: { flows: number }) => `${counted(flows, DATA_FLOW)}${allOf(flows)} with a free end.`,
    outOfScope: ({ flows }: { flows: number }) => `${counted(flows, DATA_FLOW)}${allOf(flows)} out of scope.`,
    mixed: ({ flows, free, out, none }: { flows: number; free: number; out: number; none: number }) => {
      const parts = [
        free > 0 ? `${free} with a free end` : '',
        out > 0 ? `${out} out of scope` : '',
        none > 0
          ? `${none} that ${form(none, { one: 'matches', other: 'match' })} no rule of this template`
          : '',
      ].filter((part) => part !== '');
      return `${counted(flows, DATA_FLOW)}: ${parts.join(', ')}.`;
    },
    switchOn: 'Switch on',
    update: 'Update threats…',
  },
  update: {
    button: 'Update threats',
    nothingDone: 'The threats are up to date',
    done: ({ added, refreshed, removed }: { added: number; refreshed: number; removed: number }) => {
      const parts = [
        added === 0 ? '' : `${added} added`,
        refreshed === 0 ? '' : `${refreshed} brought up to date`,
        removed === 0 ? '' : `${removed} removed`,
      ].filter((part) => part !== '');
      return `Threats updated: ${parts.join(', ')}`;
    },
  },
  /** What each edit is called in the history. */
  steps: {
    answerAlike: ({ threats: n }: { threats: number }) => `Answer ${aThreat(n)} alike`,
    setState: ({ threats: n, state }: { threats: number; state: string }) => `Set ${aThreat(n)} to ${state}`,
    setPriority: ({ threats: n, priority }: { threats: number; priority: string }) =>
      `Set the priority of ${aThreat(n)} to ${priority}`,
    edit: ({ label }: { label: string }) => `Edit ${label.toLowerCase()}`,
    remove: ({ threats: n }: { threats: number }) =>
      n === 1 ? 'Remove threat' : `Remove ${counted(n, THREAT)}`,
    update: 'Update threats',
    switchOn: 'Switch threat generation on',
    switchOff: 'Switch threat generation off',
    add: 'Add threat',
  },
};

/** Behind a number of flows that are all alike. */
function allOf(flows: number): string {
  if (flows === 1) return '';
  return flows === 2 ? ', both' : ', all';
}
