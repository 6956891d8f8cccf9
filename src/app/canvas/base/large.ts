import type { Diagram } from '../../../core/document/index.ts';

/** Elements that a browser makes and draws without anyone having to wait. */
const FEW = 400;

/** Whether a diagram has more elements than can be drawn anew while somebody waits. */
export const isLarge = ({ shapes, lines }: Diagram): boolean => shapes.length + lines.length >= FEW;
