import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, fixed, yesNo } from '../author.ts';

/** What is around the parts: stores, people and other systems, data flows and boundaries. */

const below = (
  parent: string,
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({ id, name, description, parent, representation: 'Inherited', icon, attributes });

const encrypted = (value: 'Yes' | 'No'): AttributeSource => fixed('encrypted', 'Encrypted in Transit', value);

const STORE = 'WEB.Store';
const EXTERNAL = 'WEB.External';
const FLOW = 'WEB.Flow';
const BORDER = 'WEB.Border';

const FALLBACK = yesNo('fallback', 'Calls Have Timeouts and a Fallback');
const ANSWERS = yesNo('answersChecked', 'What It Sends Is Validated');
const PROOF = choice(
  'provesIdentity',
  'Proves Who It Is With',
  'Nothing',
  'Password',
  'API key',
  'Password and second factor',
  'Passkey',
  'Client certificate',
);

export const stores: readonly StencilSource[] = [
  below(STORE, 'WEB.Store.SqlDatabase', 'SQL Database', 'database', 'A relational database.'),
  below(
    STORE,
    'WEB.Store.NoSqlDatabase',
    'NoSQL Database',
    'nosql',
    'A document, key-value, graph or column store.',
  ),
  below(
    STORE,
    'WEB.Store.SearchIndex',
    'Search Index',
    'web-search-index',
    'Copies of data, prepared for search in full text.',
  ),
  below(STORE, 'WEB.Store.Cache', 'Cache', 'cache', 'Copies of data that are kept near for speed.'),
  below(
    STORE,
    'WEB.Store.SessionStore',
    'Session Store',
    'web-session-store',
    'Who is logged in: session identifiers with what belongs to them.',
    [
      yesNo('renewsSession', 'New Identifier at Log-In'),
      yesNo('endsSession', 'Sessions End When Idle, Old or Logged Out'),
    ],
  ),
  below(
    STORE,
    'WEB.Store.FileStore',
    'File Upload Store',
    'object-storage',
    'Files of users, on a disk or in buckets that are reached over HTTP.',
    [choice('publicAccess', 'Files Reachable By', 'The application only', 'Signed links', 'Everybody')],
  ),
  below(
    STORE,
    'WEB.Store.Broker',
    'Message Broker',
    'queue',
    'Holds messages or events until somebody takes them.',
  ),
  below(
    STORE,
    'WEB.Store.Secrets',
    'Secrets Store',
    'vault',
    'A vault for keys, passwords and certificates.',
    [yesNo('rotatesSecrets', 'Secrets Are Rotated')],
  ),
  below(STORE, 'WEB.Store.Log', 'Log Store', 'web-log-store', 'Events for search, alarms and evidence.', [
    yesNo('appendOnly', 'Writers Cannot Change or Delete'),
    yesNo('redacted', 'Secrets and Personal Data Left Out'),
  ]),
];

export const externals: readonly StencilSource[] = [
  below(EXTERNAL, 'WEB.External.User', 'User', 'user', 'A person who uses the system from outside.', [PROOF]),
  below(
    EXTERNAL,
    'WEB.External.Administrator',
    'Administrator',
    'administrator',
    'One of your own people with more rights than a user has: operations, support, moderation.',
    [PROOF],
  ),
  below(
    EXTERNAL,
    'WEB.External.Partner',
    'Partner System',
    'web-partner',
    'A system of a known organisation that calls your API, or that you call, under a contract.',
    [PROOF, ANSWERS],
  ),
  below(
    EXTERNAL,
    'WEB.External.Attacker',
    'Attacker',
    'attacker',
    'Somebody with bad intent, to show a path of attack on the diagram.',
  ),
  below(
    EXTERNAL,
    'WEB.External.ThirdPartyApi',
    'Third-Party API',
    'external-service',
    'A service of somebody else that you call: mail, maps, text messages, data.',
    [ANSWERS, FALLBACK],
  ),
  below(
    EXTERNAL,
    'WEB.External.PaymentProvider',
    'Payment Provider',
    'web-payment',
    'A service of somebody else that takes payments for you.',
    [yesNo('resultConfirmed', 'Result Confirmed From Server to Server'), FALLBACK],
  ),
  below(
    EXTERNAL,
    'WEB.External.LogInService',
    'External Log-In Service',
    'identity-external',
    'An identity provider of somebody else: a social log-in, or that of a customer.',
    [
      choice(
        'codeProtection',
        'Code Flow Protected By',
        'PKCE and exact redirects',
        'One of the two',
        'Neither',
      ),
      FALLBACK,
    ],
  ),
];

export const flows: readonly StencilSource[] = [
  below(
    FLOW,
    'WEB.Flow.Https',
    'HTTPS',
    'https',
    'HTTP over TLS, with the server known by its certificate.',
    [encrypted('Yes')],
  ),
  below(
    FLOW,
    'WEB.Flow.Http',
    'HTTP',
    'http',
    'HTTP without TLS: readable and changeable by whoever sits between.',
    [encrypted('No')],
  ),
  below(
    FLOW,
    'WEB.Flow.WebSocket',
    'WebSocket',
    'web-socket-flow',
    'Messages both ways over one connection.',
  ),
  below(FLOW, 'WEB.Flow.Grpc', 'gRPC', 'grpc', 'Remote calls over HTTP/2.'),
  below(FLOW, 'WEB.Flow.Query', 'Database Query', 'web-query', 'SQL or another query, and its result.'),
  below(FLOW, 'WEB.Flow.Message', 'Message', 'message', 'A message put to a broker or taken from it.'),
  below(FLOW, 'WEB.Flow.FileUpload', 'File Upload', 'web-upload', 'Files that somebody outside has made.', [
    yesNo('uploadChecked', 'Size, Type and Content Checked'),
  ]),
  below(
    FLOW,
    'WEB.Flow.Redirect',
    'Redirect',
    'web-redirect',
    'The browser is sent on to another address, as in a log-in or a payment.',
    [
      choice(
        'redirectTarget',
        'Where It Leads',
        'Fixed address',
        'Listed addresses',
        'Address in the request',
      ),
    ],
  ),
  below(
    FLOW,
    'WEB.Flow.Webhook',
    'Webhook Call',
    'web-hook',
    'A call that reports an event to a subscriber.',
  ),
];

export const boundaries: readonly StencilSource[] = [
  below(
    'WEB.Line',
    'WEB.Line.Internet',
    'Internet Boundary',
    'boundary-internet',
    'Beyond it is the internet.',
  ),
  below(
    BORDER,
    'WEB.Border.Device',
    "User's Device",
    'web-boundary-device',
    'What runs on a device that its user controls.',
  ),
  below(
    BORDER,
    'WEB.Border.Dmz',
    'Public Zone (DMZ)',
    'web-boundary-dmz',
    'What can be reached from the internet.',
  ),
  below(
    BORDER,
    'WEB.Border.Internal',
    'Internal Network',
    'boundary-network',
    'What only your own systems can reach.',
  ),
  below(
    BORDER,
    'WEB.Border.Tenant',
    'Tenant',
    'web-boundary-tenant',
    'What belongs to one customer among several.',
  ),
];
