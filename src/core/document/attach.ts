import type { PortForm } from '../geometry/index.ts';
import type { Shape } from './model.ts';

/** Which of the two tables of port places the shape uses: only the ellipse's differ (format 1.6). */
export const portForm = (shape: Pick<Shape, 'kind'>): PortForm =>
  shape.kind === 'ellipse' ? 'ellipse' : 'rectangle';
