import type { TriagedSource } from '../../scripts/templates/format.ts';

export const appointmentBookingTriaged: TriagedSource = {
  key: 'appointment-booking-triaged',
  sample: 'appointment-booking',
  title: 'Appointment Booking, answered',
  line: 'The same booking service after a review: what was done, what does not apply, who looks into the rest.',
  reviewer: 'Trustline',
  reviewedAt: '2026-11-24T10:00:00',
  answers: [
    {
      threat: 'WEB.T.ForgedEvent',
      state: 'Mitigated',
      justification:
        'The signature of the provider is verified over the raw body. It holds no time, so Payment Events keeps the ids of all events and refuses one that it has seen; a replay in the test system had no effect.',
    },
    {
      threat: 'WEB.T.FalsePayment',
      state: 'Mitigated',
      justification:
        'The event is only a hint: Payment Events asks the API of the provider for the payment and compares amount, currency and booking before it publishes Deposit paid. The amount is set when the server creates the payment.',
    },
    {
      threat: 'WEB.T.OldComponents',
      flows: ['forward'],
      state: 'Mitigated',
      justification:
        'Booking API is built every week even without changes, with locked versions and a bill of materials. The scan of 20 November 2026 found nothing above low.',
    },
    {
      threat: 'WEB.T.OldComponents',
      flows: ['paid'],
      state: 'Mitigated',
      justification:
        'Payment Events now uses the pipeline of the gateway: locked versions, a scan in each build and every night, and a release within one working day for findings that can be reached.',
    },
    {
      threat: 'WEB.T.CredentialStuffing',
      state: 'NeedsInvestigation',
      justification:
        'Guessing is slowed down per account and per address and leaked passwords are refused, but patients may do without a second factor. The identity team proposes passkeys for all accounts with bookings by 11 December 2026.',
    },
    {
      threat: 'WEB.T.LongTokens',
      flows: ['tokens'],
      state: 'Mitigated',
      justification:
        'Access tokens live ten minutes. Refresh tokens rotate; one that comes back a second time revokes the whole family and ends the session at the gateway (test "stolen refresh token").',
    },
    {
      threat: 'WEB.T.LongTokens',
      flows: ['login'],
      state: 'NotApplicable',
      justification:
        'The app never holds a token: Log-In returns a code to the gateway, which exchanges it and gives the browser an HttpOnly session cookie.',
    },
    {
      threat: 'WEB.T.OpenRedirect',
      state: 'Mitigated',
      justification:
        'Log-In knows one redirect address, compared character by character. The page to return to stays in the session at the gateway and is not part of any address.',
    },
    {
      threat: 'WEB.T.ForeignScript',
      state: 'NeedsInvestigation',
      justification:
        'The Content Security Policy is strict, but it lists the hosts of the map and of the visitor statistics, whose scripts change without notice. The web team hosts the map itself and removes the statistics from all pages behind the log-in, by 18 December 2026.',
    },
    {
      threat: 'WEB.T.CrossOriginReading',
      state: 'NeedsInvestigation',
      justification:
        'The star was set for a test page of two clinics. Browsers send no cookie with it, so only the public search can be read. The gateway team replaces it by the list of our own origins by 4 December 2026.',
      priority: 'Low',
    },
    {
      threat: 'WEB.T.BusinessFlow',
      state: 'Mitigated',
      justification:
        'A free time is held for ten minutes, one at a time per patient, and a deposit confirms it. Who lets three holds expire on one day can only book by telephone. The rate of expired holds is on the dashboard of the service.',
    },
    {
      threat: 'WEB.T.NoTrail',
      flows: ['book'],
      state: 'Mitigated',
      justification:
        'The gateway logs refused log-ins and calls with user and request id and keeps them for 90 days; access to bookings is recorded by Booking API in Audit Log under the same request id.',
    },
    {
      threat: 'WEB.T.NoTrail',
      flows: ['support'],
      state: 'NeedsInvestigation',
      justification:
        'Back Office records changes in its database, but not who opened which booking. The back office team sends both to Audit Log and adds the missing flow to this diagram, by 11 December 2026.',
      priority: 'High',
    },
    {
      threat: 'WEB.T.SharedKey',
      flows: ['offer'],
      state: 'Mitigated',
      justification:
        'Each clinic has its own key, which can write free times and read bookings of that clinic only. We store a hash. Keys end after one year, and the partner portal revokes one within a minute, last practised in September 2026.',
    },
    {
      threat: 'WEB.T.SharedKey',
      flows: ['text'],
      state: 'Mitigated',
      justification:
        'The key can only send messages, is accepted from the addresses of our network alone, and has a daily budget with an alarm at the provider. It is replaced each quarter.',
    },
    {
      threat: 'WEB.T.StaffPhishing',
      state: 'Mitigated',
      justification:
        'Back Office answers managed computers only, which show a device certificate to the VPN. A password and a code that were phished are of no use on another computer. Security keys follow with the next change of computers.',
      priority: 'Medium',
    },
    {
      threat: 'WEB.T.FunctionAccess',
      state: 'Mitigated',
      justification:
        'Routes of Back Office are closed by default and opened for the roles reader, helper and lead. A test walks the list of routes with each role and compares the answers with the table of roles.',
    },
    {
      threat: 'WEB.T.InputValidation',
      flows: ['support'],
      state: 'Mitigated',
      justification:
        'Forms of Back Office are bound to request types with lengths, ranges and formats on the server; a booking can only move along the states of the booking model.',
    },
    {
      threat: 'WEB.T.InputValidation',
      flows: ['forward'],
      state: 'Mitigated',
      justification:
        'Booking API checks each request against its OpenAPI description and refuses what does not fit with 400. Dates, durations and opening hours are checked in the booking model, with generated wrong values in the tests.',
    },
    {
      threat: 'WEB.T.CrossSiteScripting',
      state: 'Mitigated',
      justification:
        'The templates of Back Office encode by default; a lint rule forbids raw output. Names and reasons that patients wrote are plain text. The policy allows script with a nonce only and has reported nothing since it was enforced.',
    },
    {
      threat: 'WEB.T.ObjectAccess',
      state: 'Mitigated',
      justification:
        'All reads and changes of bookings go through one repository that adds patient or clinic of the verified token to the query. The suite with two patients and two clinics asks for each resource crosswise and runs before each merge.',
    },
    {
      threat: 'WEB.T.MassAssignment',
      state: 'NeedsInvestigation',
      justification:
        'Creating and moving a booking still bind the whole object, state and deposit included; all other endpoints take named fields. The API team changes both in release 3.5, due on 2 December 2026.',
      priority: 'High',
    },
    {
      threat: 'WEB.T.ExcessiveAnswers',
      state: 'Mitigated',
      justification:
        'Answers are made from response types. The reason for a visit is in the detail view of the patient and of the clinic concerned and in no list. Contract tests fail when an answer has a field more than its schema.',
    },
    {
      threat: 'WEB.T.PageSize',
      state: 'Mitigated',
      justification:
        'Lists return at most 50 entries with a cursor, whatever the request says. Free times can be asked for 31 days at most, and all filters have an index.',
    },
    {
      threat: 'WEB.T.OldVersions',
      state: 'Mitigated',
      justification:
        'The gateway routes the endpoints of version 2 by name and nothing else. Version 1 was switched off on 1 October 2026 after the last clinic had moved. Test systems hold made-up patients.',
    },
    {
      threat: 'WEB.T.TalkativeErrors',
      state: 'Mitigated',
      justification:
        'One handler turns every error into a problem document with an id; details are in the log under it. A test causes ten kinds of errors and looks for traces, queries and host names.',
    },
    {
      threat: 'WEB.T.DataAtRest',
      flows: ['changed'],
      state: 'Mitigated',
      justification:
        'Messages hold the id of the booking and the kind of change, no reason for the visit. The disks of Event Broker are encrypted, and messages are deleted after two days.',
      priority: 'Low',
    },
    {
      threat: 'WEB.T.DataAtRest',
      flows: ['save'],
      state: 'Mitigated',
      justification:
        'Volumes and backups are encrypted with keys of the key service. The reason for a visit is encrypted by Booking API before it is stored, with a key that the database never sees.',
    },
    {
      threat: 'WEB.T.DataAtRest',
      flows: ['lookup'],
      state: 'Mitigated',
      justification:
        'Back Office works on the same encrypted volumes and has no key for the reason for a visit. Exports are switched off, so no copies leave by this way.',
    },
    {
      threat: 'WEB.T.ForgedMessage',
      state: 'Mitigated',
      justification:
        'Each service has an account of its own at Event Broker. Only Booking API may write to the topic of reminders; Payment Events writes to another. Reminder Worker reads the booking by its id and sends what is stored there.',
    },
    {
      threat: 'WEB.T.Plaintext',
      flows: ['next'],
      state: 'Mitigated',
      justification:
        'Event Broker has one listener, which requires TLS 1.3; the plain port is closed. Checked with a scan from the subnet of the workers on 19 November 2026.',
    },
    {
      threat: 'WEB.T.Plaintext',
      flows: ['lookup'],
      state: 'Mitigated',
      justification:
        'The database refuses connections without TLS since the move to the new cluster, and Back Office verifies its certificate (verify-full in the connection settings).',
    },
    {
      threat: 'WEB.T.RepeatedMessage',
      state: 'Mitigated',
      justification:
        'A reminder has an id made of booking and day; Reminder Worker passes it to the message service, which refuses a second one. After five tries a message goes to the queue for failures, which raises an alarm.',
    },
    {
      threat: 'WEB.T.DependencyFails',
      state: 'Mitigated',
      justification:
        'Nobody waits for the text: the call ends after five seconds and the message stays at Event Broker for a later try. If texts fail for two hours, clinics receive the list of the patients to call.',
    },
    {
      threat: 'WEB.T.SecretsInLogs',
      state: 'Mitigated',
      justification:
        'Records are built from seven named fields (time, user, role, action, booking id, result, request id). There is no field for free text, and the library refuses others.',
    },
    {
      threat: 'WEB.T.TenantLeak',
      flows: ['save'],
      state: 'NeedsInvestigation',
      justification:
        'The repository adds the clinic to each query and tests prove it, but a query beside it would see all clinics. Row-level security is active for bookings; the data team adds notes and invoices by 18 December 2026.',
    },
    {
      threat: 'WEB.T.TenantLeak',
      flows: ['lookup'],
      state: 'NotApplicable',
      justification:
        'Support works for all clinics, as the contract with each of them says, and therefore reads across them on purpose. What one person may open is a matter of roles and of the record, see the threats at Help with bookings.',
    },
    {
      threat: 'WEB.T.StorePrivileges',
      flows: ['save'],
      state: 'Mitigated',
      justification:
        'Booking API uses the role booking_rw: rows of six tables, no schema changes. Migrations run under another role in the pipeline, whose password the service does not know.',
    },
    {
      threat: 'WEB.T.StorePrivileges',
      flows: ['lookup'],
      state: 'Mitigated',
      justification:
        'Back Office reads through four views without the reason for a visit and changes bookings through two functions; its role has no rights on tables.',
    },
  ],
};
