import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at, CALLER, CROSSES, INTERNET, PASSED_ON, REQUEST, SENSITIVE, source, target } from './filters.ts';

const ABUSE = 'WEB.C.Abuse';
const INTEGRATION = 'WEB.C.Integration';
const SETUP = 'WEB.C.Setup';

export const abuse: readonly ThreatSource[] = [
  {
    id: 'WEB.T.RateLimit',
    title: 'Too many or too large requests bring {target.Name} down',
    category: ABUSE,
    priority: 'Medium',
    include: `${CALLER} and target is 'WEB.Service' and ${CROSSES}`,
    exclude: `target.limitsLoad is 'Yes' or target is 'WEB.Service.Cdn'`,
    description:
      'Whoever reaches {target.Name} as {source.Name} does can send requests as fast as the line allows, with bodies of any size. {target.Name} slows down for all, or a service that is paid per call, such as text messages, runs up a bill.',
    further: {
      PossibleMitigations:
        'Limit requests per user, per key and per address, with lower limits for what is expensive. Limit size, time and number of items of each request. Set budgets and alarms for services that cost, and have protection against floods in front.',
      References:
        'API4:2023 Unrestricted Resource Consumption. CWE-770 Allocation of Resources Without Limits or Throttling. T1499 Endpoint Denial of Service.',
    },
    hit: at('Client.MobileApp', 'Flow.Https', 'Service.Gateway', INTERNET),
    miss: at('Client.MobileApp', 'Flow.Https', ['Service.Gateway', { limitsLoad: 'Yes' }], INTERNET),
  },
  {
    id: 'WEB.T.PageSize',
    title: 'One request takes the whole of {target.Name}',
    category: ABUSE,
    priority: 'Low',
    include: `${REQUEST} and target is 'WEB.Service.RestApi'`,
    exclude: `target.limitsPages is 'Yes'`,
    description:
      'A list without an upper limit returns everything, and a free filter or sort order reads the whole table. A few such requests over {flow.Name} make {target.Name} slow, or copy all its data.',
    further: {
      PossibleMitigations:
        'Cap the size of pages on the server whatever the request says, page by cursor, and offer filters that have an index. Watch for callers who walk through everything.',
      References:
        'API4:2023 Unrestricted Resource Consumption. CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: at('External.Partner', 'Flow.Https', 'Service.RestApi'),
    miss: at('External.Partner', 'Flow.Https', ['Service.RestApi', { limitsPages: 'Yes' }]),
  },
  {
    id: 'WEB.T.QueryCost',
    title: 'One query to {target.Name} costs as much as thousands',
    category: ABUSE,
    priority: 'High',
    include: `${REQUEST} and target is 'WEB.Service.GraphqlApi'`,
    exclude: `target.limitsQueryCost is 'Yes'`,
    description:
      'The caller writes the query: deeply nested, the same field under a hundred names, many operations in one request. A limit by number of requests does not see this, and guesses of passwords or codes fit into one request as well.',
    further: {
      PossibleMitigations:
        'Limit depth, aliases, size of batches and a cost that is computed before running. Accept stored queries only where the clients are your own. Set a time limit per request.',
      References:
        'CWE-400 Uncontrolled Resource Consumption. API4:2023. https://cheatsheetseries.owasp.org/cheatsheets/GraphQL_Cheat_Sheet.html',
    },
    hit: at('Client.SinglePageApp', 'Flow.Https', 'Service.GraphqlApi'),
    miss: at('Client.SinglePageApp', 'Flow.Https', ['Service.GraphqlApi', { limitsQueryCost: 'Yes' }]),
  },
  {
    id: 'WEB.T.BusinessFlow',
    title: 'Bots use {target.Name} faster than people can',
    category: ABUSE,
    priority: 'Medium',
    include: `((${source('Client', 'External.User', 'External.Attacker')} and ${CROSSES}) or ${PASSED_ON}) and
      ${target('Service.WebApp', 'Service.RestApi', 'Service.GraphqlApi', 'Service.Gateway')}`,
    exclude: `target.slowsBots is 'Yes'`,
    description:
      'Every request is allowed, yet together they harm: all places or tickets are taken at once, accounts are made by the thousand, prices and profiles are copied, codes for rebates are tried one by one.',
    further: {
      PossibleMitigations:
        'Name the steps whose automation would hurt, and limit them per person, device and payment rather than per address. Ask for proof of a person when it looks unusual, hold reservations briefly, and watch the rates of each step.',
      References:
        'API6:2023 Unrestricted Access to Sensitive Business Flows. CWE-799 Improper Control of Interaction Frequency.',
    },
    hit: at('Client.SinglePageApp', 'Flow.Https', 'Service.RestApi', INTERNET),
    miss: at('Client.SinglePageApp', 'Flow.Https', ['Service.RestApi', { slowsBots: 'Yes' }], INTERNET),
  },
  {
    id: 'WEB.T.RepeatedMessage',
    title: 'Repeated or broken messages derail {target.Name}',
    category: ABUSE,
    priority: 'Low',
    include: `source is 'WEB.Store.Broker' and target is 'WEB.Service.Worker'`,
    exclude: `target.handlesRepeats is 'Yes'`,
    description:
      'Brokers deliver some messages twice or out of order. {target.Name} then charges or sends twice; a message that always fails is tried again for ever and blocks those behind it.',
    further: {
      PossibleMitigations:
        'Give each message an id and make handling it twice the same as once. Limit tries, wait longer between them, and set what fails aside in a queue that somebody looks at.',
      References: 'CWE-837 Improper Enforcement of a Single, Unique Action. A04:2021 Insecure Design.',
    },
    hit: at('Store.Broker', 'Flow.Message', 'Service.Worker'),
    miss: at('Store.Broker', 'Flow.Message', ['Service.Worker', { handlesRepeats: 'Yes' }]),
  },
];

const OTHERS = target('External.ThirdPartyApi', 'External.PaymentProvider', 'External.LogInService');

export const integration: readonly ThreatSource[] = [
  {
    id: 'WEB.T.RequestForgeryByServer',
    title: 'Requests into your own network by way of {flow.Name}',
    category: INTEGRATION,
    priority: 'High',
    include: `(${REQUEST} and target.fetchesUrls is 'Any address') or
      (source is 'WEB.Service' and flow is 'WEB.Flow.Webhook' and target is 'WEB.External' and
        not source.fetchesUrls is 'Listed hosts only')`,
    description:
      'An address that a caller has given (a picture, a preview, an import, a subscription) is fetched from inside. It may name an internal service, the metadata of the cloud or a local file, and the answer or the time it takes goes back to the caller.',
    further: {
      PossibleMitigations:
        'Accept hosts from a list where you can. Else resolve the name once, refuse private, local and link-local addresses, connect to the one you checked, and follow no redirects. Fetch from a network segment that reaches the internet only.',
      References:
        'CWE-918 Server-Side Request Forgery (SSRF). API7:2023 Server Side Request Forgery. A10:2021 Server-Side Request Forgery.',
    },
    hit: at('Service.Worker', 'Flow.Webhook', 'External.Partner'),
    miss: at(['Service.Worker', { fetchesUrls: 'Listed hosts only' }], 'Flow.Webhook', 'External.Partner'),
  },
  {
    id: 'WEB.T.ForgedEvent',
    title: '{target.Name} believes forged or repeated events',
    category: INTEGRATION,
    priority: 'High',
    include: `${source('External', 'Service.Proxy', 'Service.Gateway', 'Service.Cdn')} and
      target is 'WEB.Service.WebhookReceiver'`,
    exclude: `target.eventChecks is 'Signature and time'`,
    description:
      'The address of {target.Name} can be called by anybody who learns it. Without a signature anybody reports that something was paid, sent or confirmed; without a time in the signature, a genuine event works again.',
    further: {
      PossibleMitigations:
        'Verify the signature over the raw body with a secret per sender, compare in constant time, refuse events that are older than a few minutes, and remember the ids of those handled. For what matters, ask the API of the sender instead of believing the event.',
      References:
        'CWE-347 Improper Verification of Cryptographic Signature, CWE-294 Authentication Bypass by Capture-replay. A08:2021.',
    },
    hit: at('External.PaymentProvider', 'Flow.Webhook', [
      'Service.WebhookReceiver',
      { eventChecks: 'Signature only' },
    ]),
    miss: at('External.PaymentProvider', 'Flow.Webhook', [
      'Service.WebhookReceiver',
      { eventChecks: 'Signature and time' },
    ]),
  },
  {
    id: 'WEB.T.FalsePayment',
    title: '{flow.Name} reports a payment that was never made',
    category: INTEGRATION,
    priority: 'High',
    include: `(source is 'WEB.External.PaymentProvider' and ${target('Client', 'External.User', 'Service')}) or
      (${source('Client', 'External.User')} and target is 'WEB.External.PaymentProvider')`,
    exclude: `source.resultConfirmed is 'Yes' or target.resultConfirmed is 'Yes'`,
    description:
      'Where the browser of the buyer carries the amount to the provider and the result back, the buyer can change both. If what passes between {source.Name} and {target.Name} is believed without a question to the provider, goods are delivered for one cent, or for nothing.',
    further: {
      PossibleMitigations:
        'Create the payment from server to server with amount, currency and order, and hand the browser its id only. Deliver after a signed event or a query to the provider that names the same amount, and use each payment for one order.',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity, CWE-472 External Control of Assumed-Immutable Web Parameter. A04:2021 Insecure Design.',
    },
    hit: at('External.PaymentProvider', 'Flow.Redirect', 'Client.Browser'),
    miss: at(['External.PaymentProvider', { resultConfirmed: 'Yes' }], 'Flow.Redirect', 'Client.Browser'),
  },
  {
    id: 'WEB.T.UnsafeConsumption',
    title: 'What the other side sends over {flow.Name} is believed unread',
    category: INTEGRATION,
    priority: 'Medium',
    include: `(source is 'WEB.Service' and ${target('External.ThirdPartyApi', 'External.Partner')}) or
      (${source('External.ThirdPartyApi', 'External.Partner')} and target is 'WEB.Service.ScheduledImport')`,
    exclude: `target.answersChecked is 'Yes' or source.answersChecked is 'Yes' or flow is 'WEB.Flow.Webhook'`,
    description:
      'Data of a partner or a service is trusted more than that of users. If the other side of {flow.Name} is taken over, or passes on what its own users wrote, it brings injection, script, huge answers or redirects to an inner address.',
    further: {
      PossibleMitigations:
        'Validate answers and feeds against a schema like requests, limit their size and time, follow no redirects, and encode them where they are shown. Set aside records that do not fit and tell somebody.',
      References: 'API10:2023 Unsafe Consumption of APIs. CWE-20 Improper Input Validation.',
    },
    hit: at('Service.Worker', 'Flow.Https', 'External.ThirdPartyApi'),
    miss: at('Service.Worker', 'Flow.Https', ['External.ThirdPartyApi', { answersChecked: 'Yes' }]),
  },
  {
    id: 'WEB.T.DependencyFails',
    title: '{source.Name} stops when {target.Name} does',
    category: INTEGRATION,
    priority: 'Low',
    include: `source is 'WEB.Service' and ${OTHERS}`,
    exclude: `target.fallback is 'Yes'`,
    description:
      '{target.Name} is slow or gone, and each request of {source.Name} waits for it. Threads and connections run out, and functions that never needed {target.Name} fail too.',
    further: {
      PossibleMitigations:
        'Set short timeouts, limit tries and connections, open a circuit breaker, and decide what users see meanwhile. Do what can wait through a queue. Practise the failure.',
      References: 'CWE-1088 Synchronous Access of Remote Resource without Timeout. A04:2021 Insecure Design.',
    },
    hit: at('Service.RestApi', 'Flow.Https', 'External.ThirdPartyApi'),
    miss: at('Service.RestApi', 'Flow.Https', ['External.ThirdPartyApi', { fallback: 'Yes' }]),
  },
];

export const setup: readonly ThreatSource[] = [
  {
    id: 'WEB.T.OldComponents',
    title: 'A known flaw in a component of {target.Name} is used',
    category: SETUP,
    priority: 'Medium',
    include: `((${CALLER} and ${CROSSES}) or ${PASSED_ON} or source is 'WEB.Service.Gateway') and
      target is 'WEB.Service'`,
    exclude: `target.dependenciesCurrent is 'Yes' or target is 'WEB.Service.Cdn'`,
    description:
      'Most of the code of {target.Name} is that of others. When a flaw in a framework or a library is published, scanners look for it within a day, and whoever comes in as {flow.Name} does can use it.',
    further: {
      PossibleMitigations:
        'Keep a bill of materials, lock versions, scan them in each build and every night, and be able to release a fix within a day. Remove what is not used. Take packages from a registry that you control.',
      References:
        'A06:2021 Vulnerable and Outdated Components. CWE-1104 Use of Unmaintained Third Party Components. T1190 Exploit Public-Facing Application.',
    },
    hit: at('Client.Browser', 'Flow.Https', 'Service.WebApp', INTERNET),
    miss: at('Client.Browser', 'Flow.Https', ['Service.WebApp', { dependenciesCurrent: 'Yes' }], INTERNET),
  },
  {
    id: 'WEB.T.OldVersions',
    title: 'Forgotten versions of {target.Name} answer',
    category: SETUP,
    priority: 'Low',
    include: `${REQUEST} and ${target('Service.RestApi', 'Service.GraphqlApi')}`,
    exclude: `target.oldVersionsRetired is 'Yes'`,
    description:
      'Beside the version that {source.Name} uses, older ones, test hosts and fields marked as obsolete still answer. They lack the checks that were added since, and nobody watches them.',
    further: {
      PossibleMitigations:
        'Keep a list of all hosts, versions and endpoints from the gateway and the code, with an owner and an end for each. Close what is not on it, and apply the same protection to test systems or give them no real data.',
      References: 'API9:2023 Improper Inventory Management. CWE-1059 Insufficient Technical Documentation.',
    },
    hit: at('External.Partner', 'Flow.Https', 'Service.RestApi'),
    miss: at('External.Partner', 'Flow.Https', ['Service.RestApi', { oldVersionsRetired: 'Yes' }]),
  },
  {
    id: 'WEB.T.TalkativeErrors',
    title: 'Errors of {target.Name} tell {source.Name} how it works inside',
    category: SETUP,
    priority: 'Low',
    include: `${REQUEST} and (target.hidesErrors is 'No' or
      (${SENSITIVE} and ${target('Service.WebApp', 'Service.RestApi', 'Service.GraphqlApi')}))`,
    exclude: `target.hidesErrors is 'Yes'`,
    description:
      'Stack traces, queries, host names and versions in answers show an attacker what to try next; messages that differ for unknown names and for wrong passwords tell who has an account.',
    further: {
      PossibleMitigations:
        'Answer errors with a short text and an id, and keep the details in the log under that id. Switch debug pages, default pages and the description of the schema off in production.',
      References:
        'CWE-209 Generation of Error Message Containing Sensitive Information. API8:2023 Security Misconfiguration. A05:2021.',
    },
    hit: at('Client.Browser', 'Flow.Https', ['Service.WebApp', { hidesErrors: 'No' }]),
    miss: at('Client.Browser', 'Flow.Https', ['Service.WebApp', { hidesErrors: 'Yes' }]),
  },
];
