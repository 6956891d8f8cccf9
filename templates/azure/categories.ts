import type { CategorySource } from '../../scripts/templates/format.ts';

export const IDENTITY = 'AZ.Category.Identity';
export const SECRETS = 'AZ.Category.Secrets';
export const NETWORK = 'AZ.Category.Network';
export const DATA = 'AZ.Category.Data';
export const APPLICATION = 'AZ.Category.Application';
export const DEPLOYMENT = 'AZ.Category.Deployment';
export const DETECTION = 'AZ.Category.Detection';
export const AVAILABILITY = 'AZ.Category.Availability';

export const categories: readonly CategorySource[] = [
  {
    id: IDENTITY,
    name: 'Identity and Access',
    description: 'Somebody signs in as another, or may do more in Azure than their task needs.',
  },
  {
    id: SECRETS,
    name: 'Keys and Secrets',
    description:
      'Keys, passwords, signatures and secrets reach people or programs that should not have them.',
  },
  {
    id: NETWORK,
    name: 'Network Exposure',
    description: 'Services answer networks that do not need them, or traffic goes where it should not.',
  },
  {
    id: DATA,
    name: 'Data Protection',
    description: 'Data is read, changed or passed on by somebody who is not entitled to it.',
  },
  {
    id: APPLICATION,
    name: 'Application and API',
    description: 'Requests, messages or events make your code do what nobody intended.',
  },
  {
    id: DEPLOYMENT,
    name: 'Deployment and Platform',
    description: 'What is built, deployed or configured is not what was meant to run.',
  },
  {
    id: DETECTION,
    name: 'Logging and Detection',
    description: 'An attack or an act leaves no trace, or nobody looks at it.',
  },
  {
    id: AVAILABILITY,
    name: 'Availability and Recovery',
    description: 'Services or data are gone, for a time or for good.',
  },
];
