import type { Diagram, Line, Model, Threat, ThreatKey } from '../document/index.ts';
import type { Grouping, ReportChoices } from './options.ts';
import type { StateWords } from './select.ts';

export interface ReportOptions {
  /** When the report is made, as `formatDateTime` writes it: local time. */
  readonly now: string;
  /** Messages of the validation. */
  readonly messages?: readonly ReportMessage[];
  /** Threats that no longer follow from the diagram. */
  readonly stale?: ReadonlySet<ThreatKey>;
  readonly choices?: ReportChoices;
  /** The file that the model was read from, and the SHA-256 of its bytes in hexadecimal. */
  readonly file?: { readonly name: string; readonly sha256: string };
  /** The program and its version. */
  readonly tool?: string;
  /**
   * Where the file lies as seen from where the report will be read, with forward slashes: `models/shop.tm7`. Absent
   * where it has no place, such as standard input.
   */
  readonly place?: string;
  /** An older model to compare with, and what it is called. */
  readonly since?: { readonly name: string; readonly model: Model };
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
  readonly choices: ReportChoices;
  readonly stateWords: StateWords;
  /** What of the model is shown, in words; empty when all of it is. */
  readonly selection: string;
  /** Null in the layout of the Windows tool, as the register and the record are not in it. */
  readonly overview: Overview | null;
  /** What the report was made of and by. */
  readonly record: readonly Statement[];
  /** As they were asked for; empty where nothing was said. */
  readonly tool: string;
  readonly place: string;
  readonly sha256: string;
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
  /** Null where the report leaves them out. */
  readonly elements: DiagramElements | null;
  readonly interactions: readonly ReportInteraction[];
}

/** An interaction with its threats; or threats that have something else in common, where that was asked for. */
export interface ReportInteraction {
  readonly kind: Grouping;
  /** What stands before the name: `Interaction`. */
  readonly label: string;
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
  /** Made of the threat's own id; no two in a report are the same. */
  readonly anchor: string;
  readonly threat: Threat;
  /** Names of the two ends of its flow; empty when that is gone. */
  readonly source: string;
  readonly target: string;
  /** Who changed it last and when, in words; empty while nobody did, and in the layout of the Windows tool. */
  readonly changed: string;
  readonly title: string;
  readonly category: string;
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

/** Threats in one state, and the share that they are of all, from 0 to 1. */
export interface StateShare {
  readonly state: string;
  readonly label: string;
  readonly count: number;
  readonly share: number;
}

export interface OpenRisk {
  readonly threat: ReportThreat;
  /** `source → target`, with the name of the flow before it. */
  readonly interaction: string;
}

export interface BareFlow {
  readonly diagram: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
}

export interface ScopedOut {
  readonly diagram: string;
  readonly name: string;
  readonly type: string;
  /** Empty where nobody said why. */
  readonly reason: string;
}

/** What is different from an older state of the model. */
export interface Changes {
  /** What the older model is called. */
  readonly since: string;
  readonly statements: readonly Statement[];
  /** One line for each threat that came, went or was decided otherwise. */
  readonly lines: readonly string[];
}

/** What people need to know who decide: on one page. */
export interface Overview {
  readonly total: number;
  readonly handled: number;
  /** Every state that there is, in the order of the report's summaries; unknown ones last. */
  readonly states: readonly StateShare[];
  readonly matrix: {
    readonly columns: readonly string[];
    readonly rows: readonly {
      readonly priority: string;
      readonly counts: readonly number[];
      readonly total: number;
    }[];
  };
  /** Threats that nobody decided about, and the gravest of them. */
  readonly open: number;
  readonly top: readonly OpenRisk[];
  readonly flows: number;
  readonly bare: readonly BareFlow[];
  readonly scopedOut: readonly ScopedOut[];
  readonly changes: Changes | null;
}

export interface ReportElement {
  readonly name: string;
  readonly type: string;
  /** Of an element the boundaries around it, the innermost first; of a flow its two ends. */
  readonly place: string;
  /** `Yes`, with the reason where there is one; empty within the scope. */
  readonly outOfScope: string;
  /** What has a value. */
  readonly properties: readonly Statement[];
}

export interface ReportBoundary {
  readonly name: string;
  readonly type: string;
  readonly inside: readonly string[];
  /** The flows that cross it, with their ends. */
  readonly crossing: readonly string[];
}

/** What an auditor asks of a diagram: what is on it, and what crosses its boundaries. */
export interface DiagramElements {
  readonly elements: readonly ReportElement[];
  readonly boundaries: readonly ReportBoundary[];
}
