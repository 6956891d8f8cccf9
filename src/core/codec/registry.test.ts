import { expect, it, test } from 'vitest';
import { acceptOf, FORMATS, formatOfName, READABLE } from './index.ts';

it('endings and ids are told apart', () => {
  const endings = FORMATS.flatMap(({ extensions }) => extensions);
  expect(new Set(endings).size).toBe(endings.length);
  expect(new Set(FORMATS.map(({ id }) => id)).size).toBe(FORMATS.length);
  for (const ending of endings) expect(ending).toMatch(/^\.[a-z0-9.]+$/);
});

it('offers endings by media type', () => {
  expect(acceptOf(['tb7'])).toEqual({ 'application/xml': ['.tb7'] });
  expect(acceptOf([])).toEqual({});
  const offered = Object.values(acceptOf(READABLE)).flat();
  expect(offered).toEqual(expect.arrayContaining(['.tm7', '.tb7']));
});

test.each([
  ['a.tm7', 'tm7'],
  ['A.TB7', 'tb7'],
  ['a.tm7.bak', undefined],
  ['tm7', undefined],
  ['-', undefined],
])('%s promises %s', (name, id) => expect(formatOfName(name)).toBe(id));
