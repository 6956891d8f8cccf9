import type { TriagedSource } from '../../scripts/templates/format.ts';

export const gcpClaimsTriaged: TriagedSource = {
  key: 'gcp-claims-triaged',
  sample: 'gcp-claims',
  title: 'Google Cloud Claims Intake, answered',
  line: 'The same claims intake after the review: what was changed, what does not apply, what is still open.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-25T10:00:00',
  answers: [
    {
      threat: 'GCP.EX4',
      state: 'Mitigated',
      justification:
        'Rules of 20 November: a document of "status" is readable only if its field "owner" equals request.auth.uid, and no client writes. Eleven emulator tests with two users run in the pipeline; the old rule let customer B read customer A.',
    },
    {
      threat: 'GCP.EX5',
      state: 'NeedsInvestigation',
      justification:
        'App Check with Play Integrity and App Attest is in monitoring mode since 16 November; 3 % of requests come from app versions that cannot attest. Lena enforces it on 15 December, when these versions are switched off.',
    },
    {
      threat: 'GCP.RE1',
      state: 'Mitigated',
      justification:
        'Rate rule in the Cloud Armor policy: 120 requests a minute per address and 30 per token. The claims service scales to 40 instances at most. At 80 % of the daily budget the person on call is paged.',
    },
    {
      threat: 'GCP.DA2',
      flows: ['upload'],
      state: 'Mitigated',
      justification:
        'The photo bucket takes the key "photos" of the key project as its default since 18 November; the organization policy refuses buckets without one in this folder. Older photos were rewritten over the weekend.',
    },
    {
      threat: 'GCP.DA2',
      flows: ['load'],
      state: 'NotApplicable',
      justification:
        'The warehouse holds claims without names and with tokens for policy numbers, classified as confidential only because of the amounts. The data office decided on 6 October that keys of Google suffice for this class inside the perimeter.',
    },
    {
      threat: 'GCP.DA3',
      state: 'Mitigated',
      justification:
        'The grants of the bucket to project viewers, editors and owners are removed. Policy Analyzer lists two readers: the photo check and the group of the claim handlers. Uploads are made with the signature of the claims service.',
    },
    {
      threat: 'GCP.IN5',
      state: 'Mitigated',
      justification:
        'Nothing reads the upload bucket but the photo check, which decodes each file in a sandbox, refuses all but JPEG and HEIC up to 15 MB, writes a new picture to the handlers’ bucket and deletes the upload.',
    },
    {
      threat: 'GCP.LO1',
      flows: ['upload'],
      state: 'Mitigated',
      justification:
        'Data Access logs for Cloud Storage are on at the folder "claims" since 18 November and go to the log project. An alert tells of more than 200 reads an hour by one person.',
    },
    {
      threat: 'GCP.LO1',
      flows: ['store'],
      state: 'Mitigated',
      justification:
        'pgAudit records statements on the tables of claims and persons, except those of the service account, which logs the claim number of each request itself. Both arrive in the log project.',
    },
    {
      threat: 'GCP.ID15',
      state: 'Mitigated',
      justification:
        'The service verifies the Firebase token, audience included, and adds its subject to the condition of every statement through one function that all queries use. The test "two customers" covers all nine routes.',
    },
    {
      threat: 'GCP.EX1',
      state: 'Mitigated',
      justification:
        'Ingress is "internal and cloud load balancing" and the default run.app address is disabled since 12 November; run.allowedIngress enforces it for the folder. A call to the old address ends with 404.',
    },
    {
      threat: 'GCP.ID2',
      flows: ['store'],
      state: 'NeedsInvestigation',
      justification:
        'The account of the service still has cloudsql.client and secretmanager.secretAccessor on the project. Tomas moves the second to the two secrets by 4 December; the first cannot be granted on an instance and gets a condition on its name.',
      priority: 'Critical',
    },
    {
      threat: 'GCP.ID2',
      flows: ['filed'],
      state: 'Mitigated',
      justification:
        'pubsub.publisher is granted on the topic "claim-events" now and removed from the project, see change 4471.',
    },
    {
      threat: 'GCP.DA8',
      state: 'Mitigated',
      justification:
        'The service logs in with IAM database authentication through the connector since 10 November. The password of the user "app" is removed, that of "postgres" lies sealed in the break-glass folder.',
    },
    {
      threat: 'GCP.RE2',
      state: 'Mitigated',
      justification:
        'Daily backups go to a vault of the backup project with enforced retention of 30 days. Deletion protection is on, and the project has a lien. Restored to a test instance in 35 minutes on 17 November.',
    },
    {
      threat: 'GCP.IN4',
      flows: ['filed'],
      state: 'Mitigated',
      justification:
        'Two accounts may publish to the topic, the claims service and the photo check; Policy Analyzer confirms it. The load pipeline accepts "claim filed" only if the claim exists in the database.',
    },
    {
      threat: 'GCP.IN4',
      flows: ['checked'],
      state: 'Mitigated',
      justification:
        'Besides the grant on the topic, a result of the photo check carries the generation number of the object, and the pipeline drops results for objects that it does not know.',
    },
    {
      threat: 'GCP.IN2',
      state: 'Mitigated',
      justification:
        'Object names are random UUIDs that the claims service signs for; the photo check refuses all others and builds no path or command from them. Metadata of the photo is never evaluated.',
    },
    {
      threat: 'GCP.ID1',
      state: 'Mitigated',
      justification:
        'The function runs as "photo-check" since 13 November, with publisher on the topic and viewer on the upload bucket. The default service account has lost Editor and is disabled in the project.',
    },
    {
      threat: 'GCP.RE4',
      state: 'Mitigated',
      justification:
        'After five attempts a message goes to "claim-events-dead", whose subscription keeps it for 14 days. One message there pages the data team. The pipeline writes records that it cannot parse to an error table and goes on.',
    },
    {
      threat: 'GCP.DA4',
      state: 'Mitigated',
      justification:
        'Policy tags on 14 columns: analysts see amounts and dates, the date of birth as a year, and free text not at all. Two people of the fraud team may see all; their queries are reviewed monthly.',
    },
    {
      threat: 'GCP.RE5',
      state: 'Mitigated',
      justification:
        'The project may bill 2 TB a day and one person 200 GB; every table requires a filter on the day of the claim. The load pipeline uses load jobs, which are not billed by bytes read.',
    },
    {
      threat: 'GCP.EX11',
      state: 'Mitigated',
      justification:
        'The egress rule names one identity (the share account), one project of the reinsurer, BigQuery as service and two methods. It was tried in dry run for a week; violations alert the security team.',
    },
    {
      threat: 'GCP.DA5',
      state: 'NeedsInvestigation',
      justification:
        'The reinsurer reads an authorized view without names and free text, with copying out switched off. The contract still lacks a date of deletion; legal negotiates an addendum until 19 December. Owner: Aisha.',
    },
    {
      threat: 'GCP.ID6',
      state: 'Mitigated',
      justification:
        'The attribute condition compares the numeric ids of repository and owner and the reference "refs/heads/main" since 19 November. A token of a test repository of the same organization was refused.',
    },
    {
      threat: 'GCP.ID3',
      state: 'Mitigated',
      justification:
        'workloadIdentityUser is bound on the deployer account for the principal set of the one repository. Token Creator and Service Account User are granted on no project of the folder; a daily check reports any.',
    },
    {
      threat: 'GCP.ID4',
      state: 'Mitigated',
      justification:
        'Split in two on 21 November: "deploy-run" may update the two services and act as their accounts, "deploy-infra" runs behind approval in the environment "production". Neither may set IAM on the project.',
    },
  ],
};
