import {
  type Element,
  isLine,
  isOutOfScope,
  type Shape,
  type Template,
} from '../../../core/document/index.ts';
import { drawnBox, flowDrawing } from '../../../core/drawing/index.ts';
import type { Standings } from './standings.ts';

/** Counts the elements whose outlines were put together, so that tests can show what a step of a drag costs. */
export const work = { elements: 0 };

/** What is drawn by one path: everything of a chunk that looks alike. */
export interface Stroke {
  /** Among those of its chunk. */
  readonly key: string;
  readonly kind: 'shape' | 'borderBoundary' | 'flow' | 'lineBoundary';
  /** Of line boundaries. */
  readonly thickness: number | undefined;
  readonly outOfScope: boolean;
  readonly state: 'selected' | 'marked' | undefined;
  readonly d: string;
}

const STATES = { p: undefined, s: 'selected', m: 'marked' } as const;

interface Known {
  readonly template: Template;
  readonly strokes: readonly Stroke[];
}

const plainOf = new WeakMap<readonly Element[], Known>();

/** The paths of a chunk; what stands out is drawn over the rest. */
export function strokesOf(
  chunk: readonly Element[],
  template: Template,
  standings: Standings,
): readonly Stroke[] {
  if (standings !== 'p' && standings !== 's' && standings !== 'm') return paths(chunk, template, standings);
  // Where all stand alike they keep their paths, whichever way that is: only the look of those changes.
  const before = plainOf.get(chunk);
  const known = before?.template === template ? before : { template, strokes: paths(chunk, template, 'p') };
  plainOf.set(chunk, known);
  const state = STATES[standings];
  return state === undefined ? known.strokes : known.strokes.map((stroke) => ({ ...stroke, state }));
}

function paths(chunk: readonly Element[], template: Template, standings: Standings): readonly Stroke[] {
  const plain = new Map<string, Growing>();
  const above = new Map<string, Growing>();
  const alike = standings.length === 1;
  chunk.forEach((element, index) => {
    const standing = standings[alike ? 0 : index];
    if (standing !== 'p' && standing !== 's' && standing !== 'm') return;
    work.elements += 1;
    const look = lookOf(element);
    const apart = !alike && standing !== 'p';
    const key = `${look.kind} ${look.thickness ?? ''} ${look.outOfScope} ${apart ? standing : ''}`;
    const strokes = apart ? above : plain;
    const outline = outlineOf(element, template);
    const known = strokes.get(key);
    if (known !== undefined) known.parts.push(outline);
    else strokes.set(key, { ...look, key, state: STATES[standing], parts: [outline] });
  });
  return [...plain.values(), ...above.values()].map(({ parts, ...stroke }) => ({
    ...stroke,
    d: parts.join(''),
  }));
}

interface Growing extends Omit<Stroke, 'd'> {
  readonly parts: string[];
}

/** What decides how an element is drawn from far, but for its standing. */
export function lookOf(element: Element): Pick<Stroke, 'kind' | 'thickness' | 'outOfScope'> {
  const boundary = element.kind === 'borderBoundary';
  return {
    kind: isLine(element) ? element.kind : boundary ? 'borderBoundary' : 'shape',
    thickness: element.kind === 'lineBoundary' ? element.strokeThickness : undefined,
    outOfScope: isOutOfScope(element),
  };
}

const outlines = new WeakMap<Shape, string>();

/** The outline of an element as a path. */
export function outlineOf(element: Element, template: Template): string {
  if (isLine(element)) return flowDrawing(element, template).path;
  const known = outlines.get(element);
  if (known !== undefined) return known;
  const { left, top, width, height } = drawnBox(element);
  const [x, y] = [width / 2, height / 2];
  const outline =
    element.kind === 'ellipse'
      ? `M${left} ${top + y}a${x} ${y} 0 0 1 ${width} 0a${x} ${y} 0 0 1 ${-width} 0z`
      : `M${left} ${top}h${width}v${height}h${-width}z`;
  outlines.set(element, outline);
  return outline;
}
