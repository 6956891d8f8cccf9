export { addOwnThreats, applyList } from './apply.ts';
export {
  type ChangedField,
  compareList,
  type ListChange,
  type ListComparison,
  type ListOptions,
  type ListProblem,
  type LostRow,
  type OwnThreat,
} from './match.ts';
export { type ListFault, type ListRow, readThreatList, type ThreatList } from './read.ts';
