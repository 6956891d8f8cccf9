import type { ThreatSource } from '../../scripts/templates/format.ts';
import { SECRETS } from './categories.ts';
import { SENSITIVE } from './filters.ts';

export const secrets: readonly ThreatSource[] = [
  {
    id: 'AZ.SK1',
    title: 'The key of {source.Name} for {target.Name} leaks',
    category: SECRETS,
    priority: 'High',
    include: `source is 'AZ.Compute' and target is 'AZ.Store' and not target is 'AZ.Store.KeyVault'`,
    exclude: `target.localAuth is 'Disabled' or flow.signIn is 'Managed identity' or
      (source.outboundIdentity is 'Managed identity' and not target.localAuth is 'Enabled')`,
    description:
      'As long as {target.Name} accepts access keys or local logins, a connection string in settings, source code, logs or a developer’s mail opens all of it, from anywhere that can reach it and without a trace of who it was.',
    further: {
      PossibleMitigations:
        'Let {source.Name} sign in with a managed identity and a data role, then switch access keys and local logins off in {target.Name} and hold that by Azure Policy. Until then keep the key in Key Vault and rotate it.',
      References:
        'CWE-798 Use of Hard-coded Credentials. CWE-522 Insufficiently Protected Credentials. ATT&CK T1552.001 Credentials In Files.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Https', target: 'AZ.Store.Cosmos' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.Cosmos', { localAuth: 'Disabled' }],
    },
  },
  {
    id: 'AZ.SK2',
    title: 'A shared access signature is passed on',
    category: SECRETS,
    priority: 'High',
    include: `source.sas is 'Account key or long-lived' or target.sas is 'Account key or long-lived'`,
    description:
      'Links with a signature circulate between {source.Name} and {target.Name}. A link that is signed with the account key is valid for whoever holds it, for as long as it says, and cannot be taken back without changing the key for all.',
    further: {
      PossibleMitigations:
        'Issue user delegation signatures for minutes, one file and one right, over HTTPS only. Where links must live longer, tie them to a stored access policy that can be revoked. Disallow shared key access.',
      References: 'CWE-613 Insufficient Session Expiration. ATT&CK T1530 Data from Cloud Storage.',
    },
    hit: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.Blob', { sas: 'Account key or long-lived' }],
    },
    miss: {
      source: 'AZ.External.User',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.Blob', { sas: 'User delegation, short-lived' }],
    },
  },
  {
    id: 'AZ.SK3',
    title: '{source.Name} reads secrets of others in {target.Name}',
    category: SECRETS,
    priority: 'High',
    include: `target is 'AZ.Store.KeyVault'`,
    exclude: `target.permissionModel is 'Roles, one vault per workload'`,
    description:
      'In a vault that several workloads share, or with access policies, whoever may read one secret may read all. Whoever may manage the vault under access policies can grant themselves the right to read, so that an intruder at {source.Name} gathers every secret in {target.Name}.',
    further: {
      PossibleMitigations:
        'Use Azure roles for the data of the vault, one vault per workload and environment, and give workloads reading of secrets only. Keep people out, except by just-in-time roles.',
      References:
        'ATT&CK T1555.006 Cloud Secrets Management Stores. CWE-522 Insufficiently Protected Credentials.',
    },
    hit: { source: 'AZ.Compute.Functions', flow: 'AZ.Flow.Https', target: 'AZ.Store.KeyVault' },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.KeyVault', { permissionModel: 'Roles, one vault per workload' }],
    },
  },
  {
    id: 'AZ.SK4',
    title: 'What leaked from {target.Name} stays valid',
    category: SECRETS,
    priority: 'Medium',
    include: `source is 'AZ.Compute' and target is 'AZ.Store.KeyVault'`,
    exclude: `target.rotation is 'Yes'`,
    description:
      'A secret that {source.Name} fetches may have been copied to a log, a dump or a laptop long ago. Without rotation it opens the same door for years, and nobody dares to change it after an incident.',
    further: {
      PossibleMitigations:
        'Set an expiry on every secret, rotate automatically (rotation policy for keys, a function on the near-expiry event for secrets), and rehearse a change in an emergency. Better still, replace secrets by managed identities.',
      References: 'CWE-324 Use of a Key Past its Expiration Date. ATT&CK T1552 Unsecured Credentials.',
    },
    hit: { source: 'AZ.Compute.Functions', flow: 'AZ.Flow.Https', target: 'AZ.Store.KeyVault' },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.KeyVault', { rotation: 'Yes' }],
    },
  },
  {
    id: 'AZ.SK5',
    title: 'The credential of {source.Name} is stolen',
    category: SECRETS,
    priority: 'High',
    include: `source is 'AZ.Control.Pipeline' and (target is 'AZ.Control' or target is 'AZ.Compute' or target is 'AZ.Store')`,
    exclude: `source.deploySignIn is 'Federated identity'`,
    description:
      '{source.Name} keeps a secret or certificate of a service principal with which it deploys to {target.Name}. A malicious build step, a log, or a leak at the provider hands it over, and it works from any machine until it expires.',
    further: {
      PossibleMitigations:
        'Use workload identity federation, bound to the repository, branch and environment, so that there is no secret to steal. Delete old secrets of the app and let risky sign-ins of workload identities raise alerts.',
      References:
        'OWASP CICD-SEC-6 Insufficient Credential Hygiene. ATT&CK T1552.001 Credentials In Files. CWE-522 Insufficiently Protected Credentials.',
    },
    hit: { source: 'AZ.Control.Pipeline', flow: 'AZ.Flow.Management', target: 'AZ.Control.ResourceManager' },
    miss: {
      source: ['AZ.Control.Pipeline', { deploySignIn: 'Federated identity' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Control.ResourceManager',
    },
  },
  {
    id: 'AZ.SK6',
    title: 'Nobody but the platform controls the keys of {target.Name}',
    category: SECRETS,
    priority: 'Low',
    include: `${SENSITIVE} and target is 'AZ.Store' and target.encryptionKeys is 'Platform-managed'`,
    description:
      'Data that {flow.Name} brings to {target.Name} is encrypted with keys that you can neither withdraw nor audit. Contracts and rules for such data often demand both, and a disclosed copy cannot be made unreadable.',
    further: {
      PossibleMitigations:
        'Use customer-managed keys in Key Vault or Managed HSM where a rule demands it, with purge protection. Encrypt single columns or fields in the client (Always Encrypted) against readers within the service.',
      References: 'CWE-922 Insecure Storage of Sensitive Information. OWASP A02:2021 Cryptographic Failures.',
    },
    hit: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Restricted' }],
      target: ['AZ.Store.Sql', { encryptionKeys: 'Platform-managed' }],
    },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Internal' }],
      target: ['AZ.Store.Sql', { encryptionKeys: 'Platform-managed' }],
    },
  },
];
