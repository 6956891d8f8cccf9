import type { ThreatSource } from '../../scripts/templates/format.ts';
import { cite } from './references.ts';

const LOADS_MODEL = `((source is 'AI.External.Provider' or source is 'AI.Store.Registry') and
  (target is 'AI.Store.Registry' or target is 'AI.Process.ModelServer' or target is 'AI.Process.Training'))`;

export const supply: readonly ThreatSource[] = [
  {
    id: 'AI.SC1',
    title: '{target.Name} takes in a manipulated model',
    category: 'SC',
    priority: 'High',
    include: `${LOADS_MODEL} or (flow is 'AI.Flow.ModelDownload' and (
      target is 'AI.Store.Registry' or target is 'AI.Process.ModelServer' or target is 'AI.Process.Training'))`,
    exclude: `target.checksModels is 'Yes'`,
    description:
      'The weights, adapter or tokenizer that come from {source.Name} may not be those that were published or approved: a look-alike name on a hub, a replaced file, a moved tag. A model with a backdoor passes every test until its trigger appears.',
    further: {
      PossibleMitigations:
        'Allow publishers by name, pin each model by digest, check signature and provenance at every step, keep a bill of materials for models, and mirror what you use in a registry of your own.',
      References: cite('LLM03:2025', 'AML.T0010', 'CWE-494', 'CWE-353'),
    },
    hit: { source: 'AI.External.Provider', flow: 'AI.Flow.ModelDownload', target: 'AI.Store.Registry' },
    miss: {
      source: 'AI.External.Provider',
      flow: 'AI.Flow.ModelDownload',
      target: ['AI.Store.Registry', { checksModels: 'Yes' }],
    },
  },
  {
    id: 'AI.SC2',
    title: 'A model file runs code in {target.Name}',
    category: 'SC',
    priority: 'High',
    include: `${LOADS_MODEL} and not target is 'AI.Store.Registry'`,
    exclude: `target.modelFormat is 'Weights only' or source.modelFormat is 'Weights only'`,
    description:
      'Some formats of models hold serialized objects or scripts that run while they are loaded. Whoever controls the file from {source.Name} then has all the rights of {target.Name}: its accelerators, its data and its network.',
    further: {
      PossibleMitigations:
        'Accept formats that hold weights only, such as safetensors, refuse remote code in loaders, scan files before they enter the registry, and load them in a process without secrets and without a way to the internet.',
      References: cite('LLM03:2025', 'AML.T0011.000', 'CWE-502'),
    },
    hit: { source: 'AI.Store.Registry', flow: 'AI.Flow.ModelDownload', target: 'AI.Process.ModelServer' },
    miss: {
      source: 'AI.Store.Registry',
      flow: 'AI.Flow.ModelDownload',
      target: ['AI.Process.ModelServer', { modelFormat: 'Weights only' }],
    },
  },
  {
    id: 'AI.SC3',
    title: '{target.Name} is not the server that it claims to be',
    category: 'SC',
    priority: 'High',
    include: `target is 'AI.Process.McpServer'`,
    exclude: `target.serverOrigin is 'Own' or target.serverOrigin is 'Reviewed and pinned'`,
    description:
      'Servers with tools are installed from public lists. A malicious or taken over {target.Name} reads every argument that {source.Name} sends, holds tokens of users, and runs with the rights of the machine that it was started on.',
    further: {
      PossibleMitigations:
        'Keep a list of approved servers, review their code, pin version and digest, run them in containers with rights of their own, and update only after a review of the changes.',
      References: cite('LLM03:2025', 'ASI04', 'CWE-829', 'CWE-1357'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.McpServer' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.McpServer', { serverOrigin: 'Reviewed and pinned' }],
    },
  },
  {
    id: 'AI.SC4',
    title: 'Tool descriptions of {target.Name} steer {source.Name}',
    category: 'SC',
    priority: 'High',
    include: `source is 'AI.Process.Agent' and target is 'AI.Process.McpServer'`,
    exclude: `target.toolDescriptions is 'Reviewed and pinned'`,
    description:
      'Names, descriptions and schemas of tools go into the prompt. {target.Name} can hide instructions there, change them after they were approved, or describe a tool so that it is taken instead of the one of another server.',
    further: {
      PossibleMitigations:
        'Show descriptions in full when a server is added, store their digest, stop and ask when they change, give each server a name space of its own, and do not mix servers of different trust in one session.',
      References: cite('LLM01:2025', 'ASI04', 'AML.T0051.001', 'CWE-349'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.McpServer' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.McpServer', { toolDescriptions: 'Reviewed and pinned' }],
    },
  },
  {
    id: 'AI.SC5',
    title: '{target.Name} changes its behaviour without notice',
    category: 'SC',
    priority: 'Low',
    include: `target is 'AI.Process.HostedModel'`,
    exclude: `target.modelVersion is 'Pinned and tested'`,
    description:
      'The provider replaces or retunes the model behind the same name. Formats, refusals and quality change from one day to the next, and tests and filters that {source.Name} relies on no longer fit.',
    further: {
      PossibleMitigations:
        'Call a dated version, run the evaluation before each change, watch quality and refusals in operation, and plan the move before a version is switched off.',
      References: cite('LLM03:2025', 'CWE-1357'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Prompt', target: 'AI.Process.HostedModel' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.HostedModel', { modelVersion: 'Pinned and tested' }],
    },
  },
];
