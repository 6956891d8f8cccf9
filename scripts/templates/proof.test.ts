import { describe, expect, it } from 'vitest';
import { templates } from '../../templates/sources.ts';
import { compileSource } from './compile.ts';
import type { FlowCase, TemplateSource, ThreatSource } from './format.ts';
import { proofProblems, threatsOfCase } from './proof.ts';

const flow = { source: 'P', flow: 'F', target: 'P' } as const;

const threat = (more: Partial<ThreatSource>): ThreatSource => ({
  id: 'T',
  title: 'T',
  category: 'C',
  priority: 'High',
  include: `source is 'P' and target is 'P' and (flow crosses 'B' or flow crosses 'L')`,
  exclude: `target.safe is 'Yes'`,
  description: 'T',
  further: {},
  hit: { ...flow, crosses: ['B'] },
  miss: flow,
  ...more,
});

const sourceOf = (one: ThreatSource): TemplateSource => ({
  key: 'proven',
  id: 'proven',
  name: 'Proven',
  version: '1.0.0.0',
  author: 'Trustline',
  line: '',
  cardIcons: [],
  priorities: ['High'],
  furtherDatums: [],
  genericStencils: [
    {
      id: 'P',
      name: 'Process',
      description: '-',
      representation: 'Ellipse',
      attributes: [{ name: 'safe', label: 'Safe', values: ['No', 'Yes'] }],
    },
    { id: 'F', name: 'Flow', description: '-', representation: 'Line' },
    { id: 'B', name: 'Box', description: '-', representation: 'BorderBoundary' },
    { id: 'L', name: 'Line', description: '-', representation: 'LineBoundary' },
  ],
  standardStencils: [
    { id: 'B.Inner', name: 'Inner', description: '-', parent: 'B', representation: 'Inherited' },
    { id: 'L.Inner', name: 'Inner line', description: '-', parent: 'L', representation: 'Inherited' },
  ],
  categories: [{ id: 'C', name: 'C', description: '-' }],
  threats: [one],
});

const source = sourceOf(threat({}));
const template = compileSource(source, new Map());
const safe = { ...flow, target: ['P', { safe: 'Yes' }] } as const;

describe('a case', () => {
  it.each([
    ['a border boundary', { ...flow, crosses: ['B'] }, ['T']],
    ['a line boundary', { ...flow, crosses: ['L'] }, ['T']],
    ['a boundary of a derived type', { ...flow, crosses: ['B.Inner'] }, ['T']],
    ['a line of a derived type', { ...flow, crosses: ['L.Inner'] }, ['T']],
    ['several', { ...flow, crosses: ['B', 'L', 'B.Inner'] }, ['T']],
    ['none', flow, []],
    ['one, with the answer that settles it', { ...safe, crosses: ['B'] }, []],
  ] satisfies readonly (readonly [string, FlowCase, readonly string[]])[])(
    'crosses %s',
    (_, flowCase, ids) => {
      expect([...threatsOfCase(source, template, flowCase)]).toEqual(ids);
    },
  );

  it.each([
    ['an unknown boundary', { ...flow, crosses: ['X'] }, /X is no boundary/],
    ['a boundary that is none', { ...flow, crosses: ['P'] }, /P is no boundary/],
    ['an unknown property', { ...flow, target: ['P', { colour: 'Red' }] }, /no choice of colour/],
    ['an unknown value', { ...flow, target: ['P', { safe: 'Perhaps' }] }, /cannot be "Perhaps"/],
  ] satisfies readonly (readonly [string, FlowCase, RegExp])[])('refuses %s', (_, flowCase, said) => {
    expect(() => threatsOfCase(source, template, flowCase)).toThrow(said);
  });
});

describe('a proof', () => {
  it.each([
    ['holds', { hit: { ...flow, crosses: ['B'] }, miss: { ...safe, crosses: ['B'] } }, []],
    ['fails at its hit', { hit: flow }, ['proven: T is not at the flow of its hit']],
    ['fails at its miss', { miss: { ...flow, crosses: ['L'] } }, ['proven: T is at the flow of its miss']],
  ])('%s', (_, cases, problems) => {
    expect(proofProblems(sourceOf(threat(cases)), template)).toEqual(problems);
  });

  it.each(templates)('of each rule of $key holds', (one) => {
    const icons = new Map(
      [...one.genericStencils, ...one.standardStencils].map(({ icon = '' }) => [icon, '']),
    );
    expect(proofProblems(one, compileSource(one, icons))).toEqual([]);
  });
});
