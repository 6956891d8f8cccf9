import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { genericStencils } from './stencils.ts';
import { standardStencils } from './stencils-standard.ts';
import { application } from './threats-application.ts';
import { data } from './threats-data.ts';
import { identity } from './threats-identity.ts';
import { network } from './threats-network.ts';
import { operations } from './threats-operations.ts';
import { secrets } from './threats-secrets.ts';

export const azure: TemplateSource = {
  key: 'azure',
  id: '8d4e2b91-6c37-4f5a-a0be-57c1d9f38e24',
  name: 'Azure',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Workloads on Azure: identities, networks, keys, data services, pipelines and the way in from on-premises.',
  cardIcons: ['web-application', 'function', 'database', 'vault', 'identity'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: 'f2a6c0d7-19b4-4e83-9c5d-a84b7e613f02',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: '35e9d7b8-c41f-4260-8a7e-0d6f92b1c5a4', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils,
  categories,
  threats: [...identity, ...secrets, ...network, ...data, ...application, ...operations],
};
