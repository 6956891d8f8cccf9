export { PropertiesPanel } from './properties-panel.tsx';
