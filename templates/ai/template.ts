import type { TemplateSource } from '../../scripts/templates/format.ts';
import { categories } from './categories.ts';
import { standardStencils } from './stencils.ts';
import { genericStencils } from './stencils-generic.ts';
import { accountability } from './threats-accountability.ts';
import { agency } from './threats-agency.ts';
import { disclosure } from './threats-disclosure.ts';
import { injection } from './threats-injection.ts';
import { output } from './threats-output.ts';
import { poisoning } from './threats-poisoning.ts';
import { retrieval } from './threats-retrieval.ts';
import { supply } from './threats-supply.ts';
import { use } from './threats-use.ts';

export const ai: TemplateSource = {
  key: 'ai',
  id: '9d4f27b6-1c83-4ae5-b07d-63e8a5c2f914',
  name: 'AI Applications and Agents (LLM)',
  version: '1.0.0.0',
  author: 'Trustline',
  line: 'Chat, retrieval, agents with tools, and models of your own or rented, after the OWASP Top 10 for LLM applications.',
  cardIcons: ['ai-chat', 'ai-agent', 'ai-model-hosted', 'ai-vectors', 'ai-tool'],
  priorities: ['Critical', 'High', 'Medium', 'Low'],
  furtherDatums: [
    {
      id: '5a1e9c37-d824-4f6b-8b90-2e7c46f1ad53',
      name: 'PossibleMitigations',
      label: 'Possible Mitigations',
    },
    { id: 'e86b3d02-7f95-4c1a-a4d7-91b05f2c683e', name: 'References', label: 'References' },
  ],
  genericStencils,
  standardStencils,
  categories,
  threats: [
    ...injection,
    ...disclosure,
    ...supply,
    ...poisoning,
    ...output,
    ...agency,
    ...retrieval,
    ...accountability,
    ...use,
  ],
};
