import type { DiagramId, ElementId, Model } from '../document/index.ts';

/** What a command answers that has more to tell than the new document. */
export interface Edited<T = Model> {
  /** The document after it; the same one when nothing changed. */
  readonly value: T;
  /** What to select: what was made. When not given, the selection stays. */
  readonly select?: readonly ElementId[];
  /** The diagram to show: one that was made. When not given, the one in front stays. */
  readonly show?: DiagramId;
  /** What was done, or what kept it from being done, for who does not see it. */
  readonly said?: string;
}

/** A change of a document. Answers the document alone when the label of the step says all that there is to say. */
export type Edit<T = Model> = (document: T) => T | Edited<T>;

/** The answer of a command; without a word when nothing changed. */
export const edited = <T>(before: T, value: T, rest: Omit<Edited<T>, 'value'>): Edited<T> =>
  value === before ? { value } : { value, ...rest };

/** Whether a command answered more than a document: no document has a `value`. */
export const isEdited = <T extends object, E extends Edited<T>>(answer: T | E): answer is E =>
  'value' in answer;
