import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/** Generic stencils with the questions that hold for everything below them. */
export const genericStencils: readonly StencilSource[] = [
  {
    id: 'K8S.Process',
    name: 'Generic Process',
    description: 'Code that runs in the cluster or works on it; take a specific stencil where there is one.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      yesNo('authenticatesCallers', 'Callers Authenticated'),
      choice(
        'rbac',
        'RBAC Permissions',
        'None',
        'Named resources in its namespace',
        'Whole cluster',
        'Cluster admin or wildcards',
      ),
      yesNo('patched', 'Patched Promptly'),
    ],
  },
  {
    id: 'K8S.Store',
    name: 'Generic Store',
    description: 'A place where data, settings, images or credentials rest.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      yesNo('encryptedAtRest', 'Encrypted at Rest'),
      yesNo('accessLimited', 'Access Limited to Those Who Need It'),
      yesNo('backedUp', 'Backed Up and Restored on Trial'),
    ],
  },
  {
    id: 'K8S.External',
    name: 'Generic External Interactor',
    description: 'A person or a system outside the cluster that uses it or is used by it.',
    representation: 'Rectangle',
    icon: 'external',
  },
  {
    id: 'K8S.Flow',
    name: 'Generic Data Flow',
    description: 'Any call, data or artefact on its way from one element to another.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
      choice('encrypted', 'Encrypted in Transit', 'Yes', 'No', 'Not Applicable'),
      choice('authenticated', 'Ends Authenticated', 'Both', 'Server only', 'Neither'),
      yesNo('networkPolicy', 'All Else Denied by Network Policy'),
    ],
  },
  {
    id: 'K8S.Boundary',
    name: 'Generic Border Boundary',
    description: 'An area whose elements trust each other more than what is outside.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: 'K8S.Line',
    name: 'Generic Line Boundary',
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
