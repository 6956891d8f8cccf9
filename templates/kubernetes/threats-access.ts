import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PEOPLE, FROM_POD, NARROW_RBAC, TO_API, TO_POD } from './filters.ts';

const ACTS_BY_RBAC = `(source is 'K8S.Process.Controller' or source is 'K8S.Process.Dashboard' or
  source is 'K8S.Process.Deployer' or source is 'K8S.External.Developer' or ${FROM_POD})`;

export const access: readonly ThreatSource[] = [
  {
    id: 'K8S.A1',
    title: '{target.Name} serves callers without a name',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `${TO_API} and (source is 'K8S.External' or flow crosses 'K8S.Boundary.Cluster' or flow crosses 'K8S.Line')`,
    exclude: `target.anonymousRequests is 'Refused' or target.anonymousRequests is 'Health checks only'`,
    description:
      'A request over {flow.Name} that carries no credential becomes system:anonymous. One role binding too many for that user, or for all unauthenticated users, and anybody who reaches {target.Name} reads or changes the cluster.',
    further: {
      PossibleMitigations:
        'Switch anonymous requests off, or allow them for the health endpoints only (AuthenticationConfiguration). Look for bindings of system:anonymous, system:unauthenticated and system:authenticated, and remove all but the built-in ones.',
      References:
        'K06:2022 Broken Authentication Mechanisms. T1133 External Remote Services. CWE-306 Missing Authentication for Critical Function.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Api', 'K8S.Process.ApiServer'),
    miss: at('K8S.External.Developer', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { anonymousRequests: 'Refused' },
    ]),
  },
  {
    id: 'K8S.A2',
    title: 'A stolen credential of {source.Name} opens the cluster',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `${TO_API} and (${FROM_PEOPLE} or source is 'K8S.Process.Deployer')`,
    exclude: `source.strongLogin is 'Yes' or source.deployCredential is 'Short-lived, by workload identity'`,
    description:
      'A kubeconfig, a client certificate or a token on a laptop or a build server is all that it takes to be {source.Name}. Such credentials are copied, checked in and forgotten; client certificates cannot even be withdrawn before they expire.',
    further: {
      PossibleMitigations:
        'Log people in through single sign-on (OpenID Connect) with a second factor and tokens that live for minutes. Let pipelines use workload identity federation instead of stored tokens. Keep client certificates for emergencies, locked away.',
      References:
        'K06:2022 Broken Authentication Mechanisms. T1078 Valid Accounts. T1552.001 Credentials In Files. CWE-522 Insufficiently Protected Credentials.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Api', 'K8S.Process.ApiServer'),
    miss: at(['K8S.External.Developer', { strongLogin: 'Yes' }], 'K8S.Flow.Api', 'K8S.Process.ApiServer'),
  },
  {
    id: 'K8S.A3',
    title: '{source.Name} may do more than it needs',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `${TO_API} and ${ACTS_BY_RBAC}`,
    exclude: `${NARROW_RBAC} or source.rbac is 'Cluster admin or wildcards'`,
    description:
      'Rights that look harmless lead far: who may create pods runs as any service account of the namespace, who may list secrets reads them, who may bind, escalate or impersonate becomes anybody. Whoever takes over {source.Name} uses them all against {target.Name}.',
    further: {
      PossibleMitigations:
        'Grant roles in a namespace, with named resources and verbs, to one service account or group per purpose. No wildcards, no list or watch of secrets across the cluster, no bind, escalate, impersonate or pods/exec without a reason written down. Review bindings at fixed times with a tool that finds such paths.',
      References:
        'K03:2022 Overly Permissive RBAC Configurations. T1078 Valid Accounts. CWE-269 Improper Privilege Management. https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
    },
    hit: at('K8S.Process.Controller', 'K8S.Flow.Watch', 'K8S.Process.ApiServer'),
    miss: at(
      ['K8S.Process.Controller', { rbac: 'Named resources in its namespace' }],
      'K8S.Flow.Watch',
      'K8S.Process.ApiServer',
    ),
  },
  {
    id: 'K8S.A4',
    title: 'Who takes over {source.Name} takes over the cluster',
    category: 'K8S.C.Access',
    priority: 'Critical',
    include: `${TO_API} and source.rbac is 'Cluster admin or wildcards'`,
    description:
      '{source.Name} calls {target.Name} with the rights of a cluster administrator. A flaw in it, a poisoned dependency or a stolen token is enough to read every secret, to run pods on every node and to leave accounts behind that nobody notices.',
    further: {
      PossibleMitigations:
        'List what {source.Name} really calls (from the audit log) and grant that. Split an operator that needs rights everywhere from the part that takes input. Alarm on new cluster role bindings.',
      References:
        'K03:2022 Overly Permissive RBAC Configurations. T1098.006 Additional Container Cluster Roles. CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: at(
      ['K8S.Process.Deployer', { rbac: 'Cluster admin or wildcards' }],
      'K8S.Flow.Apply',
      'K8S.Process.ApiServer',
    ),
    miss: at(['K8S.Process.Deployer', { rbac: 'Whole cluster' }], 'K8S.Flow.Apply', 'K8S.Process.ApiServer'),
  },
  {
    id: 'K8S.A5',
    title: '{source.Name} is an administrator at all times',
    category: 'K8S.C.Access',
    priority: 'Medium',
    include: `source is 'K8S.External.Administrator' and ${TO_API}`,
    exclude: `source.adminRights is 'For a task and a time'`,
    description:
      'Rights that are always there are there for every mistake, for malware on the machine of {source.Name} and for whoever sits down at it. The members of system:masters are not even subject to RBAC.',
    further: {
      PossibleMitigations:
        'Give administrators read rights for the day and more for a task, for hours, after approval. Keep one break-glass credential under dual control and alarm when it is used. Keep system:masters empty.',
      References:
        'T1078 Valid Accounts. CWE-250 Execution with Unnecessary Privileges. K03:2022 Overly Permissive RBAC Configurations.',
    },
    hit: at('K8S.External.Administrator', 'K8S.Flow.Api', 'K8S.Process.ApiServer'),
    miss: at(
      ['K8S.External.Administrator', { adminRights: 'For a task and a time' }],
      'K8S.Flow.Api',
      'K8S.Process.ApiServer',
    ),
  },
  {
    id: 'K8S.A6',
    title: '{flow.Name} runs commands past every review',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `flow is 'K8S.Flow.Exec'`,
    exclude: `flow.execLimited is 'Yes'`,
    description:
      'Over {flow.Name}, {source.Name} gets a shell or a tunnel behind all network policies and deployment reviews: reads mounted secrets and memory, changes a running workload and leaves no trace in the manifests. An attacker with the same right does the same.',
    further: {
      PossibleMitigations:
        'Grant pods/exec, pods/attach and pods/portforward to few, for a time, and not in production by default. Record sessions, alarm on each one, and replace a pod after somebody was in it. Use ephemeral debug containers without the secrets of the workload.',
      References:
        'T1609 Container Administration Command. K03:2022 Overly Permissive RBAC Configurations. CWE-284 Improper Access Control.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Exec', 'K8S.Process.ApiServer'),
    miss: at('K8S.External.Developer', ['K8S.Flow.Exec', { execLimited: 'Yes' }], 'K8S.Process.ApiServer'),
  },
  {
    id: 'K8S.A7',
    title: '{target.Name} obeys whoever reaches its kubelet',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `target is 'K8S.Process.Node' and not source is 'K8S.Store'`,
    exclude: `target.kubeletApi is 'Authenticated and authorized'`,
    description:
      'The kubelet lists pods, reads their logs and runs commands in them. If it takes anonymous calls, authorizes all callers or keeps its read-only port open, any pod or machine that reaches ports 10250 or 10255 of {target.Name} controls what runs there.',
    further: {
      PossibleMitigations:
        'Set anonymous authentication to off, authorization to Webhook and the read-only port to 0. Verify the serving certificates of kubelets. Let only the control plane reach the ports of nodes.',
      References:
        'K09:2022 Misconfigured Cluster Components. T1609 Container Administration Command. T1613 Container and Resource Discovery. CWE-306 Missing Authentication for Critical Function.',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.Https', 'K8S.Process.Node'),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.Https', [
      'K8S.Process.Node',
      { kubeletApi: 'Authenticated and authorized' },
    ]),
  },
  {
    id: 'K8S.A8',
    title: '{target.Name} hands the cluster to whoever opens it',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `target is 'K8S.Process.Dashboard'`,
    exclude: `target.authenticatesCallers is 'Yes' and not target.rbac is 'Cluster admin or wildcards'`,
    description:
      '{target.Name} acts with rights of its own. If {source.Name} can use it without a login, or it does more than its user could, a browser, a forgotten port-forward or a forged request is enough to start pods and read secrets.',
    further: {
      PossibleMitigations:
        'Let the page act with the token of the person who opened it, and with no rights of its own. Put single sign-on in front, never an address on the internet. Remove dashboards that nobody needs.',
      References:
        'K09:2022 Misconfigured Cluster Components. T1133 External Remote Services. CWE-306 Missing Authentication for Critical Function. CWE-441 Unintended Proxy or Intermediary.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Https', 'K8S.Process.Dashboard'),
    miss: at('K8S.External.Developer', 'K8S.Flow.Https', [
      'K8S.Process.Dashboard',
      { authenticatesCallers: 'Yes' },
    ]),
  },
  {
    id: 'K8S.A9',
    title: 'Tokens between {source.Name} and {target.Name} are good for too much',
    category: 'K8S.C.Access',
    priority: 'Medium',
    include: `source is 'K8S.External.IdentityProvider' or target is 'K8S.External.IdentityProvider'`,
    exclude: `source.clusterTokens is 'Short-lived, own audience' or target.clusterTokens is 'Short-lived, own audience'`,
    description:
      'If the cluster accepts tokens that were issued for another application, somebody who runs that application can replay them here. If tokens live for days, a leaver stays in, and a leaked token stays good.',
    further: {
      PossibleMitigations:
        'Give the cluster a client id and an audience of its own, and let it check issuer, audience and expiry. Keep tokens to minutes, with a refresh that the provider can refuse. Take group names from the provider, with a prefix, so that nobody can claim system: groups.',
      References:
        'K06:2022 Broken Authentication Mechanisms. T1550.001 Application Access Token. CWE-613 Insufficient Session Expiration. CWE-287 Improper Authentication.',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.Https', 'K8S.External.IdentityProvider'),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.Https', [
      'K8S.External.IdentityProvider',
      { clusterTokens: 'Short-lived, own audience' },
    ]),
  },
  {
    id: 'K8S.A10',
    title: '{target.Name} believes every pod that calls it',
    category: 'K8S.C.Access',
    priority: 'Medium',
    include: `${FROM_POD} and (${TO_POD} or target is 'K8S.Store.Database')`,
    exclude: `flow.authenticated is 'Both' or target.authenticatesCallers is 'Yes'`,
    description:
      'Nothing shows {target.Name} that it is {source.Name} who calls. A break-in at any pod that can reach it is enough to read and change what only {source.Name} should: an address inside the cluster is no identity, it changes owners within seconds.',
    further: {
      PossibleMitigations:
        'Give each workload an identity (a certificate of the mesh, a projected service account token with the audience of the callee, a login of its own at the database) and check it on each call.',
      References:
        'K07:2022 Missing Network Segmentation Controls. T1210 Exploitation of Remote Services. CWE-306 Missing Authentication for Critical Function.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Https', 'K8S.Process.Pod'),
    miss: at('K8S.Process.Pod', 'K8S.Flow.MutualTls', 'K8S.Process.Pod'),
  },
  {
    id: 'K8S.A11',
    title: '{source.Name} takes the cloud identity of its node',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `target is 'K8S.External.Metadata'`,
    exclude: `target.metadataAccess is 'Blocked' or target.metadataAccess is 'Session token and hop limit'`,
    description:
      '{target.Name} gives the credentials of the machine to any process that asks, and a pod may ask. One request forged through {source.Name} (SSRF) is enough to act in the cloud account as the node: to pull all images, read buckets or attach disks.',
    further: {
      PossibleMitigations:
        'Block 169.254.169.254 for pods by network policy, or require session tokens with a hop limit of 1. Give workloads cloud roles of their own by workload identity, and nodes as few rights as they can run with.',
      References:
        'T1552.005 Cloud Instance Metadata API. CWE-918 Server-Side Request Forgery (SSRF). K09:2022 Misconfigured Cluster Components.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Http', 'K8S.External.Metadata'),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Http', [
      'K8S.External.Metadata',
      { metadataAccess: 'Session token and hop limit' },
    ]),
  },
];
