import type { ThreatSource } from '../../scripts/templates/format.ts';
import { at, CALLER, FROM_INTERNET, INTERNET, REQUEST, SENSITIVE, TO_APP, target } from './filters.ts';

const ACCESS = 'WEB.C.Access';

export const access: readonly ThreatSource[] = [
  {
    id: 'WEB.T.ObjectAccess',
    title: 'Objects of other users are reached at {target.Name} by their ids',
    category: ACCESS,
    priority: 'Critical',
    include: `${REQUEST} and ${TO_APP}`,
    exclude: `target.objectAuthorization is 'Yes' or target is 'WEB.Service.AdminConsole'`,
    description:
      'A logged-in caller changes an id in a path, a body or a message of {flow.Name} and receives, or changes, what belongs to somebody else. Ids that are hard to guess only delay this.',
    further: {
      PossibleMitigations:
        "Load each object through a query that includes the rights of the caller, or check its owner before use, also for objects inside objects and lists. Put the check into one layer, and test with two users who ask for each other's data.",
      References:
        'API1:2023 Broken Object Level Authorization. CWE-639 Authorization Bypass Through User-Controlled Key. A01:2021 Broken Access Control.',
    },
    hit: at('Client.SinglePageApp', 'Flow.Https', 'Service.RestApi'),
    miss: at('Client.SinglePageApp', 'Flow.Https', ['Service.RestApi', { objectAuthorization: 'Yes' }]),
  },
  {
    id: 'WEB.T.FunctionAccess',
    title: 'Functions for others are called at {target.Name}',
    category: ACCESS,
    priority: 'High',
    include: `${REQUEST} and ${TO_APP}`,
    exclude: `target.functionAuthorization is 'Yes'`,
    description:
      'Hiding a button is no check. A caller who knows or guesses the address, the method or the operation uses functions of {target.Name} that are meant for staff, for a paid plan or for another role.',
    further: {
      PossibleMitigations:
        'Deny by default and grant each function to named roles on the server, for every method and operation. Keep functions for staff apart from those for users. Test each role against the whole list of routes.',
      References:
        'API5:2023 Broken Function Level Authorization. CWE-862 Missing Authorization. A01:2021 Broken Access Control.',
    },
    hit: at('External.Partner', 'Flow.Https', 'Service.RestApi'),
    miss: at('External.Partner', 'Flow.Https', ['Service.RestApi', { functionAuthorization: 'Yes' }]),
  },
  {
    id: 'WEB.T.MassAssignment',
    title: 'Callers set fields of {target.Name} that are not theirs',
    category: ACCESS,
    priority: 'Medium',
    include: `${REQUEST} and ${target('Service.RestApi', 'Service.GraphqlApi', 'Service.GrpcService')}`,
    exclude: `target.boundFields is 'Named fields only'`,
    description:
      'If {target.Name} copies whole objects from a request, the caller adds a field that no form shows, such as a role, an owner, a price or a state, and it is stored.',
    further: {
      PossibleMitigations:
        'Bind requests to types made for that request, with the fields this role may set and no others. Refuse unknown fields. Take owner, tenant and price from the session or the database.',
      References:
        'API3:2023 Broken Object Property Level Authorization. CWE-915 Improperly Controlled Modification of Dynamically-Determined Object Attributes.',
    },
    hit: at('Client.MobileApp', 'Flow.Https', ['Service.RestApi', { boundFields: 'Whole objects' }]),
    miss: at('Client.MobileApp', 'Flow.Https', ['Service.RestApi', { boundFields: 'Named fields only' }]),
  },
  {
    id: 'WEB.T.ExcessiveAnswers',
    title: 'Answers of {target.Name} hold more than {source.Name} needs',
    category: ACCESS,
    priority: 'Medium',
    include: `${REQUEST} and (target.answerFields is 'Whole objects' or (${SENSITIVE} and
      ${target('Service.RestApi', 'Service.GraphqlApi')}))`,
    exclude: `target.answerFields is 'Named fields only'`,
    description:
      '{target.Name} sends whole records and leaves it to others to show a part. Everybody who looks at the answers of {flow.Name} sees the rest: notes of staff, contact data, hashes, internal ids.',
    further: {
      PossibleMitigations:
        'Name the fields of each answer and choose them per role. Check answers against the published schema in tests, and treat a new field of a record as not public until somebody decides otherwise.',
      References:
        'API3:2023 Broken Object Property Level Authorization. CWE-201 Insertion of Sensitive Information Into Sent Data.',
    },
    hit: at(
      'Client.SinglePageApp',
      ['Flow.Https', { dataClassification: 'Confidential' }],
      'Service.RestApi',
    ),
    miss: at('Client.SinglePageApp', ['Flow.Https', { dataClassification: 'Public' }], 'Service.RestApi'),
  },
  {
    id: 'WEB.T.TenantLeak',
    title: 'Data of another tenant is reached in {target.Name}',
    category: ACCESS,
    priority: 'High',
    include: `source is 'WEB.Service' and target is 'WEB.Store' and
      (flow crosses 'WEB.Border.Tenant' or target.tenantSeparation is 'Not at all' or
        target.tenantSeparation is 'By the application only')`,
    exclude: `target.tenantSeparation is 'Enforced by the store' or
      target.tenantSeparation is 'One tenant only'`,
    description:
      'Tenants share {target.Name}, and one condition in each query of {source.Name} keeps them apart. A query that lacks it, a job without a tenant or a key of a cache without one mixes their data.',
    further: {
      PossibleMitigations:
        'Let the store enforce the tenant: row-level security, a schema, a database or a key per tenant. Take the tenant from the verified token, never from the request, put it into keys of caches and names of files, and test with two tenants.',
      References: 'CWE-668 Exposure of Resource to Wrong Sphere. A01:2021 Broken Access Control.',
    },
    hit: at('Service.RestApi', 'Flow.Query', [
      'Store.SqlDatabase',
      { tenantSeparation: 'By the application only' },
    ]),
    miss: at('Service.RestApi', 'Flow.Query', [
      'Store.SqlDatabase',
      { tenantSeparation: 'Enforced by the store' },
    ]),
  },
  {
    id: 'WEB.T.AdminExposed',
    title: '{target.Name} is within reach of everybody',
    category: ACCESS,
    priority: 'High',
    include: `target is 'WEB.Service.AdminConsole' and
      (${FROM_INTERNET} or target.adminReach is 'Internet')`,
    exclude: `target.adminReach is 'Internal network' or target.adminReach is 'VPN or trusted devices'`,
    description:
      'The pages with the most rights can be opened from the internet. One weak account, one forgotten page or one flaw before the log-in gives an attacker the data of all users and the controls of the system.',
    further: {
      PossibleMitigations:
        'Put {target.Name} on a host of its own, behind a proxy that checks identity and device, a VPN or the internal network. Do not serve it from the same application as the public pages.',
      References:
        'CWE-284 Improper Access Control. T1190 Exploit Public-Facing Application. A05:2021 Security Misconfiguration.',
    },
    hit: at('External.Administrator', 'Flow.Https', 'Service.AdminConsole', INTERNET),
    miss: at(
      'External.Administrator',
      'Flow.Https',
      ['Service.AdminConsole', { adminReach: 'VPN or trusted devices' }],
      INTERNET,
    ),
  },
  {
    id: 'WEB.T.StorePrivileges',
    title: '{source.Name} may do more in {target.Name} than it needs',
    category: ACCESS,
    priority: 'Low',
    include: `source is 'WEB.Service' and target is 'WEB.Store'`,
    exclude: `target.accessRestricted is 'Yes' or flow.credentialScoped is 'Yes' or
      target is 'WEB.Store.Log' or target is 'WEB.Store.Secrets' or target is 'WEB.Store.Broker'`,
    description:
      'With an account that owns {target.Name} or is shared with other programs, any flaw in {source.Name} puts all data there at risk: tables are dropped, data of other services is read.',
    further: {
      PossibleMitigations:
        'Give {source.Name} an account of its own with the rights for its own data, without those to change the schema. Run migrations under another one. Require a password or an identity also on caches and search indexes in the internal network.',
      References:
        'CWE-250 Execution with Unnecessary Privileges. https://cheatsheetseries.owasp.org/cheatsheets/Database_Security_Cheat_Sheet.html',
    },
    hit: at('Service.RestApi', 'Flow.Query', 'Store.SqlDatabase'),
    miss: at('Service.RestApi', 'Flow.Query', ['Store.SqlDatabase', { accessRestricted: 'Yes' }]),
  },
  {
    id: 'WEB.T.DirectStore',
    title: '{source.Name} reaches {target.Name} with no application between',
    category: ACCESS,
    priority: 'Critical',
    include: `${CALLER} and target is 'WEB.Store'`,
    exclude: `target.publicAccess is 'Signed links' or target.publicAccess is 'Everybody'`,
    description:
      'Nothing stands between {source.Name} and the data: no check of rights, no validation, no trace. Open databases, indexes and caches are found by scanners within hours.',
    further: {
      PossibleMitigations:
        'Close {target.Name} to all networks but that of the services which need it. Let {source.Name} go through an API. Where files must be fetched directly, use links that are signed for one file and a short time.',
      References:
        'T1190 Exploit Public-Facing Application. CWE-668 Exposure of Resource to Wrong Sphere. A05:2021 Security Misconfiguration.',
    },
    hit: at('Client.MobileApp', 'Flow.Https', 'Store.NoSqlDatabase'),
    miss: at('Service.RestApi', 'Flow.Https', 'Store.NoSqlDatabase'),
  },
  {
    id: 'WEB.T.PublicFiles',
    title: 'Files of {flow.Name} can be fetched by everybody',
    category: ACCESS,
    priority: 'High',
    include: `(source is 'WEB.Store.FileStore' and (source.publicAccess is 'Everybody' or
        (${SENSITIVE} and not source.publicAccess is 'The application only' and
          not source.publicAccess is 'Signed links'))) or
      (target is 'WEB.Store.FileStore' and (target.publicAccess is 'Everybody' or
        (${SENSITIVE} and not target.publicAccess is 'The application only' and
          not target.publicAccess is 'Signed links')))`,
    exclude: `flow.dataClassification is 'Public'`,
    description:
      'Files that pass between {source.Name} and {target.Name} lie where a link is enough to read them. Links are forwarded, logged, indexed and guessed, and they work for ever.',
    further: {
      PossibleMitigations:
        'Keep the store private and block public access for the whole account. Hand files out through the application, or by links that are signed for one file and a few minutes. Use names that cannot be guessed.',
      References:
        'CWE-552 Files or Directories Accessible to External Parties. A01:2021 Broken Access Control. T1530 Data from Cloud Storage.',
    },
    hit: at('Service.WebApp', 'Flow.Https', ['Store.FileStore', { publicAccess: 'Everybody' }]),
    miss: at('Service.WebApp', 'Flow.Https', ['Store.FileStore', { publicAccess: 'Signed links' }]),
  },
];
