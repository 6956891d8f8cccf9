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

export const googleCloud: TemplateSource = {
  key: 'google-cloud',
  id: '2b9e71d4-c05a-4f68-93b7-e84d1a6f30c9',
  name: 'Google Cloud',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Workloads in Google Cloud: services, stores, events, service accounts, perimeters and the hierarchy above.',
  cardIcons: ['load-balancer', 'container', 'warehouse', 'role', 'boundary-perimeter'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: '5c7d20e8-91b4-4a3f-86d5-b0f3e9a1c472',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: 'e30a94b6-7f12-4c5d-a9e8-146db7c805f3', name: 'References', label: 'References' },
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
