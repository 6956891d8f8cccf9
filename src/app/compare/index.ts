export { CompareDialogs } from './compare-dialogs.tsx';
