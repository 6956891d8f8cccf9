import { assertNever } from '../base/index.ts';
import {
  findElementType,
  isTypeOrDescendant,
  lineKindOf,
  ROOT_TYPE,
  shapeKindOf,
  type Template,
  type TypeId,
  typeId,
  typeTakesFlows,
} from '../document/index.ts';
import { type Atom, type Expression, isAtom, type Subject } from '../filters/index.ts';

/** What is taken for granted of one interaction while the rest of a rule is looked at. */
export interface Facts {
  readonly holds: readonly Atom[];
  readonly holdsNot: readonly Atom[];
}

export const NO_FACTS: Facts = { holds: [], holdsNot: [] };

export const isOf = (subject: Subject, id: TypeId): Atom => ({
  kind: 'is',
  subject,
  typeId: id,
  start: 0,
  length: 0,
});

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/**
 * Whether an expression can hold for some interaction of which the facts are true. `false` is sure; `true` only says
 * that nothing here speaks against it: operands of a chain are looked at one by one beside the plain atoms.
 */
export function canHold(
  template: Template,
  expression: Expression,
  facts: Facts = NO_FACTS,
  wanted = true,
): boolean {
  if (isAtom(expression)) return withAtom(template, expression, facts, wanted) !== null;
  switch (expression.kind) {
    case 'not':
      return canHold(template, expression.operand, facts, !wanted);
    case 'and':
    case 'or': {
      const { operands } = expression;
      if ((expression.kind === 'or') === wanted)
        return operands.some((operand) => canHold(template, operand, facts, wanted));
      const all = withAtoms(template, operands, facts, wanted);
      return all !== null && operands.every((operand) => canHold(template, operand, all, wanted));
    }
    default:
      return assertNever(expression);
  }
}

/** The facts with those operands that say one thing; null when they contradict each other. */
export function withAtoms(
  template: Template,
  operands: readonly Expression[],
  facts: Facts,
  wanted: boolean,
): Facts | null {
  let known: Facts | null = facts;
  for (const operand of operands) {
    const [atom, value] = operand.kind === 'not' ? [operand.operand, !wanted] : [operand, wanted];
    if (isAtom(atom)) known = known && withAtom(template, atom, known, value);
  }
  return known;
}

/** The facts with one more; null when it cannot be true beside them. */
export function withAtom(template: Template, atom: Atom, facts: Facts, value: boolean): Facts | null {
  if (value && !canBe(template, atom)) return null;
  const { holds, holdsNot } = facts;
  if (value) {
    const against =
      holds.some((one) => excludes(template, one, atom)) ||
      holdsNot.some((one) => implies(template, atom, one));
    return against ? null : { holds: [...holds, atom], holdsNot };
  }
  return holds.some((one) => implies(template, one, atom)) ? null : { holds, holdsNot: [...holdsNot, atom] };
}

/** Whether an atom is true of any element of any model on this template. */
function canBe(template: Template, atom: Atom): boolean {
  switch (atom.kind) {
    case 'broken':
      return false;
    case 'crosses':
      return isOfKind(template, atom.typeId, 'boundary');
    case 'is':
      return isOfKind(template, atom.typeId, atom.subject === 'flow' ? 'flow' : 'shape');
    case 'property':
      // The check of names tells of properties and values that no type has.
      return true;
    default:
      return assertNever(atom);
  }
}

/** Whether elements of the type are drawn so. Of a type that the template does not have nothing is known. */
function isOfKind(template: Template, id: string, kind: 'flow' | 'shape' | 'boundary'): boolean {
  if (same(id, ROOT_TYPE)) return false;
  const type = findElementType(template, id);
  if (type === undefined) return false;
  const line = lineKindOf(template, type.id);
  const shape = shapeKindOf(template, type.id);
  if (line === undefined && shape === undefined) return true;
  switch (kind) {
    case 'flow':
      return line === 'flow';
    case 'boundary':
      return line === 'lineBoundary' || shape === 'borderBoundary';
    case 'shape':
      return typeTakesFlows(template, type);
    default:
      return assertNever(kind);
  }
}

/** Whether the second cannot be true where the first is. */
function excludes(template: Template, one: Atom, other: Atom): boolean {
  if (one.kind === 'is' && other.kind === 'is' && one.subject === other.subject)
    return !isBelow(template, one.typeId, other.typeId) && !isBelow(template, other.typeId, one.typeId);
  return (
    one.kind === 'property' &&
    other.kind === 'property' &&
    one.subject === other.subject &&
    same(one.name, other.name) &&
    !same(one.value, other.value)
  );
}

/** Whether the second is true wherever the first is. */
function implies(template: Template, one: Atom, other: Atom): boolean {
  if (one.kind === 'is' && other.kind === 'is' && one.subject === other.subject)
    return isBelow(template, one.typeId, other.typeId);
  if (one.kind === 'crosses' && other.kind === 'crosses') return isBelow(template, one.typeId, other.typeId);
  return (
    one.kind === 'property' &&
    other.kind === 'property' &&
    one.subject === other.subject &&
    same(one.name, other.name) &&
    same(one.value, other.value)
  );
}

const isBelow = (template: Template, id: string, ancestor: string): boolean =>
  same(id, ancestor) || isTypeOrDescendant(template, typeId(id), ancestor);
