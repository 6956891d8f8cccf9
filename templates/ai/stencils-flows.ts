import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { fixed } from '../author.ts';
import { ENCRYPTED } from './attributes.ts';
import { BORDER, FLOW, LINE } from './stencils-generic.ts';

const flow = (
  name: string,
  shown: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `AI.Flow.${name}`,
  name: shown,
  description,
  parent: FLOW,
  representation: 'Line',
  icon,
  attributes,
});

const border = (name: string, shown: string, icon: string, description: string): StencilSource => ({
  id: `AI.Border.${name}`,
  name: shown,
  description,
  parent: BORDER,
  representation: 'BorderBoundary',
  icon,
});

export const flows: readonly StencilSource[] = [
  flow(
    'Prompt',
    'Prompt',
    'ai-flow-prompt',
    'Text, files or images that are put to a model or an assistant.',
  ),
  flow(
    'Completion',
    'Completion',
    'ai-flow-completion',
    'What a model answers: text, markup, code, structured data.',
  ),
  flow(
    'Retrieval',
    'Retrieval',
    'ai-flow-retrieval',
    'Passages, memories or records that are found for a question and put into the prompt.',
  ),
  flow('ToolCall', 'Tool Call', 'ai-flow-call', 'A call with arguments that a model has chosen.'),
  flow('ToolResult', 'Tool Result', 'ai-flow-result', 'What a tool returns and the model reads next.'),
  flow('Embedding', 'Embedding', 'ai-flow-embedding', 'Text to be embedded, or the vectors made from it.'),
  flow('Ingest', 'Document Ingest', 'ai-flow-ingest', 'Documents on their way into the knowledge base.'),
  flow(
    'ModelDownload',
    'Model Download',
    'ai-flow-model',
    'Weights, adapters or tokenizers on their way to where they are kept or loaded.',
  ),
  flow('TrainingData', 'Training Data', 'ai-flow-training', 'Examples, labels or feedback for training.'),
  flow(
    'Approval',
    'Human Approval',
    'ai-flow-approval',
    'A question to a person whether an action may be done, or the decision.',
  ),
  flow(
    'AgentMessage',
    'Agent Message',
    'ai-flow-agent',
    'A task, a plan or a result that one agent sends to another.',
  ),
  flow('HTTPS', 'HTTPS', 'https', 'HTTP over TLS, with the server known by its certificate.', [
    fixed('encrypted', ENCRYPTED, 'Yes'),
  ]),
  flow(
    'Local',
    'Local Call',
    'ipc',
    'A call within one machine: in the process, over a pipe or standard input.',
    [fixed('encrypted', ENCRYPTED, 'Not Applicable')],
  ),
];

export const boundaries: readonly StencilSource[] = [
  border(
    'Platform',
    'Application Platform',
    'boundary-ai',
    'What you run and control: the application, its agents, tools and stores.',
  ),
  border(
    'Provider',
    'Model Provider Boundary',
    'boundary-cloud',
    'What a provider of models runs: what you send in is in its hands.',
  ),
  border(
    'Tenant',
    'Tenant Boundary',
    'boundary-corporate',
    'Data and components of one customer, one team or one user.',
  ),
  border(
    'Sandbox',
    'Sandbox Boundary',
    'boundary-sandbox',
    'Where code or pages that nobody has reviewed may run without reaching the rest.',
  ),
  border(
    'Untrusted',
    'Untrusted Content',
    'boundary-untrusted',
    'Sources whose text may be written by an attacker: web pages, mails, uploads, public tickets.',
  ),
  {
    id: 'AI.Line.Internet',
    name: 'Internet Boundary',
    description: 'The line between the internet and what you run or rent.',
    parent: LINE,
    representation: 'LineBoundary',
    icon: 'boundary-internet',
  },
];
