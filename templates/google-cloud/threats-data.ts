import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, SENSITIVE } from './filters.ts';

const CONFIDENTIAL = { dataClassification: 'Confidential' };

export const dataThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.DA1',
    title: '{flow.Name} is read or changed on its way',
    category: 'GCP.C.Data',
    priority: 'High',
    include: `(flow.encrypted is 'No' and not flow.dataClassification is 'Public' and not target is 'GCP.Control.Metadata') or
      (flow.encrypted is 'Not Selected' and (${SENSITIVE} or flow crosses 'GCP.Line.Internet' or flow crosses 'GCP.Border.Project'))`,
    description:
      'Data between {source.Name} and {target.Name} travels without proven encryption. What Google encrypts between its data centres does not help against a compromised neighbour in the network or on a partner line.',
    further: {
      PossibleMitigations:
        'Use TLS on every hop: HTTPS backends, the SQL connector or "require SSL", in-transit encryption of Memorystore, mutual TLS in a service mesh. Verify certificates. Redirect HTTP at the load balancer.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1040 Network Sniffing. A02:2021 Cryptographic Failures.',
    },
    hit: at('GCP.Workload.GKE', ['GCP.Flow.Database', CONFIDENTIAL], 'GCP.Store.CloudSql'),
    miss: at(
      'GCP.Workload.GKE',
      ['GCP.Flow.Database', { ...CONFIDENTIAL, encrypted: 'Yes' }],
      'GCP.Store.CloudSql',
    ),
  },
  {
    id: 'GCP.DA2',
    title: 'Roles on {target.Name} are enough to read classified data',
    category: 'GCP.C.Data',
    priority: 'Low',
    include: `target is 'GCP.Store' and ${SENSITIVE}`,
    exclude: `target.keyHolder is 'Customer managed (CMEK)'`,
    description:
      'Google encrypts {target.Name} with keys that open for everybody who holds a role on it. There is no second decision about who decrypts, and no key to disable in an emergency.',
    further: {
      PossibleMitigations:
        'Use a customer managed key in a key project for confidential data, and enforce it (gcp.restrictNonCmekServices). For restricted data consider external keys with access justifications.',
      References: 'CWE-311 Missing Encryption of Sensitive Data. T1530 Data from Cloud Storage.',
    },
    hit: at('GCP.Workload.CloudRun', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.Store.Spanner'),
    miss: at(
      'GCP.Workload.CloudRun',
      ['GCP.Flow.Api', CONFIDENTIAL],
      ['GCP.Store.Spanner', { keyHolder: 'Customer managed (CMEK)' }],
    ),
  },
  {
    id: 'GCP.DA3',
    title: '{target.Name} admits more than {source.Name}',
    category: 'GCP.C.Data',
    priority: 'High',
    include: `(target is 'GCP.Store' and (target.accessGrants is 'Principals of the whole project' or
        (target.accessGrants is 'Not Selected' and ${SENSITIVE}))) or
      target.secretReaders is 'Principals of the whole project'`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'Roles on {target.Name} come from the project, so that every viewer, editor and service account with such a role reads it too. In BigQuery and Cloud Storage, basic roles give access that no list on the resource shows.',
    further: {
      PossibleMitigations:
        'Grant on the dataset, bucket or secret itself, to groups and single service accounts. Remove the convenience grants for project viewers, editors and owners. Keep classified data in a project of its own. Use Policy Analyzer to list who can read it.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. CWE-1220 Insufficient Granularity of Access Control. A01:2021 Broken Access Control.',
    },
    hit: at('GCP.Workload.Data', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.Store.BigQuery'),
    miss: at(
      'GCP.Workload.Data',
      ['GCP.Flow.Api', CONFIDENTIAL],
      ['GCP.Store.BigQuery', { accessGrants: 'Named principals on this resource' }],
    ),
  },
  {
    id: 'GCP.DA4',
    title: 'Analysts see more columns of {target.Name} than their work needs',
    category: 'GCP.C.Data',
    priority: 'Medium',
    include: `target is 'GCP.Store.BigQuery' and not flow.dataClassification is 'Public' and not flow.dataClassification is 'Internal'`,
    exclude: `target.columnRights is 'Yes'`,
    description:
      'A warehouse gathers what the applications keep apart. Whoever may query {target.Name} sees names, addresses and amounts of everybody, and copies them to a spreadsheet with two clicks.',
    further: {
      PossibleMitigations:
        'Put policy tags on sensitive columns and mask them for most groups. Share authorized views and row policies instead of tables. Find what is sensitive with Sensitive Data Protection. Limit exports with a perimeter.',
      References:
        'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. CWE-1220 Insufficient Granularity of Access Control.',
    },
    hit: at('GCP.Workload.Data', 'GCP.Flow.Api', 'GCP.Store.BigQuery'),
    miss: at('GCP.Workload.Data', 'GCP.Flow.Api', ['GCP.Store.BigQuery', { columnRights: 'Yes' }]),
  },
  {
    id: 'GCP.DA5',
    title: '{target.Name} receives classified data of {source.Name} for good',
    category: 'GCP.C.Data',
    priority: 'High',
    include: `${SENSITIVE} and (target is 'GCP.External.Partner' or target is 'GCP.External.Service') and
      (source is 'GCP.Store' or source is 'GCP.Workload' or source is 'GCP.Messaging')`,
    description:
      '{flow.Name} hands confidential or restricted data to {target.Name}. What is copied there is beyond your policies, keys and logs, and cannot be called back.',
    further: {
      PossibleMitigations:
        'Share a view with the columns and rows that the purpose needs, with data egress controls or in a clean room, rather than tables. Pseudonymize identifiers. Agree on purpose, deletion and notice of incidents. Review subscribers every quarter.',
      References:
        'CWE-201 Insertion of Sensitive Information Into Sent Data. CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. T1199 Trusted Relationship.',
    },
    hit: at('GCP.Store.BigQuery', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.External.Partner'),
    miss: at(
      'GCP.Store.BigQuery',
      ['GCP.Flow.Api', { dataClassification: 'Internal' }],
      'GCP.External.Partner',
    ),
  },
  {
    id: 'GCP.DA6',
    title: 'Data of {source.Name} is stored in another region',
    category: 'GCP.C.Data',
    priority: 'Medium',
    include: `${SENSITIVE} and flow crosses 'GCP.Border.Region' and (source is 'GCP.Workload' or source is 'GCP.Store' or source is 'GCP.Messaging') and
      (target is 'GCP.Store' or target is 'GCP.Messaging' or target is 'GCP.Workload')`,
    description:
      '{flow.Name} carries confidential or restricted data out of its region to {target.Name}. Global and multi-region defaults of topics, secrets and buckets do that without being asked.',
    further: {
      PossibleMitigations:
        'Limit locations by organization policy (gcp.resourceLocations). Set the storage policy of topics and the replication of secrets. Replicate only what recovery needs, with keys of the target region.',
      References:
        'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. T1537 Transfer Data to Cloud Account.',
    },
    hit: at(
      'GCP.Workload.CloudRun',
      ['GCP.Flow.Api', CONFIDENTIAL],
      'GCP.Messaging.PubSub',
      'GCP.Border.Region',
    ),
    miss: at('GCP.Workload.CloudRun', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.Messaging.PubSub'),
  },
  {
    id: 'GCP.DA7',
    title: 'Secrets of {source.Name} are read where they lie',
    category: 'GCP.C.Data',
    priority: 'High',
    include: `(source.secretsFrom is 'Environment variables' or source.secretsFrom is 'Code or image') and
      (target is 'GCP.Store' or target is 'GCP.External')`,
    description:
      'Everybody who may view the revision, function or image of {source.Name} reads the secrets it uses towards {target.Name}; a viewer of the project can.',
    further: {
      PossibleMitigations:
        'Keep secrets in Secret Manager and mount them as a volume, pinned to a version. Prefer no secret at all: IAM authentication for databases, tokens for services. Scan code, images and history, and replace what was found.',
      References:
        'CWE-526 Cleartext Storage of Sensitive Information in an Environment Variable. CWE-798 Use of Hard-coded Credentials. T1552 Unsecured Credentials.',
    },
    hit: at(
      ['GCP.Workload.CloudRun', { secretsFrom: 'Environment variables' }],
      'GCP.Flow.Database',
      'GCP.Store.CloudSql',
    ),
    miss: at(
      ['GCP.Workload.CloudRun', { secretsFrom: 'Secret Manager' }],
      'GCP.Flow.Database',
      'GCP.Store.CloudSql',
    ),
  },
  {
    id: 'GCP.DA8',
    title: 'A password for {target.Name} works for years',
    category: 'GCP.C.Data',
    priority: 'Medium',
    include: `(target is 'GCP.Control.Secrets' and not target.rotation is 'Yes') or
      (target is 'GCP.Store.CloudSql' and (target.login is 'Static password' or target.login is 'Not Selected'))`,
    description:
      'Whoever once learned the credentials used at {target.Name}, from a log, a backup or a former job, can still use them.',
    further: {
      PossibleMitigations:
        'Use IAM database authentication with the service account. Rotate other secrets on a schedule (Secret Manager notifies, a function changes) and let workloads read the newest version.',
      References:
        'CWE-324 Use of a Key Past its Expiration Date. CWE-522 Insufficiently Protected Credentials. T1078 Valid Accounts.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Database', 'GCP.Store.CloudSql'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Database', [
      'GCP.Store.CloudSql',
      { login: 'IAM authentication' },
    ]),
  },
  {
    id: 'GCP.DA9',
    title: 'The owner of the data also owns {target.Name}',
    category: 'GCP.C.Data',
    priority: 'Medium',
    include: `target is 'GCP.Control.KMS'`,
    exclude: `target.keyDuties is 'Apart, key in another project'`,
    description:
      'If the key lies in the project of the data, one project owner has both. The key then protects against nobody who could not be kept out by a role.',
    further: {
      PossibleMitigations:
        'Keep keys in a key project without owners, administered by another team. Grant cloudkms.cryptoKeyEncrypterDecrypter on single keys to service agents, not to people. Log data access of KMS.',
      References:
        'CWE-284 Improper Access Control. CWE-732 Incorrect Permission Assignment for Critical Resource. https://cloud.google.com/kms/docs/separation-of-duties',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Control.KMS'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', [
      'GCP.Control.KMS',
      { keyDuties: 'Apart, key in another project' },
    ]),
  },
  {
    id: 'GCP.DA10',
    title: 'Links to {target.Name} are passed on',
    category: 'GCP.C.Data',
    priority: 'Medium',
    include: `target is 'GCP.Store.Bucket' and (target.signedUrls is 'Hours or days' or (${FROM_PUBLIC} and target.signedUrls is 'Not Selected'))`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'A signed URL works for everybody who has it. Long-lived ones end up in mails, browser histories and logs, and withdrawing one means changing the rights of the account that signed it.',
    further: {
      PossibleMitigations:
        'Sign for minutes, one object and one method, after checking the caller; sign through the IAM API, so that no key file exists. For uploads, fix size and type with a policy document.',
      References: 'CWE-613 Insufficient Session Expiration. T1530 Data from Cloud Storage.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Store.Bucket'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', [
      'GCP.Store.Bucket',
      { signedUrls: 'Minutes, one object' },
    ]),
  },
];
