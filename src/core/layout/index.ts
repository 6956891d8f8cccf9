export { arrange } from './arrange.ts';
export { type Placement, partWay, placing, withPlacement } from './placement.ts';
export { planOf } from './plan.ts';
export { inSlices } from './slices.ts';
