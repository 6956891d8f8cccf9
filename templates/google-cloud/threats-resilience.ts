import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, TO_RECORDS, TO_RUN } from './filters.ts';

export const resilienceThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.RE1',
    title: 'Floods through {target.Name} stop the service or run up the bill',
    category: 'GCP.C.Resilience',
    priority: 'Medium',
    include: `(target is 'GCP.Entry' and ${FROM_PUBLIC} and not target.rateLimited is 'Yes') or
      (${TO_RUN} and target.instancesLimited is 'No')`,
    description:
      '{target.Name} scales with every request, and a budget in Google Cloud only sends mail: it stops nothing. A flood, or few expensive requests, costs until somebody reads it.',
    further: {
      PossibleMitigations:
        'Throttle per caller with a rate rule of Cloud Armor. Set the maximum of instances and quotas per API. Limit size and page length of requests. Let budget alerts reach a person, and a function that reacts.',
      References:
        'CWE-770 Allocation of Resources Without Limits or Throttling. CAPEC-125 Flooding. T1499 Endpoint Denial of Service. API4:2023 Unrestricted Resource Consumption.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Entry.LoadBalancer'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', ['GCP.Entry.LoadBalancer', { rateLimited: 'Yes' }]),
  },
  {
    id: 'GCP.RE2',
    title: 'Data in {target.Name} is destroyed together with its backups',
    category: 'GCP.C.Resilience',
    priority: 'High',
    include: `${TO_RECORDS} and (source is 'GCP.Workload' or source is 'GCP.External.Administrator')`,
    exclude: `target.backup is 'Locked, in another project' or target.backup is 'Not needed' or target.retentionLocked is 'Yes'`,
    description:
      'Whoever owns the project deletes {target.Name} and the backups in it, or the project as a whole. Time travel and soft delete reach back days, not to the day before the break-in.',
    further: {
      PossibleMitigations:
        'Keep backups in a backup vault with enforced retention (Backup and DR) or in a locked bucket, in a project of another team. Put liens on projects, deletion protection on databases. Restore as an exercise every quarter.',
      References: 'T1485 Data Destruction. T1490 Inhibit System Recovery. T1486 Data Encrypted for Impact.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Store.Spanner'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', [
      'GCP.Store.Spanner',
      { backup: 'Locked, in another project' },
    ]),
  },
  {
    id: 'GCP.RE3',
    title: 'Destroying {target.Name} makes the data unreadable for ever',
    category: 'GCP.C.Resilience',
    priority: 'Medium',
    include: `target is 'GCP.Control.KMS'`,
    exclude: `target.destroyGuarded is 'Yes'`,
    description:
      'Everything that a key version encrypts is lost with it. Disabling it stops {source.Name} at once.',
    further: {
      PossibleMitigations:
        'Set the duration of scheduled destruction to 30 days or more, and enforce it (cloudkms.minimumDestroyScheduledDuration). Allow destruction only for disabled versions. Alarm on both calls. Put a lien on the key project.',
      References: 'T1485 Data Destruction. CWE-284 Improper Access Control.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Control.KMS'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.Control.KMS', { destroyGuarded: 'Yes' }]),
  },
  {
    id: 'GCP.RE4',
    title: 'One bad message from {source.Name} blocks the others',
    category: 'GCP.C.Resilience',
    priority: 'Medium',
    include: `source is 'GCP.Messaging' and target is 'GCP.Workload'`,
    exclude: `source.deadLetter is 'Yes'`,
    description:
      'A message that {target.Name} cannot handle is delivered again and again until it expires, and holds up an ordered subscription. An attacker who can send one stops the work or makes events vanish.',
    further: {
      PossibleMitigations:
        'Set a dead-letter topic with few attempts, a subscription that keeps its messages, an alarm on their number and a way to send them again. Back off between attempts. Alarm on the age of the oldest message.',
      References:
        'CWE-754 Improper Check for Unusual or Exceptional Conditions. CWE-400 Uncontrolled Resource Consumption.',
    },
    hit: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', 'GCP.Workload.Function'),
    miss: at(['GCP.Messaging.PubSub', { deadLetter: 'Yes' }], 'GCP.Flow.Event', 'GCP.Workload.Function'),
  },
  {
    id: 'GCP.RE5',
    title: 'One query on {target.Name} costs a month’s budget',
    category: 'GCP.C.Resilience',
    priority: 'Low',
    include: `target is 'GCP.Store.BigQuery'`,
    exclude: `target.queryCost is 'Yes'`,
    description:
      'BigQuery charges by bytes read. A query of {source.Name} without a filter on the partition, run in a loop by mistake or on purpose, has no limit of its own.',
    further: {
      PossibleMitigations:
        'Set custom quotas per project and per user and day, and a maximum of bytes billed in code. Require filters on partitions. Use reservations with a ceiling for steady work.',
      References:
        'CWE-770 Allocation of Resources Without Limits or Throttling. API4:2023 Unrestricted Resource Consumption. https://cloud.google.com/bigquery/docs/custom-quotas',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Store.BigQuery'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.Store.BigQuery', { queryCost: 'Yes' }]),
  },
  {
    id: 'GCP.RE6',
    title: 'An intruder uses {source.Name} to mine and to attack others',
    category: 'GCP.C.Resilience',
    priority: 'Medium',
    include: `source is 'GCP.Workload' and target is 'GCP.External' and not target is 'GCP.External.Workspace' and
      not source.egress is 'Through the VPC, known destinations'`,
    description:
      'With open outbound traffic, code that an attacker placed in {source.Name} fetches tools, mines at your cost, sends data away and attacks third parties under your name.',
    further: {
      PossibleMitigations:
        'Route all egress through the VPC and allow host names with Secure Web Proxy or firewall rules on names. Lower quotas for processors and accelerators where none are needed. Alarm on cost anomalies and on threat findings.',
      References:
        'T1496 Resource Hijacking. T1567 Exfiltration Over Web Service. CWE-284 Improper Access Control.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.HTTPS', 'GCP.External.Service'),
    miss: at(
      ['GCP.Workload.CloudRun', { egress: 'Through the VPC, known destinations' }],
      'GCP.Flow.HTTPS',
      'GCP.External.Service',
    ),
  },
];
