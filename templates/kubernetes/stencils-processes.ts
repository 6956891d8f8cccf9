import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

const process = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `K8S.Process.${id}`,
  name,
  description,
  parent: 'K8S.Process',
  representation: 'Inherited',
  icon,
  attributes,
});

/** What is asked of everything that runs as a pod. */
const OF_PODS: readonly AttributeSource[] = [
  choice('podSecurity', 'Pod Security Standard', 'Restricted', 'Baseline', 'Privileged'),
  choice(
    'accountToken',
    'Service Account Token',
    'Not mounted',
    'Short-lived, for one audience',
    'Long-lived or default account',
  ),
  yesNo('resourceLimits', 'CPU and Memory Limits'),
  choice(
    'secretsFrom',
    'Gets Secrets From',
    'No secrets',
    'Mounted files or a secret store',
    'Environment variables',
    'Image or manifest',
  ),
];

export const processes: readonly StencilSource[] = [
  process(
    'ApiServer',
    'API Server',
    'api-server',
    'The front door of the control plane: every change of the cluster passes through it.',
    [
      choice('anonymousRequests', 'Anonymous Requests', 'Refused', 'Health checks only', 'Allowed'),
      choice('authorizationMode', 'Authorization', 'Node and RBAC', 'RBAC only', 'Always allow'),
      choice(
        'endpointReach',
        'Endpoint Reachable From',
        'Private network',
        'Chosen internet addresses',
        'Whole internet',
      ),
      choice('admissionPolicy', 'Admission Policies for Workloads', 'Enforced', 'Warn only', 'None'),
      choice('auditLog', 'Audit Log', 'Kept outside the cluster and watched', 'Kept in the cluster', 'Off'),
    ],
  ),
  process(
    'Controller',
    'Controller or Operator',
    'controller',
    'A loop that watches objects and acts on them: a controller of Kubernetes, an operator, a GitOps agent.',
    [choice('controllerOrigin', 'Origin', 'Part of Kubernetes', 'Own', 'Vetted publisher', 'Unverified')],
  ),
  process(
    'Node',
    'Node With Kubelet',
    'host',
    'A machine that runs pods: kernel, container runtime and the kubelet that obeys the API server.',
    [
      choice('kubeletApi', 'Kubelet API', 'Authenticated and authorized', 'Anonymous or read-only port'),
      yesNo('nodeShared', 'Shared by Tenants Who Distrust Each Other'),
    ],
  ),
  process(
    'Pod',
    'Pod or Workload',
    'pod',
    'A pod, or the deployment that keeps several like it running.',
    OF_PODS,
  ),
  process('Job', 'Job or CronJob', 'job', 'A pod that runs to its end, once or by the clock.', [
    ...OF_PODS,
    choice('jobCreators', 'Jobs Created By', 'Delivery pipeline only', 'Developers', 'Users or workloads'),
  ]),
  process(
    'NodeAgent',
    'Node Agent (DaemonSet)',
    'node-agent',
    'A pod on every node that reads logs, measures, or runs the network or storage of the cluster.',
    OF_PODS,
  ),
  process(
    'Ingress',
    'Ingress or Gateway',
    'gateway',
    'What lets requests from outside into the cluster and passes them to services.',
    [
      yesNo('requestFilter', 'Filters Requests and Limits Rates'),
      choice(
        'routeOwners',
        'Routes and Annotations Set By',
        'Platform team, or checked at admission',
        'Any namespace',
      ),
    ],
  ),
  process('Service', 'Service', 'service-routing', 'A stable name and address in front of pods.', [
    choice('serviceType', 'Type of Service', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
  ]),
  process(
    'Sidecar',
    'Service Mesh Sidecar',
    'sidecar',
    'A proxy beside a workload that carries its traffic for the mesh.',
    [
      choice('meshMode', 'Mutual TLS of the Mesh', 'Strict', 'Permissive', 'Off'),
      yesNo('meshAuthorization', 'Authorization Policies in the Mesh'),
    ],
  ),
  process(
    'Webhook',
    'Admission Webhook',
    'admission',
    'Is asked by the API server about each change: refuses it, lets it pass, or alters it.',
    [choice('failurePolicy', 'When It Does Not Answer', 'Request refused', 'Request allowed')],
  ),
  process(
    'Dashboard',
    'Dashboard or Cluster UI',
    'dashboard',
    'A web page that shows or changes the cluster on behalf of whoever opens it.',
  ),
  process(
    'Deployer',
    'CI/CD Deployer',
    'deployer',
    'The pipeline that builds images, pushes them or applies manifests to the cluster.',
    [
      choice(
        'deployCredential',
        'Credential for the Cluster',
        'Short-lived, by workload identity',
        'Long-lived token or kubeconfig',
      ),
      yesNo('changesReviewed', 'Runs Reviewed Changes Only'),
    ],
  ),
];
