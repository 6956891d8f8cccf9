import { embedTemplate } from './embed.ts';
import { diagramId, elementId, type NewGuid, type TypeId, typeId } from './ids.ts';
import type { Diagram, Line, LineEnd, Model, Shape, ShapeKind } from './model.ts';
import { buildProperties, headerProperty, nameProperty } from './properties.ts';
import { findElementType, genericTypeIdOf, lineKindOf, shapeKindOf } from './queries.ts';
import type { Template } from './template.ts';

/** Type of every diagram, which no template lists (format 1.6). */
export const DRAWING_SURFACE = typeId('DRAWINGSURFACE');

/** The smallest `Left` and `Top`: the Windows tool's canvas begins there (format 1.6). */
export const CANVAS_START = 10;

/** The largest `Left` and `Top` of a shape that the Windows tool takes, in model units (format, section 11, 28). */
export const CANVAS_END = { x: 1890, y: 2090 } as const;

/** Width and height of a new shape: the Windows tool's 100 by 100 for all stencils; boundaries hold some. */
export function defaultSize(kind: ShapeKind): { readonly width: number; readonly height: number } {
  return kind === 'borderBoundary' ? { width: 250, height: 200 } : { width: 100, height: 100 };
}

export interface NewBox {
  readonly left: number;
  readonly top: number;
  readonly width?: number;
  readonly height?: number;
}

/** A new model with one empty diagram. The template is embedded by format 2.3. */
export function newModel(template: Template, newGuid: NewGuid): Model {
  return {
    diagrams: [newDiagram('Diagram 1', newGuid)],
    information: {
      name: '',
      owner: '',
      reviewer: '',
      contributors: '',
      description: '',
      assumptions: '',
      externalDependencies: '',
    },
    notes: [],
    threats: [],
    threatGenerationEnabled: true,
    validations: [],
    version: '4.3',
    template: embedTemplate(template),
    promptedTemplates: [],
  };
}

export function newDiagram(name: string, newGuid: NewGuid): Diagram {
  return {
    id: diagramId(newGuid()),
    typeId: DRAWING_SURFACE,
    genericTypeId: DRAWING_SURFACE,
    header: name,
    properties: [headerProperty('Diagram'), nameProperty(name)],
    shapes: [],
    lines: [],
    zoom: 1,
  };
}

/** A whole coordinate; what is no number counts as 0. */
export const wholeUnit = (value: number): number => (Number.isFinite(value) ? Math.round(value) + 0 : 0);

/**
 * A new shape in the form that the Windows tool gives it on opening (format 1.7). Coordinates become whole
 * and at least 10, sizes at least 1.
 * @throws RangeError when the template has no such type or draws it as a line: ask `shapeKindOf` before.
 */
export function newShape(template: Template, type: TypeId, box: NewBox, newGuid: NewGuid): Shape {
  const kind = shapeKindOf(template, type);
  if (kind === undefined) throw new RangeError(`The template draws no shape for the type "${type}"`);
  const { width, height } = defaultSize(kind);
  return {
    kind,
    id: elementId(newGuid()),
    typeId: type,
    genericTypeId: genericTypeIdOf(template, type),
    properties: buildProperties(template, type, kind),
    left: Math.max(CANVAS_START, wholeUnit(box.left)),
    top: Math.max(CANVAS_START, wholeUnit(box.top)),
    width: Math.max(1, wholeUnit(box.width ?? width)),
    height: Math.max(1, wholeUnit(box.height ?? height)),
    strokeThickness: 1,
    strokeDashArray: findElementType(template, type)?.strokeDashArray ?? null,
  };
}

/** A free end of a line at a point. */
export const freeEnd = (x: number, y: number): LineEnd => ({
  element: null,
  port: 'None',
  x: Math.max(0, wholeUnit(x)),
  y: Math.max(0, wholeUnit(y)),
});

/**
 * A new flow or line boundary between two ends. Ends of a line boundary are freed: it is never attached.
 * @throws RangeError when the template has no such type or draws it as a shape: ask `lineKindOf` before.
 */
export function newLine(
  template: Template,
  type: TypeId,
  ends: { readonly source: LineEnd; readonly target: LineEnd },
  handle: { readonly x: number; readonly y: number },
  newGuid: NewGuid,
): Line {
  const kind = lineKindOf(template, type);
  if (kind === undefined) throw new RangeError(`The template draws no line for the type "${type}"`);
  const { strokeThickness = 0, strokeDashArray } = findElementType(template, type) ?? {};
  const free = kind === 'lineBoundary';
  return {
    kind,
    id: elementId(newGuid()),
    typeId: type,
    genericTypeId: genericTypeIdOf(template, type),
    properties: buildProperties(template, type, kind),
    source: free ? freeEnd(ends.source.x, ends.source.y) : ends.source,
    target: free ? freeEnd(ends.target.x, ends.target.y) : ends.target,
    handle: { x: Math.max(0, wholeUnit(handle.x)), y: Math.max(0, wholeUnit(handle.y)) },
    // Lines keep these members out of the file while they have their default (format 1.3).
    ...(strokeThickness === 0 ? {} : { strokeThickness }),
    ...(strokeDashArray === undefined ? {} : { strokeDashArray }),
  };
}
