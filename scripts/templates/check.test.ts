import { describe, expect, it } from 'vitest';
import { containers } from '../../templates/containers/template.ts';
import { templates } from '../../templates/sources.ts';
import { checkSource } from './check.ts';
import type { TemplateSource } from './format.ts';

describe('the check of a source', () => {
  const parse = () => null;
  const [first] = containers.threats;
  if (first === undefined) throw new Error('The container template has threats.');
  const withFirst = (change: Partial<typeof first>): TemplateSource => ({
    ...containers,
    threats: [{ ...first, ...change }, ...containers.threats.slice(1)],
  });

  it('accepts ours', () => {
    for (const source of templates) expect(checkSource(source, parse)).toEqual([]);
  });

  it.each([
    ['a broken filter', withFirst({}), () => 'unexpected end', 'broken filter: unexpected end'],
    [
      'an unknown type',
      withFirst({ include: `${first.include} or source is 'CON.Nothing'` }),
      parse,
      'unknown type CON.Nothing',
    ],
    [
      'an unknown crossing',
      withFirst({ include: `${first.include} or flow crosses 'X'` }),
      parse,
      'unknown type X',
    ],
    [
      'an unknown attribute',
      withFirst({ include: `${first.include} or source.colour is 'Red'` }),
      parse,
      'unknown attribute colour',
    ],
    [
      'an impossible value',
      withFirst({ exclude: `flow.encrypted is 'Maybe'` }),
      parse,
      'encrypted is "Maybe"',
    ],
    ['a filter that never fires', withFirst({ include: ' ' }), parse, 'never generated'],
    [
      'a repeated threat',
      { ...containers, threats: [...containers.threats, first] },
      parse,
      'repeated threat id',
    ],
    ['an unknown category', withFirst({ category: 'Other' }), parse, 'unknown category Other'],
    ['an unknown priority', withFirst({ priority: 'Urgent' }), parse, 'unknown priority Urgent'],
    ['an unknown datum', withFirst({ further: { Notes: 'x' } }), parse, 'unknown datum Notes'],
    [
      'an unknown placeholder',
      withFirst({ title: 'Risk of {Source.Owner}' }),
      parse,
      'unknown placeholder {Source.Owner}',
    ],
    [
      'a repeated stencil',
      {
        ...containers,
        standardStencils: [...containers.standardStencils, ...containers.standardStencils.slice(0, 1)],
      },
      parse,
      'repeated stencil id',
    ],
    [
      'an attribute without effect',
      { ...containers, threats: containers.threats.slice(1) },
      parse,
      'which no filter reads',
    ],
  ])('refuses %s', (_, source, parser, problem) => {
    expect(checkSource(source, parser).join('\n')).toContain(problem);
  });
});
