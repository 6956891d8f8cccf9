import {
  type Element,
  type ElementId,
  type ElementType,
  elementTypes,
  findElementType,
  isLine,
  type LineKind,
  lineKindOf,
  type Model,
  representationOf,
  type ShapeKind,
  shapeKindOf,
  type Template,
  type TypeId,
  typeChain,
} from '../document/index.ts';
import { elementData, nearestType } from '../edit/index.ts';
import type { Mapping } from './mapping.ts';

/** How a type of the model was matched with one of the new template. */
export type MatchedBy = 'id' | 'name' | 'generic' | 'chosen' | 'kept';

/** What a type that elements of the model have becomes. */
export interface TypeMatch {
  /** As the elements say it. */
  readonly id: TypeId;
  /** The name in the old template; the id when it has none there. */
  readonly name: string;
  readonly elements: readonly ElementId[];
  readonly by: MatchedBy;
  /** In the new template, or in the old one when it is kept. */
  readonly to: ElementType;
  /** Drawn alike in the new template: what a person can choose. */
  readonly choices: readonly ElementType[];
}

export interface MatchedTypes {
  /** In the order in which the elements stand in the model. */
  readonly matches: readonly TypeMatch[];
  /** Types that were not matched and that the new template draws nothing like: they are kept as their elements say. */
  readonly unknown: readonly { readonly id: TypeId; readonly elements: readonly ElementId[] }[];
  /** The new template, with the types that are kept. */
  readonly template: Template;
}

const kindOf = (element: Element, template: Template, id: TypeId): ShapeKind | LineKind | undefined =>
  isLine(element) ? lineKindOf(template, id) : shapeKindOf(template, id);

/** Every element of the model by its type, one of each type first. */
function byType(model: Model): ReadonlyMap<TypeId, readonly Element[]> {
  const found = new Map<TypeId, Element[]>();
  for (const { shapes, lines } of model.diagrams) {
    for (const element of [...shapes, ...lines]) {
      const list = found.get(element.typeId);
      if (list === undefined) found.set(element.typeId, [element]);
      else list.push(element);
    }
  }
  return found;
}

/**
 * What the types of a model's elements become on another template: what was chosen, else the type of the same id, else
 * one of the same name drawn alike, else the nearest of its ancestors, else the first generic one drawn alike; what
 * nothing is drawn like is kept.
 */
export function matchTypes(model: Model, next: Template, { types }: Mapping): MatchedTypes {
  const matches: TypeMatch[] = [];
  const unknown: { readonly id: TypeId; readonly elements: readonly ElementId[] }[] = [];
  let template = next;
  for (const [id, elements] of byType(model)) {
    const [element] = elements;
    if (element === undefined) continue;
    const ids = elements.map((one) => one.id);
    const own = findElementType(model.template, id);
    const choice = types.get(id);
    const choices = drawnLike(next, element, own === undefined ? '' : representationOf(model.template, own));
    const chosen =
      choice !== undefined && 'to' in choice ? choices.find((one) => one.id === choice.to) : undefined;
    const nearest = chosen ?? nearestFor(model.template, next, element);
    const name = own?.name ?? id;
    const keeps = choice !== undefined && 'keep' in choice;
    if ((keeps || nearest === undefined) && own !== undefined) {
      template = withKept(template, model.template, own);
      matches.push({ id, name, elements: ids, by: 'kept', to: own, choices });
    } else if (nearest === undefined) unknown.push({ id, elements: ids });
    else {
      const by = chosen === undefined ? howMatched(name, id, nearest) : 'chosen';
      matches.push({ id, name, elements: ids, by, to: nearest, choices });
    }
  }
  return { matches, unknown, template };
}

function nearestFor(old: Template, next: Template, element: Element): ElementType | undefined {
  const kind = element.kind;
  return nearestType(next, elementData(old, element), (template, id) =>
    kindOf(element, template, id) === kind ? kind : undefined,
  );
}

function howMatched(name: string, id: TypeId, to: ElementType): MatchedBy {
  if (to.id.toLowerCase() === id.toLowerCase()) return 'id';
  return to.name.trim().toLowerCase() === name.trim().toLowerCase() ? 'name' : 'generic';
}

/** The types of a template that an element can become: drawn as it is, what the palette offers first. */
function drawnLike(template: Template, element: Element, representation: string): readonly ElementType[] {
  return [...elementTypes(template).values()]
    .filter((type) => kindOf(element, template, type.id) === element.kind)
    .filter((type) => representation === '' || representationOf(template, type) === representation)
    .toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
}

/** The template with a type of another one, below the nearest of its ancestors that it has, else with all of them. */
function withKept(template: Template, old: Template, type: ElementType): Template {
  if (findElementType(template, type.id) !== undefined) return template;
  const chain = typeChain(old, type.id);
  const missing = chain.filter(({ id }) => findElementType(template, id) === undefined);
  const top = chain.at(-1);
  const generic = missing.filter((one) => one === top && old.genericElements.includes(one));
  return {
    ...template,
    genericElements: [...template.genericElements, ...generic],
    standardElements: [
      ...template.standardElements,
      ...missing.filter((one) => !generic.includes(one)).toReversed(),
    ],
  };
}
