import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';
import { TO_API } from './filters.ts';

const RUNS_IMAGES = `source is 'K8S.Store.Registry' and (target is 'K8S.Process.Node' or target is 'K8S.Process.Pod' or
  target is 'K8S.Process.Job' or target is 'K8S.Process.NodeAgent')`;

export const supplyChain: readonly ThreatSource[] = [
  {
    id: 'K8S.S1',
    title: '{target.Name} runs images that nobody vouches for',
    category: 'K8S.C.SupplyChain',
    priority: 'High',
    include: RUNS_IMAGES,
    exclude: `source.signaturesVerified is 'Yes' and not source.imageTrust is 'Public, unverified'`,
    description:
      'Nothing proves that what {source.Name} delivers was built by whom you think. A moved tag, a name that looks alike or a stolen push credential puts code of a stranger onto {target.Name} at the next restart, without any change of a manifest.',
    further: {
      PossibleMitigations:
        'Sign images in the build (Sigstore Cosign, Notation) and let admission require the signature and the provenance. Refer to images by digest. Allow registries by list and mirror public images into your own after a check.',
      References:
        'K02:2022 Supply Chain Vulnerabilities. T1204.003 Malicious Image. T1195.002 Compromise Software Supply Chain. CWE-494 Download of Code Without Integrity Check.',
    },
    hit: at('K8S.Store.Registry', 'K8S.Flow.Pull', 'K8S.Process.Node'),
    miss: at(['K8S.Store.Registry', { signaturesVerified: 'Yes' }], 'K8S.Flow.Pull', 'K8S.Process.Node'),
  },
  {
    id: 'K8S.S2',
    title: 'Known flaws come to {target.Name} in old images',
    category: 'K8S.C.SupplyChain',
    priority: 'Medium',
    include: RUNS_IMAGES,
    exclude: `source.imagesScanned is 'Yes'`,
    description:
      'An image stays as old as the day of its build. Flaws that were fixed upstream since then wait in every pod that starts from {source.Name}, and their exploits are public.',
    further: {
      PossibleMitigations:
        'Scan images in the pipeline and those that run, each day. Rebuild when the base image changes and at least once a month, on small base images. Refuse images with severe flaws that have a fix, and keep a bill of materials (SBOM) of each.',
      References:
        'K02:2022 Supply Chain Vulnerabilities. T1190 Exploit Public-Facing Application. CWE-1395 Dependency on Vulnerable Third-Party Component.',
    },
    hit: at('K8S.Store.Registry', 'K8S.Flow.Pull', 'K8S.Process.Node'),
    miss: at(['K8S.Store.Registry', { imagesScanned: 'Yes' }], 'K8S.Flow.Pull', 'K8S.Process.Node'),
  },
  {
    id: 'K8S.S3',
    title: 'Who may push to {target.Name} decides what runs',
    category: 'K8S.C.SupplyChain',
    priority: 'High',
    include: `target is 'K8S.Store.Registry' and (source is 'K8S.Process' or source is 'K8S.External')`,
    exclude: `target.accessLimited is 'Yes'`,
    description:
      'An image that {source.Name} can write, somebody with its credential can replace. The cluster pulls the new one under the old name, and the backdoor comes back with every scale-out.',
    further: {
      PossibleMitigations:
        'Let only the release pipeline push to the repositories that the cluster pulls from, with a short-lived identity, one repository each. Make tags immutable, log pushes and compare digests with the build.',
      References:
        'T1525 Implant Internal Image. K02:2022 Supply Chain Vulnerabilities. CWE-732 Incorrect Permission Assignment for Critical Resource.',
    },
    hit: at('K8S.Process.Deployer', 'K8S.Flow.Https', 'K8S.Store.Registry'),
    miss: at('K8S.Process.Deployer', 'K8S.Flow.Https', ['K8S.Store.Registry', { accessLimited: 'Yes' }]),
  },
  {
    id: 'K8S.S4',
    title: 'A manipulated run of {source.Name} changes the cluster',
    category: 'K8S.C.SupplyChain',
    priority: 'High',
    include: `source is 'K8S.Process.Deployer' and ${TO_API}`,
    exclude: `source.changesReviewed is 'Yes'`,
    description:
      '{source.Name} executes what a commit, a plugin or a third-party action says, next to the credential for {target.Name}. Whoever can change one of those without a second person deploys what they like, or takes the credential with them.',
    further: {
      PossibleMitigations:
        'Deploy only reviewed commits of protected branches. Pin actions and plugins by digest. Build pull requests on runners without credentials. Prefer an agent in the cluster that pulls reviewed manifests to a pipeline with rights from outside.',
      References:
        'CICD-SEC-4 Poisoned Pipeline Execution. T1195.002 Compromise Software Supply Chain. K02:2022 Supply Chain Vulnerabilities. CWE-829 Inclusion of Functionality from Untrusted Control Sphere.',
    },
    hit: at('K8S.Process.Deployer', 'K8S.Flow.Apply', 'K8S.Process.ApiServer'),
    miss: at(['K8S.Process.Deployer', { changesReviewed: 'Yes' }], 'K8S.Flow.Apply', 'K8S.Process.ApiServer'),
  },
  {
    id: 'K8S.S5',
    title: 'One person’s commit to {target.Name} becomes the state of the cluster',
    category: 'K8S.C.SupplyChain',
    priority: 'High',
    include: `target is 'K8S.Store.Repository' and (source is 'K8S.External' or source is 'K8S.Process')`,
    exclude: `target.changesNeedReview is 'Yes'`,
    description:
      'What is in {target.Name} is applied without further questions. A stolen account of {source.Name}, or a mistake, is then a role binding, a privileged pod or a deleted namespace within minutes.',
    further: {
      PossibleMitigations:
        'Protect the branches that are deployed: review by an owner, no force pushes, signed commits, checks of manifests against policy before merging. Give the agent that applies them rights in its namespaces only.',
      References:
        'CICD-SEC-1 Insufficient Flow Control Mechanisms. K02:2022 Supply Chain Vulnerabilities. CWE-284 Improper Access Control.',
    },
    hit: at('K8S.External.Developer', 'K8S.Flow.Https', 'K8S.Store.Repository'),
    miss: at('K8S.External.Developer', 'K8S.Flow.Https', [
      'K8S.Store.Repository',
      { changesNeedReview: 'Yes' },
    ]),
  },
  {
    id: 'K8S.S6',
    title: 'Code of an unknown publisher acts in the cluster as {source.Name}',
    category: 'K8S.C.SupplyChain',
    priority: 'High',
    include: `source is 'K8S.Process.Controller' and source.controllerOrigin is 'Unverified' and ${TO_API}`,
    description:
      '{source.Name} came with a chart or a manifest from somewhere, together with the roles that it asked for. Whoever publishes its next version, or takes over the account of the publisher, gets those rights.',
    further: {
      PossibleMitigations:
        'Take operators from publishers whom you have vetted; read the roles in the chart before installing, and cut them. Pin chart and image by digest, mirror both, and review each update.',
      References:
        'K02:2022 Supply Chain Vulnerabilities. T1195.001 Compromise Software Dependencies and Development Tools. CWE-829 Inclusion of Functionality from Untrusted Control Sphere.',
    },
    hit: at(
      ['K8S.Process.Controller', { controllerOrigin: 'Unverified' }],
      'K8S.Flow.Watch',
      'K8S.Process.ApiServer',
    ),
    miss: at(
      ['K8S.Process.Controller', { controllerOrigin: 'Vetted publisher' }],
      'K8S.Flow.Watch',
      'K8S.Process.ApiServer',
    ),
  },
];
