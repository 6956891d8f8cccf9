export { type QueryCompletion, queryCompletions } from './completions.ts';
export { type Counts, countsOf, elementCounts } from './counts.ts';
export { type Fields, fieldsOf } from './fields.ts';
export { type ThreatItem, threatItems } from './item.ts';
export { type Count, type Progress, progressOf, type Share } from './progress.ts';
export { compileQuery, preparingSearch, type Query, type UnknownValue } from './query.ts';
export { type Choice, choicesIn, hasChoice, toggleChoice } from './terms.ts';
