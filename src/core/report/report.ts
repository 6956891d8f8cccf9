import {
  DELETED_INTERACTION,
  type Diagram,
  displayName,
  elementName,
  findDiagram,
  findShape,
  flowOf,
  interactionText,
  type Line,
  type Model,
  REPORTED_STATES,
  rowDatums,
  stateLabel,
  storedInteraction,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatProperty,
} from '../document/index.ts';
import { compareNames } from './name-order.ts';

export interface ReportOptions {
  /** When the report is made, as `formatDateTime` writes it: local time. */
  readonly now: string;
  /** Messages of the validation. */
  readonly messages?: readonly ReportMessage[];
  /** Threats that no longer follow from the diagram. */
  readonly stale?: ReadonlySet<ThreatKey>;
}

/** A message for people, and its code for programs. */
export interface ReportMessage {
  readonly severity: string;
  readonly code: string;
  readonly text: string;
}

/** Everything that a report says, in its order (format 6); the writers only choose how it looks. */
export interface Report {
  readonly model: Model;
  /** As it was asked for. */
  readonly now: string;
  readonly createdOn: string;
  readonly information: readonly Statement[];
  readonly notes: readonly {
    readonly id: number;
    readonly message: string;
    readonly date: string;
    readonly addedBy: string;
  }[];
  readonly messages: readonly ReportMessage[];
  readonly summary: readonly Count[];
  readonly diagrams: readonly ReportDiagram[];
}

export interface Statement {
  readonly label: string;
  readonly value: string;
}

export interface Count {
  readonly label: string;
  readonly count: number;
}

export interface ReportDiagram {
  /** Undefined for the threats whose diagram is gone. */
  readonly diagram: Diagram | undefined;
  readonly header: string;
  readonly summary: readonly Count[];
  readonly interactions: readonly ReportInteraction[];
}

export interface ReportInteraction {
  /** The flow's own name with its line breaks; an unnamed one goes by the name in its threats, a gone one is `Deleted`. */
  readonly name: string;
  /** Undefined when the flow is gone. */
  readonly flow: Line | undefined;
  /** Names of the two ends on one line; empty when the flow is gone. */
  readonly source: string;
  readonly target: string;
  readonly threats: readonly ReportThreat[];
}

export interface ReportThreat {
  /** Counts through the whole report, from 1. */
  readonly number: number;
  readonly threat: Threat;
  readonly title: string;
  readonly state: string;
  readonly priority: string;
  readonly stale: boolean;
  /** What the threat says of its interaction; `Deleted` when it no longer follows from it. */
  readonly interaction: string;
  readonly rows: readonly ReportRow[];
}

export interface ReportRow extends Statement {
  /** The value is HTML and must be sanitised before it is shown (attribute type 2). */
  readonly rich: boolean;
  /**
   * What the Windows tool says where there is no value (format 6.3). Its claim that there is no mitigation stands in
   * the HTML report alone, which says the same as its own; the others leave the value empty.
   */
  readonly whenEmpty?: string;
}

const NO_MITIGATION = '<no mitigation provided>';

const HEADING = 'Threat Modeling Report';

/** What the files of a report are called in their own words. */
export function reportTitle({ model }: Pick<Report, 'model'>): string {
  const name = model.information.name.trim();
  return name === '' ? HEADING : `${name} - ${HEADING}`;
}

/** The statements of the report of a model, in the order of the Windows tool's report (format 6). */
export function buildReport(model: Model, options: ReportOptions): Report {
  const { information } = model;
  const counter = { next: 1 };
  const byDiagram = grouped(model.threats, (threat) => homeOf(model, threat));
  const diagrams = model.diagrams.map((diagram) =>
    reportDiagram(model, diagram, diagram.header, byDiagram.get(diagram) ?? [], options, counter),
  );
  const homeless = byDiagram.get(undefined) ?? [];
  if (homeless.length > 0) {
    diagrams.push(reportDiagram(model, undefined, 'Deleted diagram', homeless, options, counter));
  }
  return {
    model,
    now: options.now,
    createdOn: shownDate(options.now),
    information: [
      { label: 'Threat Model Name', value: information.name },
      { label: 'Owner', value: information.owner },
      { label: 'Reviewer', value: information.reviewer },
      { label: 'Contributors', value: information.contributors },
      { label: 'Description', value: information.description },
      { label: 'Assumptions', value: information.assumptions },
      { label: 'External Dependencies', value: information.externalDependencies },
    ],
    notes: model.notes.map(({ id, message, date, addedBy }) => ({
      id,
      message,
      date: shownDate(date),
      addedBy,
    })),
    messages: options.messages ?? [],
    summary: counts(model.threats),
    diagrams,
  };
}

/** The threats by what `key` says of them, in order of first occurrence. */
function grouped<K>(
  threats: readonly Threat[],
  key: (threat: Threat) => K,
): ReadonlyMap<K, readonly Threat[]> {
  const groups = new Map<K, Threat[]>();
  for (const threat of threats) {
    const of = key(threat);
    const group = groups.get(of);
    if (group === undefined) groups.set(of, [threat]);
    else group.push(threat);
  }
  return groups;
}

/** The diagram of a threat: the one that it names, where there is none of that id the one of its flow. */
const homeOf = (model: Model, threat: Threat): Diagram | undefined =>
  findDiagram(model, threat.diagramId) ?? flowOf(model, threat.flowId)?.diagram;

/** A stored time without its fraction and offset: `2021-12-31 00:19:49`. */
function shownDate(stored: string): string {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)/.exec(stored);
  return match === null ? stored : `${match[1]} ${match[2]}`;
}

/** The rows of a summary (format 6.2). A state that the tool does not know counts in the total only. */
function counts(threats: readonly Threat[]): readonly Count[] {
  const states = REPORTED_STATES.map((state) => ({
    label: stateLabel(state),
    count: threats.filter((threat) => threat.state === state).length,
  }));
  const migrated = threats.filter((threat) => threat.upgraded).length;
  return [...states, { label: 'Total', count: threats.length }, { label: 'Total Migrated', count: migrated }];
}

function reportDiagram(
  model: Model,
  diagram: Diagram | undefined,
  header: string,
  threats: readonly Threat[],
  options: ReportOptions,
  counter: { next: number },
): ReportDiagram {
  // Groups by interaction, in order of first occurrence; a stable sort by name then orders the groups (format 6.4).
  const groups = grouped(threats, storedInteraction);
  const named = [...groups.values()].map((group) => ({ group, name: rawName(model, group) }));
  const sorted = named.sort((a, b) => compareNames(a.name, b.name)).map(({ group }) => group);
  return {
    diagram,
    header,
    summary: counts(threats),
    interactions: sorted.map((group) => reportInteraction(model, group, options, counter)),
  };
}

const interactionOf = (group: readonly Threat[]): string =>
  (group[0] && threatProperty(group[0], THREAT_TEXT.interaction)) ?? '';

/** What the threats of an unnamed flow call it; of those that still follow, where there are any. */
function followingName(group: readonly Threat[], { stale }: ReportOptions): string {
  const following = group.filter(({ key }) => stale?.has(key) !== true);
  return interactionOf(following) || DELETED_INTERACTION;
}

/** The flow's own name as it is stored, by which groups are sorted; the tool's word when the flow is gone. */
function rawName(model: Model, group: readonly Threat[]): string {
  const found = group[0] && flowOf(model, group[0].flowId);
  return found === undefined ? DELETED_INTERACTION : elementName(found.flow);
}

function reportInteraction(
  model: Model,
  group: readonly Threat[],
  options: ReportOptions,
  counter: { next: number },
): ReportInteraction {
  const first = group[0];
  const found = first && flowOf(model, first.flowId);
  const end = (id: Line['source']['element']): string => {
    const shape = found && findShape(found.diagram, id);
    return shape === undefined ? '' : displayName(shape);
  };
  return {
    name:
      found === undefined ? DELETED_INTERACTION : elementName(found.flow) || followingName(group, options),
    flow: found?.flow,
    source: end(found?.flow.source.element ?? null),
    target: end(found?.flow.target.element ?? null),
    threats: group.map((threat) => {
      const stale = options.stale?.has(threat.key) === true;
      const interaction = interactionText(threat, stale || found === undefined);
      return reportThreat(model, threat, { stale, interaction, number: counter.next++ });
    }),
  };
}

/** A name on one line: headings do not break where the label on the diagram does. */
export const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();

/**
 * What a list of contents calls the interactions of a diagram: their names on one line, with the two ends where
 * several have the same name.
 */
export function contentsNames(
  interactions: readonly ReportInteraction[],
  between: '→' | 'to' = '→',
): readonly string[] {
  const names = interactions.map(({ name }) => oneLine(name));
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return interactions.map(({ source, target, flow }, index) => {
    const name = names[index] ?? '';
    return (times.get(name) ?? 0) < 2 || flow === undefined
      ? name
      : `${name} (${source} ${between} ${target})`;
  });
}

function reportThreat(
  model: Model,
  threat: Threat,
  { stale, interaction, number }: Pick<ReportThreat, 'stale' | 'interaction' | 'number'>,
): ReportThreat {
  const text = (name: string): string => threatProperty(threat, name) ?? '';
  const further = rowDatums(model.template).map((datum) => {
    const rich = datum.attributeType === 2;
    return { label: datum.label, value: rich ? text(datum.name) : text(datum.name).trim(), rich };
  });
  return {
    number,
    threat,
    title: text(THREAT_TEXT.title),
    state: stateLabel(threat.state),
    priority: threat.priority,
    stale,
    interaction,
    rows: [
      { label: 'Category', value: text(THREAT_TEXT.category).trim(), rich: false },
      { label: 'Description', value: text(THREAT_TEXT.description).trim(), rich: false },
      {
        label: 'Justification',
        value: text(THREAT_TEXT.justification).trim(),
        rich: false,
        whenEmpty: NO_MITIGATION,
      },
      ...further,
    ],
  };
}
