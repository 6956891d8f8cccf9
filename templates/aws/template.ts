import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { genericStencils } from './stencils.ts';
import { computeStencils } from './stencils-compute.ts';
import { dataStencils } from './stencils-data.ts';
import { dataThreats } from './threats-data.ts';
import { exposureThreats } from './threats-exposure.ts';
import { identityThreats } from './threats-identity.ts';
import { inputThreats } from './threats-input.ts';
import { deliveryThreats, detectionThreats } from './threats-operations.ts';
import { resilienceThreats } from './threats-resilience.ts';

export const aws: TemplateSource = {
  key: 'aws',
  id: '8d0f3b6e-27c4-4e9a-b1f5-60a9d2c7e413',
  name: 'AWS',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Workloads in AWS: functions, containers and machines, their entry points, stores, events, roles and keys.',
  cardIcons: ['gateway', 'function', 'nosql', 'role', 'boundary-account'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: 'a64e1c90-5b3f-4d27-98e2-c17f0b8d35a6',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: 'f21b7d58-0c96-4a8e-8d43-9e5a6f17c0b2', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils: [...computeStencils, ...dataStencils],
  categories,
  threats: [
    ...identityThreats,
    ...exposureThreats,
    ...dataThreats,
    ...inputThreats,
    ...deliveryThreats,
    ...detectionThreats,
    ...resilienceThreats,
  ],
};
