import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC } from './filters.ts';

export const identityThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.ID1',
    title: '{source.Name} reaches {target.Name} as an identity that others share',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `source is 'GCP.Workload' and (
      (target is 'GCP.Messaging' and source.runsAs is 'Default service account') or
      ((target is 'GCP.Store' or target is 'GCP.Control') and
        (source.runsAs is 'Not Selected' or source.runsAs is 'Default service account')))`,
    description:
      'Workloads that name no service account run as the default one of the project, which in older projects is an Editor. Everything that runs there has the same rights as {source.Name}, and a flaw in any of it opens {target.Name}.',
    further: {
      PossibleMitigations:
        'Create a service account per workload and grant it roles on single resources. Disable automatic grants to default accounts (iam.automaticIamGrantsForDefaultServiceAccounts) and remove Editor from those that exist.',
      References:
        'CWE-1188 Initialization of a Resource with an Insecure Default. T1078.004 Valid Accounts: Cloud Accounts. https://cloud.google.com/iam/docs/best-practices-service-accounts',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Store.Bucket'),
    miss: at(
      ['GCP.Workload.CloudRun', { runsAs: 'Service account of its own' }],
      'GCP.Flow.Api',
      'GCP.Store.Bucket',
    ),
  },
  {
    id: 'GCP.ID2',
    title: 'Roles of {source.Name} reach beyond {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `source is 'GCP.Workload' and (source.grants is 'Owner or Editor' or source.grants is 'On the whole project') and
      (target is 'GCP.Store' or target is 'GCP.Control' or target is 'GCP.Messaging' or target is 'GCP.Workload')`,
    description:
      'The service account of {source.Name} holds its roles on the whole project or is an Editor. With one flaw in the code, an attacker reads every bucket, secret and topic of the project, not only {target.Name}.',
    further: {
      PossibleMitigations:
        'Grant predefined roles on the bucket, topic, secret or dataset itself. Never use basic roles for code. Apply the proposals of the IAM recommender, and add deny policies for what no workload may do.',
      References: 'CWE-250 Execution with Unnecessary Privileges. CWE-269 Improper Privilege Management.',
    },
    hit: at(['GCP.Workload.Function', { grants: 'Owner or Editor' }], 'GCP.Flow.Api', 'GCP.Messaging.PubSub'),
    miss: at(
      ['GCP.Workload.Function', { grants: 'Narrow, on single resources' }],
      'GCP.Flow.Api',
      'GCP.Messaging.PubSub',
    ),
  },
  {
    id: 'GCP.ID3',
    title: 'More principals than {source.Name} can act as {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'Critical',
    include: `target is 'GCP.Control.ServiceAccount'`,
    exclude: `target.impersonators is 'Named principals on this account'`,
    description:
      'Token Creator or Service Account User granted on the project covers all service accounts in it. A developer or a build then acts as the strongest of them: the shortest way from little to everything in Google Cloud.',
    further: {
      PossibleMitigations:
        'Grant roles/iam.serviceAccountTokenCreator and roles/iam.serviceAccountUser on single accounts only. Keep strong accounts in a project of their own. Find chains with Policy Analyzer, and alarm on GenerateAccessToken by new callers.',
      References:
        'CWE-269 Improper Privilege Management. T1548.005 Abuse Elevation Control Mechanism: Temporary Elevated Cloud Access. https://cloud.google.com/iam/docs/service-account-impersonation',
    },
    hit: at('GCP.Workload.Build', 'GCP.Flow.ActAs', 'GCP.Control.ServiceAccount'),
    miss: at('GCP.Workload.Build', 'GCP.Flow.ActAs', [
      'GCP.Control.ServiceAccount',
      { impersonators: 'Named principals on this account' },
    ]),
  },
  {
    id: 'GCP.ID4',
    title: '{target.Name} gives {source.Name} more roles than the task needs',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `target is 'GCP.Control.ServiceAccount' and flow is 'GCP.Flow.ActAs' and not target.grants is 'Narrow, on single resources'`,
    description:
      '{target.Name} may do more than its task needs, or nobody has looked. Control over {source.Name}, for one workflow run or one stolen token, is control over all of that.',
    further: {
      PossibleMitigations:
        'Split accounts by task (plan, apply, publish images) and grant each its roles on single resources. Exclude rights over IAM, or limit which roles may be granted (iam.googleapis.com/modifiedGrantsByRole condition).',
      References:
        'CWE-250 Execution with Unnecessary Privileges. T1098.003 Account Manipulation: Additional Cloud Roles.',
    },
    hit: at('GCP.Control.IdentityPool', 'GCP.Flow.ActAs', 'GCP.Control.ServiceAccount'),
    miss: at('GCP.Control.IdentityPool', 'GCP.Flow.ActAs', [
      'GCP.Control.ServiceAccount',
      { grants: 'Narrow, on single resources' },
    ]),
  },
  {
    id: 'GCP.ID5',
    title: 'A key file of {source.Name} is found and used',
    category: 'GCP.C.Identity',
    priority: 'Critical',
    include: `source.outsideLogin is 'Service account key' or source.runsAs is 'Key file of a service account' or
      (target is 'GCP.Control.ServiceAccount' and target.keys is 'Exist')`,
    description:
      'Service account keys never expire by themselves. They are copied into repositories, images and laptops, and work from anywhere. Whoever finds one is {source.Name} towards {target.Name}, with no second factor to stop them.',
    further: {
      PossibleMitigations:
        'Attach service accounts to workloads; use workload identity federation from outside. Forbid key creation and upload by organization policy (iam.disableServiceAccountKeyCreation). Until then limit the lifetime of keys and alarm on their use from new addresses.',
      References:
        'CWE-522 Insufficiently Protected Credentials. T1552.001 Unsecured Credentials: Credentials In Files. CICD-SEC-6 Insufficient Credential Hygiene.',
    },
    hit: at(
      ['GCP.External.Pipeline', { outsideLogin: 'Service account key' }],
      'GCP.Flow.Api',
      'GCP.Store.ArtifactRegistry',
    ),
    miss: at(
      ['GCP.External.Pipeline', { outsideLogin: 'Workload identity federation' }],
      'GCP.Flow.Api',
      'GCP.Store.ArtifactRegistry',
    ),
  },
  {
    id: 'GCP.ID6',
    title: '{target.Name} accepts tokens that are not from {source.Name}',
    category: 'GCP.C.Identity',
    priority: 'Critical',
    include: `target is 'GCP.Control.IdentityPool'`,
    exclude: `target.condition is 'Repository or subject'`,
    description:
      'The issuer of a hosted CI service signs tokens for all its customers. Without an attribute condition, {target.Name} exchanges the token of any repository in the world; with one on the organization only, that of every workflow in it.',
    further: {
      PossibleMitigations:
        'Set an attribute condition on ids that cannot be registered again (repository and owner id) and on branch or environment. Bind the service account to a principal of that repository (principalSet with attribute), not to the whole pool.',
      References:
        'CWE-1220 Insufficient Granularity of Access Control. CICD-SEC-2 Inadequate Identity and Access Management. https://cloud.google.com/iam/docs/best-practices-for-using-workload-identity-federation',
    },
    hit: at('GCP.External.Pipeline', 'GCP.Flow.ActAs', 'GCP.Control.IdentityPool'),
    miss: at('GCP.External.Pipeline', 'GCP.Flow.ActAs', [
      'GCP.Control.IdentityPool',
      { condition: 'Repository or subject' },
    ]),
  },
  {
    id: 'GCP.ID7',
    title: 'Rights given at {target.Name} hold for everything below it',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `target is 'GCP.Control.Policy'`,
    exclude: `target.guardrails is 'Yes'`,
    description:
      'IAM is inherited: a role that {source.Name} grants at {target.Name} cannot be taken away in a project further down. One grant to a person outside, to allUsers or to a group that anybody may join opens all of them.',
    further: {
      PossibleMitigations:
        'Grant at the lowest level that works, to groups whose owners and settings you control. Enforce domain restricted sharing (iam.allowedPolicyMemberDomains) and the other baseline policies at the organization. Keep few principals who may set IAM there, and alarm on SetIamPolicy.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. T1098.003 Account Manipulation: Additional Cloud Roles. A01:2021 Broken Access Control.',
    },
    hit: at('GCP.External.Administrator', 'GCP.Flow.Api', 'GCP.Control.Policy'),
    miss: at('GCP.External.Administrator', 'GCP.Flow.Api', ['GCP.Control.Policy', { guardrails: 'Yes' }]),
  },
  {
    id: 'GCP.ID8',
    title: 'Stolen login of {source.Name} opens {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `source is 'GCP.External.Administrator'`,
    exclude: `source.adminLogin is 'Passkey or security key'`,
    description:
      'A phished account of {source.Name} works on {target.Name} with administrative rights. Codes and prompts are phished together with the password, and the tokens that the command line keeps on the laptop outlive both.',
    further: {
      PossibleMitigations:
        'Enforce passkeys or security keys for everybody with rights in Google Cloud. Shorten sessions for console and command line. Bind access to managed devices (context-aware access). Give super administrators accounts of their own that do nothing else.',
      References:
        'CWE-308 Use of Single-factor Authentication. T1078.004 Valid Accounts: Cloud Accounts. T1528 Steal Application Access Token.',
    },
    hit: at('GCP.External.Administrator', 'GCP.Flow.HTTPS', 'GCP.Workload.GKE'),
    miss: at(
      ['GCP.External.Administrator', { adminLogin: 'Passkey or security key' }],
      'GCP.Flow.HTTPS',
      'GCP.Workload.GKE',
    ),
  },
  {
    id: 'GCP.ID9',
    title: '{source.Name} can change {target.Name} at any time, alone',
    category: 'GCP.C.Identity',
    priority: 'Medium',
    include: `source is 'GCP.External.Administrator' and (target is 'GCP.Control' or target is 'GCP.Store' or target is 'GCP.Workload.ComputeEngine')`,
    exclude: `source.standing is 'On request, for hours'`,
    description:
      '{source.Name} holds rights over {target.Name} all the time. A mistake, an insider or stolen credentials do their damage at once, with nobody else to stop or notice it.',
    further: {
      PossibleMitigations:
        'Grant production roles through Privileged Access Manager: on request, with a reason, approved by somebody else, for hours. Make changes through the pipeline. Keep a tested break-glass account that raises an alarm.',
      References:
        'CWE-269 Improper Privilege Management. T1548.005 Abuse Elevation Control Mechanism: Temporary Elevated Cloud Access.',
    },
    hit: at('GCP.External.Administrator', 'GCP.Flow.Api', 'GCP.Control.KMS'),
    miss: at(
      ['GCP.External.Administrator', { standing: 'On request, for hours' }],
      'GCP.Flow.Api',
      'GCP.Control.KMS',
    ),
  },
  {
    id: 'GCP.ID10',
    title: '{source.Name} reads the mail and files of everybody in {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'Critical',
    include: `target is 'GCP.External.Workspace'`,
    exclude: `target.delegation is 'None'`,
    description:
      'A service account with domain-wide delegation acts as any user of the company. Whoever controls {source.Name}, or can create a key for its service account, reads all mailboxes and drives within the scopes.',
    further: {
      PossibleMitigations:
        'Share the single folder, calendar or mailbox with the service account instead. Where delegation must remain, list the fewest scopes, keep the account in a project of its own without keys, and review the list of clients in the admin console.',
      References:
        'CWE-250 Execution with Unnecessary Privileges. T1098.003 Account Manipulation: Additional Cloud Roles. T1114.002 Email Collection: Remote Email Collection.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.External.Workspace'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.External.Workspace', { delegation: 'None' }]),
  },
  {
    id: 'GCP.ID11',
    title: 'Neighbours of {source.Name} use the identity of the node',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `source is 'GCP.Workload.GKE' and (target is 'GCP.Control' or target is 'GCP.Store' or target is 'GCP.Messaging')`,
    exclude: `source.workloadIdentity is 'Yes'`,
    description:
      'Without Workload Identity Federation, {source.Name} asks the metadata server of its node for a token, and so can every other pod there. The weakest pod decides who reaches {target.Name}.',
    further: {
      PossibleMitigations:
        'Switch on Workload Identity Federation for GKE on the cluster and all node pools, with a Kubernetes service account per workload. Give nodes a service account with the minimal role (roles/container.defaultNodeServiceAccount). Autopilot does both.',
      References:
        'CWE-266 Incorrect Privilege Assignment. T1552.005 Unsecured Credentials: Cloud Instance Metadata API.',
    },
    hit: at('GCP.Workload.GKE', 'GCP.Flow.Api', 'GCP.Store.Bucket'),
    miss: at(['GCP.Workload.GKE', { workloadIdentity: 'Yes' }], 'GCP.Flow.Api', 'GCP.Store.Bucket'),
  },
  {
    id: 'GCP.ID12',
    title: 'Code next to {source.Name} takes its token from {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'Medium',
    include: `target is 'GCP.Control.Metadata'`,
    exclude: `source.workloadIdentity is 'Yes' or source.grants is 'Narrow, on single resources'`,
    description:
      'Everything that runs on the machine or in the container can ask {target.Name} for a token: plug-ins, agents, a shell that an attacker opened. The token is valid for an hour, from anywhere.',
    further: {
      PossibleMitigations:
        'Keep few roles on the service account, on single resources. Put a service perimeter around the data, so that a stolen token is refused outside. Use Workload Identity Federation for GKE. Disable legacy endpoints.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1552.005 Unsecured Credentials: Cloud Instance Metadata API.',
    },
    hit: at('GCP.Workload.ComputeEngine', 'GCP.Flow.HTTP', 'GCP.Control.Metadata'),
    miss: at(
      ['GCP.Workload.ComputeEngine', { grants: 'Narrow, on single resources' }],
      'GCP.Flow.HTTP',
      'GCP.Control.Metadata',
    ),
  },
  {
    id: 'GCP.ID13',
    title: 'Accounts of {source.Name} are taken over at {target.Name}',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `target is 'GCP.Control.IdentityPlatform' and source is 'GCP.External'`,
    exclude: `target.mfa is 'Required or passkeys'`,
    description:
      'Passwords that leaked elsewhere are tried at {target.Name} by the thousand. Without a second factor, one reused password is one account lost.',
    further: {
      PossibleMitigations:
        'Require a second factor or passkeys. Switch on reCAPTCHA protection and protection against enumeration of addresses, and set a password policy. Let blocking functions refuse risky sign-ins. Revoke refresh tokens on sign-out.',
      References:
        'CWE-308 Use of Single-factor Authentication. T1110.004 Brute Force: Credential Stuffing. A07:2021 Identification and Authentication Failures.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Control.IdentityPlatform'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', [
      'GCP.Control.IdentityPlatform',
      { mfa: 'Required or passkeys' },
    ]),
  },
  {
    id: 'GCP.ID14',
    title: '{target.Name} does not know who calls',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `target is 'GCP.Entry' and ${FROM_PUBLIC} and
      (target.authorizer is 'Not Selected' or target.authorizer is 'API keys only')`,
    exclude: `flow.dataClassification is 'Public' or flow.callerProof is 'Message signature'`,
    description:
      'Nothing between {source.Name} and what {target.Name} leads to proves who is calling, or only an API key, which names a project and is copied out of an app in minutes.',
    further: {
      PossibleMitigations:
        'Use Identity-Aware Proxy for staff, and verified tokens (issuer, audience, expiry, scope) for customers. Let services behind it verify the signed header of the proxy as well. Use API keys for quotas only.',
      References: 'CWE-306 Missing Authentication for Critical Function. API2:2023 Broken Authentication.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Entry.LoadBalancer'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', [
      'GCP.Entry.LoadBalancer',
      { authorizer: 'Identity-Aware Proxy' },
    ]),
  },
  {
    id: 'GCP.ID15',
    title: '{target.Name} hands out records of other customers',
    category: 'GCP.C.Identity',
    priority: 'High',
    include: `target is 'GCP.Workload' and not target is 'GCP.Workload.Build' and (source is 'GCP.Entry' or ${FROM_PUBLIC})`,
    exclude: `target.checksAccess is 'Yes' or flow.dataClassification is 'Public' or source.authorizer is 'Nothing, public content'`,
    description:
      'A valid token says who calls, not what the caller may see. If {target.Name} trusts the id in the request, a customer who changes it reads or changes what belongs to somebody else.',
    further: {
      PossibleMitigations:
        'Check for each record that it belongs to the caller in the token. Take the customer or tenant from the verified token, never from path, query or body. Test with two customers in the pipeline.',
      References:
        'CWE-639 Authorization Bypass Through User-Controlled Key. API1:2023 Broken Object Level Authorization.',
    },
    hit: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', 'GCP.Workload.CloudRun'),
    miss: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', ['GCP.Workload.CloudRun', { checksAccess: 'Yes' }]),
  },
];
