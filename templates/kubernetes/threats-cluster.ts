import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { FROM_PEOPLE, TO_API } from './filters.ts';

const CHANGES_WORKLOADS = `(source is 'K8S.Process.Deployer' or source is 'K8S.External.Developer' or
  source is 'K8S.Process.Controller')`;

export const cluster: readonly ThreatSource[] = [
  {
    id: 'K8S.C1',
    title: 'Known flaws of {target.Name} are still open',
    category: 'K8S.C.Cluster',
    priority: 'High',
    include: `target.patched is 'No' or (source is 'K8S.External' and (${TO_API} or
      target is 'K8S.Process.Ingress' or target is 'K8S.Process.Dashboard'))`,
    exclude: `target.patched is 'Yes'`,
    description:
      'Kubernetes gets three minor releases a year, and each is supported for about fourteen months. A {target.Name} that lags behind can be attacked from {source.Name} with flaws whose exploits are public.',
    further: {
      PossibleMitigations:
        'Keep control plane, nodes and add-ons on supported versions and upgrade at a fixed rhythm, first in a test cluster. Subscribe to the security announcements of Kubernetes and of each add-on. Replace nodes instead of patching them.',
      References:
        'K10:2022 Outdated and Vulnerable Kubernetes Components. T1190 Exploit Public-Facing Application. CWE-1104 Use of Unmaintained Third Party Components.',
    },
    hit: at('K8S.External.User', 'K8S.Flow.Https', 'K8S.Process.Ingress'),
    miss: at('K8S.External.User', 'K8S.Flow.Https', ['K8S.Process.Ingress', { patched: 'Yes' }]),
  },
  {
    id: 'K8S.C2',
    title: 'Nobody stops a dangerous manifest at {target.Name}',
    category: 'K8S.C.Cluster',
    priority: 'High',
    include: `${TO_API} and ${CHANGES_WORKLOADS}`,
    exclude: `target.admissionPolicy is 'Enforced'`,
    description:
      'RBAC says who may create a pod, not what kind of pod. Without policies at admission, {source.Name} may, by mistake or on purpose, start a privileged pod, mount the disk of the node or run an image from anywhere.',
    further: {
      PossibleMitigations:
        'Enforce Pod Security Admission (Baseline everywhere, Restricted where possible) and add policies for registries, signatures, hostPath and service types (ValidatingAdmissionPolicy, Kyverno, Gatekeeper). Check the same rules in the pipeline. Start with warnings, and set a date for enforcement.',
      References:
        'K04:2022 Lack of Centralized Policy Enforcement. T1610 Deploy Container. CWE-1188 Initialization of a Resource with an Insecure Default.',
    },
    hit: at('K8S.Process.Deployer', 'K8S.Flow.Apply', 'K8S.Process.ApiServer'),
    miss: at('K8S.Process.Deployer', 'K8S.Flow.Apply', [
      'K8S.Process.ApiServer',
      { admissionPolicy: 'Enforced' },
    ]),
  },
  {
    id: 'K8S.C3',
    title: 'A silent {target.Name} lets everything pass',
    category: 'K8S.C.Cluster',
    priority: 'Medium',
    include: `target is 'K8S.Process.Webhook'`,
    exclude: `target.failurePolicy is 'Request refused'`,
    description:
      'If {source.Name} gets no answer in time, it goes on without one. An attacker who overloads or deletes {target.Name}, or just waits for its next failure, gets the pods admitted that it would have refused.',
    further: {
      PossibleMitigations:
        'Set failurePolicy to Fail for what protects, with several replicas, a short timeout and an exception for the webhook’s own namespace so that the cluster can recover. Prefer policies inside the API server (ValidatingAdmissionPolicy) where they are enough.',
      References:
        'CWE-636 Not Failing Securely (Failing Open). K04:2022 Lack of Centralized Policy Enforcement.',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.Https', 'K8S.Process.Webhook'),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.Https', [
      'K8S.Process.Webhook',
      { failurePolicy: 'Request refused' },
    ]),
  },
  {
    id: 'K8S.C4',
    title: '{source.Name} acts for more than its own pods',
    category: 'K8S.C.Cluster',
    priority: 'High',
    include: `source is 'K8S.Process.Node' and ${TO_API}`,
    exclude: `target.authorizationMode is 'Node and RBAC'`,
    description:
      'The kubelet of a node that was taken over holds a credential for {target.Name}. If that is not confined to the node, it reads the secrets of all namespaces, changes other nodes and draws pods with interesting service accounts to itself.',
    further: {
      PossibleMitigations:
        'Use the Node authorizer together with the NodeRestriction admission plugin, rotate the certificates of kubelets, and give no roles to the group system:nodes. Keep control plane workloads off nodes that run pods of users.',
      References:
        'K09:2022 Misconfigured Cluster Components. T1078 Valid Accounts. CWE-269 Improper Privilege Management.',
    },
    hit: at('K8S.Process.Node', 'K8S.Flow.Watch', 'K8S.Process.ApiServer'),
    miss: at('K8S.Process.Node', 'K8S.Flow.Watch', [
      'K8S.Process.ApiServer',
      { authorizationMode: 'Node and RBAC' },
    ]),
  },
  {
    id: 'K8S.C5',
    title: '{target.Name} lets every caller do everything',
    category: 'K8S.C.Cluster',
    priority: 'Critical',
    include: `target.authorizationMode is 'Always allow'`,
    description:
      '{target.Name} asks who calls and then allows everything. Each pod with its default token, and {source.Name} as well, is an administrator.',
    further: {
      PossibleMitigations:
        'Start the API server with the modes Node and RBAC and nothing else. Find out from the audit log what the callers use, grant that, and change over in a test cluster first.',
      References:
        'K09:2022 Misconfigured Cluster Components. CWE-862 Missing Authorization. T1078 Valid Accounts.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { authorizationMode: 'Always allow' },
    ]),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { authorizationMode: 'RBAC only' },
    ]),
  },
  {
    id: 'K8S.L1',
    title: 'Nobody can tell what {source.Name} did at {target.Name}',
    category: 'K8S.C.Detection',
    priority: 'Medium',
    include: `${TO_API} and (${FROM_PEOPLE} or source is 'K8S.Process.Deployer' or source is 'K8S.Process.Dashboard')`,
    exclude: `target.auditLog is 'Kept outside the cluster and watched'`,
    description:
      'Without an audit log that lies outside the reach of those it records, reads of secrets, new role bindings and shells in pods by {source.Name}, or by whoever uses its credential, cannot be found out, let alone proven.',
    further: {
      PossibleMitigations:
        'Switch the audit log on with a policy that records who did what (metadata for secrets, requests for RBAC changes and exec), send it out of the cluster at once, and alarm on the events that matter. Use personal accounts only.',
      References:
        'K05:2022 Inadequate Logging and Monitoring. CWE-778 Insufficient Logging. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('K8S.External.Administrator', 'K8S.Flow.Api', 'K8S.Process.ApiServer'),
    miss: at('K8S.External.Administrator', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { auditLog: 'Kept outside the cluster and watched' },
    ]),
  },
  {
    id: 'K8S.L2',
    title: 'Intruders wipe their traces from {target.Name}',
    category: 'K8S.C.Detection',
    priority: 'Medium',
    include: `target is 'K8S.Store.Log' and (source is 'K8S.Process' or source is 'K8S.External')`,
    exclude: `target.accessLimited is 'Yes'`,
    description:
      'Logs of pods are gone with their node. And if {source.Name}, or somebody with its rights, may delete or overwrite what is in {target.Name}, an intruder does that first.',
    further: {
      PossibleMitigations:
        'Ship logs off the node within seconds, to a store in another account where senders may only add. Keep them unchangeable for as long as you need to look back, and alarm when a sender goes silent.',
      References:
        'K05:2022 Inadequate Logging and Monitoring. T1070 Indicator Removal. CWE-778 Insufficient Logging.',
    },
    hit: at('K8S.Process.NodeAgent', 'K8S.Flow.Https', 'K8S.Store.Log'),
    miss: at('K8S.Process.NodeAgent', 'K8S.Flow.Https', ['K8S.Store.Log', { accessLimited: 'Yes' }]),
  },
  {
    id: 'K8S.L3',
    title: 'Tokens and personal data end up in {target.Name}',
    category: 'K8S.C.Data',
    priority: 'Low',
    include: `target is 'K8S.Store.Log' and source is 'K8S.Process'`,
    exclude: `target.logsScrubbed is 'Yes'`,
    description:
      'Whatever {source.Name} prints is kept for months and read by many: request headers with tokens, bodies with names and addresses, secrets in error messages.',
    further: {
      PossibleMitigations:
        'Log chosen fields instead of whole requests, mask what looks like a token in the collector, and never log the bodies of secrets in the audit policy. Limit who reads logs, per namespace, and how long they are kept.',
      References:
        'CWE-532 Insertion of Sensitive Information into Log File. K08:2022 Secrets Management Failures.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Https', 'K8S.Store.Log'),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Https', ['K8S.Store.Log', { logsScrubbed: 'Yes' }]),
  },
];
