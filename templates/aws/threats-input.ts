import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { TO_QUERIED_STORE } from './filters.ts';

export const inputThreats: readonly ThreatSource[] = [
  {
    id: 'AWS.IN1',
    title: 'Injected queries run on {target.Name}',
    category: 'AWS.C.Input',
    priority: 'High',
    include: `source is 'AWS.Compute' and ${TO_QUERIED_STORE}`,
    exclude: `source.validatesInput is 'Yes'`,
    description:
      'If {source.Name} puts text from requests or events into queries, filter expressions or PartiQL statements, the sender decides what {target.Name} executes.',
    further: {
      PossibleMitigations:
        'Use bound parameters and expression values, never concatenated statements. Check type, length and allowed values at the door of the function. Give the login no rights to change the schema.',
      References:
        'CWE-89 SQL Injection. CWE-943 Improper Neutralization of Special Elements in Data Query Logic. CAPEC-66 SQL Injection. A03:2021 Injection.',
    },
    hit: at('AWS.Compute.ECS', 'AWS.Flow.Database', 'AWS.Store.RDS'),
    miss: at(['AWS.Compute.ECS', { validatesInput: 'Yes' }], 'AWS.Flow.Database', 'AWS.Store.RDS'),
  },
  {
    id: 'AWS.IN2',
    title: 'Content of an event from {source.Name} is trusted by {target.Name}',
    category: 'AWS.C.Input',
    priority: 'Medium',
    include: `target is 'AWS.Compute' and (source is 'AWS.Messaging' or source is 'AWS.Store') and not source is 'AWS.Store.ECR' and flow is 'AWS.Flow.Event'`,
    exclude: `target.validatesInput is 'Yes'`,
    description:
      'Events look internal, but names of objects, message bodies and attributes come from outside. {target.Name} takes them into commands, paths or queries, behind every filter that watches requests.',
    further: {
      PossibleMitigations:
        'Validate events against a schema (EventBridge schema registry, JSON Schema) in the consumer, unknown fields included. Treat object keys as hostile text. Check source account and detail of the event.',
      References: 'CWE-20 Improper Input Validation. CWE-501 Trust Boundary Violation. A03:2021 Injection.',
    },
    hit: at('AWS.Messaging.SQS', 'AWS.Flow.Event', 'AWS.Compute.Lambda'),
    miss: at('AWS.Messaging.SQS', 'AWS.Flow.Event', ['AWS.Compute.Lambda', { validatesInput: 'Yes' }]),
  },
  {
    id: 'AWS.IN3',
    title: 'Harmful files arrive in {target.Name}',
    category: 'AWS.C.Input',
    priority: 'Medium',
    include: `target is 'AWS.Store.S3' and (source is 'AWS.External' or source is 'AWS.Entry') and not source is 'AWS.Entry.CloudFront' and
      not source is 'AWS.External.Pipeline'`,
    exclude: `target.uploads is 'None' or target.uploads is 'Checked before use'`,
    description:
      '{source.Name} puts files into {target.Name} that others open, convert or serve: malware, scripts in pages and pictures, archives that unpack without end.',
    further: {
      PossibleMitigations:
        'Take uploads in a bucket of their own. Scan them (GuardDuty Malware Protection for S3), check type and size, and move what passed. Serve from another domain with a fixed content type. Process in functions without rights.',
      References:
        'CWE-434 Unrestricted Upload of File with Dangerous Type. CWE-409 Improper Handling of Highly Compressed Data (Data Amplification).',
    },
    hit: at('AWS.External.Client', 'AWS.Flow.HTTPS', 'AWS.Store.S3'),
    miss: at('AWS.External.Client', 'AWS.Flow.HTTPS', ['AWS.Store.S3', { uploads: 'Checked before use' }]),
  },
  {
    id: 'AWS.IN4',
    title: 'Forged messages reach {target.Name}',
    category: 'AWS.C.Input',
    priority: 'High',
    include: `target is 'AWS.Messaging' and (target.sendersLimited is 'Anybody' or target.sendersLimited is 'Whole account' or
      (target.sendersLimited is 'Not Selected' and not source is 'AWS.Store'))`,
    description:
      'The policy of {target.Name} lets more principals send than {source.Name}. Consumers act on forged orders, refunds or commands, because a message in the queue passes for a decision already made.',
    further: {
      PossibleMitigations:
        'Name the sending roles or services in the resource policy, with aws:SourceArn for services. Let consumers check facts that matter against the system of record. Sign messages that cross accounts.',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity. CAPEC-151 Identity Spoofing. A08:2021 Software and Data Integrity Failures.',
    },
    hit: at('AWS.Compute.Lambda', 'AWS.Flow.Api', 'AWS.Messaging.SQS'),
    miss: at('AWS.Compute.Lambda', 'AWS.Flow.Api', [
      'AWS.Messaging.SQS',
      { sendersLimited: 'Named principals' },
    ]),
  },
  {
    id: 'AWS.IN5',
    title: 'A message that claims to come from {source.Name} is forged',
    category: 'AWS.C.Input',
    priority: 'High',
    include: `source is 'AWS.External.Service' and (target is 'AWS.Entry' or target is 'AWS.Compute')`,
    exclude: `flow.callerProof is 'Message signature' or flow.callerProof is 'Mutual TLS' or flow.callerProof is 'IAM signature'`,
    description:
      'The address of a webhook is no secret. Whoever knows it reports payments that never happened, or sends an old message again, unless {target.Name} verifies signature and time.',
    further: {
      PossibleMitigations:
        'Verify the signature over the raw body with a secret of its own, and refuse old timestamps and repeated ids. Ask {source.Name} for the fact itself before goods or money move.',
      References:
        'CWE-347 Improper Verification of Cryptographic Signature. CWE-294 Authentication Bypass by Capture-replay. API10:2023 Unsafe Consumption of APIs.',
    },
    hit: at('AWS.External.Service', 'AWS.Flow.HTTPS', 'AWS.Entry.ApiGateway'),
    miss: at(
      'AWS.External.Service',
      ['AWS.Flow.HTTPS', { callerProof: 'Message signature' }],
      'AWS.Entry.ApiGateway',
    ),
  },
  {
    id: 'AWS.IN6',
    title: '{target.Name} is made to call inside addresses',
    category: 'AWS.C.Input',
    priority: 'High',
    include: `target is 'AWS.Compute' and (target.fetchesUrls is 'Any address' or
      (target.fetchesUrls is 'Allowed hosts only' and target.outbound is 'Open'))`,
    exclude: `source is 'AWS.Control'`,
    description:
      '{target.Name} fetches addresses that come with the request. {source.Name} names the metadata service, an internal load balancer or a private API, and gets the answer.',
    further: {
      PossibleMitigations:
        'Allow a list of hosts, resolve once and check the address against private ranges, and follow no redirects. Fetch from a subnet or function with no way inside. Limit outbound traffic with security groups and Network Firewall. Require IMDSv2.',
      References:
        'CWE-918 Server-Side Request Forgery (SSRF). CAPEC-664 Server Side Request Forgery. API7:2023 Server Side Request Forgery.',
    },
    hit: at('AWS.Entry.ApiGateway', 'AWS.Flow.Event', ['AWS.Compute.Lambda', { fetchesUrls: 'Any address' }]),
    miss: at('AWS.Entry.ApiGateway', 'AWS.Flow.Event', [
      'AWS.Compute.Lambda',
      { fetchesUrls: 'Allowed hosts only' },
    ]),
  },
];
