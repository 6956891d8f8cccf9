import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/** Generic stencils: the questions that hold for everything below them. Rules read all of them, see `threats-*.ts`. */

export const COMPUTE = 'AWS.Compute';
export const ENTRY = 'AWS.Entry';
export const CONTROL = 'AWS.Control';
export const STORE = 'AWS.Store';
export const MESSAGING = 'AWS.Messaging';
export const EXTERNAL = 'AWS.External';
export const FLOW = 'AWS.Flow';
export const BORDER = 'AWS.Border';
export const LINE = 'AWS.Line';

const ENCRYPTION = choice(
  'encryption',
  'Encrypted at Rest With',
  'Customer managed key',
  'AWS managed key',
  'Nothing',
);

export const genericStencils: readonly StencilSource[] = [
  {
    id: COMPUTE,
    name: 'Generic Workload',
    description:
      'Code of yours that runs in AWS with the rights of an IAM role. Take a specific one if it fits.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      choice(
        'roleRights',
        'Rights of Its IAM Role',
        'Only what it needs',
        'Wildcards or broad managed policies',
        'Administrator',
      ),
      choice(
        'secretsFrom',
        'Gets Secrets From',
        'No secrets',
        'Secrets Manager or Parameter Store',
        'Environment variables',
        'Code or image',
      ),
      yesNo('checksAccess', 'Checks Each Caller’s Right to Each Record'),
      yesNo('validatesInput', 'Validates All It Receives, Events Included'),
      choice('fetchesUrls', 'Fetches Addresses Given by Callers', 'No', 'Allowed hosts only', 'Any address'),
      choice('outbound', 'Outbound Traffic', 'Known destinations only', 'Open'),
      yesNo('scanned', 'Code and Dependencies Scanned'),
    ],
  },
  {
    id: ENTRY,
    name: 'Generic Entry Point',
    description: 'What takes requests from outside and passes them on: an API front, a load balancer, a CDN.',
    representation: 'Ellipse',
    icon: 'gateway',
    attributes: [
      choice(
        'authorizer',
        'Authorizes Callers With',
        'Tokens of an identity provider',
        'IAM signatures',
        'Mutual TLS',
        'API keys only',
        'The service behind it',
        'Nothing, public content',
      ),
      yesNo('waf', 'AWS WAF in Front'),
      yesNo('throttling', 'Requests Limited per Caller'),
    ],
  },
  {
    id: CONTROL,
    name: 'Generic Security Service',
    description: 'A service that others trust: identities, roles, keys, secrets, logs. Take a specific one.',
    representation: 'Ellipse',
    icon: 'engine',
    attributes: [
      choice('changeRights', 'Who May Change It', 'Named administrators, via pipeline', 'Any administrator'),
    ],
  },
  {
    id: STORE,
    name: 'Generic Data Store',
    description: 'Where data rests: a bucket, a table, a database, a file system.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      choice(
        'publicAccess',
        'Public Access',
        'Blocked for the account',
        'Possible',
        'Intended, public content only',
      ),
      choice(
        'accessGrants',
        'Access Policy',
        'Named roles only',
        'Whole account',
        'Other accounts or wildcards',
      ),
      ENCRYPTION,
      choice('backup', 'Backups', 'Out of reach of its account', 'In the same account', 'None', 'Not needed'),
      yesNo('accessLogged', 'Reads and Writes Are Logged'),
    ],
  },
  {
    id: MESSAGING,
    name: 'Generic Messaging Service',
    description: 'Takes messages or events and hands them on: a queue, a topic, a bus, a stream.',
    representation: 'ParallelLines',
    icon: 'queue',
    attributes: [
      choice('sendersLimited', 'Who May Send', 'Named principals', 'Whole account', 'Anybody'),
      ENCRYPTION,
      yesNo('deadLetter', 'Failed Messages Go to a Watched Dead-Letter Queue'),
      yesNo('repeatsHandled', 'Consumers Cope With Repeats and Wrong Order'),
    ],
  },
  {
    id: EXTERNAL,
    name: 'Generic External Party',
    description: 'A person or system that you do not run in this account.',
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
        'IAM signature',
        'Identity token',
        'Mutual TLS',
        'Message signature',
        'Shared key or password',
        'Nothing',
      ),
      choice('path', 'Network Path', 'VPC endpoint or private link', 'Inside the VPC', 'Public endpoint'),
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
