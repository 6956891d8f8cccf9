import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { fixed, yesNo } from '../author.ts';

const encrypted = (value: 'Yes' | 'No' | 'Not Applicable'): AttributeSource =>
  fixed('encrypted', 'Encrypted in Transit', value);

const flow = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `K8S.Flow.${id}`,
  name,
  description,
  parent: 'K8S.Flow',
  representation: 'Inherited',
  icon,
  attributes,
});

const boundary = (id: string, name: string, icon: string, description: string): StencilSource => ({
  id: `K8S.Boundary.${id}`,
  name,
  description,
  parent: 'K8S.Boundary',
  representation: 'Inherited',
  icon,
});

export const flows: readonly StencilSource[] = [
  flow('Api', 'kubectl or API Call', 'command', 'A request to the API server, always over TLS.', [
    encrypted('Yes'),
  ]),
  flow(
    'Apply',
    'Apply Manifests',
    'manifest',
    'A change of what the cluster should run, sent to the API server.',
    [encrypted('Yes')],
  ),
  flow('Watch', 'Watch', 'watch', 'A standing request that reports each change of the watched objects.', [
    encrypted('Yes'),
  ]),
  flow(
    'Exec',
    'Exec or Port-Forward',
    'remote-shell',
    'A shell, a copy or a tunnel into a running pod, through the API server and the kubelet.',
    [encrypted('Yes'), yesNo('execLimited', 'Limited to Few and Recorded')],
  ),
  flow('Http', 'HTTP', 'http', 'HTTP without TLS: readable and changeable by whoever sits between.', [
    encrypted('No'),
  ]),
  flow('Https', 'HTTPS', 'https', 'HTTP over TLS, with the server known by its certificate.', [
    encrypted('Yes'),
  ]),
  flow(
    'MutualTls',
    'Mutual TLS',
    'mutual-tls',
    'TLS with a certificate at both ends, as a mesh or etcd uses it.',
    [encrypted('Yes'), fixed('authenticated', 'Ends Authenticated', 'Both')],
  ),
  flow('Grpc', 'gRPC', 'grpc', 'Remote calls over HTTP/2; say whether they are encrypted.'),
  flow('Tcp', 'TCP', 'tcp', 'Another protocol, such as that of a database or a broker.'),
  flow('Pull', 'Image Pull', 'image-pull', 'A node or a pipeline fetches an image.', [encrypted('Yes')]),
  flow('Mount', 'Volume Mount', 'mount', 'A volume, secret or ConfigMap appears as files in a pod.', [
    encrypted('Not Applicable'),
  ]),
];

export const boundaries: readonly StencilSource[] = [
  boundary('Cluster', 'Cluster Boundary', 'boundary-containers', 'Everything that one API server governs.'),
  boundary(
    'Namespace',
    'Namespace Boundary',
    'boundary-namespace',
    'A namespace: names, permissions and quotas end here, the network does not by itself.',
  ),
  boundary('Node', 'Node Boundary', 'boundary-machine', 'One machine; its pods share a kernel.'),
  boundary(
    'NetworkPolicy',
    'Network Policy Boundary',
    'boundary-policy',
    'Pods that one set of network policies closes off from all others.',
  ),
  boundary(
    'CloudAccount',
    'Cloud Account Boundary',
    'boundary-cloud',
    'What belongs to one account at the provider.',
  ),
  {
    id: 'K8S.Line.Internet',
    name: 'Internet Boundary',
    description: 'Anybody can be on the other side.',
    parent: 'K8S.Line',
    representation: 'Inherited',
    icon: 'boundary-internet',
  },
];
