import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { ANY_POD, between, CROSSES_ANY, FROM_FRONT, TO_POD } from './filters.ts';

const VOLUME = `$ is 'K8S.Store.Volume'`;
const PRIVATE_TOKEN = `target.accountToken is 'Short-lived, for one audience' and
  (target.rbac is 'None' or target.rbac is 'Named resources in its namespace')`;

export const workload: readonly ThreatSource[] = [
  {
    id: 'K8S.W1',
    title: 'A break-in at {target.Name} spreads to its node',
    category: 'K8S.C.Workload',
    priority: 'High',
    include: `${TO_POD} and not source is 'K8S.Store' and ${CROSSES_ANY}`,
    exclude: `target.podSecurity is 'Restricted' or target.podSecurity is 'Privileged'`,
    description:
      'Requests of {source.Name} come from outside the area of {target.Name}. If one of them runs code in the pod, a root user, spare capabilities or a missing seccomp profile give that code what it needs to attack the kernel of the node, and with the node all other pods on it.',
    further: {
      PossibleMitigations:
        'Enforce the Restricted Pod Security Standard in the namespace: a user other than root, no privilege escalation, all capabilities dropped, seccomp RuntimeDefault. Make the root file system read-only. Run what executes code of strangers in a sandboxed runtime (gVisor, Kata Containers).',
      References:
        'K01:2022 Insecure Workload Configurations. T1611 Escape to Host. CWE-250 Execution with Unnecessary Privileges. https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    },
    hit: at('K8S.Process.Ingress', 'K8S.Flow.Http', 'K8S.Process.Pod', 'K8S.Boundary.Namespace'),
    miss: at(
      'K8S.Process.Ingress',
      'K8S.Flow.Http',
      ['K8S.Process.Pod', { podSecurity: 'Restricted' }],
      'K8S.Boundary.Namespace',
    ),
  },
  {
    id: 'K8S.W2',
    title: '{target.Name} is privileged: its code owns the node',
    category: 'K8S.C.Workload',
    priority: 'Critical',
    include: `${TO_POD} and target.podSecurity is 'Privileged' and not source is 'K8S.Store'`,
    description:
      '{target.Name} runs without the limits of a container: privileged, in namespaces of the host, or with capabilities such as SYS_ADMIN. Whoever gets code to run in it through {flow.Name} loads kernel modules, reads the disks of the node and takes the tokens of every other pod there.',
    further: {
      PossibleMitigations:
        'Take the privilege away, or give only the single capability or device that is needed. Keep what must stay privileged (network, storage, security agents) in a namespace of its own, without inputs from users, on images that you verify, and let admission refuse it everywhere else.',
      References:
        'K01:2022 Insecure Workload Configurations. T1611 Escape to Host. T1610 Deploy Container. CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Http', ['K8S.Process.NodeAgent', { podSecurity: 'Privileged' }]),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Http', ['K8S.Process.NodeAgent', { podSecurity: 'Baseline' }]),
  },
  {
    id: 'K8S.W3',
    title: 'A mount between {source.Name} and {target.Name} opens the node',
    category: 'K8S.C.Workload',
    priority: 'Critical',
    include: `${between(ANY_POD, VOLUME)} and (
      source.volumeKind is 'Socket of the container runtime' or target.volumeKind is 'Socket of the container runtime' or
      (source.volumeKind is 'Directory of the node' and not source.mountedReadOnly is 'Yes') or
      (target.volumeKind is 'Directory of the node' and not target.mountedReadOnly is 'Yes'))`,
    description:
      'The volume is a part of the node itself. A pod that can write there changes programs and scheduled tasks of the node or the credentials of the kubelet; a pod that talks to the socket of the container runtime starts a privileged container of its own.',
    further: {
      PossibleMitigations:
        'Use a persistent volume or an emptyDir instead of hostPath. Where a node agent needs a directory, mount exactly that one and read-only. Never mount the socket of the runtime; build images without it (BuildKit rootless, Buildah). Refuse hostPath at admission for all other namespaces.',
      References:
        'K01:2022 Insecure Workload Configurations. T1611 Escape to Host. CWE-668 Exposure of Resource to Wrong Sphere.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Mount', [
      'K8S.Store.Volume',
      { volumeKind: 'Directory of the node' },
    ]),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Mount', [
      'K8S.Store.Volume',
      { volumeKind: 'Directory of the node', mountedReadOnly: 'Yes' },
    ]),
  },
  {
    id: 'K8S.W4',
    title: '{target.Name} takes the resources of its neighbours',
    category: 'K8S.C.Availability',
    priority: 'Medium',
    include: `(${TO_POD} and ${FROM_FRONT}) or target.resourceLimits is 'No'`,
    exclude: `target.resourceLimits is 'Yes'`,
    description:
      'Without limits, {target.Name} may use all memory and processor time of its node. A leak, a flood of expensive requests from {source.Name} or a miner that an intruder starts then slows down or evicts every other pod there.',
    further: {
      PossibleMitigations:
        'Set requests and limits for CPU, memory and ephemeral storage; enforce defaults with a LimitRange and a ceiling per namespace with a ResourceQuota. Watch for unusual load, and limit what autoscaling may add.',
      References:
        'K01:2022 Insecure Workload Configurations. T1496 Resource Hijacking. T1499 Endpoint Denial of Service. CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: at('K8S.External.User', 'K8S.Flow.Https', 'K8S.Process.Pod'),
    miss: at('K8S.External.User', 'K8S.Flow.Https', ['K8S.Process.Pod', { resourceLimits: 'Yes' }]),
  },
  {
    id: 'K8S.W5',
    title: 'The token in {target.Name} opens the API server',
    category: 'K8S.C.Access',
    priority: 'High',
    include: `(${TO_POD} and ${FROM_FRONT}) or target.accountToken is 'Long-lived or default account'`,
    exclude: `target.accountToken is 'Not mounted' or (${PRIVATE_TOKEN})`,
    description:
      'Kubernetes puts the token of a service account into every pod that does not refuse it. An attacker who can read files of {target.Name}, through {source.Name} or otherwise, takes the token and asks the API server for whatever that account may see and do.',
    further: {
      PossibleMitigations:
        'Set automountServiceAccountToken to false where a workload does not call the API server. Where it does, give it a service account of its own with few rights and a projected token with a short life and one audience. Delete old token secrets.',
      References:
        'K03:2022 Overly Permissive RBAC Configurations. T1528 Steal Application Access Token. T1552.007 Container API. CWE-522 Insufficiently Protected Credentials.',
    },
    hit: at('K8S.Process.Ingress', 'K8S.Flow.Http', 'K8S.Process.Pod'),
    miss: at('K8S.Process.Ingress', 'K8S.Flow.Http', ['K8S.Process.Pod', { accountToken: 'Not mounted' }]),
  },
  {
    id: 'K8S.W6',
    title: 'Secrets of {target.Name} show up outside it',
    category: 'K8S.C.Data',
    priority: 'High',
    include: `target.secretsFrom is 'Environment variables' or target.secretsFrom is 'Image or manifest'`,
    description:
      'Environment variables of {target.Name} appear in error reports, in child processes and for everybody who may read the pod or run a command in it; what is written into an image or a manifest is there for everybody who can pull or read those.',
    further: {
      PossibleMitigations:
        'Mount secrets as files from a Kubernetes secret or with the Secrets Store CSI driver, or let the workload fetch them with an identity of its own. Scan images and repositories for secrets, and change each one that was found.',
      References:
        'K08:2022 Secrets Management Failures. T1552.001 Credentials In Files. CWE-526 Cleartext Storage of Sensitive Information in an Environment Variable. CWE-798 Use of Hard-coded Credentials.',
    },
    hit: at('K8S.Store.Secret', 'K8S.Flow.Mount', [
      'K8S.Process.Pod',
      { secretsFrom: 'Environment variables' },
    ]),
    miss: at('K8S.Store.Secret', 'K8S.Flow.Mount', [
      'K8S.Process.Pod',
      { secretsFrom: 'Mounted files or a secret store' },
    ]),
  },
  {
    id: 'K8S.W7',
    title: '{target.Name} brings an attacker back again and again',
    category: 'K8S.C.Workload',
    priority: 'Medium',
    include: `target is 'K8S.Process.Job' and (source is 'K8S.Process' or source is 'K8S.External')`,
    exclude: `target.jobCreators is 'Delivery pipeline only'`,
    description:
      'Whoever may create jobs in the namespace can leave a CronJob behind that starts their code by the clock, long after the break-in was cleaned up, and under any service account of the namespace. Among many jobs like {target.Name}, one more is hardly noticed.',
    further: {
      PossibleMitigations:
        'Let only the delivery pipeline create jobs and CronJobs, under review. Compare running jobs with the repository and raise an alarm on strangers. Use Pod Security and signature checks for pods of jobs too.',
      References:
        'T1053.007 Container Orchestration Job. CWE-284 Improper Access Control. K03:2022 Overly Permissive RBAC Configurations.',
    },
    hit: at('K8S.Process.Controller', 'K8S.Flow', 'K8S.Process.Job'),
    miss: at('K8S.Process.Controller', 'K8S.Flow', [
      'K8S.Process.Job',
      { jobCreators: 'Delivery pipeline only' },
    ]),
  },
  {
    id: 'K8S.W8',
    title: 'Tenants of {source.Name} and {target.Name} share one kernel',
    category: 'K8S.C.Workload',
    priority: 'High',
    include: `source.nodeShared is 'Yes' or target.nodeShared is 'Yes'`,
    description:
      'The node runs pods of tenants who distrust each other. A flaw in its kernel or runtime lets one tenant read the memory, the secrets and the volumes of the others; a namespace does not separate them below the API.',
    further: {
      PossibleMitigations:
        'Give each tenant nodes of its own (taints, node pools enforced at admission) or a cluster of its own, or run their pods in a sandboxed runtime. Patch kernel and runtime at once when an escape is known.',
      References:
        'T1611 Escape to Host. CWE-653 Improper Isolation or Compartmentalization. K01:2022 Insecure Workload Configurations.',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.Https', ['K8S.Process.Node', { nodeShared: 'Yes' }]),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.Https', ['K8S.Process.Node', { nodeShared: 'No' }]),
  },
];
