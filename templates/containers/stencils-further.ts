import type { AttributeSource, StencilSource } from '../../scripts/templates/format.ts';
import { choice, fixed, yesNo } from '../author.ts';

/** Stencils for what stands around containers: builds, stores, platforms and the ways between them. */

const below =
  (parent: string) =>
  (
    id: string,
    name: string,
    icon: string,
    description: string,
    attributes: readonly AttributeSource[] = [],
  ): StencilSource => ({ id, name, description, parent, representation: 'Inherited', icon, attributes });

const engine = below('CON.Engine');
const store = below('CON.Store');
const external = below('CON.External');
const flow = below('CON.Flow');
const boundary = below('CON.Boundary.Docker');

const ENCRYPTED = 'Encrypted in Transit';

export const furtherGenericStencils: readonly StencilSource[] = [
  {
    id: 'CON.Store',
    name: 'Store',
    description:
      'A place where data, code, logs or secrets rest; take a specific stencil where there is one.',
    representation: 'ParallelLines',
    icon: 'store',
    attributes: [yesNo('storeEncrypted', 'Encrypted at Rest'), yesNo('storeBackup', 'Backed Up')],
  },
  {
    id: 'CON.Line',
    name: 'Trust Line Boundary',
    description: 'A line where trust changes, such as the way to the internet.',
    representation: 'LineBoundary',
    icon: 'boundary-line',
  },
];

export const furtherStencils: readonly StencilSource[] = [
  engine('CON.Builder', 'Build Runner', 'pipeline', 'The machine or service that builds and pushes images.', [
    choice(
      'runnerIsolation',
      'Isolation of Builds',
      'Fresh runner per build',
      'Shared runner',
      'Docker socket or privileged',
    ),
  ]),
  engine('CON.Scanner', 'Vulnerability Scanner', 'scanner', 'Looks for known flaws and secrets in images.', [
    yesNo('findingsBlock', 'Serious Findings Stop the Release'),
  ]),
  engine(
    'CON.Daemon',
    'Docker API',
    'api-server',
    'The interface of the daemon, on a socket or on the network.',
    [
      choice(
        'daemonAccess',
        'Access',
        'Local socket, root only',
        'Local socket, docker group',
        'TCP with mutual TLS',
        'TCP without TLS',
      ),
    ],
  ),
  engine(
    'CON.Orchestrator',
    'Orchestrator Manager',
    'orchestrator',
    'Decides which host runs what: a manager of Swarm, Nomad or the like. For Kubernetes there is a template of its own.',
    [
      choice(
        'orchestratorAccess',
        'Reached By',
        'Private network, personal logins',
        'Shared login or token',
        'Internet',
      ),
    ],
  ),
  engine(
    'CON.Proxy',
    'Reverse Proxy',
    'gateway',
    'Takes requests from outside and passes them to containers.',
    [yesNo('requestsFiltered', 'Filters Requests and Limits Rates')],
  ),
  store(
    'CON.Database',
    'Database or Cache',
    'database',
    'A data service that containers use, in a container or not.',
    [yesNo('defaultPassword', 'Default or No Password')],
  ),
  store('CON.LogStore', 'Log Store', 'log-store', 'Where logs of containers and hosts are collected.', [
    yesNo('logsScrubbed', 'Secrets and Personal Data Removed'),
    yesNo('logsUnchangeable', 'Entries Cannot Be Changed'),
  ]),
  store(
    'CON.Repository',
    'Source Repository',
    'repository',
    'The code, Dockerfiles and settings that images are built from.',
    [yesNo('branchProtected', 'Changes Need a Second Person')],
  ),
  store(
    'CON.SecretManager',
    'Secret Manager',
    'vault',
    'Hands out secrets to containers when they start or ask.',
    [choice('managerLogin', 'Workloads Log In By', 'Own identity each', 'Shared token')],
  ),
  external('CON.Publisher', 'Image Publisher', 'external-service', 'Somebody else whose images you use.', [
    yesNo('publisherVetted', 'Vetted, Signatures Checked'),
  ]),
  external(
    'CON.Metadata',
    'Cloud Metadata Service',
    'instance-metadata',
    'Answers every process on a machine with its facts and credentials.',
    [choice('metadataAccess', 'Access', 'Blocked for containers', 'Session token and hop limit', 'Open')],
  ),
  flow('CON.Flow.TCP', 'TCP', 'tcp', 'Another protocol, such as that of a database or a broker.'),
  flow(
    'CON.Flow.Mount',
    'Volume Mount',
    'mount',
    'Files of a volume, secret or host appear in a container.',
    [fixed('encrypted', ENCRYPTED, 'Not Applicable')],
  ),
  flow('CON.Flow.Pull', 'Image Pull', 'image-pull', 'An image is fetched from a registry.'),
  flow('CON.Flow.Push', 'Image Push', 'image-push', 'An image is put into a registry.'),
  flow('CON.Flow.Build', 'Build Input', 'manifest', 'Code, a Dockerfile or a base image goes into a build.'),
  flow('CON.Flow.Api', 'Docker API Call', 'command', 'A command to the daemon: run, stop, inspect, build.'),
  flow('CON.Flow.Exec', 'Docker Exec', 'remote-shell', 'A shell or a command in a running container.', [
    yesNo('execLimited', 'Limited to Few and Recorded'),
  ]),
  boundary(
    'CON.Boundary.Build',
    'Build Environment Boundary',
    'boundary-sandbox',
    'Where images are made: code of many meets credentials of few.',
  ),
  {
    id: 'CON.Line.Internet',
    name: 'Internet Boundary',
    description: 'Anybody can be on the other side.',
    parent: 'CON.Line',
    representation: 'Inherited',
    icon: 'boundary-internet',
  },
];
