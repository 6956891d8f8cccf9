import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PUBLIC, SENSITIVE, TO_RUN } from './filters.ts';

const CONFIDENTIAL = { dataClassification: 'Confidential' };

export const exposureThreats: readonly ThreatSource[] = [
  {
    id: 'GCP.EX1',
    title: 'Callers go around the guard in front of {target.Name}',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `${TO_RUN} and source is 'GCP.Entry'`,
    exclude: `target.ingress is 'Internal, or load balancer only'`,
    description:
      'The run.app address of {target.Name} answers everybody, besides {source.Name}. Who finds it, in logs, certificates or an error page, skips Cloud Armor, Identity-Aware Proxy and the limits.',
    further: {
      PossibleMitigations:
        'Set ingress to "internal and cloud load balancing" and disable the default address. Enforce both by organization policy (run.allowedIngress). Verify the header of the proxy in the service.',
      References:
        'CWE-288 Authentication Bypass Using an Alternate Path or Channel. https://cloud.google.com/run/docs/securing/ingress',
    },
    hit: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', 'GCP.Workload.CloudRun'),
    miss: at('GCP.Entry.LoadBalancer', 'GCP.Flow.HTTPS', [
      'GCP.Workload.CloudRun',
      { ingress: 'Internal, or load balancer only' },
    ]),
  },
  {
    id: 'GCP.EX2',
    title: 'Everybody can start {target.Name}',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `(${TO_RUN} and (source is 'GCP.Messaging' or source is 'GCP.Workload') and
        not target.invokers is 'Named principals' and not target.ingress is 'Internal, or load balancer only') or
      (${TO_RUN} and ${FROM_PUBLIC} and target.invokers is 'allUsers') or
      (target is 'GCP.Workload.ComputeEngine' and ${FROM_PUBLIC}) or (target is 'GCP.Workload.GKE' and ${FROM_PUBLIC})`,
    description:
      'Only {source.Name} is meant to call {target.Name}, but nothing proven keeps others out: it may be invoked without authentication, or has a public address. Forged calls run with the rights of its service account.',
    further: {
      PossibleMitigations:
        'Require authentication, and grant roles/run.invoker to the service account of the caller alone. Let callers send an OIDC token with the right audience. Give machines no public address. Forbid allUsers by organization policy.',
      References:
        'CWE-306 Missing Authentication for Critical Function. T1190 Exploit Public-Facing Application.',
    },
    hit: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', 'GCP.Workload.CloudRun'),
    miss: at('GCP.Messaging.PubSub', 'GCP.Flow.Event', [
      'GCP.Workload.CloudRun',
      { invokers: 'Named principals' },
    ]),
  },
  {
    id: 'GCP.EX3',
    title: '{target.Name} becomes readable for everybody',
    category: 'GCP.C.Exposure',
    priority: 'Critical',
    include: `(target is 'GCP.Store.Bucket' and (target.publicPrevention is 'Not Selected' or target.publicPrevention is 'Off')) or
      target.accessGrants is 'allUsers or allAuthenticatedUsers' or
      (target.publicPrevention is 'Off, public content only' and ${SENSITIVE})`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'One grant to allUsers publishes what {source.Name} puts into {target.Name}. allAuthenticatedUsers is no better: it means everybody with any Google account.',
    further: {
      PossibleMitigations:
        'Enforce public access prevention (storage.publicAccessPrevention) and domain restricted sharing at the organization, with exceptions for single projects of public content. Let Security Command Center report public resources.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. T1530 Data from Cloud Storage. https://cloud.google.com/storage/docs/public-access-prevention',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', 'GCP.Store.Bucket'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Api', ['GCP.Store.Bucket', { publicPrevention: 'Enforced' }]),
  },
  {
    id: 'GCP.EX4',
    title: 'Apps bypass your code and read all of {target.Name}',
    category: 'GCP.C.Exposure',
    priority: 'Critical',
    include: `target is 'GCP.Store.Firestore' and (${FROM_PUBLIC} or target.securityRules is 'Open or test mode' or target.securityRules is 'Any signed-in user')`,
    exclude: `target.securityRules is 'Owner and fields checked, tested' or target.securityRules is 'No client access'`,
    description:
      'Between {source.Name} and {target.Name} there is no server, only security rules. If they ask merely whether somebody is signed in, any user reads and writes the documents of all others with the public configuration of the app.',
    further: {
      PossibleMitigations:
        'Write rules that compare the owner of the document with request.auth.uid and check fields and types on writing; deny the rest. Test them in the emulator with two users. Where no app needs the database, deny all client access.',
      References:
        'CWE-862 Missing Authorization. CWE-639 Authorization Bypass Through User-Controlled Key. A01:2021 Broken Access Control. https://firebase.google.com/docs/rules',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Store.Firestore'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', [
      'GCP.Store.Firestore',
      { securityRules: 'Owner and fields checked, tested' },
    ]),
  },
  {
    id: 'GCP.EX5',
    title: 'Scripts use {target.Name} in the name of the app',
    category: 'GCP.C.Exposure',
    priority: 'Medium',
    include: `target is 'GCP.Store.Firestore' and ${FROM_PUBLIC}`,
    exclude: `target.appCheck is 'Yes'`,
    description:
      'The configuration in {source.Name} is all that a script needs to talk to {target.Name}. It reads at the speed of a data centre, signs up accounts and runs up the bill.',
    further: {
      PossibleMitigations:
        'Enforce App Check with the attestation of the platform (App Attest, Play Integrity, reCAPTCHA Enterprise). Bound queries in the rules (request.query.limit). Set budget alerts on reads.',
      References:
        'CWE-799 Improper Control of Interaction Frequency. API4:2023 Unrestricted Resource Consumption.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Store.Firestore'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', ['GCP.Store.Firestore', { appCheck: 'Yes' }]),
  },
  {
    id: 'GCP.EX6',
    title: 'API keys in {source.Name} pay for others',
    category: 'GCP.C.Exposure',
    priority: 'Medium',
    include: `source.apiKeys is 'Unlimited'`,
    description:
      'A Google API key without limits calls every API that is enabled in its project, from anywhere: maps, translation, language models. Keys in apps and pages are collected by robots and sold.',
    further: {
      PossibleMitigations:
        'Limit each key to the APIs it needs and to the app, site or address that uses it. Keep paid APIs behind a server. Have no key where a token is possible. Search for keys in code, and delete those that nobody uses.',
      References:
        'CWE-522 Insufficiently Protected Credentials. T1496 Resource Hijacking. https://cloud.google.com/docs/authentication/api-keys',
    },
    hit: at(['GCP.External.Client', { apiKeys: 'Unlimited' }], 'GCP.Flow.HTTPS', 'GCP.Entry.ApiGateway'),
    miss: at(
      ['GCP.External.Client', { apiKeys: 'Limited to APIs and to this app' }],
      'GCP.Flow.HTTPS',
      'GCP.Entry.ApiGateway',
    ),
  },
  {
    id: 'GCP.EX7',
    title: 'The internet reaches the login of {target.Name}',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `target is 'GCP.Store.CloudSql' and (target.address is 'Public address, authorized networks' or target.address is 'Not Selected')`,
    description:
      'New instances get a public address unless told otherwise. One authorized network that is too wide, often 0.0.0.0/0 "for a moment", lets everybody try passwords and flaws of the engine on {target.Name}.',
    further: {
      PossibleMitigations:
        'Use private addresses only, and forbid public ones by organization policy (sql.restrictPublicIp). Connect through the Auth Proxy or a language connector, which checks IAM and brings TLS.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1190 Exploit Public-Facing Application. A05:2021 Security Misconfiguration.',
    },
    hit: at('GCP.Workload.CloudRun', 'GCP.Flow.Database', 'GCP.Store.CloudSql'),
    miss: at('GCP.Workload.CloudRun', 'GCP.Flow.Database', [
      'GCP.Store.CloudSql',
      { address: 'Private address only' },
    ]),
  },
  {
    id: 'GCP.EX8',
    title: 'Attackers log in to {target.Name} over its administration port',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `target is 'GCP.Workload.ComputeEngine' and (target.administration is 'SSH or RDP open to the internet' or
      target.administration is 'SSH keys in metadata' or
      (source is 'GCP.External.Administrator' and target.administration is 'Not Selected'))`,
    description:
      'The default network allows SSH and RDP from everywhere. Keys in project metadata open all machines of the project, including {target.Name}; who may edit metadata adds one.',
    further: {
      PossibleMitigations:
        'Delete the default network (compute.skipDefaultNetworkCreation). Require OS Login with two-step verification, and admit 35.235.240.0/20 only, for tunnels of Identity-Aware Proxy. Block project-wide keys and the serial console.',
      References:
        'CWE-284 Improper Access Control. T1098.004 Account Manipulation: SSH Authorized Keys. T1021.004 Remote Services: SSH.',
    },
    hit: at('GCP.External.Administrator', 'GCP.Flow.Database', 'GCP.Workload.ComputeEngine'),
    miss: at('GCP.External.Administrator', 'GCP.Flow.Database', [
      'GCP.Workload.ComputeEngine',
      { administration: 'OS Login and IAP tunnel' },
    ]),
  },
  {
    id: 'GCP.EX9',
    title: 'The cluster of {target.Name} is open to attacks on its API',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `target is 'GCP.Workload.GKE' and (target.controlPlane is 'Internet' or
      ((source is 'GCP.External.Administrator' or source is 'GCP.External.Pipeline') and target.controlPlane is 'Not Selected'))`,
    description:
      'The control plane answers the whole internet, and a binding to system:authenticated there means everybody with a Google account. A leaked token is all that an attacker needs to run pods next to {target.Name}.',
    further: {
      PossibleMitigations:
        'Use the DNS-based endpoint with IAM and a perimeter, or a private address with authorized networks. Bind roles to named groups; remove bindings to system:authenticated and system:anonymous.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1133 External Remote Services. K03:2022 Overly Permissive RBAC Configurations.',
    },
    hit: at('GCP.External.Pipeline', 'GCP.Flow.HTTPS', 'GCP.Workload.GKE'),
    miss: at('GCP.External.Pipeline', 'GCP.Flow.HTTPS', [
      'GCP.Workload.GKE',
      { controlPlane: 'Private or authorized networks' },
    ]),
  },
  {
    id: 'GCP.EX10',
    title: 'Known attacks reach {target.Name} unfiltered',
    category: 'GCP.C.Exposure',
    priority: 'Medium',
    include: `target is 'GCP.Entry' and ${FROM_PUBLIC} and flow crosses 'GCP.Line.Internet'`,
    exclude: `target.armor is 'Yes'`,
    description:
      'Scanners and bots try the published flaws of frameworks against {target.Name} within hours of their publication. Without a filter in front, only the code behind stands in the way.',
    further: {
      PossibleMitigations:
        'Attach a Cloud Armor policy with preconfigured rules and bot management to every backend service. Start in preview mode, then enforce. Use Adaptive Protection against floods.',
      References:
        'T1190 Exploit Public-Facing Application. CWE-693 Protection Mechanism Failure. A06:2021 Vulnerable and Outdated Components.',
    },
    hit: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Entry.LoadBalancer', 'GCP.Line.Internet'),
    miss: at('GCP.External.Client', 'GCP.Flow.HTTPS', 'GCP.Entry.LoadBalancer'),
  },
  {
    id: 'GCP.EX11',
    title: 'Data of {source.Name} passes the perimeter to {target.Name}',
    category: 'GCP.C.Exposure',
    priority: 'High',
    include: `flow crosses 'GCP.Border.Perimeter' and (source is 'GCP.Store' or
      (source is 'GCP.Workload' and (target is 'GCP.Store' or target is 'GCP.Messaging' or target is 'GCP.External')))`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      '{flow.Name} needs an opening in the service perimeter. If its rule names a whole project, all methods or any identity, the opening also serves an attacker who copies data to a project of their own.',
    further: {
      PossibleMitigations:
        'Write ingress and egress rules for named identities, projects, services and methods. Try changes in dry run, and alarm on violations. Limit who may edit the access policy. Keep the reverse way closed.',
      References:
        'CWE-1220 Insufficient Granularity of Access Control. T1537 Transfer Data to Cloud Account. https://cloud.google.com/vpc-service-controls/docs/ingress-egress-rules',
    },
    hit: at(
      'GCP.Workload.Data',
      ['GCP.Flow.Api', CONFIDENTIAL],
      'GCP.Store.BigQuery',
      'GCP.Border.Perimeter',
    ),
    miss: at('GCP.Workload.Data', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.Store.BigQuery'),
  },
  {
    id: 'GCP.EX12',
    title: 'Stolen tokens read {target.Name} from anywhere',
    category: 'GCP.C.Exposure',
    priority: 'Medium',
    include: `source is 'GCP.Workload' and flow is 'GCP.Flow.Api' and (target is 'GCP.Store' or target is 'GCP.Messaging') and
      (flow.dataClassification is 'Restricted' or (${SENSITIVE} and flow crosses 'GCP.Border.Project'))`,
    exclude: `flow.apiPath is 'Restricted address, inside a perimeter' or flow crosses 'GCP.Border.Perimeter'`,
    description:
      '{source.Name} works with classified data in {target.Name} through the public API. IAM alone decides there: a token that leaks works from any network, and a grant to a foreign project is not noticed.',
    further: {
      PossibleMitigations:
        'Put both projects into one service perimeter, or bridge two of them for this service only. Resolve googleapis.com to restricted.googleapis.com in the VPC. Grant across projects to single service accounts.',
      References:
        'T1528 Steal Application Access Token. T1530 Data from Cloud Storage. CWE-284 Improper Access Control.',
    },
    hit: at('GCP.Workload.Data', ['GCP.Flow.Api', CONFIDENTIAL], 'GCP.Store.BigQuery', 'GCP.Border.Project'),
    miss: at(
      'GCP.Workload.Data',
      ['GCP.Flow.Api', { ...CONFIDENTIAL, apiPath: 'Restricted address, inside a perimeter' }],
      'GCP.Store.BigQuery',
      'GCP.Border.Project',
    ),
  },
];
