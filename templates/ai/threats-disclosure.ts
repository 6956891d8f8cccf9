import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_OUT, FROM_MODEL, FROM_REASONER, SENSITIVE, TO_ACTION, TO_REASONER } from './filters.ts';
import { cite } from './references.ts';

export const disclosure: readonly ThreatSource[] = [
  {
    id: 'AI.SD1',
    title: 'Confidential data leaves for {target.Name}',
    category: 'SD',
    priority: 'High',
    include: `${SENSITIVE} and (target is 'AI.Process.HostedModel' or target is 'AI.External.Provider' or
      (target is 'AI.Process.McpServer' and not target.serverOrigin is 'Own') or
      (target is 'AI.Process.Embedding' and flow crosses 'AI.Border.Provider'))`,
    exclude: `flow.redacted is 'Yes'`,
    description:
      '{flow.Name} carries confidential data from {source.Name} into other hands: names, contracts, source code, health data. What has left cannot be called back, and law or contract may forbid it.',
    further: {
      PossibleMitigations:
        'Send only the passages that the question needs, replace names and numbers by placeholders and put them back afterwards, choose region and contract to fit the class of the data, and use a model of your own for what must not leave.',
      References: cite('LLM02:2025', 'CWE-201', 'CWE-359'),
    },
    hit: {
      source: 'AI.Process.Application',
      flow: ['AI.Flow.Prompt', { dataClassification: 'Confidential' }],
      target: 'AI.Process.HostedModel',
    },
    miss: {
      source: 'AI.Process.Application',
      flow: ['AI.Flow.Prompt', { dataClassification: 'Internal' }],
      target: 'AI.Process.HostedModel',
    },
  },
  {
    id: 'AI.SD2',
    title: '{target.Name} keeps what it is sent',
    category: 'SD',
    priority: 'Medium',
    include: `target is 'AI.Process.HostedModel' or
      (target is 'AI.Process.Embedding' and flow crosses 'AI.Border.Provider')`,
    exclude: `target.retention is 'None' or target.retention is 'Limited by contract' or
      flow.dataClassification is 'Public'`,
    description:
      'The provider of {target.Name} may store prompts to find abuse, let people read them, or train on them. A leak there, a court order or a later model then gives away what {source.Name} has sent.',
    further: {
      PossibleMitigations:
        'Agree on no training and on short or no retention, switch both off in the settings of every account and feature, check which subprocessors take part, and look again when terms or features change.',
      References: cite('LLM02:2025', 'AML.T0057', 'CWE-212'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Prompt', target: 'AI.Process.HostedModel' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Prompt',
      target: ['AI.Process.HostedModel', { retention: 'Limited by contract' }],
    },
  },
  {
    id: 'AI.SD3',
    title: 'The prompts of {source.Name} are extracted',
    category: 'SD',
    priority: 'Medium',
    include: `source is 'AI.Store.Prompts'`,
    exclude: `source.promptSecrets is 'No'`,
    description:
      'Users get a system prompt out of {target.Name} by asking for it in the right way. Keys, addresses of internal systems, rules of access or filters that stand in it are then known, and serve the next attack.',
    further: {
      PossibleMitigations:
        'Write prompts as if they were public. Keep keys out, enforce rules in code, and use a canary phrase to notice when a prompt appears in answers.',
      References: cite('LLM07:2025', 'AML.T0056', 'CWE-200'),
    },
    hit: { source: 'AI.Store.Prompts', flow: 'AI.Flow', target: 'AI.Process.Application' },
    miss: {
      source: ['AI.Store.Prompts', { promptSecrets: 'No' }],
      flow: 'AI.Flow',
      target: 'AI.Process.Application',
    },
  },
  {
    id: 'AI.SD4',
    title: '{target.Name} fills with personal data and secrets',
    category: 'SD',
    priority: 'Medium',
    include: `target is 'AI.Store.Logs'`,
    exclude: `target.loggedPrompts is 'Not logged' or target.loggedPrompts is 'Redacted' or flow.redacted is 'Yes'`,
    description:
      'Traces of {source.Name} hold whole conversations, retrieved documents and arguments of tools. Developers, support and vendors of monitoring can read them, and they outlive the deletion of the originals.',
    further: {
      PossibleMitigations:
        'Log ids, sizes, decisions and tool names; write text only redacted or for chosen sessions. Limit who reads traces, keep them for days, and cover them when a person asks for deletion.',
      References: cite('LLM02:2025', 'CWE-532'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow', target: 'AI.Store.Logs' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow',
      target: ['AI.Store.Logs', { loggedPrompts: 'Redacted' }],
    },
  },
  {
    id: 'AI.SD5',
    title: 'A link or image in an answer carries data out of {target.Name}',
    category: 'SD',
    priority: 'High',
    include: `target is 'AI.Process.ChatClient' and (${FROM_REASONER} or ${FROM_MODEL} or source is 'AI.Process.Guardrail')`,
    exclude: `target.remoteContent is 'None loaded' or target.remoteContent is 'Allow list only' or
      target.rendering is 'Plain text'`,
    description:
      "Injected instructions make {source.Name} answer with an image or link whose address holds words of the conversation. {target.Name} loads it, or the user clicks it, and the attacker's server has them, without any tool being called.",
    further: {
      PossibleMitigations:
        'Do not load images or previews from answers, or only from addresses of your own. Enforce this with a content security policy, show the full target of a link, and strip addresses that were not in the sources.',
      References: cite('LLM02:2025', 'LLM05:2025', 'AML.T0077', 'CWE-201'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Completion', target: 'AI.Process.ChatClient' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Completion',
      target: ['AI.Process.ChatClient', { remoteContent: 'Allow list only' }],
    },
  },
  {
    id: 'AI.SD6',
    title: 'A model learns personal data from {source.Name} by heart',
    category: 'SD',
    priority: 'High',
    include: `target is 'AI.Process.Training' and (source is 'AI.Store.Dataset' or source is 'AI.Store.Feedback' or source is 'AI.Store.Conversations')`,
    exclude: `source.personalData is 'None or removed' or flow.redacted is 'Yes' or
      flow.dataClassification is 'Public'`,
    description:
      'Models repeat rare training examples word for word, and show by their answers whether somebody was among them. What {target.Name} takes from {source.Name} can then be asked for by every user of the model, and cannot be deleted from it.',
    further: {
      PossibleMitigations:
        'Remove names, numbers and secrets before training, drop repeated records, keep one model per tenant or retrieve instead of train, consider differential privacy, and test releases for memorised text.',
      References: cite('LLM02:2025', 'AML.T0024', 'CWE-359'),
    },
    hit: { source: 'AI.Store.Dataset', flow: 'AI.Flow.TrainingData', target: 'AI.Process.Training' },
    miss: {
      source: ['AI.Store.Dataset', { personalData: 'None or removed' }],
      flow: 'AI.Flow.TrainingData',
      target: 'AI.Process.Training',
    },
  },
  {
    id: 'AI.SD7',
    title: '{flow.Name} is read or changed on its way',
    category: 'SD',
    priority: 'Medium',
    include: `${CROSSES_OUT} or (flow.encrypted is 'No' and ${SENSITIVE})`,
    exclude: `flow.encrypted is 'Yes' or flow.encrypted is 'Not Applicable'`,
    description:
      'Somebody on the path between {source.Name} and {target.Name} reads prompts and answers, or puts instructions into them that the model will follow.',
    further: {
      PossibleMitigations:
        'Use TLS on the whole way, checked against the right name, also between services and to model servers inside the network.',
      References: cite('LLM02:2025', 'CWE-319'),
    },
    hit: {
      source: 'AI.External.User',
      flow: 'AI.Flow.Prompt',
      target: 'AI.Process.ChatClient',
      crosses: ['AI.Line.Internet'],
    },
    miss: {
      source: 'AI.External.User',
      flow: 'AI.Flow.HTTPS',
      target: 'AI.Process.ChatClient',
      crosses: ['AI.Line.Internet'],
    },
  },
  {
    id: 'AI.SD8',
    title: 'Secrets from {source.Name} reach the context of a model',
    category: 'SD',
    priority: 'High',
    include: `source is 'AI.Store.Secrets' and (${TO_REASONER} or target is 'AI.Process.Sandbox')`,
    exclude: `source.secretUse is 'Only in code around the model'`,
    description:
      'Keys that {target.Name} puts into prompts, arguments or the environment of generated code can be asked for, logged, sent to a provider or printed by that code.',
    further: {
      PossibleMitigations:
        'Let code add the key after the model has chosen the call, so that the model handles names of connections only. Hand out short-lived tokens for one tool and one user, and scan contexts and traces for keys.',
      References: cite('LLM02:2025', 'AML.T0055', 'AML.T0082', 'CWE-522'),
    },
    hit: { source: 'AI.Store.Secrets', flow: 'AI.Flow', target: 'AI.Process.Agent' },
    miss: {
      source: ['AI.Store.Secrets', { secretUse: 'Only in code around the model' }],
      flow: 'AI.Flow',
      target: 'AI.Process.Agent',
    },
  },
  {
    id: 'AI.SD9',
    title: 'The model in {source.Name} is stolen',
    category: 'SD',
    priority: 'Medium',
    include: `source is 'AI.Store.Registry'`,
    exclude: `source.accessRestricted is 'Yes' or flow.dataClassification is 'Public'`,
    description:
      'Weights are files. Whoever may read {source.Name}, or copies them on their way to {target.Name}, owns the model and takes along what it learned from your data.',
    further: {
      PossibleMitigations:
        'Let only the servers that load a model read it, under identities of their own. Encrypt weights at rest, log and limit downloads, and keep developers on smaller or public models.',
      References: cite('LLM02:2025', 'AML.T0025', 'CWE-668'),
    },
    hit: { source: 'AI.Store.Registry', flow: 'AI.Flow.ModelDownload', target: 'AI.Process.ModelServer' },
    miss: {
      source: ['AI.Store.Registry', { accessRestricted: 'Yes' }],
      flow: 'AI.Flow.ModelDownload',
      target: 'AI.Process.ModelServer',
    },
  },
  {
    id: 'AI.SD10',
    title: '{source.Name} hands confidential data to those not entitled',
    category: 'SD',
    priority: 'High',
    include: `source is 'AI.Store' and (${SENSITIVE} or flow crosses 'AI.Border.Tenant') and not source is 'AI.Store.Vectors'`,
    exclude: `source.accessRestricted is 'Yes'`,
    description:
      '{flow.Name} carries confidential data or leaves a tenant, and {source.Name} does not limit who reads what. One flaw or one injected instruction in {target.Name} then opens all of it, not only what belongs to the user who asks.',
    further: {
      PossibleMitigations:
        "Read with the user's identity or filter by it in the store, grant each component only the records and fields that it needs, and watch for unusual amounts.",
      References: cite('LLM02:2025', 'CWE-284', 'CWE-639'),
    },
    hit: {
      source: 'AI.Store.Conversations',
      flow: ['AI.Flow.Retrieval', { dataClassification: 'Confidential' }],
      target: 'AI.Process.Application',
    },
    miss: {
      source: ['AI.Store.Conversations', { accessRestricted: 'Yes' }],
      flow: ['AI.Flow.Retrieval', { dataClassification: 'Confidential' }],
      target: 'AI.Process.Application',
    },
  },
  {
    id: 'AI.SD11',
    title: "{source.Name} tells one user's memories to another",
    category: 'SD',
    priority: 'High',
    include: `source is 'AI.Store.Memory'`,
    exclude: `source.memoryScope is 'One user'`,
    description:
      'What one person has told {target.Name} is remembered in a place that serves others as well. It comes up in their answers, or is found by asking what the agent knows about somebody.',
    further: {
      PossibleMitigations:
        'Keep memories per user and enforce this in the store, not in the prompt. Show users what is remembered, let them delete it, and let entries expire.',
      References: cite('LLM02:2025', 'ASI06', 'CWE-653'),
    },
    hit: { source: 'AI.Store.Memory', flow: 'AI.Flow.Retrieval', target: 'AI.Process.Agent' },
    miss: {
      source: ['AI.Store.Memory', { memoryScope: 'One user' }],
      flow: 'AI.Flow.Retrieval',
      target: 'AI.Process.Agent',
    },
  },
  {
    id: 'AI.SD12',
    title: '{source.Name} carries data out by calling {target.Name}',
    category: 'SD',
    priority: 'Critical',
    include: `source is 'AI.Process.Agent' and (
      (target is 'AI.Process.BrowserTool' and not target.destinations is 'Allow list') or
      target.effect is 'Acts outside or for good' or
      (flow crosses 'AI.Line.Internet' and (${TO_ACTION} or target is 'AI.External.OtherAgent' or target is 'AI.External.Web')))`,
    exclude: `source.untrustedContent is 'None' or source.untrustedContent is 'Marked, cannot start actions' or
      source.approval is 'Each one by a person'`,
    description:
      'An agent that reads private data, reads outside content and can send something out needs only one injected sentence to combine the three: {source.Name} puts what it has read into an address, a mail or a record that {target.Name} passes on.',
    further: {
      PossibleMitigations:
        'Never give one agent all three abilities in one session. Limit recipients and addresses to a list, check arguments for data of the context, and let a person see the message before it leaves.',
      References: cite('LLM06:2025', 'ASI02', 'AML.T0086', 'CWE-201'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.BrowserTool' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.BrowserTool', { destinations: 'Allow list' }],
    },
  },
];
