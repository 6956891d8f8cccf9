import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, TO_RECORDS } from './filters.ts';

export const resilienceThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.RE1',
    title: 'Floods through {target.Name} stop the service or run up the bill',
    category: 'AWS.C.Resilience',
    priority: 'Medium',
    include: `(target is 'AWS.Entry' and ${FROM_PUBLIC} and not target.throttling is 'Yes') or
      (target is 'AWS.Compute.Lambda' and target.concurrencyLimited is 'No')`,
    description:
      '{target.Name} scales with every request, and so does the bill. A flood, or few expensive requests, uses up the concurrency that all functions of the account share.',
    further: {
      PossibleMitigations:
        'Limit rate per caller at the entry and with a WAF rate rule. Reserve concurrency for what must keep running and cap the rest. Limit size, depth and page length of requests. Set budget alarms that reach a person.',
      References:
        'CWE-770 Allocation of Resources Without Limits or Throttling. CAPEC-125 Flooding. T1499 Endpoint Denial of Service. API4:2023 Unrestricted Resource Consumption.',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Entry.ApiGateway'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', ['AWS.Entry.ApiGateway', { throttling: 'Yes' }]),
  },
  {
    id: 'AWS.RE2',
    title: 'Data in {target.Name} is destroyed together with its backups',
    category: 'AWS.C.Resilience',
    priority: 'High',
    include: `${TO_RECORDS} and (source is 'AWS.Compute' or source is 'AWS.External.Administrator')`,
    exclude: `target.backup is 'Out of reach of its account' or target.backup is 'Not needed' or target.versioned is 'Yes'`,
    description:
      'Whoever takes over the account, or one role with rights to delete, removes {target.Name} and the backups beside it, or encrypts both with a key of their own and asks for money.',
    further: {
      PossibleMitigations:
        'Copy backups with AWS Backup into a vault of another account, with Vault Lock. Use point-in-time recovery, and versioning with Object Lock on buckets. Separate the right to write from the right to delete. Restore as an exercise every quarter.',
      References:
        'T1485 Data Destruction. T1490 Inhibit System Recovery. T1486 Data Encrypted for Impact. CWE-693 Protection Mechanism Failure.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Store.DynamoDB'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', [
      'AWS.Store.DynamoDB',
      { backup: 'Out of reach of its account' },
    ]),
  },
  {
    id: 'AWS.RE3',
    title: 'Deleting {target.Name} makes the data unreadable for ever',
    category: 'AWS.C.Resilience',
    priority: 'Medium',
    include: `target is 'AWS.Control.KMS'`,
    exclude: `target.deletionGuarded is 'Yes'`,
    description:
      'A key that is deleted, or replaced by one whose material an attacker holds, takes everything with it that it encrypts, backups included.',
    further: {
      PossibleMitigations:
        'Deny kms:ScheduleKeyDeletion and kms:DisableKey to all but a break-glass role, wait the full 30 days, and alarm on both calls. Encrypt backups with a key of the backup account.',
      References: 'T1485 Data Destruction. T1486 Data Encrypted for Impact. CWE-284 Improper Access Control.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Control.KMS'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', ['AWS.Control.KMS', { deletionGuarded: 'Yes' }]),
  },
  {
    id: 'AWS.RE4',
    title: 'One bad message from {source.Name} blocks the others',
    category: 'AWS.C.Resilience',
    priority: 'Medium',
    include: `source is 'AWS.Messaging' and target is 'AWS.Compute'`,
    exclude: `source.deadLetter is 'Yes'`,
    description:
      'A message that {target.Name} cannot handle comes back again and again, holds up a stream or is dropped in silence. An attacker who can send one stops the work or makes events vanish.',
    further: {
      PossibleMitigations:
        'Set a dead-letter queue with few attempts, an alarm on its length and a way to send messages again. Report failures per item of a batch. For streams, split batches on errors and bound the age of records.',
      References:
        'CWE-754 Improper Check for Unusual or Exceptional Conditions. CWE-400 Uncontrolled Resource Consumption.',
    },
    hit: at('AWS.Messaging.SQS', 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
    miss: at(['AWS.Messaging.SQS', { deadLetter: 'Yes' }], 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
  },
  {
    id: 'AWS.RE5',
    title: 'A repeated message makes {target.Name} act twice',
    category: 'AWS.C.Resilience',
    priority: 'Low',
    include: `source is 'AWS.Messaging' and target is 'AWS.Compute'`,
    exclude: `source.repeatsHandled is 'Yes'`,
    description:
      '{source.Name} delivers at least once and not always in order. Without an own check, {target.Name} charges, ships or mails twice, or lets an old state win over a new one.',
    further: {
      PossibleMitigations:
        'Give each message an id and record it with a conditional write before acting. Compare versions before overwriting. Use FIFO queues where order matters. The idempotency tools of Powertools for AWS Lambda do this.',
      References: 'CWE-837 Improper Enforcement of a Single, Unique Action.',
    },
    hit: at('AWS.Messaging.SNS', 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
    miss: at(['AWS.Messaging.SNS', { repeatsHandled: 'Yes' }], 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
  },
  {
    id: 'AWS.RE6',
    title: 'An intruder uses {source.Name} to mine and to attack others',
    category: 'AWS.C.Resilience',
    priority: 'Medium',
    include: `source is 'AWS.Compute' and target is 'AWS.External' and not source.outbound is 'Known destinations only'`,
    description:
      'With open outbound traffic, code that an attacker placed in {source.Name} fetches tools, mines at your cost, sends data away and attacks third parties under your name.',
    further: {
      PossibleMitigations:
        'Allow known host names only, with Network Firewall or a proxy; give functions that need no network none. Limit instance types and counts by policy and quota. Alarm on cost anomalies and on DNS findings of GuardDuty.',
      References:
        'T1496 Resource Hijacking. T1567 Exfiltration Over Web Service. CWE-284 Improper Access Control.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.HTTPS', 'AWS.External.Service'),
    miss: at(
      ['AWS.Compute.Lambda', { outbound: 'Known destinations only' }],
      'AWS.Flow.HTTPS',
      'AWS.External.Service',
    ),
  },
];
