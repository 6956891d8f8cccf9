import { entryOf } from '../base/index.ts';
import type { Expression, Subject } from '../filters/index.ts';

/** Filters with more operands in a row than this are looked up in, not gone through. */
export const LONG = 8;

type Operation = Extract<Expression, { kind: 'or' | 'and' }>;

/**
 * The operands of a long `or` or `and` by what they ask for. One of the atoms decides the whole: in an `or` one that
 * holds, in an `and` one that holds under a `not`. Each question is then asked once of an element, however many
 * answers the filter names: templates may have ten thousands of them, and as many flows.
 */
export interface LongFilter {
  /** Types as `spelled` says them. */
  readonly types: ReadonlyMap<Subject, ReadonlySet<string>>;
  readonly crossed: ReadonlySet<string>;
  /** Values in lower case, by the names of properties in lower case. */
  readonly properties: ReadonlyMap<Subject, ReadonlyMap<string, ReadonlySet<string>>>;
  /** What has to be gone through, each once. */
  readonly others: readonly Expression[];
}

/** Sorts the operands; `spelled` says a type as elements have it, null when no element can be of it. */
export function longFilter(
  { kind, operands }: Operation,
  spelled: (typeId: string) => string | null,
): LongFilter {
  const types = new Map<Subject, Set<string>>();
  const crossed = new Set<string>();
  const properties = new Map<Subject, Map<string, Set<string>>>();
  const others = new Map<string, Expression>();
  for (const operand of operands) {
    const deciding = kind === 'or' ? operand : operand.kind === 'not' ? operand.operand : undefined;
    if (deciding?.kind === 'is') {
      const name = spelled(deciding.typeId);
      if (name !== null) entryOf(types, deciding.subject, () => new Set()).add(name);
    } else if (deciding?.kind === 'crosses') {
      const name = spelled(deciding.typeId);
      if (name !== null) crossed.add(name);
    } else if (deciding?.kind === 'property') {
      const names = entryOf(properties, deciding.subject, () => new Map<string, Set<string>>());
      entryOf(names, deciding.name.toLowerCase(), () => new Set()).add(deciding.value.toLowerCase());
    } else {
      const key = keyOf(operand);
      if (!others.has(key)) others.set(key, operand);
    }
  }
  return { types, crossed, properties, others: [...others.values()] };
}

/** The same for expressions that say the same, wherever they stand. */
const keyOf = (expression: Expression): string =>
  JSON.stringify(expression, (name, value: unknown) =>
    name === 'start' || name === 'length' ? undefined : value,
  );
