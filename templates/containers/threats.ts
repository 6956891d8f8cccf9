import type { CaseEnd, CategorySource, Choices, ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';

/**
 * Threats of the container template. Two ways a rule can start:
 * - the first five hold for every element of their kind until the review says that it is safe ("Not Selected"
 *   counts as not safe), because they hold for Docker as it comes out of the box;
 * - the others appear when the diagram or a given answer shows the weakness ("Not Selected" says nothing).
 * A missing property compares false, so a `not` always stands behind the test of the element's type.
 */

const CATEGORY = 'CON.Category.Owasp';

export const categories: readonly CategorySource[] = [
  {
    id: CATEGORY,
    name: 'OWASP Container Security',
    description: 'Risks of building, shipping and running containers, after the OWASP Docker Top 10.',
  },
];

/** The same condition for the flow's source or its target; `$` stands for the end. */
const eitherEnd = (condition: string): string =>
  `(${condition.replaceAll('$', 'source')} or ${condition.replaceAll('$', 'target')})`;

const UNHARDENED_CONTAINER = `($ is 'CON.Container' and (
  not $.privileged is 'No' or
  not $.runsAsRoot is 'No' or
  not $.noNewPrivileges is 'Yes' or
  (not $.capabilities is 'All dropped' and not $.capabilities is 'Needed ones only') or
  (not $.confinement is 'Own profile' and not $.confinement is 'Docker default') or
  $.readOnlyRoot is 'No'))
  or $.nonRootUser is 'No'`;

const HOST_DOOR = `($.volumeKind is 'Host directory' and not $.volumeReadOnly is 'Yes')
  or $.volumeKind is 'Docker socket' or $.daemonExposed is 'Yes' or $.userNamespaces is 'No'`;

const OUTDATED = `($ is 'CON.Container' and not $.regularlyRebuilt is 'Yes')
  or ($ is 'CON.Image' and (
    not $.scanned is 'Yes' or not $.patched is 'Yes' or $.minimalImage is 'No'))`;

const UNPROVEN = `($ is 'CON.Image' and not $.signed is 'Yes')
  or $.trustedRegistry is 'Public, unverified' or $.registryAuthentication is 'No'
  or $.baseImageOrigin is 'Public registry, unverified'`;

const WEAK_SECRET = `($ is 'CON.Secret' and (
  (not $.secretStorage is 'Secret manager' and not $.secretStorage is 'Orchestrator secret') or
  not $.secretEncrypted is 'Yes' or
  not $.secretRotated is 'Yes'))
  or $.secretsFrom is 'Environment variable' or $.secretsFrom is 'Image'
  or $.secretsInLayers is 'Yes' or $.secretsInBuild is 'Yes'
  or ($.volumeSecrets is 'Yes' and not $.volumeEncrypted is 'Yes')`;

const WEAK_HOST = `$.hostPatched is 'No' or $.hostHardened is 'No' or $.daemonExposed is 'Yes'
  or $.strongAuthentication is 'No'
  or (($.hostRole is 'Operating system' or $.hostRole is 'Kernel') and
      (not $.hostPatched is 'Yes' or not $.hostHardened is 'Yes'))`;

const UNTRACED_IMAGE = `$.digestChecked is 'No' or $.baseImagePinned is 'No' or $.immutableTags is 'No'
  or $.registryTls is 'No' or $.downloadsVerified is 'No'`;

/** A container that the review found safe, but for what a case changes. */
const hardened = (set: Choices): CaseEnd => [
  'CON.Container',
  {
    runsAsRoot: 'No',
    privileged: 'No',
    capabilities: 'All dropped',
    confinement: 'Docker default',
    noNewPrivileges: 'Yes',
    ...set,
  },
];

export const threats: readonly ThreatSource[] = [
  {
    id: 'CON.T1',
    title: 'Container network traffic',
    category: CATEGORY,
    priority: 'High',
    include: `(source is 'CON.Engine' or target is 'CON.Engine') and (
      not flow.restricted is 'Yes' or
      flow.encrypted is 'No' or
      flow.authenticated is 'No' or
      (flow.reach is 'Internet' and not flow.encrypted is 'Yes') or
      ${eitherEnd(`$.registryTls is 'No'`)})`,
    // A mount sends nothing over a network.
    exclude: `flow is 'CON.Flow.Mount'`,
    description:
      'Traffic between {source.Name} and {target.Name} is not limited to what the application needs, or is not protected on its way. By default, all containers on the same Docker network may talk to each other on every port, and nothing encrypts what they say. Whoever takes over one container, or can listen on the network, reads and changes the traffic of the others and reaches services that were never meant to be reachable.',
    further: {
      ActionItems:
        '1. Put containers on separate user-defined networks by what they need to reach; do not use the default bridge or the host network. 2. Allow only the connections that are needed (network policies, firewall rules) and publish only the ports that are needed. 3. Use TLS, with both ends authenticated where possible, also to the registry and inside the cluster. 4. Never expose the Docker daemon (2375/TCP, 2376/TCP) or an unprotected registry (5000/TCP) to other networks.',
      Comments:
        'OWASP Docker Top 10, D03 Network Segmentation and Firewalling. Docker packet filtering: https://docs.docker.com/engine/network/packet-filtering-firewalls/',
      References:
        'K07:2022 Missing Network Segmentation Controls. T1046 Network Service Discovery. CWE-319 Cleartext Transmission of Sensitive Information.',
    },
    hit: at('CON.Container', 'CON.Flow.HTTPS', 'CON.Container'),
    miss: at('CON.Container', ['CON.Flow.HTTPS', { restricted: 'Yes' }], 'CON.Container'),
  },
  {
    id: 'CON.T2',
    title: 'Container breakout',
    category: CATEGORY,
    priority: 'High',
    include: `${eitherEnd(UNHARDENED_CONTAINER)} or
      ((source is 'CON.Container' or target is 'CON.Container') and ${eitherEnd(HOST_DOOR)})`,
    description:
      'An attacker who controls a process in a container escapes to the host and, from there, to all other containers. On the way between {source.Name} and {target.Name}, a container that runs as root or privileged, keeps capabilities that it does not need, runs without a confinement profile, or has a directory of the host or the Docker socket mounted, turns one flaw in the application into control of the whole machine.',
    further: {
      ActionItems:
        '1. Run the process as a user other than root and never with --privileged. 2. Drop all capabilities and add back only those that are needed; set no-new-privileges. 3. Keep the default seccomp profile and AppArmor or SELinux switched on, or use a stricter profile of your own. 4. Do not mount the Docker socket or directories such as /, /proc, /dev and /etc of the host; mount everything else read-only where possible. 5. Make the root file system read-only. 6. Use user namespaces or rootless mode, so that root in the container is nobody on the host.',
      Comments:
        'OWASP Docker Top 10, D01 Secure User Mapping, D04 Secure Defaults and Hardening and D09 Follow Immutable Paradigm. Runtime privileges and capabilities: https://docs.docker.com/engine/containers/run/#runtime-privilege-and-linux-capabilities',
      References:
        'T1611 Escape to Host. CWE-250 Execution with Unnecessary Privileges. K01:2022 Insecure Workload Configurations.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', hardened({ privileged: 'Yes' })),
    miss: at('CON.User', 'CON.Flow.HTTPS', hardened({})),
  },
  {
    id: 'CON.T3',
    title: 'Container image vulnerabilities',
    category: CATEGORY,
    priority: 'High',
    include: eitherEnd(OUTDATED),
    description:
      'An image is a snapshot: the operating system packages and libraries in it stay as old as the day on which it was built. A flaw that was fixed upstream long ago is therefore still open in every container that runs the old image, and it can be exploited through the traffic between {source.Name} and {target.Name}.',
    further: {
      ActionItems:
        '1. Scan images in the pipeline and again in the registry, and stop the release on serious findings with a fix. 2. Rebuild and redeploy at a fixed interval and whenever the base image is patched; do not patch running containers. 3. Use minimal base images and remove what the application does not need. 4. Keep a bill of materials (SBOM) for each image, so that you know within minutes where a newly found flaw is running.',
      Comments:
        'OWASP Docker Top 10, D02 Patch Management Strategy. Scanners, for example: Trivy, Grype, Clair, Docker Scout.',
      References:
        'CWE-1395 Dependency on Vulnerable Third-Party Component. A06:2021 Vulnerable and Outdated Components. T1190 Exploit Public-Facing Application.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', 'CON.Container'),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { regularlyRebuilt: 'Yes' }]),
  },
  {
    id: 'CON.T4',
    title: 'Container image authenticity',
    category: CATEGORY,
    priority: 'High',
    include: eitherEnd(UNPROVEN),
    description:
      'Nothing proves that the image involved between {source.Name} and {target.Name} comes from the publisher whom you trust. Somebody who can push to the registry, who registers a similar name or who sits on the path to it can have software of their choice run with the rights of your workload.',
    further: {
      ActionItems:
        '1. Pull only from your own registry or from publishers whom you have vetted. 2. Sign images when they are built (Sigstore Cosign, Notation) and admit only images with a valid signature to the cluster. 3. Refer to images by digest, not by a tag that can be moved. 4. Require authentication and narrow rights for pushing to the registry.',
      Comments:
        'OWASP Docker Top 10, D08 Container Image Integrity and Origin. Sigstore: https://docs.sigstore.dev/',
      References:
        'T1204.003 Malicious Image. CWE-494 Download of Code Without Integrity Check. K02:2022 Supply Chain Vulnerabilities.',
    },
    hit: at('CON.Registry', 'CON.Flow.HTTPS', 'CON.Image'),
    miss: at('CON.Registry', 'CON.Flow.HTTPS', ['CON.Image', { signed: 'Yes' }]),
  },
  {
    id: 'CON.T5',
    title: 'Compromised secrets',
    category: CATEGORY,
    priority: 'High',
    include: eitherEnd(WEAK_SECRET),
    description:
      'Passwords, keys or tokens on the way between {source.Name} and {target.Name} can be read by people or processes that are not entitled to them. Secrets that are written into an image stay in its layers for everybody who can pull it; secrets in environment variables show up in process lists, crash reports and the output of docker inspect. A secret that never changes stays usable for whoever finds it.',
    further: {
      ActionItems:
        '1. Keep secrets in a secret manager or in the encrypted secrets of the orchestrator, and hand them to the container as a mounted file when it starts. 2. Never put secrets into images, Dockerfiles, build arguments or source code; use build secrets where a build needs them. 3. Avoid environment variables for secrets. 4. Rotate secrets regularly and at once when one may have leaked; give each workload its own. 5. Search repositories and images for secrets in the pipeline.',
      Comments:
        'OWASP Docker Top 10, D06 Protect Secrets. Build secrets: https://docs.docker.com/build/building/secrets/',
      References:
        'CWE-522 Insufficiently Protected Credentials. CWE-526 Cleartext Storage of Sensitive Information in an Environment Variable. T1552.001 Credentials In Files.',
    },
    hit: at(
      ['CON.Secret', { secretStorage: 'Secret manager', secretEncrypted: 'Yes', secretRotated: 'No' }],
      'CON.Flow.HTTPS',
      'CON.Container',
    ),
    miss: at(
      ['CON.Secret', { secretStorage: 'Secret manager', secretEncrypted: 'Yes', secretRotated: 'Yes' }],
      'CON.Flow.HTTPS',
      'CON.Container',
    ),
  },
  {
    id: 'CON.T6',
    title: 'Docker host and kernel security',
    category: CATEGORY,
    priority: 'High',
    include: `${eitherEnd(WEAK_HOST)} or
      (source is 'CON.External' and target is 'CON.Host') or
      (target is 'CON.Host' and flow crosses 'CON.Boundary.Machine')`,
    exclude: `(source is 'CON.External' or flow crosses 'CON.Boundary.Machine') and
      target.hostPatched is 'Yes' and target.hostHardened is 'Yes' and target.daemonExposed is 'No'`,
    description:
      'All containers on a machine share its kernel and its Docker daemon. If the host behind {source.Name} or {target.Name} is compromised, through an unpatched kernel or runtime, an exposed daemon or a weakly protected login, the isolation of every container on it is gone.',
    further: {
      ActionItems:
        '1. Patch the kernel, the operating system and the container runtime promptly. 2. Use a minimal host system made for containers, harden it after the CIS Docker Benchmark, and run nothing else on it. 3. Keep the Docker daemon on its local socket; if it must be remote, use SSH or mutual TLS. 4. Enforce mandatory access control (SELinux or AppArmor) and seccomp on the host. 5. Limit and log the access of administrators, with multi-factor authentication.',
      Comments:
        'OWASP Docker Top 10, D02 Patch Management Strategy, D04 Secure Defaults and Hardening and D10 Logging. CIS Docker Benchmark: https://www.cisecurity.org/benchmark/docker',
      References:
        'T1068 Exploitation for Privilege Escalation. T1133 External Remote Services. CWE-1188 Initialization of a Resource with an Insecure Default.',
    },
    hit: at('CON.Container', 'CON.Flow.Process', ['CON.Host', { hostPatched: 'No' }]),
    miss: at('CON.Container', 'CON.Flow.Process', ['CON.Host', { hostPatched: 'Yes' }]),
  },
  {
    id: 'CON.T7',
    title: 'Container resource abuse',
    category: CATEGORY,
    priority: 'Medium',
    include: `${eitherEnd(`$.resourceLimits is 'No'`)} or
      (target is 'CON.Container' and not target.resourceLimits is 'Yes' and
        (source is 'CON.Attacker' or flow.reach is 'Internet')) or
      (source is 'CON.Container' and not source.resourceLimits is 'Yes' and target.hostShared is 'Yes')`,
    description:
      'A container without limits can take all memory, processor time, process ids or disk space of its host. A bug, a load that nobody planned for, or an attacker who sends expensive requests or mines crypto-currency through {source.Name} or {target.Name} then stops every other container on the same machine.',
    further: {
      ActionItems:
        '1. Set limits for memory, CPU and PIDs on every container (control groups), and quotas per namespace. 2. Limit disk space and log size. 3. Test with the load that production sees, including the behaviour at the limit. 4. Monitor use of resources and raise an alarm on unusual growth.',
      Comments:
        'OWASP Docker Top 10, D07 Resource Protection. Resource constraints: https://docs.docker.com/engine/containers/resource_constraints/',
      References:
        'T1496 Resource Hijacking. T1499 Endpoint Denial of Service. CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { resourceLimits: 'No' }]),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { resourceLimits: 'Yes' }]),
  },
  {
    id: 'CON.T8',
    title: 'Integrity of images',
    category: CATEGORY,
    priority: 'High',
    include: `((source is 'CON.Image' or target is 'CON.Image' or source is 'CON.Registry' or target is 'CON.Registry'
        or source is 'CON.Dockerfile' or target is 'CON.Dockerfile') and ${eitherEnd(UNTRACED_IMAGE)}) or
      (source is 'CON.Dockerfile' and target is 'CON.Image' and
        (not source.reviewed is 'Yes' or not source.downloadsVerified is 'Yes'))`,
    description:
      'Between {source.Name} and {target.Name}, the image can be changed without anybody noticing. On its way from the Dockerfile through build, test and registry to the host, an image passes several systems. An attacker who gets hold of one of them, or who moves a tag, adds malicious content that the next steps take over in good faith, because none of them checks that what it received is what the step before produced.',
    further: {
      ActionItems:
        '1. Pass images on by digest, compare the digest in every step, and pin base images by digest. 2. Review and lint Dockerfiles like any other code, and verify checksums or signatures of whatever they download. 3. Build on clean, protected runners and record the provenance of each build (SLSA, in-toto). 4. Make tags in the registry immutable and use TLS on every way to it.',
      Comments:
        'OWASP Docker Top 10, D08 Container Image Integrity and Origin. Provenance: https://slsa.dev/',
      References:
        'CWE-345 Insufficient Verification of Data Authenticity. T1195.002 Compromise Software Supply Chain. CICD-SEC-9 Improper Artifact Integrity Validation.',
    },
    hit: at('CON.Registry', 'CON.Flow.HTTPS', ['CON.Image', { digestChecked: 'No' }]),
    miss: at('CON.Registry', 'CON.Flow.HTTPS', ['CON.Image', { digestChecked: 'Yes' }]),
  },
];
