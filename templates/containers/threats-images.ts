import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';

/**
 * How images come about. These appear only when an answer or a special stencil shows the
 * weakness, and stand after the threats that hold from the start.
 */

const CATEGORY = 'CON.Category.Owasp';

export const imageThreats: readonly ThreatSource[] = [
  {
    id: 'CON.T9',
    title: 'Builds on {target.Name} infect each other',
    category: CATEGORY,
    priority: 'High',
    include: `target is 'CON.Builder'`,
    exclude: `target.runnerIsolation is 'Fresh runner per build'`,
    description:
      'A build executes whatever {source.Name} gives it. On a runner that other builds use as well, or that has the Docker socket, one poisoned build changes the images of all others and takes the credentials that are kept there for the registry.',
    further: {
      ActionItems:
        '1. Give each build a fresh runner that is thrown away after it. 2. Build without the Docker socket and without privileges (BuildKit rootless, Buildah). 3. Build proposals of strangers on runners that know no secrets. 4. Give a run a short-lived identity for its own repository only.',
      Comments: 'OWASP Docker Top 10, D08 Container Image Integrity and Origin.',
      References:
        'CICD-SEC-4 Poisoned Pipeline Execution. T1195.002 Compromise Software Supply Chain. CWE-653 Improper Isolation or Compartmentalization.',
    },
    hit: at('CON.Repository', 'CON.Flow.Build', 'CON.Builder'),
    miss: at('CON.Repository', 'CON.Flow.Build', [
      'CON.Builder',
      { runnerIsolation: 'Fresh runner per build' },
    ]),
  },
  {
    id: 'CON.T10',
    title: 'One person’s change in {source.Name} becomes an image',
    category: CATEGORY,
    priority: 'High',
    include: `source is 'CON.Repository'`,
    exclude: `source.branchProtected is 'Yes'`,
    description:
      'What lies in {source.Name} is built and shipped by {target.Name} without a second look. A stolen account, or somebody with bad intent, puts a back door into the next image.',
    further: {
      ActionItems:
        '1. Protect the branches that are built: review by a second person, no force pushes. 2. Require a second factor of everybody who may write. 3. Let owners of Dockerfiles and build scripts approve changes to them. 4. Sign commits or tags that become releases.',
      Comments: 'OWASP Docker Top 10, D08 Container Image Integrity and Origin.',
      References:
        'CICD-SEC-1 Insufficient Flow Control Mechanisms. T1195.002 Compromise Software Supply Chain. CWE-284 Improper Access Control.',
    },
    hit: at('CON.Repository', 'CON.Flow.Build', 'CON.Builder'),
    miss: at(['CON.Repository', { branchProtected: 'Yes' }], 'CON.Flow.Build', 'CON.Builder'),
  },
  {
    id: 'CON.T11',
    title: 'Findings of {target.Name} stop nothing',
    category: CATEGORY,
    priority: 'Medium',
    include: `target is 'CON.Scanner'`,
    exclude: `target.findingsBlock is 'Yes'`,
    description:
      '{source.Name} is scanned, and released whatever was found. A report that nobody has to act on grows until nobody reads it, with the one finding in it that is being exploited.',
    further: {
      ActionItems:
        '1. Stop the release on serious findings that have a fix, with exceptions that name an owner and end by themselves. 2. Scan what runs each day, not only what is built. 3. Give findings to the team that owns the image, with a time to mend them.',
      Comments: 'OWASP Docker Top 10, D02 Patch Management Strategy.',
      References:
        'A06:2021 Vulnerable and Outdated Components. CWE-1395 Dependency on Vulnerable Third-Party Component.',
    },
    hit: at('CON.Image', 'CON.Flow', 'CON.Scanner'),
    miss: at('CON.Image', 'CON.Flow', ['CON.Scanner', { findingsBlock: 'Yes' }]),
  },
  {
    id: 'CON.T26',
    title: 'Who may push to {target.Name} decides what runs',
    category: CATEGORY,
    priority: 'High',
    include: `target.pushLimited is 'No' or (flow is 'CON.Flow.Push' and target is 'CON.Registry')`,
    exclude: `target.pushLimited is 'Yes'`,
    description:
      'With the credential that {source.Name} uses, an attacker replaces an image under its old name. Every host that pulls it from {target.Name} runs the back door, again after each restart.',
    further: {
      ActionItems:
        '1. Let only the release pipeline push, with a short-lived identity and for one repository each. 2. Make tags immutable. 3. Log pushes and compare digests with those of the build. 4. Let hosts and people pull with accounts that cannot push.',
      Comments: 'OWASP Docker Top 10, D08 Container Image Integrity and Origin.',
      References:
        'T1525 Implant Internal Image. CWE-732 Incorrect Permission Assignment for Critical Resource. CICD-SEC-9 Improper Artifact Integrity Validation.',
    },
    hit: at('CON.Builder', 'CON.Flow.Push', 'CON.Registry'),
    miss: at('CON.Builder', 'CON.Flow.Push', ['CON.Registry', { pushLimited: 'Yes' }]),
  },
  {
    id: 'CON.T27',
    title: 'The image holds more of the build than it should',
    category: CATEGORY,
    priority: 'Medium',
    include: `source.copiesContext is 'Yes'`,
    description:
      '{source.Name} copies its whole directory into the image: the history of the repository, local settings, keys for tests. Everybody who can pull what {target.Name} makes of it can read them, also when a later layer deletes them.',
    further: {
      ActionItems:
        '1. Copy single files and folders by name, and keep a .dockerignore that starts by excluding all. 2. Build in stages and take only the result into the last one. 3. Search finished images for keys and histories in the pipeline.',
      Comments: 'OWASP Docker Top 10, D06 Protect Secrets.',
      References:
        'CWE-538 Insertion of Sensitive Information into Externally-Accessible File or Directory. T1552.001 Credentials In Files.',
    },
    hit: at(['CON.Dockerfile', { copiesContext: 'Yes' }], 'CON.Flow.Process', 'CON.Image'),
    miss: at(['CON.Dockerfile', { copiesContext: 'No' }], 'CON.Flow.Process', 'CON.Image'),
  },
  {
    id: 'CON.T28',
    title: 'What runs changes without a deployment',
    category: CATEGORY,
    priority: 'Medium',
    include: `source.namedBy is 'Moving tag' or target.namedBy is 'Moving tag'`,
    description:
      'A tag such as latest means another image tomorrow. Two hosts between {source.Name} and {target.Name} run different code under one name, a tested release cannot be repeated, and whoever moves the tag deploys.',
    further: {
      ActionItems:
        '1. Name images by digest in everything that deploys, and let a tool propose updates for review. 2. Give releases tags that never move. 3. Record which digest runs where.',
      Comments: 'OWASP Docker Top 10, D08 Container Image Integrity and Origin.',
      References: 'CWE-494 Download of Code Without Integrity Check. T1204.003 Malicious Image.',
    },
    hit: at(['CON.Image', { namedBy: 'Moving tag' }], 'CON.Flow.Process', 'CON.Container'),
    miss: at(['CON.Image', { namedBy: 'Digest' }], 'CON.Flow.Process', 'CON.Container'),
  },
  {
    id: 'CON.T29',
    title: 'An intruder finds a workbench in the image',
    category: CATEGORY,
    priority: 'Low',
    include: `source.holdsTools is 'Yes' or target.holdsTools is 'Yes'`,
    description:
      'Shells, package managers, compilers and programs with the SUID bit between {source.Name} and {target.Name} are of no use to the application, but save an intruder from bringing tools along, and some of them help to become root.',
    further: {
      ActionItems:
        '1. Build in stages and ship the result on a base without a shell (distroless, scratch). 2. Remove SUID bits. 3. Debug with a second container that joins the first for the time being.',
      Comments: 'OWASP Docker Top 10, D04 Secure Defaults and Hardening.',
      References: 'T1059.004 Unix Shell. CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: at(['CON.Image', { holdsTools: 'Yes' }], 'CON.Flow.Process', 'CON.Container'),
    miss: at(['CON.Image', { holdsTools: 'No' }], 'CON.Flow.Process', 'CON.Container'),
  },
  {
    id: 'CON.T32',
    title: 'Software of {source.Name} runs as your own',
    category: CATEGORY,
    priority: 'High',
    include: `source is 'CON.Publisher'`,
    exclude: `source.publisherVetted is 'Yes'`,
    description:
      'Anybody may publish an image. The one of {source.Name} may have a miner in it from the start, or get one the day their account is stolen, and {target.Name} takes it over as it is.',
    further: {
      ActionItems:
        '1. Take images from official or vetted publishers, and check their signatures. 2. Mirror them into your own registry after a scan, and pull from there. 3. Prefer building from the source of the project over images of third parties.',
      Comments: 'OWASP Docker Top 10, D08 Container Image Integrity and Origin.',
      References:
        'T1204.003 Malicious Image. T1195.002 Compromise Software Supply Chain. CWE-1357 Reliance on Insufficiently Trustworthy Component.',
    },
    hit: at('CON.Publisher', 'CON.Flow.Pull', 'CON.Registry'),
    miss: at(['CON.Publisher', { publisherVetted: 'Yes' }], 'CON.Flow.Pull', 'CON.Registry'),
  },
];
