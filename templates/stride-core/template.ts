import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { standardStencils } from './stencils.ts';
import { genericStencils } from './stencils-generic.ts';
import { denialOfService } from './threats-denial-of-service.ts';
import { elevation } from './threats-elevation.ts';
import { disclosure } from './threats-information-disclosure.ts';
import { repudiation } from './threats-repudiation.ts';
import { spoofing } from './threats-spoofing.ts';
import { tampering } from './threats-tampering.ts';

export const strideCore: TemplateSource = {
  key: 'stride-core',
  id: 'c3b7d0e4-52a9-4e18-8f36-91d4be07a2c5',
  name: 'STRIDE (core)',
  version: '1.0.0.1',
  author: 'Trustline',
  line: 'Applications, services and data stores of any kind, with STRIDE threats for every interaction.',
  cardIcons: ['user', 'browser', 'web-application', 'web-service', 'database'],
  priorities: ['High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: '0f6a9c7d-84e2-4b13-a5d8-3c19e7f20b64',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: '7e25d1b8-6f40-49ac-93c7-b8a0514ed39f', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils,
  categories,
  threats: [...spoofing, ...tampering, ...repudiation, ...disclosure, ...denialOfService, ...elevation],
};
