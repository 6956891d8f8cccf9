import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_BROWSER, FROM_CALLER } from './filters.ts';

export const tampering: readonly ThreatSource[] = [
  {
    id: 'STRIDE.T1',
    title: 'Data is changed on its way to {target.Name}',
    category: 'T',
    priority: 'High',
    include: CROSSES_TRUST,
    exclude: `flow.providesIntegrity is 'Yes'`,
    description:
      'Somebody on the path between {source.Name} and {target.Name} can change what {flow.Name} carries, and {target.Name} does not notice.',
    further: {
      PossibleMitigations:
        'Use TLS on the whole way, also behind the load balancer. Sign messages that pass through systems which need not read or change them.',
      References:
        'CWE-924 Improper Enforcement of Message Integrity During Transmission in a Communication Channel.',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTP',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.T2',
    title: '{target.Name} acts on input that was not checked',
    category: 'T',
    priority: 'High',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.hasInputSanitizers is 'Yes'`,
    description:
      'What {source.Name} sends comes from a less trusted side, and {target.Name} uses it without checking type, length, range and meaning. Crafted input then changes data or behaviour in ways that nobody intended.',
    further: {
      PossibleMitigations:
        'Check all input at the trust boundary against what is allowed, on the server, and refuse the rest. Bind only the fields that a caller may set. Parse with safe, limited parsers.',
      References:
        'CWE-20 Improper Input Validation. https://cheatsheetseries.owasp.org/cheatsheets/Input_Validation_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { hasInputSanitizers: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.T3',
    title: 'Injection into the queries of {source.Name}',
    category: 'T',
    priority: 'High',
    include: `source is 'GE.P' and
      (target.storeType is 'SQL Relational Database' or target.storeType is 'Non Relational Database')`,
    exclude: `source.hasInputSanitizers is 'Yes'`,
    description:
      'If {source.Name} builds queries to {target.Name} from text that came from outside, an attacker adds commands of their own and reads, changes or deletes data in {target.Name}.',
    further: {
      PossibleMitigations:
        'Use bound parameters or a query builder everywhere, never joined text. Give {source.Name} an account with the rights it needs and no more.',
      References:
        'CWE-89 SQL Injection, CWE-943 Improper Neutralization in Data Query Logic. https://cheatsheetseries.owasp.org/cheatsheets/SQL_Injection_Prevention_Cheat_Sheet.html',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: ['SE.P.TMCore.WebSvc', { hasInputSanitizers: 'Yes' }],
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.DS.TMCore.SQL',
    },
  },
  {
    id: 'STRIDE.T4',
    title: 'Script of an attacker runs in pages of {target.Name}',
    category: 'T',
    priority: 'High',
    include: `${FROM_BROWSER} and target is 'SE.P.TMCore.WebApp'`,
    exclude: `target.hasOutputSanitizers is 'Yes'`,
    description:
      '{target.Name} shows text that came from users or other systems. Where it does so without encoding, the text of an attacker becomes script in the browser of {source.Name} and acts in their name.',
    further: {
      PossibleMitigations:
        'Use a template engine that encodes by default, and sanitise what must stay HTML. Add a strict Content Security Policy as a second line.',
      References:
        'CWE-79 Cross-site Scripting. https://cheatsheetseries.owasp.org/cheatsheets/Cross_Site_Scripting_Prevention_Cheat_Sheet.html',
    },
    hit: { source: 'SE.EI.TMCore.User', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.P.TMCore.WebApp' },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { hasOutputSanitizers: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.T5',
    title: 'Requests are forged in the name of a logged-in user',
    category: 'T',
    priority: 'Medium',
    include: `${FROM_BROWSER} and target is 'SE.P.TMCore.WebApp' and flow.Cookies is 'Yes'`,
    exclude: `target.antiForgery is 'Yes'`,
    description:
      'The browser sends the cookie of {target.Name} with every request, also with one that another site triggers. A page of the attacker can so change data in {target.Name} while the user is logged in.',
    further: {
      PossibleMitigations:
        'Require an anti-forgery token for each change, set SameSite on the session cookie, check the Origin header, and never change data on GET.',
      References:
        'CWE-352 Cross-Site Request Forgery. https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: ['SE.DF.TMCore.HTTPS', { Cookies: 'Yes' }],
      target: 'SE.P.TMCore.WebApp',
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: ['SE.DF.TMCore.HTTPS', { Cookies: 'Yes' }],
      target: ['SE.P.TMCore.WebApp', { antiForgery: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.T6',
    title: 'The client {source.Name} is manipulated',
    category: 'T',
    priority: 'Medium',
    include: `(source is 'SE.P.TMCore.BrowserClient' or source is 'SE.P.Trustline.MobileClient' or
      source is 'SE.P.TMCore.ThickClient') and target is 'GE.P'`,
    exclude: `target.hasInputSanitizers is 'Yes' and target.implementsCustomAuthorizationMechanism is 'Yes'`,
    description:
      '{source.Name} runs on a machine of its user, who can change it or call {target.Name} without it. Prices, limits and rights that only the client checks are not checked at all.',
    further: {
      PossibleMitigations:
        'Repeat every check on the server and keep decisions and secrets there. Treat all that the client sends as a proposal.',
      References: 'CWE-602 Client-Side Enforcement of Server-Side Security.',
    },
    hit: { source: 'SE.P.TMCore.BrowserClient', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.P.TMCore.WebSvc' },
    miss: { source: 'SE.P.TMCore.WebApp', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.P.TMCore.WebSvc' },
  },
  {
    id: 'STRIDE.T7',
    title: 'Messages are repeated or reordered',
    category: 'T',
    priority: 'Low',
    include: `(source is 'GE.P' and target is 'GE.P' and ${CROSSES_TRUST}) or
      source.storeType is 'Queue' or target.storeType is 'Queue'`,
    exclude: `flow.detectsReplay is 'Yes'`,
    description:
      'A recorded message is sent again, or messages arrive twice or in another order, between {source.Name} and {target.Name}. A payment is then made twice, or an old state replaces a newer one.',
    further: {
      PossibleMitigations:
        'Give each message an id, a time and a sequence, and refuse what was seen before or is too old. Make handlers idempotent.',
      References: 'CWE-294 Authentication Bypass by Capture-replay.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.Message', target: 'SE.DS.Trustline.Queue' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.Message', { detectsReplay: 'Yes' }],
      target: 'SE.DS.Trustline.Queue',
    },
  },
  {
    id: 'STRIDE.T8',
    title: 'Data in {target.Name} is changed by somebody not entitled to',
    category: 'T',
    priority: 'Medium',
    include: `source is 'GE.P' and target is 'GE.DS'`,
    exclude: `target.restrictsAccess is 'Yes' or target.Signed is 'Yes'`,
    description:
      'More people and programs can write to {target.Name} than need to. One of them, or an attacker who has taken one over, changes data that {source.Name} and others rely on.',
    further: {
      PossibleMitigations:
        'Grant write access per caller and per kind of data, keep administration apart, log changes, and detect silent ones by signatures or checksums.',
      References: 'CWE-732 Incorrect Permission Assignment for Critical Resource.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { Signed: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.T9',
    title: 'Poisoned messages reach {target.Name}',
    category: 'T',
    priority: 'Medium',
    include: `source.storeType is 'Queue' and target is 'GE.P'`,
    exclude: `target.hasInputSanitizers is 'Yes'`,
    description:
      '{target.Name} takes what is in {source.Name} for correct. Whoever can put a message there controls what {target.Name} does with it, often with more rights than the sender has.',
    further: {
      PossibleMitigations:
        'Check each message like any other input, limit who may write to the queue, sign messages where senders differ in trust, and set aside messages that fail again and again.',
      References: 'CWE-502 Deserialization of Untrusted Data.',
    },
    hit: {
      source: 'SE.DS.Trustline.Queue',
      flow: 'SE.DF.Trustline.Message',
      target: 'SE.P.Trustline.Worker',
    },
    miss: {
      source: 'SE.DS.Trustline.Queue',
      flow: 'SE.DF.Trustline.Message',
      target: ['SE.P.Trustline.Worker', { hasInputSanitizers: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.T10',
    title: 'Dangerous files are uploaded to {target.Name}',
    category: 'T',
    priority: 'High',
    include: `${FROM_CALLER} and target.acceptsFiles is 'Yes'`,
    description:
      'A file from {source.Name} may hold script, malware or a decompression bomb, overwrite another file by its name, or be run by {target.Name} or by the user who opens it later.',
    further: {
      PossibleMitigations:
        'Limit size and types, decide the type by content, choose file names yourself, store files outside the web root and serve them from another origin, and scan them.',
      References:
        'CWE-434 Unrestricted Upload of File with Dangerous Type. https://cheatsheetseries.owasp.org/cheatsheets/File_Upload_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { acceptsFiles: 'Yes' }],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { acceptsFiles: 'No' }],
    },
  },
  {
    id: 'STRIDE.T11',
    title: 'Settings in {source.Name} are changed',
    category: 'T',
    priority: 'Medium',
    include: `source.storeType is 'Configuration' and target is 'GE.P'`,
    exclude: `source.restrictsAccess is 'Yes' or source.Signed is 'Yes'`,
    description:
      '{target.Name} behaves as {source.Name} says. Whoever can write there switches off checks, redirects traffic or swaps keys without touching the code.',
    further: {
      PossibleMitigations:
        'Let only the deployment write settings, review changes, keep their history, and have {target.Name} refuse settings that cannot be right.',
      References: 'CWE-15 External Control of System or Configuration Setting.',
    },
    hit: { source: 'SE.DS.TMCore.ConfigFile', flow: 'SE.DF.Trustline.TCP', target: 'SE.P.TMCore.WebSvc' },
    miss: {
      source: ['SE.DS.TMCore.ConfigFile', { Signed: 'Yes' }],
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.P.TMCore.WebSvc',
    },
  },
];
