export { type Command, matchesKeys, showKeys } from './command.ts';
export type { Environment } from './environment.ts';
export {
  activateModel,
  activeDiagram,
  activeModel,
  announce,
  author,
  type CommitOptions,
  changeSettings,
  closeModel,
  commit,
  dismissNotice,
  isUnsaved,
  newGuid,
  notify,
  type OpenRequest,
  openModel,
  redoEdit,
  reveal,
  select,
  selectionInWords,
  selectThreats,
  session,
  setDialog,
  setEnvironment,
  setFlowType,
  setPresenting,
  setRenaming,
  setTool,
  setView,
  showDiagram,
  undoEdit,
  updateModel,
} from './session.ts';
export { DEFAULT_SETTINGS, GRID, type Settings } from './settings.ts';
export type { Dialog, Notice, OpenModel, SessionState, Tool, View } from './state.ts';
export { useActiveDiagram, useActiveModel, useSession } from './use-session.ts';
