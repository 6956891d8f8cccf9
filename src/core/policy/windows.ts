import { CANVAS_END, CANVAS_START, isLine, type Model, nameIn } from '../document/index.ts';
import type { RepairSaid } from '../words/index.ts';
import type { GateFinding, Level } from './finding.ts';

/** How far the points of lines may lie beyond where boxes may begin, in model units (format, section 11, 28). */
const BEYOND = 100;

/**
 * What the Windows tool says "coordinates are corrupted" to: boxes that begin outside of its canvas, and points of
 * lines that lie there.
 */
export function outsideCanvas({ diagrams, template }: Model): readonly GateFinding[] {
  return diagrams.flatMap((diagram) =>
    [...diagram.shapes, ...diagram.lines].flatMap((element): GateFinding[] => {
      const points = isLine(element)
        ? [element.source, element.target, element.handle]
        : [{ x: element.left, y: element.top }];
      const beyond = isLine(element) ? BEYOND : 0;
      const right = CANVAS_END.x + beyond;
      const bottom = CANVAS_END.y + beyond;
      const out = points.find(({ x, y }) => x < CANVAS_START || y < CANVAS_START || x > right || y > bottom);
      if (out === undefined) return [];
      return [
        {
          rule: 'windows/canvas',
          level: 'warning',
          text: `"${nameIn(template, element)}" on the diagram "${diagram.header}" lies at ${out.x}, ${out.y}, outside of the canvas of the Windows tool (${CANVAS_START} to ${right} by ${CANVAS_START} to ${bottom})`,
          diagram: diagram.id,
          element: element.id,
        },
      ];
    }),
  );
}

/** Repairs of what the Windows tool does not read, or reads with a loss. */
const REFUSED: Readonly<Partial<Record<RepairSaid['code'], Level>>> = {
  'other-namespace': 'error',
  'other-root-namespace': 'error',
  'missing-member': 'warning',
  'missing-attribute': 'warning',
  'missing-guid': 'error',
  'no-guid': 'error',
  'no-number': 'error',
  'no-truth': 'error',
  'out-of-order': 'warning',
  'repeated-element': 'warning',
  'unknown-element': 'info',
  nil: 'warning',
};

/** The level of a repair as the Windows tool would see it, and its rule; other repairs are remarks. */
export function repairRule(said: RepairSaid): { readonly rule: string; readonly level: Level } {
  // The tool refuses a file for a port without a value; for other members it has one of its own.
  if (said.code === 'nil' && /^Port(Source|Target)$/.test(said.params.name))
    return { rule: 'windows/port', level: 'error' };
  const level = REFUSED[said.code];
  return level === undefined
    ? { rule: `file/${said.code}`, level: 'info' }
    : { rule: `windows/${said.code}`, level };
}
