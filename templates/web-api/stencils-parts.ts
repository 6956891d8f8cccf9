import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

/** Clients and services: what runs, on the devices of users and on our servers. */

const part = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id,
  name,
  description,
  parent: id.startsWith('WEB.Client.') ? 'WEB.Client' : 'WEB.Service',
  representation: 'Inherited',
  icon,
  attributes,
});

const CSRF = yesNo('csrfProtection', 'Rejects Forged Requests (CSRF)');
const OUTPUT = yesNo('encodesOutput', 'Encodes Output for Its Context');
const BOTS = yesNo('slowsBots', 'Slows Down Automated Use');
const OLD_VERSIONS = yesNo('oldVersionsRetired', 'Old and Unlisted Versions Retired');
const CORS = choice(
  'cors',
  'CORS Allows',
  'No other origins',
  'Listed origins',
  'Any origin',
  'Whatever origin asks',
);
const BOUND_FIELDS = choice(
  'boundFields',
  'Fields Taken From Requests',
  'Named fields only',
  'Whole objects',
);
const ANSWER_FIELDS = choice('answerFields', 'Fields Put Into Answers', 'Named fields only', 'Whole objects');

export const clients: readonly StencilSource[] = [
  part(
    'WEB.Client.Browser',
    'Web Browser',
    'browser',
    'Shows pages that a server renders. For an application that runs in the browser take Single-Page App.',
  ),
  part(
    'WEB.Client.SinglePageApp',
    'Single-Page App',
    'web-single-page',
    'Script that runs in the browser and calls APIs in the name of its user.',
    [
      choice('contentSecurityPolicy', 'Content Security Policy', 'Strict', 'Weak', 'None'),
      choice('thirdPartyScripts', 'Scripts of Others', 'None', 'Pinned by hash', 'Loaded as they are'),
      yesNo('holdsSecrets', 'Shared Keys in Its Code'),
    ],
  ),
  part(
    'WEB.Client.MobileApp',
    'Mobile App',
    'mobile',
    'An app on the phone or tablet of a user that calls your APIs.',
    [yesNo('holdsSecrets', 'Shared Keys in Its Code')],
  ),
];

export const services: readonly StencilSource[] = [
  part(
    'WEB.Service.WebApp',
    'Server-Rendered Web App',
    'web-application',
    'Makes pages on the server and handles their forms.',
    [OUTPUT, CSRF, BOTS],
  ),
  part(
    'WEB.Service.RestApi',
    'REST API',
    'web-service',
    'Resources that programs read and change over HTTP.',
    [
      BOUND_FIELDS,
      ANSWER_FIELDS,
      yesNo('limitsPages', 'Limits Page Size and Filters'),
      CSRF,
      CORS,
      BOTS,
      OLD_VERSIONS,
    ],
  ),
  part(
    'WEB.Service.GraphqlApi',
    'GraphQL API',
    'web-graph-api',
    'One endpoint at which callers write their own queries over a graph of types.',
    [
      BOUND_FIELDS,
      ANSWER_FIELDS,
      yesNo('limitsQueryCost', 'Limits Depth and Cost of Queries'),
      CSRF,
      CORS,
      BOTS,
      OLD_VERSIONS,
    ],
  ),
  part(
    'WEB.Service.GrpcService',
    'gRPC Service',
    'web-rpc-service',
    'Procedures with typed messages over HTTP/2, mostly called by other services.',
    [BOUND_FIELDS],
  ),
  part(
    'WEB.Service.WebSocket',
    'WebSocket Endpoint',
    'web-socket',
    'Keeps a connection to each client open and pushes messages both ways.',
    [yesNo('checksOrigin', 'Checks the Origin on Connecting')],
  ),
  part(
    'WEB.Service.Gateway',
    'API Gateway or BFF',
    'gateway',
    'The door to your APIs: checks, routes and limits calls, or keeps the tokens of a browser app.',
    [
      choice('forwardsIdentity', "Passes the Caller's Identity On As", 'Signed token', 'Plain header'),
      CSRF,
      CORS,
      BOTS,
    ],
  ),
  part(
    'WEB.Service.Proxy',
    'Reverse Proxy or WAF',
    'web-shield-proxy',
    'Ends TLS, filters or spreads requests and passes them on: reverse proxy, load balancer, firewall.',
    [yesNo('rejectsAmbiguous', 'Rejects Ambiguous Requests')],
  ),
  part(
    'WEB.Service.Cdn',
    'Content Delivery Network',
    'web-content-network',
    'Answers near the user from copies that all users share.',
    [yesNo('cachesPersonal', 'Caches Answers to Logged-In Users')],
  ),
  part(
    'WEB.Service.IdentityProvider',
    'Identity Provider',
    'identity',
    'Your own service that logs people in and issues tokens (OAuth, OpenID Connect).',
    [
      choice(
        'codeProtection',
        'Code Flow Protected By',
        'PKCE and exact redirects',
        'One of the two',
        'Neither',
      ),
      choice('tokenLifetime', 'Access Tokens Live', 'Minutes', 'Hours', 'Days or longer'),
      yesNo('slowsGuessing', 'Slows Down Password Guessing'),
      choice('secondFactor', 'Second Factor of Users', 'For everybody', 'For those who want it', 'None'),
    ],
  ),
  part(
    'WEB.Service.WebhookReceiver',
    'Webhook Receiver',
    'web-hook-receiver',
    'An address that other systems call when something has happened there.',
    [choice('eventChecks', 'Checks of Each Event', 'Signature and time', 'Signature only', 'Neither')],
  ),
  part(
    'WEB.Service.Worker',
    'Background Worker',
    'worker',
    'Handles jobs or messages without anybody waiting for an answer.',
    [
      yesNo('safeParsing', 'Parses With Safe, Limited Parsers'),
      yesNo('handlesRepeats', 'Copes With Repeated and Failing Messages'),
    ],
  ),
  part(
    'WEB.Service.ScheduledImport',
    'Scheduled Import',
    'web-import',
    'Fetches or takes in files and feeds of others at set times.',
    [yesNo('safeParsing', 'Parses With Safe, Limited Parsers')],
  ),
  part(
    'WEB.Service.AdminConsole',
    'Admin Console',
    'web-admin-console',
    'Pages with which your own people run the system and see the data of everybody.',
    [
      choice('adminReach', 'Reachable From', 'Internal network', 'VPN or trusted devices', 'Internet'),
      OUTPUT,
      CSRF,
    ],
  ),
];
