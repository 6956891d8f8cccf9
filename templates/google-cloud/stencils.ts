import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/** Generic stencils: the questions that hold for everything below them. Rules read all of them, see `threats-*.ts`. */

export const WORKLOAD = 'GCP.Workload';
export const ENTRY = 'GCP.Entry';
export const CONTROL = 'GCP.Control';
export const STORE = 'GCP.Store';
export const MESSAGING = 'GCP.Messaging';
export const EXTERNAL = 'GCP.External';
export const FLOW = 'GCP.Flow';
export const BORDER = 'GCP.Border';
export const LINE = 'GCP.Line';

export const genericStencils: readonly StencilSource[] = [
  {
    id: WORKLOAD,
    name: 'Generic Workload',
    description: 'Code of yours that runs as a service account. Take a specific one if it fits.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      choice(
        'runsAs',
        'Runs As',
        'Service account of its own',
        'Default service account',
        'Key file of a service account',
      ),
      choice(
        'grants',
        'Roles of Its Service Account',
        'Narrow, on single resources',
        'On the whole project',
        'Owner or Editor',
      ),
      choice(
        'secretsFrom',
        'Gets Secrets From',
        'No secrets',
        'Secret Manager',
        'Environment variables',
        'Code or image',
      ),
      yesNo('checksAccess', 'Checks Each Caller’s Right to Each Record'),
      yesNo('validatesInput', 'Validates All It Receives, Events Included'),
      choice('fetchesUrls', 'Fetches Addresses Given by Callers', 'No', 'Allowed hosts only', 'Any address'),
      choice('egress', 'Outbound Traffic', 'Through the VPC, known destinations', 'Open'),
      yesNo('scanned', 'Code and Dependencies Scanned'),
    ],
  },
  {
    id: ENTRY,
    name: 'Generic Entry Point',
    description:
      'What takes requests from outside and passes them on: a load balancer, an API gateway, a proxy.',
    representation: 'Ellipse',
    icon: 'gateway',
    attributes: [
      choice(
        'authorizer',
        'Authorizes Callers With',
        'Identity-Aware Proxy',
        'Tokens of an identity provider',
        'API keys only',
        'The service behind it',
        'Nothing, public content',
      ),
      yesNo('armor', 'Cloud Armor in Front'),
      yesNo('rateLimited', 'Requests Limited per Caller'),
    ],
  },
  {
    id: CONTROL,
    name: 'Generic Security Service',
    description:
      'A service that others trust: identities, keys, secrets, policies, logs. Take a specific one.',
    representation: 'Ellipse',
    icon: 'engine',
  },
  {
    id: STORE,
    name: 'Generic Data Store',
    description: 'Where data rests. Google encrypts all of them; the question is who holds the key.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      choice(
        'accessGrants',
        'Roles Granted To',
        'Named principals on this resource',
        'Principals of the whole project',
        'allUsers or allAuthenticatedUsers',
      ),
      choice('keyHolder', 'Encryption Key', 'Customer managed (CMEK)', 'Google managed'),
      choice('backup', 'Backups', 'Locked, in another project', 'In the same project', 'None', 'Not needed'),
      yesNo('readsLogged', 'Data Access Logs On'),
    ],
  },
  {
    id: MESSAGING,
    name: 'Generic Messaging Service',
    description: 'Takes messages or events and delivers them: a topic, a trigger, a task queue.',
    representation: 'ParallelLines',
    icon: 'queue',
    attributes: [
      choice(
        'publishers',
        'Who May Publish',
        'Named service accounts',
        'Principals of the whole project',
        'Anybody',
      ),
      choice(
        'pushToken',
        'Deliveries Carry',
        'OIDC token of a service account',
        'Nothing',
        'No pushes, consumers pull',
      ),
      yesNo('deadLetter', 'Failed Messages Go to a Watched Dead-Letter Topic'),
    ],
  },
  {
    id: EXTERNAL,
    name: 'Generic External Party',
    description: 'A person or system that does not run in your projects.',
    representation: 'Rectangle',
    icon: 'external',
  },
  {
    id: FLOW,
    name: 'Generic Data Flow',
    description:
      'Data, events or commands on their way. Take a specific one: it answers the encryption question.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
      choice('encrypted', 'Encrypted in Transit', 'Yes', 'No'),
      choice(
        'callerProof',
        'Caller Proven By',
        'Google identity (IAM)',
        'Identity token',
        'Message signature',
        'API key or password',
        'Nothing',
      ),
      choice(
        'apiPath',
        'Google APIs Reached Through',
        'Restricted address, inside a perimeter',
        'Private Google Access',
        'Public endpoint',
      ),
    ],
  },
  {
    id: BORDER,
    name: 'Generic Border Boundary',
    description: 'Encloses what is trusted alike. Take a specific one: rules ask for it.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: LINE,
    name: 'Generic Line Boundary',
    description: 'A line between areas that do not trust each other.',
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
