import { assertNever } from '../base/index.ts';
import type { Expression } from './expression.ts';

type Chain = Extract<Expression, { kind: 'or' | 'and' }>;

/**
 * The text of a filter. What came out of `text` by `parseFilter` and was not changed since, which is known by the
 * object, is taken from there as it was written; the rest is written anew.
 * @param untouched whether a node stands in `text` as it is
 */
export function printFilter(
  expression: Expression,
  text = '',
  untouched: (node: Expression) => boolean = () => false,
): string {
  const written = (node: Expression): string => {
    if (untouched(node)) return text.slice(node.start, node.start + node.length);
    switch (node.kind) {
      case 'or':
      case 'and':
        return node.operands.map((operand) => within(operand, node.kind)).join(` ${node.kind} `);
      case 'not':
        return `not ${within(node.operand, 'not')}`;
      case 'is':
        return `${node.subject} is '${node.typeId}'`;
      case 'crosses':
        return `flow crosses '${node.typeId}'`;
      case 'property':
        return `${node.subject}.${node.name} is '${node.value}'`;
      case 'broken':
        return brokenText(node);
      default:
        return assertNever(node);
    }
  };
  const within = (node: Expression, above: 'or' | 'and' | 'not'): string => {
    const inner = written(node);
    return needsBrackets(node, above) && !(untouched(node) && isBracketed(node)) ? `(${inner})` : inner;
  };
  return written(expression);
}

/** `and` binds tighter than `or`; a chain in one of its own kind keeps its brackets, as somebody grouped it. */
function needsBrackets(node: Expression, above: 'or' | 'and' | 'not'): node is Chain {
  if (node.kind !== 'or' && node.kind !== 'and') return false;
  return !(above === 'or' && node.kind === 'and');
}

/** Whether the place of a node that was read has brackets around it. */
const isBracketed = ({ start, operands }: Chain): boolean => start < (operands[0]?.start ?? start);

function brokenText(node: Extract<Expression, { kind: 'broken' }>): string {
  const { subject, part, displayName, name = '', value = '' } = node;
  switch (part) {
    case 'type':
      return `${subject} is [${displayName}]`;
    case 'boundary':
      return `flow crosses [${displayName}]`;
    case 'property':
      return `${subject}.[${displayName}] is ${value}`;
    case 'value':
      return `${subject}.${name} is [${displayName}]`;
    default:
      return assertNever(part);
  }
}
