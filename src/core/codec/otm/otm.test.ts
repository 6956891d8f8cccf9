import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkInvariants,
  elementName,
  liesInBox,
  type Model,
  propertyText,
  THREAT_TEXT,
  threatProperty,
} from '../../document/index.ts';
import { refusalWords } from '../../words/later.ts';
import type { DraftThreat } from '../draft.ts';
import { exportFormat, readAnything, readForeign } from '../index.ts';
import { decode, encode, model, SAMPLE } from '../testing/files.ts';
import { imported } from '../testing/foreign.ts';

const at = (x: number, y: number, width = 100, height = 100) => [
  { representation: 'd', id: `${x}-${y}`, position: { x, y }, size: { width, height } },
];
const zones = [
  { id: 'out', name: 'Internet', risk: { trustRating: 10 }, representations: at(40, 40, 300, 300) },
  { id: 'in', name: 'Office', risk: { trustRating: 80 }, representations: at(600, 40, 300, 300) },
];
const browser = {
  id: 'b',
  name: 'Reader',
  type: 'web-client',
  parent: { trustZone: 'out' },
  representations: at(30, 50),
  tags: ['x', 'y'],
};
const shop = {
  id: 's',
  name: 'Shop',
  type: 'web-service',
  parent: { trustZone: 'in' },
  representations: at(20, 50),
  attributes: { Owner: 'Ada', Empty: {} },
};
const orders = {
  id: 'o',
  name: 'Orders',
  type: 'CD-SOME-POSTGRESQL-DB',
  parent: { trustZone: 'in' },
  representations: at(180, 50),
};
const asks = { id: 'f', name: 'asks', source: 'b', destination: 's', assets: ['cards'] };
const base = {
  otmVersion: '0.2.0',
  project: { id: 'p', name: 'Shop', owner: 'Ada', description: 'Sells' },
  representations: [{ id: 'd', name: 'Main', type: 'diagram', size: { width: 1000, height: 500 } }],
  assets: [{ id: 'cards', name: 'Cards', risk: { confidentiality: 90, integrity: 1, availability: 1 } }],
  trustZones: zones,
  components: [browser, shop, orders],
  dataflows: [asks],
};
const json = (more: object = {}): Uint8Array => encode(JSON.stringify({ ...base, ...more }));
const only = ({ diagrams: [diagram] }: Model) => {
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
};
const named = (of: Model, name: string) => {
  const shape = only(of).shapes.find((one) => elementName(one) === name);
  if (shape === undefined) throw new Error(`There is no ${name}`);
  return shape;
};
const factsIn = (properties: Model['diagrams'][0]['shapes'][0]['properties']) =>
  properties.flatMap((one) => (one.kind === 'customString' ? [propertyText(one)] : []));

describe('an Open Threat Model is read', () => {
  it('with zones, components by their type, relative places, facts and assets', () => {
    const { model, losses } = imported(json());
    expect(losses).toEqual([]);
    expect(model.information).toMatchObject({ name: 'Shop', owner: 'Ada', description: 'Sells' });
    expect(only(model).header).toBe('Main');
    expect(
      only(model).shapes.map((shape) => [elementName(shape), shape.kind, shape.left, shape.top]),
    ).toEqual([
      ['Internet', 'borderBoundary', 40, 40],
      ['Office', 'borderBoundary', 600, 40],
      ['Reader', 'rectangle', 70, 90],
      ['Shop', 'ellipse', 620, 90],
      ['Orders', 'parallelLines', 780, 90],
    ]);
    expect(factsIn(named(model, 'Reader').properties)).toContain('x, y');
    expect(factsIn(named(model, 'Shop').properties)).toEqual(['Ada']);
    const [line] = only(model).lines;
    expect(line && factsIn(line.properties)).toContain('Cards');
    expect(line?.source.element).toBe(named(model, 'Reader').id);
    expect(model.notes.map(({ message }) => message)).toEqual([
      'Asset: Cards\nconfidentiality: 90\nintegrity: 1\navailability: 1',
    ]);
    expect(checkInvariants(model)).toEqual([]);
  });

  it('the same as YAML, also with texts that are indented too little', () => {
    const { bytes } = exportFormat('otm-yaml')?.write(model(encode(SAMPLE)).model) ?? { bytes: encode('') };
    expect(decode(bytes)).toMatch(/^otmVersion: 0\.2\.0$/m);
    const yaml = [
      'otmVersion: 0.1.0',
      'project: {id: p, name: Shop}',
      'trustZones:',
      '  - {id: z, name: Office, risk: {trustRating: 1}}',
      'components:',
      '  - id: s',
      "    description: 'one",
      "  two'",
      '    name: Shop',
      '    type: web-service',
      '    parent: {trustZone: z}',
    ].join('\n');
    const { draft, model: built } = imported(encode(yaml));
    expect(draft.diagrams[0]?.isUnplaced).toBe(true);
    expect(liesInBox(named(built, 'Shop'), named(built, 'Office'))).toBe(true);
    expect(factsIn(named(built, 'Shop').properties)).toEqual(['one two']);
  });

  it('with a component that holds others as a boundary, and a process in it where flows end at it', () => {
    const vpc = { id: 'v', name: 'VPC', type: 'vpc', parent: { trustZone: 'in' } };
    const held = { ...shop, parent: { component: 'v' }, representations: null };
    const flow = { ...asks, destination: 'v' };
    const { model, losses } = imported(json({ components: [browser, vpc, held], dataflows: [flow] }));
    expect(losses.map(({ code }) => code).sort()).toEqual(['composites', 'grown', 'no-place']);
    const [box, process] = only(model).shapes.filter((one) => elementName(one) === 'VPC');
    expect([box?.kind, process?.kind]).toEqual(['borderBoundary', 'ellipse']);
    expect(box && liesInBox(named(model, 'Shop'), box)).toBe(true);
    expect(only(model).lines[0]?.target.element).toBe(process?.id);
  });

  it('with a flow each way for one that goes both ways, and none for one that ends nowhere', () => {
    const { model, losses } = imported(
      json({
        dataflows: [
          { ...asks, bidirectional: true },
          { ...asks, id: 'g', destination: 'nobody' },
        ],
      }),
    );
    expect(losses.map(({ code, count }) => [code, count])).toEqual([
      ['no-end', 1],
      ['two-way', 1],
    ]);
    expect(only(model).lines).toHaveLength(2);
  });

  it('with places as absolute where only so things lie in their zones', () => {
    const far = { ...browser, representations: at(100, 100) };
    const near = { ...shop, representations: at(650, 100) };
    const { model, losses } = imported(json({ components: [far, near], dataflows: [] }));
    expect(losses).toEqual([]);
    expect(named(model, 'Shop')).toMatchObject({ left: 650, top: 100 });
  });

  const threats = [
    {
      id: 't',
      name: 'Lies',
      description: 'Who?',
      categories: ['Spoofing', 'Tampering'],
      cwes: ['CWE-79'],
      risk: { likelihood: 50, impact: 70, impactComment: 'much' },
    },
  ];
  const mitigations = [{ id: 'm', name: 'Ask', description: 'Ask twice', riskReduction: 50 }];
  const instance = (state: string) => [
    { threat: 't', state, mitigations: [{ mitigation: 'm', state: 'implemented' }] },
  ];

  it('with threats of flows there, and those of components on a flow or as notes', () => {
    const { model, losses } = imported(
      json({
        components: [
          browser,
          { ...shop, threats: instance('accepted') },
          { ...orders, threats: instance('x') },
        ],
        dataflows: [{ ...asks, threats: instance('exposed') }],
        threats,
        mitigations,
      }),
    );
    expect(losses.map(({ code }) => code).sort()).toEqual(['threat-of-element', 'threat-without-flow']);
    expect(model.threats.map(({ state, priority }) => [state, priority])).toEqual([
      ['NotApplicable', 'High'],
      ['AutoGenerated', 'High'],
    ]);
    const [accepted, open] = model.threats;
    const text = (of: typeof open, name: string) => of && threatProperty(of, name);
    expect(text(accepted, THREAT_TEXT.justification)).toBe('accepted: Ask twice (implemented)');
    expect(text(open, THREAT_TEXT.category)).toBe('Spoofing');
    expect(text(open, THREAT_TEXT.description)).toBe(
      'Who?\nCategories: Spoofing, Tampering\nLikelihood: 50\nImpact: 70 - much\nCWE: CWE-79\nMitigation: Ask twice (implemented)',
    );
    expect(model.notes).toHaveLength(2);
  });

  it('from YAML that is written as records in braces', () => {
    const text =
      '{otmVersion: 0.2.0, project: {id: p, name: Shop}, components: [{id: s, name: Shop, type: web-service}]}';
    const { model } = imported(encode(text));
    expect(only(model).shapes.map(elementName)).toEqual(['Shop']);
  });

  it('within bounds where many things lie on many diagrams without a place there', () => {
    const representations = Array.from({ length: 400 }, (_, at) => ({ id: `d${at}`, type: 'diagram' }));
    const entries = representations.map(({ id }) => ({ representation: id }));
    const zone = { id: 'z', name: 'Office', representations: entries };
    const components = Array.from({ length: 400 }, (_, at) => ({
      id: `c${at}`,
      name: `C${at}`,
      parent: { trustZone: 'z' },
    }));
    const read = readForeign(json({ representations, trustZones: [zone], components, dataflows: [] }));
    if (!read.ok) throw new Error('It is not read');
    const { diagrams, losses } = read.value.draft;
    const placed = diagrams.reduce((sum, { nodes }) => sum + nodes.length, 0);
    expect(placed).toBeLessThan(11_000);
    expect(losses.find(({ code }) => code === 'repeats')?.count).toBeGreaterThan(300);
    expect(new Set(diagrams.flatMap(({ nodes }) => nodes.map(({ id }) => id))).size).toBe(401);
  });

  it.each(['otm', 'tm-bom'])('within bounds where many threats of %s have one long text', (id) => {
    const description = 'x'.repeat(1_000_000);
    const named = Array.from({ length: 200 }, (_, at) => `t${at}`);
    const control = { symbolic_name: 'c', title: 'c', description, threats: named, status: 'suggested' };
    const bytes =
      id === 'otm'
        ? json({
            dataflows: [{ ...asks, threats: named.map(() => ({ threat: 't', state: 'x' })) }],
            threats: [{ id: 't', name: 'T', description, risk: { impact: 1 } }],
          })
        : encode(
            JSON.stringify({
              ...{ scope: { title: 'S' }, trust_zones: [], data_flows: [], data_stores: [], components: [] },
              threats: named.map((symbolic_name) => ({ symbolic_name, title: symbolic_name })),
              controls: [control],
            }),
          );
    const read = readForeign(bytes);
    if (!read.ok) throw new Error('It is not read');
    const { threats, losses } = read.value.draft;
    expect(threats).toHaveLength(200);
    expect(threats?.reduce((sum, one) => sum + one.description.length, 0)).toBeLessThan(51_000_000);
    expect(losses.find(({ code }) => code === 'long-texts')?.count).toBeGreaterThan(140);
  });

  it.each(['otm', 'tm-bom'])('within bounds where many threats of our own %s got one long text', (id) => {
    const description = 'x'.repeat(1_000_000);
    const named = Array.from({ length: 200 }, (_, at) => `t${at}`);
    const mark = (at: number) => ({ trustline: { type: 'T', number: at, written: { mitigation: '' } } });
    const bytes =
      id === 'otm'
        ? json({
            dataflows: [
              {
                ...asks,
                threats: named.map((_, at) => {
                  const mitigations = [{ mitigation: 'm' }];
                  return { threat: 't', state: 'x', mitigations, attributes: mark(at) };
                }),
              },
            ],
            threats: [{ id: 't', name: description, description }],
            mitigations: [{ id: 'm', description }],
          })
        : encode(
            JSON.stringify({
              ...{ scope: { title: 'S' }, trust_zones: [], data_flows: [], data_stores: [], components: [] },
              threats: named.map((symbolic_name) => ({ symbolic_name, title: symbolic_name })),
              controls: [{ symbolic_name: 'c', description, threats: named, status: 'active' }],
              extensions: {
                'trustline.invalid/tmt/v1': {
                  named: Object.fromEntries(named.map((name, at) => [name, { control: 'c', ...mark(at) }])),
                },
              },
            }),
          );
    const read = readForeign(bytes);
    if (!read.ok) throw new Error('It is not read');
    const { threats, losses } = read.value.draft;
    expect(threats).toHaveLength(200);
    const lettersOf = ({ title, description: said, justification }: DraftThreat): number =>
      title.length + said.length + justification.length;
    expect(threats?.reduce((sum, one) => sum + lettersOf(one), 0)).toBeLessThan(51_000_000);
    expect(losses.find(({ code }) => code === 'long-texts')?.count).toBeGreaterThan(140);
  });

  it.each([
    ['damaged JSON', '{"otmVersion": "0.2.0", "project": {', /The JSON is damaged/],
    ['damaged YAML', 'otmVersion: 0.2.0\nproject: [a\n', /The YAML is damaged/],
    ['YAML with a type of its own', 'otmVersion: 0.2.0\nproject: !!js/function "x"\n', /The YAML is damaged/],
    ['without its version', '{"trustZones": [], "dataflows": []}', /JSON, not a threat model/],
    ['without anything in it', '{"otmVersion": "0.2.0"}', /it has no "project"/],
    ['too deep', `{"otmVersion": ${'['.repeat(200)}${']'.repeat(200)}}`, /more than 100 levels/],
    ['YAML that is too deep', `otmVersion: ${'['.repeat(200)}`, /The YAML is damaged/],
    [
      'YAML that unfolds without end',
      [
        'otmVersion: 0.2.0',
        'a0: &a0 [x, x, x, x, x, x, x, x]',
        ...Array.from({ length: 20 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}, *a${n}]`),
        'project: *a20',
      ].join('\n'),
      /more than 2,?000,?000/,
    ],
  ])('not when it is %s', (_, text, reason) => {
    const read = readAnything(encode(text), 'a.otm');
    expect(!read.ok && refusalWords(read.error)).toMatch(reason);
  });

  it.each(['\n', ' ', '- ', '"threat-model-library/blob/'])(
    'not when it is only %j, over and over',
    (text) => {
      expect(readAnything(encode(text.repeat(30_000)), 'a.otm').ok).toBe(false);
    },
  );

  it('whatever stands in its members, without an error, and the same each time', () => {
    const value = fc.oneof(
      fc.constantFrom('b', 's', 'o', 'in', 'out', 'd'),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
      fc.constant({ component: 's' }),
      fc.constant({ component: 'x', trustZone: 'in' }),
      fc.constant(at(9, 9)),
      fc.constant(instance('odd')),
      fc.constant({ trustline: { type: 'GE.P', ports: [1], handle: ['a'] } }),
    );
    const names = [
      'id',
      'name',
      'type',
      'parent',
      'representations',
      'threats',
      'attributes',
      'source',
      'tags',
    ];
    const odd = fc.array(fc.dictionary(fc.constantFrom(...names), value), { maxLength: 3 });
    fc.assert(
      fc.property(odd, odd, odd, (parts, flows, more) => {
        const bytes = json({
          components: [...base.components, ...parts.map((one) => ({ ...shop, id: 'x', ...one }))],
          dataflows: [asks, ...flows.map((one) => ({ ...asks, ...one }))],
          trustZones: [...zones, ...more],
        });
        const { model } = imported(bytes);
        expect(checkInvariants(model)).toEqual([]);
        expect(imported(bytes).model).toEqual(model);
      }),
      { numRuns: 60 },
    );
  });
});
