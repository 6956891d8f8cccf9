import type { CategorySource } from '../../scripts/templates/format.ts';

/** After the OWASP Top 10 for LLM Applications (2025), with the identity of agents beside; explanations are ours. */
export const categories: readonly CategorySource[] = [
  {
    id: 'PI',
    name: 'Prompt Injection',
    description: 'Text that a model reads changes what it does, against the intent of those who run it.',
  },
  {
    id: 'SD',
    name: 'Sensitive Information Disclosure',
    description: 'Data, secrets or models reach somebody who is not entitled to them.',
  },
  {
    id: 'SC',
    name: 'Supply Chain',
    description: 'A model, dataset, tool or server from elsewhere is not what it seems.',
  },
  {
    id: 'PO',
    name: 'Data, Model and Memory Poisoning',
    description: 'Somebody plants what a model learns from, looks up or remembers.',
  },
  {
    id: 'OH',
    name: 'Output Handling and Code Execution',
    description: 'What a model or a document says is run, rendered or parsed without care.',
  },
  {
    id: 'EA',
    name: 'Excessive Agency',
    description: 'A model can do more, with more rights and less control, than its task needs.',
  },
  {
    id: 'VE',
    name: 'Retrieval and Embedding Weaknesses',
    description: 'Search over vectors returns what the asker may not see, or what should be gone.',
  },
  {
    id: 'IA',
    name: 'Identity and Accountability',
    description: 'Somebody passes for another, or nobody can say who did what.',
  },
  {
    id: 'MI',
    name: 'Misinformation',
    description: 'People or programs act on an answer that is wrong.',
  },
  {
    id: 'UC',
    name: 'Unbounded Consumption',
    description: 'Use that nobody limits takes money, capacity or the service itself.',
  },
];
