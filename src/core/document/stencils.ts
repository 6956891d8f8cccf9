import type { TypeId } from './ids.ts';
import { findElementType, lineKindOf, representationOf, shapeKindOf } from './queries.ts';
import type { ElementType, Template } from './template.ts';

const known = new WeakMap<Template, TypeId | null>();

/**
 * The flow type of new connections when none was chosen: the template's first standard one, whatever it stands
 * under, else its first generic one; hidden types are never it. Null when the template offers no flow.
 */
export function defaultFlowType(template: Template): TypeId | null {
  const before = known.get(template);
  if (before !== undefined) return before;
  const offered = (type: ElementType): boolean =>
    // Of two types with one id only the first counts.
    findElementType(template, type.id) === type && !type.hidden && lineKindOf(template, type.id) === 'flow';
  const type = template.standardElements.find(offered) ?? template.genericElements.find(offered);
  const found = type?.id ?? null;
  known.set(template, found);
  return found;
}

/** The flow type of new connections: the chosen one while the template draws it as a flow, else the default. */
export function flowTypeFor(template: Template, chosen: TypeId | null): TypeId | null {
  return chosen !== null && lineKindOf(template, chosen) === 'flow' ? chosen : defaultFlowType(template);
}

/** Whether elements of the type can be an end of a flow, as `takesFlows` has it of an element. */
export function typeTakesFlows(template: Template, type: ElementType): boolean {
  const shape = shapeKindOf(template, type.id);
  return (
    shape !== undefined && shape !== 'borderBoundary' && representationOf(template, type) !== 'Annotation'
  );
}
