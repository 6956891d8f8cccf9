import {
  findElementType,
  findShape,
  isHandled,
  isLine,
  isOutOfScope,
  type Model,
  percentOf,
  priorityChoices,
  propertyText,
  REASON_OUT_OF_SCOPE,
  REPORTED_STATES,
  shownName,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatProperty,
} from '../document/index.ts';
import type { Changes, OpenRisk, Overview, Report } from './model.ts';
import { brief, briefFlow } from './one-line.ts';
import type { ReportChoices } from './options.ts';
import { diagramChooser, type StateWords, wordOf } from './select.ts';

/** Open risks on the first page. */
const MOST_TOP = 10;

/** Priorities from the gravest on: in the template's order, others after them. */
export function priorityOrder(model: Model): (priority: string) => number {
  const known = priorityChoices(model.template).map((priority) => priority.toLowerCase());
  const place = new Map(known.map((priority, index) => [priority, index]));
  return (priority) => place.get(priority.toLowerCase()) ?? known.length;
}

/** How far the work is, in a sentence without markup. */
export function handledText({ total, handled, open }: Overview): string {
  const share = total === 0 ? '' : ` (${percentOf({ handled, all: total })}%)`;
  return `${handled} of ${total} threats are handled${share}, ${open} ${open === 1 ? 'is' : 'are'} open.`;
}

/** The overview of the threats that a report shows. */
export function overviewOf(
  report: Pick<Report, 'model' | 'diagrams' | 'choices' | 'stateWords'>,
  threats: readonly Threat[],
  options: {
    readonly stale?: ReadonlySet<ThreatKey> | undefined;
    readonly since?: { readonly name: string; readonly model: Model } | undefined;
  },
): Overview {
  const { model, choices, stateWords } = report;
  const states = [...new Set<string>([...REPORTED_STATES, ...threats.map(({ state }) => state)])];
  const count = (wanted: (threat: Threat) => boolean): number => threats.filter(wanted).length;
  const order = priorityOrder(model);
  const priorities = [...new Set(threats.map(({ priority }) => priority))].sort(
    (a, b) => order(a) - order(b),
  );
  const tally = new Map<string, number>();
  for (const { priority, state } of threats) {
    const key = JSON.stringify([priority, state]);
    tally.set(key, (tally.get(key) ?? 0) + 1);
  }
  const rows = priorities.map((priority) => {
    const counts = states.map((state) => tally.get(JSON.stringify([priority, state])) ?? 0);
    return { priority, counts, total: counts.reduce((sum, each) => sum + each, 0) };
  });
  const risks = openRisks(report, order);
  return {
    total: threats.length,
    handled: count(({ state }) => isHandled(state)),
    states: states.map((state) => {
      const inState = count((threat) => threat.state === state);
      const share = threats.length === 0 ? 0 : inState / threats.length;
      return { state, label: wordOf(stateWords, state), count: inState, share };
    }),
    matrix: { columns: states.map((state) => wordOf(stateWords, state)), rows },
    open: risks.length,
    top: risks.slice(0, MOST_TOP),
    ...coverage(model, choices, options.stale),
    changes: options.since === undefined ? null : changesSince(options.since, model, stateWords),
  };
}

function openRisks(
  { diagrams }: Pick<Report, 'diagrams'>,
  order: (priority: string) => number,
): readonly OpenRisk[] {
  const all = diagrams.flatMap(({ interactions }) =>
    interactions.flatMap(({ threats }) =>
      threats
        .filter((threat) => !threat.stale && !isHandled(threat.threat.state))
        .map((threat) => ({
          threat,
          interaction: briefFlow(threat.interaction, threat.source, threat.target),
        })),
    ),
  );
  return all.sort((a, b) => order(a.threat.priority) - order(b.threat.priority));
}

function coverage(
  model: Model,
  choices: ReportChoices,
  stale: ReadonlySet<ThreatKey> | undefined,
): Pick<Overview, 'flows' | 'bare' | 'scopedOut'> {
  const shown = diagramChooser(choices);
  const covered = new Set(
    model.threats.filter(({ key }) => stale?.has(key) !== true).map(({ flowId }) => flowId as string),
  );
  const diagrams = model.diagrams.filter(shown);
  const flows = diagrams.flatMap((diagram) =>
    diagram.lines.filter(({ kind }) => kind === 'flow').map((flow) => ({ diagram, flow })),
  );
  const bare = flows.filter(({ flow }) => !covered.has(flow.id) && !isOutOfScope(flow));
  return {
    flows: flows.length,
    bare: bare.map(({ diagram, flow }) => {
      const end = (id: typeof flow.source.element): string => {
        const shape = findShape(diagram, id);
        return shape === undefined ? '' : shownName(shape);
      };
      return {
        diagram: diagram.header,
        name: shownName(flow),
        source: end(flow.source.element),
        target: end(flow.target.element),
      };
    }),
    scopedOut: diagrams.flatMap((diagram) =>
      [...diagram.shapes, ...diagram.lines].filter(isOutOfScope).map((element) => {
        const property = element.properties.find(({ name }) => name === REASON_OUT_OF_SCOPE);
        const type = findElementType(model.template, element.typeId)?.name;
        return {
          diagram: diagram.header,
          name: shownName(element),
          type: type ?? (isLine(element) ? 'Data flow' : 'Element'),
          reason: ((property && propertyText(property)) ?? '').trim(),
        };
      }),
    ),
  };
}

/** Lines about single threats in what changed: beyond that the numbers have to do. */
const MOST_LINES = 200;

const titleOf = (threat: Threat): string =>
  `#${threat.id} ${brief(threatProperty(threat, THREAT_TEXT.title) ?? '')}`.trim();

/** What changed from an older model to this one: threats by their keys, elements by their ids. */
export function changesSince(
  since: { readonly name: string; readonly model: Model },
  model: Model,
  words: StateWords,
): Changes {
  const before = new Map(since.model.threats.map((threat) => [threat.key, threat]));
  const after = new Set(model.threats.map(({ key }) => key));
  const came = model.threats.filter(({ key }) => !before.has(key));
  const went = since.model.threats.filter(({ key }) => !after.has(key));
  const both = model.threats.flatMap((now) => {
    const then = before.get(now.key);
    return then === undefined ? [] : [{ now, then }];
  });
  const states = both.filter(({ now, then }) => now.state !== then.state);
  const priorities = both.filter(({ now, then }) => now.priority !== then.priority);
  const text = (threat: Threat): string => threatProperty(threat, THREAT_TEXT.justification) ?? '';
  const justified = both.filter(({ now, then }) => text(now) !== text(then));
  const elements = (of: Model): ReadonlyMap<string, string> =>
    new Map(
      of.diagrams.flatMap(({ shapes, lines }) =>
        [...shapes, ...lines].map((element) => [element.id as string, shownName(element)]),
      ),
    );
  const [old, current] = [elements(since.model), elements(model)];
  const added = [...current].filter(([id]) => !old.has(id)).map(([, name]) => name);
  const removed = [...old].filter(([id]) => !current.has(id)).map(([, name]) => name);
  const named = (names: readonly string[]): string =>
    names.length === 0
      ? '0'
      : `${names.length} (${names.slice(0, 20).map(brief).join(', ')}${names.length > 20 ? ', …' : ''})`;
  const lines = [
    ...came.map((threat) => `New: ${titleOf(threat)}`),
    ...went.map((threat) => `Gone: ${titleOf(threat)}`),
    ...states.map(
      ({ now, then }) => `${titleOf(now)}: ${wordOf(words, then.state)} → ${wordOf(words, now.state)}`,
    ),
    ...priorities.map(({ now, then }) => `${titleOf(now)}: priority ${then.priority} → ${now.priority}`),
  ];
  return {
    since: since.name,
    statements: [
      { label: 'New threats', value: String(came.length) },
      { label: 'Threats that are gone', value: String(went.length) },
      { label: 'Other states', value: String(states.length) },
      { label: 'Other priorities', value: String(priorities.length) },
      { label: 'Other justifications', value: String(justified.length) },
      { label: 'Elements added', value: named(added) },
      { label: 'Elements removed', value: named(removed) },
    ],
    lines:
      lines.length <= MOST_LINES
        ? lines
        : [...lines.slice(0, MOST_LINES), `… ${lines.length - MOST_LINES} more`],
  };
}
