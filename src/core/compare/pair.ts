import type { Diagram, Element, Model, Property, Threat } from '../document/index.ts';
import { keysOf } from './keys.ts';
import { modelTable, propertyList } from './model-table.ts';
import type { ListField, Table } from './table.ts';

/** A record on both sides; absent where a side does not have it. */
export interface Two<R> {
  readonly before: R | undefined;
  readonly after: R | undefined;
}

const listField = (table: Table, name: string): ListField => {
  const field = table.fields[name];
  if (field?.as !== 'list') throw new Error(`${table.kind}.${name} is no list`);
  return field;
};

/** Finds a record of a list by the key that changes name it by; each list is looked through once. */
function finder<R extends object>(
  field: ListField,
): (items: readonly R[] | undefined, key: string) => R | undefined {
  const known = new WeakMap<readonly R[], ReadonlyMap<string, R>>();
  return (items, key) => {
    if (items === undefined) return undefined;
    let index = known.get(items);
    if (index === undefined) {
      const keys = keysOf(field, items);
      index = new Map(items.map((item, at) => [keys[at] ?? '', item]));
      known.set(items, index);
    }
    return index.get(key);
  };
}

/** Two models, and how to find what a change names in either. */
export class Pair {
  readonly #diagram = finder<Diagram>(listField(modelTable, 'diagrams'));
  readonly #threat = finder<Threat>(listField(modelTable, 'threats'));
  readonly #property = finder<Property>(propertyList);
  readonly #element: (items: readonly Element[] | undefined, key: string) => Element | undefined;

  constructor(
    readonly before: Model,
    readonly after: Model,
  ) {
    const diagrams = listField(modelTable, 'diagrams').table;
    // Shapes and lines have their key by the same rule.
    this.#element = finder<Element>(listField(diagrams, 'shapes'));
  }

  diagram(key: string): Two<Diagram> {
    return {
      before: this.#diagram(this.before.diagrams, key),
      after: this.#diagram(this.after.diagrams, key),
    };
  }

  element(diagram: string, list: 'shapes' | 'lines', key: string): Two<Element> {
    const { before, after } = this.diagram(diagram);
    return { before: this.#element(before?.[list], key), after: this.#element(after?.[list], key) };
  }

  property(of: Two<{ readonly properties: readonly Property[] }>, key: string): Two<Property> {
    return {
      before: this.#property(of.before?.properties, key),
      after: this.#property(of.after?.properties, key),
    };
  }

  threat(key: string): Two<Threat> {
    return { before: this.#threat(this.before.threats, key), after: this.#threat(this.after.threats, key) };
  }
}
