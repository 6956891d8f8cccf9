export { StencilPanel } from './stencil-panel.tsx';
export { startUsed } from './used.ts';
