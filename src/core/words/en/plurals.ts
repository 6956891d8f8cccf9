import { pluralsOf } from '../plurals.ts';

export const { form, counted } = pluralsOf('en');

export const ELEMENT = { one: 'element', other: 'elements' } as const;
export const FLOW = { one: 'flow', other: 'flows' } as const;
export const THREAT = { one: 'threat', other: 'threats' } as const;
