import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, fixed, yesNo } from '../author.ts';
import { TRUST, takesModels } from './attributes.ts';
import { EXTERNAL, STORE } from './stencils-generic.ts';

type Rest = readonly [
  name: string,
  shown: string,
  icon: string,
  description: string,
  attributes?: readonly AttributeSource[],
];

const store = (...[name, shown, icon, description, attributes = []]: Rest): StencilSource => ({
  id: `AI.Store.${name}`,
  name: shown,
  description,
  parent: STORE,
  representation: 'ParallelLines',
  icon,
  attributes,
});

const external = (...[name, shown, icon, description, attributes = []]: Rest): StencilSource => ({
  id: `AI.External.${name}`,
  name: shown,
  description,
  parent: EXTERNAL,
  representation: 'Rectangle',
  icon,
  attributes,
});

export const stores: readonly StencilSource[] = [
  store(
    'Memory',
    'Agent Memory',
    'ai-memory',
    'What an agent keeps from one session to the next and reads again later.',
    [
      choice('memoryScope', 'Shared By', 'One user', 'One tenant', 'Everybody'),
      choice('memoryWrites', 'What Is Written', 'Checked or confirmed facts', 'Whatever the model wants'),
    ],
  ),
  store(
    'Conversations',
    'Conversation History',
    'ai-conversations',
    'Past prompts and answers, kept for the user or for continuing a chat.',
  ),
  store(
    'Prompts',
    'Prompt Store',
    'ai-prompts',
    'System prompts and prompt templates that steer the model for everybody.',
    [
      yesNo('promptSecrets', 'Holds Secrets or Access Rules'),
      yesNo('changesReviewed', 'Changes Reviewed, Tested and Versioned'),
    ],
  ),
  store(
    'Vectors',
    'Vector Store',
    'ai-vectors',
    'Chunks of text with their embeddings, searched by similarity.',
    [
      choice(
        'tenantIsolation',
        'Separation of Tenants and Users',
        'Enforced by the store',
        'Filter in each query',
        'None',
        'Nothing to separate',
      ),
    ],
  ),
  store(
    'Documents',
    'Knowledge Base',
    'ai-documents',
    'Documents, tickets, mails or pages from which answers are drawn.',
    [choice('contentAuthors', 'Who Can Add Content', 'Reviewed authors', 'All staff', 'Anybody')],
  ),
  store(
    'Registry',
    'Model Registry',
    'registry',
    'Where models, adapters and their versions are kept and loaded from.',
    takesModels,
  ),
  store('Dataset', 'Dataset', 'ai-dataset', 'Data for training, fine-tuning or evaluation.', [
    choice('datasetOrigin', 'Origin', 'Own and reviewed', 'Trusted supplier', 'Public or scraped'),
    choice('personalData', 'Personal Data', 'None or removed', 'Present'),
  ]),
  store(
    'Feedback',
    'Evaluation and Feedback Store',
    'ai-feedback',
    'Ratings, corrections and test results that decide how the next version behaves.',
    [yesNo('feedbackVetted', 'Feedback Vetted Before It Is Used')],
  ),
  store('Secrets', 'Secrets Store', 'vault', 'Keys and tokens for models, tools and data.', [
    choice(
      'secretUse',
      'Where Secrets Are Used',
      'Only in code around the model',
      'In prompts or tool calls',
    ),
  ]),
  store('Logs', 'Logs and Traces', 'ai-logs', 'Traces of prompts, answers, tool calls and decisions.', [
    choice('loggedPrompts', 'Prompts and Answers in Logs', 'Not logged', 'Redacted', 'In full'),
  ]),
  store(
    'Usage',
    'Usage and Quota Records',
    'ai-usage',
    'Counts of tokens, calls and cost, for budgets and bills.',
  ),
  store(
    'Database',
    'Application Database',
    'database',
    'Records of the business that tools read or change.',
    [choice('statements', 'Statements Written By', 'Fixed code', 'The model')],
  ),
];

export const externals: readonly StencilSource[] = [
  external('User', 'End User', 'user', 'A person who asks and reads the answers.'),
  external(
    'Operator',
    'AI Engineer or Operator',
    'administrator',
    'A person who changes prompts, models, tools and settings.',
  ),
  external(
    'Approver',
    'Human Approver',
    'ai-approver',
    'A person who allows or refuses an action before it is done.',
    [
      choice(
        'approvalView',
        'Sees Before Deciding',
        'The exact action and its data',
        'A summary by the model',
      ),
    ],
  ),
  external(
    'Author',
    'Content Author',
    'ai-author',
    'Somebody who writes documents, mails, tickets or reviews that a model will read.',
    [fixed('trust', TRUST, 'Untrusted')],
  ),
  external('Web', 'Web Content', 'ai-web', 'Pages and files of the internet that a model or a tool reads.', [
    fixed('trust', TRUST, 'Untrusted'),
  ]),
  external(
    'Provider',
    'Model Provider or Hub',
    'external-service',
    'A company or a public hub that supplies models, datasets or adapters.',
  ),
  external(
    'OtherAgent',
    'External Agent',
    'ai-other-agent',
    "Another organisation's agent that sends tasks, messages or results.",
    [fixed('trust', TRUST, 'Untrusted')],
  ),
  external(
    'IdentityProvider',
    'Identity Provider',
    'identity-external',
    'A service that signs users and workloads in and issues tokens.',
    [choice('tokenScope', 'Tokens for Agents and Tools', 'Narrow and short-lived', 'Broad or long-lived')],
  ),
];
