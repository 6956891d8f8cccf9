export { NameLayer } from './name-layer.tsx';
