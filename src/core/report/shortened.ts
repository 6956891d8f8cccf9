import type { Report, ReportDiagram } from './model.ts';

/** A report with its first threats, and how many there are in all. */
export interface Shortened {
  readonly report: Report;
  readonly shown: number;
  readonly all: number;
}

/**
 * The report with so many threats written out, in its order; summaries count all of them. What leads to one that
 * is not there has no anchor.
 */
export function shortened(report: Report, most: number): Shortened {
  const all = report.diagrams.reduce((sum, { interactions }) => sum + threatsIn(interactions), 0);
  if (all <= most) return { report, shown: all, all };
  let room = most;
  const diagrams = report.diagrams.map((diagram): ReportDiagram => {
    const interactions = diagram.interactions.flatMap((one) => {
      if (room === 0) return [];
      const threats = one.threats.slice(0, room);
      room -= threats.length;
      return [{ ...one, threats }];
    });
    return { ...diagram, interactions };
  });
  const there = new Set(
    diagrams.flatMap(({ interactions }) =>
      interactions.flatMap(({ threats }) => threats.map(({ anchor }) => anchor)),
    ),
  );
  const { overview } = report;
  const top = overview?.top.map((risk) =>
    there.has(risk.threat.anchor) ? risk : { ...risk, threat: { ...risk.threat, anchor: '' } },
  );
  return {
    report: { ...report, diagrams, overview: overview && { ...overview, top: top ?? [] } },
    shown: most,
    all,
  };
}

const threatsIn = (interactions: ReportDiagram['interactions']): number =>
  interactions.reduce((sum, { threats }) => sum + threats.length, 0);
