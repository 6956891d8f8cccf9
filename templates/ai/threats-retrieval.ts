import type { ThreatSource } from '../../scripts/templates/format.ts';
import { SENSITIVE } from './filters.ts';
import { cite } from './references.ts';

export const retrieval: readonly ThreatSource[] = [
  {
    id: 'AI.VE1',
    title: '{source.Name} finds passages of other tenants or users',
    category: 'VE',
    priority: 'High',
    include: `source is 'AI.Store.Vectors' and target is 'AI.Process'`,
    exclude: `source.tenantIsolation is 'Enforced by the store' or source.tenantIsolation is 'Nothing to separate'`,
    description:
      'All chunks lie in one index, and likeness knows no owner. Where {target.Name} forgets the filter once, or lets the model fill it in, a question brings up what belongs to another customer or to a closed group.',
    further: {
      PossibleMitigations:
        'Give each tenant a collection or a key of its own, and let the store enforce rights from the token of the caller. Set filters in code, test with two tenants that ask for the same words, and check the owner of each result again.',
      References: cite('LLM08:2025', 'CWE-639', 'CWE-653'),
    },
    hit: { source: 'AI.Store.Vectors', flow: 'AI.Flow.Retrieval', target: 'AI.Process.Application' },
    miss: {
      source: ['AI.Store.Vectors', { tenantIsolation: 'Enforced by the store' }],
      flow: 'AI.Flow.Retrieval',
      target: 'AI.Process.Application',
    },
  },
  {
    id: 'AI.VE2',
    title: 'Permissions are lost on the way into {target.Name}',
    category: 'VE',
    priority: 'High',
    include: `source is 'AI.Process.Ingestion' and target is 'AI.Store.Vectors'`,
    exclude: `source.keepsPermissions is 'Yes' or target.tenantIsolation is 'Nothing to separate' or
      flow.dataClassification is 'Public'`,
    description:
      '{source.Name} may read everything, and writes chunks without saying who may read the document. From then on each user of the search sees what the source had kept from them: salaries, deals, personal files.',
    further: {
      PossibleMitigations:
        'Carry groups and labels with each chunk, renew them when they change at the source, leave out what has none, and filter by the groups of the asker.',
      References: cite('LLM08:2025', 'LLM02:2025', 'CWE-862'),
    },
    hit: { source: 'AI.Process.Ingestion', flow: 'AI.Flow.Embedding', target: 'AI.Store.Vectors' },
    miss: {
      source: ['AI.Process.Ingestion', { keepsPermissions: 'Yes' }],
      flow: 'AI.Flow.Embedding',
      target: 'AI.Store.Vectors',
    },
  },
  {
    id: 'AI.VE3',
    title: 'Deleted or outdated documents live on in {target.Name}',
    category: 'VE',
    priority: 'Low',
    include: `source is 'AI.Process.Ingestion' and target is 'AI.Store.Vectors'`,
    exclude: `source.followsDeletions is 'Yes'`,
    description:
      'A document is withdrawn, corrected or must be erased by law, but its chunks stay in {target.Name} and are quoted as if they still held.',
    further: {
      PossibleMitigations:
        'Keep the id of the source with each chunk, delete and renew by it, compare index and sources on a schedule, and rebuild the index when the embedding model changes.',
      References: cite('LLM08:2025', 'LLM09:2025', 'CWE-212'),
    },
    hit: { source: 'AI.Process.Ingestion', flow: 'AI.Flow.Embedding', target: 'AI.Store.Vectors' },
    miss: {
      source: ['AI.Process.Ingestion', { followsDeletions: 'Yes' }],
      flow: 'AI.Flow.Embedding',
      target: 'AI.Store.Vectors',
    },
  },
  {
    id: 'AI.VE4',
    title: 'Text is recovered from the vectors in {target.Name}',
    category: 'VE',
    priority: 'Medium',
    include: `target is 'AI.Store.Vectors' and ${SENSITIVE}`,
    exclude: `target.accessRestricted is 'Yes'`,
    description:
      'Embeddings look like noise, but models turn them back into text that is close to the original. Whoever reads {target.Name}, its backups or its queries has the documents of {source.Name}.',
    further: {
      PossibleMitigations:
        'Protect vectors like the text that they were made from: the same class, the same limits of access, the same deletion. Keep the store off public networks and ask for credentials on every interface.',
      References: cite('LLM08:2025', 'AML.T0057', 'CWE-200'),
    },
    hit: {
      source: 'AI.Process.Ingestion',
      flow: ['AI.Flow.Embedding', { dataClassification: 'Confidential' }],
      target: 'AI.Store.Vectors',
    },
    miss: {
      source: 'AI.Process.Ingestion',
      flow: ['AI.Flow.Embedding', { dataClassification: 'Public' }],
      target: 'AI.Store.Vectors',
    },
  },
];
