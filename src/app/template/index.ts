export { TemplateView } from './template-view.tsx';
