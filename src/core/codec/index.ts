export { acceptOf, FORMATS, type FormatId, formatOfName, READABLE } from './formats.ts';
export { type Fidelity, LIMITS, type Place, type ReadCause, type ReadError, type Warning } from './places.ts';
export {
  fidelityOf,
  type Opened,
  readFile,
  readModel,
  readTemplate,
  unreadable,
  writeModel,
  writeTemplate,
} from './registry.ts';
