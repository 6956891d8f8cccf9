/** What threats say of accepted risks, and of how large a risk is. */
export const risk = {
  title: 'Properties of risks',
  about:
    'Threats of this model get these properties. They are stored in the file as the template’s own are: the Windows tool shows and keeps them, the search asks for them (owner:ann), and lists and reports have them.',
  names: {
    owner: 'Owner',
    due: 'Due date',
    evidence: 'Evidence: a link',
    tracker: 'Tracker: a link',
    cvss: 'CVSS 4.0: a vector, with a calculator',
    likelihood: 'Likelihood',
    impact: 'Impact',
  },
  used: 'in use',
  cancel: 'Cancel',
  take: 'Apply',
  step: 'Change properties of risks',
  open: ({ address }: { address: string }) => `Open ${address}`,
  noLink: 'No address that can be opened: it has to begin with https:// or http://.',
  noDate: 'This is no date.',
  chooseDay: 'Choose a date',
  overdue: 'This date has passed.',
  level: ({ product, word }: { product: number; word: string }) =>
    `Likelihood × impact: ${product} of 9, ${word}`,
  words: { low: 'low', medium: 'medium', high: 'high' },
  cvss: {
    none: 'This is no CVSS 4.0 vector.',
    score: ({ score, severity, kind }: { score: string; severity: string; kind: string }) =>
      `${score} ${severity} (${kind})`,
    severities: { none: 'None', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
    calculate: 'Calculate',
    metrics: 'CVSS 4.0 metrics',
    /** A metric of the vulnerable system, of the systems that it leads to, and any other. */
    vulnerable: ({ name, letters }: { name: string; letters: string }) =>
      `${name} of this system (${letters})`,
    subsequent: ({ name, letters }: { name: string; letters: string }) => `${name} of others (${letters})`,
    metric: ({ name, letters }: { name: string; letters: string }) => `${name} (${letters})`,
  },
};
