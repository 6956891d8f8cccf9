import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at, CALLER, CROSSES, INTERNET, PASSED_ON, STRONG_CALLER, source, target } from './filters.ts';

const IDENTITY = 'WEB.C.Identity';
const TO_LOG_IN = target('Service.IdentityProvider', 'External.LogInService');

export const identity: readonly ThreatSource[] = [
  {
    id: 'WEB.T.NoAuthentication',
    title: '{target.Name} acts for callers whom it does not know',
    category: IDENTITY,
    priority: 'High',
    include: `((${CALLER} and ${CROSSES}) or ${PASSED_ON}) and target is 'WEB.Service'`,
    exclude: `target.authenticatesCallers is 'Yes' or target is 'WEB.Service.IdentityProvider' or
      target is 'WEB.Service.Proxy' or target is 'WEB.Service.Cdn' or target is 'WEB.Service.WebhookReceiver'`,
    description:
      'One endpoint of {target.Name} that forgot to ask is enough: whoever finds its address uses it without an account. Such endpoints are often new, old, meant for tests, or thought to be known to {source.Name} only.',
    further: {
      PossibleMitigations:
        'Require authentication by default in one place (middleware, gateway) and list the public endpoints by name. Test in the pipeline that every other route answers 401 to a request without a token.',
      References:
        'CWE-306 Missing Authentication for Critical Function. API2:2023 Broken Authentication. A07:2021 Identification and Authentication Failures.',
    },
    hit: at('Client.SinglePageApp', 'Flow.Https', 'Service.RestApi', INTERNET),
    miss: at(
      'Client.SinglePageApp',
      'Flow.Https',
      ['Service.RestApi', { authenticatesCallers: 'Yes' }],
      INTERNET,
    ),
  },
  {
    id: 'WEB.T.InternalTrust',
    title: '{target.Name} trusts whatever seems to come from {source.Name}',
    category: IDENTITY,
    priority: 'Medium',
    include: `source is 'WEB.Service' and target is 'WEB.Service' and
      (not ${STRONG_CALLER} or source.forwardsIdentity is 'Plain header')`,
    description:
      'If the network position or a plain header is the only proof, anybody who gets a foothold inside, or a way around {source.Name}, calls {target.Name} directly and names the user of their choice.',
    further: {
      PossibleMitigations:
        'Let {source.Name} prove who it is (mutual TLS, workload identity, signed token for this audience) and pass the user on in a signed token. Drop identity headers that come from outside. Let {target.Name} accept connections from its callers only.',
      References:
        'CWE-290 Authentication Bypass by Spoofing. API2:2023 Broken Authentication. A07:2021 Identification and Authentication Failures.',
    },
    hit: at('Service.Gateway', 'Flow.Https', 'Service.RestApi'),
    miss: at(
      'Service.Gateway',
      ['Flow.Https', { callerIdentity: 'Bound token or mutual TLS' }],
      'Service.RestApi',
    ),
  },
  {
    id: 'WEB.T.TokenNotVerified',
    title: '{target.Name} accepts forged or foreign tokens',
    category: IDENTITY,
    priority: 'High',
    include: `target is 'WEB.Service' and flow.callerIdentity is 'Bearer token'`,
    exclude: `target.verifiesTokens is 'Yes'`,
    description:
      'A token is proof only if it is checked in full. Without the check of the signature anybody writes their own; without issuer and audience, a token that another service received from {source.Name} is good here as well; without expiry, an old one.',
    further: {
      PossibleMitigations:
        'Use a maintained library and fix the algorithms and keys that you accept. Check signature, issuer, audience, expiry and kind of token on every request, in {target.Name} itself and not only at the edge.',
      References:
        'CWE-347 Improper Verification of Cryptographic Signature. API2:2023 Broken Authentication. RFC 8725 JSON Web Token Best Current Practices.',
    },
    hit: at('Client.MobileApp', ['Flow.Https', { callerIdentity: 'Bearer token' }], 'Service.RestApi'),
    miss: at(
      'Client.MobileApp',
      ['Flow.Https', { callerIdentity: 'Bearer token' }],
      ['Service.RestApi', { verifiesTokens: 'Yes' }],
    ),
  },
  {
    id: 'WEB.T.CredentialStuffing',
    title: 'Leaked or guessed passwords open accounts at {target.Name}',
    category: IDENTITY,
    priority: 'High',
    include: `(${CALLER} or ${PASSED_ON}) and target is 'WEB.Service.IdentityProvider'`,
    exclude: `source.provesIdentity is 'Passkey' or
      (target.slowsGuessing is 'Yes' and target.secondFactor is 'For everybody')`,
    description:
      'People use one password in many places. Attackers try lists of leaked pairs, or a few common passwords for many names, from thousands of addresses, and take over the accounts that open.',
    further: {
      PossibleMitigations:
        'Offer passkeys and require a second factor. Slow down per account and per source, refuse passwords from known leaks, answer the same for unknown names, and warn people of log-ins from new devices. Guard the recovery of accounts as well as the log-in.',
      References:
        'CWE-307 Improper Restriction of Excessive Authentication Attempts. CAPEC-600 Credential Stuffing. T1110.004 Credential Stuffing. API2:2023.',
    },
    hit: at('External.User', 'Flow.Https', 'Service.IdentityProvider'),
    miss: at('External.User', 'Flow.Https', [
      'Service.IdentityProvider',
      { slowsGuessing: 'Yes', secondFactor: 'For everybody' },
    ]),
  },
  {
    id: 'WEB.T.StaffPhishing',
    title: 'The account of {source.Name} is phished',
    category: IDENTITY,
    priority: 'High',
    include: `source is 'WEB.External.Administrator' and target is 'WEB.Service'`,
    exclude: `source.provesIdentity is 'Passkey' or source.provesIdentity is 'Client certificate'`,
    description:
      '{source.Name} may do more than any user. A false log-in page takes the password and a typed code alike, and the attacker then works in {target.Name} with all these rights.',
    further: {
      PossibleMitigations:
        'Require passkeys, security keys or client certificates on managed devices for all accounts with special rights. Give such rights for a limited time and a named reason.',
      References:
        'CWE-308 Use of Single-factor Authentication. T1566 Phishing. A07:2021 Identification and Authentication Failures.',
    },
    hit: at(
      ['External.Administrator', { provesIdentity: 'Password and second factor' }],
      'Flow.Https',
      'Service.AdminConsole',
    ),
    miss: at(['External.Administrator', { provesIdentity: 'Passkey' }], 'Flow.Https', 'Service.AdminConsole'),
  },
  {
    id: 'WEB.T.SharedKey',
    title: 'Whoever finds the key of {source.Name} is {source.Name}',
    category: IDENTITY,
    priority: 'Medium',
    include: `flow.callerIdentity is 'API key' or
      (source is 'WEB.External.Partner' and target is 'WEB.Service' and
        (source.provesIdentity is 'API key' or source.provesIdentity is 'Password'))`,
    exclude: `flow.credentialScoped is 'Yes'`,
    description:
      'The key for {flow.Name} is sent with each request and works from anywhere. It ends up in repositories, tickets, logs and scripts; without a scope and an end it opens everything for years.',
    further: {
      PossibleMitigations:
        'Give each caller a key of its own with the rights it needs, store only a hash on the server, rotate it and revoke it on suspicion. Better: client credentials with short-lived tokens, bound by mutual TLS. Search repositories for keys.',
      References:
        'CWE-522 Insufficiently Protected Credentials. T1552 Unsecured Credentials. API2:2023 Broken Authentication.',
    },
    hit: at('External.Partner', ['Flow.Https', { callerIdentity: 'API key' }], 'Service.RestApi'),
    miss: at(
      'External.Partner',
      ['Flow.Https', { callerIdentity: 'API key', credentialScoped: 'Yes' }],
      'Service.RestApi',
    ),
  },
  {
    id: 'WEB.T.Session',
    title: 'Sessions in {target.Name} are taken over',
    category: IDENTITY,
    priority: 'Medium',
    include: `source is 'WEB.Service' and target is 'WEB.Store.SessionStore'`,
    exclude: `target.renewsSession is 'Yes' and target.endsSession is 'Yes'`,
    description:
      'An identifier that exists before the log-in and stays the same can be planted by an attacker. One that does not end when the user logs out, changes the password or goes away is good for whoever finds it later.',
    further: {
      PossibleMitigations:
        'Let the framework make random identifiers, renew them at log-in and at each change of rights, and send them in cookies that are Secure, HttpOnly and SameSite. End sessions after idle time, after an absolute time, at log-out and at a change of password, on the server.',
      References:
        'CWE-384 Session Fixation, CWE-613 Insufficient Session Expiration. https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
    hit: at('Service.WebApp', 'Flow.Query', ['Store.SessionStore', { renewsSession: 'Yes' }]),
    miss: at('Service.WebApp', 'Flow.Query', [
      'Store.SessionStore',
      { renewsSession: 'Yes', endsSession: 'Yes' },
    ]),
  },
  {
    id: 'WEB.T.TokenTheft',
    title: 'Tokens are stolen from {source.Name}',
    category: IDENTITY,
    priority: 'High',
    include: `source is 'WEB.Client' and target is 'WEB.Service' and
      (flow.callerIdentity is 'Bearer token' or source.tokenStorage is 'Readable storage')`,
    exclude: `source.tokenStorage is 'Memory only' or source.tokenStorage is 'HttpOnly cookie' or
      source.tokenStorage is 'Platform keystore'`,
    description:
      'What script or another app on the device can read, it can send away. A token from local storage, a plain file or a log gives the attacker the session of the user at {target.Name}, from any place.',
    further: {
      PossibleMitigations:
        'In browsers, keep tokens on the server behind an HttpOnly session cookie (backend for frontend), or in memory only. On phones, use the keystore of the platform. Keep access tokens short-lived, rotate refresh tokens, and bind tokens to the client (DPoP, mutual TLS).',
      References:
        'CWE-922 Insecure Storage of Sensitive Information. T1528 Steal Application Access Token. T1539 Steal Web Session Cookie.',
    },
    hit: at(
      ['Client.SinglePageApp', { tokenStorage: 'Readable storage' }],
      ['Flow.Https', { callerIdentity: 'Bearer token' }],
      'Service.RestApi',
    ),
    miss: at(
      ['Client.SinglePageApp', { tokenStorage: 'Memory only' }],
      ['Flow.Https', { callerIdentity: 'Bearer token' }],
      'Service.RestApi',
    ),
  },
  {
    id: 'WEB.T.LongTokens',
    title: 'Tokens from {target.Name} stay good after a theft',
    category: IDENTITY,
    priority: 'Low',
    include: `${source('Client', 'Service')} and target is 'WEB.Service.IdentityProvider'`,
    exclude: `target.tokenLifetime is 'Minutes'`,
    description:
      'An access token that {source.Name} receives cannot be called back where it is only checked by its signature. The longer it lives, the longer a thief, a dismissed employee or a closed account keeps its rights.',
    further: {
      PossibleMitigations:
        'Let access tokens live for minutes and renew them with refresh tokens that rotate and can be revoked. Revoke the whole family when an old refresh token comes back. Ask {target.Name} again before critical actions.',
      References:
        'CWE-613 Insufficient Session Expiration. API2:2023 Broken Authentication. RFC 9700 Best Current Practice for OAuth 2.0 Security.',
    },
    hit: at('Service.Gateway', 'Flow.Https', ['Service.IdentityProvider', { tokenLifetime: 'Hours' }]),
    miss: at('Service.Gateway', 'Flow.Https', ['Service.IdentityProvider', { tokenLifetime: 'Minutes' }]),
  },
  {
    id: 'WEB.T.CodeInterception',
    title: 'A log-in between {source.Name} and {target.Name} is diverted',
    category: IDENTITY,
    priority: 'High',
    include: `(${source('Client', 'Service')} and ${TO_LOG_IN}) or (flow is 'WEB.Flow.Redirect' and
      ${source('Service.IdentityProvider', 'External.LogInService')})`,
    exclude: `target.codeProtection is 'PKCE and exact redirects' or
      source.codeProtection is 'PKCE and exact redirects'`,
    description:
      'Redirect addresses that are matched by pattern send the code of a user to an address of the attacker; without PKCE, a code that was caught is exchanged for tokens, or the user is logged in to an account of the attacker without noticing.',
    further: {
      PossibleMitigations:
        'Use the authorisation code flow with PKCE for every client, compare redirect addresses character by character, bind state and nonce to the session of the browser, and let a code work once and for a minute. Switch off the implicit and the password grant.',
      References:
        'CWE-601 URL Redirection to Untrusted Site, CWE-352 Cross-Site Request Forgery. RFC 9700 Best Current Practice for OAuth 2.0 Security. https://cheatsheetseries.owasp.org/cheatsheets/OAuth2_Cheat_Sheet.html',
    },
    hit: at('Client.MobileApp', 'Flow.Https', [
      'Service.IdentityProvider',
      { codeProtection: 'One of the two' },
    ]),
    miss: at('Client.MobileApp', 'Flow.Https', [
      'Service.IdentityProvider',
      { codeProtection: 'PKCE and exact redirects' },
    ]),
  },
];
