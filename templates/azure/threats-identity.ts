import type { ThreatSource } from '../../scripts/templates/format.ts';
import { IDENTITY } from './categories.ts';
import { FROM_OUTSIDE, FROM_PERSON } from './filters.ts';

export const identity: readonly ThreatSource[] = [
  {
    id: 'AZ.ID1',
    title: 'Anybody can call {target.Name}',
    category: IDENTITY,
    priority: 'High',
    include: `${FROM_OUTSIDE} and target is 'AZ.Compute'`,
    exclude: `target.authenticatesCallers is 'Yes'`,
    description:
      '{target.Name} answers {source.Name} without knowing who calls. An address on azurewebsites.net or a like domain is found by scanners within hours, so that a service which nobody announced is called by strangers as well.',
    further: {
      PossibleMitigations:
        'Let the platform (App Service authentication, Container Apps authentication) or the code demand an Entra ID token, and check its issuer, audience and app role. Leave anonymous only the paths that are meant for everybody.',
      References:
        'CWE-306 Missing Authentication for Critical Function. OWASP A07:2021 Identification and Authentication Failures.',
    },
    hit: { source: 'AZ.External.User', flow: 'AZ.Flow.Https', target: 'AZ.Compute.AppService' },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.AppService', { authenticatesCallers: 'Yes' }],
    },
  },
  {
    id: 'AZ.ID2',
    title: 'A caller gets more from {target.Name} than it may',
    category: IDENTITY,
    priority: 'High',
    include: `(${FROM_OUTSIDE} or source is 'AZ.Edge') and target is 'AZ.Compute'`,
    exclude: `target.checksPermissions is 'Yes'`,
    description:
      'A valid token says who calls, not what the caller may do. If {target.Name} does not check the role and the owner of each record, somebody who comes through {source.Name} changes an id in the request and works with the data of other customers.',
    further: {
      PossibleMitigations:
        'Define app roles in the app registration and check them on the server for every function. Compare the owner or tenant of each record with the token, in one place of the code, and test with two users.',
      References:
        'CWE-862 Missing Authorization. CWE-639 Authorization Bypass Through User-Controlled Key. OWASP A01:2021 Broken Access Control.',
    },
    hit: { source: 'AZ.Edge.FrontDoor', flow: 'AZ.Flow.Https', target: 'AZ.Compute.AppService' },
    miss: {
      source: 'AZ.Edge.FrontDoor',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.AppService', { checksPermissions: 'Yes' }],
    },
  },
  {
    id: 'AZ.ID3',
    title: 'The account of {source.Name} is taken over',
    category: IDENTITY,
    priority: 'High',
    include: `${FROM_PERSON} and target is 'AZ.Control.EntraId'`,
    exclude: `source.mfa is 'Phishing-resistant'`,
    description:
      'Passwords of {source.Name} are guessed, sprayed or phished, and codes and approvals are relayed by a page that looks like the sign-in of {target.Name}. With the account, the attacker opens whatever it may open in Azure.',
    further: {
      PossibleMitigations:
        'Require passkeys, security keys or certificates, for administrators first. Block legacy protocols, ban leaked passwords, and let sign-in risk stop or step up a sign-in.',
      References:
        'ATT&CK T1078.004 Cloud Accounts, T1110.003 Password Spraying, T1557 Adversary-in-the-Middle. CWE-308 Use of Single-factor Authentication.',
    },
    hit: {
      source: ['AZ.External.User', { mfa: 'Code or approval' }],
      flow: 'AZ.Flow.SignIn',
      target: 'AZ.Control.EntraId',
    },
    miss: {
      source: ['AZ.External.User', { mfa: 'Phishing-resistant' }],
      flow: 'AZ.Flow.SignIn',
      target: 'AZ.Control.EntraId',
    },
  },
  {
    id: 'AZ.ID4',
    title: 'A stolen token of {source.Name} is used elsewhere',
    category: IDENTITY,
    priority: 'Medium',
    include: `(${FROM_PERSON} or source is 'AZ.External.Client') and target is 'AZ.Control.EntraId'`,
    exclude: `target.conditionalAccess is 'All users and apps'`,
    description:
      'Malware or a relayed sign-in takes the token that {target.Name} issued to {source.Name}. Without conditions on device, place and lifetime, the token works on the machine of the attacker until it expires, second factor or not.',
    further: {
      PossibleMitigations:
        'Demand a managed or compliant device for sensitive apps, bind tokens to the device where the client can do it, shorten sessions of administrators, and use continuous access evaluation. Leave no user and no app outside the policies but the emergency accounts.',
      References:
        'ATT&CK T1528 Steal Application Access Token, T1550.001 Application Access Token. CWE-613 Insufficient Session Expiration.',
    },
    hit: { source: 'AZ.External.User', flow: 'AZ.Flow.SignIn', target: 'AZ.Control.EntraId' },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.SignIn',
      target: ['AZ.Control.EntraId', { conditionalAccess: 'All users and apps' }],
    },
  },
  {
    id: 'AZ.ID5',
    title: '{source.Name} consents to a malicious app',
    category: IDENTITY,
    priority: 'Medium',
    include: `${FROM_PERSON} and target.appConsent is 'Yes'`,
    description:
      'An app of an attacker asks {source.Name} for permission to read mail or files. One click grants it in {target.Name}, and the app keeps its access after the password is changed.',
    further: {
      PossibleMitigations:
        'Let users consent to nothing, or to verified publishers and harmless permissions only. Offer a way to ask an administrator, and review grants and unused apps every quarter.',
      References: 'ATT&CK T1528 Steal Application Access Token, T1566.002 Spearphishing Link.',
    },
    hit: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.SignIn',
      target: ['AZ.Control.EntraId', { appConsent: 'Yes' }],
    },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.SignIn',
      target: ['AZ.Control.EntraId', { appConsent: 'No, administrators decide' }],
    },
  },
  {
    id: 'AZ.ID6',
    title: 'Permanent rights of {source.Name} are abused',
    category: IDENTITY,
    priority: 'Critical',
    include: `source is 'AZ.External.Administrator' and not source.privilegedAccess is 'Just in time with approval (PIM)' and
      (target is 'AZ.Control' or target is 'AZ.Store')`,
    exclude: `target is 'AZ.Control.Bastion'`,
    description:
      '{source.Name} holds roles for {target.Name} day and night, also when nothing is to be done. Whoever takes over the account, its session or its device has those rights at once and can give more to accounts of their own.',
    further: {
      PossibleMitigations:
        'Make privileged roles eligible, not active: activation for hours, with a reason, a second factor and, for Global Administrator, Owner and User Access Administrator, an approval. Keep two watched emergency accounts. Review assignments regularly.',
      References:
        'ATT&CK T1098.003 Additional Cloud Roles, T1078.004 Cloud Accounts. CWE-269 Improper Privilege Management.',
    },
    hit: {
      source: ['AZ.External.Administrator', { privilegedAccess: 'Permanent' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
    miss: {
      source: ['AZ.External.Administrator', { privilegedAccess: 'Just in time with approval (PIM)' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
  },
  {
    id: 'AZ.ID7',
    title: '{source.Name} administers with an account that is used for other things',
    category: IDENTITY,
    priority: 'High',
    include: `source.adminAccount is 'Everyday account' or source.adminAccount is 'Shared account'`,
    description:
      'The account that reads mail, or that a team shares, also administers {target.Name}. One phishing mail, or one synchronised account of the on-premises directory, leads to Azure, and a shared account does not say who acted.',
    further: {
      PossibleMitigations:
        'Give each administrator a separate account that exists in Entra ID only, has no mailbox, and signs in from a hardened device. Do away with shared accounts.',
      References:
        'ATT&CK T1078.004 Cloud Accounts, T1566 Phishing. CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: {
      source: ['AZ.External.Administrator', { adminAccount: 'Everyday account' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
    miss: {
      source: ['AZ.External.Administrator', { adminAccount: 'Separate, cloud only' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
  },
  {
    id: 'AZ.ID8',
    title: 'The device of {source.Name} hands over the session',
    category: IDENTITY,
    priority: 'High',
    include: `source is 'AZ.External.Administrator' and
      (flow crosses 'AZ.Line.Internet' or flow crosses 'AZ.Area.Tenant' or source.adminDevice is 'Any device')`,
    exclude: `source.adminDevice is 'Hardened and managed'`,
    description:
      '{source.Name} administers {target.Name} over the internet, from a device that also opens mail and pages. Malware on it takes the cookie or token of the portal or the command line and works on as the administrator.',
    further: {
      PossibleMitigations:
        'Let privileged roles sign in from managed, hardened devices only (Conditional Access with a device filter), without mail and with few pages allowed. Protect tokens by binding them to the device, and end sessions after hours.',
      References:
        'ATT&CK T1539 Steal Web Session Cookie, T1528 Steal Application Access Token. CWE-613 Insufficient Session Expiration.',
    },
    hit: {
      source: 'AZ.External.Administrator',
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
      crosses: ['AZ.Line.Internet'],
    },
    miss: {
      source: 'AZ.External.Administrator',
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
  },
  {
    id: 'AZ.ID9',
    title: '{source.Name} of another tenant reaches more than agreed',
    category: IDENTITY,
    priority: 'Medium',
    include: `source is 'AZ.External.Partner' and flow crosses 'AZ.Area.Tenant'`,
    exclude: `source.agreementReviewed is 'Yes'`,
    description:
      '{source.Name} belongs to a tenant whose sign-in rules are not yours. Guests who stay after the project, wide groups and delegated administration let its intruders into {target.Name}.',
    further: {
      PossibleMitigations:
        'Limit which tenants may be invited (cross-tenant access settings), give guests single groups with an end date, trust only second factors that you know, and review guests and delegated administration every quarter.',
      References: 'ATT&CK T1199 Trusted Relationship. CWE-284 Improper Access Control.',
    },
    hit: {
      source: 'AZ.External.Partner',
      flow: 'AZ.Flow.Https',
      target: 'AZ.Compute.AppService',
      crosses: ['AZ.Area.Tenant'],
    },
    miss: { source: 'AZ.External.Partner', flow: 'AZ.Flow.Https', target: 'AZ.Compute.AppService' },
  },
  {
    id: 'AZ.ID10',
    title: 'Whoever controls {source.Name} controls more of Azure than it needs',
    category: IDENTITY,
    priority: 'High',
    include: `(source.identityRights is 'Subscription or more' or source.identityRights is 'Resource group' or
      (source is 'AZ.Compute' and flow crosses 'AZ.Area.Subscription' and not source.identityRights is 'Single resources')) and
      (target is 'AZ.Store' or target is 'AZ.Control' or target is 'AZ.Compute')`,
    description:
      'The identity of {source.Name} has roles far beyond {target.Name}. A flaw in its code, or one stolen token, becomes control over the other resources of the group or subscription.',
    further: {
      PossibleMitigations:
        'Grant data roles (such as reading blobs) on the single resource instead of Contributor or Owner above it. Compare granted with used permissions, and remove what was not used for 90 days.',
      References: 'CWE-250 Execution with Unnecessary Privileges. ATT&CK T1078.004 Cloud Accounts.',
    },
    hit: {
      source: ['AZ.Compute.Functions', { identityRights: 'Resource group' }],
      flow: 'AZ.Flow.Https',
      target: 'AZ.Store.Blob',
    },
    miss: {
      source: ['AZ.Compute.Functions', { identityRights: 'Single resources' }],
      flow: 'AZ.Flow.Https',
      target: 'AZ.Store.Blob',
    },
  },
  {
    id: 'AZ.ID11',
    title: '{source.Name} may do anything in {target.Name}',
    category: IDENTITY,
    priority: 'Medium',
    include: `source is 'AZ.Compute' and target is 'AZ.Store' and not target is 'AZ.Store.KeyVault' and
      not target is 'AZ.Store.LogAnalytics'`,
    exclude: `target.roleScope is 'Per workload, least privilege'`,
    description:
      'With an account key, an owner login or a broad data role, {source.Name} reads, changes and deletes everything in {target.Name}, also what belongs to other workloads.',
    further: {
      PossibleMitigations:
        'Give each workload its own data role or contained database user, on the container, queue or schema that it uses, and split reading from writing.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. OWASP A01:2021 Broken Access Control.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Database', target: 'AZ.Store.Sql' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Database',
      target: ['AZ.Store.Sql', { roleScope: 'Per workload, least privilege' }],
    },
  },
  {
    id: 'AZ.ID12',
    title: 'Several workloads act as {target.Name}',
    category: IDENTITY,
    priority: 'Medium',
    include: `source is 'AZ.Compute' and target.identityUsedBy is 'Several workloads'`,
    description:
      '{source.Name} shares {target.Name} with other workloads. Each of them has the rights that any of them needs, a break-in to one opens all, and logs cannot tell them apart.',
    further: {
      PossibleMitigations:
        'Use a managed identity for each workload, system-assigned where the workload is deployed as one. Share only among copies of the same workload.',
      References: 'CWE-653 Improper Isolation or Compartmentalization. ATT&CK T1078.004 Cloud Accounts.',
    },
    hit: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.SignIn',
      target: ['AZ.Control.ManagedIdentity', { identityUsedBy: 'Several workloads' }],
    },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.SignIn',
      target: ['AZ.Control.ManagedIdentity', { identityUsedBy: 'One workload' }],
    },
  },
  {
    id: 'AZ.ID13',
    title: '{target.Name} is made to hand out its own token',
    category: IDENTITY,
    priority: 'High',
    include: `(source is 'AZ.External' or source is 'AZ.Edge') and target.fetchesUrls is 'Yes'`,
    description:
      'A caller behind {source.Name} names the address that {target.Name} fetches. With a local address it can reach the endpoint that issues tokens of the managed identity, or services that answer only within the virtual network.',
    further: {
      PossibleMitigations:
        'Allow only known hosts, resolve and check the address before each request and redirect, refuse private and link-local ranges (169.254.169.254), and do not let callers set headers. Fetch in a component without identity.',
      References:
        'CWE-918 Server-Side Request Forgery. ATT&CK T1552.005 Cloud Instance Metadata API. OWASP A10:2021 Server-Side Request Forgery.',
    },
    hit: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.AppService', { fetchesUrls: 'Yes' }],
    },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.AppService', { fetchesUrls: 'No' }],
    },
  },
];
