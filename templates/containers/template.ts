import type { TemplateSource } from '../../scripts/templates/format.ts';
import { genericStencils, standardStencils } from './stencils.ts';
import { categories, threats } from './threats.ts';
import { imageThreats } from './threats-images.ts';
import { runningThreats } from './threats-running.ts';

export const containers: TemplateSource = {
  key: 'containers',
  id: '6f1f0a52-8c0e-4f0b-9a35-2f7f4d8a1c60',
  name: 'Containers (OWASP)',
  version: '1.1.0.0',
  author: 'Trustline',
  line: 'Docker and container platforms: images, builds, registries, hosts, secrets and the networks between them.',
  cardIcons: ['image', 'container', 'registry', 'host', 'secret'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    { id: 'b2e4a7f9-3d51-4c86-8e0a-7d1f6c92b534', name: 'ActionItems', label: 'Action Items' },
    { id: '4d8c1e63-9b27-4a5f-b1d4-0e73a8f5c219', name: 'Comments', label: 'Comments' },
    { id: '91d6f3b8-0c4e-4b7a-a52d-e8f7160c39d4', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils,
  categories,
  threats: [...threats, ...imageThreats, ...runningThreats],
};
