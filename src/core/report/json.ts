import {
  categoryName,
  DELETED_INTERACTION,
  displayName,
  elementName,
  findShape,
  flowOf,
  interactionText,
  type Model,
  stateLabel,
  THREAT_TEXT,
  type Threat,
  type ThreatKey,
  threatProperty,
} from '../document/index.ts';
import { toCsv } from './csv.ts';
import { frontRecord } from './json-overview.ts';
import type { Report, ReportThreat } from './model.ts';
import { plainText } from './rich-text.ts';

/**
 * What the two outputs are by: the schemas in `docs/schemas`, under these ids. What is added later leaves the number as
 * it is; what is taken away or means something else gets the next one, in a schema of its own.
 */
export const JSON_SCHEMAS = {
  report: 'urn:trustline:schema:report:1',
  threats: 'urn:trustline:schema:threats:1',
} as const;

/** The statements of the report as JSON, without pictures. */
export function renderJson(report: Report): string {
  const { createdOn, information, notes, messages, summary } = report;
  const table = (counts: Report['summary']) =>
    Object.fromEntries(counts.map(({ label, count }) => [label, count]));
  return pretty({
    $schema: JSON_SCHEMAS.report,
    version: 1,
    createdOn,
    information: Object.fromEntries(information.map(({ label, value }) => [label, value])),
    notes,
    messages: messages.map(({ severity, code, text }) => ({ severity, code, text })),
    ...frontRecord(report),
    summary: table(summary),
    diagrams: report.diagrams.map((diagram) => ({
      name: diagram.header,
      summary: table(diagram.summary),
      interactions: diagram.interactions.map((interaction) => ({
        name: interaction.name,
        source: interaction.source,
        target: interaction.target,
        threats: interaction.threats.map(reportRecord),
      })),
    })),
  });
}

/** A threat by the labels of its rows; a label that is taken gets a number, because a template may repeat one. */
function reportRecord(threat: ReportThreat): object {
  const fields = new Map<string, unknown>([
    ['number', threat.number],
    ['id', threat.threat.id],
    ['key', threat.threat.key],
    ['title', threat.title],
    ['state', threat.state],
    ['priority', threat.priority],
    ['interaction', threat.interaction],
    ['noLongerGenerated', threat.stale],
  ]);
  for (const { label, rich, value } of threat.rows) {
    let name = label;
    for (let n = 2; fields.has(name); n++) name = `${label} (${n})`;
    fields.set(name, rich ? plainText(value) : value);
  }
  return Object.fromEntries(fields);
}

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

interface ThreatRecord {
  readonly key: string;
  readonly id: number;
  readonly typeId: string;
  readonly title: string;
  readonly category: string;
  readonly state: string;
  readonly priority: string;
  readonly diagram: string;
  readonly interaction: {
    readonly key: string;
    readonly name: string;
    readonly source: { readonly id: string; readonly name: string };
    readonly flow: { readonly id: string; readonly name: string };
    readonly target: { readonly id: string; readonly name: string };
  };
  readonly properties: Readonly<Record<string, string>>;
}

function threatRecord(model: Model, threat: Threat, stale: boolean): ThreatRecord {
  const found = flowOf(model, threat.flowId);
  const nameOf = (id: Threat['sourceId']): string => {
    const shape = found && findShape(found.diagram, id);
    return shape === undefined ? '' : displayName(shape);
  };
  return {
    key: threat.key,
    id: threat.id,
    typeId: threat.typeId,
    title: threatProperty(threat, THREAT_TEXT.title) ?? '',
    category: categoryName(model.template, threat),
    state: threat.state,
    priority: threat.priority,
    diagram: model.diagrams.find((diagram) => diagram.id === threat.diagramId)?.header ?? '',
    interaction: {
      key: threat.interactionKey,
      name: interactionText(threat, stale || found === undefined),
      source: { id: threat.sourceId, name: nameOf(threat.sourceId) },
      flow: { id: threat.flowId, name: found === undefined ? '' : elementName(found.flow) },
      target: { id: threat.targetId, name: nameOf(threat.targetId) },
    },
    properties: Object.fromEntries(threat.properties),
  };
}

const recordsOf = (model: Model, stale: ReadonlySet<ThreatKey>): readonly ThreatRecord[] =>
  model.threats.map((threat) => threatRecord(model, threat, stale.has(threat.key)));

/**
 * The threats of a model for programs, in stored order; states as the file stores them. `stale` are those that no
 * longer follow from the diagram.
 */
export function threatsJson(model: Model, name: string, stale: ReadonlySet<ThreatKey>): string {
  return pretty({ $schema: JSON_SCHEMAS.threats, version: 1, model: name, threats: recordsOf(model, stale) });
}

/** A name may be one that every object answers to, such as `constructor`. */
const textOf = (properties: ThreatRecord['properties'], name: string): string =>
  Object.hasOwn(properties, name) ? (properties[name] ?? '') : '';

const COLUMNS = ['Id', 'Title', 'State', 'Priority', 'Category', 'Interaction', 'Diagram'] as const;

/** The threats of a model for people: aligned columns, or CSV with every text of the template. */
export function threatsTable(model: Model, format: 'table' | 'csv', stale: ReadonlySet<ThreatKey>): string {
  const records = recordsOf(model, stale);
  const cells = records.map(({ id, title, state, priority, category, interaction, diagram }) => {
    const { source, target, name } = interaction;
    const bare = name === DELETED_INTERACTION || (source.name === '' && target.name === '');
    const path = bare ? name : `${name} (${source.name} → ${target.name})`;
    return [String(id), title, stateLabel(state), priority, category, path, diagram];
  });
  if (format === 'csv') {
    const names = [...new Set(records.flatMap((record) => Object.keys(record.properties)))];
    const texts = records.map((record) => names.map((name) => textOf(record.properties, name)));
    return toCsv([[...COLUMNS, ...names], ...cells.map((row, index) => [...row, ...(texts[index] ?? [])])]);
  }
  const rows = [[...COLUMNS], ...cells].map((row) =>
    row.map((text) =>
      text
        .replace(/\s+/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .trim(),
    ),
  );
  const widths = COLUMNS.map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, row[column]?.length ?? 0), 0),
  );
  const line = (row: readonly string[]): string =>
    row
      .map((text, i) => text.padEnd(widths[i] ?? 0))
      .join('  ')
      .trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
