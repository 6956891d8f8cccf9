export { layingOut, scaleOf } from './best.ts';
export { type Placed, partWay } from './placement.ts';
export { cutsOf, differing, planOf } from './plan.ts';
