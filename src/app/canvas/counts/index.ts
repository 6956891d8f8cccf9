export { CountLayer } from './count-layer.tsx';
export { TabCount, tabTitle } from './tab-count.tsx';
