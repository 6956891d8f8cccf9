export { layingOut, scaleOf } from './best.ts';
export { type Placed, partWay } from './placement.ts';
export { planOf } from './plan.ts';
