import type { ThreatSource } from '../../scripts/templates/format.ts';
import { CROSSES_TRUST, FROM_CALLER } from './filters.ts';

export const repudiation: readonly ThreatSource[] = [
  {
    id: 'STRIDE.R1',
    title: '{source.Name} denies a request to {target.Name}',
    category: 'R',
    priority: 'Medium',
    include: `${FROM_CALLER} and target is 'GE.P' and ${CROSSES_TRUST}`,
    exclude: `target.writesAuditLog is 'Yes'`,
    description:
      '{source.Name} can claim that it never sent what arrived at {target.Name}. Without a record of who asked for what and when, the claim cannot be refuted, and an attack cannot be traced afterwards.',
    further: {
      PossibleMitigations:
        'Record who did what, when, from where and with which result for every action that matters, and send the records to a place where neither users nor the application can change them.',
      References:
        'CWE-778 Insufficient Logging. https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
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
      target: ['SE.P.TMCore.WebApp', { writesAuditLog: 'Yes' }],
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.R2',
    title: '{target.Name} denies that it received data',
    category: 'R',
    priority: 'Low',
    include: `source is 'GE.P' and target is 'GE.EI' and ${CROSSES_TRUST}`,
    exclude: `source.writesAuditLog is 'Yes'`,
    description:
      '{target.Name} can claim that {flow.Name} never arrived or said something else. {source.Name} has nothing to show for it.',
    further: {
      PossibleMitigations:
        'Keep what was sent, when, and the acknowledgement of {target.Name}; ask for signed receipts where money or law is involved.',
      References: 'CWE-778 Insufficient Logging.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.EI.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
    miss: {
      source: ['SE.P.TMCore.WebSvc', { writesAuditLog: 'Yes' }],
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.EI.TMCore.WebSvc',
      crosses: ['SE.TB.L.TMCore.Internet'],
    },
  },
  {
    id: 'STRIDE.R3',
    title: 'Nobody knows who changed {target.Name}',
    category: 'R',
    priority: 'Low',
    include: `source is 'GE.P' and target is 'GE.DS'`,
    exclude: `source.writesAuditLog is 'Yes' or target.storesLogData is 'Yes'`,
    description:
      '{source.Name} writes to {target.Name} with one technical account. Afterwards it cannot be seen on whose behalf a record was created, changed or deleted.',
    further: {
      PossibleMitigations:
        'Pass the identity of the user on and record it with each change; keep the history of records that matter.',
      References: 'CWE-223 Omission of Security-relevant Information.',
    },
    hit: { source: 'SE.P.TMCore.WebSvc', flow: 'SE.DF.Trustline.TCP', target: 'SE.DS.TMCore.SQL' },
    miss: {
      source: ['SE.P.TMCore.WebSvc', { writesAuditLog: 'Yes' }],
      flow: 'SE.DF.Trustline.TCP',
      target: 'SE.DS.TMCore.SQL',
    },
  },
  {
    id: 'STRIDE.R4',
    title: 'Traces in {target.Name} are wiped or forged',
    category: 'R',
    priority: 'Medium',
    include: `target is 'GE.DS' and target.storesLogData is 'Yes'`,
    exclude: `target.Signed is 'Yes'`,
    description:
      'An attacker who gets as far as {source.Name} removes the traces from {target.Name}, or adds false ones by putting line breaks and control characters into what is logged.',
    further: {
      PossibleMitigations:
        'Let {source.Name} append but not change or delete, write structured records, copy logs to a separate system at once, and detect gaps.',
      References: 'CWE-117 Improper Output Neutralization for Logs.',
    },
    hit: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.FS', { storesLogData: 'Yes' }],
    },
    miss: {
      source: 'SE.P.TMCore.WebSvc',
      flow: 'SE.DF.Trustline.TCP',
      target: ['SE.DS.TMCore.FS', { storesLogData: 'Yes', Signed: 'Yes' }],
    },
  },
  {
    id: 'STRIDE.R5',
    title: 'Acts of administrators leave no trace',
    category: 'R',
    priority: 'Medium',
    include: `source is 'SE.EI.Trustline.Administrator' and (target is 'GE.P' or target is 'GE.DS')`,
    exclude: `target.writesAuditLog is 'Yes'`,
    description:
      '{source.Name} can do more than others in {target.Name}, often through shared accounts or tools that bypass the application. Misuse, or a stolen administrator account, goes unnoticed.',
    further: {
      PossibleMitigations:
        'Use personal accounts for administration, record each act where administrators cannot change it, and have somebody else look at the records.',
      References: 'CWE-778 Insufficient Logging.',
    },
    hit: {
      source: 'SE.EI.Trustline.Administrator',
      flow: 'SE.DF.TMCore.HTTPS',
      target: 'SE.P.TMCore.WebApp',
    },
    miss: {
      source: 'SE.EI.Trustline.Administrator',
      flow: 'SE.DF.TMCore.HTTPS',
      target: ['SE.P.TMCore.WebApp', { writesAuditLog: 'Yes' }],
    },
  },
];
