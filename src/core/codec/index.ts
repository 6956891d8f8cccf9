export { type Fidelity, LIMITS, type Place, type ReadCause, type ReadError, type Warning } from './places.ts';
export {
  FORMATS,
  type Opened,
  readFile,
  readModel,
  readTemplate,
  saveBytes,
  unreadable,
  writeModel,
  writeTemplate,
} from './registry.ts';
