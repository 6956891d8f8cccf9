import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Template } from '../../core/document/index.ts';
import { testTemplate } from '../../core/document/testing/template.ts';
import { StencilEditor } from './stencil-editor.tsx';
import { ThreatTypeEditor } from './threat-type-editor.tsx';

/*
 * What is laid out in one task when something of a template is selected. All of a threat type together took 50 ms and
 * more: what is not seen first comes in tasks of its own, which the first markup is without.
 */

const FIELDS = /<(?:input|textarea|select)\b/g;
const fieldsIn = (markup: string): number => markup.match(FIELDS)?.length ?? 0;

const [type] = testTemplate.threatTypes;
const [stencil] = testTemplate.genericElements;
const [datum] = testTemplate.threatMetadata.datums;
const [attribute] = testTemplate.genericElements.flatMap(({ attributes }) => attributes);
if (!type || !stencil || !datum || !attribute) throw new Error('The template is empty');

/** As many values for each threat, conditions in each rule and properties of each stencil. */
const large = (count: number): Template => {
  const each = Array.from({ length: count }, (_, index) => index);
  return {
    ...testTemplate,
    threatMetadata: {
      ...testTemplate.threatMetadata,
      datums: each.map((index) => ({ ...datum, name: `own ${index}` })),
    },
    threatTypes: [
      {
        ...type,
        filters: { ...type.filters, include: each.map((index) => `flow.p${index} is 'yes'`).join(' and ') },
      },
    ],
    genericElements: [
      {
        ...stencil,
        attributes: each.map((index) => ({
          ...attribute,
          name: `p${index}`,
          displayName: `Property ${index}`,
          mode: 'Dynamic',
          values: ['yes', 'no'],
        })),
      },
    ],
  };
};

describe('what comes at once when something is selected', () => {
  it.each([
    ['a threat type', 3],
    ['a stencil', 10],
  ] as const)('%s has as many fields however much there is of it', (kind, most) => {
    const shown = [1, 50].map((count) => {
      const template = large(count);
      const [one] = template.threatTypes;
      const [other] = template.genericElements;
      if (one === undefined || other === undefined) throw new Error('The template is empty');
      return fieldsIn(
        renderToStaticMarkup(
          kind === 'a stencil'
            ? createElement(StencilEditor, { template, stencil: other })
            : createElement(ThreatTypeEditor, { template, type: one }),
        ),
      );
    });
    expect(shown[0]).toBe(shown[1]);
    expect(shown[0]).toBeGreaterThan(1);
    expect(shown[0]).toBeLessThanOrEqual(most);
  });
});
