import { entryOf } from '../base/index.ts';
import {
  DELETED_INTERACTION,
  type Diagram,
  displayName,
  elementName,
  findShape,
  flowOf,
  interactionText,
  type Line,
  type Model,
  REPORTED_STATES,
  rowDatums,
  THREAT_TEXT,
  type Threat,
  threatProperty,
} from '../document/index.ts';
import { diagramElements } from './elements.ts';
import { type Group, groupedBy } from './grouping.ts';
import type {
  Count,
  Report,
  ReportDiagram,
  ReportInteraction,
  ReportOptions,
  ReportRow,
  ReportThreat,
} from './model.ts';
import { oneLine } from './one-line.ts';
import { DEFAULT_CHOICES, type ReportChoices } from './options.ts';
import { overviewOf } from './overview.ts';
import { changedWords, informationOf, recordOf, shownDate } from './record.ts';
import {
  chosenThreats,
  diagramChooser,
  homeOf,
  rowChooser,
  type StateWords,
  selectionWords,
  stateWordsOf,
  wordOf,
} from './select.ts';

const NO_MITIGATION = '<no mitigation provided>';

const HEADING = 'Threat Modeling Report';

/** What the files of a report are called in their own words. */
export function reportTitle({ model }: Pick<Report, 'model'>): string {
  const name = model.information.name.trim();
  return name === '' ? HEADING : `${name} - ${HEADING}`;
}

/** What grows while a report is made. */
interface Making {
  readonly model: Model;
  readonly options: ReportOptions;
  readonly choices: ReportChoices;
  readonly stateWords: StateWords;
  readonly hasRow: (label: string) => boolean;
  readonly anchors: Set<string>;
  next: number;
}

/** The statements of the report of a model, in the order of the Windows tool's report (format 6). */
export function buildReport(model: Model, options: ReportOptions): Report {
  const choices = options.choices ?? DEFAULT_CHOICES;
  const stateWords = stateWordsOf(choices);
  const making: Making = {
    model,
    options,
    choices,
    stateWords,
    hasRow: rowChooser(choices),
    anchors: new Set(),
    next: 1,
  };
  const threats = chosenThreats(model, choices);
  const byDiagram = grouped(threats, (threat) => homeOf(model, threat));
  const diagrams = model.diagrams
    .filter(diagramChooser(choices))
    .map((diagram) => reportDiagram(making, diagram, diagram.header, byDiagram.get(diagram) ?? []));
  const homeless = byDiagram.get(undefined) ?? [];
  if (homeless.length > 0) diagrams.push(reportDiagram(making, undefined, 'Deleted diagram', homeless));
  const own = choices.layout !== 'windows';
  const shown = { model, choices, stateWords, diagrams };
  return {
    ...shown,
    now: options.now,
    createdOn: shownDate(options.now),
    information: informationOf(model),
    notes: model.notes.map(({ id, message, date, addedBy }) => ({
      id,
      message,
      date: shownDate(date),
      addedBy,
    })),
    messages: options.messages ?? [],
    summary: counts(threats, stateWords),
    selection: selectionWords(model, choices, threats.length),
    overview: own ? overviewOf(shown, threats, options) : null,
    record: own ? recordOf(model, options) : [],
    tool: options.tool ?? '',
    place: options.place ?? '',
    sha256: options.file?.sha256 ?? '',
  };
}

/** The threats by what `key` says of them, in order of first occurrence. */
function grouped<K>(
  threats: readonly Threat[],
  key: (threat: Threat) => K,
): ReadonlyMap<K, readonly Threat[]> {
  const groups = new Map<K, Threat[]>();
  for (const threat of threats) entryOf(groups, key(threat), () => []).push(threat);
  return groups;
}

/** The rows of a summary (format 6.2). A state that the tool does not know counts in the total only. */
function counts(threats: readonly Threat[], words: StateWords): readonly Count[] {
  const states = REPORTED_STATES.map((state) => ({
    label: words[state],
    count: threats.filter((threat) => threat.state === state).length,
  }));
  const migrated = threats.filter((threat) => threat.upgraded).length;
  return [...states, { label: 'Total', count: threats.length }, { label: 'Total Migrated', count: migrated }];
}

function reportDiagram(
  making: Making,
  diagram: Diagram | undefined,
  header: string,
  threats: readonly Threat[],
): ReportDiagram {
  const { model, choices, stateWords } = making;
  const grouping = choices.layout === 'windows' ? 'interaction' : choices.grouping;
  const groups = groupedBy(grouping, threats, { model, stateWords });
  const asked = choices.layout === 'full' && choices.elements;
  return {
    diagram,
    header,
    summary: counts(threats, stateWords),
    elements: diagram !== undefined && asked ? diagramElements(model, diagram) : null,
    interactions: groups.map((group) => reportInteraction(making, group)),
  };
}

/** What the threats of an unnamed flow call it; of those that still follow, where there are any. */
function followingName(group: readonly Threat[], { stale }: ReportOptions): string {
  const [first] = group.filter(({ key }) => stale?.has(key) !== true);
  return (first && threatProperty(first, THREAT_TEXT.interaction)) || DELETED_INTERACTION;
}

function reportInteraction(making: Making, group: Group): ReportInteraction {
  const { model, options } = making;
  const first = group.threats[0];
  if (group.kind !== 'interaction') {
    const { kind, label, name } = group;
    const threats = group.threats.map((threat) => reportThreat(making, threat, true));
    return { kind, label, name, flow: undefined, source: '', target: '', threats };
  }
  const found = first && flowOf(model, first.flowId);
  const { source, target } = endsOf(model, first);
  return {
    kind: 'interaction',
    label: group.label,
    name:
      found === undefined
        ? DELETED_INTERACTION
        : elementName(found.flow) || followingName(group.threats, options),
    flow: found?.flow,
    source,
    target,
    threats: group.threats.map((threat) => reportThreat(making, threat, false)),
  };
}

/** Names of the two ends of a threat's flow. */
function endsOf(
  model: Model,
  threat: Threat | undefined,
): { readonly source: string; readonly target: string } {
  const found = threat && flowOf(model, threat.flowId);
  const end = (id: Line['source']['element']): string => {
    const shape = found && findShape(found.diagram, id);
    return shape === undefined ? '' : displayName(shape);
  };
  return { source: end(found?.flow.source.element ?? null), target: end(found?.flow.target.element ?? null) };
}

export { oneLine };

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

/** `threat-19`; a file that has an id twice gets `threat-19-2`. */
function anchorOf(threat: Threat, anchors: Set<string>): string {
  const plain = `threat-${threat.id}`;
  let anchor = plain;
  for (let n = 2; anchors.has(anchor); n++) anchor = `${plain}-${n}`;
  anchors.add(anchor);
  return anchor;
}

/** `apart`: it does not stand below its interaction and has to name it. */
function reportThreat(making: Making, threat: Threat, apart: boolean): ReportThreat {
  const { model, options, choices, stateWords } = making;
  const stale = options.stale?.has(threat.key) === true;
  const ends = endsOf(model, threat);
  const interaction = interactionText(threat, stale || flowOf(model, threat.flowId) === undefined);
  const text = (name: string): string => threatProperty(threat, name) ?? '';
  const further = rowDatums(model.template).map((datum) => {
    const rich = datum.attributeType === 2;
    return { label: datum.label, value: rich ? text(datum.name) : text(datum.name).trim(), rich };
  });
  const whole = `${oneLine(interaction)} (${ends.source} → ${ends.target})`;
  const place = { label: 'Interaction', value: ends.source === '' ? interaction : whole, rich: false };
  const rows: readonly ReportRow[] = [
    { label: 'Category', value: text(THREAT_TEXT.category).trim(), rich: false },
    { label: 'Description', value: text(THREAT_TEXT.description).trim(), rich: false },
    {
      label: 'Justification',
      value: text(THREAT_TEXT.justification).trim(),
      rich: false,
      whenEmpty: NO_MITIGATION,
    },
    ...further,
  ];
  return {
    number: making.next++,
    anchor: anchorOf(threat, making.anchors),
    threat,
    ...ends,
    changed: choices.layout === 'windows' ? '' : changedWords(threat),
    title: text(THREAT_TEXT.title),
    category: text(THREAT_TEXT.category).trim(),
    state: wordOf(stateWords, threat.state),
    priority: threat.priority,
    stale,
    interaction,
    rows: [...(apart ? [place] : []), ...rows.filter(({ label }) => making.hasRow(label))],
  };
}
