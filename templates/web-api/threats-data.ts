import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at, CALLER, CROSSES, REQUEST, SENSITIVE, source, target } from './filters.ts';

const DATA = 'WEB.C.Data';
const LOGGING = 'WEB.C.Logging';

export const data: readonly ThreatSource[] = [
  {
    id: 'WEB.T.Plaintext',
    title: '{flow.Name} can be read and changed on its way',
    category: DATA,
    priority: 'High',
    include: `flow.encrypted is 'No' or ${CROSSES} or ${SENSITIVE}`,
    exclude: `flow.encrypted is 'Yes'`,
    description:
      'Nothing shows that what passes between {source.Name} and {target.Name} is encrypted. Whoever sits between, on a wireless network, at a provider or in the internal network, reads passwords and data and changes answers.',
    further: {
      PossibleMitigations:
        'Use TLS 1.2 or newer on the whole way, also behind the proxy and to databases, brokers and caches, and check certificates. Send HSTS, refuse HTTP instead of answering it, and set Secure on cookies.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1557 Adversary-in-the-Middle. A02:2021 Cryptographic Failures.',
    },
    hit: at('Client.Browser', 'Flow.Http', 'Service.WebApp'),
    miss: at('Client.Browser', 'Flow.Https', 'Service.WebApp'),
  },
  {
    id: 'WEB.T.DataAtRest',
    title: 'Copies of {target.Name} give away its data',
    category: DATA,
    priority: 'Medium',
    include: `source is 'WEB.Service' and target is 'WEB.Store' and ${SENSITIVE}`,
    exclude: `target.encryptedAtRest is 'Yes'`,
    description:
      'Disks, backups, exports and snapshots of {target.Name} leave the place that guards it. What {source.Name} has written there is then readable without any log-in.',
    further: {
      PossibleMitigations:
        'Encrypt the store and its backups with keys that are kept elsewhere, and the most sensitive fields in the application. Hash passwords with a slow function. Delete what is no longer needed, copies included.',
      References: 'CWE-311 Missing Encryption of Sensitive Data. A02:2021 Cryptographic Failures.',
    },
    hit: at('Service.RestApi', ['Flow.Query', { dataClassification: 'Restricted' }], 'Store.SqlDatabase'),
    miss: at('Service.RestApi', ['Flow.Query', { dataClassification: 'Internal' }], 'Store.SqlDatabase'),
  },
  {
    id: 'WEB.T.SecretsInUrl',
    title: 'The addresses of {flow.Name} give secrets away',
    category: DATA,
    priority: 'Medium',
    include: `flow.secretsInUrl is 'Yes'`,
    description:
      'Addresses are written to the history of browsers, to the logs of proxies and servers, to analytics, and are sent on as Referer. A token, a code or personal data in one of {flow.Name} is read by all of these.',
    further: {
      PossibleMitigations:
        'Send secrets in headers or the body. Where a link must carry one, let it work once and for a short time, exchange it at once, and set Referrer-Policy. Cut queries out of logs.',
      References: 'CWE-598 Use of GET Request Method With Sensitive Query Strings. A04:2021 Insecure Design.',
    },
    hit: at('Client.Browser', ['Flow.Https', { secretsInUrl: 'Yes' }], 'Service.WebApp'),
    miss: at('Client.Browser', ['Flow.Https', { secretsInUrl: 'No' }], 'Service.WebApp'),
  },
  {
    id: 'WEB.T.SharedCache',
    title: '{target.Name} serves the answer of one user to another',
    category: DATA,
    priority: 'High',
    include: `${CALLER} and target is 'WEB.Service.Cdn' and (target.cachesPersonal is 'Yes' or ${SENSITIVE} or
      flow.callerIdentity is 'Session cookie' or flow.callerIdentity is 'Bearer token')`,
    exclude: `target.cachesPersonal is 'No'`,
    description:
      'A page or an answer that was made for one user is kept in {target.Name} and given to the next who asks. Attackers provoke this with addresses that look like files, or with headers that the cache ignores and the application does not.',
    further: {
      PossibleMitigations:
        'Cache only what is marked as public, and mark answers for users with Cache-Control: private, no-store. Put all that changes an answer into the key. Cache by type of content rather than by ending of the path.',
      References:
        'CWE-524 Use of Cache Containing Sensitive Information. A05:2021 Security Misconfiguration.',
    },
    hit: at('Client.Browser', ['Flow.Https', { callerIdentity: 'Session cookie' }], 'Service.Cdn'),
    miss: at(
      'Client.Browser',
      ['Flow.Https', { callerIdentity: 'Session cookie' }],
      ['Service.Cdn', { cachesPersonal: 'No' }],
    ),
  },
  {
    id: 'WEB.T.SecretsOutlive',
    title: 'The secrets of {flow.Name} outlive a leak',
    category: DATA,
    priority: 'Medium',
    include: `(source is 'WEB.Service' and target is 'WEB.Store.Secrets') or
      (source is 'WEB.Store.Secrets' and target is 'WEB.Service')`,
    exclude: `(target.rotatesSecrets is 'Yes' or source.rotatesSecrets is 'Yes') and
      (target.accessRestricted is 'Yes' or source.accessRestricted is 'Yes' or flow.credentialScoped is 'Yes')`,
    description:
      'A secret leaks by a crash dump, a log, a copied setting or a person who leaves. If it never changes, or if a service may read those of others as well, a leak between {source.Name} and {target.Name} opens everything for years.',
    further: {
      PossibleMitigations:
        'Rotate secrets by schedule and after each incident, best with short-lived ones that the vault makes for each service. Grant each service its own path only. Log every reading and alarm on unusual ones.',
      References:
        'CWE-522 Insufficiently Protected Credentials. T1552 Unsecured Credentials. https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    },
    hit: at('Service.RestApi', 'Flow.Https', ['Store.Secrets', { rotatesSecrets: 'Yes' }]),
    miss: at('Service.RestApi', 'Flow.Https', [
      'Store.Secrets',
      { rotatesSecrets: 'Yes', accessRestricted: 'Yes' },
    ]),
  },
];

export const logging: readonly ThreatSource[] = [
  {
    id: 'WEB.T.NoTrail',
    title: 'What {source.Name} did at {target.Name} cannot be told later',
    category: LOGGING,
    priority: 'Medium',
    include: `target is 'WEB.Service' and (target.securityLog is 'No' or source is 'WEB.External.Administrator' or
      (${source('Client', 'External')} and
        ${target('Service.IdentityProvider', 'Service.AdminConsole', 'Service.WebhookReceiver')}) or
      (${REQUEST} and ${SENSITIVE}))`,
    exclude: `target.securityLog is 'Yes'`,
    description:
      'Without a record of who did what, from where and with what result, an attack through {flow.Name} is noticed late, its extent stays unknown, and a user or a member of staff can deny an action.',
    further: {
      PossibleMitigations:
        'Log log-ins, refusals, changes of rights, access to sensitive data and actions of staff, with user, object, result and request id. Send the log to a place of its own and alarm on patterns such as many refusals.',
      References:
        'CWE-778 Insufficient Logging. A09:2021 Security Logging and Monitoring Failures. https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
    },
    hit: at(
      'Client.SinglePageApp',
      ['Flow.Https', { dataClassification: 'Confidential' }],
      'Service.RestApi',
    ),
    miss: at(
      'Client.SinglePageApp',
      ['Flow.Https', { dataClassification: 'Confidential' }],
      ['Service.RestApi', { securityLog: 'Yes' }],
    ),
  },
  {
    id: 'WEB.T.SecretsInLogs',
    title: '{source.Name} writes secrets or personal data to {target.Name}',
    category: LOGGING,
    priority: 'Medium',
    include: `source is 'WEB.Service' and target is 'WEB.Store.Log'`,
    exclude: `target.redacted is 'Yes' or flow.dataClassification is 'Public'`,
    description:
      'Requests, headers and errors are logged as they are, with passwords, tokens and names in them. Many people and tools read {target.Name}, and its copies live longer than the data itself.',
    further: {
      PossibleMitigations:
        'Log chosen fields instead of whole objects. Mask tokens, passwords and personal data in the logging library, test that with known values, and scan the store for what slips through. Set short times of keeping.',
      References:
        'CWE-532 Insertion of Sensitive Information into Log File. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('Service.RestApi', 'Flow.Https', 'Store.Log'),
    miss: at('Service.RestApi', 'Flow.Https', ['Store.Log', { redacted: 'Yes' }]),
  },
  {
    id: 'WEB.T.LogTampering',
    title: 'Traces in {target.Name} are forged or removed',
    category: LOGGING,
    priority: 'Low',
    include: `source is 'WEB.Service' and target is 'WEB.Store.Log'`,
    exclude: `target.appendOnly is 'Yes'`,
    description:
      'An attacker who controls {source.Name} deletes what shows the attack. Even without that, line breaks in input make false entries in {target.Name} when they are written as they come.',
    further: {
      PossibleMitigations:
        'Let services add and nobody change or delete, with an account of its own and a time of keeping that the store enforces. Write structured entries so that input stays one value.',
      References: 'CWE-117 Improper Output Neutralization for Logs. T1070 Indicator Removal. A09:2021.',
    },
    hit: at('Service.RestApi', 'Flow.Https', 'Store.Log'),
    miss: at('Service.RestApi', 'Flow.Https', ['Store.Log', { appendOnly: 'Yes' }]),
  },
];
