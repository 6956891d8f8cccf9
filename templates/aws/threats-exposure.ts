import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, TO_NETWORKED_STORE } from './filters.ts';

export const exposureThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.EX1',
    title: '{target.Name} becomes readable for everybody',
    category: 'AWS.C.Exposure',
    priority: 'Critical',
    include: `(target is 'AWS.Store.S3' and (target.publicAccess is 'Not Selected' or target.publicAccess is 'Possible')) or
      (target is 'AWS.Store' and target.publicAccess is 'Intended, public content only' and
        (flow.dataClassification is 'Internal' or flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted'))`,
    description:
      'One statement in a bucket policy, one access point or one object list is enough to publish what {source.Name} puts into {target.Name}. Open buckets are found within hours.',
    further: {
      PossibleMitigations:
        'Switch on Block Public Access for the whole account and deny its change in a service control policy. Keep public content in a bucket of its own, behind CloudFront. Let IAM Access Analyzer and Config report public and foreign access.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. T1530 Data from Cloud Storage. https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Store.S3'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', [
      'AWS.Store.S3',
      { publicAccess: 'Blocked for the account' },
    ]),
  },
  {
    id: 'AWS.EX2',
    title: 'The internet reaches {target.Name} directly',
    category: 'AWS.C.Exposure',
    priority: 'Critical',
    include: `${TO_NETWORKED_STORE} and (target.publicAccess is 'Possible' or ${FROM_PUBLIC})`,
    description:
      '{target.Name} accepts connections from the internet. Passwords are tried, known flaws of the engine are used, and a leaked login works from anywhere.',
    further: {
      PossibleMitigations:
        'Place it in private subnets with "publicly accessible" off. Admit only the security groups of the workloads that use it. Reach it as an administrator through Session Manager. Let Config report public databases.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1190 Exploit Public-Facing Application. A05:2021 Security Misconfiguration.',
    },
    hit: at('AWS.Compute.ECS', 'AWS.Flow.Database', ['AWS.Store.RDS', { publicAccess: 'Possible' }]),
    miss: at('AWS.Compute.ECS', 'AWS.Flow.Database', [
      'AWS.Store.RDS',
      { publicAccess: 'Blocked for the account' },
    ]),
  },
  {
    id: 'AWS.EX3',
    title: 'Attackers log in to {target.Name} over its administration port',
    category: 'AWS.C.Exposure',
    priority: 'Critical',
    include: `target is 'AWS.Compute.EC2' and (target.administration is 'SSH or RDP from anywhere' or
      (source is 'AWS.External.Administrator' and target.administration is 'Not Selected'))`,
    description:
      'A security group that opens port 22 or 3389 exposes the login of {target.Name} to everybody who scans the address range. Keys are shared and never expire, and nothing records what was typed.',
    further: {
      PossibleMitigations:
        'Close the ports. Administer through Session Manager, which needs no open port, checks IAM and records the session. Let Config remove rules that allow 0.0.0.0/0 on these ports.',
      References:
        'CWE-284 Improper Access Control. T1133 External Remote Services. T1021.004 Remote Services: SSH.',
    },
    hit: at('AWS.External.Administrator', 'AWS.Flow.Database', 'AWS.Compute.EC2'),
    miss: at('AWS.External.Administrator', 'AWS.Flow.Database', [
      'AWS.Compute.EC2',
      { administration: 'Session Manager' },
    ]),
  },
  {
    id: 'AWS.EX4',
    title: 'Callers go around {source.Name} to {target.Name}',
    category: 'AWS.C.Exposure',
    priority: 'High',
    include: `source is 'AWS.Entry.CloudFront' and (target is 'AWS.Entry' or target is 'AWS.Compute' or target is 'AWS.Store.S3')`,
    exclude: `source.originProtected is 'Yes'`,
    description:
      'The address of {target.Name} is public by itself. Who finds it, in certificate logs, DNS history or an error page, skips the web application firewall, the rate limits and the geographic limits of {source.Name}.',
    further: {
      PossibleMitigations:
        'Use origin access control for buckets and function URLs. Put load balancers into private subnets as VPC origins, or admit only the CloudFront prefix list and a secret header that you rotate. Disable the default endpoint of the API.',
      References:
        'CWE-288 Authentication Bypass Using an Alternate Path or Channel. https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html',
    },
    hit: at('AWS.Entry.CloudFront', 'AWS.Flow.HTTPS', 'AWS.Store.S3'),
    miss: at(['AWS.Entry.CloudFront', { originProtected: 'Yes' }], 'AWS.Flow.HTTPS', 'AWS.Store.S3'),
  },
  {
    id: 'AWS.EX5',
    title: 'Known attacks reach {target.Name} unfiltered',
    category: 'AWS.C.Exposure',
    priority: 'Medium',
    include: `target is 'AWS.Entry' and ${FROM_PUBLIC} and flow crosses 'AWS.Line.Internet'`,
    exclude: `target.waf is 'Yes'`,
    description:
      'Scanners and bots try the published flaws of frameworks against {target.Name} within hours of their publication. Without a filter in front, only the code behind stands in the way.',
    further: {
      PossibleMitigations:
        'Attach AWS WAF with managed rule groups (core, known bad inputs, IP reputation) and a rate rule. Start in count mode, then block. Deploy rules for all accounts with Firewall Manager.',
      References:
        'T1190 Exploit Public-Facing Application. CWE-693 Protection Mechanism Failure. A06:2021 Vulnerable and Outdated Components.',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Entry.ApiGateway', 'AWS.Line.Internet'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Entry.ApiGateway'),
  },
  {
    id: 'AWS.EX6',
    title: '{source.Name} calls {target.Name} with no guard in front',
    category: 'AWS.C.Exposure',
    priority: 'High',
    include: `target is 'AWS.Compute' and ((${FROM_PUBLIC} and not target is 'AWS.Compute.Lambda') or
      (target.functionUrl is 'Open to everyone'))`,
    exclude: `flow.callerProof is 'IAM signature' or flow.callerProof is 'Mutual TLS'`,
    description:
      '{target.Name} can be called from the internet without an entry point that authorizes, filters and limits. All of that is left to its own code.',
    further: {
      PossibleMitigations:
        'Put API Gateway, a load balancer or CloudFront with WAF in front, and give the workload no public address. Set function URLs to AWS_IAM, and deny public ones in a service control policy (lambda:FunctionUrlAuthType).',
      References:
        'CWE-306 Missing Authentication for Critical Function. T1190 Exploit Public-Facing Application.',
    },
    hit: at('AWS.Entry.CloudFront', 'AWS.Flow.HTTPS', [
      'AWS.Compute.Lambda',
      { functionUrl: 'Open to everyone' },
    ]),
    miss: at('AWS.Entry.CloudFront', 'AWS.Flow.HTTPS', [
      'AWS.Compute.Lambda',
      { functionUrl: 'IAM callers only' },
    ]),
  },
  {
    id: 'AWS.EX7',
    title: 'The cluster of {target.Name} is open to attacks on its API',
    category: 'AWS.C.Exposure',
    priority: 'High',
    include: `target is 'AWS.Compute.EKS' and (target.clusterEndpoint is 'Public' or
      ((source is 'AWS.External.Administrator' or source is 'AWS.External.Pipeline') and target.clusterEndpoint is 'Not Selected'))`,
    description:
      'The API server of the cluster answers the whole internet. A leaked token or a flaw in the API server is all that an attacker needs to run pods next to {target.Name}.',
    further: {
      PossibleMitigations:
        'Make the endpoint private, or limit it to the addresses of offices and runners. Map IAM roles to cluster roles with access entries, without cluster-admin for daily work. Log the control plane.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1133 External Remote Services. T1610 Deploy Container.',
    },
    hit: at('AWS.External.Pipeline', 'AWS.Flow.HTTPS', 'AWS.Compute.EKS'),
    miss: at('AWS.External.Pipeline', 'AWS.Flow.HTTPS', ['AWS.Compute.EKS', { clusterEndpoint: 'Private' }]),
  },
  {
    id: 'AWS.EX8',
    title: 'Somebody else takes over the domain name of {target.Name}',
    category: 'AWS.C.Exposure',
    priority: 'Medium',
    include: `target.dnsCleanedUp is 'No' or (target is 'AWS.Entry.CloudFront' and ${FROM_PUBLIC} and target.dnsCleanedUp is 'Not Selected')`,
    description:
      'A DNS record that points to a deleted distribution, bucket or load balancer can be claimed by whoever creates a resource of that name. Your customers then see their pages under your domain, cookies included.',
    further: {
      PossibleMitigations:
        'Manage records and resources in the same stack and delete the record first. Check zones for dangling records every day. Prefer alias records to your own resources.',
      References:
        'T1584.001 Compromise Infrastructure: Domains. CWE-672 Operation on a Resource after Expiration or Release.',
    },
    hit: at('AWS.External.User', 'AWS.Flow.HTTPS', 'AWS.Entry.CloudFront'),
    miss: at('AWS.External.User', 'AWS.Flow.HTTPS', ['AWS.Entry.CloudFront', { dnsCleanedUp: 'Yes' }]),
  },
  {
    id: 'AWS.EX9',
    title: 'Links to {target.Name} are passed on',
    category: 'AWS.C.Exposure',
    priority: 'Medium',
    include: `target is 'AWS.Store.S3' and (target.presigned is 'Hours or days' or (${FROM_PUBLIC} and target.presigned is 'Not Selected'))`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'A presigned URL works for everybody who has it. Long-lived ones end up in mails, browser histories and logs, and open {target.Name} with the rights of the role that signed them.',
    further: {
      PossibleMitigations:
        'Sign for minutes, one object and one method, after checking the caller. Limit the age of signatures in the bucket policy (s3:signatureAge). For uploads, fix size, type and key in the policy of the form.',
      References: 'CWE-613 Insufficient Session Expiration. T1530 Data from Cloud Storage.',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Store.S3'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', ['AWS.Store.S3', { presigned: 'Minutes, one object' }]),
  },
  {
    id: 'AWS.EX10',
    title: 'A copy of the data leaves through {target.Name}',
    category: 'AWS.C.Exposure',
    priority: 'High',
    include: `target is 'AWS.Store.Snapshot'`,
    exclude: `target.sharedWith is 'Nobody'`,
    description:
      'A snapshot or image that is shared contains everything the machine or database held. An attacker with the right to share one takes the data without reading a single record, and public ones are collected by robots.',
    further: {
      PossibleMitigations:
        'Encrypt with a customer managed key: such snapshots cannot be public, and who is not in the key policy cannot read them. Block public sharing of snapshots and images for the account. Alarm on ModifySnapshotAttribute.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. T1537 Transfer Data to Cloud Account. T1578.001 Modify Cloud Compute Infrastructure: Create Snapshot.',
    },
    hit: at('AWS.Compute.EC2', 'AWS.Flow.Api', 'AWS.Store.Snapshot'),
    miss: at('AWS.Compute.EC2', 'AWS.Flow.Api', ['AWS.Store.Snapshot', { sharedWith: 'Nobody' }]),
  },
];
