import type { ThreatSource } from '../../scripts/templates/format.ts';
import { TO_ACTION } from './filters.ts';
import { cite } from './references.ts';

export const accountability: readonly ThreatSource[] = [
  {
    id: 'AI.IA1',
    title: 'Somebody passes for {source.Name} at {target.Name}',
    category: 'IA',
    priority: 'High',
    include: `target is 'AI.Process' and not target is 'AI.Process.ChatClient' and (
      ((source is 'AI.External.User' or source is 'AI.External.Operator' or source is 'AI.External.OtherAgent' or source is 'AI.Process.ChatClient')
        and not target.callers is 'User or workload') or
      (source is 'AI.Process' and (target.callers is 'Nobody' or target.callers is 'Holder of a shared key')))`,
    exclude: `flow.authenticated is 'Yes'`,
    description:
      '{target.Name} does not know for sure who calls. Whoever reaches it, or holds the key that all share, uses the model, its tools and the data of others under a name that is not theirs.',
    further: {
      PossibleMitigations:
        'Sign users in at an identity provider and workloads with identities of their own, check the token on each request at {target.Name} itself, and give agents names that differ from those of people.',
      References: cite('ASI03', 'CWE-306', 'CWE-287'),
    },
    hit: { source: 'AI.Process.ChatClient', flow: 'AI.Flow.Prompt', target: 'AI.Process.Application' },
    miss: {
      source: 'AI.Process.ChatClient',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.Application', { callers: 'User or workload' }],
    },
  },
  {
    id: 'AI.IA2',
    title: 'Nobody can tell why {source.Name} acted in {target.Name}',
    category: 'IA',
    priority: 'Medium',
    include: `source is 'AI.Process.Agent' and (${TO_ACTION} or target is 'AI.Process.Sandbox' or target is 'AI.Process.BrowserTool')`,
    exclude: `source.actionsLogged is 'Yes' or target.effect is 'Reads only'`,
    description:
      'A customer denies an order, or a record is gone, and the trail shows only that {source.Name} did it: not for whom, on which request, after which document, with whose approval.',
    further: {
      PossibleMitigations:
        'Write for each action the user, the session, the arguments, the versions of prompt and model, the sources in the context and the approval, under one id, to a place that the agent cannot change.',
      References: cite('LLM06:2025', 'CWE-778'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Tool' },
    miss: {
      source: ['AI.Process.Agent', { actionsLogged: 'Yes' }],
      flow: 'AI.Flow.ToolCall',
      target: 'AI.Process.Tool',
    },
  },
  {
    id: 'AI.IA3',
    title: 'A message in the name of {source.Name} misleads {target.Name}',
    category: 'IA',
    priority: 'High',
    include: `flow is 'AI.Flow.AgentMessage' or (source is 'AI.Process.Agent' and target is 'AI.Process.Agent') or
      (source is 'AI.Process.Agent' and target is 'AI.External.OtherAgent')`,
    exclude: `flow.authenticated is 'Yes'`,
    description:
      'Agents believe other agents. A forged or repeated message, or a card that claims abilities and trust, makes {target.Name} take over a task, a result or a permission that never came from {source.Name}.',
    further: {
      PossibleMitigations:
        'Authenticate both ends, sign messages with time and number, keep a register of agents and what each may ask for, and treat the content as outside content even from known agents.',
      References: cite('ASI07', 'ASI08', 'CWE-345', 'CWE-287'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.AgentMessage', target: 'AI.Process.Agent' },
    miss: {
      source: 'AI.Process.Agent',
      flow: ['AI.Flow.AgentMessage', { authenticated: 'Yes' }],
      target: 'AI.Process.Agent',
    },
  },
  {
    id: 'AI.IA4',
    title: 'The key for {target.Name} is stolen and used by others',
    category: 'IA',
    priority: 'Medium',
    include: `target is 'AI.Process.HostedModel'`,
    exclude: `(target.credential is 'Short-lived workload identity' or target.credential is 'Key in a secrets store')
      and not source is 'AI.Process.ChatClient' and not source is 'AI.External.User'`,
    description:
      'Keys of models are sold: whoever finds the one of {source.Name} in a repository, an app or a log runs up your bill, reads stored files and fine-tuned models, and lets you answer for the abuse.',
    further: {
      PossibleMitigations:
        'Call models from your servers only, with workload identities or keys from a secrets store, one per service, bound to addresses and budgets. Scan code and logs for keys, and rotate them without a release.',
      References: cite('LLM10:2025', 'AML.T0055', 'CWE-522', 'CWE-798'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Prompt', target: 'AI.Process.HostedModel' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.HostedModel', { credential: 'Key in a secrets store' }],
    },
  },
  {
    id: 'AI.IA5',
    title: 'An approval of {source.Name} is forged or used again',
    category: 'IA',
    priority: 'High',
    include: `source is 'AI.External.Approver' and target is 'AI.Process'`,
    exclude: `flow.authenticated is 'Yes'`,
    description:
      'The word "approved" reaches {target.Name} by a channel that others can write to, or the model itself may claim it. An approval for one action is then taken for another, larger one.',
    further: {
      PossibleMitigations:
        'Let the code that does the action check a decision that is signed in under the name of the approver, bound to exactly this action and its data, valid once and for a short time. Never read it from the conversation.',
      References: cite('LLM06:2025', 'ASI09', 'CWE-345'),
    },
    hit: { source: 'AI.External.Approver', flow: 'AI.Flow.Approval', target: 'AI.Process.Agent' },
    miss: {
      source: 'AI.External.Approver',
      flow: ['AI.Flow.Approval', { authenticated: 'Yes' }],
      target: 'AI.Process.Agent',
    },
  },
  {
    id: 'AI.IA6',
    title: 'Records in {target.Name} are changed or left out',
    category: 'IA',
    priority: 'Low',
    include: `target is 'AI.Store.Logs' or target is 'AI.Store.Usage'`,
    exclude: `target.integrityProtected is 'Yes'`,
    description:
      'Whoever controls {source.Name}, or an agent with a tool for it, can change what {target.Name} says. Actions can no longer be proved, and use is charged to somebody else.',
    further: {
      PossibleMitigations:
        'Write outside the reach of agents, append only, with a digest that is kept elsewhere, and compare counts with those of the provider.',
      References: cite('CWE-778', 'CWE-353'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow', target: 'AI.Store.Logs' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow',
      target: ['AI.Store.Logs', { integrityProtected: 'Yes' }],
    },
  },
  {
    id: 'AI.IA7',
    title: 'Tokens from {source.Name} allow {target.Name} more than its task',
    category: 'IA',
    priority: 'Medium',
    include: `source is 'AI.External.IdentityProvider' and target is 'AI.Process'`,
    exclude: `source.tokenScope is 'Narrow and short-lived'`,
    description:
      'A user agrees once, and {target.Name} holds a token for all mail, all files and all months to come. An injected instruction uses what was granted for another task; whoever finds the token needs no model.',
    further: {
      PossibleMitigations:
        'Ask for scopes per task, for one audience and for minutes. Exchange tokens instead of passing them on, bind them to the client, show users what agents hold, and revoke it with the session.',
      References: cite('LLM06:2025', 'ASI03', 'CWE-250'),
    },
    hit: { source: 'AI.External.IdentityProvider', flow: 'AI.Flow.HTTPS', target: 'AI.Process.Agent' },
    miss: {
      source: ['AI.External.IdentityProvider', { tokenScope: 'Narrow and short-lived' }],
      flow: 'AI.Flow.HTTPS',
      target: 'AI.Process.Agent',
    },
  },
];
