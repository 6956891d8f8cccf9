import type { Carried, CarriedNode } from './carried.ts';
import type { DiagramId, ElementId, ThreatKey, ThreatTypeId, TypeId } from './ids.ts';
import type { Template } from './template.ts';

/**
 * A threat model: the content of a `.tm7` file as plain, readonly data. Every file member has one place here;
 * lists keep the order of the file, which is part of the format. All lengths are model units (1 unit is one
 * pixel at zoom 1), integers.
 */
export interface Model {
  readonly diagrams: readonly Diagram[];
  readonly information: ModelInformation;
  readonly notes: readonly Note[];
  /** In stored order: it decides the order of the report. */
  readonly threats: readonly Threat[];
  readonly threatGenerationEnabled: boolean;
  readonly validations: readonly StoredValidation[];
  /** Version of the file format, `4.3` in every file seen. */
  readonly version: string;
  readonly template: Template;
  /** Versions of templates that the user was already asked about (`Profile/PromptedKb`). */
  readonly promptedTemplates: readonly string[];
  readonly carried?: Carried;
  /** `carried` of the wrapper elements that have no record of their own, by member name. */
  readonly carriedParts?: Readonly<Record<string, Carried>>;
}

export interface ModelInformation {
  readonly name: string;
  readonly owner: string;
  readonly reviewer: string;
  readonly contributors: string;
  readonly description: string;
  readonly assumptions: string;
  readonly externalDependencies: string;
  readonly carried?: Carried;
}

export interface Note {
  readonly id: number;
  readonly message: string;
  /** As stored: local time with offset and up to 7 fraction digits, `0001-01-01T00:00:00` for never. */
  readonly date: string;
  readonly addedBy: string;
  readonly carried?: Carried;
}

export interface Diagram {
  readonly id: DiagramId;
  /** `DRAWINGSURFACE` in every file seen, as is the generic one. */
  readonly typeId: TypeId;
  readonly genericTypeId: TypeId;
  /** The diagram's name: tab caption and report heading. Equal to its `Name` property. */
  readonly header: string;
  readonly properties: readonly Property[];
  /** `Borders`: stencils, annotations and border boundaries, in dictionary order. Later ones lie above. */
  readonly shapes: readonly Shape[];
  /** `Lines`: data flows and line boundaries, in dictionary order. */
  readonly lines: readonly Line[];
  readonly zoom: number;
  readonly carried?: Carried;
}

/** How a shape is stored (`i:type`), which follows the representation of its element type. */
export type ShapeKind = 'rectangle' | 'ellipse' | 'parallelLines' | 'borderBoundary';

export interface Shape {
  readonly kind: ShapeKind;
  readonly id: ElementId;
  readonly typeId: TypeId;
  /** The topmost ancestor of `typeId`. */
  readonly genericTypeId: TypeId;
  readonly properties: readonly Property[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly strokeThickness: number;
  /** Null when the type has none (nil in the file). */
  readonly strokeDashArray: string | null;
  readonly carried?: Carried;
}

export type LineKind = 'flow' | 'lineBoundary';

export type Port =
  | 'None'
  | 'North'
  | 'NorthEast'
  | 'East'
  | 'SouthEast'
  | 'South'
  | 'SouthWest'
  | 'West'
  | 'NorthWest';

export interface LineEnd {
  /** Null at a free end; line boundaries have two of those. */
  readonly element: ElementId | null;
  readonly port: Port;
  readonly x: number;
  readonly y: number;
}

export interface Line {
  /** `flow` is a Connector, `lineBoundary` a trust boundary drawn as a curve. */
  readonly kind: LineKind;
  readonly id: ElementId;
  readonly typeId: TypeId;
  readonly genericTypeId: TypeId;
  readonly properties: readonly Property[];
  readonly source: LineEnd;
  readonly target: LineEnd;
  /** The point that the curve passes through at half way. */
  readonly handle: { readonly x: number; readonly y: number };
  /** Absent in the file when undefined. */
  readonly strokeThickness?: number;
  readonly strokeDashArray?: string;
  readonly carried?: Carried;
}

/** A shape or a line: whatever has a guid, a type and properties on a diagram. */
export type Element = Shape | Line;

interface PropertyBase {
  readonly displayName: string;
  /** Identifier used in filters (`flow.<name>`): a guid or a word; empty for headers and the Name property. */
  readonly name: string;
  readonly carried?: Carried;
}

/** A display attribute of an element or a diagram, in the order that the properties panel shows. */
export type Property =
  | (PropertyBase & { readonly kind: 'header' })
  | (PropertyBase & { readonly kind: 'string' | 'customString'; readonly value: string })
  | (PropertyBase & { readonly kind: 'boolean'; readonly value: boolean })
  | (PropertyBase & {
      readonly kind: 'list' | 'staticList';
      readonly values: readonly string[];
      /** Index into `values`, from 0. May lie outside in a hostile file. */
      readonly selectedIndex: number;
    })
  | (PropertyBase & { readonly kind: 'unknown'; readonly raw: CarriedNode });

/** The states that the Windows tool writes. A file may hold others: they are carried as they are. */
export const THREAT_STATES = ['AutoGenerated', 'NeedsInvestigation', 'NotApplicable', 'Mitigated'] as const;
export type KnownThreatState = (typeof THREAT_STATES)[number];

/** The states in the order of the summaries of a report (format 6.2). */
export const REPORTED_STATES: readonly KnownThreatState[] = [
  'AutoGenerated',
  'NotApplicable',
  'NeedsInvestigation',
  'Mitigated',
];

/** The words for the states, in the editor and in every report: those of the Windows tool's report (format 6.2). */
const STATE_WORDS: Readonly<Record<KnownThreatState, string>> = {
  AutoGenerated: 'Not Started',
  NeedsInvestigation: 'Needs Investigation',
  NotApplicable: 'Not Applicable',
  Mitigated: 'Mitigation Implemented',
};

/** The words for a state; what the file says when it is none of the known ones. */
export function stateLabel(state: string): string {
  const known = THREAT_STATES.find((candidate) => candidate === state);
  return known === undefined ? state : STATE_WORDS[known];
}

/** Whether a decision has been made about a threat in this state. */
export const isHandled = (state: string): boolean => state === 'Mitigated' || state === 'NotApplicable';

export interface Threat {
  readonly key: ThreatKey;
  readonly id: number;
  readonly typeId: ThreatTypeId;
  readonly diagramId: DiagramId;
  readonly sourceId: ElementId;
  readonly flowId: ElementId;
  readonly targetId: ElementId;
  /** `source:flow:target`. */
  readonly interactionKey: string;
  /** A `KnownThreatState` or what the file said. */
  readonly state: string;
  /** What the report prints. `properties` may hold another one under `Priority`. */
  readonly priority: string;
  /** Ordered dictionary of texts, by the names of the template's threat metadata. */
  readonly properties: readonly (readonly [name: string, value: string])[];
  /** Null until a person edits the threat. */
  readonly changedBy: string | null;
  /** As stored; `0001-01-01T00:00:00` until a person edits the threat. */
  readonly modifiedAt: string;
  readonly upgraded: boolean;
  readonly wide: boolean;
  readonly carried?: Carried;
}

export const NEVER = '0001-01-01T00:00:00';

/** A validation stored by an older tool; kept, never made by us. */
export interface StoredValidation {
  readonly elementIds: readonly string[];
  readonly enabled: boolean;
  readonly guid: string;
  readonly issueGuid: string;
  readonly items: readonly CarriedNode[];
  readonly message: string;
  readonly source: string;
  readonly sourceGuid: string;
  readonly carried?: Carried;
}
