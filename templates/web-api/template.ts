import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { boundaries, externals, flows, stores } from './stencils-around.ts';
import { genericStencils } from './stencils-generic.ts';
import { clients, services } from './stencils-parts.ts';
import { access } from './threats-access.ts';
import { data, logging } from './threats-data.ts';
import { identity } from './threats-identity.ts';
import { browser, input } from './threats-input.ts';
import { abuse, integration, setup } from './threats-operations.ts';

export const webApi: TemplateSource = {
  key: 'web-api',
  id: '2d9b6f31-7a84-4c15-9e60-b3f8d5a2c704',
  name: 'Web and API (OWASP)',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Browsers, apps, APIs, log-ins, webhooks and what is behind them, after the Top 10 lists of OWASP.',
  cardIcons: ['browser', 'web-shield-proxy', 'web-service', 'identity', 'database'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: '81c4e7a9-0b36-4f5d-a2e8-6d97f13b5c40',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: 'f52a08d6-93c1-4e7b-8b4f-1a60c7e92d35', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils: [...clients, ...services, ...stores, ...externals, ...flows, ...boundaries],
  categories,
  threats: [
    ...identity,
    ...access,
    ...input,
    ...browser,
    ...data,
    ...abuse,
    ...integration,
    ...setup,
    ...logging,
  ],
};
