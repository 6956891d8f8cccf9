/**
 * The authoring format of our own templates and samples: plain data with the words of a template author.
 * Nothing here exists in a `.tb7` or `.tm7` file that is not derived from it by the build; ids are fixed in the
 * sources, because models refer to them for ever.
 */

export interface TemplateSource {
  /** Also the name of the file: `templates/<key>.tb7`. */
  readonly key: string;
  readonly id: string;
  readonly name: string;
  /** Four numbers; raise the last one with each published change. */
  readonly version: string;
  readonly author: string;
  /** One line for the card on the start page. */
  readonly line: string;
  /** Icons on the card's picture, left to right. */
  readonly cardIcons: readonly string[];
  /** What a threat's priority may be, highest first. */
  readonly priorities: readonly string[];
  /** Properties of a threat beyond the seven that every template has. */
  readonly furtherDatums: readonly FurtherDatum[];
  readonly genericStencils: readonly StencilSource[];
  readonly standardStencils: readonly StencilSource[];
  readonly categories: readonly CategorySource[];
  /** In the order in which an interaction's threats are listed. */
  readonly threats: readonly ThreatSource[];
}

export interface FurtherDatum {
  readonly id: string;
  /** Key in a threat's properties; a word, because people see it in JSON and CSV. */
  readonly name: string;
  readonly label: string;
}

export interface StencilSource {
  readonly id: string;
  readonly name: string;
  /** Shown in the palette: what the stencil stands for. */
  readonly description: string;
  /** Absent for a generic stencil. */
  readonly parent?: string;
  readonly representation:
    | 'Ellipse'
    | 'Rectangle'
    | 'ParallelLines'
    | 'Line'
    | 'LineBoundary'
    | 'BorderBoundary'
    | 'Annotation'
    | 'Inherited';
  /** File name in `templates/icons` without `.svg`; absent: no picture. */
  readonly icon?: string;
  readonly attributes?: readonly AttributeSource[];
}

export interface AttributeSource {
  /** The identifier in filters. The same name in a stencil and its parent is the same property. */
  readonly name: string;
  readonly label: string;
  /** The first one is the default. */
  readonly values: readonly string[];
  /** Set: the stencil fixes the property to its only value, and hides its parent's. */
  readonly fixed?: true;
}

export interface CategorySource {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

export interface ThreatSource {
  readonly id: string;
  /** May hold {source.Name}, {target.Name} and {flow.Name}, as may all texts. */
  readonly title: string;
  readonly category: string;
  readonly priority: string;
  /** Filter expressions in the language of the format (section 5). */
  readonly include: string;
  readonly exclude?: string;
  readonly description: string;
  /** Values of the further datums, by their names; a datum without one is offered empty. */
  readonly further: Readonly<Record<string, string>>;
  /** A flow that has the threat, and one as near to it as can be that has not; the build proves both. */
  readonly hit: FlowCase;
  readonly miss: FlowCase;
}

/** One flow between two elements. */
export interface FlowCase {
  readonly source: CaseEnd;
  readonly flow: CaseEnd;
  readonly target: CaseEnd;
  /** Types of the trust boundaries that it crosses; the source lies outside. */
  readonly crosses?: readonly string[];
}

/** A stencil's id, alone or with what is chosen of its properties; the others are at their defaults. */
export type CaseEnd = string | readonly [type: string, set: Choices];

export interface SampleSource {
  /** Also the name of the file: `templates/<key>.tm7`. */
  readonly key: string;
  /** Key of the template it is drawn with. */
  readonly template: string;
  /** Title of the card, and the model's name. */
  readonly title: string;
  readonly line: string;
  readonly description: string;
  readonly assumptions: string;
  readonly externalDependencies: string;
  readonly diagram: string;
  /** Boundaries first: later shapes lie above. */
  readonly shapes: readonly SampleShape[];
  readonly flows: readonly SampleFlow[];
  readonly lineBoundaries?: readonly SampleLineBoundary[];
}

/** Chosen values, by attribute name. */
export type Choices = Readonly<Record<string, string>>;

export interface SampleShape {
  /** Unique in the sample; ids are derived from it. */
  readonly key: string;
  readonly type: string;
  readonly name: string;
  /** Left, top, width, height in model units. */
  readonly box: readonly [number, number, number, number];
  readonly set?: Choices;
}

export type SamplePort =
  | 'North'
  | 'NorthEast'
  | 'East'
  | 'SouthEast'
  | 'South'
  | 'SouthWest'
  | 'West'
  | 'NorthWest';

export interface SampleFlow {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly from: readonly [key: string, port: SamplePort];
  readonly to: readonly [key: string, port: SamplePort];
  /** The point that the curve passes through at half way. */
  readonly handle: readonly [x: number, y: number];
  readonly set?: Choices;
}

export interface SampleLineBoundary {
  readonly key: string;
  readonly type: string;
  readonly name: string;
  readonly from: readonly [x: number, y: number];
  readonly to: readonly [x: number, y: number];
  readonly handle: readonly [x: number, y: number];
}

/** A sample with every threat answered, beside the one in which nobody has answered any. */
export interface TriagedSource {
  /** Also the name of the file: `templates/<key>.tm7`. */
  readonly key: string;
  /** Key of the sample whose drawing it has. */
  readonly sample: string;
  readonly title: string;
  readonly line: string;
  readonly reviewer: string;
  /** `2026-11-20T10:00:00`, in UTC: the build knows no clock. */
  readonly reviewedAt: string;
  /** Together they answer each threat once. */
  readonly answers: readonly AnswerSource[];
}

export interface AnswerSource {
  /** Id of the threat type. */
  readonly threat: string;
  /** Keys of the sample's flows; absent: all that have the threat and no other answer names. */
  readonly flows?: readonly string[];
  readonly state: 'NotApplicable' | 'NeedsInvestigation' | 'Mitigated';
  readonly justification: string;
  /** Absent: as the template says. */
  readonly priority?: string;
}
