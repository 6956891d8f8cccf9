import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { SENSITIVE } from './filters.ts';

export const deliveryThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.DE1',
    title: 'One person brings code through {source.Name} into {target.Name}',
    category: 'AWS.C.Delivery',
    priority: 'High',
    include: `source is 'AWS.External.Pipeline'`,
    exclude: `source.approved is 'Yes'`,
    description:
      'Whoever can push to the repository behind {source.Name}, or change its workflow file, runs code with its rights and changes {target.Name}, with nobody else looking at it.',
    further: {
      PossibleMitigations:
        'Protect the branch and the workflow files, and require review by a second person. Bind the production role to a protected environment with approval. Pin third-party actions by commit. Compare what runs with what was approved.',
      References:
        'CICD-SEC-1 Insufficient Flow Control Mechanisms. CICD-SEC-4 Poisoned Pipeline Execution. T1195.002 Supply Chain Compromise: Compromise Software Supply Chain.',
    },
    hit: at('AWS.External.Pipeline', 'AWS.Flow.Api', 'AWS.Compute.Lambda'),
    miss: at(['AWS.External.Pipeline', { approved: 'Yes' }], 'AWS.Flow.Api', 'AWS.Compute.Lambda'),
  },
  {
    id: 'AWS.DE2',
    title: 'An exchanged image is started from {source.Name}',
    category: 'AWS.C.Delivery',
    priority: 'High',
    include: `source is 'AWS.Store.ECR' and target is 'AWS.Compute'`,
    exclude: `source.immutableTags is 'Yes'`,
    description:
      'Whoever may push to {source.Name} moves the tag that {target.Name} starts from. The next restart runs their code with the role of the workload.',
    further: {
      PossibleMitigations:
        'Make tags immutable and deploy by digest. Sign images in the pipeline (AWS Signer, Cosign) and admit only signed ones. Let the pipeline alone push.',
      References:
        'CWE-494 Download of Code Without Integrity Check. T1525 Implant Internal Image. CICD-SEC-9 Improper Artifact Integrity Validation.',
    },
    hit: at('AWS.Store.ECR', 'AWS.Flow.Api', 'AWS.Compute.ECS'),
    miss: at(['AWS.Store.ECR', { immutableTags: 'Yes' }], 'AWS.Flow.Api', 'AWS.Compute.ECS'),
  },
  {
    id: 'AWS.DE3',
    title: '{target.Name} runs with known vulnerabilities',
    category: 'AWS.C.Delivery',
    priority: 'Medium',
    include: `target is 'AWS.Compute' and (target.scanned is 'No' or target.patched is 'No' or
      (target.scanned is 'Not Selected' and (source is 'AWS.External.Pipeline' or source is 'AWS.Compute.CodeBuild')) or
      (source is 'AWS.Store.ECR' and not source.imagesScanned is 'Yes') or
      (target is 'AWS.Compute.EC2' and target.patched is 'Not Selected' and (source is 'AWS.Entry' or source is 'AWS.External')))`,
    description:
      'Nobody checks the libraries, images and operating system of {target.Name} for published flaws, so old ones stay open until an attacker finds them.',
    further: {
      PossibleMitigations:
        'Scan in the pipeline and again in operation (Amazon Inspector for instances, images and functions). Stop releases on serious findings with a fix. Rebuild weekly; replace machines instead of repairing them. Keep a bill of materials.',
      References:
        'CWE-1395 Dependency on Vulnerable Third-Party Component. T1190 Exploit Public-Facing Application. A06:2021 Vulnerable and Outdated Components. CICD-SEC-3 Dependency Chain Abuse.',
    },
    hit: at('AWS.External.Pipeline', 'AWS.Flow.Api', 'AWS.Compute.Lambda'),
    miss: at('AWS.External.Pipeline', 'AWS.Flow.Api', ['AWS.Compute.Lambda', { scanned: 'Yes' }]),
  },
  {
    id: 'AWS.DE4',
    title: 'Strangers run code in {target.Name} with its rights',
    category: 'AWS.C.Delivery',
    priority: 'Critical',
    include: `target is 'AWS.Compute.CodeBuild'`,
    exclude: `target.buildsStrangers is 'No' or target.buildsStrangers is 'Without role and secrets'`,
    description:
      'A build executes what the pull request brings: scripts, tests, plug-ins. If {target.Name} builds contributions of strangers, these read its secrets and use its role.',
    further: {
      PossibleMitigations:
        'Build pull requests from forks only after approval, in a project without secrets and with a role that can do nothing. Filter webhooks by actor, with anchored patterns. Let deployments run in another project.',
      References:
        'CICD-SEC-4 Poisoned Pipeline Execution. CICD-SEC-5 Insufficient PBAC (Pipeline-Based Access Controls). CWE-829 Inclusion of Functionality from Untrusted Control Sphere.',
    },
    hit: at('AWS.External.Service', 'AWS.Flow.HTTPS', 'AWS.Compute.CodeBuild'),
    miss: at('AWS.External.Service', 'AWS.Flow.HTTPS', ['AWS.Compute.CodeBuild', { buildsStrangers: 'No' }]),
  },
];

export const detectionThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.LO1',
    title: 'Actions stay out of {target.Name}',
    category: 'AWS.C.Detection',
    priority: 'High',
    include: `target is 'AWS.Control.CloudTrail'`,
    exclude: `target.trailScope is 'All accounts and regions, with data events'`,
    description:
      'An attacker works in a region that nobody uses, or reads objects one by one. Without an organization trail and data events, {target.Name} shows neither.',
    further: {
      PossibleMitigations:
        'Record all accounts and regions with one organization trail. Add data events for buckets, tables and functions that hold classified data. Deny unused regions. Switch on GuardDuty everywhere.',
      References:
        'CWE-778 Insufficient Logging. T1535 Unused/Unsupported Cloud Regions. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Event', 'AWS.Control.CloudTrail'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Event', [
      'AWS.Control.CloudTrail',
      { trailScope: 'All accounts and regions, with data events' },
    ]),
  },
  {
    id: 'AWS.LO2',
    title: 'An intruder erases the tracks in {target.Name}',
    category: 'AWS.C.Detection',
    priority: 'High',
    include: `target is 'AWS.Control.CloudTrail'`,
    exclude: `target.trailProtected is 'Yes'`,
    description:
      'Whoever becomes administrator of the account stops the trail or deletes its files. What happened before and after cannot be reconstructed or proven.',
    further: {
      PossibleMitigations:
        'Deliver to a log account with few people, into a bucket with Object Lock. Switch on validation of log files. Deny StopLogging, DeleteTrail and UpdateTrail in a service control policy, and alarm on attempts.',
      References:
        'T1562.008 Impair Defenses: Disable or Modify Cloud Logs. CWE-284 Improper Access Control. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Event', 'AWS.Control.CloudTrail'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Event', ['AWS.Control.CloudTrail', { trailProtected: 'Yes' }]),
  },
  {
    id: 'AWS.LO3',
    title: 'Nobody can say who read {target.Name}',
    category: 'AWS.C.Detection',
    priority: 'Medium',
    include: `target is 'AWS.Store' and ${SENSITIVE}`,
    exclude: `target.accessLogged is 'Yes'`,
    description:
      'Reads and writes of confidential data in {target.Name} are not recorded. After an incident you must assume that everything was taken, and tell everybody.',
    further: {
      PossibleMitigations:
        'Switch on CloudTrail data events for buckets and tables, and audit logs for databases. Let Macie find where classified data lies. Alarm on unusual volumes and callers.',
      References:
        'CWE-778 Insufficient Logging. T1530 Data from Cloud Storage. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('AWS.Compute.Lambda', ['AWS.Flow.Api', { dataClassification: 'Restricted' }], 'AWS.Store.S3'),
    miss: at('AWS.Compute.Lambda', ['AWS.Flow.Api', { dataClassification: 'Internal' }], 'AWS.Store.S3'),
  },
  {
    id: 'AWS.LO4',
    title: 'Signs of an attack in {target.Name} are seen by nobody',
    category: 'AWS.C.Detection',
    priority: 'Medium',
    include: `target is 'AWS.Control.CloudWatch' and not source is 'AWS.External'`,
    exclude: `target.alarms is 'Yes'`,
    description:
      '{source.Name} reports refused calls, failed logins and errors, and nobody is called. Intruders stay for weeks in systems that have recorded them from the first hour.',
    further: {
      PossibleMitigations:
        'Define alarms for refused AWS calls, failed logins, use of root and of the break-glass role, and send GuardDuty and Security Hub findings to the people on call, with a written first step. Rehearse twice a year.',
      References: 'CWE-778 Insufficient Logging. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Control.CloudWatch'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', ['AWS.Control.CloudWatch', { alarms: 'Yes' }]),
  },
  {
    id: 'AWS.LO5',
    title: '{source.Name} writes secrets and personal data into {target.Name}',
    category: 'AWS.C.Detection',
    priority: 'Medium',
    include: `target is 'AWS.Control.CloudWatch' and not source is 'AWS.External' and not flow.dataClassification is 'Public'`,
    exclude: `target.logsMasked is 'Yes'`,
    description:
      'Requests, tokens and events are logged whole. Everybody who may read logs reads them, in every tool and archive that receives a copy.',
    further: {
      PossibleMitigations:
        'Log named fields, never whole events. Add a data protection policy to the log groups that masks what slips through. Set retention, encrypt with a key of your own, and grant log access per team.',
      References:
        'CWE-532 Insertion of Sensitive Information into Log File. CWE-359 Exposure of Private Personal Information to an Unauthorized Actor.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Control.CloudWatch'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', ['AWS.Control.CloudWatch', { logsMasked: 'Yes' }]),
  },
];
