export type { ReadModel } from './choose-dialog.tsx';
export { CompareDialogs } from './compare-dialogs.tsx';
