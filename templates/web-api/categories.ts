import type { CategorySource } from '../../scripts/templates/format.ts';

/** The field's own order: from who calls, over what they may do, to how anybody would notice. */
export const categories: readonly CategorySource[] = [
  {
    id: 'WEB.C.Identity',
    name: 'Identity and Sessions',
    description: 'Somebody acts as a user or a system that they are not: log-ins, tokens, keys and sessions.',
  },
  {
    id: 'WEB.C.Access',
    name: 'Access Control',
    description: 'A known caller reads or changes what they have no right to.',
  },
  {
    id: 'WEB.C.Input',
    name: 'Input and Injection',
    description: 'Crafted input changes what a query, a parser or a job does.',
  },
  {
    id: 'WEB.C.Browser',
    name: 'Browser and App',
    description: 'An attack runs in the browser or on the phone of a user, in their name.',
  },
  {
    id: 'WEB.C.Data',
    name: 'Data Exposure',
    description: 'Data is readable on its way, at rest, in caches or in addresses.',
  },
  {
    id: 'WEB.C.Abuse',
    name: 'Overload and Abuse',
    description: 'Too many, too large or automated requests make the system fail or cost money.',
  },
  {
    id: 'WEB.C.Integration',
    name: 'Other Systems',
    description: 'A system that you call, or that calls you, sends what it should not or does not answer.',
  },
  {
    id: 'WEB.C.Setup',
    name: 'Setup and Components',
    description: 'Old components, open versions and settings that say too much.',
  },
  {
    id: 'WEB.C.Logging',
    name: 'Logging',
    description: 'An attack leaves no trace, a false trace, or secrets in the trace.',
  },
];
