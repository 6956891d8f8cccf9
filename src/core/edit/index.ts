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
export { elementData } from './element-data.ts';
export {
  FRAGMENT_LIMITS,
  type Fragment,
  type FragmentElement,
  type FragmentError,
  parseFragment,
} from './fragment.ts';
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
export { addImported, type ImportedPart, pasteImported } from './imported.ts';
export { elementInWords } from './in-words.ts';
export {
  addNote,
  deleteNote,
  editNote,
  type InformationField,
  keepNote,
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
export { type LostValue, nearestType, withData } from './nearest-type.ts';
export {
  addCustomThreat,
  type CustomThreat,
  duplicateOwnThreats,
  moveOwnThreats,
  takesOwnThreats,
} from './own-threats.ts';
export { placeElements } from './placement.ts';
export { rename, setName, setProperty } from './properties.ts';
export { risksInUse, setRiskProperties } from './risk-properties.ts';
export {
  addShape,
  elementMover,
  LEAST_SIZE,
  moveElements,
  resizeShape,
} from './shapes.ts';
export { keepBoth, type Listed } from './template/both.ts';
export {
  addCategory,
  type CategoryFields,
  deleteCategory,
  moveCategory,
  setCategory,
  typesOfCategory,
} from './template/categories.ts';
export { type EditedTemplate, hasItem, type TemplateItem } from './template/item.ts';
export { type ManifestField, nextVersion, setManifest } from './template/manifest.ts';
export { newTemplate } from './template/new.ts';
export { askedCountSteps } from './template/rules.ts';
export {
  addProperty,
  canBeIdentifier,
  deleteProperty,
  moveProperty,
  overrideProperty,
  type PropertyFields,
  propertiesOfType,
  renameValue,
  rewriteValues,
  setIdentifier,
  setStencilProperty,
  setValues,
  type TypeProperty,
} from './template/stencil-properties.ts';
export {
  addStencil,
  canMoveStencil,
  copyStencil,
  deleteStencil,
  moveStencil,
  reorderStencil,
  type StencilFields,
  type StencilUse,
  setStencil,
  usesOfStencil,
} from './template/stencils.ts';
export {
  addThreatProperty,
  deleteThreatProperty,
  isFixedThreatProperty,
  moveThreatProperty,
  setThreatPropertyFields,
  type ThreatPropertyFields,
} from './template/threat-properties.ts';
export {
  addThreatType,
  copyThreatType,
  deleteThreatType,
  moveThreatType,
  setFilter,
  setThreatType,
  setTypeValue,
  type ThreatTypeFields,
} from './template/threat-types.ts';
export {
  changeThreats,
  deleteThreats,
  setThreatPriority,
  setThreatProperty,
  setThreatState,
  setThreatTexts,
  type ThreatChanges,
} from './threats.ts';
