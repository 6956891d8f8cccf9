import { expect, it } from 'vitest';
import { askedProperties, askedPropertyLabel, askedValues } from './asked-properties.ts';
import { attribute, elementType, testTemplate } from './testing/template.ts';

const template = {
  ...testTemplate,
  genericElements: [],
  standardElements: [
    elementType('web', 'round', 'Inherited', {
      attributes: [{ ...attribute('os', ['Any', 'A']), displayName: 'System' }],
    }),
    elementType('app', 'round', 'Inherited', {
      attributes: [
        { ...attribute('os', ['Any', 'B']), displayName: 'Platform' },
        { ...attribute('Port', ['80']), displayName: '' },
      ],
    }),
  ],
};

it('properties go by the first of their names, and by their identifiers without one', () => {
  expect([...askedProperties(template)]).toEqual([
    ['os', 'System'],
    ['Port', 'Port'],
  ]);
  expect(askedPropertyLabel(template, 'OS')).toBe('System');
  expect(askedPropertyLabel(template, 'gone')).toBe('gone');
});

it('values are those of all types, each once', () => {
  expect(askedValues(template, 'OS')).toEqual(['Any', 'A', 'B']);
  expect(askedValues(template, 'port')).toEqual(['80']);
  expect(askedValues(template, 'gone')).toEqual([]);
});
