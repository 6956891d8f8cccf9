import { counted, ELEMENT, FLOW, THREAT } from './plurals.ts';

/** Numbers of things, as every text counts them: `1 element`, `3 elements`. */
export const counts = {
  elements: (n: number) => counted(n, ELEMENT),
  flows: (n: number) => counted(n, FLOW),
  dataFlows: (n: number) => counted(n, { one: 'data flow', other: 'data flows' }),
  threats: (n: number) => counted(n, THREAT),
};
