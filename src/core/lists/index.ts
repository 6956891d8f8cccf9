export { addOwnThreats, applyList } from './apply.ts';
export type { ListFault, ListRow, ThreatList } from './list.ts';
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
export { readThreatList } from './read.ts';
