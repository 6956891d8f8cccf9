import type { CategorySource } from '../../scripts/templates/format.ts';

/** Where a weakness lies, because that is also who can mend it. */
export const categories: readonly CategorySource[] = [
  {
    id: 'GCP.C.Identity',
    name: 'Identity and Access',
    description:
      'A principal gets, keeps or hands on rights that it should not have, here or further down the hierarchy.',
  },
  {
    id: 'GCP.C.Exposure',
    name: 'Exposure and Perimeter',
    description:
      'Something can be reached from the internet, around its guard or across the perimeter that should not be.',
  },
  {
    id: 'GCP.C.Data',
    name: 'Data Protection',
    description: 'Data or secrets are read, changed or carried away by somebody who is not entitled to them.',
  },
  {
    id: 'GCP.C.Input',
    name: 'Untrusted Input',
    description: 'Requests, events or files make code do what it was not written for.',
  },
  {
    id: 'GCP.C.Delivery',
    name: 'Build and Delivery',
    description: 'Code, images or packages reach production that nobody meant to put there.',
  },
  {
    id: 'GCP.C.Detection',
    name: 'Logging and Detection',
    description: 'What an attacker does is not recorded, not noticed, or cannot be proven.',
  },
  {
    id: 'GCP.C.Resilience',
    name: 'Availability and Cost',
    description: 'The system stops, loses data, or runs up a bill.',
  },
];
