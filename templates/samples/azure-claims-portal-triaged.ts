import type { AnswerSource, TriagedSource } from '../../scripts/templates/format.ts';

const identityAndKeys: readonly AnswerSource[] = [
  {
    threat: 'AZ.ID1',
    flows: ['policy'],
    state: 'Mitigated',
    justification:
      'The worker demands an Entra ID token since release 4.2; the policy system has an app registration with a certificate and the single role Policies.Write. Calls without a token get 401, shown by a test in the pipeline.',
  },
  {
    threat: 'AZ.ID2',
    flows: ['forward'],
    state: 'Mitigated',
    justification:
      'Every query for a claim goes through ClaimAccess, which compares the policyholder in the token with the owner of the claim. Two test users try to open each other’s claims in every build.',
  },
  {
    threat: 'AZ.ID2',
    flows: ['policy'],
    state: 'Mitigated',
    justification:
      'The role Policies.Write opens the endpoint for policy changes and nothing else. The worker refuses changes for policies that the claims database does not know.',
  },
  {
    threat: 'AZ.ID3',
    flows: ['sign-in'],
    state: 'Mitigated',
    justification:
      'Policyholders may use passkeys since September; with a code instead, changing the bank account needs a second confirmation by letter. Smart lockout and the list of banned passwords are on.',
    priority: 'Medium',
  },
  {
    threat: 'AZ.ID4',
    flows: ['sign-in'],
    state: 'NotApplicable',
    justification:
      'Devices of policyholders are not ours to manage, so no condition on the device is possible. What a stolen token can do is limited by its life of one hour and by the confirmation for payments.',
  },
  {
    threat: 'AZ.ID4',
    flows: ['activate'],
    state: 'Mitigated',
    justification:
      'Conditional Access policy CA-07 covers all roles with more than reading: compliant device, sign-in every four hours, no persistent session. The two emergency accounts are excluded and raise an alert on use.',
  },
  {
    threat: 'AZ.ID6',
    state: 'Mitigated',
    justification:
      'All standing assignments of Owner, Contributor and Global Administrator were made eligible in PIM on 2 November. Activation lasts four hours at most; Owner and Global Administrator need an approval.',
  },
  {
    threat: 'AZ.ID8',
    state: 'NeedsInvestigation',
    justification:
      'Two of five administrators still activate roles from their everyday laptops. The platform team orders hardened devices and reports by 15 December; until then CA-07 at least demands a compliant one.',
  },
  {
    threat: 'AZ.ID10',
    flows: ['secret'],
    state: 'Mitigated',
    justification:
      'Contributor on the resource group was replaced by Key Vault Secrets User on this vault and Service Bus Data Receiver on the claim queue (change 2291).',
  },
  {
    threat: 'AZ.ID10',
    flows: ['deploy'],
    state: 'Mitigated',
    justification:
      'The pipeline’s identity is now Website Contributor on the portal only. Roles and networks are deployed by the platform team’s own pipeline.',
  },
  {
    threat: 'AZ.ID11',
    flows: ['save'],
    state: 'Mitigated',
    justification:
      'The portal’s database user may run the stored procedures of the schema portal; it owns nothing and cannot read the tables of payments.',
  },
  {
    threat: 'AZ.ID11',
    flows: ['file'],
    state: 'Mitigated',
    justification:
      'The portal has Service Bus Data Sender on the claim queue alone; it can neither receive nor manage.',
  },
  {
    threat: 'AZ.SK1',
    state: 'NeedsInvestigation',
    justification:
      'The portal signs in with its managed identity, but one report of the finance department still uses an SQL login. Its owner moves it to Entra ID by the end of January; then SQL authentication is switched off.',
  },
  {
    threat: 'AZ.SK2',
    state: 'Mitigated',
    justification:
      'Download links are user delegation signatures since release 4.3: one file, reading, ten minutes. Shared key access is disallowed on the account, so that links signed before have stopped working.',
  },
  {
    threat: 'AZ.SK4',
    state: 'Mitigated',
    justification:
      'The mail secret is the only one in the vault. A function renews it every 60 days at the mail service; the near-expiry event raises a ticket if that fails.',
  },
  {
    threat: 'AZ.SK5',
    state: 'Mitigated',
    justification:
      'The client secret was deleted on 9 November. GitHub signs in by federation, bound to this repository and its environment production.',
  },
  {
    threat: 'AZ.SK6',
    state: 'NotApplicable',
    justification:
      'The data protection officer decided on 30 October that keys of the platform are enough for claims. Health details, the only fields for which our rules ask more, are encrypted by the portal with Always Encrypted.',
  },
];

const networkAndData: readonly AnswerSource[] = [
  {
    threat: 'AZ.NW1',
    flows: ['upload'],
    state: 'Mitigated',
    justification:
      'Public network access to the storage account is disabled. The portal uses a private endpoint, and downloads by policyholders pass through the portal.',
  },
  {
    threat: 'AZ.NW1',
    flows: ['file'],
    state: 'Mitigated',
    justification:
      'The namespace runs in the premium tier with a private endpoint, and public access is disabled (change 2304).',
  },
  {
    threat: 'AZ.NW1',
    flows: ['secret'],
    state: 'Mitigated',
    justification:
      'The vault has a private endpoint in the worker’s network. Its firewall denies all others, trusted services included.',
  },
  {
    threat: 'AZ.NW5',
    state: 'Mitigated',
    justification:
      'The hub firewall allows the address of the policy system to reach the worker on port 443 and nothing else in either direction. Administrators are not synchronised from the data centre.',
  },
  {
    threat: 'AZ.NW6',
    state: 'Mitigated',
    justification:
      'The policy system calls the worker with TLS 1.2 and checks the certificate. An IPsec tunnel over ExpressRoute is not planned, because no other system uses the line.',
    priority: 'Low',
  },
  {
    threat: 'AZ.NW7',
    state: 'Mitigated',
    justification:
      'All outbound traffic of the worker is routed to the hub firewall, which allows api.mail.example and the service tags of Azure Monitor and Entra ID.',
  },
  {
    threat: 'AZ.NW8',
    state: 'Mitigated',
    justification:
      'The portal’s domain is an alias record on Front Door, so that it goes when the endpoint goes. A nightly job compares all other records of the zone with existing resources.',
  },
  {
    threat: 'AZ.DP1',
    state: 'Mitigated',
    justification:
      'The connection string sets Encrypt=Strict, and the server refuses anything below TLS 1.2. Checked with a capture at the private endpoint on 12 November.',
  },
  {
    threat: 'AZ.DP3',
    state: 'Mitigated',
    justification:
      'The logging filter of the portal writes claim numbers and error codes, and drops headers, bodies and query strings. A search of the last 30 days for bank account numbers found none.',
  },
  {
    threat: 'AZ.DP4',
    state: 'NeedsInvestigation',
    justification:
      'Name, address and the text of the letter go to the mail service. The contract says nothing about the time after which letters are deleted; the legal department negotiates an annex by 20 December.',
  },
  {
    threat: 'AZ.DP5',
    state: 'Mitigated',
    justification:
      'Defender for Storage scans each new document. Until it is tagged as clean, the portal neither shows nor sends it; PDF and images up to 20 MB are accepted.',
  },
];

const applicationAndOperations: readonly AnswerSource[] = [
  {
    threat: 'AZ.AP1',
    state: 'Mitigated',
    justification:
      'After four weeks of tuning, the policy went to prevention mode on 16 November, with two exclusions for the free text of a claim. Bot protection is on.',
  },
  {
    threat: 'AZ.AP4',
    state: 'Mitigated',
    justification:
      'The function key is no longer used: the trigger’s level is anonymous behind the token check of the platform, and the old keys were renewed and thrown away.',
  },
  {
    threat: 'AZ.AP5',
    state: 'Mitigated',
    justification:
      'A message holds nothing but the claim number. The worker checks its form, loads the claim from the database and stops if the claim is not in the state Filed.',
  },
  {
    threat: 'AZ.DE1',
    state: 'Mitigated',
    justification:
      'The branch main needs a review by a code owner, for workflow files too, and the environment production needs the approval of a second person.',
  },
  {
    threat: 'AZ.DE4',
    state: 'Mitigated',
    justification:
      'Basic authentication for SCM and FTP is off on the app and its staging slot, and a policy denies switching it on. The publish profile was reset.',
  },
  {
    threat: 'AZ.DT1',
    flows: ['upload'],
    state: 'Mitigated',
    justification:
      'Reads, writes and deletions of blobs go to the Security Workspace. An alert fires when one identity reads more than 500 documents in an hour.',
  },
  {
    threat: 'AZ.DT1',
    flows: ['policy'],
    state: 'Mitigated',
    justification:
      'The worker logs who sent each policy change and its result to the Security Workspace; rejected calls count into an alert.',
  },
  {
    threat: 'AZ.DT2',
    state: 'Mitigated',
    justification:
      'The workspace lies in the security team’s subscription under a lock. Sign-in, activity and vault logs are exported to immutable storage for two years.',
  },
  {
    threat: 'AZ.DT3',
    state: 'NeedsInvestigation',
    justification:
      'Alerts go to the team on call on working days only. A contract for nights and weekends is being compared; the head of operations decides by 10 December.',
    priority: 'High',
  },
  {
    threat: 'AZ.AV2',
    state: 'Mitigated',
    justification:
      'Point-in-time restore covers 35 days, and monthly copies are kept immutable for a year. A restore into an empty server took 50 minutes on 5 November.',
  },
  {
    threat: 'AZ.AV4',
    state: 'Mitigated',
    justification:
      'After five attempts a message goes to the dead-letter queue, whose length raises an alert above ten. The runbook says how to send messages back.',
  },
];

/** The portal after its review: what was done, what does not apply, and who still looks into what. */
export const claimsPortalTriaged: TriagedSource = {
  key: 'azure-claims-portal-triaged',
  sample: 'azure-claims-portal',
  title: 'Claims Portal on Azure, answered',
  line: 'The same portal after its review: every threat with a decision and the reason for it.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-18T09:30:00',
  answers: [...identityAndKeys, ...networkAndData, ...applicationAndOperations],
};
