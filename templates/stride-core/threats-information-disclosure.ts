import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_CALLER } from './filters.ts';

export const disclosure: readonly ThreatSource[] = [
  {
    id: 'STRIDE.I1',
    title: '{flow.Name} is read on its way',
    category: 'I',
    priority: 'High',
    include: CROSSES_TRUST,
    exclude: `flow.providesConfidentiality is 'Yes'`,
    description:
      'Somebody on the path between {source.Name} and {target.Name} can read along: in a shared network, at a provider, or on a system in between.',
    further: {
      PossibleMitigations:
        'Use TLS with current settings on the whole way. Encrypt the content itself where systems in between must not read it.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. https://cheatsheetseries.owasp.org/cheatsheets/Transport_Layer_Security_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTP',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.I2',
    title: 'Data in {source.Name} is read by somebody not entitled to',
    category: 'I',
    priority: 'High',
    include: `source is 'GE.DS' and (target is 'GE.P' or target is 'GE.EI')`,
    exclude: `source.restrictsAccess is 'Yes'`,
    description:
      '{source.Name} hands out more than {target.Name} needs, or hands it to others as well. One flaw in one caller then exposes all that is stored.',
    further: {
      PossibleMitigations:
        'Grant read access per caller and per kind of data, filter by the user in the query and not afterwards, and watch for unusual amounts.',
      References: 'CWE-284 Improper Access Control.',
    },
    hit: { source: 'SE.DS.TMCore.SQL', flow: 'SE.DF.Trustline.TCP', target: 'SE.P.TMCore.WebSvc' },
    miss: {
      source: ['SE.DS.TMCore.SQL', { restrictsAccess: 'Yes' }],
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.P.TMCore.WebSvc',
    },
  },
  {
    id: 'STRIDE.I3',
    title: 'Data at rest in {target.Name} is exposed',
    category: 'I',
    priority: 'Medium',
    include: `target is 'GE.DS'`,
    exclude: `target.Encrypted is 'Yes'`,
    description:
      'Whoever gets at the files, disks, snapshots or exports of {target.Name} reads what {source.Name} stored, past all checks of the application.',
    further: {
      PossibleMitigations:
        'Encrypt at rest with keys that are kept elsewhere, encrypt single fields that are especially sensitive, and do not store what you do not need.',
      References:
        'CWE-311 Missing Encryption of Sensitive Data. https://cheatsheetseries.owasp.org/cheatsheets/Cryptographic_Storage_Cheat_Sheet.html',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { Encrypted: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.I4',
    title: 'Credentials in a data store are stolen',
    category: 'I',
    priority: 'High',
    include: `source.storesCredentials is 'Yes' or target.storesCredentials is 'Yes'`,
    description:
      'Passwords, keys or tokens are kept at {source.Name} or {target.Name}. Whoever reads them there, or on their way, can enter other systems with them.',
    further: {
      PossibleMitigations:
        'Keep passwords of users only as slow, salted hashes (Argon2id, bcrypt). Keep keys in a vault or hardware module, hand them out for short times and one purpose, log each access, and rotate them.',
      References:
        'CWE-522 Insufficiently Protected Credentials. https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { storesCredentials: 'Yes' }],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { storesCredentials: 'No' }],
    },
  },
  {
    id: 'STRIDE.I5',
    title: '{target.Name} tells attackers about its inside',
    category: 'I',
    priority: 'Low',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.hidesErrors is 'Yes'`,
    description:
      'Error messages, headers, or differences in answers and response times tell {source.Name} which software, paths, accounts or records exist. This makes the next attack easier.',
    further: {
      PossibleMitigations:
        'Answer with a general message and an id, keep the details in the log, give the same answer for unknown and forbidden records, and switch off debug pages and version headers.',
      References:
        'CWE-209 Generation of Error Message Containing Sensitive Information. https://cheatsheetseries.owasp.org/cheatsheets/Error_Handling_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { hidesErrors: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.I6',
    title: 'Data of one user is shown to another',
    category: 'I',
    priority: 'Medium',
    include: `source.storeType is 'Cache' or target.storeType is 'Cache' or
      (source is 'GE.DS' and source.shared is 'Yes') or (target is 'GE.DS' and target.shared is 'Yes')`,
    exclude: `source.restrictsAccess is 'Yes' or target.restrictsAccess is 'Yes'`,
    description:
      'Between {source.Name} and {target.Name}, data of several users or systems lies in one place. With a key that misses the user or the tenant, one of them is served what belongs to another.',
    further: {
      PossibleMitigations:
        'Make user and tenant a part of every key and every query, do not cache personal answers in shared caches, and test with two users.',
      References: 'CWE-524 Use of Cache Containing Sensitive Information.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.Cache' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.Cache', { restrictsAccess: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.I7',
    title: '{target.Name} is used to reach internal systems',
    category: 'I',
    priority: 'High',
    include: `${FROM_CALLER} and target.fetchesUrls is 'Yes'`,
    description:
      '{source.Name} decides which address {target.Name} fetches. It can name internal services or the metadata service of the cloud, which trust {target.Name}, and so read what is not meant for the outside.',
    further: {
      PossibleMitigations:
        'Allow only known destinations, resolve and check the address right before connecting, forbid redirects, and block internal addresses for this component in the network.',
      References:
        'CWE-918 Server-Side Request Forgery. https://cheatsheetseries.owasp.org/cheatsheets/Server_Side_Request_Forgery_Prevention_Cheat_Sheet.html',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebSvc', { fetchesUrls: 'Yes' }],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebSvc', { fetchesUrls: 'No' }],
    },
  },
  {
    id: 'STRIDE.I8',
    title: 'Backups of {target.Name} are read or lost',
    category: 'I',
    priority: 'Medium',
    include: `target is 'GE.DS' and target.Backup is 'Yes'`,
    exclude: `target.Encrypted is 'Yes' and target.restrictsAccess is 'Yes'`,
    description:
      'Backups of {target.Name} hold the same data as the store, but often lie where fewer checks apply and stay for years.',
    further: {
      PossibleMitigations:
        'Encrypt backups, keep their keys and rights apart from those of the store, delete them on schedule, and rehearse the restore.',
      References: 'CWE-530 Exposure of Backup File to an Unauthorized Control Sphere.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { Backup: 'Yes', Encrypted: 'Yes' }],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { Backup: 'Yes', Encrypted: 'Yes', restrictsAccess: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.I9',
    title: 'The contents of {target.Name} are open to everybody',
    category: 'I',
    priority: 'High',
    include: `target.publicAccess is 'Yes'`,
    description:
      'Everybody who knows or guesses an address can read what {source.Name} puts into {target.Name}. Sooner or later something confidential is put there as well.',
    further: {
      PossibleMitigations:
        'Keep public and private data in separate stores, close the private one for anonymous access, and hand out signed addresses that expire.',
      References: 'CWE-552 Files or Directories Accessible to External Parties.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.DS.TMCore.CloudStorage', { publicAccess: 'Yes' }],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.DS.TMCore.CloudStorage', { publicAccess: 'No' }],
    },
  },
  {
    id: 'STRIDE.I10',
    title: '{target.Name} receives more data than it needs',
    category: 'I',
    priority: 'Low',
    include: `source is 'GE.P' and target is 'GE.EI' and not target.type is 'Human'`,
    description:
      'What {source.Name} passes on to {target.Name} is out of your hands: it may be stored, combined, passed on or leaked there.',
    further: {
      PossibleMitigations:
        'Send only the fields that {target.Name} needs, replace names by pseudonyms where possible, and settle use, storage and deletion by contract.',
      References: 'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.EI.TMCore.WebSvc' },
    miss: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.EI.TMCore.User' },
  },
  {
    id: 'STRIDE.I11',
    title: 'Classified data in {flow.Name} is not known to be encrypted',
    category: 'I',
    priority: 'High',
    include: `flow.dataClassification is 'Confidential' or flow.dataClassification is 'Restricted'`,
    exclude: `flow.providesConfidentiality is 'Yes' or flow.reach is 'One machine'`,
    description:
      '{flow.Name} carries data of class Confidential or Restricted from {source.Name} to {target.Name}. Whoever has got into the network between them reads it, even where no trust boundary is crossed.',
    further: {
      PossibleMitigations:
        'Encrypt every way of such data, within the own network too, and refuse connections that do not. Encrypt the most sensitive fields themselves.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. MITRE ATT&CK T1040 Network Sniffing.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.TCP', { dataClassification: 'Confidential' }],
      target: 'SE.P.Trustline.Worker',
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.TCP', { dataClassification: 'Confidential', providesConfidentiality: 'Yes' }],
      target: 'SE.P.Trustline.Worker',
    },
  },
  {
    id: 'STRIDE.I12',
    title: 'Restricted data in {target.Name} is open to more than need it',
    category: 'I',
    priority: 'High',
    include: `flow.dataClassification is 'Restricted' and target is 'GE.DS'`,
    exclude: `target.restrictsAccess is 'Yes'`,
    description:
      '{source.Name} stores data of class Restricted in {target.Name}, which does not limit each account to what it needs. One account that is lost, also one for reports or support, then shows the most sensitive data there is.',
    further: {
      PossibleMitigations:
        'List who reads these records and why, give rights per table or column, encrypt the fields with a key that {source.Name} alone may use, and log each access.',
      References:
        'CWE-732 Incorrect Permission Assignment for Critical Resource. OWASP A01:2021 Broken Access Control.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.TCP', { dataClassification: 'Restricted' }],
      target: 'SE.DS.TMCore.SQL',
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.Trustline.TCP', { dataClassification: 'Restricted' }],
      target: ['SE.DS.TMCore.SQL', { restrictsAccess: 'Yes' }],
    },
  },
];
