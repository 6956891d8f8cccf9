import type { ThreatSource } from '../../scripts/templates/format.ts';
import { FROM_MODEL, FROM_REASONER, TO_ACTION } from './filters.ts';
import { cite } from './references.ts';

export const output: readonly ThreatSource[] = [
  {
    id: 'AI.OH1',
    title: 'An answer runs as script in {target.Name}',
    category: 'OH',
    priority: 'High',
    include: `target is 'AI.Process.ChatClient' and (${FROM_REASONER} or ${FROM_MODEL} or source is 'AI.Process.Guardrail')`,
    exclude: `target.rendering is 'Plain text' or target.rendering is 'Sanitized markup'`,
    description:
      "What {source.Name} answers can be chosen by an attacker, through a prompt or a document. Shown as markup, it runs in the user's session, takes over the account, or draws a false login form.",
    further: {
      PossibleMitigations:
        'Show answers as text, or turn a small set of Markdown into elements with a sanitizer. Encode for the place where they are shown, and set a content security policy without inline script.',
      References: cite('LLM05:2025', 'CWE-79', 'CWE-1426'),
    },
    hit: { source: 'AI.Process.Application', flow: 'AI.Flow.Completion', target: 'AI.Process.ChatClient' },
    miss: {
      source: 'AI.Process.Application',
      flow: 'AI.Flow.Completion',
      target: ['AI.Process.ChatClient', { rendering: 'Sanitized markup' }],
    },
  },
  {
    id: 'AI.OH2',
    title: 'Arguments from a model inject commands into {target.Name}',
    category: 'OH',
    priority: 'High',
    include: `(${FROM_REASONER} or ${FROM_MODEL}) and ${TO_ACTION}`,
    exclude: `target.validatesArguments is 'Yes'`,
    description:
      'The arguments that {source.Name} passes are text from a model, and so from whoever wrote what it read. Put into a query, a path, a shell command or an address by {target.Name}, they do more than the call was meant to do.',
    further: {
      PossibleMitigations:
        'Check arguments against a narrow schema with lists and ranges, use parameters instead of composed text, resolve ids only within what the user owns, and refuse rather than repair.',
      References: cite('LLM05:2025', 'AML.T0053', 'CWE-78', 'CWE-89', 'CWE-1426'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Tool' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.Tool', { validatesArguments: 'Yes' }],
    },
  },
  {
    id: 'AI.OH3',
    title: 'Statements written by a model read or change other data in {target.Name}',
    category: 'OH',
    priority: 'High',
    include: `target is 'AI.Store.Database' and (target.statements is 'The model' or
      (${FROM_REASONER} and not target.statements is 'Fixed code'))`,
    description:
      'A model that writes queries can be asked to write any query. {source.Name} sends it to {target.Name}, and tables of other customers, or a change instead of a reading, come along.',
    further: {
      PossibleMitigations:
        'Let the model choose among prepared queries. Where it must write them, use a read-only account on views with row-level security for the user, a limit on time and rows, and a parser that refuses all but the allowed forms.',
      References: cite('LLM05:2025', 'CWE-89', 'CWE-1426'),
    },
    hit: {
      source: 'AI.Process.Tool',
      flow: 'AI.Flow',
      target: ['AI.Store.Database', { statements: 'The model' }],
    },
    miss: {
      source: 'AI.Process.Tool',
      flow: 'AI.Flow',
      target: ['AI.Store.Database', { statements: 'Fixed code' }],
    },
  },
  {
    id: 'AI.OH4',
    title: 'Generated code breaks out of {target.Name}',
    category: 'OH',
    priority: 'High',
    include: `target is 'AI.Process.Sandbox'`,
    exclude: `target.isolation is 'Virtual machine or equal'`,
    description:
      'Code that {source.Name} sends was written by a model that an attacker may steer. With no more than a process or a plain container around it, it reaches the host, the secrets of the service and the sessions of other users.',
    further: {
      PossibleMitigations:
        'Run each session in a virtual machine or a kernel sandbox of its own, without credentials, with limits on time, memory and processes, throw it away afterwards, and patch the runtime promptly.',
      References: cite('LLM05:2025', 'ASI05', 'CWE-94', 'CWE-653'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Sandbox' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.Sandbox', { isolation: 'Virtual machine or equal' }],
    },
  },
  {
    id: 'AI.OH5',
    title: 'Generated code talks to the network from {target.Name}',
    category: 'OH',
    priority: 'High',
    include: `target is 'AI.Process.Sandbox'`,
    exclude: `target.egress is 'None' or target.egress is 'Allow list'`,
    description:
      'Code in {target.Name} sends the files that it works on to an attacker, installs a package whose name the model made up and an attacker registered, asks the metadata service of the cloud for credentials, or scans the network that it stands in.',
    further: {
      PossibleMitigations:
        'Give it no network. Where packages are needed, offer a mirror of your own; where data is needed, copy it in. Block internal ranges and metadata addresses in any case.',
      References: cite('LLM06:2025', 'LLM03:2025', 'ASI05', 'AML.T0086', 'CWE-829'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow.ToolCall', target: 'AI.Process.Sandbox' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow.ToolCall',
      target: ['AI.Process.Sandbox', { egress: 'None' }],
    },
  },
  {
    id: 'AI.OH6',
    title: 'What leaves the sandbox with {flow.Name} is trusted by {target.Name}',
    category: 'OH',
    priority: 'Medium',
    include: `flow crosses 'AI.Border.Sandbox' and (target is 'AI.Process' or target is 'AI.Store') and
      (source is 'AI.Process.Sandbox' or source is 'AI.Process.BrowserTool' or source is 'AI.Process.McpServer')`,
    exclude: `target.untrustedContent is 'Marked, cannot start actions' or flow.contentTrust is 'Trusted' or
      target.validatesArguments is 'Yes'`,
    description:
      'Files, output and messages that come out of the sandbox were made by code or pages that nobody has reviewed. {target.Name} opens, runs or believes them as if {source.Name} were a part of the system.',
    further: {
      PossibleMitigations:
        'Take back only known kinds of files up to a size, parse them strictly, scan what people will open, and treat text as outside content in the prompt.',
      References: cite('LLM05:2025', 'CWE-349', 'CWE-693'),
    },
    hit: {
      source: 'AI.Process.Sandbox',
      flow: 'AI.Flow.ToolResult',
      target: 'AI.Process.Agent',
      crosses: ['AI.Border.Sandbox'],
    },
    miss: {
      source: 'AI.Process.Sandbox',
      flow: 'AI.Flow.ToolResult',
      target: 'AI.Process.Agent',
      crosses: ['AI.Border.Tenant'],
    },
  },
  {
    id: 'AI.OH7',
    title: 'A crafted document takes over {target.Name}',
    category: 'OH',
    priority: 'Medium',
    include: `target is 'AI.Process.Ingestion' and not source is 'AI.Process.Embedding' and not source is 'AI.External.Operator'`,
    exclude: `target.parserIsolated is 'Yes'`,
    description:
      'Parsers of PDF, office files, images and archives are large and break on crafted input. A document from {source.Name} runs code in {target.Name}, or fills its memory and disk, and so reaches the index of everybody.',
    further: {
      PossibleMitigations:
        'Accept few formats up to a size, parse each file in a process without network and rights, limit time and memory, keep parsers patched, and scan for malware first.',
      References: cite('LLM03:2025', 'CWE-1395', 'CWE-400'),
    },
    hit: { source: 'AI.Store.Documents', flow: 'AI.Flow.Ingest', target: 'AI.Process.Ingestion' },
    miss: {
      source: 'AI.Store.Documents',
      flow: 'AI.Flow.Ingest',
      target: ['AI.Process.Ingestion', { parserIsolated: 'Yes' }],
    },
  },
];
