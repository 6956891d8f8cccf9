import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, TO_VALUABLE } from './filters.ts';

export const identityThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.ID1',
    title: '{source.Name} has more rights than it needs on {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `source is 'AWS.Compute' and (${TO_VALUABLE} or
      ((target is 'AWS.Messaging' or target is 'AWS.Compute') and
        (source.roleRights is 'Wildcards or broad managed policies' or source.roleRights is 'Administrator')))`,
    exclude: `source.roleRights is 'Only what it needs'`,
    description:
      'Nobody has shown that the role of {source.Name} allows only the actions and resources it uses. One flaw in its code, or one leaked set of its temporary credentials, lets an attacker read, change or delete {target.Name} and whatever else the policy covers.',
    further: {
      PossibleMitigations:
        'Write one role per workload. Name actions and resource ARNs instead of wildcards, and add conditions on keys, prefixes or tags. Generate the policy from recorded use with IAM Access Analyzer, and remove unused rights every quarter.',
      References:
        'CWE-250 Execution with Unnecessary Privileges. T1078.004 Valid Accounts: Cloud Accounts. https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Store.DynamoDB'),
    miss: at(
      ['AWS.Compute.Lambda', { roleRights: 'Only what it needs' }],
      'AWS.Flow.Api',
      'AWS.Store.DynamoDB',
    ),
  },
  {
    id: 'AWS.ID2',
    title: '{target.Name} is a step to higher rights for {source.Name}',
    category: 'AWS.C.Identity',
    priority: 'Critical',
    include: `target is 'AWS.Control.Role' and flow is 'AWS.Flow.Assume'`,
    exclude: `target.ceiling is 'Yes'`,
    description:
      'Whoever controls {source.Name} acts with the rights of {target.Name}. If these include passing roles to services, attaching policies or changing functions that run with stronger roles, the holder makes itself administrator of the account.',
    further: {
      PossibleMitigations:
        'Put a ceiling over the role: a permissions boundary, or a service control policy that denies iam:PassRole, iam:Attach*, iam:Put* and iam:CreateAccessKey outside the roles meant for it. Limit iam:PassRole to named roles and services (iam:PassedToService).',
      References:
        'CWE-269 Improper Privilege Management. T1098.003 Account Manipulation: Additional Cloud Roles. T1548.005 Temporary Elevated Cloud Access.',
    },
    hit: at('AWS.External.Pipeline', 'AWS.Flow.Assume', 'AWS.Control.Role'),
    miss: at('AWS.External.Pipeline', 'AWS.Flow.Assume', ['AWS.Control.Role', { ceiling: 'Yes' }]),
  },
  {
    id: 'AWS.ID3',
    title: 'Other customers of {source.Name} reach {target.Name} through it',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `source is 'AWS.External.PartnerAccount' and (target is 'AWS.Control' or target is 'AWS.Store' or target is 'AWS.Messaging')`,
    exclude: `source.externalId is 'Yes'`,
    description:
      '{source.Name} serves many customers with the same principal. Another customer who enters the ARN of {target.Name} there makes the service act on your resources on their behalf: the service is a confused deputy.',
    further: {
      PossibleMitigations:
        'Require in the trust policy an external ID that the vendor generates for you alone (sts:ExternalId). For AWS services as callers, add conditions on aws:SourceAccount and aws:SourceArn.',
      References:
        'CWE-441 Unintended Proxy or Intermediary (Confused Deputy). T1199 Trusted Relationship. https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',
    },
    hit: at('AWS.External.PartnerAccount', 'AWS.Flow.Assume', 'AWS.Control.Role'),
    miss: at(['AWS.External.PartnerAccount', { externalId: 'Yes' }], 'AWS.Flow.Assume', 'AWS.Control.Role'),
  },
  {
    id: 'AWS.ID4',
    title: 'Principals that nobody named can assume {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'Critical',
    include: `target is 'AWS.Control.Role' and (target.trustPolicy is 'Wildcard principal' or
      (target.trustPolicy is 'Named accounts' and not source is 'AWS.External.PartnerAccount'))`,
    description:
      'The trust policy of {target.Name} admits more than {source.Name}: a whole account, or everybody. Every principal there with the right to call sts:AssumeRole obtains its credentials.',
    further: {
      PossibleMitigations:
        'Name role ARNs as principals, not accounts, and never a wildcard without a condition. Add conditions on the organization (aws:PrincipalOrgID), the source or the token claims. Let IAM Access Analyzer report trust outside the organization.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. T1078.004 Valid Accounts: Cloud Accounts. CAPEC-233 Privilege Escalation.',
    },
    hit: at('AWS.Compute.ECS', 'AWS.Flow.Assume', [
      'AWS.Control.Role',
      { trustPolicy: 'Wildcard principal' },
    ]),
    miss: at('AWS.Compute.ECS', 'AWS.Flow.Assume', [
      'AWS.Control.Role',
      { trustPolicy: 'Named principals with conditions' },
    ]),
  },
  {
    id: 'AWS.ID5',
    title: 'Any workflow of the organization deploys as {source.Name}',
    category: 'AWS.C.Identity',
    priority: 'Critical',
    include: `source is 'AWS.External.Pipeline'`,
    exclude: `source.pipelineLogin is 'OIDC, one repository and branch' or source.pipelineLogin is 'Long-lived access keys'`,
    description:
      'The role behind {source.Name} trusts tokens of the CI provider without checking which repository and branch they were issued for. Whoever can start a workflow in another repository, in the worst case in any repository of that provider, gets the rights to change {target.Name}.',
    further: {
      PossibleMitigations:
        'Check both claims in the trust policy: aud, and sub with repository and branch or environment, without wildcards. Use separate roles for build and deployment, and protect the branch and the environment at the CI provider.',
      References:
        'CWE-1220 Insufficient Granularity of Access Control. CICD-SEC-2 Inadequate Identity and Access Management. https://docs.github.com/en/actions/security-for-github-actions/security-hardening-your-deployments/configuring-openid-connect-in-amazon-web-services',
    },
    hit: at('AWS.External.Pipeline', 'AWS.Flow.Assume', 'AWS.Control.Role'),
    miss: at(
      ['AWS.External.Pipeline', { pipelineLogin: 'OIDC, one repository and branch' }],
      'AWS.Flow.Assume',
      'AWS.Control.Role',
    ),
  },
  {
    id: 'AWS.ID6',
    title: 'Access keys of {source.Name} leak and stay valid',
    category: 'AWS.C.Identity',
    priority: 'Critical',
    include: `source.pipelineLogin is 'Long-lived access keys' or source.adminLogin is 'Access keys' or source.adminLogin is 'Root user' or
      (source is 'AWS.External.OnPremises' and flow is 'AWS.Flow.Api' and not flow.path is 'VPC endpoint or private link')`,
    description:
      '{source.Name} uses credentials that do not expire. They lie in configuration files, build logs and laptops. Whoever finds them acts as {source.Name} from anywhere, until somebody notices.',
    further: {
      PossibleMitigations:
        'Replace keys by short-lived credentials: OIDC for pipelines, IAM Identity Center for people, IAM Roles Anywhere for servers outside. Delete root keys, lock root away with a hardware factor, and deny iam:CreateAccessKey in a service control policy. Where a key must remain, limit it by source network and rotate it.',
      References:
        'CWE-522 Insufficiently Protected Credentials. CICD-SEC-6 Insufficient Credential Hygiene. T1552.001 Unsecured Credentials: Credentials In Files.',
    },
    hit: at(
      ['AWS.External.Pipeline', { pipelineLogin: 'Long-lived access keys' }],
      'AWS.Flow.Api',
      'AWS.Compute.Lambda',
    ),
    miss: at(
      ['AWS.External.Pipeline', { pipelineLogin: 'OIDC, whole organization' }],
      'AWS.Flow.Api',
      'AWS.Compute.Lambda',
    ),
  },
  {
    id: 'AWS.ID7',
    title: 'Stolen login of {source.Name} opens {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `source is 'AWS.External.Administrator'`,
    exclude: `source.adminLogin is 'Identity Center and phishing-resistant factor'`,
    description:
      'A phished or guessed login of {source.Name} is enough to work on {target.Name} with administrative rights. One-time codes are phished together with the password; a stolen console session needs neither.',
    further: {
      PossibleMitigations:
        'Sign staff in through IAM Identity Center with a phishing-resistant factor (passkey, hardware key) and short sessions. Have no IAM users for people. Deny actions without a second factor by policy.',
      References:
        'CWE-308 Use of Single-factor Authentication. T1078.004 Valid Accounts: Cloud Accounts. T1621 Multi-Factor Authentication Request Generation.',
    },
    hit: at('AWS.External.Administrator', 'AWS.Flow.HTTPS', 'AWS.Control.CloudWatch'),
    miss: at(
      ['AWS.External.Administrator', { adminLogin: 'Identity Center and phishing-resistant factor' }],
      'AWS.Flow.HTTPS',
      'AWS.Control.CloudWatch',
    ),
  },
  {
    id: 'AWS.ID8',
    title: '{source.Name} can change {target.Name} at any time, alone',
    category: 'AWS.C.Identity',
    priority: 'Medium',
    include: `source is 'AWS.External.Administrator' and (target is 'AWS.Control' or target is 'AWS.Store' or target is 'AWS.Compute.EC2')`,
    exclude: `source.rightsOnRequest is 'Yes' or target.changeRights is 'Named administrators, via pipeline'`,
    description:
      '{source.Name} holds standing rights over {target.Name}. A mistake, an insider or stolen credentials do their damage at once, with nobody else to stop or notice it.',
    further: {
      PossibleMitigations:
        'Let people read by default. Grant production rights on request, with a reason, for hours, approved by somebody else. Make changes through the pipeline. Keep a tested break-glass role whose use raises an alarm.',
      References:
        'CWE-269 Improper Privilege Management. T1548.005 Abuse Elevation Control Mechanism: Temporary Elevated Cloud Access.',
    },
    hit: at('AWS.External.Administrator', 'AWS.Flow.Api', 'AWS.Control.KMS'),
    miss: at(['AWS.External.Administrator', { rightsOnRequest: 'Yes' }], 'AWS.Flow.Api', 'AWS.Control.KMS'),
  },
  {
    id: 'AWS.ID9',
    title: 'Neighbours of {source.Name} use the same rights on {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `(source is 'AWS.Compute.EKS' or source is 'AWS.Compute.ECS') and (target is 'AWS.Control' or target is 'AWS.Store' or target is 'AWS.Messaging')`,
    exclude: `source.ownRole is 'Yes'`,
    description:
      'Without a role of its own, {source.Name} works with the role of the node it runs on, and so does every other container there. The weakest of them decides who reaches {target.Name}.',
    further: {
      PossibleMitigations:
        'Give each service a role: task roles in ECS, EKS Pod Identity or IAM roles for service accounts in EKS. Keep the role of the node to what the agent needs, and block the metadata address for containers (hop limit 1).',
      References:
        'CWE-266 Incorrect Privilege Assignment. T1552.005 Unsecured Credentials: Cloud Instance Metadata API.',
    },
    hit: at('AWS.Compute.EKS', 'AWS.Flow.Api', 'AWS.Store.S3'),
    miss: at(['AWS.Compute.EKS', { ownRole: 'Yes' }], 'AWS.Flow.Api', 'AWS.Store.S3'),
  },
  {
    id: 'AWS.ID10',
    title: 'Forged requests fetch the credentials of {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `target is 'AWS.Compute.EC2' and (source is 'AWS.Entry' or source is 'AWS.External')`,
    exclude: `target.imds is 'IMDSv2 required' or target.imds is 'Off'`,
    description:
      'With version 1 of the metadata service, a plain GET to 169.254.169.254 returns the credentials of the instance role. A request that makes {target.Name} fetch an address, or a misconfigured proxy on it, hands them to {source.Name}.',
    further: {
      PossibleMitigations:
        'Require IMDSv2 with hop limit 1 on all instances and in the account defaults; deny ec2:RunInstances otherwise. Alarm on instance credentials that are used from outside (GuardDuty).',
      References:
        'CWE-918 Server-Side Request Forgery (SSRF). T1552.005 Unsecured Credentials: Cloud Instance Metadata API. CAPEC-664 Server Side Request Forgery.',
    },
    hit: at('AWS.Entry.LoadBalancer', 'AWS.Flow.HTTP', 'AWS.Compute.EC2'),
    miss: at('AWS.Entry.LoadBalancer', 'AWS.Flow.HTTP', ['AWS.Compute.EC2', { imds: 'IMDSv2 required' }]),
  },
  {
    id: 'AWS.ID11',
    title: 'Code next to {source.Name} takes its credentials from {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'Medium',
    include: `target is 'AWS.Control.Metadata'`,
    exclude: `source.imds is 'IMDSv2 required' or source.ownRole is 'Yes'`,
    description:
      'Every process on the machine can ask {target.Name} for the credentials of its role: containers, agents, a shell that an attacker opened.',
    further: {
      PossibleMitigations:
        'Require IMDSv2 and set the hop limit to 1. Give containers their own roles and block the address for them. Keep few rights on the instance role.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1552.005 Unsecured Credentials: Cloud Instance Metadata API.',
    },
    hit: at('AWS.Compute.EC2', 'AWS.Flow.HTTP', 'AWS.Control.Metadata'),
    miss: at(['AWS.Compute.EC2', { imds: 'IMDSv2 required' }], 'AWS.Flow.HTTP', 'AWS.Control.Metadata'),
  },
  {
    id: 'AWS.ID12',
    title: 'Accounts of {source.Name} are taken over at {target.Name}',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `target is 'AWS.Control.Cognito' and source is 'AWS.External'`,
    exclude: `target.mfa is 'Required or passkeys'`,
    description:
      'Passwords that leaked elsewhere are tried at {target.Name} by the thousand. Without a second factor, one reused password is one account lost.',
    further: {
      PossibleMitigations:
        'Require a second factor or passkeys. Switch on threat protection (compromised credentials, adaptive authentication), limit attempts per address and user, and give the same answer for unknown users. Keep access tokens short-lived and revoke refresh tokens on sign-out.',
      References:
        'CWE-308 Use of Single-factor Authentication. T1110.004 Brute Force: Credential Stuffing. CAPEC-600 Credential Stuffing. A07:2021 Identification and Authentication Failures.',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Control.Cognito'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', [
      'AWS.Control.Cognito',
      { mfa: 'Required or passkeys' },
    ]),
  },
  {
    id: 'AWS.ID13',
    title: '{target.Name} does not know who calls',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `target is 'AWS.Entry' and ${FROM_PUBLIC} and not flow.dataClassification is 'Public'`,
    exclude: `target.authorizer is 'Tokens of an identity provider' or target.authorizer is 'IAM signatures' or
      target.authorizer is 'Mutual TLS' or target.authorizer is 'The service behind it' or
      target.authorizer is 'Nothing, public content' or flow.callerProof is 'Message signature'`,
    description:
      'No authorizer stands between {source.Name} and what {target.Name} leads to, or only an API key, which names an app and is copied out of it in minutes. Requests from anybody run with the rights of the service behind.',
    further: {
      PossibleMitigations:
        'Attach an authorizer to every route, with deny as the default: JWT or Cognito for people, IAM or mutual TLS for machines. Check issuer, audience, expiry and scope. Use API keys for metering only.',
      References:
        'CWE-306 Missing Authentication for Critical Function. API2:2023 Broken Authentication. https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Entry.ApiGateway'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', [
      'AWS.Entry.ApiGateway',
      { authorizer: 'Tokens of an identity provider' },
    ]),
  },
  {
    id: 'AWS.ID14',
    title: '{target.Name} hands out records of other customers',
    category: 'AWS.C.Identity',
    priority: 'High',
    include: `target is 'AWS.Compute' and not target is 'AWS.Compute.CodeBuild' and (source is 'AWS.Entry' or ${FROM_PUBLIC})`,
    exclude: `target.checksAccess is 'Yes' or flow.dataClassification is 'Public' or source.authorizer is 'Nothing, public content'`,
    description:
      'A valid token says who calls, not what the caller may see. If {target.Name} trusts the id in the request, a customer who changes it reads or changes what belongs to somebody else.',
    further: {
      PossibleMitigations:
        'Check for each record that it belongs to the caller in the token. Take the customer or tenant from the verified token, never from path, query or body. Test with two customers in the pipeline.',
      References:
        'CWE-639 Authorization Bypass Through User-Controlled Key. API1:2023 Broken Object Level Authorization.',
    },
    hit: at('AWS.Entry.ApiGateway', 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
    miss: at('AWS.Entry.ApiGateway', 'AWS.Flow.Event', ['AWS.Compute.Lambda', { checksAccess: 'Yes' }]),
  },
];
