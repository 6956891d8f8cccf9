export { StencilPanel } from './stencil-panel.tsx';
