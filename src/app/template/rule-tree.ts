import { assertNever } from '../../core/base/index.ts';
import { type Expression, isAtom } from '../../core/filters/index.ts';

/** Where a node stands in a filter: the place of each operand on the way down; `not` has one, at 0. */
export type RulePath = readonly number[];

/** Groups within groups, and conditions, that are shown as a form; what has more is edited as text. */
const MOST_LEVELS = 5;
const MOST_NODES = 80;

/** Whether a filter is small enough for the form. */
export function fitsForm(expression: Expression): boolean {
  let nodes = 0;
  const fits = (node: Expression, level: number): boolean => {
    nodes += 1;
    if (level > MOST_LEVELS || nodes > MOST_NODES) return false;
    return childrenOf(node).every((child) => fits(child, node.kind === 'not' ? level : level + 1));
  };
  return fits(expression, 0);
}

export const childrenOf = (node: Expression): readonly Expression[] => {
  if (isAtom(node)) return [];
  switch (node.kind) {
    case 'or':
    case 'and':
      return node.operands;
    case 'not':
      return [node.operand];
    default:
      return assertNever(node);
  }
};

/**
 * The filter with one node changed; null takes it away. What a group is left with alone takes the group's place, and a
 * group or `not` with nothing in it goes, too. Null when nothing is left.
 */
export function changedAt(
  root: Expression,
  path: RulePath,
  change: (node: Expression) => Expression | null,
): Expression | null {
  const [index, ...rest] = path;
  if (index === undefined) return change(root);
  if (isAtom(root)) return root;
  switch (root.kind) {
    case 'not': {
      const operand = changedAt(root.operand, rest, change);
      return operand === null ? null : { ...root, operand };
    }
    case 'or':
    case 'and': {
      const operands = root.operands.flatMap((operand, at) =>
        at === index ? (changedAt(operand, rest, change) ?? []) : operand,
      );
      const [only] = operands;
      return operands.length > 1 ? { ...root, operands } : (only ?? null);
    }
    default:
      return assertNever(root);
  }
}

const PLACE = { start: 0, length: 0 } as const;

/** The node with another one beside it: in its own group, or both in a new one. */
export function withBeside(node: Expression, more: Expression, kind: 'and' | 'or'): Expression {
  return node.kind === kind
    ? { ...node, operands: [...node.operands, more] }
    : { kind, operands: [node, more], ...PLACE };
}

/** The node, or what denies it. */
export const deniedIf = (denies: boolean, operand: Expression): Expression =>
  denies ? { kind: 'not', operand, ...PLACE } : operand;

/** A condition that a person goes on from. */
export const firstCondition = (typeId: string): Expression => ({
  kind: 'is',
  subject: 'source',
  typeId,
  ...PLACE,
});
