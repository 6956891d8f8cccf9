export { assertNever } from './assert-never.ts';
export type { Brand } from './brand.ts';
export { caselessLookup } from './caseless.ts';
export { entryOf } from './entry.ts';
export { firstOfEach } from './first-of-each.ts';
export { deepFreeze } from './frozen.ts';
export { err, ok, type Result } from './result.ts';
export { seldom } from './seldom.ts';
export { shownText, withFewMarks } from './shown-text.ts';
