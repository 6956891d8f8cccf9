export { arrange } from './arrange.ts';
export { partWay, placing } from './placement.ts';
export { planOf } from './plan.ts';
