import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { boundaries, flows } from './stencils-flows.ts';
import { genericStencils } from './stencils-generic.ts';
import { processes } from './stencils-processes.ts';
import { externals, stores } from './stencils-stores.ts';
import { access } from './threats-access.ts';
import { cluster } from './threats-cluster.ts';
import { data } from './threats-data.ts';
import { network } from './threats-network.ts';
import { supplyChain } from './threats-supply-chain.ts';
import { workload } from './threats-workload.ts';

export const kubernetes: TemplateSource = {
  key: 'kubernetes',
  id: '2d9b6a41-7c35-4e8f-a0d2-58f1b3c4e976',
  name: 'Kubernetes',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Clusters and what runs on them: control plane, pods, ingress, secrets, images and the people behind.',
  cardIcons: ['api-server', 'pod', 'service-routing', 'controller', 'keyed-store'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: 'a81c5e07-3f92-4d6b-b4e8-6c07d2913f5a',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: 'e5f0347b-92d8-4a1c-8b67-1d3ae97c604f', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils: [...processes, ...stores, ...externals, ...flows, ...boundaries],
  categories,
  threats: [...workload, ...access, ...network, ...supplyChain, ...data, ...cluster],
};
