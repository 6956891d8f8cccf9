import type { ThreatSource } from '../../scripts/templates/format.ts';
import { FROM_MODEL, FROM_PERSON, FROM_REASONER, TO_MODEL, TO_REASONER } from './filters.ts';
import { cite } from './references.ts';

/** Misinformation and consumption. */
export const use: readonly ThreatSource[] = [
  {
    id: 'AI.MI1',
    title: 'People act on a wrong answer of {source.Name}',
    category: 'MI',
    priority: 'Medium',
    include: `(target is 'AI.Process.ChatClient' and (${FROM_REASONER} or ${FROM_MODEL} or source is 'AI.Process.Guardrail')) or
      (target is 'AI.External.User' and (${FROM_REASONER} or ${FROM_MODEL}))`,
    exclude: `target.showsSources is 'Yes'`,
    description:
      'The answer sounds sure and is made up: a price, a dose, a legal term, a policy that does not exist. The reader relies on it, and you may be held to it.',
    further: {
      PossibleMitigations:
        'Answer from sources and show them beside each claim, say that a machine answers and where its limits are, refuse when nothing was found, hand delicate subjects to people, and measure errors on questions of your users.',
      References: cite('LLM09:2025', 'AML.T0048', 'CWE-1426'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Completion', target: 'AI.Process.ChatClient' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Completion',
      target: ['AI.Process.ChatClient', { showsSources: 'Yes' }],
    },
  },
  {
    id: 'AI.MI2',
    title: '{target.Name} goes on with a wrong answer of {source.Name}',
    category: 'MI',
    priority: 'Medium',
    include: `${FROM_MODEL} and ${TO_REASONER}`,
    exclude: `target.answersChecked is 'Yes'`,
    description:
      'A number, an id or a plan that {source.Name} made up is taken as input of the next step. The error grows from step to step and ends in a record or an action that nobody can explain.',
    further: {
      PossibleMitigations:
        'Demand a fixed form and check it, look up ids and amounts in the system of record before use, compare with a second method where it matters, and stop instead of guessing.',
      References: cite('LLM09:2025', 'ASI08', 'CWE-1426'),
    },
    hit: { source: 'AI.Process.HostedModel', flow: 'AI.Flow.Completion', target: 'AI.Process.Agent' },
    miss: {
      source: 'AI.Process.HostedModel',
      flow: 'AI.Flow.Completion',
      target: ['AI.Process.Agent', { answersChecked: 'Yes' }],
    },
  },
  {
    id: 'AI.UC1',
    title: '{source.Name} uses up {target.Name}',
    category: 'UC',
    priority: 'Medium',
    include: `(${FROM_PERSON} or source is 'AI.External.OtherAgent' or source is 'AI.External.Author' or flow crosses 'AI.Line.Internet') and
      (${TO_REASONER} or target is 'AI.Process.ModelServer' or target is 'AI.Process.Gateway' or target is 'AI.Process.Ingestion' or
      target is 'AI.Process.Embedding' or target is 'AI.Process.Guardrail')`,
    exclude: `target.limitsUse is 'Yes'`,
    description:
      'Every request costs money and accelerator time. Long inputs, many sessions or scripts that treat {target.Name} as a free model use up the budget and leave others waiting; with enough answers, the model itself can be copied.',
    further: {
      PossibleMitigations:
        'Limit requests, tokens and size per user and per tenant, cap what an answer may cost, put a hard budget behind it, queue and shed load, and watch for sequences of questions that explore the model.',
      References: cite('LLM10:2025', 'AML.T0034', 'AML.T0024', 'CWE-770'),
    },
    hit: { source: 'AI.Process.ChatClient', flow: 'AI.Flow.Prompt', target: 'AI.Process.Application' },
    miss: {
      source: 'AI.Process.ChatClient',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.Application', { limitsUse: 'Yes' }],
    },
  },
  {
    id: 'AI.UC2',
    title: '{source.Name} runs in circles with {target.Name}',
    category: 'UC',
    priority: 'Medium',
    include: `source is 'AI.Process.Agent' and (${TO_MODEL} or target is 'AI.Process.Agent' or target is 'AI.External.OtherAgent' or target is 'AI.Process.Gateway')`,
    exclude: `source.stepLimits is 'Yes'`,
    description:
      'A task that cannot succeed, a tool that always fails, or two agents that answer each other keep {source.Name} going for hours. An attacker can start this with one sentence.',
    further: {
      PossibleMitigations:
        'End a task after a number of steps, a time and an amount. Notice repeated calls, limit depth and number of agents, and tell a person what was reached.',
      References: cite('LLM10:2025', 'ASI08', 'AML.T0034', 'CWE-834'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.Prompt', target: 'AI.Process.ModelServer' },
    miss: {
      source: ['AI.Process.Agent', { stepLimits: 'Yes' }],
      flow: 'AI.Flow.Prompt',
      target: 'AI.Process.ModelServer',
    },
  },
  {
    id: 'AI.UC3',
    title: '{source.Name} stands still when {target.Name} fails',
    category: 'UC',
    priority: 'Low',
    include: `target is 'AI.Process.HostedModel'`,
    exclude: `target.fallback is 'Yes'`,
    description:
      'An outage, a quota that another service has used up, a blocked account or a model that is withdrawn stops everything that {source.Name} offers.',
    further: {
      PossibleMitigations:
        'Set timeouts, break the circuit and degrade to search or a form, keep a second model tested behind the same interface, reserve capacity for what matters, and separate quotas of test and production.',
      References: cite('LLM10:2025', 'AML.T0029', 'CWE-400'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Prompt', target: 'AI.Process.HostedModel' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.HostedModel', { fallback: 'Yes' }],
    },
  },
];
