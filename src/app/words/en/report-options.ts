/** The options of the report. */
export const reportOptions = {
  name: 'Options of the report',
  show: 'Options',
  layout: 'Layout',
  layouts: {
    full: 'Full',
    summary: 'Summary',
    windows: 'As the Windows tool',
  },
  layoutHints: {
    full: 'Summary, register, and every threat with its diagram',
    summary: 'What people need who decide, and one line for each threat',
    windows: 'The parts and words of its report, nothing else',
  },
  grouping: 'Threats by',
  groupings: {
    interaction: 'Interaction',
    category: 'Category',
    priority: 'Priority',
    state: 'State',
    type: 'Threat type',
  },
  pictures: 'Pictures',
  picturesOf: {
    all: 'Diagrams and interactions',
    diagrams: 'Diagrams only',
    none: 'None',
  },
  markdownPictures: 'Pictures in Markdown',
  markdownPicturesIn: {
    none: 'None',
    inline: 'In the text',
    files: 'As files (ZIP)',
  },
  elements: 'Elements and boundaries',
  lists: {
    diagrams: 'Diagrams',
    states: 'States',
    priorities: 'Priorities',
    categories: 'Categories',
    properties: 'Rows of a threat',
  },
  all: 'all',
  some: ({ chosen, of }: { chosen: number; of: number }) => `${chosen} of ${of}`,
  unnamed: 'Unnamed',
  stateWords: 'Words for states',
  cover: 'Cover',
  logo: 'Logo (PNG or JPEG)',
  logoRefused: ({ file }: { file: string }) =>
    `${file} is no PNG or JPEG that can be shown, so it was not taken`,
  logoTooLarge: ({ file, most }: { file: string; most: number }) =>
    `${file} has more than ${most} KB, so it was not taken`,
  removeLogo: 'Remove the logo',
  classification: 'Classification',
  document: 'Document number',
  version: 'Version',
  status: 'Status',
  versions: 'Versions',
  versionFields: { version: 'Version', date: 'Date', author: 'Author', changes: 'Changes' },
  signOffs: 'Sign-off',
  signOffFields: { role: 'Role', name: 'Name', date: 'Date' },
  entry: ({ field, number }: { field: string; number: number }) => `${field}, line ${number}`,
  addVersion: 'Add a version',
  addSignOff: 'Add a sign-off',
  removeLine: ({ number }: { number: number }) => `Remove line ${number}`,
  save: 'Save as a file',
  load: 'Load from a file',
  reset: 'Reset',
  fileRefused: ({ file, problems }: { file: string; problems: string }) =>
    `${file} was not taken: ${problems}`,
};

/** What the report is compared with. */
export const reportSince = {
  name: 'What changed since',
  file: 'An older file…',
  fileLabel: 'The file of an older state',
  remove: ({ name }: { name: string }) => `Do not compare with ${name}`,
};
