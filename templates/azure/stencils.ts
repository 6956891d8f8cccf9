import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/**
 * Generic stencils of the Azure template, with the questions that hold for all below them. A question starts at
 * "Not Selected": nobody has looked yet.
 */

export const COMPUTE = 'AZ.Compute';
export const EDGE = 'AZ.Edge';
export const STORE = 'AZ.Store';
export const CONTROL = 'AZ.Control';
export const EXTERNAL = 'AZ.External';
export const FLOW = 'AZ.Flow';
export const AREA = 'AZ.Area';
export const LINE = 'AZ.Line';

export const ENCRYPTED = 'Encrypted in Transit';

/** How far the roles of an identity reach: a workload's, a pipeline's, or that of an identity drawn by itself. */
export const IDENTITY_RIGHTS = choice(
  'identityRights',
  'Reach of Its Azure Roles',
  'Single resources',
  'Resource group',
  'Subscription or more',
);

const LOGS = yesNo('diagnosticLogs', 'Sends Diagnostic Logs to a Workspace');

export const genericStencils: readonly StencilSource[] = [
  {
    id: COMPUTE,
    name: 'Azure Workload',
    description: 'Your code or workflow on Azure. Take a specific stencil below it where there is one.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      yesNo('authenticatesCallers', 'Authenticates Its Callers'),
      yesNo('checksPermissions', 'Checks Permission on Each Request'),
      yesNo('validatesInput', 'Validates Input'),
      yesNo('fetchesUrls', 'Fetches Addresses Given by Callers'),
      choice(
        'outboundIdentity',
        'Signs In to Other Azure Services With',
        'Managed identity',
        'Secret or certificate of an app',
        'Keys or connection strings',
      ),
      IDENTITY_RIGHTS,
      choice('ingress', 'Accepts Connections From', 'Gateway only', 'Virtual network only', 'Any address'),
      choice('egress', 'Outbound Traffic', 'Through a firewall', 'Unrestricted'),
      yesNo('limitsLoad', 'Limits Requests, Scale and Spending'),
      LOGS,
    ],
  },
  {
    id: EDGE,
    name: 'Azure Entry Point',
    description:
      'Takes requests from outside and passes them on. Take a specific stencil where there is one.',
    representation: 'Ellipse',
    icon: 'gateway',
    attributes: [
      choice('waf', 'Web Application Firewall', 'Prevention mode', 'Detection mode', 'None'),
      yesNo('limitsLoad', 'Limits Requests, Scale and Spending'),
      yesNo('domainsWatched', 'Dangling DNS Records Are Looked For'),
      LOGS,
    ],
  },
  {
    id: STORE,
    name: 'Azure Data Service',
    description: 'A managed service that keeps data, messages, secrets, images or logs.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      choice(
        'networkAccess',
        'Public Network Access',
        'Disabled, private endpoint only',
        'Selected networks',
        'All networks',
      ),
      choice('localAuth', 'Access Keys and Local Logins', 'Disabled', 'Enabled'),
      choice(
        'roleScope',
        'Data Roles Granted',
        'Per workload, least privilege',
        'Broad roles or account keys',
      ),
      choice('encryptionKeys', 'Keys for Encryption at Rest', 'Customer-managed', 'Platform-managed'),
      choice(
        'recovery',
        'Recovery After Deletion or Encryption',
        'Soft delete and locked backup',
        'Backup that administrators can delete',
        'None',
      ),
      LOGS,
    ],
  },
  {
    id: CONTROL,
    name: 'Azure Control Service',
    description: 'A service that governs others: who may sign in, what is deployed, what is watched.',
    representation: 'Ellipse',
    icon: 'engine',
  },
  {
    id: EXTERNAL,
    name: 'External Party',
    description: 'A person or a system outside your Azure environment that starts or receives a flow.',
    representation: 'Rectangle',
    icon: 'external',
    attributes: [
      choice('mfa', 'Multi-Factor Authentication', 'Phishing-resistant', 'Code or approval', 'None'),
    ],
  },
  {
    id: FLOW,
    name: 'Azure Data Flow',
    description: 'Data or a command on its way from one element to another, where no specific flow fits.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
      yesNo('encrypted', ENCRYPTED),
      choice(
        'signIn',
        'Caller Signs In With',
        'Managed identity',
        'Entra ID token',
        'Client certificate',
        'Key, password or SAS',
        'Nothing',
      ),
      yesNo('filtered', 'Limited by a Security Group or Firewall Rule'),
    ],
  },
  {
    id: AREA,
    name: 'Azure Trust Area',
    description: 'An area within which elements trust each other more than what is outside.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: LINE,
    name: 'Azure Trust Line',
    description: 'A line where trust changes: what comes across it is less trusted.',
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

/** Below a generic stencil, drawn as it is. */
export const below =
  (parent: string) =>
  (
    id: string,
    name: string,
    icon: string,
    description: string,
    ...attributes: readonly AttributeSource[]
  ): StencilSource => ({ id, name, description, parent, representation: 'Inherited', icon, attributes });
