import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_CALLER } from './filters.ts';

export const denialOfService: readonly ThreatSource[] = [
  {
    id: 'STRIDE.D1',
    title: '{target.Name} is flooded with requests',
    category: 'D',
    priority: 'Medium',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.limitsLoad is 'Yes'`,
    description:
      '{source.Name}, or many who act like it, send more or heavier requests than {target.Name} can handle. Others then wait or are not served at all.',
    further: {
      PossibleMitigations:
        'Limit requests per caller, size and duration of each request, and the work that one request can cause. Reject early, scale out, and use the protection of your provider against floods.',
      References:
        'CWE-770 Allocation of Resources Without Limits or Throttling. https://cheatsheetseries.owasp.org/cheatsheets/Denial_of_Service_Cheat_Sheet.html',
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
      target: ['SE.P.TMCore.WebApp', { limitsLoad: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.D2',
    title: 'The connection {flow.Name} is interrupted',
    category: 'D',
    priority: 'Low',
    include: `flow.reach is 'Internet'`,
    exclude: `source.toleratesFailures is 'Yes'`,
    description:
      'Somebody, or a fault, cuts or slows the way between {source.Name} and {target.Name}, which leads through networks that nobody here controls.',
    further: {
      PossibleMitigations:
        'Use timeouts, retries with growing pauses, a second path where the business needs it, and a behaviour without the other side that users understand.',
      References: 'CWE-400 Uncontrolled Resource Consumption.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.TMCore.HTTPS', { reach: 'Internet' }],
      target: 'SE.EI.TMCore.WebSvc',
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: ['SE.DF.TMCore.HTTPS', { reach: 'Internal network' }],
      target: 'SE.EI.TMCore.WebSvc',
    },
  },
  {
    id: 'STRIDE.D3',
    title: '{source.Name} stops when {target.Name} fails',
    category: 'D',
    priority: 'Low',
    include: `source is 'GE.P' and (target is 'GE.EI' or target is 'GE.DS' or (target is 'GE.P' and ${CROSSES_TRUST}))`,
    exclude: `source.toleratesFailures is 'Yes'`,
    description:
      'When {target.Name} is slow or down, requests pile up in {source.Name} until it fails as well, and the fault spreads.',
    further: {
      PossibleMitigations:
        'Set short timeouts, stop calling what does not answer (circuit breaker), keep separate pools per dependency, and offer a reduced service.',
      References: 'CWE-1088 Synchronous Access of Remote Resource without Timeout.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: ['SE.P.TMCore.WebSvc', { toleratesFailures: 'Yes' }],
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.DS.TMCore.SQL',
    },
  },
  {
    id: 'STRIDE.D4',
    title: '{target.Name} fills up',
    category: 'D',
    priority: 'Medium',
    include: `source is 'GE.P' and (target.storeType is 'Queue' or target.storeType is 'File System' or
      target.storeType is 'Object Storage' or target.storesLogData is 'Yes')`,
    exclude: `source.limitsLoad is 'Yes'`,
    description:
      '{source.Name} writes to {target.Name} as much as its callers cause it to. An attacker, or a message that fails for ever, fills the store until nothing can be written any more.',
    further: {
      PossibleMitigations:
        'Set quotas and lifetimes, limit what one caller may store, set failing messages aside, and raise an alarm well before the limit.',
      References: 'CWE-770 Allocation of Resources Without Limits or Throttling.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.Message', target: 'SE.DS.Trustline.Queue' },
    miss: {
      source: ['SE.P.TMCore.WebSvc', { limitsLoad: 'Yes' }],
      flow: 'SE.DF.Trustline.Message',
      target: 'SE.DS.Trustline.Queue',
    },
  },
  {
    id: 'STRIDE.D5',
    title: 'Data in {target.Name} is lost or encrypted by an attacker',
    category: 'D',
    priority: 'Medium',
    include: `source is 'GE.P' and target is 'GE.DS' and not target.storeType is 'Cache'`,
    exclude: `target.Backup is 'Yes'`,
    description:
      'Somebody with the rights of {source.Name} deletes {target.Name} or encrypts it for ransom, or a fault destroys it, and there is no copy to go back to.',
    further: {
      PossibleMitigations:
        'Make backups that the running system cannot change or delete, keep one elsewhere, and rehearse the restore. Take the right to delete away from accounts that do not need it.',
      References: 'MITRE ATT&CK T1486 Data Encrypted for Impact.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.SQL', { Backup: 'Yes' }],
    },
  },
];
