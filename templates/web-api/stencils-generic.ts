import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';

/**
 * Generic stencils of the web template. A client is code on a device that its user controls; a service is code
 * that we run. Every question starts at "Not Selected": nobody has looked yet.
 */

export const asked = (name: string, label: string): AttributeSource => ({
  name,
  label,
  values: ['Not Selected', 'Yes', 'No'],
});

export const choice = (name: string, label: string, ...values: readonly string[]): AttributeSource => ({
  name,
  label,
  values: ['Not Selected', ...values],
});

export const genericStencils: readonly StencilSource[] = [
  {
    id: 'WEB.Client',
    name: 'Client',
    description: 'Code on a device of its user, who can read it, change it or do without it.',
    representation: 'Ellipse',
    icon: 'web-client',
    attributes: [
      choice(
        'tokenStorage',
        'Where It Keeps Tokens',
        'Memory only',
        'HttpOnly cookie',
        'Platform keystore',
        'Readable storage',
      ),
    ],
  },
  {
    id: 'WEB.Service',
    name: 'Service',
    description: 'Code that you run on a server and that handles requests, messages or jobs.',
    representation: 'Ellipse',
    icon: 'process',
    attributes: [
      asked('authenticatesCallers', 'Authenticates Every Caller'),
      asked('verifiesTokens', 'Verifies Signature, Issuer, Audience and Expiry of Tokens'),
      asked('objectAuthorization', 'Checks Rights per Object'),
      asked('functionAuthorization', 'Checks Rights per Function'),
      asked('validatesInput', 'Validates Input Against a Schema'),
      choice('queries', 'Builds Queries With', 'Bound parameters', 'Joined text'),
      asked('limitsLoad', 'Limits Rate and Size of Requests'),
      choice(
        'fetchesUrls',
        'Fetches Addresses Given by Callers',
        'Never',
        'Listed hosts only',
        'Any address',
      ),
      asked('hidesErrors', 'Hides Internal Errors'),
      asked('securityLog', 'Logs Security Events'),
      asked('dependenciesCurrent', 'Dependencies Scanned and Updated'),
    ],
  },
  {
    id: 'WEB.Store',
    name: 'Data Store',
    description: 'A place where data rests; take a specific store below it where there is one.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      asked('encryptedAtRest', 'Encrypted at Rest'),
      asked('accessRestricted', 'Own Account With Least Rights per Caller'),
      choice(
        'tenantSeparation',
        'Keeps Tenants Apart',
        'Enforced by the store',
        'By the application only',
        'Not at all',
        'One tenant only',
      ),
    ],
  },
  {
    id: 'WEB.External',
    name: 'External Interactor',
    description: 'A person or a system that you do not run and that talks to what you run.',
    representation: 'Rectangle',
    icon: 'external',
  },
  {
    id: 'WEB.Flow',
    name: 'Data Flow',
    description: 'A request or data on its way. Draw it from the side that starts it.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
      asked('encrypted', 'Encrypted in Transit'),
      choice(
        'callerIdentity',
        'Caller Identified By',
        'Nothing',
        'API key',
        'Session cookie',
        'Bearer token',
        'Bound token or mutual TLS',
        'Signature',
      ),
      asked('credentialScoped', 'Credential Scoped and Rotated'),
      asked('secretsInUrl', 'Secrets or Personal Data in the Address'),
    ],
  },
  {
    id: 'WEB.Border',
    name: 'Trust Border',
    description: 'An area within which elements trust each other more than what is outside.',
    representation: 'BorderBoundary',
    icon: 'boundary-border',
  },
  {
    id: 'WEB.Line',
    name: 'Trust Line',
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
