import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/**
 * Generic stencils of the web template. A client is code on a device that its user controls; a service is code
 * that we run. Every question starts at "Not Selected": nobody has looked yet.
 */

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
      yesNo('authenticatesCallers', 'Authenticates Every Caller'),
      yesNo('verifiesTokens', 'Verifies Signature, Issuer, Audience and Expiry of Tokens'),
      yesNo('objectAuthorization', 'Checks Rights per Object'),
      yesNo('functionAuthorization', 'Checks Rights per Function'),
      yesNo('validatesInput', 'Validates Input Against a Schema'),
      choice('queries', 'Builds Queries With', 'Bound parameters', 'Joined text'),
      yesNo('limitsLoad', 'Limits Rate and Size of Requests'),
      choice(
        'fetchesUrls',
        'Fetches Addresses Given by Callers',
        'Never',
        'Listed hosts only',
        'Any address',
      ),
      yesNo('hidesErrors', 'Hides Internal Errors'),
      yesNo('securityLog', 'Logs Security Events'),
      yesNo('dependenciesCurrent', 'Dependencies Scanned and Updated'),
    ],
  },
  {
    id: 'WEB.Store',
    name: 'Data Store',
    description: 'A place where data rests; take a specific store below it where there is one.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [
      yesNo('encryptedAtRest', 'Encrypted at Rest'),
      yesNo('accessRestricted', 'Own Account With Least Rights per Caller'),
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
      yesNo('encrypted', 'Encrypted in Transit'),
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
      yesNo('credentialScoped', 'Credential Scoped and Rotated'),
      yesNo('secretsInUrl', 'Secrets or Personal Data in the Address'),
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
