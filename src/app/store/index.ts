export { type Command, keysShown, matchesKeys, showKeys } from './command.ts';
export {
  type CommitOptions,
  type Committed,
  commit,
  commitTemplate,
  isLastStep,
  redoEdit,
  undoEdit,
  undoStep,
} from './commit.ts';
export type { Environment } from './environment.ts';
export { closeHelp, explain } from './explain.ts';
export {
  askImport,
  reveal,
  select,
  selectInTemplate,
  selectionInWords,
  selectThreats,
  setDialog,
  setFlowType,
  setPresenting,
  setRenaming,
  setTool,
  setView,
  showDiagram,
} from './looking.ts';
export { moveDocument } from './order.ts';
export {
  activeDiagram,
  activeDocument,
  activeModel,
  activeTemplate,
  author,
  changeSettings,
  contentOf,
  isUnsaved,
  modelIn,
  NOBODY,
  newGuid,
  session,
  setEnvironment,
} from './session.ts';
export { DEFAULT_SETTINGS, GRID, type Settings } from './settings.ts';
export {
  type Dialog,
  type ForeignFile,
  type HelpPage,
  type HelpTopic,
  type Notice,
  type OpenDocument,
  type OpenModel,
  type OpenTemplate,
  type OtherModel,
  type OtherPlace,
  type SessionState,
  STENCIL_MIME,
  type StepOf,
  type Tool,
  type View,
  type Wrong,
} from './state.ts';
export { type ReadModel, statesAtHand } from './states-at-hand.ts';
export {
  activateDocument,
  closeDocument,
  endStep,
  type OpenRequest,
  type OpenTemplateRequest,
  openModel,
  openTemplate,
  updateModel,
  updateTemplate,
} from './tabs.ts';
export { announce, dismissNotice, notify, tellNotFetched, tellWaiting } from './telling.ts';
export {
  useActiveDiagram,
  useActiveDocument,
  useActiveModel,
  useActiveTemplate,
  useSession,
} from './use-session.ts';
