export { FlowSteps } from './flow-steps.tsx';
export { NumberLayer } from './number-layer.tsx';
