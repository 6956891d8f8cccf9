/** What commands on a template name what they make. */
export const templateEdits = {
  copyOf: ({ name }: { name: string }) => `${name} (copy)`,
  /** A new template, and what is in it. */
  name: 'New template',
  stencils: {
    process: 'Process',
    external: 'External interactor',
    store: 'Data store',
    flow: 'Data flow',
    lineBoundary: 'Trust line boundary',
    borderBoundary: 'Trust border boundary',
    note: 'Free text annotation',
  },
  labels: {
    title: 'Title',
    category: 'Category',
    short: 'Short Description',
    description: 'Description',
    justification: 'Justification',
    interaction: 'Interaction',
    priority: 'Priority',
  },
  priorities: ['High', 'Medium', 'Low'],
};
