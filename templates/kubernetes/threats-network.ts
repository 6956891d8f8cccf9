import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { between, FROM_POD, READABLE, SENSITIVE, TO_API, TO_POD } from './filters.ts';

const LEAVES_TRUST = `(flow crosses 'K8S.Line' or flow crosses 'K8S.Boundary.Cluster' or flow crosses 'K8S.Boundary.CloudAccount')`;

export const network: readonly ThreatSource[] = [
  {
    id: 'K8S.N1',
    title: 'Any pod in the cluster can reach {target.Name}',
    category: 'K8S.C.Network',
    priority: 'Medium',
    include: `source is 'K8S.Process' and (${TO_POD} or target is 'K8S.Store.Database') and
      not source is 'K8S.Process.ApiServer' and not source is 'K8S.Process.Node'`,
    exclude: `flow.networkPolicy is 'Yes' or flow crosses 'K8S.Boundary.NetworkPolicy'`,
    description:
      'Pods may talk to all pods of all namespaces until a network policy says otherwise. Besides {source.Name}, a pod that was broken into in any namespace scans the cluster, finds {target.Name} and tries its open ports.',
    further: {
      PossibleMitigations:
        'Start each namespace with a policy that denies all traffic in and out, and allow the flows on this diagram one by one. Make sure that the network plugin enforces policies, and test that a stray pod gets no connection.',
      References:
        'K07:2022 Missing Network Segmentation Controls. T1046 Network Service Discovery. CWE-923 Improper Restriction of Communication Channel to Intended Endpoints. https://kubernetes.io/docs/concepts/services-networking/network-policies/',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Https', 'K8S.Process.Pod'),
    miss: at('K8S.Process.Pod', ['K8S.Flow.Https', { networkPolicy: 'Yes' }], 'K8S.Process.Pod'),
  },
  {
    id: 'K8S.N2',
    title: '{flow.Name} can be read and changed on its way',
    category: 'K8S.C.Network',
    priority: 'High',
    include: `${READABLE} and ${LEAVES_TRUST}`,
    description:
      '{flow.Name} leaves the area that you control without encryption that anybody has confirmed. Whoever sits between {source.Name} and {target.Name} reads cookies, tokens and data, and answers in the name of {target.Name}.',
    further: {
      PossibleMitigations:
        'Use TLS with certificates that are renewed by themselves (cert-manager), redirect HTTP and set HSTS at the ingress. Verify the server from inside pods as well; do not switch verification off.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1557 Adversary-in-the-Middle. A02:2021 Cryptographic Failures.',
    },
    hit: at('K8S.External.User', 'K8S.Flow.Http', 'K8S.Process.Ingress', 'K8S.Line.Internet'),
    miss: at('K8S.External.User', 'K8S.Flow.Https', 'K8S.Process.Ingress', 'K8S.Line.Internet'),
  },
  {
    id: 'K8S.N3',
    title: 'Confidential data of {flow.Name} crosses the cluster in plain text',
    category: 'K8S.C.Network',
    priority: 'Medium',
    include: `${READABLE} and ${SENSITIVE}`,
    exclude: LEAVES_TRUST,
    description:
      'Between nodes, traffic of pods runs over a network that other machines and the provider share, and on a node a privileged pod can listen. What {source.Name} and {target.Name} exchange is too sensitive for that.',
    further: {
      PossibleMitigations:
        'Encrypt between workloads by mutual TLS of a service mesh, or all traffic between nodes by the network plugin (WireGuard, IPsec). Drop the NET_RAW capability, so that pods cannot spoof their neighbours.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1040 Network Sniffing. K07:2022 Missing Network Segmentation Controls.',
    },
    hit: at(
      'K8S.Process.Pod',
      ['K8S.Flow.Tcp', { dataClassification: 'Confidential' }],
      'K8S.Store.Database',
    ),
    miss: at('K8S.Process.Pod', ['K8S.Flow.Tcp', { dataClassification: 'Internal' }], 'K8S.Store.Database'),
  },
  {
    id: 'K8S.N4',
    title: 'Attacks from outside pass {target.Name} unfiltered',
    category: 'K8S.C.Network',
    priority: 'Medium',
    include: `target is 'K8S.Process.Ingress' and (source is 'K8S.External' or flow crosses 'K8S.Line')`,
    exclude: `target.requestFilter is 'Yes'`,
    description:
      '{target.Name} passes what {source.Name} sends on to the workloads behind it: injection, guessed passwords, floods, and requests to paths that were never meant for the public.',
    further: {
      PossibleMitigations:
        'Publish only the hosts and paths that are meant to be public. Limit rates, sizes and times, put a web application firewall or the provider’s protection against floods in front, and send administration through another ingress.',
      References:
        'T1190 Exploit Public-Facing Application. T1498 Network Denial of Service. CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: at('K8S.External.User', 'K8S.Flow.Https', 'K8S.Process.Ingress'),
    miss: at('K8S.External.User', 'K8S.Flow.Https', ['K8S.Process.Ingress', { requestFilter: 'Yes' }]),
  },
  {
    id: 'K8S.N5',
    title: 'One namespace takes over routes of another at the ingress',
    category: 'K8S.C.Network',
    priority: 'High',
    include: between(`$ is 'K8S.Process.Ingress'`, `$ is 'K8S.Process.ApiServer'`),
    exclude: `source.routeOwners is 'Platform team, or checked at admission' or
      target.routeOwners is 'Platform team, or checked at admission'`,
    description:
      'The ingress builds its configuration from what all namespaces write. Somebody who may create an Ingress object in one of them claims the host of another, or puts configuration into an annotation that runs with the rights of the controller, which often may read all secrets.',
    further: {
      PossibleMitigations:
        'Allow each namespace its own hosts only (admission policy, or the listeners of the Gateway API). Switch snippet annotations off. Keep the controller patched, let it read only the secrets that hold its certificates, and close its own admission endpoint to pods.',
      References:
        'CWE-94 Improper Control of Generation of Code. CWE-668 Exposure of Resource to Wrong Sphere. K04:2022 Lack of Centralized Policy Enforcement.',
    },
    hit: at('K8S.Process.Ingress', 'K8S.Flow.Watch', 'K8S.Process.ApiServer'),
    miss: at(
      ['K8S.Process.Ingress', { routeOwners: 'Platform team, or checked at admission' }],
      'K8S.Flow.Watch',
      'K8S.Process.ApiServer',
    ),
  },
  {
    id: 'K8S.N6',
    title: '{target.Name} is a way in beside the ingress',
    category: 'K8S.C.Network',
    priority: 'High',
    include: `target.serviceType is 'NodePort' or
      (target.serviceType is 'LoadBalancer' and (source is 'K8S.External' or flow crosses 'K8S.Line'))`,
    description:
      '{target.Name} opens a port of its own: on every node, or at an address that the provider makes public by default. What the ingress checks (TLS, login, limits) does not happen on the way from {source.Name}.',
    further: {
      PossibleMitigations:
        'Make it a ClusterIP behind the ingress or gateway. Where an address of its own is needed, make the load balancer internal or limit its source ranges, and refuse NodePort at admission.',
      References:
        'K07:2022 Missing Network Segmentation Controls. T1133 External Remote Services. CWE-668 Exposure of Resource to Wrong Sphere.',
    },
    hit: at('K8S.External.User', 'K8S.Flow.Https', ['K8S.Process.Service', { serviceType: 'NodePort' }]),
    miss: at('K8S.External.User', 'K8S.Flow.Https', ['K8S.Process.Service', { serviceType: 'ClusterIP' }]),
  },
  {
    id: 'K8S.N7',
    title: 'The whole internet can try {target.Name}',
    category: 'K8S.C.Network',
    priority: 'High',
    include: `${TO_API} and (target.endpointReach is 'Whole internet' or flow crosses 'K8S.Line.Internet')`,
    exclude: `target.endpointReach is 'Private network' or target.endpointReach is 'Chosen internet addresses'`,
    description:
      'Managed clusters often put their API server on the internet. There it is found by scanners within hours, every stolen credential of {source.Name} works from anywhere, and the next flaw in authentication is open to everybody on its first day.',
    further: {
      PossibleMitigations:
        'Use a private endpoint, reached by VPN, a bastion or an identity-aware proxy; at least allow only the addresses of offices and pipelines. Log refused calls.',
      References:
        'K09:2022 Misconfigured Cluster Components. T1133 External Remote Services. CWE-668 Exposure of Resource to Wrong Sphere.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { endpointReach: 'Whole internet' },
    ]),
    miss: at('K8S.External.Developer', 'K8S.Flow.Api', [
      'K8S.Process.ApiServer',
      { endpointReach: 'Private network' },
    ]),
  },
  {
    id: 'K8S.N8',
    title: '{source.Name} can send anything anywhere',
    category: 'K8S.C.Network',
    priority: 'Medium',
    include: `${FROM_POD} and (target is 'K8S.External.Service' or target is 'K8S.External.CloudApi')`,
    exclude: `flow.networkPolicy is 'Yes'`,
    description:
      '{source.Name} needs the way to {target.Name}, but nothing closes the others. Code that an attacker gets to run in the pod fetches its tools, calls home and carries data out over any address on the internet.',
    further: {
      PossibleMitigations:
        'Deny traffic out of the namespace by default and allow names or addresses that are needed, through an egress gateway or a proxy that logs. Let DNS go to the cluster’s own resolver only.',
      References:
        'K07:2022 Missing Network Segmentation Controls. T1567 Exfiltration Over Web Service. CWE-923 Improper Restriction of Communication Channel to Intended Endpoints.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Https', 'K8S.External.Service'),
    miss: at('K8S.Process.Pod', ['K8S.Flow.Https', { networkPolicy: 'Yes' }], 'K8S.External.Service'),
  },
  {
    id: 'K8S.N9',
    title: '{target.Name} lets callers past the mesh',
    category: 'K8S.C.Network',
    priority: 'Medium',
    include: `target is 'K8S.Process.Sidecar' and (source is 'K8S.Process' or source is 'K8S.External')`,
    exclude: `target.meshMode is 'Strict' and target.meshAuthorization is 'Yes'`,
    description:
      'In permissive mode a sidecar takes plain text from anybody beside mutual TLS from the mesh. And without authorization policies, mutual TLS only says who calls: {source.Name} and every other member may call all that stands behind {target.Name}.',
    further: {
      PossibleMitigations:
        'Set mutual TLS to strict for the whole mesh. Deny by default and allow callers by identity, method and path. Keep pods from switching their sidecar off or passing around it (CNI plugin, network policy).',
      References:
        'K07:2022 Missing Network Segmentation Controls. CWE-862 Missing Authorization. CWE-300 Channel Accessible by Non-Endpoint.',
    },
    hit: at('K8S.Process.Sidecar', 'K8S.Flow.Grpc', ['K8S.Process.Sidecar', { meshMode: 'Strict' }]),
    miss: at('K8S.Process.Sidecar', 'K8S.Flow.Grpc', [
      'K8S.Process.Sidecar',
      { meshMode: 'Strict', meshAuthorization: 'Yes' },
    ]),
  },
];
