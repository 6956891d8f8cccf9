import type { KnownThreatState, ModelInformation, Port } from '../document/index.ts';
import type { Point, Rect } from '../geometry/index.ts';
import type { LossCode } from '../words/later.ts';
import type { Place } from './places.ts';

/** What a shape of a foreign file stands for in a model. */
export type NodeRole = 'process' | 'external' | 'store' | 'borderBoundary' | 'annotation';

/** What a line of a foreign file stands for in a model. */
export type LineRole = 'flow' | 'lineBoundary';

/**
 * What a reader makes of a thing: its role, or that it stands for nothing (`ignored`), or that nothing tells
 * (`unknown`), which is decided once per kind when the draft is planned.
 */
export type Found<Role> = Role | 'ignored' | 'unknown';

/** Something that a foreign file says about one element, such as `Protocol: HTTPS`. */
export interface Fact {
  readonly name: string;
  readonly value: string;
}

interface DraftElement {
  /** Its id in the file; told apart within its diagram. */
  readonly id: string;
  /** What the file calls things of this sort; the plan decides per kind. */
  readonly kind: string;
  readonly name: string;
  readonly facts: readonly Fact[];
  /** The element type, where the file is our own export and says so; a template that has it takes it. */
  readonly type?: string;
}

export interface DraftNode extends DraftElement {
  readonly role: Found<NodeRole>;
  /** In units of a model, absolute, not rounded; null where the file has no places. */
  readonly box: Rect | null;
}

export interface DraftEnd {
  /** Id of the node that it is attached to; null for a free end. */
  readonly node: string | null;
  /** Where it is; null where the file does not say. */
  readonly point: Point | null;
  /** Its port, where the file is our own export and says so. */
  readonly port?: Port;
}

export interface DraftLine extends DraftElement {
  readonly role: Found<LineRole>;
  readonly source: DraftEnd;
  readonly target: DraftEnd;
  /** The points between its ends, from source to target. */
  readonly bends: readonly Point[];
  /** The point that the curve passes at half way, where the file draws it so: bends are not looked at then. */
  readonly handle?: Point;
  /** The same as our own export says it: it holds while the drawing in the file still says so within rounding. */
  readonly ownHandle?: Point;
  /** The control point of a quadratic curve between its ends, where the file draws one. */
  readonly control?: Point;
}

/** A threat as a foreign file has it. States and priorities are already ours (exchange 2.6). */
export interface DraftThreat {
  readonly id: string;
  readonly diagram: string;
  /** Id of the node or the line that it is written down at. */
  readonly element: string;
  readonly title: string;
  readonly category: string;
  readonly description: string;
  readonly state: KnownThreatState;
  /** Empty where the file does not say. */
  readonly priority: string;
  readonly justification: string;
  /** What our own export says of it beyond the format's own words, which hold where they were changed since. */
  readonly own?: OwnThreat;
}

/** The parts of a threat that no other format has a place for. */
export interface OwnThreat {
  readonly type: string;
  /** As the file of the Windows tool had it, which may be none of the known ones. */
  readonly state: string;
  readonly number: number;
  readonly changedBy: string | null;
  readonly modifiedAt: string;
  /** All of its texts by name, with what the file says now. */
  readonly texts: readonly (readonly [name: string, value: string])[];
}

export interface DraftDiagram {
  readonly id: string;
  readonly name: string;
  /** In drawing order: later ones lie above. */
  readonly nodes: readonly DraftNode[];
  readonly lines: readonly DraftLine[];
  /** What of this diagram the reader did not understand, counted by sort. */
  readonly losses?: readonly Loss[];
  /** The boxes only say what lies in what: the file has no places, and the diagram is to be laid out. */
  readonly isUnplaced?: boolean;
  /** Why this is perhaps no data flow diagram: taken only when a person asks for it. */
  readonly doubt?: 'no-elements' | 'attack-tree';
}

/** One sort of thing that is not kept, for dialogs, the command line and tests. */
export interface Loss {
  /** What is lost, for programs; `lossWords` has the words for it. */
  readonly code: LossCode;
  readonly count: number;
  /** One of them, by its name or its text in the file. */
  readonly example: string;
  readonly place?: Place;
}

/** A foreign file as its reader understood it: no template, no types, no ids of ours. */
export interface Draft {
  /** Tells the document from others of its format: new ids are made from it. */
  readonly id: string;
  readonly information: Partial<Omit<ModelInformation, 'carried'>>;
  readonly diagrams: readonly DraftDiagram[];
  readonly threats?: readonly DraftThreat[];
  /** Texts that have no element, one a note. */
  readonly notes?: readonly string[];
  /** What the reader did not understand, counted by sort. */
  readonly losses: readonly Loss[];
}
