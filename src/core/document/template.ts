import type { Carried } from './carried.ts';
import type { CategoryId, ThreatTypeId, TypeId } from './ids.ts';

/** A template: the content of a `.tb7` file, or the knowledge base embedded in a `.tm7` file. */
export interface Template {
  readonly manifest: Manifest;
  /** Which tool generation wrote it: decided by the file, format 0. */
  readonly generation: 'G6' | 'G7';
  readonly genericElements: readonly ElementType[];
  readonly standardElements: readonly ElementType[];
  readonly threatCategories: readonly ThreatCategory[];
  readonly threatMetadata: ThreatMetadata;
  readonly threatTypes: readonly ThreatType[];
  readonly carried?: Carried;
  /** `carried` of the wrapper elements that have no record of their own, by member name. */
  readonly carriedParts?: Readonly<Record<string, Carried>>;
}

export interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string;
  readonly carried?: Carried;
}

/** How elements of a type are drawn. A file may hold others: they are carried as they are. */
export const REPRESENTATIONS = [
  'Ellipse',
  'Rectangle',
  'ParallelLines',
  'Line',
  'LineBoundary',
  'BorderBoundary',
  'Annotation',
  'Inherited',
] as const;
export type Representation = (typeof REPRESENTATIONS)[number];

/** What a template file says that a stencil behaves as. A file may hold others. */
export const BEHAVIORS = ['Target', 'Flow', 'Boundary'] as const;

/** A stencil of the template: generic (parent `ROOT`) or standard (below a generic one). */
export interface ElementType {
  readonly id: TypeId;
  readonly name: string;
  /** Null when the file says none, which is not an empty one (format 2.1). */
  readonly description: string | null;
  /** `ROOT` for generic types. */
  readonly parentId: TypeId;
  readonly hidden: boolean;
  /** A `Representation`, or what the file said. `Inherited`: that of the parent. */
  readonly representation: string;
  /** Base64 of a PNG or JPEG, white space kept; null when there is none. */
  readonly image: string | null;
  /** `Centered on stencil`, `Lower right of stencil`, `Before label`, `Centered below label`, empty or null. */
  readonly imageLocation: string | null;
  /** 0 when the file has none. */
  readonly strokeThickness: number;
  /** Undefined when absent; an empty text is kept. */
  readonly strokeDashArray?: string;
  readonly attributes: readonly Attribute[];
  /** Undefined when absent; an empty list is kept. */
  readonly stencilConstraints?: readonly StencilConstraint[];
  readonly isExtension: boolean;
  /** One of `BEHAVIORS`, or what the file said. Only in a `.tb7`, not carried into a model; undefined when absent. */
  readonly behavior?: string;
  /** As `behavior`. */
  readonly shape?: string;
  readonly imageStream?: string;
  readonly carried?: Carried;
}

export interface StencilConstraint {
  readonly stencilType: string;
  readonly stencilConnection: string;
  readonly isExtension: boolean;
  readonly carried?: Carried;
}

export interface Attribute {
  /** The identifier used in filters. */
  readonly name: string;
  readonly displayName: string;
  /** `Dynamic` (the user chooses) or `Static` (fixed by the type), or what the file said. */
  readonly mode: string;
  /** `List` in every file seen. */
  readonly type: string;
  /** `Virtual` in every file seen. */
  readonly inheritance: string;
  readonly values: readonly string[];
  readonly isExtension: boolean;
  /** Only in a `.tb7`, not carried into a model; undefined when absent. */
  readonly id?: string;
  readonly isInherited?: boolean;
  readonly isOverridden?: boolean;
  readonly carried?: Carried;
}

export interface ThreatCategory {
  readonly id: CategoryId;
  readonly name: string;
  /** Undefined when absent (only in a `.tb7`). */
  readonly shortDescription?: string;
  readonly longDescription?: string;
  readonly isExtension: boolean;
  readonly carried?: Carried;
}

export interface ThreatMetadata {
  readonly isPriorityUsed: boolean;
  readonly isStatusUsed: boolean;
  readonly datums: readonly ThreatDatum[];
  readonly carried?: Carried;
}

/** A property that every threat has (in the metadata), or a threat type's own value for one. */
export interface ThreatDatum {
  readonly name: string;
  readonly label: string;
  readonly hideFromUi: boolean;
  /** Null when there is no list; an item may be null (nil), empty or text: three different things. */
  readonly values: readonly (string | null)[] | null;
  /** Only in a `.tb7`, not carried into a model; undefined when absent. */
  readonly description?: string;
  readonly id: string | null;
  /** 0 text, 1 list, 2 rich text (HTML); undefined in a G6 model. */
  readonly attributeType?: number;
  readonly carried?: Carried;
}

export interface ThreatType {
  readonly id: ThreatTypeId;
  /** The title, with placeholders. */
  readonly shortTitle: string;
  readonly categoryId: CategoryId;
  /** Null when nil or absent. */
  readonly relatedCategory: string | null;
  readonly description: string;
  readonly filters: { readonly include: string; readonly exclude: string; readonly carried?: Carried };
  readonly datums: readonly ThreatDatum[];
  readonly isExtension: boolean;
  readonly carried?: Carried;
}
