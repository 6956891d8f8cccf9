export { type Fidelity, LIMITS, type Place, type ReadCause, type ReadError, type Warning } from './places.ts';
export {
  acceptOf,
  FORMATS,
  type FormatId,
  formatOfName,
  type Opened,
  READABLE,
  readFile,
  readModel,
  readTemplate,
  saveBytes,
  unreadable,
  writeModel,
  writeTemplate,
} from './registry.ts';
