import type { FilterSaid } from '../words/index.ts';

/** Whose type or property an atom asks about. */
export type Subject = 'source' | 'target' | 'flow';

/** Where in the filter's text something stands: offset of its first character and its length. */
export interface Span {
  readonly start: number;
  readonly length: number;
}

/** A parsed generation filter (format 5.1). Every node knows its place in the text. */
export type Expression = Span &
  (
    | { readonly kind: 'or' | 'and'; readonly operands: readonly Expression[] }
    | { readonly kind: 'not'; readonly operand: Expression }
    | { readonly kind: 'is'; readonly subject: Subject; readonly typeId: string }
    | { readonly kind: 'property'; readonly subject: Subject; readonly name: string; readonly value: string }
    | { readonly kind: 'crosses'; readonly typeId: string }
    /** An atom with a `[Display Name]` that the template editor left behind: always false. */
    | {
        readonly kind: 'broken';
        readonly subject: Subject;
        /** What the name stands in for. */
        readonly part: 'type' | 'boundary' | 'property' | 'value';
        readonly displayName: string;
        /** Where the name stands, with its brackets. */
        readonly at: Span;
        /** The property's identifier, when it is the value that is broken. */
        readonly name?: string;
        /** The value asked for as it is written, when it is the property that is broken. */
        readonly value?: string;
      }
  );

/** A filter that asks one thing. */
export type Atom = Extract<Expression, { kind: 'is' | 'property' | 'crosses' | 'broken' }>;

export const isAtom = (node: Expression): node is Atom =>
  node.kind !== 'or' && node.kind !== 'and' && node.kind !== 'not';

/** Why a filter cannot be read, and where. */
export type FilterError = FilterSaid & {
  readonly position: number;
  readonly length: number;
};

/** Calls `visit` for every node, parents first. */
export function walk(expression: Expression, visit: (node: Expression) => void): void {
  visit(expression);
  if (expression.kind === 'or' || expression.kind === 'and') {
    for (const operand of expression.operands) walk(operand, visit);
  } else if (expression.kind === 'not') {
    walk(expression.operand, visit);
  }
}
