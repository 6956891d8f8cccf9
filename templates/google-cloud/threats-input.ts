import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { TO_QUERIED_STORE } from './filters.ts';

export const inputThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.IN1',
    title: 'Injected statements run on {target.Name}',
    category: 'GCP.C.Input',
    priority: 'High',
    include: `source is 'GCP.Workload' and ${TO_QUERIED_STORE}`,
    exclude: `source.validatesInput is 'Yes'`,
    description:
      'If {source.Name} puts text from requests, messages or files into statements, the sender decides what {target.Name} executes. In BigQuery that includes reading other datasets that the service account may see.',
    further: {
      PossibleMitigations:
        'Use query parameters, never concatenated statements; check names of tables and columns against a list. Validate type, length and allowed values on arrival. Grant the account read or write, not both, where that suffices.',
      References: 'CWE-89 SQL Injection. CAPEC-66 SQL Injection. A03:2021 Injection.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Database', 'GCP.Store.CloudSql'),
    miss: at(['GCP.Workload.CloudRun', { validatesInput: 'Yes' }], 'GCP.Flow.Database', 'GCP.Store.CloudSql'),
  },
  {
    id: 'GCP.IN2',
    title: '{target.Name} trusts the content of what {source.Name} delivers',
    category: 'GCP.C.Input',
    priority: 'Medium',
    include: `target is 'GCP.Workload' and (source is 'GCP.Messaging' or (source is 'GCP.Store' and flow is 'GCP.Flow.Event'))`,
    exclude: `target.validatesInput is 'Yes'`,
    description:
      'Events look internal, but names of objects, attributes and bodies come from outside. {target.Name} takes them into paths, commands or statements, behind every filter that watches requests.',
    further: {
      PossibleMitigations:
        'Attach a schema to the topic and validate again in the consumer. Treat object names as hostile text. Check that the event names the expected bucket, project and type.',
      References: 'CWE-20 Improper Input Validation. CWE-501 Trust Boundary Violation. A03:2021 Injection.',
    },
    hit: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', 'GCP.Workload.Function'),
    miss: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', ['GCP.Workload.Function', { validatesInput: 'Yes' }]),
  },
  {
    id: 'GCP.IN3',
    title: 'Deliveries to {target.Name} are forged',
    category: 'GCP.C.Input',
    priority: 'High',
    include: `source is 'GCP.Messaging' and target is 'GCP.Workload' and flow is 'GCP.Flow.Event'`,
    exclude: `source.pushToken is 'OIDC token of a service account' or source.pushToken is 'No pushes, consumers pull' or target.invokers is 'Named principals'`,
    description:
      'A push is an HTTPS request like any other. If {source.Name} sends no token, or {target.Name} does not verify it, anybody who knows the address delivers events of their own.',
    further: {
      PossibleMitigations:
        'Give the subscription, trigger or task a service account and let it send an OIDC token. Require authentication at the service, or verify signature, audience and address of the account in the code.',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity. CWE-306 Missing Authentication for Critical Function. https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions',
    },
    hit: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', 'GCP.Workload.GKE'),
    miss: at(
      ['GCP.Messaging.PubSub', { pushToken: 'OIDC token of a service account' }],
      'GCP.Flow.Event',
      'GCP.Workload.GKE',
    ),
  },
  {
    id: 'GCP.IN4',
    title: 'Forged messages reach {target.Name}',
    category: 'GCP.C.Input',
    priority: 'High',
    include: `target is 'GCP.Messaging' and not source is 'GCP.Store'`,
    exclude: `target.publishers is 'Named service accounts'`,
    description:
      'More principals than {source.Name} may publish to {target.Name}. Consumers act on forged orders, claims or commands, because a message in the topic passes for a decision already made.',
    further: {
      PossibleMitigations:
        'Grant roles/pubsub.publisher on the topic to single service accounts, not on the project. Let consumers check facts that matter against the system of record. Sign messages between organizations.',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity. CAPEC-151 Identity Spoofing. A08:2021 Software and Data Integrity Failures.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Messaging.PubSub'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', [
      'GCP.Messaging.PubSub',
      { publishers: 'Named service accounts' },
    ]),
  },
  {
    id: 'GCP.IN5',
    title: 'Harmful files arrive in {target.Name}',
    category: 'GCP.C.Input',
    priority: 'Medium',
    include: `target is 'GCP.Store.Bucket' and source is 'GCP.External' and not source is 'GCP.External.Pipeline'`,
    exclude: `target.uploads is 'None' or target.uploads is 'Checked before use'`,
    description:
      '{source.Name} puts files into {target.Name} that others open, convert or serve: malware, scripts in pages and pictures, archives that unpack without end.',
    further: {
      PossibleMitigations:
        'Take uploads in a bucket of their own. Check type and size and scan in a service without rights, then move what passed. Serve from another domain with a fixed content type.',
      References:
        'CWE-434 Unrestricted Upload of File with Dangerous Type. CWE-409 Improper Handling of Highly Compressed Data (Data Amplification).',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Store.Bucket'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', [
      'GCP.Store.Bucket',
      { uploads: 'Checked before use' },
    ]),
  },
  {
    id: 'GCP.IN6',
    title: '{target.Name} is made to call inside addresses',
    category: 'GCP.C.Input',
    priority: 'High',
    include: `target is 'GCP.Workload' and (target.fetchesUrls is 'Any address' or
      (target.fetchesUrls is 'Allowed hosts only' and target.egress is 'Open'))`,
    description:
      '{target.Name} fetches addresses that come with the request. {source.Name} names an internal service or, where the header can be set, the metadata server, and gets the answer.',
    further: {
      PossibleMitigations:
        'Allow a list of hosts, resolve once and check the address against private ranges, follow no redirects and pass on no headers of the caller. Route egress through the VPC with Secure Web Proxy. Keep few roles on the service account.',
      References:
        'CWE-918 Server-Side Request Forgery (SSRF). CAPEC-664 Server Side Request Forgery. API7:2023 Server Side Request Forgery.',
    },
    hit: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', [
      'GCP.Workload.CloudRun',
      { fetchesUrls: 'Any address' },
    ]),
    miss: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', ['GCP.Workload.CloudRun', { fetchesUrls: 'No' }]),
  },
];
