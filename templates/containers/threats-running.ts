import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at } from '../author.ts';

/**
 * What runs, what it stores and who commands it. These appear only when an answer or a special stencil shows the
 * weakness, and stand after the threats that hold from the start.
 */

const CATEGORY = 'CON.Category.Owasp';

const SENSITIVE = `(flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted')`;

export const runningThreats: readonly ThreatSource[] = [
  {
    id: 'CON.T12',
    title: 'Who can call {target.Name} is root on its host',
    category: CATEGORY,
    priority: 'Critical',
    include: `target is 'CON.Daemon'`,
    exclude: `target.daemonAccess is 'Local socket, root only' or target.daemonAccess is 'TCP with mutual TLS'`,
    description:
      'The Docker API has one right: all. Whoever can send it a request as {source.Name} does starts a privileged container with the disk of the host in it. Membership of the docker group, a mounted socket or an open port 2375 are each enough.',
    further: {
      ActionItems:
        '1. Keep the API on its socket, for root. 2. Where it must be remote, use SSH or mutual TLS and name the clients. 3. Put an authorizing proxy that allows single calls in front for tools that only read. 4. Use rootless mode, so that the daemon itself is nobody on the host.',
      Comments:
        'OWASP Docker Top 10, D04 Secure Defaults and Hardening. Protecting the socket: https://docs.docker.com/engine/security/protect-access/',
      References:
        'T1609 Container Administration Command. T1610 Deploy Container. CWE-306 Missing Authentication for Critical Function.',
    },
    hit: at('CON.ApplicationProcess', 'CON.Flow.Api', 'CON.Daemon'),
    miss: at('CON.ApplicationProcess', 'CON.Flow.Api', [
      'CON.Daemon',
      { daemonAccess: 'TCP with mutual TLS' },
    ]),
  },
  {
    id: 'CON.T13',
    title: 'The everyday account of {source.Name} is root',
    category: CATEGORY,
    priority: 'High',
    include: `source.dockerGroup is 'Yes'`,
    description:
      'A member of the docker group needs no password to become root on the host: one docker run is enough. Malware in the browser or the mailbox of {source.Name} has the same way, and the log of the host shows no change of user.',
    further: {
      ActionItems:
        '1. Empty the docker group on servers; use sudo for the few commands that are needed, with a log. 2. Deploy through a pipeline or an orchestrator with personal logins. 3. Use rootless Docker on machines of developers.',
      Comments: 'OWASP Docker Top 10, D01 Secure User Mapping.',
      References:
        'T1078 Valid Accounts. T1068 Exploitation for Privilege Escalation. CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: at(['CON.Administrator', { dockerGroup: 'Yes' }], 'CON.Flow', 'CON.Host'),
    miss: at(['CON.Administrator', { dockerGroup: 'No' }], 'CON.Flow', 'CON.Host'),
  },
  {
    id: 'CON.T14',
    title: 'Who takes over {target.Name} commands all hosts',
    category: CATEGORY,
    priority: 'High',
    include: `target is 'CON.Orchestrator' and not source is 'CON.Store'`,
    exclude: `target.orchestratorAccess is 'Private network, personal logins'`,
    description:
      '{target.Name} decides what runs on every host and knows the secrets of all services. If {source.Name} reaches it with a shared login or a join token that never changes, so does whoever finds that credential, and adds a host of their own to the cluster.',
    further: {
      ActionItems:
        '1. Keep managers on a network of their own, off the internet. 2. Use personal logins with a second factor and roles. 3. Rotate join tokens, and lock the keys of managers at rest (autolock in Swarm). 4. Run no workloads on managers.',
      Comments: 'OWASP Docker Top 10, D04 Secure Defaults and Hardening.',
      References:
        'T1610 Deploy Container. T1133 External Remote Services. CWE-269 Improper Privilege Management. K09:2022 Misconfigured Cluster Components.',
    },
    hit: at('CON.Administrator', 'CON.Flow.HTTPS', 'CON.Orchestrator'),
    miss: at('CON.Administrator', 'CON.Flow.HTTPS', [
      'CON.Orchestrator',
      { orchestratorAccess: 'Private network, personal logins' },
    ]),
  },
  {
    id: 'CON.T15',
    title: 'Confidential data of {flow.Name} travels unencrypted',
    category: CATEGORY,
    priority: 'High',
    include: `${SENSITIVE} and not flow.encrypted is 'Yes' and not flow.encrypted is 'Not Applicable'`,
    description:
      'Overlay networks of Docker encrypt their control messages but not the data of containers unless told so, and a bridge encrypts nothing. What {source.Name} sends to {target.Name} can be read on the host, and on the network if it leaves the host.',
    further: {
      ActionItems:
        '1. Use TLS between the two, with certificates that renew themselves. 2. Create overlay networks with the option encrypted where the application cannot do TLS. 3. Drop the capability NET_RAW, so that containers cannot listen to their neighbours.',
      Comments: 'OWASP Docker Top 10, D03 Network Segmentation and Firewalling.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. T1040 Network Sniffing. A02:2021 Cryptographic Failures.',
    },
    hit: at('CON.Container', ['CON.Flow.TCP', { dataClassification: 'Confidential' }], 'CON.Container'),
    miss: at('CON.Container', ['CON.Flow.TCP', { dataClassification: 'Internal' }], 'CON.Container'),
  },
  {
    id: 'CON.T16',
    title: 'Confidential data of {flow.Name} lies unencrypted in {target.Name}',
    category: CATEGORY,
    priority: 'Medium',
    include: `${SENSITIVE} and (target is 'CON.Volume' or target is 'CON.Store')`,
    exclude: `target.volumeEncrypted is 'Yes' or target.storeEncrypted is 'Yes'`,
    description:
      'Volumes are plain directories on the host. Whoever gets the disk, a snapshot, a backup or a shell on the host reads what {source.Name} has stored, without passing any check of the application.',
    further: {
      ActionItems:
        '1. Encrypt the disks that hold volumes, with keys that do not lie on them. 2. Encrypt backups and snapshots as well. 3. Encrypt especially sensitive fields in the application. 4. Wipe volumes that are no longer used.',
      Comments: 'OWASP Docker Top 10, D06 Protect Secrets.',
      References: 'CWE-311 Missing Encryption of Sensitive Data. A02:2021 Cryptographic Failures.',
    },
    hit: at('CON.Container', ['CON.Flow.Mount', { dataClassification: 'Restricted' }], 'CON.Volume'),
    miss: at(
      'CON.Container',
      ['CON.Flow.Mount', { dataClassification: 'Restricted' }],
      ['CON.Volume', { volumeEncrypted: 'Yes' }],
    ),
  },
  {
    id: 'CON.T17',
    title: 'Containers reach each other through the files of a shared volume',
    category: CATEGORY,
    priority: 'Medium',
    include: `source.volumeShared is 'Yes' or target.volumeShared is 'Yes'`,
    exclude: `source.volumeReadOnly is 'Yes' or target.volumeReadOnly is 'Yes'`,
    description:
      'Several containers write to the volume between {source.Name} and {target.Name}. One that was broken into plants files that the others execute or parse, reads what was not meant for it, and fills the space for all.',
    further: {
      ActionItems:
        '1. Give each container a volume of its own and pass data on through a service that checks it. 2. Mount read-only at all ends but one. 3. Use different user ids and a quota where sharing cannot be avoided.',
      Comments: 'OWASP Docker Top 10, D05 Maintain Security Contexts.',
      References: 'CWE-668 Exposure of Resource to Wrong Sphere. T1565.001 Stored Data Manipulation.',
    },
    hit: at('CON.Container', 'CON.Flow.Mount', ['CON.Volume', { volumeShared: 'Yes' }]),
    miss: at('CON.Container', 'CON.Flow.Mount', ['CON.Volume', { volumeShared: 'No' }]),
  },
  {
    id: 'CON.T18',
    title: 'Data of {target.Name} is lost with its host',
    category: CATEGORY,
    priority: 'Medium',
    include: `target.volumeBackup is 'No' or (target is 'CON.Database' and not target.storeBackup is 'Yes')`,
    description:
      'A local volume exists once, on one disk. A broken disk, a prune command at the wrong place or an attacker who asks for ransom takes away what {source.Name} has written to {target.Name}.',
    further: {
      ActionItems:
        '1. Back up to another place, where the host may add but not delete. 2. Restore on trial at fixed times. 3. Use storage that is replicated for what must survive a host. 4. Keep data out of the writable layer of containers.',
      Comments: 'OWASP Docker Top 10, D09 Follow Immutable Paradigm.',
      References:
        'T1485 Data Destruction. T1490 Inhibit System Recovery. CWE-693 Protection Mechanism Failure.',
    },
    hit: at('CON.Container', 'CON.Flow.TCP', 'CON.Database'),
    miss: at('CON.Container', 'CON.Flow.TCP', ['CON.Database', { storeBackup: 'Yes' }]),
  },
  {
    id: 'CON.T19',
    title: 'Nothing separates {target.Name} from its network',
    category: CATEGORY,
    priority: 'High',
    include: `target.networkMode is 'Host network' or target.networkMode is 'Default bridge'`,
    description:
      'On the network of the host, {target.Name} sees all interfaces and the services that listen on localhost, and opens ports that no rule for containers filters. On the default bridge it can be reached by every other container there, besides {source.Name}.',
    further: {
      ActionItems:
        '1. Create a network for each group of containers that must talk, and publish single ports. 2. Mark networks without a way out as internal. 3. Switch traffic between containers on the default bridge off (icc). 4. Use the host network only for what measures or builds networks.',
      Comments:
        'OWASP Docker Top 10, D03 Network Segmentation and Firewalling. Networks: https://docs.docker.com/engine/network/',
      References:
        'T1046 Network Service Discovery. CWE-653 Improper Isolation or Compartmentalization. K07:2022 Missing Network Segmentation Controls.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { networkMode: 'Host network' }]),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { networkMode: 'User-defined network' }]),
  },
  {
    id: 'CON.T20',
    title: '{target.Name} has a back door for debugging',
    category: CATEGORY,
    priority: 'High',
    include: `target.debugPort is 'Yes'`,
    description:
      'A debugger, a profiler or an admin page that was handy during development is published with {target.Name}. Such ports mostly know no login; whoever finds one besides {source.Name} runs code in the container.',
    further: {
      ActionItems:
        '1. Build images for production without debuggers and with debugging switched off. 2. Publish single ports by name, never all (-P). 3. Bind what operators need to localhost and reach it by SSH. 4. Scan the host from outside after each deployment.',
      Comments: 'OWASP Docker Top 10, D04 Secure Defaults and Hardening.',
      References:
        'CWE-489 Active Debug Code. T1133 External Remote Services. A05:2021 Security Misconfiguration.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { debugPort: 'Yes' }]),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { debugPort: 'No' }]),
  },
  {
    id: 'CON.T21',
    title: 'What happened at {target.Name} is gone with it',
    category: CATEGORY,
    priority: 'Medium',
    include: `target.logsKept is 'No' or target.hostAudited is 'No'`,
    description:
      'By default, logs lie on the host and are deleted together with the container. After a break-in through {flow.Name}, or after a restart that hides it, nobody can say what {source.Name} did.',
    further: {
      ActionItems:
        '1. Send logs of containers, daemon and host to another machine within seconds. 2. Record commands to the Docker API and logins to the host (auditd). 3. Keep clocks in step. 4. Watch at runtime for shells, new binaries and unusual connections, and raise an alarm when a source falls silent.',
      Comments: 'OWASP Docker Top 10, D10 Logging.',
      References:
        'CWE-778 Insufficient Logging. T1070 Indicator Removal. A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { logsKept: 'No' }]),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Container', { logsKept: 'Yes' }]),
  },
  {
    id: 'CON.T22',
    title: '{target.Name} tells secrets, or can be made to forget',
    category: CATEGORY,
    priority: 'Medium',
    include: `target is 'CON.LogStore'`,
    exclude: `target.logsScrubbed is 'Yes' and target.logsUnchangeable is 'Yes'`,
    description:
      'What {source.Name} writes is kept long and read by many: tokens in addresses and headers, personal data in errors. And if the sender may delete what it sent, an intruder begins with that.',
    further: {
      ActionItems:
        '1. Log chosen fields, and mask tokens and personal data before they leave the container. 2. Let senders add and nothing else; keep entries unchangeable for as long as you look back. 3. Limit who may read, and delete after a set time.',
      Comments: 'OWASP Docker Top 10, D10 Logging.',
      References: 'CWE-532 Insertion of Sensitive Information into Log File. T1070 Indicator Removal.',
    },
    hit: at('CON.Container', 'CON.Flow.HTTPS', ['CON.LogStore', { logsScrubbed: 'Yes' }]),
    miss: at('CON.Container', 'CON.Flow.HTTPS', [
      'CON.LogStore',
      { logsScrubbed: 'Yes', logsUnchangeable: 'Yes' },
    ]),
  },
  {
    id: 'CON.T23',
    title: '{source.Name} takes the cloud identity of its host',
    category: CATEGORY,
    priority: 'High',
    include: `target is 'CON.Metadata'`,
    exclude: `target.metadataAccess is 'Blocked for containers' or target.metadataAccess is 'Session token and hop limit'`,
    description:
      '{target.Name} hands the credentials of the machine to every process that asks, containers included. One request forged through {source.Name} (SSRF) is enough to act in the cloud account as the host.',
    further: {
      ActionItems:
        '1. Block the address of the service for containers on the host, or require session tokens with a hop limit of 1. 2. Give the machine only the rights that it needs itself. 3. Give workloads identities of their own. 4. Check addresses that an application fetches on behalf of users.',
      Comments: 'OWASP Docker Top 10, D03 Network Segmentation and Firewalling.',
      References: 'T1552.005 Cloud Instance Metadata API. CWE-918 Server-Side Request Forgery (SSRF).',
    },
    hit: at('CON.Container', 'CON.Flow.HTTP', 'CON.Metadata'),
    miss: at('CON.Container', 'CON.Flow.HTTP', [
      'CON.Metadata',
      { metadataAccess: 'Blocked for containers' },
    ]),
  },
  {
    id: 'CON.T24',
    title: '{target.Name} takes any container at its word',
    category: CATEGORY,
    priority: 'Medium',
    include: `target is 'CON.Database'`,
    exclude: `flow.authenticated is 'Yes' and not target.defaultPassword is 'Yes'`,
    description:
      'Images of databases and caches start without a password, or with one from the manual. Any container on the same network may then read and change what only {source.Name} should.',
    further: {
      ActionItems:
        '1. Set a password or certificate of its own for each client, and remove default accounts. 2. Put the store on a network that only its clients are on, and publish no port. 3. Grant each client the tables and verbs that it needs.',
      Comments: 'OWASP Docker Top 10, D04 Secure Defaults and Hardening.',
      References:
        'CWE-306 Missing Authentication for Critical Function. CWE-1392 Use of Default Credentials. T1078.001 Default Accounts.',
    },
    hit: at('CON.Container', 'CON.Flow.TCP', 'CON.Database'),
    miss: at('CON.Container', ['CON.Flow.TCP', { authenticated: 'Yes' }], 'CON.Database'),
  },
  {
    id: 'CON.T25',
    title: '{target.Name} passes attacks on unfiltered',
    category: CATEGORY,
    priority: 'Medium',
    include: `target is 'CON.Proxy' and source is 'CON.External'`,
    exclude: `target.requestsFiltered is 'Yes'`,
    description:
      'Whatever {source.Name} sends reaches the containers behind {target.Name}: floods, guessed passwords, paths that were never meant for the public, and exploits of the newest flaw.',
    further: {
      ActionItems:
        '1. Publish only hosts and paths that are meant to be public. 2. Limit rates, sizes and times. 3. Filter known attacks (web application firewall). 4. Do not give the proxy the Docker socket to find its targets; use a file, or a proxy for the socket that only reads.',
      Comments: 'OWASP Docker Top 10, D03 Network Segmentation and Firewalling.',
      References:
        'T1190 Exploit Public-Facing Application. T1499 Endpoint Denial of Service. CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: at('CON.User', 'CON.Flow.HTTPS', 'CON.Proxy'),
    miss: at('CON.User', 'CON.Flow.HTTPS', ['CON.Proxy', { requestsFiltered: 'Yes' }]),
  },
  {
    id: 'CON.T30',
    title: '{flow.Name} changes {target.Name} past every review',
    category: CATEGORY,
    priority: 'Medium',
    include: `flow is 'CON.Flow.Exec'`,
    exclude: `flow.execLimited is 'Yes'`,
    description:
      'A shell in a running container reads its secrets and memory and leaves changes that are in no image. {source.Name} may do so in good faith; an attacker with the same right does it too, and nothing tells the two apart.',
    further: {
      ActionItems:
        '1. Allow docker exec to few, for a time, and record the session. 2. Replace a container after somebody was in it. 3. Make the root file system read-only. 4. Get what people look for into logs and metrics instead.',
      Comments: 'OWASP Docker Top 10, D09 Follow Immutable Paradigm.',
      References: 'T1609 Container Administration Command. CWE-284 Improper Access Control.',
    },
    hit: at('CON.Administrator', 'CON.Flow.Exec', 'CON.Container'),
    miss: at('CON.Administrator', ['CON.Flow.Exec', { execLimited: 'Yes' }], 'CON.Container'),
  },
  {
    id: 'CON.T31',
    title: 'Another workload fetches secrets from {target.Name}',
    category: CATEGORY,
    priority: 'High',
    include: `target is 'CON.SecretManager' or source is 'CON.SecretManager'`,
    exclude: `target.managerLogin is 'Own identity each' or source.managerLogin is 'Own identity each'`,
    description:
      'If all containers log in with the same token, each of them gets the secrets of all. The credential that opens the manager between {source.Name} and {target.Name} is then the one that an attacker looks for first.',
    further: {
      ActionItems:
        '1. Give each workload an identity that the platform vouches for, and its own paths. 2. Hand out short-lived credentials made for the one who asks. 3. Log reads and raise an alarm on unusual ones.',
      Comments: 'OWASP Docker Top 10, D06 Protect Secrets.',
      References:
        'T1528 Steal Application Access Token. CWE-522 Insufficiently Protected Credentials. K08:2022 Secrets Management Failures.',
    },
    hit: at('CON.Container', 'CON.Flow.HTTPS', 'CON.SecretManager'),
    miss: at('CON.Container', 'CON.Flow.HTTPS', ['CON.SecretManager', { managerLogin: 'Own identity each' }]),
  },
  {
    id: 'CON.T33',
    title: 'One leaked secret opens several workloads',
    category: CATEGORY,
    priority: 'Medium',
    include: `source.secretShared is 'Yes' or target.secretShared is 'Yes'`,
    description:
      'The secret between {source.Name} and {target.Name} is used in several places. It leaks at the weakest of them, nobody can tell where, and it is not changed because nobody dares to stop all users at once.',
    further: {
      ActionItems:
        '1. Give each workload and each environment a secret of its own. 2. Make changing one a routine that runs by itself, with the old and the new valid for a while. 3. Prefer identities of workloads to shared passwords.',
      Comments: 'OWASP Docker Top 10, D06 Protect Secrets.',
      References: 'CWE-522 Insufficiently Protected Credentials. T1552 Unsecured Credentials.',
    },
    hit: at(['CON.Secret', { secretShared: 'Yes' }], 'CON.Flow.Mount', 'CON.Container'),
    miss: at(['CON.Secret', { secretShared: 'No' }], 'CON.Flow.Mount', 'CON.Container'),
  },
];
