import {
  type ElementType,
  findElementType,
  lineKindOf,
  representationOf,
  shapeKindOf,
  type Template,
  type TypeId,
} from '../../../core/document/index.ts';

export interface Stencil {
  readonly id: TypeId;
  readonly name: string;
  readonly kind: 'shape' | 'flow' | 'boundary' | 'lineBoundary' | 'annotation';
  /** The name of the generic type above it; its own when it is one. */
  readonly family: string;
}

const cache = new WeakMap<Template, readonly Stencil[]>();

/** What can be put on a diagram, in the template's order, specific types first. */
export function stencilsOf(template: Template): readonly Stencil[] {
  const known = cache.get(template);
  if (known !== undefined) return known;
  const made = [...template.standardElements, ...template.genericElements]
    .filter((type) => !type.hidden)
    .flatMap((type) => stencilOf(template, type) ?? []);
  cache.set(template, made);
  return made;
}

function stencilOf(template: Template, type: ElementType): Stencil | null {
  const kind = kindOf(template, type);
  if (kind === null) return null;
  const family = findElementType(template, type.parentId)?.name ?? type.name;
  return { id: type.id, name: type.name, kind, family };
}

function kindOf(template: Template, type: ElementType): Stencil['kind'] | null {
  const line = lineKindOf(template, type.id);
  if (line !== undefined) return line;
  switch (shapeKindOf(template, type.id)) {
    case undefined:
      return null;
    case 'borderBoundary':
      return 'boundary';
    default:
      return representationOf(template, type) === 'Annotation' ? 'annotation' : 'shape';
  }
}

export const findStencil = (template: Template, id: TypeId): Stencil | undefined =>
  stencilsOf(template).find((stencil) => stencil.id === id);

/** The flow types to choose from. */
export const flowStencils = (template: Template): readonly Stencil[] =>
  stencilsOf(template).filter((stencil) => stencil.kind === 'flow');
