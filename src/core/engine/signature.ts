import { entryOf } from '../base/index.ts';
import { type Element, propertyText, type Template } from '../document/index.ts';
import { type Expression, type Subject, walk } from '../filters/index.ts';
import { compileTemplate } from './compile.ts';
import type { Interaction } from './interactions.ts';

/** Where a walk over what filters see of an element has come to; the same number for all that look alike so far. */
interface Step {
  readonly number: number;
  readonly next: Map<number, Step>;
}

/** A property that filters ask for. What can be found of it has a number each: no other step has the same. */
interface AskedProperty {
  /** By the values that filters name, in lower case. */
  readonly values: Map<string, number>;
  /** A value that no filter names: it hides the one that the type fixes. */
  readonly other: number;
  /** The last round in which a value was found: of two properties of one name the first with a value counts. */
  round: number;
}

/** What the filters of a template ask for, and what has been told apart by it. */
interface Asked {
  /** By subject and the name in lower case. */
  readonly properties: Readonly<Record<Subject, Map<string, AskedProperty>>>;
  readonly numbers: Readonly<Record<Subject, WeakMap<Element, number>>>;
  readonly types: Map<string, number>;
  readonly first: Step;
  readonly newNumber: () => number;
  crosses: boolean;
}

const known = new WeakMap<Template, Asked>();

function askedOf(template: Template): Asked {
  const before = known.get(template);
  if (before !== undefined) return before;
  let last = 0;
  const newNumber = (): number => ++last;
  const asked: Asked = {
    properties: { source: new Map(), target: new Map(), flow: new Map() },
    numbers: { source: new WeakMap(), target: new WeakMap(), flow: new WeakMap() },
    types: new Map(),
    first: { number: newNumber(), next: new Map() },
    newNumber,
    crosses: false,
  };
  for (const { include, exclude } of compileTemplate(template).threatTypes) {
    for (const filter of [include, exclude]) {
      if (filter !== undefined) walk(filter, (node) => note(asked, node));
    }
  }
  known.set(template, asked);
  return asked;
}

function note(asked: Asked, node: Expression): void {
  if (node.kind === 'crosses') asked.crosses = true;
  if (node.kind !== 'property') return;
  const { newNumber } = asked;
  const { values } = entryOf(asked.properties[node.subject], node.name.toLowerCase(), () => ({
    values: new Map(),
    other: newNumber(),
    round: 0,
  }));
  entryOf(values, node.value.toLowerCase(), newNumber);
}

const stepped = ({ newNumber }: Asked, { next }: Step, what: number): Step =>
  entryOf(next, what, () => ({ number: newNumber(), next: new Map() }));

/** The types that an element names: what it is of follows from them. */
function typed(asked: Asked, { typeId, genericTypeId }: Element): Step {
  const own = stepped(asked, asked.first, entryOf(asked.types, typeId, asked.newNumber));
  return stepped(asked, own, entryOf(asked.types, genericTypeId, asked.newNumber));
}

/** The same number for elements whose types are the same, and of whose properties filters find the same. */
function elementNumber(asked: Asked, subject: Subject, element: Element): number {
  const numbers = asked.numbers[subject];
  const before = numbers.get(element);
  if (before !== undefined) return before;
  const byName = asked.properties[subject];
  let step = typed(asked, element);
  const round = asked.newNumber();
  if (byName.size > 0) {
    for (const property of element.properties) {
      const { name } = property;
      const found = byName.get(name) ?? byName.get(name.toLowerCase());
      if (name === '' || found === undefined || found.round === round) continue;
      const value = propertyText(property);
      if (value === undefined) continue;
      found.round = round;
      step = stepped(asked, step, found.values.get(value.toLowerCase()) ?? found.other);
    }
  }
  numbers.set(element, step.number);
  return step.number;
}

/**
 * The same text for interactions that no filter of the template can tell apart: filters see types, those values of
 * properties that they name, and the types of the boundaries that are crossed. A model of many flows has few such
 * texts, so its filters run for these and not for every flow.
 */
export function signatureOf(template: Template, { source, flow, target, crossed }: Interaction): string {
  const asked = askedOf(template);
  const crossedTypes = new Set<number>();
  if (asked.crosses) for (const boundary of crossed) crossedTypes.add(typed(asked, boundary).number);
  const ends = `${elementNumber(asked, 'source', source)} ${elementNumber(asked, 'target', target)}`;
  const numbers = [...crossedTypes].sort((a, b) => a - b);
  return `${ends} ${elementNumber(asked, 'flow', flow)} ${numbers.join(' ')}`;
}
