import type { StencilSource } from '../../scripts/templates/format.ts';
import { boundaries, flows } from './stencils-flows.ts';
import { processes } from './stencils-processes.ts';
import { externals, stores } from './stencils-stores.ts';

export const standardStencils: readonly StencilSource[] = [
  ...processes,
  ...stores,
  ...externals,
  ...flows,
  ...boundaries,
];
