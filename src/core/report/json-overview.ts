import type { Changes, Overview, Report, ReportThreat, Statement } from './model.ts';

const byLabel = (list: readonly Statement[]): Readonly<Record<string, string>> =>
  Object.fromEntries(list.map(({ label, value }) => [label, value]));

/** What the first pages of the other reports say: null members where the layout of the Windows tool has none. */
export const frontRecord = (report: Report): object => ({
  selection: report.selection,
  documentControl: controlRecord(report),
  record: byLabel(report.record),
  overview: report.overview === null ? null : overviewRecord(report.overview),
});

function controlRecord({ overview, choices: { cover } }: Report): object | null {
  if (overview === null) return null;
  const { classification, document, version, status, versions, signOffs } = cover;
  return { classification, document, version, status, versions, signOffs };
}

function overviewRecord(overview: Overview): object {
  const { total, handled, open, states, matrix, top, flows, bare, scopedOut, changes } = overview;
  return {
    total,
    handled,
    open,
    states: states.map(({ state, label, count }) => ({ state, label, count })),
    priorities: matrix.rows.map((row) => ({
      priority: row.priority,
      total: row.total,
      states: Object.fromEntries(matrix.columns.map((label, index) => [label, row.counts[index] ?? 0])),
    })),
    topOpenRisks: top.map(({ threat, interaction }) => ({ ...riskRecord(threat), interaction })),
    dataFlows: flows,
    dataFlowsWithoutThreats: bare,
    outOfScope: scopedOut,
    changes: changes === null ? null : changesRecord(changes),
  };
}

const riskRecord = ({ number, threat, title, priority, state }: ReportThreat): object => ({
  number,
  id: threat.id,
  key: threat.key,
  title,
  priority,
  state,
});

const changesRecord = ({ since, statements, lines }: Changes): object => ({
  since,
  counts: byLabel(statements),
  lines,
});
