export { askedProperties, askedPropertyLabel, askedValues } from './asked-properties.ts';
export { portForm } from './attach.ts';
export type { Carried, CarriedNode } from './carried.ts';
export {
  boundariesAround,
  boxesAround,
  boxesInnermostFirst,
  elementsInside,
  liesInBox,
} from './containment.ts';
export {
  CANVAS_END,
  CANVAS_START,
  DRAWING_SURFACE,
  defaultSize,
  freeEnd,
  type NewBox,
  newDiagram,
  newLine,
  newModel,
  newShape,
  wholeUnit,
} from './create.ts';
export { changedCrossings, crossedBoundaries, crosserOf } from './crossing.ts';
export {
  CUSTOM_THREAT_PREFIX,
  customThreatTypeId,
  interactionKeyOf,
  isCustomThreat,
  storedInteraction,
  threatKeyText,
} from './custom-threat.ts';
export {
  type Description,
  deletionInWords,
  describeElement,
  inWords,
  nameIn,
} from './describe.ts';
export { embedTemplate } from './embed.ts';
export { type NumberedFlow, numberedFlows } from './flow-numbers.ts';
export {
  type CategoryId,
  categoryId,
  type DiagramId,
  diagramId,
  type ElementId,
  elementId,
  type NewGuid,
  nextIds,
  type ThreatKey,
  type ThreatTypeId,
  type TypeId,
  threatKey,
  threatTypeId,
  typeId,
  ZERO_GUID,
} from './ids.ts';
export { DELETED_INTERACTION, interactionText } from './interaction-text.ts';
export { checkInvariants } from './invariants.ts';
export {
  type Diagram,
  type Element,
  isHandled,
  type KnownThreatState,
  type Line,
  type LineEnd,
  type LineKind,
  type Model,
  type ModelInformation,
  NEVER,
  type Note,
  type Port,
  type Property,
  REPORTED_STATES,
  type Shape,
  type ShapeKind,
  type StoredValidation,
  stateLabel,
  THREAT_STATES,
  type Threat,
} from './model.ts';
export type { Placement } from './placement.ts';
export { percentOf } from './progress.ts';
export {
  buildProperties,
  CUSTOM_ATTRIBUTES,
  customProperty,
  headerProperty,
  nameProperty,
} from './properties.ts';
export {
  categoryName,
  DATAFLOW_ORDER,
  diagramOf,
  displayName,
  elementChain,
  elementName,
  elementsById,
  elementTypes,
  findCategory,
  findDiagram,
  findElement,
  findElementType,
  findLine,
  findProperty,
  findShape,
  flowOf,
  genericTypeIdOf,
  hasUniqueIds,
  isAnnotation,
  isBoundary,
  isLine,
  isNameProperty,
  isOutOfScope,
  isTypeOrDescendant,
  lineKindOf,
  MOST_LEVELS,
  OUT_OF_SCOPE,
  oneLineName,
  propertyText,
  REASON_OUT_OF_SCOPE,
  ROOT_TYPE,
  representationOf,
  shapeKindOf,
  shownName,
  takesFlows,
  threatProperty,
  typeChain,
} from './queries.ts';
export {
  RISK_LEVELS,
  RISK_PROPERTIES,
  type RiskId,
  riskDatums,
  riskId,
  withRisksOf,
} from './risk-properties.ts';
export { defaultFlowType, flowTypeFor, typeTakesFlows } from './stencils.ts';
export {
  type Attribute,
  BEHAVIORS,
  type ElementType,
  type Manifest,
  REPRESENTATIONS,
  type Representation,
  type StencilConstraint,
  type Template,
  type ThreatCategory,
  type ThreatDatum,
  type ThreatMetadata,
  type ThreatType,
} from './template.ts';
export { middlePriority, priorityChoices, rowDatums, THREAT_TEXT } from './threat-texts.ts';
export { byTime, isLaterTime } from './time.ts';
export { compareVersions, isSameTemplate } from './versions.ts';
