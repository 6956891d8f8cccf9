import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';
import { CONTROL, ENTRY, WORKLOAD } from './stencils.ts';

const INGRESS = choice('ingress', 'Ingress', 'Internal, or load balancer only', 'All');
const INVOKERS = choice('invokers', 'Who May Invoke It', 'Named principals', 'allUsers');

/** What runs code, what takes requests, and what everything else trusts. */
export const computeStencils: readonly StencilSource[] = [
  {
    id: 'GCP.Workload.CloudRun',
    name: 'Cloud Run Service or Job',
    description:
      'Containers that Google starts for requests or jobs. Its run.app address is public unless limited.',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'container',
    attributes: [INGRESS, INVOKERS, yesNo('instancesLimited', 'Number of Instances Limited')],
  },
  {
    id: 'GCP.Workload.Function',
    name: 'Cloud Run Function',
    description: 'A function that runs for each request or event (formerly Cloud Functions).',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'function',
    attributes: [INGRESS, INVOKERS, yesNo('instancesLimited', 'Number of Instances Limited')],
  },
  {
    id: 'GCP.Workload.GKE',
    name: 'GKE Workload',
    description: 'Pods of one service in a GKE cluster.',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'cluster-workload',
    attributes: [
      yesNo('workloadIdentity', 'Workload Identity Federation for GKE'),
      choice('controlPlane', 'Control Plane Reachable From', 'Private or authorized networks', 'Internet'),
    ],
  },
  {
    id: 'GCP.Workload.ComputeEngine',
    name: 'Compute Engine Instance',
    description: 'A virtual machine, or a managed group of equal ones. You patch the operating system.',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'host',
    attributes: [
      choice(
        'administration',
        'Administered Through',
        'OS Login and IAP tunnel',
        'SSH keys in metadata',
        'SSH or RDP open to the internet',
      ),
      yesNo('patched', 'Patched or Replaced Automatically'),
    ],
  },
  {
    id: 'GCP.Workload.Data',
    name: 'Dataflow or Dataproc Job',
    description: 'A pipeline that moves and transforms data.',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'os-process',
  },
  {
    id: 'GCP.Workload.Build',
    name: 'Cloud Build',
    description: 'Builds, tests and deploys inside Google Cloud, as a service account.',
    parent: WORKLOAD,
    representation: 'Ellipse',
    icon: 'pipeline',
    attributes: [
      choice(
        'buildsStrangers',
        'Builds Pull Requests of Strangers',
        'No',
        'Without rights and secrets',
        'Yes',
      ),
    ],
  },
  {
    id: 'GCP.Entry.LoadBalancer',
    name: 'Load Balancer',
    description: 'Cloud Load Balancing, with or without Cloud CDN.',
    parent: ENTRY,
    representation: 'Ellipse',
    icon: 'load-balancer',
  },
  {
    id: 'GCP.Entry.ApiGateway',
    name: 'API Gateway or Apigee',
    description: 'A managed front for APIs.',
    parent: ENTRY,
    representation: 'Ellipse',
    icon: 'web-service',
  },
  {
    id: 'GCP.Control.IdentityPlatform',
    name: 'Identity Platform or Firebase Authentication',
    description: 'Signs your customers up and in, and issues their tokens.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'identity',
    attributes: [choice('mfa', 'Second Factor', 'Required or passkeys', 'Optional', 'Off')],
  },
  {
    id: 'GCP.Control.ServiceAccount',
    name: 'Service Account',
    description: 'An identity for code. Draw those that others impersonate or hold keys for.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'role',
    attributes: [
      choice('keys', 'Keys That You Manage', 'None, forbidden by policy', 'None today', 'Exist'),
      choice(
        'impersonators',
        'Who May Act As It',
        'Named principals on this account',
        'Principals of the whole project',
      ),
      choice('grants', 'Its Roles', 'Narrow, on single resources', 'On the whole project', 'Owner or Editor'),
    ],
  },
  {
    id: 'GCP.Control.IdentityPool',
    name: 'Workload Identity Pool',
    description: 'Exchanges tokens of another identity provider (CI service, other cloud) for Google tokens.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'identity-external',
    attributes: [
      choice('condition', 'Attribute Condition', 'Repository or subject', 'Organization only', 'None'),
    ],
  },
  {
    id: 'GCP.Control.Policy',
    name: 'Project or Folder Policy',
    description:
      'IAM and organization policy of a project, folder or the organization. Grants here are inherited below.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'configuration',
    attributes: [yesNo('guardrails', 'Organization Policies Limit What Can Be Set')],
  },
  {
    id: 'GCP.Control.KMS',
    name: 'Cloud KMS Key',
    description: 'A customer managed key. Whoever may use it reads what it encrypts.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'encryption-key',
    attributes: [
      choice('keyDuties', 'Users and Administrators of the Key', 'Apart, key in another project', 'The same'),
      yesNo('destroyGuarded', 'Destruction Delayed and Alarmed'),
    ],
  },
  {
    id: 'GCP.Control.Secrets',
    name: 'Secret Manager',
    description: 'Keeps passwords, tokens and keys and hands them to service accounts.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'vault',
    attributes: [
      choice(
        'secretReaders',
        'Each Secret Readable By',
        'Accounts that need it',
        'Principals of the whole project',
      ),
      yesNo('rotation', 'Secrets Rotated'),
    ],
  },
  {
    id: 'GCP.Control.Metadata',
    name: 'Metadata Server',
    description: 'metadata.google.internal: hands code the token of the service account it runs as.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'metadata',
  },
  {
    id: 'GCP.Control.AuditLogs',
    name: 'Cloud Audit Logs',
    description: 'Records who called which API. Admin activity is always on, reads of data are not.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'audit-trail',
    attributes: [
      choice('sink', 'Kept In', 'Locked bucket of another project', 'The same project'),
      yesNo('dataAccess', 'Data Access Logs On for Services That Matter'),
    ],
  },
  {
    id: 'GCP.Control.Monitoring',
    name: 'Cloud Logging and Monitoring',
    description: 'Logs, metrics and alerts of the workloads.',
    parent: CONTROL,
    representation: 'Ellipse',
    icon: 'metrics',
    attributes: [
      yesNo('alarms', 'Security Events Alert Somebody Who Answers'),
      yesNo('logsClean', 'Sensitive Data Kept Out of Logs'),
    ],
  },
];
