import { pluralsOf } from '../../../core/words/index.ts';

export const { form, counted } = pluralsOf('en');

export const ELEMENT = { one: 'element', other: 'elements' } as const;
export const FLOW = { one: 'flow', other: 'flows' } as const;
export const THREAT = { one: 'threat', other: 'threats' } as const;

/** Names in a row, and how many more there are. */
export const andMore = (names: readonly string[], more: number): string =>
  more === 0 ? names.join(', ') : `${names.join(', ')} and ${more} more`;
