import type { ThreatSource } from '../../scripts/templates/format.ts';
import { DATA } from './categories.ts';
import { FROM_OUTSIDE, SENSITIVE } from './filters.ts';

export const data: readonly ThreatSource[] = [
  {
    id: 'AZ.DP1',
    title: '{flow.Name} is read or changed on its way',
    category: DATA,
    priority: 'High',
    include: `not flow is 'AZ.Flow.Hybrid' and (flow.encrypted is 'No' or
      (${SENSITIVE} and not flow.encrypted is 'Yes') or target.nonTlsPort is 'Enabled')`,
    description:
      'What passes from {source.Name} to {target.Name} is not known to be encrypted. Virtual networks keep customers apart, but do not hide traffic from an intruder on a machine, an appliance or a mirror in between.',
    further: {
      PossibleMitigations:
        'Use TLS 1.2 or newer on every leg, also behind the gateway that ends it for clients. Require secure transfer on storage accounts, encryption in database drivers with the certificate checked, and close the port of Redis without TLS.',
      References:
        'CWE-319 Cleartext Transmission of Sensitive Information. ATT&CK T1040 Network Sniffing. OWASP A02:2021 Cryptographic Failures.',
    },
    hit: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Confidential' }],
      target: 'AZ.Store.Sql',
    },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Confidential', encrypted: 'Yes' }],
      target: 'AZ.Store.Sql',
    },
  },
  {
    id: 'AZ.DP2',
    title: 'Files in {target.Name} can be read without signing in',
    category: DATA,
    priority: 'High',
    include: `target is 'AZ.Store.Blob'`,
    exclude: `target.anonymousAccess is 'Disabled' or flow.dataClassification is 'Public'`,
    description:
      'If the account of {target.Name} allows anonymous access, one wrong level on one container makes its files readable for everybody who guesses or finds their names. Tools that guess them are run all the time.',
    further: {
      PossibleMitigations:
        'Disallow anonymous access on the account and hold it by policy. Publish what is public from an account of its own, behind a content delivery network.',
      References:
        'CWE-552 Files or Directories Accessible to External Parties. ATT&CK T1530 Data from Cloud Storage. OWASP A05:2021 Security Misconfiguration.',
    },
    hit: { source: 'AZ.Compute.Functions', flow: 'AZ.Flow.Https', target: 'AZ.Store.Blob' },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.Blob', { anonymousAccess: 'Disabled' }],
    },
  },
  {
    id: 'AZ.DP3',
    title: 'Sensitive data ends up in {target.Name}',
    category: DATA,
    priority: 'Medium',
    include: `target is 'AZ.Store.LogAnalytics'`,
    exclude: `flow.dataClassification is 'Public' or flow.dataClassification is 'Internal'`,
    description:
      'Requests, queries and errors that {source.Name} logs carry tokens, names or numbers of customers. In {target.Name} many people may search them, and they stay longer than the data itself.',
    further: {
      PossibleMitigations:
        'Log ids instead of content, filter tokens and personal data before they leave {source.Name}, restrict tables to those who need them, and classify the log by what is really in it.',
      References:
        'CWE-532 Insertion of Sensitive Information into Log File. OWASP A09:2021 Security Logging and Monitoring Failures.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Https', target: 'AZ.Store.LogAnalytics' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Https', { dataClassification: 'Internal' }],
      target: 'AZ.Store.LogAnalytics',
    },
  },
  {
    id: 'AZ.DP4',
    title: 'Sensitive data leaves the tenant with {flow.Name}',
    category: DATA,
    priority: 'Medium',
    include: `${SENSITIVE} and flow crosses 'AZ.Area.Tenant' and
      (target is 'AZ.External.Service' or target is 'AZ.External.Partner')`,
    exclude: `target.agreementReviewed is 'Yes'`,
    description:
      '{target.Name} receives data of class Confidential or Restricted that your own rules of access, region and deletion no longer cover. What happens to it there is decided by somebody else.',
    further: {
      PossibleMitigations:
        'Send only the fields that are needed, replace names by tokens, agree on purpose, region, deletion and incidents in writing, and check it every year.',
      References:
        'CWE-359 Exposure of Private Personal Information to an Unauthorized Actor. ATT&CK T1537 Transfer Data to Cloud Account.',
    },
    hit: {
      source: 'AZ.Compute.Functions',
      flow: ['AZ.Flow.Https', { dataClassification: 'Confidential' }],
      target: 'AZ.External.Service',
      crosses: ['AZ.Area.Tenant'],
    },
    miss: {
      source: 'AZ.Compute.Functions',
      flow: ['AZ.Flow.Https', { dataClassification: 'Internal' }],
      target: 'AZ.External.Service',
      crosses: ['AZ.Area.Tenant'],
    },
  },
  {
    id: 'AZ.DP5',
    title: 'Malicious files are stored in {target.Name}',
    category: DATA,
    priority: 'Medium',
    include: `(${FROM_OUTSIDE} or source is 'AZ.Compute') and target is 'AZ.Store.Blob'`,
    exclude: `target.uploadScan is 'Yes'`,
    description:
      'Files that come through {source.Name} may hold malware or script. {target.Name} keeps and serves them under a trusted name, to colleagues, customers or a program that unpacks them.',
    further: {
      PossibleMitigations:
        'Scan on upload (Defender for Storage or a scanner of your own), keep new files in a quarantine container until the verdict, limit type and size, and serve downloads as attachments from another domain.',
      References: 'CWE-434 Unrestricted Upload of File with Dangerous Type. ATT&CK T1608.001 Upload Malware.',
    },
    hit: { source: 'AZ.Compute.AppService', flow: 'AZ.Flow.Https', target: 'AZ.Store.Blob' },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: 'AZ.Flow.Https',
      target: ['AZ.Store.Blob', { uploadScan: 'Yes' }],
    },
  },
  {
    id: 'AZ.DP6',
    title: 'The cache {target.Name} serves data to the wrong user',
    category: DATA,
    priority: 'Medium',
    include: `${SENSITIVE} and source is 'AZ.Compute' and target is 'AZ.Store.Redis'`,
    exclude: `source.checksPermissions is 'Yes'`,
    description:
      'Copies of personal data lie in {target.Name} under keys that {source.Name} chooses. A key without the user or tenant, or a read that skips the permission check because the data is cached, shows one customer what belongs to another.',
    further: {
      PossibleMitigations:
        'Make tenant and user part of each key, check permission before reading the cache as before reading the database, keep lifetimes short, and do not cache what is classified as Restricted.',
      References:
        'CWE-524 Use of Cache Containing Sensitive Information. CWE-639 Authorization Bypass Through User-Controlled Key.',
    },
    hit: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Confidential' }],
      target: 'AZ.Store.Redis',
    },
    miss: {
      source: 'AZ.Compute.AppService',
      flow: ['AZ.Flow.Database', { dataClassification: 'Public' }],
      target: 'AZ.Store.Redis',
    },
  },
];
