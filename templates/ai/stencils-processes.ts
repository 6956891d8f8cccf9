import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';
import { acts, actsAs, reasons, retention, takesModels } from './attributes.ts';
import { PROCESS } from './stencils-generic.ts';

const process = (
  name: string,
  shown: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `AI.Process.${name}`,
  name: shown,
  description,
  parent: PROCESS,
  representation: 'Ellipse',
  icon,
  attributes,
});

export const processes: readonly StencilSource[] = [
  process(
    'ChatClient',
    'Chat Front End',
    'ai-chat',
    'The page or app in which a person writes to the model and reads its answers.',
    [
      choice('rendering', 'Shows Answers As', 'Plain text', 'Sanitized markup', 'Markup as received'),
      choice('remoteContent', 'Links and Images in Answers', 'None loaded', 'Allow list only', 'Any address'),
      yesNo('showsSources', 'Answers Show Sources and Limits'),
    ],
  ),
  process(
    'Application',
    'LLM Application',
    'ai-application',
    'The code that composes prompts, calls a model and uses its answers. Take Agent where the model chooses which tools run.',
    reasons,
  ),
  process(
    'Agent',
    'Agent',
    'ai-agent',
    'A program in which a model plans steps and decides which tools are called with which arguments.',
    [
      ...reasons,
      choice('toolScope', 'Tools Granted', 'Only what the task needs', 'Everything that is there'),
      actsAs,
      choice('approval', 'Approval of Actions With Effect', 'Each one by a person', 'Above a limit', 'None'),
      yesNo('stepLimits', 'Limits on Steps, Time and Cost per Task'),
      yesNo('actionsLogged', 'Actions Logged With User and Reason'),
    ],
  ),
  process(
    'HostedModel',
    'Hosted Model API',
    'ai-model-hosted',
    'A model that a provider runs and that you call over its API.',
    [
      retention,
      choice('modelVersion', 'Model Version', 'Pinned and tested', 'Whatever is current'),
      choice(
        'credential',
        'Credential for Calls',
        'Short-lived workload identity',
        'Key in a secrets store',
        'Key in code or client',
      ),
      yesNo('fallback', 'Works On When It Fails'),
    ],
  ),
  process(
    'ModelServer',
    'Self-Hosted Model Server',
    'ai-model-server',
    'An inference server of your own that loads weights and answers prompts.',
    takesModels,
  ),
  process(
    'Gateway',
    'Model Gateway',
    'gateway',
    'A proxy in front of models that routes calls, holds the keys and counts use against budgets.',
  ),
  process(
    'Guardrail',
    'Guardrail or Filter',
    'ai-guardrail',
    'A check that classifies, blocks or rewrites what goes to a model or comes from it.',
    [
      choice('guardCoverage', 'Checks', 'Input and output', 'Input only', 'Output only'),
      choice('guardFailure', 'On Failure or Doubt', 'Blocks', 'Lets through'),
    ],
  ),
  process(
    'Embedding',
    'Embedding Service',
    'ai-embedding',
    'A model that turns text into vectors, your own or that of a provider.',
    [retention],
  ),
  process(
    'Tool',
    'Tool or Function',
    'ai-tool',
    'A function that a model may call: look up an order, send a mail, change a record.',
    [...acts, actsAs],
  ),
  process(
    'McpServer',
    'MCP Server',
    'ai-mcp',
    'A server that offers tools and their descriptions to agents over the Model Context Protocol.',
    [
      ...acts,
      actsAs,
      choice('serverOrigin', 'Origin of the Server', 'Own', 'Reviewed and pinned', 'Public, unverified'),
      choice('toolDescriptions', 'Tool Descriptions', 'Reviewed and pinned', 'Taken as they come'),
    ],
  ),
  process(
    'Sandbox',
    'Code Interpreter',
    'ai-sandbox',
    'An environment that runs code or commands that a model has written.',
    [
      choice('isolation', 'Isolation', 'Virtual machine or equal', 'Container only', 'None'),
      choice('egress', 'Network Egress', 'None', 'Allow list', 'Open'),
    ],
  ),
  process(
    'BrowserTool',
    'Browser Tool',
    'ai-browser-tool',
    'A tool that fetches addresses or drives a browser for an agent.',
    [
      choice('session', 'Browses With', 'No logins', "The user's sessions"),
      choice('destinations', 'Destinations', 'Allow list', 'Public addresses', 'Any address'),
    ],
  ),
  process(
    'Service',
    'Business Application or API',
    'web-service',
    'A system that tools or agents work in: orders, tickets, mail, payments.',
    acts,
  ),
  process(
    'Ingestion',
    'Ingestion Pipeline',
    'ai-ingestion',
    'The jobs that fetch documents, parse them, cut them into chunks and fill the vector store.',
    [
      yesNo('contentScreened', 'Content Screened for Hidden Text and Instructions'),
      yesNo('parserIsolated', 'Parsers Patched and Isolated'),
      yesNo('keepsPermissions', 'Keeps Permissions With Each Chunk'),
      yesNo('followsDeletions', 'Follows Changes and Deletions'),
    ],
  ),
  process(
    'Training',
    'Training or Fine-Tuning Job',
    'ai-training',
    'A job that makes or adapts a model from data.',
    [
      ...takesModels,
      yesNo('dataReviewed', 'Training Data Reviewed and Versioned'),
      yesNo('evaluated', 'Model Evaluated Before Release'),
    ],
  ),
];
