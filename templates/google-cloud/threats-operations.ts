import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { SENSITIVE } from './filters.ts';

export const deliveryThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.DE1',
    title: 'One person brings code through {source.Name} into {target.Name}',
    category: 'GCP.C.Delivery',
    priority: 'High',
    include: `source is 'GCP.External.Pipeline'`,
    exclude: `source.approved is 'Yes'`,
    description:
      'Whoever can push to the repository behind {source.Name}, or change its workflow file, runs code with its rights and gets as far as {target.Name}, with nobody else looking at it.',
    further: {
      PossibleMitigations:
        'Protect the branch and the workflow files, and require review by a second person. Bind the production identity to a protected environment with approval. Pin third-party actions by commit.',
      References:
        'CICD-SEC-1 Insufficient Flow Control Mechanisms. CICD-SEC-4 Poisoned Pipeline Execution. T1195.002 Supply Chain Compromise: Compromise Software Supply Chain.',
    },
    hit: at('GCP.External.Pipeline', 'GCP.Flow.Api', 'GCP.Workload.CloudRun'),
    miss: at(['GCP.External.Pipeline', { approved: 'Yes' }], 'GCP.Flow.Api', 'GCP.Workload.CloudRun'),
  },
  {
    id: 'GCP.DE2',
    title: 'An image that nobody built is started from {source.Name}',
    category: 'GCP.C.Delivery',
    priority: 'High',
    include: `source is 'GCP.Store.ArtifactRegistry' and target is 'GCP.Workload' and not target is 'GCP.Workload.Build'`,
    exclude: `source.attested is 'Yes'`,
    description:
      'Whoever may write to {source.Name} moves the tag that {target.Name} starts from. The next revision or pod runs their code as the service account of the workload.',
    further: {
      PossibleMitigations:
        'Require an attestation of the build with Binary Authorization, on clusters and on Cloud Run. Deploy by digest, make tags immutable, and let the build alone write. Check the provenance (SLSA level 3 in Cloud Build).',
      References:
        'CWE-494 Download of Code Without Integrity Check. T1525 Implant Internal Image. CICD-SEC-9 Improper Artifact Integrity Validation.',
    },
    hit: at('GCP.Store.ArtifactRegistry', 'GCP.Flow.Api', 'GCP.Workload.GKE'),
    miss: at(['GCP.Store.ArtifactRegistry', { attested: 'Yes' }], 'GCP.Flow.Api', 'GCP.Workload.GKE'),
  },
  {
    id: 'GCP.DE3',
    title: '{target.Name} runs with known vulnerabilities',
    category: 'GCP.C.Delivery',
    priority: 'Medium',
    include: `target is 'GCP.Workload' and (target.scanned is 'No' or target.patched is 'No' or
      (target.scanned is 'Not Selected' and (source is 'GCP.External.Pipeline' or source is 'GCP.Workload.Build')) or
      (source is 'GCP.Store.ArtifactRegistry' and not target is 'GCP.Workload.Build' and not source.imagesScanned is 'Yes'))`,
    description:
      'Nobody checks the libraries, images and operating system of {target.Name} for published flaws, so old ones stay open until an attacker finds them.',
    further: {
      PossibleMitigations:
        'Switch on scanning in Artifact Registry and stop releases on serious findings with a fix. Use automatic base image updates of Cloud Run, release channels in GKE, and patch jobs of VM Manager. Keep a bill of materials.',
      References:
        'CWE-1395 Dependency on Vulnerable Third-Party Component. T1190 Exploit Public-Facing Application. A06:2021 Vulnerable and Outdated Components.',
    },
    hit: at('GCP.Workload.Build', 'GCP.Flow.Api', 'GCP.Workload.CloudRun'),
    miss: at('GCP.Workload.Build', 'GCP.Flow.Api', ['GCP.Workload.CloudRun', { scanned: 'Yes' }]),
  },
  {
    id: 'GCP.DE4',
    title: 'Strangers run code in {target.Name} with its rights',
    category: 'GCP.C.Delivery',
    priority: 'Critical',
    include: `target is 'GCP.Workload.Build' and source is 'GCP.External'`,
    exclude: `target.buildsStrangers is 'No' or target.buildsStrangers is 'Without rights and secrets'`,
    description:
      'A build executes what the pull request brings: scripts, tests, plug-ins. If a trigger of {target.Name} builds contributions of strangers, these act as its service account.',
    further: {
      PossibleMitigations:
        'Let triggers for pull requests wait for a comment of an owner (comment control). Give them a service account that can do nothing, and no secrets. Deploy from a trigger on the protected branch, in a private pool.',
      References:
        'CICD-SEC-4 Poisoned Pipeline Execution. CICD-SEC-5 Insufficient PBAC (Pipeline-Based Access Controls). CWE-829 Inclusion of Functionality from Untrusted Control Sphere.',
    },
    hit: at('GCP.External.Service', 'GCP.Flow.HTTPS', 'GCP.Workload.Build'),
    miss: at('GCP.External.Service', 'GCP.Flow.HTTPS', ['GCP.Workload.Build', { buildsStrangers: 'No' }]),
  },
];

export const detectionThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.LO1',
    title: 'Nobody can say who read {target.Name}',
    category: 'GCP.C.Detection',
    priority: 'Medium',
    include: `(target is 'GCP.Store' and ${SENSITIVE} and not target is 'GCP.Store.BigQuery' and not target.readsLogged is 'Yes') or
      (target is 'GCP.Control.AuditLogs' and not target.dataAccess is 'Yes')`,
    description:
      'Data Access logs are off by default in all services but BigQuery. After an incident you must assume that everything was read, and tell everybody.',
    further: {
      PossibleMitigations:
        'Switch on Data Access logs for the services that hold classified data, secrets and keys, at the folder, so that projects cannot leave them off. Exempt noisy accounts by name only. Alarm on unusual readers and volumes.',
      References:
        'CWE-778 Insufficient Logging. T1530 Data from Cloud Storage. A09:2021 Security Logging and Monitoring Failures. https://cloud.google.com/logging/docs/audit',
    },
    hit: at(
      'GCP.Workload.CloudRun',
      ['GCP.Flow.Api', { dataClassification: 'Restricted' }],
      'GCP.Store.Bucket',
    ),
    miss: at(
      'GCP.Workload.CloudRun',
      ['GCP.Flow.Api', { dataClassification: 'Restricted' }],
      ['GCP.Store.Bucket', { readsLogged: 'Yes' }],
    ),
  },
  {
    id: 'GCP.LO2',
    title: 'An intruder keeps actions out of {target.Name}',
    category: 'GCP.C.Detection',
    priority: 'High',
    include: `target is 'GCP.Control.AuditLogs'`,
    exclude: `target.sink is 'Locked bucket of another project'`,
    description:
      'Whoever owns the project adds an exclusion, deletes a sink or a log bucket, or switches Data Access logs off. What happened before and after cannot be reconstructed or proven.',
    further: {
      PossibleMitigations:
        'Route logs with an aggregated, intercepting sink of the organization into a log project with few people, into a bucket with locked retention. Alarm on changes of sinks, exclusions and audit configuration.',
      References:
        'T1562.008 Impair Defenses: Disable or Modify Cloud Logs. CWE-284 Improper Access Control. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Control.AuditLogs'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', [
      'GCP.Control.AuditLogs',
      { sink: 'Locked bucket of another project' },
    ]),
  },
  {
    id: 'GCP.LO3',
    title: 'Signs of an attack in {target.Name} are seen by nobody',
    category: 'GCP.C.Detection',
    priority: 'Medium',
    include: `target is 'GCP.Control.Monitoring' and not source is 'GCP.External'`,
    exclude: `target.alarms is 'Yes'`,
    description:
      '{source.Name} reports refused calls, failed logins and errors, and nobody is called. Intruders stay for weeks in systems that have recorded them from the first hour.',
    further: {
      PossibleMitigations:
        'Alert on new service account keys, changes of IAM, refused calls at the perimeter and use of the break-glass account. Send findings of Security Command Center to the people on call, with a written first step. Rehearse twice a year.',
      References: 'CWE-778 Insufficient Logging. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Control.Monitoring'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.Control.Monitoring', { alarms: 'Yes' }]),
  },
  {
    id: 'GCP.LO4',
    title: '{source.Name} writes secrets and personal data into {target.Name}',
    category: 'GCP.C.Detection',
    priority: 'Medium',
    include: `target is 'GCP.Control.Monitoring' and not source is 'GCP.External' and not flow.dataClassification is 'Public'`,
    exclude: `target.logsClean is 'Yes'`,
    description:
      'Requests, tokens and events are logged whole. Everybody who may view logs of the project reads them, in every sink and table that receives a copy.',
    further: {
      PossibleMitigations:
        'Log named fields, never whole requests. Restrict sensitive fields of log buckets (field-level access) and grant log views per team. Inspect samples with Sensitive Data Protection. Set retention.',
      References:
        'CWE-532 Insertion of Sensitive Information into Log File. CWE-359 Exposure of Private Personal Information to an Unauthorized Actor.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Control.Monitoring'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.Control.Monitoring', { logsClean: 'Yes' }]),
  },
];
