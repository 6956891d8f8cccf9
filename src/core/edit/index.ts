export {
  type Alignment,
  type Axis,
  alignElements,
  deleteElements,
  distributeElements,
  reorderElements,
  sameSize,
} from './arrange.ts';
export { checkPorts, type EndAt } from './attach.ts';
export { type Author, formatDateTime } from './author.ts';
export { canChangeType, changeType } from './change-type.ts';
export {
  copyFragment,
  type Pasted,
  type PasteOptions,
  pasteFragment,
} from './clipboard.ts';
export {
  addDiagram,
  deleteDiagram,
  duplicateDiagram,
  moveDiagram,
  nextDiagramName,
  renameDiagram,
} from './diagrams.ts';
export { duplicateElements } from './duplicate.ts';
export { type Edit, type Edited, edited, isEdited } from './edited.ts';
export { FRAGMENT_LIMITS, type Fragment, type FragmentError, parseFragment } from './fragment.ts';
export {
  emptyHistory,
  HISTORY_LIMIT,
  type History,
  type Moved,
  record,
  redo,
  redoLabel,
  type Selected,
  type Step,
  seal,
  undo,
  undoLabel,
} from './history.ts';
export { elementInWords } from './in-words.ts';
export {
  addNote,
  deleteNote,
  editNote,
  type InformationField,
  setInformation,
  setThreatGenerationEnabled,
} from './information.ts';
export { connectElements, type Insertion, insertLine, insertShape } from './insert.ts';
export {
  addFlow,
  addLine,
  moveHandle,
  type Route,
  reconnect,
  rerouteFlows,
  reverseFlow,
  routeLine,
} from './lines.ts';
export { placeElements } from './placement.ts';
export { rename, setName, setProperty } from './properties.ts';
export {
  addShape,
  LEAST_SIZE,
  moveElements,
  resizeShape,
} from './shapes.ts';
export { hasItem, type TemplateItem } from './template/item.ts';
export { type ManifestField, setManifest } from './template/manifest.ts';
export {
  addCustomThreat,
  type CustomThreat,
  deleteThreats,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
} from './threats.ts';
