import type { CategorySource } from '../../scripts/templates/format.ts';

/** Ids and names are those of STRIDE; the explanations are ours. */
export const categories: readonly CategorySource[] = [
  {
    id: 'S',
    name: 'Spoofing',
    description: 'Somebody or something passes for another: a user, a server, a store, a message.',
  },
  {
    id: 'T',
    name: 'Tampering',
    description:
      'Somebody changes what they should not be able to change: data in transit, at rest or in a process.',
  },
  {
    id: 'R',
    name: 'Repudiation',
    description: 'Somebody denies what they did, and nothing proves that they did it.',
  },
  {
    id: 'I',
    name: 'Information Disclosure',
    description: 'Information reaches somebody who is not entitled to it.',
  },
  {
    id: 'D',
    name: 'Denial Of Service',
    description: 'The system becomes too slow to use or does not answer at all.',
  },
  {
    id: 'E',
    name: 'Elevation Of Privilege',
    description: 'Somebody gains rights that they were not given.',
  },
];
