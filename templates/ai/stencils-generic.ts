import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';
import { ENCRYPTED, TRUST } from './attributes.ts';

export const PROCESS = 'AI.Process';
export const STORE = 'AI.Store';
export const EXTERNAL = 'AI.External';
export const FLOW = 'AI.Flow';
export const BORDER = 'AI.Border';
export const LINE = 'AI.Line';

export const genericStencils: readonly StencilSource[] = [
  {
    id: PROCESS,
    name: 'AI Component',
    description:
      'Code that runs as a part of the system. Take a specific stencil below it where there is one.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      choice('callers', 'Callers Are Known As', 'User or workload', 'Holder of a shared key', 'Nobody'),
      yesNo('limitsUse', 'Limits Rate, Size and Cost per Caller'),
    ],
  },
  {
    id: STORE,
    name: 'Data Store',
    description: 'A place where prompts, knowledge, models or records rest.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      yesNo('accessRestricted', 'Access Only for Those Who Need It'),
      yesNo('integrityProtected', 'Silent Changes Are Noticed'),
    ],
  },
  {
    id: EXTERNAL,
    name: 'External Party',
    description: 'A person, a system or a source of content that you do not control.',
    representation: 'Rectangle',
    icon: 'external',
    attributes: [choice('trust', TRUST, 'Trusted', 'Untrusted')],
  },
  {
    id: FLOW,
    name: 'Data Flow',
    description:
      'Data on its way. Draw an answer as a flow of its own: most weaknesses of what a model says lie there.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
      choice('encrypted', ENCRYPTED, 'Yes', 'No', 'Not Applicable'),
      yesNo('authenticated', 'Both Ends Authenticated'),
      choice('contentTrust', 'Trust in the Content', 'Trusted', 'Untrusted'),
      yesNo('redacted', 'Personal Data and Secrets Redacted'),
    ],
  },
  {
    id: BORDER,
    name: 'Trust Border Boundary',
    description: 'An area within which elements trust each other more than what is outside.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: LINE,
    name: 'Trust Line Boundary',
    description: 'A line where trust changes: what comes across it was made by somebody less trusted.',
    representation: 'LineBoundary',
    icon: 'boundary-line',
  },
  {
    id: 'GE.A',
    name: 'Free Text Annotation',
    description: 'A note on the diagram. It takes no part in the analysis.',
    representation: 'Annotation',
  },
];
