import { expect, it } from 'vitest';
import { typeId } from './ids.ts';
import { defaultFlowType, flowTypeFor } from './stencils.ts';
import { elementType, testTemplate } from './testing/template.ts';

const line = (id: string, parent = 'ROOT', hidden = false) => ({
  ...elementType(id, parent, 'Line'),
  hidden,
});
const withFlows = (generic: ReturnType<typeof line>[], standard: ReturnType<typeof line>[]) => ({
  ...testTemplate,
  genericElements: generic,
  standardElements: standard,
});

it.each([
  ['the first standard one', [line('f')], [line('a', 'f'), line('b', 'f')], 'a'],
  ['a standard one under no generic one', [line('f')], [line('alone', 'nowhere'), line('b', 'f')], 'alone'],
  ['of several families the template’s first', [line('f'), line('g')], [line('b', 'g'), line('a', 'f')], 'b'],
  ['no hidden one', [line('f')], [line('a', 'f', true), line('b', 'f')], 'b'],
  ['a generic one where every other is hidden', [line('f')], [line('a', 'f', true)], 'f'],
  ['none where all are hidden', [line('f', 'ROOT', true)], [], null],
  ['not a second type of the same id', [line('f', 'ROOT', true)], [line('f', 'ROOT')], null],
])('new connections get %s', (_, generic, standard, expected) => {
  expect(defaultFlowType(withFlows(generic, standard))).toBe(expected);
});

it('keeps the chosen type while the template draws it as a flow', () => {
  const template = withFlows([line('f')], [line('a', 'f'), line('b', 'f')]);
  expect(flowTypeFor(template, typeId('b'))).toBe('b');
  expect(flowTypeFor(template, typeId('gone'))).toBe('a');
  expect(flowTypeFor(template, null)).toBe('a');
});
