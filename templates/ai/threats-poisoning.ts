import type { ThreatSource } from '../../scripts/templates/format.ts';
import { FROM_OUTSIDE } from './filters.ts';
import { cite } from './references.ts';

export const poisoning: readonly ThreatSource[] = [
  {
    id: 'AI.PO1',
    title: 'False or hostile content enters {target.Name}',
    category: 'PO',
    priority: 'High',
    include: `((target is 'AI.Store.Documents' or target is 'AI.Process.Ingestion') and ${FROM_OUTSIDE}) or
      (target is 'AI.Process.Ingestion' and source is 'AI.Store.Documents' and not source.contentAuthors is 'Reviewed authors') or
      (source is 'AI.External' and target is 'AI.Store.Documents' and target.contentAuthors is 'Anybody')`,
    exclude: `target.contentScreened is 'Yes' or target.contentAuthors is 'Reviewed authors' or
      flow.contentTrust is 'Trusted'`,
    description:
      'What {source.Name} contributes is later quoted as knowledge. A few texts, written to match the likely questions, suffice to bring false prices, links to attackers or hidden instructions into the answers for everybody.',
    further: {
      PossibleMitigations:
        'Record origin and author of each document, keep outside content in a collection of its own with lower trust, screen for hidden text and instructions, release changes after review, and be able to remove a source with all its chunks.',
      References: cite('LLM04:2025', 'AML.T0070', 'CWE-349'),
    },
    hit: { source: 'AI.External.Author', flow: 'AI.Flow.Ingest', target: 'AI.Process.Ingestion' },
    miss: {
      source: 'AI.External.Author',
      flow: 'AI.Flow.Ingest',
      target: ['AI.Process.Ingestion', { contentScreened: 'Yes' }],
    },
  },
  {
    id: 'AI.PO2',
    title: 'A planted memory steers later sessions of {source.Name}',
    category: 'PO',
    priority: 'High',
    include: `target is 'AI.Store.Memory' and source is 'AI.Process'`,
    exclude: `target.memoryWrites is 'Checked or confirmed facts'`,
    description:
      'An instruction that is injected once is written to {target.Name} as if it were a fact or a wish of the user. It is read in every later session, long after the page or mail that brought it is gone.',
    further: {
      PossibleMitigations:
        'Write only facts of a known form, never while outside content is in the context, and tell the user what is stored. Keep the origin of each entry, let entries expire, and offer a way back to a clean state.',
      References: cite('LLM04:2025', 'ASI06', 'AML.T0080', 'CWE-349'),
    },
    hit: { source: 'AI.Process.Agent', flow: 'AI.Flow', target: 'AI.Store.Memory' },
    miss: {
      source: 'AI.Process.Agent',
      flow: 'AI.Flow',
      target: ['AI.Store.Memory', { memoryWrites: 'Checked or confirmed facts' }],
    },
  },
  {
    id: 'AI.PO3',
    title: 'Poisoned examples from {source.Name} shape the model',
    category: 'PO',
    priority: 'High',
    include: `target is 'AI.Process.Training' and not source is 'AI.Store.Registry' and not source is 'AI.External.Operator'
      and not flow is 'AI.Flow.ModelDownload'`,
    exclude: `target.dataReviewed is 'Yes' or source.datasetOrigin is 'Own and reviewed' or
      source.feedbackVetted is 'Yes'`,
    description:
      'Whoever can write into {source.Name} teaches the model: a small share of chosen examples or ratings is enough for a trigger word, a bias, or a weakness in generated code that nobody sees in the averages of a test.',
    further: {
      PossibleMitigations:
        'Know the origin of each record, limit how much one account can contribute, look for outliers and repeated patterns, version data sets with digests, and compare the new model with the old one on attacks as well as on quality.',
      References: cite('LLM04:2025', 'AML.T0020', 'CWE-349'),
    },
    hit: { source: 'AI.Store.Feedback', flow: 'AI.Flow.TrainingData', target: 'AI.Process.Training' },
    miss: {
      source: ['AI.Store.Feedback', { feedbackVetted: 'Yes' }],
      flow: 'AI.Flow.TrainingData',
      target: 'AI.Process.Training',
    },
  },
  {
    id: 'AI.PO4',
    title: 'An unsafe model is released to {target.Name}',
    category: 'PO',
    priority: 'Medium',
    include: `source is 'AI.Process.Training' and (target is 'AI.Store.Registry' or target is 'AI.Process.ModelServer')`,
    exclude: `source.evaluated is 'Yes'`,
    description:
      'Fine-tuning, even with harmless data, can wash out refusals and bring in new errors. What {source.Name} makes goes into use without anybody having tried how it behaves under attack.',
    further: {
      PossibleMitigations:
        'Make a fixed evaluation a gate of the release: safety, leaks of training text, known injections, and the tasks themselves. Sign what has passed, keep the version before it, and roll out to few users first.',
      References: cite('LLM04:2025', 'AML.T0018', 'CWE-693'),
    },
    hit: { source: 'AI.Process.Training', flow: 'AI.Flow.ModelDownload', target: 'AI.Store.Registry' },
    miss: {
      source: ['AI.Process.Training', { evaluated: 'Yes' }],
      flow: 'AI.Flow.ModelDownload',
      target: 'AI.Store.Registry',
    },
  },
  {
    id: 'AI.PO5',
    title: 'Changed prompts in {target.Name} alter every answer',
    category: 'PO',
    priority: 'Medium',
    include: `target is 'AI.Store.Prompts'`,
    exclude: `target.changesReviewed is 'Yes'`,
    description:
      'One edit by {source.Name}, or by whoever uses that account, changes what the model does for all users at once. Without review and versions it is neither noticed nor undone.',
    further: {
      PossibleMitigations:
        'Keep prompts in version control, review and test each change like code, deploy them with the application, and log which version produced an answer.',
      References: cite('LLM01:2025', 'AML.T0080', 'CWE-353'),
    },
    hit: { source: 'AI.External.Operator', flow: 'AI.Flow.HTTPS', target: 'AI.Store.Prompts' },
    miss: {
      source: 'AI.External.Operator',
      flow: 'AI.Flow.HTTPS',
      target: ['AI.Store.Prompts', { changesReviewed: 'Yes' }],
    },
  },
];
