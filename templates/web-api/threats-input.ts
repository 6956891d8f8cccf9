import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at, PASSED_ON, REQUEST, source, TO_APP, target } from './filters.ts';

const INPUT = 'WEB.C.Input';
const BROWSER = 'WEB.C.Browser';

/** Who sees pages, or is asked by pages to send requests, directly or through what passes requests on. */
const FROM_BROWSER = `(${source('Client.Browser', 'External.User', 'External.Administrator')} or ${PASSED_ON})`;
const TO_PAGES = target('Service.WebApp', 'Service.AdminConsole');

export const input: readonly ThreatSource[] = [
  {
    id: 'WEB.T.InputValidation',
    title: '{target.Name} acts on input that it did not check',
    category: INPUT,
    priority: 'Medium',
    include: `${REQUEST} and ${TO_APP}`,
    exclude: `target.validatesInput is 'Yes'`,
    description:
      'What arrives over {flow.Name} can be anything: wrong types, extreme values, negative amounts, dates in the past, steps in another order. Checks in the client are for comfort, because whoever likes sends requests without it.',
    further: {
      PossibleMitigations:
        'Check each request on the server against a schema that names types, lengths, ranges and formats, and refuse the rest. Check the rules of the business there too. Generate the schema and the checks from one description of the API.',
      References:
        'CWE-20 Improper Input Validation, CWE-602 Client-Side Enforcement of Server-Side Security. A03:2021 Injection.',
    },
    hit: at('Client.MobileApp', 'Flow.Https', 'Service.RestApi'),
    miss: at('Client.MobileApp', 'Flow.Https', ['Service.RestApi', { validatesInput: 'Yes' }]),
  },
  {
    id: 'WEB.T.QueryInjection',
    title: 'Injection into the queries of {source.Name} to {target.Name}',
    category: INPUT,
    priority: 'High',
    include: `source is 'WEB.Service' and
      ${target('Store.SqlDatabase', 'Store.NoSqlDatabase', 'Store.SearchIndex')}`,
    exclude: `source.queries is 'Bound parameters'`,
    description:
      'Where text from outside becomes part of a query, it becomes part of its logic: a quote ends a string, an object in JSON becomes an operator, a search term opens other fields. The attacker reads or changes what is in {target.Name}.',
    further: {
      PossibleMitigations:
        'Bind parameters or use a query builder everywhere, also for lists, sort orders and filters. Accept names of columns and operators from a fixed list only. Require plain strings where the store understands objects.',
      References:
        'CWE-89 SQL Injection, CWE-943 Improper Neutralization of Special Elements in Data Query Logic. CAPEC-66 SQL Injection. A03:2021 Injection.',
    },
    hit: at('Service.RestApi', 'Flow.Query', 'Store.SqlDatabase'),
    miss: at(['Service.RestApi', { queries: 'Bound parameters' }], 'Flow.Query', 'Store.SqlDatabase'),
  },
  {
    id: 'WEB.T.UnsafeParsing',
    title: 'Crafted documents or objects in {flow.Name} attack their parser',
    category: INPUT,
    priority: 'High',
    include: `(${source('External', 'Store.Broker', 'Store.FileStore')} and
        ${target('Service.Worker', 'Service.ScheduledImport')}) or
      (source is 'WEB.Service.ScheduledImport' and target is 'WEB.External')`,
    exclude: `target.safeParsing is 'Yes' or source.safeParsing is 'Yes'`,
    description:
      'XML names external entities, archives unpack to a thousand times their size or outside their folder, images and office files meet flaws of old libraries, serialised objects run code when they are read. What comes from {source.Name} to {target.Name}, or the other way, is read with the rights of a job that nobody watches.',
    further: {
      PossibleMitigations:
        'Accept few formats, prefer JSON with a schema, and never read serialised objects of a language from outside. Switch off external entities and DTDs, limit size, depth and time, check paths in archives, and convert files in a sandbox without network.',
      References:
        'CWE-611 Improper Restriction of XML External Entity Reference, CWE-502 Deserialization of Untrusted Data, CWE-409 Improper Handling of Highly Compressed Data. A08:2021 Software and Data Integrity Failures.',
    },
    hit: at('External.Partner', 'Flow.Https', 'Service.ScheduledImport'),
    miss: at('External.Partner', 'Flow.Https', ['Service.ScheduledImport', { safeParsing: 'Yes' }]),
  },
  {
    id: 'WEB.T.DangerousUpload',
    title: 'Dangerous files reach {target.Name}',
    category: INPUT,
    priority: 'High',
    include: `flow is 'WEB.Flow.FileUpload'`,
    exclude: `flow.uploadChecked is 'Yes'`,
    description:
      'A file from {source.Name} may hold script or malware, fill the disk, replace another file by its name, or be run as a page of the application by whoever opens it later.',
    further: {
      PossibleMitigations:
        'Limit size and number, decide the type by content, choose the names of files yourself, scan them, and store them where nothing is run. Serve them from another origin, as attachments, with nosniff. Convert images anew.',
      References:
        'CWE-434 Unrestricted Upload of File with Dangerous Type. https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
    },
    hit: at('Client.Browser', 'Flow.FileUpload', 'Service.WebApp'),
    miss: at('Client.Browser', ['Flow.FileUpload', { uploadChecked: 'Yes' }], 'Service.WebApp'),
  },
  {
    id: 'WEB.T.ForgedMessage',
    title: 'Forged messages make {target.Name} work',
    category: INPUT,
    priority: 'Medium',
    include: `source is 'WEB.Store.Broker' and target is 'WEB.Service'`,
    exclude: `source.accessRestricted is 'Yes' or flow.callerIdentity is 'Signature'`,
    description:
      '{target.Name} takes what is in {source.Name} for the word of a trusted service. Whoever can write there, from any system in the network, has it send mail, pay or delete with rights that the writer does not have.',
    further: {
      PossibleMitigations:
        'Grant writing and reading per queue or topic to named services. Validate messages like requests, check the rights of the user for whom they were sent, and sign them where senders differ in trust.',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity. A08:2021 Software and Data Integrity Failures.',
    },
    hit: at('Store.Broker', 'Flow.Message', 'Service.Worker'),
    miss: at(['Store.Broker', { accessRestricted: 'Yes' }], 'Flow.Message', 'Service.Worker'),
  },
  {
    id: 'WEB.T.RequestSmuggling',
    title: '{source.Name} and {target.Name} disagree where a request ends',
    category: INPUT,
    priority: 'Low',
    include: `${source('Service.Proxy', 'Service.Cdn')} and target is 'WEB.Service' and
      (flow is 'WEB.Flow.Http' or flow is 'WEB.Flow.Https')`,
    exclude: `source.rejectsAmbiguous is 'Yes'`,
    description:
      'A request with two lengths, or a path that both read differently, passes the checks of {source.Name} as one thing and reaches {target.Name} as another. An attacker so slips past its rules, or puts the start of a request before that of the next user.',
    further: {
      PossibleMitigations:
        'Keep both ends current and strict: refuse requests with conflicting lengths and odd line ends, normalise paths once and before rules apply, and speak HTTP/2 on the whole way. Repeat checks of rights in {target.Name}.',
      References: 'CWE-444 Inconsistent Interpretation of HTTP Requests. CAPEC-33 HTTP Request Smuggling.',
    },
    hit: at('Service.Proxy', 'Flow.Https', 'Service.WebApp'),
    miss: at(['Service.Proxy', { rejectsAmbiguous: 'Yes' }], 'Flow.Https', 'Service.WebApp'),
  },
];

export const browser: readonly ThreatSource[] = [
  {
    id: 'WEB.T.CrossSiteScripting',
    title: 'Script of an attacker runs in pages of {target.Name}',
    category: BROWSER,
    priority: 'High',
    include: `${FROM_BROWSER} and ${TO_PAGES}`,
    exclude: `target.encodesOutput is 'Yes'`,
    description:
      '{target.Name} shows text that users or other systems have written. Where it does so without encoding for the place, the text becomes script in the browser of whoever looks, staff included, and acts in their name.',
    further: {
      PossibleMitigations:
        'Use templates that encode by default and do not switch that off. Sanitise text that must stay HTML with a maintained library. Add a Content Security Policy with nonces as a second line.',
      References:
        'CWE-79 Cross-site Scripting. CAPEC-63 Cross-Site Scripting (XSS). https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
    hit: at('Client.Browser', 'Flow.Https', 'Service.WebApp'),
    miss: at('Client.Browser', 'Flow.Https', ['Service.WebApp', { encodesOutput: 'Yes' }]),
  },
  {
    id: 'WEB.T.ForeignScript',
    title: 'Foreign script runs in {source.Name}',
    category: BROWSER,
    priority: 'High',
    include: `source is 'WEB.Client.SinglePageApp' and (${TO_APP} or ${target('Service.Gateway', 'Service.Proxy')})`,
    exclude: `source.contentSecurityPolicy is 'Strict' and
      (source.thirdPartyScripts is 'None' or source.thirdPartyScripts is 'Pinned by hash')`,
    description:
      'Text that {source.Name} puts into the page as HTML, a script from another host or a package that was taken over runs with all that the user may do. It reads what is typed and calls {target.Name} in the name of the user.',
    further: {
      PossibleMitigations:
        'Let the framework write to the page and avoid raw HTML. Set a strict Content Security Policy and Trusted Types. Host scripts yourself or pin them with integrity hashes, lock and review packages, and load marketing tags on pages without data only.',
      References:
        'CWE-79 Cross-site Scripting, CWE-829 Inclusion of Functionality from Untrusted Control Sphere. T1195 Supply Chain Compromise. A08:2021.',
    },
    hit: at(
      ['Client.SinglePageApp', { contentSecurityPolicy: 'Strict', thirdPartyScripts: 'Loaded as they are' }],
      'Flow.Https',
      'Service.RestApi',
    ),
    miss: at(
      ['Client.SinglePageApp', { contentSecurityPolicy: 'Strict', thirdPartyScripts: 'None' }],
      'Flow.Https',
      'Service.RestApi',
    ),
  },
  {
    id: 'WEB.T.RequestForgery',
    title: 'Another site sends requests to {target.Name} for the user',
    category: BROWSER,
    priority: 'High',
    include: `(${source('Client', 'External.User', 'External.Administrator')} or ${PASSED_ON}) and target is 'WEB.Service' and
      (flow.callerIdentity is 'Session cookie' or (${FROM_BROWSER} and ${TO_PAGES}))`,
    exclude: `target.csrfProtection is 'Yes' or flow.callerIdentity is 'Bearer token' or
      flow.callerIdentity is 'Nothing'`,
    description:
      'The browser adds the cookie of {target.Name} to requests that a page of the attacker triggers. While the user is logged in, such a page changes the address, books, pays or deletes for them.',
    further: {
      PossibleMitigations:
        'Use the protection of the framework: a token per session in each change, or a check of Origin and Sec-Fetch-Site. Set SameSite on the cookie, never change data on GET, and require a type of content that a form cannot send.',
      References:
        'CWE-352 Cross-Site Request Forgery. CAPEC-62 Cross Site Request Forgery. https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    hit: at('Client.SinglePageApp', ['Flow.Https', { callerIdentity: 'Session cookie' }], 'Service.Gateway'),
    miss: at('Client.SinglePageApp', ['Flow.Https', { callerIdentity: 'Bearer token' }], 'Service.Gateway'),
  },
  {
    id: 'WEB.T.CrossOriginReading',
    title: 'Pages of other origins read answers of {target.Name}',
    category: BROWSER,
    priority: 'Medium',
    include: `(${source('Client', 'External.User')} or ${PASSED_ON}) and
      (target.cors is 'Any origin' or target.cors is 'Whatever origin asks')`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      '{target.Name} tells the browser that other sites may read its answers. If it repeats the origin that asks and allows cookies, any page reads data with the session of its visitor; with a star, any page uses what needs no session.',
    further: {
      PossibleMitigations:
        'List the origins that need it, compare them as a whole, and never repeat the Origin header unchecked. Allow credentials only for these. Do not accept the origin null.',
      References:
        'CWE-942 Permissive Cross-domain Security Policy with Untrusted Domains. API8:2023 Security Misconfiguration. A05:2021 Security Misconfiguration.',
    },
    hit: at('Client.SinglePageApp', 'Flow.Https', ['Service.RestApi', { cors: 'Any origin' }]),
    miss: at('Client.SinglePageApp', 'Flow.Https', ['Service.RestApi', { cors: 'Listed origins' }]),
  },
  {
    id: 'WEB.T.SocketHijacking',
    title: 'Another site opens a WebSocket to {target.Name} for the user',
    category: BROWSER,
    priority: 'High',
    include: `(${source('Client.Browser', 'Client.SinglePageApp', 'External.User')} or ${PASSED_ON}) and
      target is 'WEB.Service.WebSocket'`,
    exclude: `target.checksOrigin is 'Yes'`,
    description:
      'The rules that keep sites apart do not hold for WebSockets. If the cookie alone proves who connects, a page of the attacker opens a connection as its visitor, reads what {target.Name} pushes and sends commands.',
    further: {
      PossibleMitigations:
        'Compare the Origin header with a list at the handshake and require a token in the first message or a ticket for one use. Check rights for each message, and close the connection when the session ends.',
      References: 'CWE-1385 Missing Origin Validation in WebSockets. A01:2021 Broken Access Control.',
    },
    hit: at('Client.SinglePageApp', 'Flow.WebSocket', 'Service.WebSocket'),
    miss: at('Client.SinglePageApp', 'Flow.WebSocket', ['Service.WebSocket', { checksOrigin: 'Yes' }]),
  },
  {
    id: 'WEB.T.OpenRedirect',
    title: '{flow.Name} leads users of {source.Name} to an address of the attacker',
    category: BROWSER,
    priority: 'Medium',
    include: `flow is 'WEB.Flow.Redirect'`,
    exclude: `flow.redirectTarget is 'Fixed address' or flow.redirectTarget is 'Listed addresses'`,
    description:
      'A link to a host that people trust sends them on to another one that the attacker has put into a parameter. There they meet a false log-in page, or hand over a code or a token in the address.',
    further: {
      PossibleMitigations:
        'Keep the way back on the server or sign it. Where a parameter must say it, accept paths of your own or entries of a list, after parsing and not by their beginning.',
      References:
        'CWE-601 URL Redirection to Untrusted Site. https://cheatsheetseries.owasp.org/cheatsheets/Unvalidated_Redirects_and_Forwards_Cheat_Sheet.html',
    },
    hit: at(
      'Service.WebApp',
      ['Flow.Redirect', { redirectTarget: 'Address in the request' }],
      'Client.Browser',
    ),
    miss: at('Service.WebApp', ['Flow.Redirect', { redirectTarget: 'Fixed address' }], 'Client.Browser'),
  },
  {
    id: 'WEB.T.SecretsInClient',
    title: 'Keys are taken out of {source.Name}',
    category: BROWSER,
    priority: 'Medium',
    include: `source is 'WEB.Client' and target is 'WEB.Service' and
      (source is 'WEB.Client.MobileApp' or source.holdsSecrets is 'Yes')`,
    exclude: `source.holdsSecrets is 'No'`,
    description:
      'What is in {source.Name} is in the hands of everybody who installs or opens it. A key in its code that is the same for all users is read out within minutes and used to call {target.Name} without the app.',
    further: {
      PossibleMitigations:
        'Keep keys of third parties on the server and call through it. Treat the app as a public client: the user logs in, PKCE protects the code. Limit keys that must be public, such as for maps, to one purpose.',
      References: 'CWE-798 Use of Hard-coded Credentials. T1552.001 Credentials In Files.',
    },
    hit: at('Client.MobileApp', 'Flow.Https', 'Service.RestApi'),
    miss: at(['Client.MobileApp', { holdsSecrets: 'No' }], 'Flow.Https', 'Service.RestApi'),
  },
];
