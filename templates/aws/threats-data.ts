import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { SENSITIVE } from './filters.ts';

const CONFIDENTIAL = { dataClassification: 'Confidential' };

export const dataThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.DA1',
    title: '{flow.Name} is read or changed on its way',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `(flow.encrypted is 'No' and not flow.dataClassification is 'Public' and not target is 'AWS.Control.Metadata') or
      (flow.encrypted is 'Not Selected' and (${SENSITIVE} or flow crosses 'AWS.Line.Internet' or flow crosses 'AWS.Border.Account'))`,
    description:
      'Data between {source.Name} and {target.Name} travels without proven encryption. Whoever gets into the network, through a compromised neighbour, traffic mirroring or a partner line, reads it and can change it.',
    further: {
      PossibleMitigations:
        'Use TLS on every hop, also behind the load balancer. Refuse plain connections at the target: aws:SecureTransport in bucket and queue policies, rds.force_ssl, in-transit encryption of caches and file systems. Verify certificates.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1040 Network Sniffing. A02:2021 Cryptographic Failures.',
    },
    hit: at('AWS.Compute.ECS', ['AWS.Flow.Database', CONFIDENTIAL], 'AWS.Store.RDS'),
    miss: at(
      'AWS.Compute.ECS',
      ['AWS.Flow.Database', { ...CONFIDENTIAL, encrypted: 'Yes' }],
      'AWS.Store.RDS',
    ),
  },
  {
    id: 'AWS.DA2',
    title: 'Rights on {target.Name} are enough to read classified data',
    category: 'AWS.C.Data',
    priority: 'Medium',
    include: `(target is 'AWS.Store' or target is 'AWS.Messaging') and ${SENSITIVE}`,
    exclude: `target.encryption is 'Customer managed key' or target.encryption is 'Nothing'`,
    description:
      'With the keys of the service, everybody who may read {target.Name} also gets plain text. There is no second decision about who decrypts, no record of it, and no way to withdraw access by disabling the key.',
    further: {
      PossibleMitigations:
        'Encrypt confidential data with a customer managed KMS key whose policy names the roles that may decrypt. Use one key per class of data. Deny uploads with other keys.',
      References: 'CWE-311 Missing Encryption of Sensitive Data. T1530 Data from Cloud Storage.',
    },
    hit: at('AWS.Compute.Lambda', ['AWS.Flow.Api', CONFIDENTIAL], 'AWS.Store.DynamoDB'),
    miss: at(
      'AWS.Compute.Lambda',
      ['AWS.Flow.Api', { dataClassification: 'Internal' }],
      'AWS.Store.DynamoDB',
    ),
  },
  {
    id: 'AWS.DA3',
    title: '{target.Name} keeps data in plain text',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `(target is 'AWS.Store' or target is 'AWS.Messaging') and target.encryption is 'Nothing' and not flow.dataClassification is 'Public'`,
    description:
      'Data in {target.Name} is not encrypted at rest, and neither are its snapshots and copies. They can be shared with other accounts and read there.',
    further: {
      PossibleMitigations:
        'Encrypt at rest. Databases and volumes are encrypted by copying a snapshot with a key and restoring it. Switch on encryption by default for volumes, and refuse unencrypted resources by policy.',
      References:
        'CWE-312 Cleartext Storage of Sensitive Information. T1537 Transfer Data to Cloud Account. A02:2021 Cryptographic Failures.',
    },
    hit: at('AWS.Compute.EC2', 'AWS.Flow.Database', ['AWS.Store.RDS', { encryption: 'Nothing' }]),
    miss: at('AWS.Compute.EC2', 'AWS.Flow.Database', ['AWS.Store.RDS', { encryption: 'AWS managed key' }]),
  },
  {
    id: 'AWS.DA4',
    title: '{target.Name} admits more than {source.Name}',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `(target is 'AWS.Store' and (target.accessGrants is 'Whole account' or target.accessGrants is 'Other accounts or wildcards' or
        (target.accessGrants is 'Not Selected' and ${SENSITIVE}))) or
      target.secretReaders is 'Many or all roles' or
      (target is 'AWS.Messaging.SNS' and (target.subscribers is 'Anybody' or target.subscribers is 'Whole account'))`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'The policy of {target.Name} does not stop at the roles that work with it. Any other role of the account, or of another one, with a broad policy of its own reads the data as well.',
    further: {
      PossibleMitigations:
        'Write a resource policy that denies all principals but the roles that need it (condition on aws:PrincipalArn). Refuse principals from outside the organization (aws:PrincipalOrgID). Review findings of IAM Access Analyzer.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. CWE-1220 Insufficient Granularity of Access Control. A01:2021 Broken Access Control.',
    },
    hit: at('AWS.Compute.Lambda', ['AWS.Flow.Api', CONFIDENTIAL], 'AWS.Store.S3'),
    miss: at(
      'AWS.Compute.Lambda',
      ['AWS.Flow.Api', CONFIDENTIAL],
      ['AWS.Store.S3', { accessGrants: 'Named roles only' }],
    ),
  },
  {
    id: 'AWS.DA5',
    title: 'One tenant reads the data of another in {target.Name}',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `source is 'AWS.Compute' and (target is 'AWS.Store.DynamoDB' or target is 'AWS.Store.RDS') and not flow.dataClassification is 'Public'`,
    exclude: `target.tenantSeparation is 'One tenant only' or target.tenantSeparation is 'Key condition in the role' or
      target.tenantSeparation is 'Database rules' or source.checksAccess is 'Yes'`,
    description:
      'Only the code of {source.Name} keeps the customers in {target.Name} apart. One query without the tenant in its condition returns the data of all of them.',
    further: {
      PossibleMitigations:
        'Let something below the code decide: session policies with dynamodb:LeadingKeys, row level security in the database, or a table or key per tenant. Take the tenant from the verified token.',
      References:
        'CWE-653 Improper Isolation or Compartmentalization. CWE-639 Authorization Bypass Through User-Controlled Key. API1:2023 Broken Object Level Authorization.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Store.DynamoDB'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', [
      'AWS.Store.DynamoDB',
      { tenantSeparation: 'Key condition in the role' },
    ]),
  },
  {
    id: 'AWS.DA6',
    title: 'Secrets of {source.Name} are read where they lie',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `(source.secretsFrom is 'Environment variables' or source.secretsFrom is 'Code or image') and
      (target is 'AWS.Store' or target is 'AWS.External' or target is 'AWS.Control')`,
    description:
      'Everybody who may read the configuration or the code of {source.Name} also reads the secrets it uses towards {target.Name}: developers, tools, and an attacker with read rights (lambda:GetFunction, ecs:DescribeTaskDefinition).',
    further: {
      PossibleMitigations:
        'Keep secrets in Secrets Manager or as secure parameters and fetch them when the workload starts. Prefer no secret at all: IAM authentication for databases, roles for AWS APIs. Scan code, images and history, and replace what was found.',
      References:
        'CWE-526 Cleartext Storage of Sensitive Information in an Environment Variable. CWE-798 Use of Hard-coded Credentials. T1552 Unsecured Credentials.',
    },
    hit: at(
      ['AWS.Compute.Lambda', { secretsFrom: 'Environment variables' }],
      'AWS.Flow.Database',
      'AWS.Store.RDS',
    ),
    miss: at(
      ['AWS.Compute.Lambda', { secretsFrom: 'Secrets Manager or Parameter Store' }],
      'AWS.Flow.Database',
      'AWS.Store.RDS',
    ),
  },
  {
    id: 'AWS.DA7',
    title: 'A password for {target.Name} works for years',
    category: 'AWS.C.Data',
    priority: 'Medium',
    include: `(target is 'AWS.Control.Secrets' and not target.rotation is 'Yes') or
      (target is 'AWS.Store.RDS' and (target.login is 'Static password' or target.login is 'Not Selected')) or
      (target is 'AWS.Store.ElastiCache' and not target.cacheLogin is 'Yes')`,
    description:
      'Whoever once learned the credentials used at {target.Name}, from a log, a backup or a former job, can still use them. Where none are asked for, a place in the network is enough.',
    further: {
      PossibleMitigations:
        'Use IAM authentication where the service offers it. Otherwise let Secrets Manager rotate, with one login per workload, and test that rotation disturbs nobody. Require a login and TLS from cache clients.',
      References:
        'CWE-324 Use of a Key Past its Expiration Date. CWE-522 Insufficiently Protected Credentials. T1078 Valid Accounts.',
    },
    hit: at('AWS.Compute.ECS', 'AWS.Flow.Database', 'AWS.Store.RDS'),
    miss: at('AWS.Compute.ECS', 'AWS.Flow.Database', ['AWS.Store.RDS', { login: 'IAM authentication' }]),
  },
  {
    id: 'AWS.DA8',
    title: 'More principals than planned decrypt with {target.Name}',
    category: 'AWS.C.Data',
    priority: 'High',
    include: `target is 'AWS.Control.KMS'`,
    exclude: `target.keyPolicy is 'Users and administrators apart'`,
    description:
      'If the key policy of {target.Name} delegates to the account, every IAM policy with kms:Decrypt on all keys opens the data. If users and administrators are the same, whoever uses the key can also give it away.',
    further: {
      PossibleMitigations:
        'Name in the key policy the roles that use the key and, apart from them, those that administer it. Limit use to the services it is meant for (kms:ViaService) and to an encryption context. Review grants.',
      References:
        'CWE-284 Improper Access Control. CWE-732 Incorrect Permission Assignment for Critical Resource. https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Control.KMS'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', [
      'AWS.Control.KMS',
      { keyPolicy: 'Users and administrators apart' },
    ]),
  },
  {
    id: 'AWS.DA9',
    title: 'Classified data leaves the account for {target.Name}',
    category: 'AWS.C.Data',
    priority: 'Medium',
    include: `${SENSITIVE} and flow crosses 'AWS.Border.Account' and
      (target is 'AWS.External.Service' or target is 'AWS.External.PartnerAccount')`,
    description:
      '{source.Name} sends confidential or restricted data to {target.Name}, where your policies, keys and logs do not reach. What is kept there, how long and by whom, only the contract says.',
    further: {
      PossibleMitigations:
        'Send only the fields that are needed; replace identifiers by tokens. Agree on purpose, deletion and notice of incidents. List the recipient in the record of processing. Limit outbound traffic to its names.',
      References:
        'CWE-201 Insertion of Sensitive Information Into Sent Data. CWE-359 Exposure of Private Personal Information to an Unauthorized Actor.',
    },
    hit: at(
      'AWS.Compute.Lambda',
      ['AWS.Flow.HTTPS', CONFIDENTIAL],
      'AWS.External.Service',
      'AWS.Border.Account',
    ),
    miss: at(
      'AWS.Compute.Lambda',
      ['AWS.Flow.HTTPS', { dataClassification: 'Internal' }],
      'AWS.External.Service',
      'AWS.Border.Account',
    ),
  },
  {
    id: 'AWS.DA10',
    title: 'Data of {source.Name} is stored in another region',
    category: 'AWS.C.Data',
    priority: 'Medium',
    include: `${SENSITIVE} and flow crosses 'AWS.Border.Region' and (source is 'AWS.Compute' or source is 'AWS.Store' or source is 'AWS.Messaging') and
      (target is 'AWS.Store' or target is 'AWS.Messaging' or target is 'AWS.Compute')`,
    description:
      '{flow.Name} carries confidential or restricted data out of its region to {target.Name}. Laws and contracts may forbid that, and rights, keys and logs must be right in both regions.',
    further: {
      PossibleMitigations:
        'Decide per class of data which regions are allowed, and deny others in a service control policy (aws:RequestedRegion). Replicate only what recovery needs. Use keys and logs of the target region with the same policies.',
      References:
        'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. T1537 Transfer Data to Cloud Account.',
    },
    hit: at('AWS.Store.S3', ['AWS.Flow.Api', CONFIDENTIAL], 'AWS.Store.S3', 'AWS.Border.Region'),
    miss: at('AWS.Store.S3', ['AWS.Flow.Api', CONFIDENTIAL], 'AWS.Store.S3'),
  },
  {
    id: 'AWS.DA11',
    title: '{source.Name} can copy data into a bucket of somebody else',
    category: 'AWS.C.Data',
    priority: 'Medium',
    include: `source is 'AWS.Compute' and flow is 'AWS.Flow.Api' and flow crosses 'AWS.Border.VPC' and
      (target is 'AWS.Store.S3' or target is 'AWS.Store.DynamoDB' or target is 'AWS.Messaging')`,
    exclude: `flow.path is 'VPC endpoint or private link'`,
    description:
      'A workload in the VPC that reaches the public endpoint of the service behind {target.Name} reaches the same service in every account. An attacker on {source.Name} uses it to upload data with credentials of their own, past all filters on host names.',
    further: {
      PossibleMitigations:
        'Use a VPC endpoint with a policy that allows only resources and principals of your organization (aws:ResourceOrgID, aws:PrincipalOrgID), and close the way over NAT for these services.',
      References:
        'T1567.002 Exfiltration Over Web Service: Exfiltration to Cloud Storage. T1537 Transfer Data to Cloud Account. CWE-284 Improper Access Control. https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html',
    },
    hit: at('AWS.Compute.ECS', 'AWS.Flow.Api', 'AWS.Store.S3', 'AWS.Border.VPC'),
    miss: at(
      'AWS.Compute.ECS',
      ['AWS.Flow.Api', { path: 'VPC endpoint or private link' }],
      'AWS.Store.S3',
      'AWS.Border.VPC',
    ),
  },
];
