import type { DiagramId, ElementId, ThreatKey } from '../document/index.ts';
import type { Change } from './change.ts';

/**
 * The groups that people look for differences in, in the order of lists and reports. A model has those up to
 * `template`, where all changes of the template inside of it are; a template has those from `template` on. What
 * no editor shows is `other`: order of lists, numbers given anew, content that a file carries.
 */
export const DIFFERENCE_GROUPS = [
  'diagrams',
  'elements',
  'flows',
  'boundaries',
  'crossings',
  'properties',
  'threats',
  'states',
  'justifications',
  'information',
  'notes',
  'template',
  'stencils',
  'threat-types',
  'categories',
  'threat-properties',
  'other',
] as const;
export type DifferenceGroup = (typeof DIFFERENCE_GROUPS)[number];

/**
 * What a difference amounts to.
 *
 * | Effect | Means |
 * |---|---|
 * | `moves` | things lie elsewhere or in another order, and no flow crosses another boundary for it |
 * | `threats` | may make, drop or reword a threat, or is a change of a threat or of what crosses a boundary |
 * | `other` | neither |
 */
export type DifferenceEffect = 'moves' | 'threats' | 'other';

/** What to show for a difference: ids as they are in the document (in `before` of what was removed). */
interface DifferencePlace {
  readonly diagram?: DiagramId;
  readonly element?: ElementId;
  readonly threat?: ThreatKey;
}

/** One difference of two documents as a person would tell it, as plain data. */
export interface Difference {
  /** Its own among the differences of these two documents, and the same each time they are compared. */
  readonly id: string;
  readonly group: DifferenceGroup;
  /** `moved`: it lies elsewhere, in another order or on another diagram. */
  readonly type: 'added' | 'removed' | 'changed' | 'moved';
  readonly effect: DifferenceEffect;
  /** What it is about: `{ kind: 'data flow', name: 'HTTPS' }`; the name may be empty. */
  readonly subject: { readonly kind: string; readonly name: string };
  /** Where the subject is, in words: `Web → Store, diagram "Main"`; may be empty. */
  readonly where: string;
  /**
   * What of the subject is different: `name`, `state`, a property's caption. Empty where it came or went, but
   * for `crossings`: there it is the flow that came or went.
   */
  readonly aspect: string;
  /**
   * The values, all of their text: shorten them where they are shown. Null: nothing is there. Of what was added or
   * removed it is a short description on its own side, such as the type.
   */
  readonly before: string | null;
  readonly after: string | null;
  readonly place: DifferencePlace;
  /**
   * The changes of the `ModelDiff` or `TemplateDiff` that it stands for: to take it over,
   * `patchModel(before, { of: 'model', changes })`. Each change is in one difference. Empty where the difference
   * follows from others: those of `crossings`.
   */
  readonly changes: readonly Change[];
}

/** The parts of a difference that a writer fills in; `id` and the order of groups are put in at the end. */
export type Told = Omit<Difference, 'id'> & { readonly id?: string };
