export { OutlinePanel } from './outline-panel.tsx';
