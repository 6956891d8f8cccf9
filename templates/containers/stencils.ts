import type { StencilSource } from '../../scripts/templates/format.ts';
import { choice, yesNo } from '../author.ts';
import { furtherGenericStencils, furtherStencils } from './stencils-further.ts';

/**
 * Stencils of the container template. Review questions start at "Not Selected": nobody has looked yet. The
 * filters decide per threat what that means, see `threats.ts`.
 */

const BOUNDARY = 'CON.Boundary.Docker';
const FLOW = 'CON.Flow';
const ENGINE = 'CON.Engine';
const EXTERNAL = 'CON.External';

export const genericStencils: readonly StencilSource[] = [
  {
    id: BOUNDARY,
    name: 'Docker Boundary',
    description: 'Everything that one Docker engine or one cluster runs and trusts.',
    representation: 'BorderBoundary',
    icon: 'boundary-containers',
  },
  {
    id: FLOW,
    name: 'Docker Data Flow',
    description: 'Any data, command or artefact that passes between two elements.',
    representation: 'Line',
    icon: 'flow',
    attributes: [
      {
        name: 'encrypted',
        label: 'Encrypted in Transit',
        values: ['Not Selected', 'Yes', 'No', 'Not Applicable'],
      },
      yesNo('authenticated', 'Both Ends Authenticated'),
      yesNo('restricted', 'Restricted to the Peers That Need It'),
      {
        name: 'reach',
        label: 'Reachable From',
        values: ['Not Selected', 'Internet', 'Internal network', 'Same host'],
      },
      choice('dataClassification', 'Data Classification', 'Public', 'Internal', 'Confidential', 'Restricted'),
    ],
  },
  {
    id: ENGINE,
    name: 'Docker Engine',
    description: 'A part of the container platform; take a specific stencil below it where there is one.',
    representation: 'Ellipse',
    icon: 'engine',
  },
  {
    id: EXTERNAL,
    name: 'External Interactor',
    description: 'Somebody or something outside the container platform that talks to it.',
    representation: 'Rectangle',
    icon: 'external',
  },
  ...furtherGenericStencils,
  {
    id: 'GE.A',
    name: 'Free Text Annotation',
    description: 'A note on the diagram. It takes no part in the analysis.',
    representation: 'Annotation',
  },
];

export const standardStencils: readonly StencilSource[] = [
  {
    id: 'CON.Boundary.Network',
    name: 'Network Boundary',
    description:
      'A network segment: a Docker network, an overlay network, or the pods that one policy lets talk.',
    parent: BOUNDARY,
    representation: 'BorderBoundary',
    icon: 'boundary-network',
    attributes: [
      {
        name: 'networkKind',
        label: 'Kind of Network',
        values: ['Not Selected', 'Default bridge', 'User-defined bridge', 'Overlay', 'Host network'],
      },
    ],
  },
  {
    id: 'CON.Boundary.Machine',
    name: 'Physical Machine Boundary',
    description: 'One physical or virtual machine with its own kernel.',
    parent: BOUNDARY,
    representation: 'BorderBoundary',
    icon: 'boundary-machine',
  },
  {
    id: 'CON.Flow.HTTP',
    name: 'HTTP',
    description: 'HTTP without TLS: readable and changeable by whoever sits between.',
    parent: FLOW,
    representation: 'Line',
    icon: 'http',
    attributes: [{ name: 'encrypted', label: 'Encrypted in Transit', values: ['No'], fixed: true }],
  },
  {
    id: 'CON.Flow.HTTPS',
    name: 'HTTPS',
    description: 'HTTP over TLS, with the server known by its certificate.',
    parent: FLOW,
    representation: 'Line',
    icon: 'https',
    attributes: [{ name: 'encrypted', label: 'Encrypted in Transit', values: ['Yes'], fixed: true }],
  },
  {
    id: 'CON.Flow.Process',
    name: 'Process',
    description: 'An action on one host: starting a container from an image, a system call, a mount.',
    parent: FLOW,
    representation: 'Line',
    icon: 'process-flow',
    attributes: [
      { name: 'encrypted', label: 'Encrypted in Transit', values: ['Not Applicable'], fixed: true },
    ],
  },
  {
    id: 'CON.Container',
    name: 'Container',
    description: 'A running container, or several that run the same image with the same settings.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'container',
    attributes: [
      yesNo('runsAsRoot', 'Runs as Root'),
      yesNo('privileged', 'Privileged Mode'),
      {
        name: 'capabilities',
        label: 'Capabilities',
        values: ['Not Selected', 'All dropped', 'Needed ones only', 'Docker default', 'Extra ones added'],
      },
      {
        name: 'confinement',
        label: 'Seccomp and AppArmor or SELinux Profile',
        values: ['Not Selected', 'Own profile', 'Docker default', 'Unconfined'],
      },
      yesNo('noNewPrivileges', 'No New Privileges'),
      yesNo('readOnlyRoot', 'Read-Only Root File System'),
      yesNo('resourceLimits', 'Resource Limits (CPU, Memory, PIDs)'),
      yesNo('regularlyRebuilt', 'Rebuilt and Redeployed Regularly'),
      {
        name: 'secretsFrom',
        label: 'Gets Secrets From',
        values: [
          'Not Selected',
          'No secrets',
          'Secret store or mounted secret',
          'Environment variable',
          'Image',
        ],
      },
      choice(
        'networkMode',
        'Network of the Container',
        'User-defined network',
        'Default bridge',
        'Host network',
        'None',
      ),
      yesNo('debugPort', 'Publishes a Debug or Admin Port'),
      yesNo('logsKept', 'Logs Sent Off the Host'),
    ],
  },
  {
    id: 'CON.Image',
    name: 'Image',
    description: 'A container image: the file system layers and the settings that containers start from.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'image',
    attributes: [
      yesNo('baseImagePinned', 'Base Image Pinned by Digest'),
      yesNo('minimalImage', 'Minimal Base Image'),
      yesNo('scanned', 'Scanned for Vulnerabilities'),
      yesNo('patched', 'Rebuilt When Patches Appear'),
      yesNo('signed', 'Signature Verified Before Use'),
      yesNo('digestChecked', 'Digest Checked in Every Pipeline Step'),
      yesNo('secretsInLayers', 'Holds Secrets in Its Layers'),
      choice('namedBy', 'Referred To By', 'Digest', 'Fixed tag', 'Moving tag'),
      yesNo('holdsTools', 'Holds Shells, Compilers or SUID Programs'),
    ],
  },
  {
    id: 'CON.Dockerfile',
    name: 'Dockerfile',
    description: 'The recipe that an image is built from, with the build that executes it.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'dockerfile',
    attributes: [
      {
        name: 'baseImageOrigin',
        label: 'Origin of the Base Image',
        values: ['Not Selected', 'Own registry', 'Trusted publisher', 'Public registry, unverified'],
      },
      yesNo('nonRootUser', 'Sets a Non-Root User'),
      yesNo('downloadsVerified', 'Verifies What It Downloads'),
      yesNo('reviewed', 'Changes Are Reviewed and Linted'),
      yesNo('secretsInBuild', 'Passes Secrets as ARG, ENV or COPY'),
      yesNo('copiesContext', 'Copies the Whole Build Context'),
    ],
  },
  {
    id: 'CON.Registry',
    name: 'Docker Registry',
    description: 'Where images are stored and pulled from, public or your own.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'registry',
    attributes: [
      {
        name: 'trustedRegistry',
        label: 'Trust',
        values: ['Not Selected', 'Own registry', 'Trusted publisher', 'Public, unverified'],
      },
      yesNo('registryAuthentication', 'Requires Authentication'),
      yesNo('registryTls', 'Serves TLS Only'),
      yesNo('immutableTags', 'Immutable Tags'),
      yesNo('pushLimited', 'Push Limited to the Release Pipeline'),
    ],
  },
  {
    id: 'CON.Volume',
    name: 'Volume',
    description:
      'Data that outlives a container: a named volume, a network volume, or a directory of the host.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'volume',
    attributes: [
      {
        name: 'volumeKind',
        label: 'Kind of Volume',
        values: ['Not Selected', 'Named volume', 'Network volume', 'Host directory', 'Docker socket'],
      },
      yesNo('volumeEncrypted', 'Encrypted at Rest'),
      yesNo('volumeReadOnly', 'Mounted Read-Only'),
      yesNo('volumeSecrets', 'Holds Secrets'),
      yesNo('volumeShared', 'Written by Several Containers'),
      yesNo('volumeBackup', 'Backed Up'),
    ],
  },
  {
    id: 'CON.Host',
    name: 'Host',
    description: 'The machine below: operating system, kernel, container runtime and the Docker daemon.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'host',
    attributes: [
      {
        name: 'hostRole',
        label: 'Part of the Host',
        values: ['Not Selected', 'Container runtime', 'Orchestrator', 'Operating system', 'Kernel'],
      },
      yesNo('hostPatched', 'Kernel and Runtime Patched Promptly'),
      yesNo('hostHardened', 'Minimal and Hardened (CIS Benchmark)'),
      yesNo('daemonExposed', 'Docker Daemon Reachable Over TCP'),
      yesNo('userNamespaces', 'User Namespaces or Rootless Mode'),
      yesNo('hostShared', 'Shared With Other Workloads'),
      yesNo('hostAudited', 'Commands and Logins Recorded Elsewhere'),
    ],
  },
  {
    id: 'CON.Secret',
    name: 'Secret',
    description: 'A password, key, token or certificate that the workload needs.',
    parent: ENGINE,
    representation: 'Ellipse',
    icon: 'secret',
    attributes: [
      {
        name: 'secretStorage',
        label: 'Stored In',
        values: [
          'Not Selected',
          'Secret manager',
          'Orchestrator secret',
          'Plain file',
          'Environment variable',
          'Image or source code',
        ],
      },
      yesNo('secretEncrypted', 'Encrypted at Rest'),
      yesNo('secretRotated', 'Rotated Regularly'),
      yesNo('secretShared', 'Shared by Several Workloads'),
    ],
  },
  {
    id: 'CON.User',
    name: 'User',
    description: 'A person who uses what runs in the containers.',
    parent: EXTERNAL,
    representation: 'Rectangle',
    icon: 'user',
  },
  {
    id: 'CON.Administrator',
    name: 'Administrator',
    description: 'A person with rights over the platform: deploys, configures, reads logs, opens shells.',
    parent: EXTERNAL,
    representation: 'Rectangle',
    icon: 'administrator',
    attributes: [
      yesNo('strongAuthentication', 'Multi-Factor Authentication'),
      yesNo('dockerGroup', 'Member of the docker Group'),
    ],
  },
  {
    id: 'CON.Attacker',
    name: 'Attacker',
    description: 'Somebody with bad intent, to show a path of attack on the diagram.',
    parent: EXTERNAL,
    representation: 'Rectangle',
    icon: 'attacker',
  },
  {
    id: 'CON.ApplicationProcess',
    name: 'Application Process',
    description: 'A program outside the platform that calls it or is called by it.',
    parent: EXTERNAL,
    representation: 'Rectangle',
    icon: 'application-process',
  },
  ...furtherStencils,
];
