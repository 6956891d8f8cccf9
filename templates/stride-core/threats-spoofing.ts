import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_CLIENT, TO_WEB, TOUCHES_IDENTITY } from './filters.ts';

export const spoofing: readonly ThreatSource[] = [
  {
    id: 'STRIDE.S1',
    title: 'Somebody passes for {source.Name}',
    category: 'S',
    priority: 'High',
    include: `source is 'GE.EI' and target is 'GE.P'`,
    exclude: `source.authenticatesItself is 'Yes' or flow.authenticatesSource is 'Yes'`,
    description:
      '{target.Name} cannot be sure that a request really comes from {source.Name}. Somebody else who sends the same request over {flow.Name} is served with the rights of {source.Name}.',
    further: {
      PossibleMitigations:
        'Authenticate every caller before anything else happens. Use an established scheme (OpenID Connect, mutual TLS, signed requests) instead of one of your own. Ask people for a second factor where the damage would be high.',
      References:
        'CWE-287 Improper Authentication. https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html',
    },
    hit: { source: 'SE.EI.TMCore.User', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.P.TMCore.WebApp' },
    miss: {
      source: ['SE.EI.TMCore.User', { authenticatesItself: 'Yes' }],
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
    },
  },
  {
    id: 'STRIDE.S2',
    title: 'Calls of {source.Name} can be imitated',
    category: 'S',
    priority: 'Medium',
    include: `source is 'GE.P' and (target is 'GE.P' or target is 'GE.DS') and ${CROSSES_TRUST}`,
    exclude: `flow.authenticatesSource is 'Yes' or target.implementsAuthenticationScheme is 'Yes'`,
    description:
      'The call from {source.Name} to {target.Name} crosses a trust boundary, and {target.Name} does not check which program is calling. Any program that can reach {target.Name} can take the place of {source.Name}.',
    further: {
      PossibleMitigations:
        'Give each service an identity of its own (workload identity, client certificate, short-lived token) and let {target.Name} check it. A network address is not an identity.',
      References: 'CWE-306 Missing Authentication for Critical Function.',
    },
    hit: {
      source: 'SE.P.TMCore.WebApp',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.P.TMCore.WebApp',
      flow: ['SE.DF.TMCore.HTTPS', { authenticatesSource: 'Yes' }],
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.S3',
    title: '{target.Name} can be replaced by an impostor',
    category: 'S',
    priority: 'High',
    include: `target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `flow.authenticatesDestination is 'Yes'`,
    description:
      '{source.Name} does not verify that it talks to the real {target.Name}. An attacker who redirects the traffic, for example by a forged DNS answer or a rogue access point, receives what was meant for {target.Name}, credentials included.',
    further: {
      PossibleMitigations:
        'Use TLS and check the certificate and the host name of the server; never switch the check off. Send web users to HTTPS only (HSTS).',
      References:
        'CWE-295 Improper Certificate Validation. https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
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
    id: 'STRIDE.S4',
    title: 'Data goes to a false {target.Name}',
    category: 'S',
    priority: 'Medium',
    include: `(target is 'GE.DS' or (source is 'GE.P' and target is 'GE.EI')) and ${CROSSES_TRUST}`,
    exclude: `flow.authenticatesDestination is 'Yes'`,
    description:
      '{source.Name} sends data across a trust boundary without verifying that {target.Name} is the party it takes it for. The data may end up with somebody who only claims to be {target.Name}.',
    further: {
      PossibleMitigations:
        'Verify the identity of the receiver (server certificate, private endpoint, pinned address of a callback). Keep the addresses of other systems in protected configuration.',
      References: 'CWE-297 Improper Validation of Certificate with Host Mismatch.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.DS.TMCore.SQL',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.TCP', { authenticatesDestination: 'Yes' }],
      target: 'SE.DS.TMCore.SQL',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.S5',
    title: 'False data from a replaced {source.Name}',
    category: 'S',
    priority: 'Medium',
    include: `source is 'GE.DS' and ${CROSSES_TRUST}`,
    exclude: `flow.authenticatesSource is 'Yes'`,
    description:
      '{target.Name} reads from {source.Name} across a trust boundary without verifying which store answers. An attacker who puts another store in its place decides what {target.Name} believes.',
    further: {
      PossibleMitigations:
        'Connect with TLS and verify the server. Sign data that decisions depend on and check the signature on reading.',
      References: 'CWE-345 Insufficient Verification of Data Authenticity.',
    },
    hit: {
      source: 'SE.DS.TMCore.SQL',
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.DS.TMCore.SQL',
      flow: ['SE.DF.Trustline.TCP', { authenticatesSource: 'Yes' }],
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.S6',
    title: 'Credentials of users are guessed or reused',
    category: 'S',
    priority: 'Medium',
    include: `source.type is 'Human' and target is 'GE.P' and
      (target.implementsAuthenticationScheme is 'Yes' or target is 'SE.P.Trustline.IdentityProvider')`,
    exclude: `target.limitsLoad is 'Yes'`,
    description:
      'Attackers try passwords at the login of {target.Name}: lists from leaks of other sites, or a few common passwords on many accounts. Without a limit on attempts, some of them succeed.',
    further: {
      PossibleMitigations:
        'Slow down and limit attempts per account and per origin, reject passwords known from leaks, offer passkeys or a second factor, and tell users about new logins.',
      References:
        'CWE-307 Improper Restriction of Excessive Authentication Attempts. https://cheatsheetseries.owasp.org/cheatsheets/Credential_Stuffing_Prevention_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { implementsAuthenticationScheme: 'Yes' }],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { implementsAuthenticationScheme: 'Yes', limitsLoad: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.S7',
    title: 'The session of a user is taken over',
    category: 'S',
    priority: 'High',
    include: `${FROM_CLIENT} and ${TO_WEB} and
      (flow.Cookies is 'Yes' or target.implementsAuthenticationScheme is 'Yes')`,
    exclude: `flow.providesConfidentiality is 'Yes' and target.hasOutputSanitizers is 'Yes'`,
    description:
      'Whoever obtains the session cookie or token that {source.Name} sends to {target.Name} acts as that user until it expires. It can be read on an unprotected connection, stolen by injected script, or planted before the login.',
    further: {
      PossibleMitigations:
        'Set Secure, HttpOnly and SameSite on session cookies, issue a new session at login, keep lifetimes short and end sessions on the server at logout. Keep tokens out of addresses and of script-readable storage.',
      References:
        'CWE-384 Session Fixation. https://cheatsheetseries.owasp.org/cheatsheets/Session_Management_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: ['SE.DF.TMCore.HTTPS', { Cookies: 'Yes' }],
      target: 'SE.P.TMCore.WebApp',
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: ['SE.DF.TMCore.HTTPS', { Cookies: 'Yes' }],
      target: ['SE.P.TMCore.WebApp', { hasOutputSanitizers: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.S8',
    title: 'Forged or misdirected tokens',
    category: 'S',
    priority: 'High',
    include: TOUCHES_IDENTITY,
    description:
      'A login that passes between {source.Name} and {target.Name} ends in a token that others trust. If the token can be forged, is accepted although it was issued for somebody else, or is sent to an address that the attacker chose, the attacker is logged in as any user.',
    further: {
      PossibleMitigations:
        'Check signature, issuer, audience and expiry of every token with a maintained library. Use the authorisation code flow with PKCE, exact redirect addresses, state and nonce. Rotate signing keys.',
      References:
        'CWE-347 Improper Verification of Cryptographic Signature. https://datatracker.ietf.org/doc/html/rfc9700',
    },
    hit: { source: 'SE.P.TMCore.WebApp', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.EI.TMCore.AuthProvider' },
    miss: { source: 'SE.P.TMCore.WebApp', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.EI.TMCore.WebSvc' },
  },
];
