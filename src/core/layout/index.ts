export { arrange } from './arrange.ts';
export { partWay, placementOf, placing } from './placement.ts';
export { planOf } from './plan.ts';
export type { Steps } from './slices.ts';
