export { type LayoutEngine, tidyPlacement } from './tidy.ts';
