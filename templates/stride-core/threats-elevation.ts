import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_CALLER } from './filters.ts';

export const elevation: readonly ThreatSource[] = [
  {
    id: 'STRIDE.E1',
    title: '{source.Name} does in {target.Name} what it may not',
    category: 'E',
    priority: 'High',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.implementsCustomAuthorizationMechanism is 'Yes'`,
    description:
      '{target.Name} knows who calls but does not check, on each request and for each record, whether that caller may do this. By changing an id or calling a function that the surface does not offer, {source.Name} reaches data and functions of others.',
    further: {
      PossibleMitigations:
        'Deny by default and check permission on the server for every function and every record, in one place of the code. Test with users of different roles and tenants.',
      References:
        'CWE-862 Missing Authorization, CWE-639 Authorization Bypass Through User-Controlled Key. https://cheatsheetseries.owasp.org/cheatsheets/Authorization_Cheat_Sheet.html',
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
      target: ['SE.P.TMCore.WebApp', { implementsCustomAuthorizationMechanism: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.E2',
    title: 'Code of an attacker runs in {target.Name}',
    category: 'E',
    priority: 'High',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.hasInputSanitizers is 'Yes' and target.privilegeLevel is 'Least privilege'`,
    description:
      'Input from {source.Name} reaches an interpreter, a deserialiser, a memory error or an outdated library in {target.Name}. The attacker then runs code with all the rights of {target.Name}.',
    further: {
      PossibleMitigations:
        'Keep libraries and runtime patched, never pass input to a shell or an evaluator, parse only into known types, and run {target.Name} with few rights and confined, so that a break-in stays small.',
      References:
        'CWE-94 Code Injection, CWE-502 Deserialization of Untrusted Data, CWE-1395 Dependency on Vulnerable Third-Party Component.',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { hasInputSanitizers: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { hasInputSanitizers: 'Yes', privilegeLevel: 'Least privilege' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.E3',
    title: '{target.Name} has more rights than its task needs',
    category: 'E',
    priority: 'Medium',
    include: `target is 'GE.P' and (target.privilegeLevel is 'Administrator or root' or target.privilegeLevel is 'Broad rights')`,
    description:
      'Whoever takes {target.Name} over through {flow.Name} owns all that its account may do, which is far more than its task needs.',
    further: {
      PossibleMitigations:
        'Run under an account of its own with the least rights, split off the part that needs more, and drop rights after the start.',
      References: 'CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { privilegeLevel: 'Broad rights' }],
    },
    miss: {
      source: 'SE.EI.TMCore.User',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { privilegeLevel: 'Least privilege' }],
    },
  },
  {
    id: 'STRIDE.E4',
    title: '{source.Name} has more rights in {target.Name} than it needs',
    category: 'E',
    priority: 'Medium',
    include: `source is 'GE.P' and target is 'GE.DS'`,
    exclude: `target.restrictsAccess is 'Yes'`,
    description:
      'The account with which {source.Name} works in {target.Name} may do more than its task needs, for example change the schema or read all tenants. A flaw in {source.Name} becomes a flaw of everything in {target.Name}.',
    further: {
      PossibleMitigations:
        'One account per program, with rights to the tables, buckets or queues that it uses; a separate one for migrations and administration.',
      References: 'CWE-250 Execution with Unnecessary Privileges.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { restrictsAccess: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.E5',
    title: 'The administration of {target.Name} is taken over',
    category: 'E',
    priority: 'High',
    include: `source is 'SE.EI.Trustline.Administrator' and (target is 'GE.P' or target is 'GE.DS')`,
    exclude: `flow.reach is 'One machine'`,
    description:
      'The functions that {source.Name} uses in {target.Name} are worth most to an attacker. Weak logins, an interface that others can reach, or a stolen session give away the whole system.',
    further: {
      PossibleMitigations:
        'Require phishing-resistant second factors, keep the interface off public networks, grant administrative rights for limited times, and ask again before far-reaching acts.',
      References: 'CWE-269 Improper Privilege Management.',
    },
    hit: {
      source: 'SE.EI.Trustline.Administrator',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
    },
    miss: { source: 'SE.EI.TMCore.User', flow: 'SE.DF.TMCore.HTTPS', target: 'SE.P.TMCore.WebApp' },
  },
  {
    id: 'STRIDE.E6',
    title: 'Code in the sandbox breaks out',
    category: 'E',
    priority: 'High',
    include: `flow crosses 'SE.TB.B.TMCore.Sandbox'`,
    description:
      '{flow.Name} crosses the edge of a sandbox. Every call that the sandbox allows between {source.Name} and {target.Name} is a way by which code that is not trusted may gain the rights of the other side.',
    further: {
      PossibleMitigations:
        'Keep the interface across the edge small and checked, refuse by default, patch the sandbox promptly, and put a second one around it for the worst code.',
      References: 'CWE-693 Protection Mechanism Failure.',
    },
    hit: {
      source: 'SE.P.TMCore.BrowserClient',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.B.TMCore.Sandbox'],
    },
    miss: {
      source: 'SE.P.TMCore.BrowserClient',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.B.Trustline.CloudTenant'],
    },
  },
  {
    id: 'STRIDE.E7',
    title: 'Rights cross the edge of the cloud tenant',
    category: 'E',
    priority: 'Medium',
    include: `flow crosses 'SE.TB.B.Trustline.CloudTenant' and source is 'GE.P' and not source is 'SE.P.TMCore.BrowserClient'
      and not source is 'SE.P.Trustline.MobileClient' and not source is 'SE.P.TMCore.ThickClient'`,
    exclude: `flow.authenticatesSource is 'Yes' and target.implementsCustomAuthorizationMechanism is 'Yes'`,
    description:
      '{source.Name} and {target.Name} belong to different accounts. Roles, keys or trust relations that connect them can let somebody from one side act with the rights of the other.',
    further: {
      PossibleMitigations:
        'Grant cross-account roles to single identities with conditions, for single actions, and for short times. Review trust relations and remove those that nobody uses.',
      References: 'CWE-441 Unintended Proxy or Intermediary (Confused Deputy).',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.TMCore.HTTPS', { authenticatesSource: 'Yes' }],
      target: 'SE.P.TMCore.WebSvc',
      crosses: ['SE.TB.B.Trustline.CloudTenant'],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.TMCore.HTTPS', { authenticatesSource: 'Yes' }],
      target: ['SE.P.TMCore.WebSvc', { implementsCustomAuthorizationMechanism: 'Yes' }],
      crosses: ['SE.TB.B.Trustline.CloudTenant'],
    },
  },
];
