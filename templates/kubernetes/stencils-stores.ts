import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';

const store = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `K8S.Store.${id}`,
  name,
  description,
  parent: 'K8S.Store',
  representation: 'Inherited',
  icon,
  attributes,
});

const external = (
  id: string,
  name: string,
  icon: string,
  description: string,
  attributes: readonly AttributeSource[] = [],
): StencilSource => ({
  id: `K8S.External.${id}`,
  name,
  description,
  parent: 'K8S.External',
  representation: 'Inherited',
  icon,
  attributes,
});

export const stores: readonly StencilSource[] = [
  store(
    'Etcd',
    'etcd',
    'keyed-store',
    'The database of the control plane, with every object and secret in it.',
    [yesNo('clientCertificates', 'Takes Only the API Server, by Certificate')],
  ),
  store('ConfigMap', 'ConfigMap', 'configuration', 'Settings that pods read as files or variables.', [
    yesNo('holdsCredentials', 'Holds Credentials'),
  ]),
  store('Secret', 'Secret', 'secret', 'A Kubernetes secret: a password, key, token or certificate.', [
    choice('secretSource', 'Comes From', 'External store', 'Encrypted in Git', 'Plain manifest or by hand'),
    yesNo('rotated', 'Rotated Regularly'),
  ]),
  store('Volume', 'Persistent Volume', 'volume', 'Storage that outlives a pod, or a directory of the node.', [
    choice(
      'volumeKind',
      'Kind of Volume',
      'For one workload',
      'Shared by workloads',
      'Directory of the node',
      'Socket of the container runtime',
    ),
    yesNo('mountedReadOnly', 'Mounted Read-Only'),
  ]),
  store('Database', 'Database', 'database', 'A database, run in the cluster or reached from it.'),
  store('Registry', 'Image Registry', 'registry', 'Where nodes pull images from.', [
    choice('imageTrust', 'Trust', 'Own', 'Vetted publisher', 'Public, unverified'),
    yesNo('signaturesVerified', 'Signatures Verified Before Pods Start'),
    yesNo('imagesScanned', 'Images Scanned and Rebuilt'),
  ]),
  store(
    'Repository',
    'Manifest Repository',
    'repository',
    'The Git repository that says what the cluster runs.',
    [
      yesNo('changesNeedReview', 'Changes Need a Second Person'),
      yesNo('plainSecrets', 'Holds Secrets in Plain Text'),
    ],
  ),
  store(
    'SecretStore',
    'External Secret Store',
    'vault',
    'A vault outside the cluster that hands out secrets.',
    [
      choice(
        'storeLogin',
        'Workloads Log In By',
        'Own workload identity each',
        'One identity for the cluster',
        'Static token',
      ),
    ],
  ),
  store(
    'Log',
    'Log and Audit Store',
    'log-store',
    'Where the logs of workloads and of the cluster are kept.',
    [yesNo('logsScrubbed', 'Secrets and Personal Data Removed')],
  ),
];

export const externals: readonly StencilSource[] = [
  external('User', 'User', 'user', 'A person, or their browser, that uses what runs in the cluster.'),
  external('Developer', 'Developer', 'developer', 'A person who works on workloads in some namespaces.', [
    yesNo('strongLogin', 'Single Sign-On With a Second Factor'),
    choice(
      'rbac',
      'RBAC Permissions',
      'None',
      'Named resources in its namespace',
      'Whole cluster',
      'Cluster admin or wildcards',
    ),
  ]),
  external(
    'Administrator',
    'Cluster Administrator',
    'administrator',
    'A person with rights over the cluster.',
    [
      yesNo('strongLogin', 'Single Sign-On With a Second Factor'),
      choice('adminRights', 'Admin Rights Held', 'For a task and a time', 'Always'),
    ],
  ),
  external(
    'IdentityProvider',
    'Identity Provider',
    'identity-external',
    'Says who people and workloads are, in tokens that the cluster trusts.',
    [
      choice(
        'clusterTokens',
        'Tokens for the Cluster',
        'Short-lived, own audience',
        'Long-lived or shared audience',
      ),
    ],
  ),
  external(
    'Metadata',
    'Cloud Metadata Service',
    'instance-metadata',
    'Answers every process on a node with the facts and the credentials of the machine.',
    [choice('metadataAccess', 'Access From Pods', 'Blocked', 'Session token and hop limit', 'Open')],
  ),
  external(
    'CloudApi',
    'Cloud Provider API',
    'cloud-api',
    'Manages machines, disks and load balancers of the account.',
  ),
  external(
    'Service',
    'External Service',
    'external-service',
    'A system of somebody else that is called or that calls.',
    [yesNo('dataAgreement', 'Vetted and Under Contract for Data')],
  ),
];
