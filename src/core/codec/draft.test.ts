import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkInvariants, findElementType, type Model, type Template, typeId } from '../document/index.ts';
import { refusalWords } from '../words/later.ts';
import { buildModel, type IdOf } from './build.ts';
import type { Draft, DraftLine, DraftNode, DraftThreat } from './draft.ts';
import { LIMITS, readTemplate, writeModel } from './index.ts';
import { FILE_START, Refusal } from './places.ts';
import { lossesOfPlan, planDraft } from './plan.ts';
import { type ImportFormat, importing } from './port.ts';
import { readBy } from './read.ts';
import { tm7 } from './tm7/tm7.ts';

const untold = (): void => undefined;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A format that is no XML, for these tests only: boxes and arrows as JSON. */
const sketch: ImportFormat = {
  id: 'sketch',
  label: 'Sketch',
  extensions: ['.sketch'],
  mime: 'application/json',
  note: 'For tests.',
  can: { reads: true, writes: false, lossless: false },
  sniff: (head) => {
    const text = new TextDecoder().decode(head);
    if (text.includes('"sketch"')) return 'certain';
    return text.startsWith('{') ? 'possible' : 'no';
  },
  read: (bytes) => {
    const file: { sketch?: Draft } = JSON.parse(new TextDecoder().decode(bytes));
    if (file.sketch !== undefined) return file.sketch;
    throw new Refusal({ cause: 'wrong-root', params: { what: 'other', root: 'sketch' }, place: FILE_START });
  },
};

const node = (id: string, role: DraftNode['role'], more: Partial<DraftNode> = {}): DraftNode => ({
  id,
  role,
  kind: more.kind ?? role,
  name: id,
  facts: [],
  box: { left: 0, top: 0, width: 100, height: 100 },
  ...more,
});
const line = (
  id: string,
  from: string | null,
  to: string | null,
  more: Partial<DraftLine> = {},
): DraftLine => ({
  id,
  role: 'flow',
  kind: 'arrow',
  name: id,
  facts: [],
  source: { node: from, point: null },
  target: { node: to, point: null },
  bends: [],
  ...more,
});
const draftOf = (nodes: readonly DraftNode[], lines: readonly DraftLine[] = []): Draft => ({
  id: 'doc',
  information: { name: 'Shop' },
  diagrams: [{ id: 'd', name: 'Overview', nodes, lines }],
  losses: [],
});

const template = ((): Template => {
  const file = path.join(import.meta.dirname, '..', '..', '..', 'templates', 'stride-core.tb7');
  const read = readTemplate(readFileSync(file));
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
})();

/** Guids in the order in which names are first met. */
function counting(): IdOf {
  const known = new Map<string, string>();
  return (names) => {
    const name = JSON.stringify(names);
    const id = known.get(name) ?? `00000000-0000-4000-8000-${String(known.size + 1).padStart(12, '0')}`;
    known.set(name, id);
    return id;
  };
}
const build = (draft: Draft) => buildModel(draft, planDraft(draft, template), template, counting());
const only = ({ diagrams: [diagram] }: Model) => {
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
};

describe('a format that is not XML', () => {
  const readers = [tm7, importing(sketch)];
  const bytes = encode(
    JSON.stringify({
      sketch: draftOf(
        [
          node('Zone', 'borderBoundary', { box: { left: -200, top: -50, width: 400, height: 300 } }),
          node('Shop', 'process', { box: { left: -150.4, top: 0, width: 100, height: 100 } }),
          node('Orders', 'store', { box: { left: 50, top: 0, width: 100, height: 100 } }),
        ],
        [line('writes', 'Shop', 'Orders')],
      ),
    }),
  );

  it('goes from bytes to a model that the native format writes and reads', () => {
    const read = readBy<unknown>(readers, bytes, { name: 'a.tm7', expected: 'any' });
    const draft = sketch.read(bytes, { expected: 'any', limits: LIMITS, progress: untold });
    expect(read).toEqual({ ok: true, value: { format: 'sketch', draft } });
    const { model, losses } = build(draft);
    expect(losses).toEqual([]);
    expect(model.information.name).toBe('Shop');
    const diagram = only(model);
    expect(diagram.header).toBe('Overview');
    expect(diagram.shapes.map(({ kind, left, top }) => [kind, left, top])).toEqual([
      ['borderBoundary', 20, 20],
      ['ellipse', 70, 70],
      ['parallelLines', 270, 70],
    ]);
    const [flow] = diagram.lines;
    expect(flow?.source).toMatchObject({ element: diagram.shapes[1]?.id, port: 'East' });
    expect(flow?.target).toMatchObject({ element: diagram.shapes[2]?.id, port: 'West' });
    expect(checkInvariants(model)).toEqual([]);
    expect(tm7.read(writeModel(model), { expected: 'model', limits: LIMITS, progress: untold })).toEqual({
      document: model,
      warnings: [],
    });
  });

  it('built twice it is the same model', () => {
    const draft = sketch.read(bytes, { expected: 'any', limits: LIMITS, progress: untold });
    expect(build(draft)).toEqual(build(draft));
  });

  it("another program's JSON is told as what it is", () => {
    const read = readBy<unknown>(readers, encode('{"x": 1}'), { name: 'a.tm7', expected: 'model' });
    expect(!read.ok && refusalWords(read.error)).toMatch(/JSON, not a threat model/);
  });
});

describe('the plan', () => {
  const kindsOf = (draft: Draft) =>
    planDraft(draft, template).kinds.map(({ kind, found, count, as, type }) => [
      kind,
      found,
      count,
      as,
      type,
    ]);

  it('has one row per kind and role, with the generic type', () => {
    const draft = draftOf(
      [node('a', 'process'), node('b', 'process'), node('c', 'store')],
      [line('f', 'a', 'c')],
    );
    expect(kindsOf(draft)).toEqual([
      ['process', 'process', 2, 'process', 'GE.P'],
      ['store', 'store', 1, 'store', 'GE.DS'],
      ['arrow', 'flow', 1, 'flow', 'GE.DF'],
    ]);
  });

  it('takes the type whose name has most words of the kind', () => {
    const named = template.standardElements.find(({ parentId, hidden }) => parentId === 'GE.P' && !hidden);
    if (named === undefined) throw new Error('The template has no standard process');
    const [row] = kindsOf(draftOf([node('a', 'process', { kind: `my-${named.name}` })]));
    expect(findElementType(template, typeId(String(row?.[4])))?.name).toBe(named.name);
  });

  test.each<[string, readonly DraftNode[], readonly DraftLine[], string]>([
    [
      'with flows',
      [node('a', 'unknown'), node('b', 'unknown', { name: '' })],
      [line('f', 'b', null)],
      'process',
    ],
    ['with a text', [node('a', 'unknown')], [], 'annotation'],
    ['with nothing', [node('a', 'unknown', { name: ' ' })], [], 'ignored'],
  ])('what nothing tells about, %s', (_, nodes, lines, as) => {
    const plan = planDraft(draftOf(nodes, lines), template);
    expect(plan.kinds[0]?.as).toBe(as);
    expect(lossesOfPlan(plan).map(({ code }) => code)).toEqual(as === 'ignored' ? ['ignored'] : []);
  });

  it('counts what the template cannot draw', () => {
    const draft = draftOf([node('a', 'store'), node('b', 'store')]);
    const bare = { ...template, genericElements: [], standardElements: [] };
    expect(lossesOfPlan(planDraft(draft, bare))).toEqual([{ code: 'no-type', count: 2, example: 'a' }]);
    const { model } = buildModel(draft, planDraft(draft, bare), bare, counting());
    expect(only(model).shapes).toEqual([]);
  });

  it('is obeyed where a person changed it, and no line becomes of a shape', () => {
    const draft = draftOf([node('a', 'process')]);
    const plan = planDraft(draft, template);
    const changed = (as: 'store' | 'flow', type: string) =>
      buildModel(
        draft,
        { ...plan, kinds: plan.kinds.map((row) => ({ ...row, as, type: typeId(type) })) },
        template,
        counting(),
      );
    expect(only(changed('store', 'GE.DS').model).shapes[0]?.typeId).toBe('GE.DS');
    const asFlow = only(changed('flow', 'GE.DF').model);
    expect([...asFlow.shapes, ...asFlow.lines]).toEqual([]);
  });
});

describe('the built model', () => {
  it('has the bend of a line as its handle, and of many the point half way', () => {
    const nodes = [
      node('a', 'process', { box: { left: 20, top: 20, width: 100, height: 100 } }),
      node('b', 'process', { box: { left: 420, top: 20, width: 100, height: 100 } }),
    ];
    const bent = (bends: DraftLine['bends']) =>
      only(build(draftOf(nodes, [line('f', 'a', 'b', { bends })])).model).lines[0]?.handle;
    expect(bent([{ x: 270, y: 300 }])).toEqual({ x: 270, y: 300 });
    const around = bent([
      { x: 70, y: 300 },
      { x: 470, y: 300 },
    ]);
    expect(around).toEqual({ x: 270, y: 300 });
  });

  it('has every diagram, also two of one id, which a threat means the first of', () => {
    const nodes = [node('Shop', 'process'), node('Orders', 'store')];
    const of = (id: string, name: string) => ({ id, name, nodes, lines: [line('f', 'Shop', 'Orders')] });
    const texts = { title: 'Lies', category: 'Spoofing', description: '', justification: '' };
    const threat: DraftThreat = {
      ...texts,
      id: 't',
      diagram: 'd',
      element: 'f',
      state: 'Mitigated',
      priority: '',
    };
    const draft = { ...draftOf([]), threats: [threat] };
    const { model, losses } = build({
      ...draft,
      diagrams: [of('d', 'A'), of('d', 'B'), of('d 2', 'C'), of('d', 'D')],
    });
    expect(model.diagrams.map(({ header }) => header)).toEqual(['A', 'B', 'C', 'D']);
    expect(losses).toEqual([{ code: 'doubled-ids', count: 2, example: 'B' }]);
    expect(model.threats.map(({ diagramId }) => diagramId)).toEqual([model.diagrams[0]?.id]);
    expect(checkInvariants(model)).toEqual([]);
  });

  it('keeps free ends, and leaves out lines without one', () => {
    const free = line('f', 'a', null, { target: { node: null, point: { x: 300, y: 300 } } });
    const { model, losses } = build(draftOf([node('a', 'process')], [free, line('g', 'a', null)]));
    expect(only(model).lines.map(({ target }) => target)).toEqual([
      { element: null, port: 'None', x: 320, y: 320 },
    ]);
    expect(losses).toEqual([{ code: 'no-end', count: 1, example: 'g' }]);
  });

  it('counts what it cannot hold', () => {
    const facts = [{ name: 'Protocol', value: 'HTTPS' }];
    const nodes = [node('a', 'process', { box: null, facts }), node('b', 'process', { box: null, facts })];
    const { model, losses } = build({
      ...draftOf(nodes),
      losses: [{ code: 'unknown-cells', count: 1, example: 'red' }],
    });
    expect(losses).toEqual([
      { code: 'unknown-cells', count: 1, example: 'red' },
      { code: 'no-place', count: 2, example: 'a' },
    ]);
    const [a, b] = only(model).shapes;
    expect(a && b && a.left + a.width <= b.left).toBe(true);
  });

  const role = fc.constantFrom<DraftNode['role']>(
    'process',
    'external',
    'store',
    'borderBoundary',
    'unknown',
  );
  const at = fc.integer({ min: -3000, max: 3000 });
  const box = fc.option(fc.record({ left: at, top: at, width: fc.nat(500), height: fc.nat(500) }));
  const point = fc.option(fc.record({ x: at, y: at }));
  const ends = fc.record({ node: fc.option(fc.constantFrom('0', '1', '2', 'gone')), point });

  it('holds its invariants for every draft', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ role, box }), { maxLength: 3 }),
        fc.array(fc.record({ source: ends, target: ends, bends: fc.array(fc.record({ x: at, y: at })) }), {
          maxLength: 3,
        }),
        (nodes, lines) => {
          const draft = draftOf(
            nodes.map((one, index) => node(String(index), one.role, { box: one.box })),
            lines.map((one, index) => line(String(index), null, null, one)),
          );
          const { model } = build(draft);
          expect(checkInvariants(model)).toEqual([]);
          for (const { left, top } of only(model).shapes)
            expect(Math.min(left, top)).toBeGreaterThanOrEqual(10);
        },
      ),
      { numRuns: 100 },
    );
  });
});
