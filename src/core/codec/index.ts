export { type ArchiveFault, MOST_ENTRIES, partsOfArchive } from './archive.ts';
export { type Built, buildingModel, buildModel, type IdOf } from './build.ts';
export { withDiagrams } from './chosen-pages.ts';
export type { Draft, DraftDiagram, DraftLine, DraftNode, Loss } from './draft.ts';
export {
  EXPORTS,
  exportFormat,
  exportFormatOfName,
  FOREIGN_FORMATS,
  readAnything,
  readForeign,
} from './foreign.ts';
export { acceptOf, FORMATS, type FormatId, formatOfName, hasEnding, READABLE } from './formats.ts';
export { idsOf } from './ids-of-names.ts';
export { keyOfKind, type MapFault, mappedPlan, ROLES } from './kinds-map.ts';
export { needsLayout } from './nested-places.ts';
export { type Fidelity, LIMITS, type Place, type ReadCause, type ReadError, type Warning } from './places.ts';
export {
  isLineRole,
  type Plan,
  type PlannedKind,
  planDraft,
  planningDraft,
  type Role,
  typesOfRole,
} from './plan.ts';
export type { ExportAnswers, ExportFormat, ExportOption, Imported } from './port.ts';
export {
  fidelityOf,
  type Opened,
  readFile,
  readModel,
  readTemplate,
  writeModel,
  writeReadable,
  writeTemplate,
} from './registry.ts';
