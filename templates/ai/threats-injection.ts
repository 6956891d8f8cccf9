import type { ThreatSource } from '../../scripts/templates/format.ts';
import { FROM_OUTSIDE, FROM_PERSON, FROM_REASONER, TO_MODEL, TO_REASONER } from './filters.ts';
import { cite } from './references.ts';

export const injection: readonly ThreatSource[] = [
  {
    id: 'AI.PI1',
    title: 'A prompt from {source.Name} overrides the instructions of {target.Name}',
    category: 'PI',
    priority: 'High',
    include: `(${FROM_PERSON} or flow is 'AI.Flow.Prompt') and ${TO_REASONER}`,
    exclude: `target.accessDecisions is 'Enforced outside the model'`,
    description:
      'Whoever writes the prompt can talk the model out of its instructions. As long as the prompt decides what {target.Name} may show or do, such a user gets what the prompt was meant to withhold: data of others, hidden functions, discounts.',
    further: {
      PossibleMitigations:
        "Treat the model as if the user held its controls. Check every right in code, with the user's identity, before data enters the prompt and before an action is done. Keep prompts for tone and task, never for permission.",
      References: cite('LLM01:2025', 'AML.T0051.000', 'CWE-1427'),
    },
    hit: { source: 'AI.Process.ChatClient', flow: 'AI.Flow.Prompt', target: 'AI.Process.Application' },
    miss: {
      source: 'AI.Process.ChatClient',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.Application', { accessDecisions: 'Enforced outside the model' }],
    },
  },
  {
    id: 'AI.PI2',
    title: 'A passage from {source.Name} instructs {target.Name}',
    category: 'PI',
    priority: 'High',
    include: `(source is 'AI.Store.Vectors' or (source is 'AI.Store.Documents' and not source.contentAuthors is 'Reviewed authors'))
      and ${TO_REASONER}`,
    exclude: `flow.contentTrust is 'Trusted' or target.untrustedContent is 'None' or
      target.untrustedContent is 'Marked, cannot start actions'`,
    description:
      'Documents are found by likeness, not by trust. A sentence hidden in one of them reaches the prompt of {target.Name} beside its instructions and is followed: it changes the answer, asks the user for a password, or calls a tool. The user has done nothing wrong and sees nothing.',
    further: {
      PossibleMitigations:
        'Put passages into a marked part of the prompt and say that they are data. Take away tools and links while they are in the prompt, or ask a person first. Screen documents at ingest, and show which document an answer rests on.',
      References: cite('LLM01:2025', 'LLM08:2025', 'AML.T0051.001', 'CWE-1427'),
    },
    hit: { source: 'AI.Store.Vectors', flow: 'AI.Flow.Retrieval', target: 'AI.Process.Application' },
    miss: {
      source: 'AI.Store.Vectors',
      flow: ['AI.Flow.Retrieval', { contentTrust: 'Trusted' }],
      target: 'AI.Process.Application',
    },
  },
  {
    id: 'AI.PI3',
    title: 'Content from {source.Name} takes over the goal of {target.Name}',
    category: 'PI',
    priority: 'Critical',
    include: `${FROM_OUTSIDE} and ${TO_REASONER} and not source is 'AI.Store' and not source is 'AI.External.User'`,
    exclude: `flow.contentTrust is 'Trusted' or target.untrustedContent is 'Marked, cannot start actions'`,
    description:
      'A page, a mail, a tool result or a message of another agent carries instructions for the model. {target.Name} reads them in the middle of a task and goes on with a goal that the attacker has set, with the rights and tools that it was given for the user.',
    further: {
      PossibleMitigations:
        'Decide the plan before outside content is read, and let that content fill in values only. Read it with a model that has no tools, and pass on structured fields. Once outside content is in the context, withdraw tools with effect or require a person for each action.',
      References: cite('LLM01:2025', 'ASI01', 'AML.T0051.001', 'CWE-1427'),
    },
    hit: { source: 'AI.Process.BrowserTool', flow: 'AI.Flow.ToolResult', target: 'AI.Process.Agent' },
    miss: {
      source: 'AI.Process.BrowserTool',
      flow: 'AI.Flow.ToolResult',
      target: ['AI.Process.Agent', { untrustedContent: 'Marked, cannot start actions' }],
    },
  },
  {
    id: 'AI.PI4',
    title: '{target.Name} is talked out of its safety rules',
    category: 'PI',
    priority: 'Medium',
    include: `(${FROM_REASONER} or ${FROM_PERSON} or source is 'AI.Process.Gateway') and ${TO_MODEL}`,
    exclude: `source.guardrails is 'Input and output' or flow.contentTrust is 'Trusted'`,
    description:
      'Role play, other languages, encodings or a long run-up make {target.Name} answer what its makers trained it to refuse: abuse, instructions for harm, insults in the name of your company. Training alone does not stop this, and each new model breaks in other ways.',
    further: {
      PossibleMitigations:
        'Check prompts and answers with filters that are separate from the model, narrow the task and the length, block accounts that keep trying, and run a set of known attacks against each new version.',
      References: cite('LLM01:2025', 'AML.T0054', 'CWE-693'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Prompt', target: 'AI.Process.HostedModel' },
    miss: {
      source: ['AI.Process.Application', { guardrails: 'Input and output' }],
      flow: 'AI.Flow.Prompt',
      target: 'AI.Process.HostedModel',
    },
  },
  {
    id: 'AI.PI5',
    title: '{target.Name} lets through what it should stop',
    category: 'PI',
    priority: 'Medium',
    include: `target is 'AI.Process.Guardrail'`,
    exclude: `target.guardFailure is 'Blocks' and target.guardCoverage is 'Input and output'`,
    description:
      'A filter sees only what passes it. Text split over several messages, an image, another language or an overlong input gets past {target.Name}; an error or a timeout opens it; and what is checked only on the way in comes back unchecked on the way out.',
    further: {
      PossibleMitigations:
        'Refuse when the filter fails or takes too long. Check both directions, tool results as well, on the text that the model really sees. Measure what it misses with attacks of your own, and never make it the only defence of an action.',
      References: cite('LLM01:2025', 'CWE-693', 'CWE-636'),
    },
    hit: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.Guardrail', { guardCoverage: 'Input and output' }],
    },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.Guardrail', { guardCoverage: 'Input and output', guardFailure: 'Blocks' }],
    },
  },
];
