import type { ThreatSource } from '../../scripts/templates/format.ts';
import { AVAILABILITY, DEPLOYMENT, DETECTION } from './categories.ts';
import { FROM_MESSAGING, FROM_OUTSIDE, LASTING_STORE, SENSITIVE } from './filters.ts';

const DEPLOYS = `source is 'AZ.Control.Pipeline' and
  (target is 'AZ.Control' or target is 'AZ.Compute' or target is 'AZ.Store')`;

const deployment: readonly ThreatSource[] = [
  {
    id: 'AZ.DE1',
    title: 'A change that nobody approved reaches {target.Name}',
    category: DEPLOYMENT,
    priority: 'High',
    include: DEPLOYS,
    exclude: `source.changesReviewed is 'Reviewed and approved'`,
    description:
      'One person, one stolen account or one changed workflow file is enough for {source.Name} to build and deploy what it likes to {target.Name}, with all rights of the deployment.',
    further: {
      PossibleMitigations:
        'Protect the branches that deploy: a second person reviews, workflow files included. Use environments with approval for production, and give pull requests from outside no secrets and no production identity.',
      References:
        'OWASP CICD-SEC-1 Insufficient Flow Control Mechanisms. OWASP A08:2021 Software and Data Integrity Failures.',
    },
    hit: { source: 'AZ.Control.Pipeline', flow: 'AZ.Flow.Management', target: 'AZ.Compute.AppService' },
    miss: {
      source: ['AZ.Control.Pipeline', { changesReviewed: 'Reviewed and approved' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Compute.AppService',
    },
  },
  {
    id: 'AZ.DE2',
    title: 'One job in {source.Name} infects the next',
    category: DEPLOYMENT,
    priority: 'Medium',
    include: `source.runners is 'Shared and long-lived'`,
    description:
      'Build agents that live on keep files, caches and processes of earlier jobs. A job with a malicious dependency leaves code behind that runs when a more privileged one deploys to {target.Name}.',
    further: {
      PossibleMitigations:
        'Use fresh agents for each job. Separate pools by trust, none of them for public pull requests, and allow agents only the network targets that builds need.',
      References:
        'OWASP CICD-SEC-7 Insecure System Configuration. ATT&CK T1195.002 Compromise Software Supply Chain.',
    },
    hit: {
      source: ['AZ.Control.Pipeline', { runners: 'Shared and long-lived' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Compute.AppService',
    },
    miss: {
      source: ['AZ.Control.Pipeline', { runners: 'Fresh for each job' }],
      flow: 'AZ.Flow.Management',
      target: 'AZ.Compute.AppService',
    },
  },
  {
    id: 'AZ.DE3',
    title: '{target.Name} starts an image that nobody vouches for',
    category: DEPLOYMENT,
    priority: 'High',
    include: `source is 'AZ.Store.Registry' and target is 'AZ.Compute'`,
    exclude: `source.imagesVerified is 'Yes'`,
    description:
      'Whoever may push to {source.Name}, or moves a tag, decides what {target.Name} runs. Images from public sources bring flaws and sometimes malware along.',
    further: {
      PossibleMitigations:
        'Refer to images by digest, sign them in the pipeline and admit only valid signatures, scan in the registry, and let only the pipeline push. Switch the admin user and anonymous pull off.',
      References:
        'OWASP CICD-SEC-9 Improper Artifact Integrity Validation. CWE-494 Download of Code Without Integrity Check. ATT&CK T1525 Implant Internal Image.',
    },
    hit: { source: 'AZ.Store.Registry', flow: 'AZ.Flow.Https', target: 'AZ.Compute.Aks' },
    miss: {
      source: ['AZ.Store.Registry', { imagesVerified: 'Yes' }],
      flow: 'AZ.Flow.Https',
      target: 'AZ.Compute.Aks',
    },
  },
  {
    id: 'AZ.DE4',
    title: '{target.Name} is deployed through the side door',
    category: DEPLOYMENT,
    priority: 'High',
    include: `target.publishing is 'Basic authentication' and not source is 'AZ.Compute' and not source is 'AZ.Store'`,
    description:
      'The deployment endpoint of {target.Name} accepts a user name and a password from the publish profile. They bypass second factors, sit in downloaded files and in pipelines, and let their holder replace the code and read all settings.',
    further: {
      PossibleMitigations:
        'Switch basic authentication off for SCM and FTP, on every slot, and hold it by policy. Deploy with Entra ID, restrict the SCM site to the networks of the pipeline, and reset old publish profiles.',
      References: 'CWE-309 Use of Password System for Primary Authentication. ATT&CK T1078 Valid Accounts.',
    },
    hit: {
      source: 'AZ.Control.Pipeline',
      flow: 'AZ.Flow.Management',
      target: ['AZ.Compute.AppService', { publishing: 'Basic authentication' }],
    },
    miss: {
      source: 'AZ.Control.Pipeline',
      flow: 'AZ.Flow.Management',
      target: ['AZ.Compute.AppService', { publishing: 'Entra ID only' }],
    },
  },
  {
    id: 'AZ.DE5',
    title: 'The cluster of {target.Name} is controlled from anywhere',
    category: DEPLOYMENT,
    priority: 'High',
    include: `(source is 'AZ.External' or source is 'AZ.Control') and target is 'AZ.Compute.Aks'`,
    exclude: `target.clusterApi is 'Private or authorised ranges'`,
    description:
      'The API server of the cluster has a public address. A leaked kubeconfig with a local account, which no sign-in policy stops, or a flaw in the server gives all pods and their identities to whoever reaches it.',
    further: {
      PossibleMitigations:
        'Make the cluster private or allow single ranges, disable local accounts, use Entra ID with Azure roles for Kubernetes, and give pods workload identities instead of the identity of the node.',
      References:
        'OWASP K09:2022 Misconfigured Cluster Components. ATT&CK T1133 External Remote Services. CWE-668 Exposure of Resource to Wrong Sphere.',
    },
    hit: { source: 'AZ.Control.Pipeline', flow: 'AZ.Flow.Management', target: 'AZ.Compute.Aks' },
    miss: {
      source: 'AZ.Control.Pipeline',
      flow: 'AZ.Flow.Management',
      target: ['AZ.Compute.Aks', { clusterApi: 'Private or authorised ranges' }],
    },
  },
  {
    id: 'AZ.DE6',
    title: 'A known flaw in {target.Name} is exploited',
    category: DEPLOYMENT,
    priority: 'Medium',
    include: `target is 'AZ.Compute.VirtualMachine'`,
    exclude: `target.patched is 'Yes'`,
    description:
      'Azure keeps the machine below, not the operating system and the software in {target.Name}. What {source.Name} can reach there is attacked through flaws whose patches have long been out.',
    further: {
      PossibleMitigations:
        'Schedule patches with Update Manager, replace machines from a fresh image instead of mending them, remove software and agents that are not needed, and let Defender for Servers report what is open.',
      References:
        'CWE-1395 Dependency on Vulnerable Third-Party Component. ATT&CK T1210 Exploitation of Remote Services.',
    },
    hit: { source: 'AZ.Edge.ApplicationGateway', flow: 'AZ.Flow.Https', target: 'AZ.Compute.VirtualMachine' },
    miss: {
      source: 'AZ.Edge.ApplicationGateway',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Compute.VirtualMachine', { patched: 'Yes' }],
    },
  },
  {
    id: 'AZ.DE7',
    title: '{source.Name} creates what the rules forbid',
    category: DEPLOYMENT,
    priority: 'Medium',
    include: `target is 'AZ.Control.ResourceManager'`,
    exclude: `target.guardrails is 'Deny what breaks the rules'`,
    description:
      'Through {target.Name}, {source.Name} can open a firewall, create a public storage account, add a peering or start machines in a distant region, by mistake or on purpose, and nothing stops it at once.',
    further: {
      PossibleMitigations:
        'Assign policies that deny the settings you never want, at the management group. Lock critical resources, limit regions and kinds, set budgets with alerts, and let only the pipeline change production.',
      References:
        'ATT&CK T1578 Modify Cloud Compute Infrastructure. CWE-1188 Initialization of a Resource with an Insecure Default. OWASP A05:2021 Security Misconfiguration.',
    },
    hit: { source: 'AZ.Control.Pipeline', flow: 'AZ.Flow.Management', target: 'AZ.Control.ResourceManager' },
    miss: {
      source: 'AZ.Control.Pipeline',
      flow: 'AZ.Flow.Management',
      target: ['AZ.Control.ResourceManager', { guardrails: 'Deny what breaks the rules' }],
    },
  },
];

const detection: readonly ThreatSource[] = [
  {
    id: 'AZ.DT1',
    title: 'An attack on {target.Name} leaves no trace',
    category: DETECTION,
    priority: 'Medium',
    include: `(${FROM_OUTSIDE} and (target is 'AZ.Edge' or target is 'AZ.Compute')) or target is 'AZ.Store.KeyVault' or
      (${SENSITIVE} and target is 'AZ.Store' and not target is 'AZ.Store.LogAnalytics')`,
    exclude: `target.diagnosticLogs is 'Yes'`,
    description:
      'Most Azure services write no resource logs until a diagnostic setting sends them somewhere. Without it nobody can tell whether {source.Name} or somebody else read from or broke into {target.Name}, when, and what was taken.',
    further: {
      PossibleMitigations:
        'Send audit and access logs of {target.Name} to a workspace by a policy that sets it up everywhere. Alert on bulk reads, on denials, and on anybody who removes the setting.',
      References:
        'CWE-778 Insufficient Logging. ATT&CK T1562.008 Disable or Modify Cloud Logs. OWASP A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: { source: 'AZ.Compute.Functions', flow: 'AZ.Flow.Https', target: 'AZ.Store.KeyVault' },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.KeyVault', { diagnosticLogs: 'Yes' }],
    },
  },
  {
    id: 'AZ.DT2',
    title: 'Traces in {target.Name} are wiped out',
    category: DETECTION,
    priority: 'Medium',
    include: `target is 'AZ.Store.LogAnalytics'`,
    exclude: `target.logRetention is 'Locked, a year or more'`,
    description:
      'An intruder with the rights of an administrator shortens the retention of {target.Name}, purges tables or deletes the workspace. Break-ins that are noticed after months can no longer be followed.',
    further: {
      PossibleMitigations:
        'Keep the workspace in a subscription of its own that few may change, lock it, export what matters to immutable storage in another one, and alert when logs from a source stop.',
      References:
        'ATT&CK T1070 Indicator Removal, T1562.008 Disable or Modify Cloud Logs. CWE-778 Insufficient Logging.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Https', target: 'AZ.Store.LogAnalytics' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.LogAnalytics', { logRetention: 'Locked, a year or more' }],
    },
  },
  {
    id: 'AZ.DT3',
    title: 'Alerts on what {source.Name} reports reach nobody',
    category: DETECTION,
    priority: 'Medium',
    include: `target.alertsHandled is 'No'`,
    description:
      '{target.Name} collects what {source.Name} reports, and alerts go to a mailbox that nobody reads at night. Attackers have days before a person notices what the logs said from the start.',
    further: {
      PossibleMitigations:
        'Send alerts to a team on call, with a task for each kind, switch off those that are never acted upon, and test with a harmless attack twice a year.',
      References:
        'CWE-223 Omission of Security-relevant Information. OWASP A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: {
      source: 'AZ.Control.Defender',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.LogAnalytics', { alertsHandled: 'No' }],
    },
    miss: {
      source: 'AZ.Control.Defender',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.LogAnalytics', { alertsHandled: 'Yes' }],
    },
  },
];

const availability: readonly ThreatSource[] = [
  {
    id: 'AZ.AV1',
    title: '{target.Name} is flooded, or runs up costs',
    category: AVAILABILITY,
    priority: 'Medium',
    include: `${FROM_OUTSIDE} and not source is 'AZ.External.OnPremises' and (target is 'AZ.Edge' or target is 'AZ.Compute')`,
    exclude: `target.limitsLoad is 'Yes'`,
    description:
      '{source.Name}, or many machines that act like it, send more or heavier requests than {target.Name} can serve. What scales by itself stays up and sends the bill instead.',
    further: {
      PossibleMitigations:
        'Limit requests per caller at the edge, cap scaling, set budgets with alerts, cache what is public, and protect public addresses against floods on the network.',
      References:
        'ATT&CK T1499 Endpoint Denial of Service. CWE-770 Allocation of Resources Without Limits or Throttling. OWASP API4:2023 Unrestricted Resource Consumption.',
    },
    hit: { source: 'AZ.External.Client', flow: 'AZ.Flow.Https', target: 'AZ.Edge.FrontDoor' },
    miss: {
      source: 'AZ.External.Client',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Edge.FrontDoor', { limitsLoad: 'Yes' }],
    },
  },
  {
    id: 'AZ.AV2',
    title: 'Data in {target.Name} is deleted or held for ransom',
    category: AVAILABILITY,
    priority: 'High',
    include: `(source is 'AZ.Compute' or source is 'AZ.External.Administrator' or source is 'AZ.External.OnPremises') and
      ${LASTING_STORE}`,
    exclude: `target.recovery is 'Soft delete and locked backup'`,
    description:
      'Somebody with the rights of {source.Name} deletes or overwrites what is in {target.Name}, together with the backups that the same rights reach. A wrong script does the same without intent.',
    further: {
      PossibleMitigations:
        'Switch on soft delete, versions and point-in-time restore. Keep one backup immutable, in a vault that other people administer. Lock the resource against deletion and rehearse the restore.',
      References:
        'ATT&CK T1485 Data Destruction, T1486 Data Encrypted for Impact, T1490 Inhibit System Recovery.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Database', target: 'AZ.Store.Sql' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Database',
      target: ['AZ.Store.Sql', { recovery: 'Soft delete and locked backup' }],
    },
  },
  {
    id: 'AZ.AV3',
    title: 'Keys in {target.Name} are purged',
    category: AVAILABILITY,
    priority: 'High',
    include: `(source is 'AZ.External.Administrator' or source is 'AZ.Control') and target is 'AZ.Store.KeyVault'`,
    exclude: `target.purgeProtection is 'Yes'`,
    description:
      'If {source.Name} is taken over or makes a mistake, the keys in {target.Name} are deleted and purged. Everything that was encrypted with them is lost, backups included.',
    further: {
      PossibleMitigations:
        'Switch purge protection on; it cannot be switched off again, which is its purpose. Keep deletion out of everyday roles, and alert when a key or vault is deleted.',
      References:
        'ATT&CK T1485 Data Destruction. CWE-732 Incorrect Permission Assignment for Critical Resource.',
    },
    hit: { source: 'AZ.External.Administrator', flow: 'AZ.Flow.Management', target: 'AZ.Store.KeyVault' },
    miss: {
      source: 'AZ.External.Administrator',
      flow: 'AZ.Flow.Management',
      target: ['AZ.Store.KeyVault', { purgeProtection: 'Yes' }],
    },
  },
  {
    id: 'AZ.AV4',
    title: 'Failed messages from {source.Name} are lost or block the rest',
    category: AVAILABILITY,
    priority: 'Low',
    include: `${FROM_MESSAGING} and not source is 'AZ.Store.EventHubs' and target is 'AZ.Compute'`,
    exclude: `source.deadLetters is 'Yes'`,
    description:
      'A message that {target.Name} cannot handle comes back again and again, or falls away after some attempts without anybody noticing. An attacker who sends many of them stops the work behind {source.Name}.',
    further: {
      PossibleMitigations:
        'Limit attempts, set failed messages aside (dead-letter queue or destination), alert on their number, and have a tested way to put them back.',
      References:
        'CWE-755 Improper Handling of Exceptional Conditions. CWE-400 Uncontrolled Resource Consumption.',
    },
    hit: { source: 'AZ.Store.ServiceBus', flow: 'AZ.Flow.Message', target: 'AZ.Compute.Functions' },
    miss: {
      source: ['AZ.Store.ServiceBus', { deadLetters: 'Yes' }],
      flow: 'AZ.Flow.Message',
      target: 'AZ.Compute.Functions',
    },
  },
];

export const operations: readonly ThreatSource[] = [...deployment, ...detection, ...availability];
