import type { ThreatSource } from '../../scripts/templates/format.ts';
import { TO_ACTION } from './filters.ts';
import { cite } from './references.ts';

export const agency: readonly ThreatSource[] = [
  {
    id: 'AI.EA1',
    title: '{source.Name} has tools that its task does not need',
    category: 'EA',
    priority: 'High',
    include: `source is 'AI.Process.Agent' and (${TO_ACTION} or target is 'AI.Process.Sandbox' or target is 'AI.Process.BrowserTool')`,
    exclude: `source.toolScope is 'Only what the task needs'`,
    description:
      'Every tool within reach can be called by a wrong plan or by an injected instruction. If {target.Name} offers {source.Name} writing where reading would do, or a general command where one function would do, that is what will be used.',
    further: {
      PossibleMitigations:
        'Offer tools per task and per user, split reading from writing, prefer narrow functions to shells and free queries, and leave out what was not used for months.',
      References: cite('LLM06:2025', 'ASI02', 'AML.T0053', 'CWE-250'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Tool' },
    miss: {
      source: ['AI.Process.Agent', { toolScope: 'Only what the task needs' }],
      flow: 'AI.Flow.ToolCall',
      target: 'AI.Process.Tool',
    },
  },
  {
    id: 'AI.EA2',
    title: '{source.Name} acts in {target.Name} without anybody agreeing',
    category: 'EA',
    priority: 'High',
    include: `source is 'AI.Process.Agent' and ${TO_ACTION}`,
    exclude: `target.effect is 'Reads only' or source.approval is 'Each one by a person' or
      (source.approval is 'Above a limit' and target.effect is 'Changes data')`,
    description:
      'A misread wish, a wrong answer or an injected instruction becomes a refund, a deletion or a mail within seconds, many times over, before a person has seen it.',
    further: {
      PossibleMitigations:
        'Let a person confirm actions that cost money, leave the house or cannot be undone. Allow the rest within limits per hour and amount, make changes reversible, and offer a switch that stops all agents.',
      References: cite('LLM06:2025', 'ASI02', 'AML.T0048', 'CWE-862'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Tool' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.Tool', { effect: 'Reads only' }],
    },
  },
  {
    id: 'AI.EA3',
    title: '{source.Name} makes {target.Name} act beyond the rights of the user',
    category: 'EA',
    priority: 'High',
    include: `(source is 'AI.Process.Agent' or source is 'AI.Process.Application' or source is 'AI.Process.McpServer') and ${TO_ACTION}`,
    exclude: `target.checksUser is 'Yes'`,
    description:
      'The user may not see a record or do an action, but {target.Name} may, and it only asks whether {source.Name} calls. Through the model, the user borrows its rights.',
    further: {
      PossibleMitigations:
        "Pass the user's identity along in a token made for {target.Name}, not in an argument that the model writes. Check there, on each call and for each record, whether this user may do it. Refuse tokens that were issued for others.",
      References: cite('LLM06:2025', 'ASI03', 'CWE-441', 'CWE-863'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.McpServer' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.McpServer', { checksUser: 'Yes' }],
    },
  },
  {
    id: 'AI.EA4',
    title: '{source.Name} works in {target.Name} with a powerful account',
    category: 'EA',
    priority: 'High',
    include: `(source is 'AI.Process.Tool' or source is 'AI.Process.McpServer') and (target is 'AI.Store' or target is 'AI.Process.Service')
      or (source.actsAs is 'Shared powerful account' and (target is 'AI.Store' or ${TO_ACTION}))`,
    exclude: `source.actsAs is 'The user' or source.actsAs is 'Own limited account' or target is 'AI.Store.Logs' or
      target is 'AI.Store.Usage'`,
    description:
      'One account stands for all users and may do all that any of them may. A single wrong call of {source.Name} then reaches everything in {target.Name}, and the trail there names only that account.',
    further: {
      PossibleMitigations:
        'Exchange the token of the user for one with fewer rights and a short life. Where a service account is needed, take one per tool with the rights of that tool, and review them like those of people.',
      References: cite('LLM06:2025', 'ASI03', 'CWE-250'),
    },
    hit: { source: 'AI.Process.Tool', flow: 'AI.Flow.HTTPS', target: 'AI.Process.Service' },
    miss: {
      source: ['AI.Process.Tool', { actsAs: 'The user' }],
      flow: 'AI.Flow.HTTPS',
      target: 'AI.Process.Service',
    },
  },
  {
    id: 'AI.EA5',
    title: "A page makes {source.Name} act in the user's accounts",
    category: 'EA',
    priority: 'High',
    include: `source is 'AI.Process.BrowserTool' and (target is 'AI.External.Web' or target is 'AI.Process.Service')`,
    exclude: `source.session is 'No logins'`,
    description:
      "{source.Name} visits {target.Name} with the user's cookies. Text on one page tells the model to open mail, confirm a payment or copy a code in another, where the user is signed in.",
    further: {
      PossibleMitigations:
        'Browse without logins by default, in a fresh profile. Where a login is needed, limit the session to that one site, block changes of origin, and let the user confirm what is submitted.',
      References: cite('LLM06:2025', 'ASI03', 'AML.T0051.001', 'CWE-441'),
    },
    hit: { source: 'AI.Process.BrowserTool', flow: 'AI.Flow.HTTPS', target: 'AI.External.Web' },
    miss: {
      source: ['AI.Process.BrowserTool', { session: 'No logins' }],
      flow: 'AI.Flow.HTTPS',
      target: 'AI.External.Web',
    },
  },
  {
    id: 'AI.EA6',
    title: '{source.Name} sends {target.Name} to internal addresses',
    category: 'EA',
    priority: 'Medium',
    include: `source is 'AI.Process' and target is 'AI.Process.BrowserTool'`,
    exclude: `target.destinations is 'Allow list' or target.destinations is 'Public addresses'`,
    description:
      'The model chooses the address, and a page can choose it for the model. {target.Name} stands inside the network and fetches admin pages, metadata services and local files that no outsider could.',
    further: {
      PossibleMitigations:
        'Run it in a network of its own without a way inside, allow listed sites or public addresses only, check the address after resolving it and after each redirect, and refuse schemes other than HTTPS.',
      References: cite('LLM06:2025', 'ASI02', 'CWE-918'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.BrowserTool' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.BrowserTool', { destinations: 'Public addresses' }],
    },
  },
  {
    id: 'AI.EA7',
    title: '{target.Name} approves what they do not understand',
    category: 'EA',
    priority: 'Medium',
    include: `target is 'AI.External.Approver' and source is 'AI.Process'`,
    exclude: `target.approvalView is 'The exact action and its data'`,
    description:
      'The question is worded by the model, comes for the hundredth time that day, and hides the one field that matters. {target.Name} agrees, and the control exists on paper only.',
    further: {
      PossibleMitigations:
        'Let code, not the model, show recipient, amount and changed data. Ask seldom and by risk, without a preset answer, time for each decision, and try now and then whether a wrong one is noticed.',
      References: cite('LLM06:2025', 'ASI09', 'CWE-451'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.Approval', target: 'AI.External.Approver' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.Approval',
      target: ['AI.External.Approver', { approvalView: 'The exact action and its data' }],
    },
  },
];
