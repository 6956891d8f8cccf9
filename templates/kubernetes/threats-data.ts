import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { ANY_POD, between, either, SENSITIVE } from './filters.ts';

const OPEN_CREDENTIAL = `$.holdsCredentials is 'Yes' or $.plainSecrets is 'Yes' or
  $.secretSource is 'Plain manifest or by hand' or $.rotated is 'No'`;

export const data: readonly ThreatSource[] = [
  {
    id: 'K8S.D1',
    title: 'Secrets lie readable in {target.Name} and its copies',
    category: 'K8S.C.Data',
    priority: 'High',
    include: `target is 'K8S.Store.Etcd'`,
    exclude: `target.encryptedAtRest is 'Yes'`,
    description:
      'Kubernetes stores secrets in {target.Name} as plain base64 unless encryption is configured. Whoever gets a disk, a snapshot or a backup reads every password and token of the cluster.',
    further: {
      PossibleMitigations:
        'Configure encryption of secrets with a key from a key management service (EncryptionConfiguration, KMS v2), write all secrets anew and check one in the store. Encrypt snapshots and keep them apart from the key.',
      References:
        'K08:2022 Secrets Management Failures. CWE-312 Cleartext Storage of Sensitive Information. T1552 Unsecured Credentials. https://kubernetes.io/docs/tasks/administer-cluster/encrypt-data/',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.MutualTls', 'K8S.Store.Etcd'),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.MutualTls', ['K8S.Store.Etcd', { encryptedAtRest: 'Yes' }]),
  },
  {
    id: 'K8S.D2',
    title: 'Who reaches {target.Name} owns the cluster',
    category: 'K8S.C.Cluster',
    priority: 'Critical',
    include: `target is 'K8S.Store.Etcd' and (source is 'K8S.Process' or source is 'K8S.External')`,
    exclude: `source is 'K8S.Process.ApiServer' and target.clientCertificates is 'Yes'`,
    description:
      'A write to {target.Name} passes no authentication, no RBAC, no admission and no audit log of Kubernetes. Anybody but the API server who gets a connection, as {source.Name} does here or as a pod on the network of the control plane might, makes themselves administrator.',
    further: {
      PossibleMitigations:
        'Require client certificates of a CA that signs for etcd only, for clients and between members. Let only the API servers reach ports 2379 and 2380. Give operators snapshots instead of access.',
      References:
        'K09:2022 Misconfigured Cluster Components. CWE-306 Missing Authentication for Critical Function. T1552.007 Container API.',
    },
    hit: at('K8S.Process.ApiServer', 'K8S.Flow.MutualTls', 'K8S.Store.Etcd'),
    miss: at('K8S.Process.ApiServer', 'K8S.Flow.MutualTls', [
      'K8S.Store.Etcd',
      { clientCertificates: 'Yes' },
    ]),
  },
  {
    id: 'K8S.D3',
    title: 'Others in the namespace read the secret between {source.Name} and {target.Name}',
    category: 'K8S.C.Data',
    priority: 'Medium',
    include: between(`$ is 'K8S.Store.Secret'`, `($ is 'K8S.Process' or $ is 'K8S.External')`),
    exclude: `source.accessLimited is 'Yes' or target.accessLimited is 'Yes'`,
    description:
      'A secret belongs to its namespace, not to one pod. Everybody who may get or list secrets there reads it, and so does everybody who may create a pod that mounts it or run a command in one that does.',
    further: {
      PossibleMitigations:
        'Grant get on named secrets only and list to nobody. Put workloads that must not share secrets into namespaces of their own. Let a secret hold one credential for one purpose, with as few rights as will do.',
      References:
        'K08:2022 Secrets Management Failures. T1552.007 Container API. CWE-522 Insufficiently Protected Credentials.',
    },
    hit: at('K8S.Store.Secret', 'K8S.Flow.Mount', 'K8S.Process.Pod'),
    miss: at(['K8S.Store.Secret', { accessLimited: 'Yes' }], 'K8S.Flow.Mount', 'K8S.Process.Pod'),
  },
  {
    id: 'K8S.D4',
    title: 'Credentials lie in the open between {source.Name} and {target.Name}',
    category: 'K8S.C.Data',
    priority: 'High',
    include: either(`(${OPEN_CREDENTIAL})`),
    description:
      'A password in a ConfigMap, in a plain manifest or in the history of Git is read by far more people and programs than need it, and one that never changes stays good for all who have ever seen it.',
    further: {
      PossibleMitigations:
        'Move the credential to an external store and sync it (External Secrets Operator, Secrets Store CSI driver), or encrypt it in Git (SOPS, Sealed Secrets). Change it once it was in the open, and from then on by the clock. Scan repositories for secrets.',
      References:
        'K08:2022 Secrets Management Failures. T1552.001 Credentials In Files. CWE-312 Cleartext Storage of Sensitive Information. CWE-798 Use of Hard-coded Credentials.',
    },
    hit: at(['K8S.Store.ConfigMap', { holdsCredentials: 'Yes' }], 'K8S.Flow.Mount', 'K8S.Process.Pod'),
    miss: at(['K8S.Store.ConfigMap', { holdsCredentials: 'No' }], 'K8S.Flow.Mount', 'K8S.Process.Pod'),
  },
  {
    id: 'K8S.D5',
    title: 'Another workload fetches secrets from {target.Name}',
    category: 'K8S.C.Data',
    priority: 'High',
    include: `target is 'K8S.Store.SecretStore'`,
    exclude: `target.storeLogin is 'Own workload identity each'`,
    description:
      'If {target.Name} knows only the cluster, or a token that lies in the cluster, it gives the secrets of {source.Name} to every pod that presents the same. The store moves the problem to the first secret.',
    further: {
      PossibleMitigations:
        'Bind each role of the store to one service account in one namespace, checked by a projected token with its own audience. Allow each role its own paths. Log reads and alarm on unusual ones.',
      References:
        'K08:2022 Secrets Management Failures. T1528 Steal Application Access Token. CWE-863 Incorrect Authorization.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Https', 'K8S.Store.SecretStore'),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Https', [
      'K8S.Store.SecretStore',
      { storeLogin: 'Own workload identity each' },
    ]),
  },
  {
    id: 'K8S.D6',
    title: 'Confidential data of {flow.Name} rests unencrypted in {target.Name}',
    category: 'K8S.C.Data',
    priority: 'Medium',
    include: `target is 'K8S.Store' and ${SENSITIVE}`,
    exclude: `target.encryptedAtRest is 'Yes'`,
    description:
      'What {source.Name} writes stays on disks, in snapshots and on old volumes that the storage system hands out again. Without encryption, whoever gets one of those reads it, past all permissions of the cluster.',
    further: {
      PossibleMitigations:
        'Use a storage class that encrypts with a key of yours, and the same for snapshots. Encrypt especially sensitive fields in the application. Wipe or retain released volumes on purpose (reclaim policy).',
      References:
        'CWE-311 Missing Encryption of Sensitive Data. A02:2021 Cryptographic Failures. T1530 Data from Cloud Storage.',
    },
    hit: at('K8S.Process.Pod', ['K8S.Flow.Tcp', { dataClassification: 'Restricted' }], 'K8S.Store.Database'),
    miss: at(
      'K8S.Process.Pod',
      ['K8S.Flow.Tcp', { dataClassification: 'Restricted' }],
      ['K8S.Store.Database', { encryptedAtRest: 'Yes' }],
    ),
  },
  {
    id: 'K8S.D7',
    title: 'Other workloads read and change files between {source.Name} and {target.Name}',
    category: 'K8S.C.Data',
    priority: 'Medium',
    include: `${between(ANY_POD, `$ is 'K8S.Store.Volume'`)} and
      (source.volumeKind is 'Shared by workloads' or target.volumeKind is 'Shared by workloads')`,
    description:
      'A volume that several workloads mount has no owner: each of them reads the files of the others, plants files that the others execute or parse, and fills the space for all.',
    further: {
      PossibleMitigations:
        'Give each workload a volume of its own (ReadWriteOncePod where it can be) and pass data on through a service that checks it. Where sharing is needed, mount read-only at all ends but one, with separate user ids and paths.',
      References:
        'CWE-668 Exposure of Resource to Wrong Sphere. T1565.001 Stored Data Manipulation. K01:2022 Insecure Workload Configurations.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Mount', ['K8S.Store.Volume', { volumeKind: 'Shared by workloads' }]),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Mount', ['K8S.Store.Volume', { volumeKind: 'For one workload' }]),
  },
  {
    id: 'K8S.D8',
    title: 'Confidential data leaves the cluster for {target.Name}',
    category: 'K8S.C.Data',
    priority: 'Medium',
    include: `target is 'K8S.External.Service' and ${SENSITIVE}`,
    exclude: `target.dataAgreement is 'Yes'`,
    description:
      'Once {source.Name} has handed the data over, its protection is up to {target.Name}: how long it is kept, who sees it, and whether you hear of a leak.',
    further: {
      PossibleMitigations:
        'Send only the fields that are needed, under tokens or pseudonyms where those will do. Vet the receiver and agree on purpose, deletion and notice. Send through one egress point that logs what goes out.',
      References:
        'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. CWE-201 Insertion of Sensitive Information Into Sent Data.',
    },
    hit: at(
      'K8S.Process.Pod',
      ['K8S.Flow.Https', { dataClassification: 'Restricted' }],
      'K8S.External.Service',
    ),
    miss: at(
      'K8S.Process.Pod',
      ['K8S.Flow.Https', { dataClassification: 'Restricted' }],
      ['K8S.External.Service', { dataAgreement: 'Yes' }],
    ),
  },
  {
    id: 'K8S.D9',
    title: 'Data of {target.Name} is lost for good',
    category: 'K8S.C.Availability',
    priority: 'Medium',
    include: `(target is 'K8S.Store.Etcd' or target is 'K8S.Store.Database' or target is 'K8S.Store.Volume') and
      not source is 'K8S.Store' and not target.volumeKind is 'Directory of the node' and
      not target.volumeKind is 'Socket of the container runtime'`,
    exclude: `target.backedUp is 'Yes'`,
    description:
      'A deleted claim, a wrong manifest, a failed upgrade or an attacker who asks for ransom takes away what {target.Name} holds. Replicas do not help: they repeat the deletion.',
    further: {
      PossibleMitigations:
        'Back up to another account or site, where the cluster can add but not delete, and restore on trial at fixed times. Set the reclaim policy to Retain and protect namespaces from deletion.',
      References:
        'T1485 Data Destruction. T1490 Inhibit System Recovery. CWE-693 Protection Mechanism Failure.',
    },
    hit: at('K8S.Process.Pod', 'K8S.Flow.Tcp', 'K8S.Store.Database'),
    miss: at('K8S.Process.Pod', 'K8S.Flow.Tcp', ['K8S.Store.Database', { backedUp: 'Yes' }]),
  },
];
