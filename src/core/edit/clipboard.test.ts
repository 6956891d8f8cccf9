import { describe, expect, it } from 'vitest';
import { diagramId, elementName, findProperty, newModel, propertyText } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import {
  copyFragment,
  duplicateElements,
  type Fragment,
  parseFragment,
  pasteFragment,
  setName,
  setProperty,
  setThreatState,
} from './index.ts';
import { author, firstOf, lineIn, NOWHERE, scene, shapeIn } from './testing/scene.ts';
import {
  border,
  first,
  person,
  query,
  request,
  second,
  server,
  sound,
  store,
  through,
  zone,
} from './testing/sound-scene.ts';

describe('copyFragment', () => {
  it('takes flows with both ends and leaves the others', () => {
    const fragment = copyFragment(scene, [server.id, store.id, request.id, query.id, border.id]);
    expect(fragment.shapes.map((shape) => shape.id)).toEqual([server.id, store.id]);
    expect(fragment.lines.map((line) => line.id)).toEqual([query.id, border.id]);
    expect(fragment.threats.map((threat) => threat.flowId)).toEqual([query.id]);
    expect(through(fragment)).toEqual(fragment);
  });

  it('frees the ends of flows that are copied alone', () => {
    const { source, target, handle } = request;
    const fragment = through(copyFragment(scene, [request.id]));
    expect(fragment.lines).toMatchObject([
      { id: request.id, source: { element: null, x: source.x, y: source.y }, target: { element: null } },
    ]);
    const { value: model, select: ids = [] } = pasteFragment(scene, second, fragment, {
      newGuid: countingGuids(),
    });
    const [pasted] = ids;
    expect(ids).toHaveLength(1);
    expect(pasted && lineIn(sound(model), pasted)).toMatchObject({
      target: { element: null, port: 'None', x: target.x + 20, y: target.y + 20 },
      handle: { x: handle.x + 20, y: handle.y + 20 },
    });
  });

  it('is empty for nothing', () => {
    expect(copyFragment(scene, [NOWHERE])).toMatchObject({ shapes: [], lines: [], threats: [] });
  });
});

describe('pasteFragment', () => {
  const worked = setThreatState(
    setProperty(setName(scene, server.id, 'Mine'), [server.id], 'language', 'Rust'),
    scene.threats.map((threat) => threat.key),
    'Mitigated',
    author,
  );
  const fragment = through(copyFragment(worked, [zone.id, server.id, store.id, query.id, border.id]));

  it('keeps names, values and what hangs together, under new ids, beside the original', () => {
    const {
      value: model,
      select: ids = [],
      missing,
    } = pasteFragment(worked, first, fragment, { newGuid: countingGuids() });
    sound(model);
    expect(missing).toEqual([]);
    expect(ids).toHaveLength(5);
    const [, copy, , flow] = ids;
    if (copy === undefined || flow === undefined) throw new Error('Nothing was pasted');
    const pasted = shapeIn(model, copy);
    expect(pasted).toMatchObject({ left: 270, top: 120, typeId: 'server' });
    expect(elementName(pasted)).toBe('Mine');
    const language = findProperty(pasted, 'language');
    expect(language && propertyText(language)).toBe('Rust');
    expect(lineIn(model, flow)).toMatchObject({
      source: { element: copy, x: query.source.x + 20 },
      handle: { x: query.handle.x + 20, y: query.handle.y + 20 },
    });
    expect(model.threats).toBe(worked.threats);
  });

  it("brings the threats' work along when asked", () => {
    const { value: model } = pasteFragment(worked, second, fragment, {
      newGuid: countingGuids(),
      withThreats: true,
    });
    sound(model);
    expect(model.threats).toHaveLength(3);
    expect(model.threats[2]).toMatchObject({
      id: 3,
      state: 'Mitigated',
      typeId: 'T1',
      diagramId: second,
      changedBy: author.name,
    });
  });

  it('puts its middle at a point, but not off the canvas', () => {
    const only = through(copyFragment(scene, [server.id]));
    const paste = (x: number, y: number) => {
      const { value: model, select: ids = [] } = pasteFragment(scene, second, only, {
        at: { x, y },
        newGuid: countingGuids(),
      });
      return shapeIn(sound(model), ids[0] ?? NOWHERE);
    };
    expect(paste(400, 300)).toMatchObject({ left: 350, top: 250 });
    expect(paste(0, -900)).toMatchObject({ left: 10, top: 10 });
  });

  it('leaves out and names what the template has nothing for, with its flows', () => {
    const poor = {
      ...testTemplate,
      genericElements: testTemplate.genericElements.filter((type) => type.id !== 'round'),
      standardElements: testTemplate.standardElements.filter((type) => type.parentId !== 'round'),
    };
    const other = newModel(poor, countingGuids(100));
    const {
      value: model,
      select: ids = [],
      missing,
      flowsLeftOut,
    } = pasteFragment(other, firstOf(other).id, fragment, {
      newGuid: countingGuids(),
      withThreats: true,
    });
    sound(model);
    expect(missing).toEqual(['server name']);
    expect(flowsLeftOut).toBe(1);
    expect(ids).toHaveLength(3);
    expect(firstOf(model).lines.map((line) => line.kind)).toEqual(['lineBoundary']);
    expect(model.threats).toEqual([]);
  });

  it('changes nothing when nothing fits, or on no diagram', () => {
    const other = newModel(
      { ...testTemplate, genericElements: [], standardElements: [] },
      countingGuids(100),
    );
    const only = copyFragment(scene, [server.id, person.id]);
    const pasted = pasteFragment(other, firstOf(other).id, only, { newGuid: countingGuids() });
    expect(pasted).toEqual({
      value: other,
      missing: ['server name', 'person name'],
      replaced: [],
      flowsLeftOut: 0,
      lostValues: [],
    });
    expect(pasteFragment(scene, diagramId('nowhere'), only, { newGuid: countingGuids() }).value).toBe(scene);
  });

  it('gives ends without a known port one, and states that are not known the first', () => {
    const odd: Fragment = {
      ...fragment,
      lines: fragment.lines.map((line) => ({
        ...line,
        source: { ...line.source, port: line.source.element === null ? 'None' : 'Up' },
      })),
      threats: fragment.threats.map((threat) => ({ ...threat, state: 'Odd' })),
    };
    const { value: model } = pasteFragment(scene, first, through(odd), {
      newGuid: countingGuids(),
      withThreats: true,
    });
    sound(model);
    expect(firstOf(model).lines.at(-2)?.source.port).toBe('East');
    expect(model.threats.at(-1)?.state).toBe('AutoGenerated');
  });
});

describe('parseFragment refuses', () => {
  const good = copyFragment(scene, [server.id, store.id, query.id]);
  const [shape] = good.shapes;
  const [line] = good.lines;
  const [threat] = good.threats;
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['a list', [], ''],
    ['null', null, ''],
    ['another format', { ...good, format: 'other' }, ''],
    ['another format that names ours', { ...good, format: 'other', of: 'trustline-fragment' }, 'format'],
    ['a newer version', { ...good, version: 2 }, 'version'],
    ['no shapes', { ...good, shapes: undefined }, 'shapes'],
    ['a shape that is a text', { ...good, shapes: ['x'] }, 'shapes[0]'],
    ['a shape without an id', { ...good, shapes: [{ ...shape, id: 5 }] }, 'shapes[0].id'],
    ['a place that is a text', { ...good, shapes: [{ ...shape, left: '5' }] }, 'shapes[0].left'],
    ['a place out of this world', { ...good, shapes: [{ ...shape, top: 1e9 }] }, 'shapes[0].top'],
    ['a place that is null', { ...good, shapes: [{ ...shape, width: null }] }, 'shapes[0].width'],
    [
      'a value that is an object',
      { ...good, shapes: [{ ...shape, values: [['a', {}]] }] },
      'shapes[0].values[0][1]',
    ],
    ['a value without a name', { ...good, shapes: [{ ...shape, values: [['a']] }] }, 'shapes[0].values[0]'],
    [
      'too many values',
      { ...good, shapes: [{ ...shape, values: Array(1001).fill(['a', 'b']) }] },
      'shapes[0].values',
    ],
    [
      'a text without end',
      { ...good, shapes: [{ ...shape, name: 'x'.repeat(1_000_001) }] },
      'shapes[0].name',
    ],
    ['too many shapes', { ...good, shapes: Array(10_001).fill(shape) }, 'shapes'],
    [
      'a way of drawing that is a number',
      { ...good, shapes: [{ ...shape, representation: 1 }] },
      'shapes[0].representation',
    ],
    [
      'an ancestor without a name',
      { ...good, shapes: [{ ...shape, ancestors: [['a']] }] },
      'shapes[0].ancestors[0]',
    ],
    [
      'a chosen one that is no text',
      { ...good, shapes: [{ ...shape, chosen: [{}] }] },
      'shapes[0].chosen[0]',
    ],
    ['two of one id', { ...good, shapes: [shape, shape], lines: [] }, ''],
    ['an end at nothing', { ...good, shapes: [] }, 'lines[0]'],
    ['a line without a target', { ...good, lines: [{ ...line, target: undefined }] }, 'lines[0].target'],
    ['a line without a handle', { ...good, lines: [{ ...line, handle: 3 }] }, 'lines[0].handle'],
    [
      'a threat with a numeric text',
      { ...good, threats: [{ ...threat, properties: [['a', 1]] }] },
      'threats[0].properties[0][1]',
    ],
    [
      'a threat changed by a number',
      { ...good, threats: [{ ...threat, changedBy: 1 }] },
      'threats[0].changedBy',
    ],
  ];
  it.each(cases)('%s', (_, value, path) => {
    expect(parseFragment(JSON.stringify(value))).toMatchObject({ ok: false, error: { path } });
  });

  it.each(['', 'hello', '{', '"trustline-fragment"', 'x'.repeat(32_000_001)])(
    'a text that is none',
    (text) => {
      expect(parseFragment(text).ok).toBe(false);
    },
  );

  it('what others copied before it is parsed', () => {
    const { parse } = JSON;
    const parsed: string[] = [];
    JSON.parse = (text: string) => parsed.push(text);
    try {
      expect(parseFragment('{"summary":{"title":"Shop"},"detail":{"diagrams":[]}}').ok).toBe(false);
    } finally {
      JSON.parse = parse;
    }
    expect(parsed).toEqual([]);
  });

  it('nothing hidden: unknown members do not get through', () => {
    const text = JSON.stringify({
      ...good,
      extra: 1,
      shapes: good.shapes.map((one) => ({ ...one, carried: {} })),
    });
    const read = parseFragment(text.replace('"extra"', '"__proto__"'));
    expect(read).toEqual({ ok: true, value: good });
  });
});

describe('duplicateElements', () => {
  it('copies what hangs together at the offset', () => {
    const { value: model, select: ids = [] } = duplicateElements(
      scene,
      [server.id, store.id, query.id, request.id, border.id],
      13,
      26,
      countingGuids(),
    );
    sound(model);
    expect(ids).toHaveLength(4);
    const [copy, , flow, curve] = ids;
    expect(shapeIn(model, copy ?? NOWHERE)).toMatchObject({ left: 263, top: 126 });
    expect(lineIn(model, flow ?? NOWHERE)).toMatchObject({
      source: { element: copy },
      handle: { x: query.handle.x + 13, y: query.handle.y + 26 },
    });
    expect(lineIn(model, curve ?? NOWHERE)).toMatchObject({
      source: { x: 163, y: 46 },
      handle: { x: 183, y: 226 },
    });
  });

  it('gives a flow copied alone the same ends and a lane of its own', () => {
    const { value: model, select: ids = [] } = duplicateElements(
      scene,
      [request.id],
      13,
      26,
      countingGuids(),
      {
        withThreats: true,
      },
    );
    sound(model);
    const copy = lineIn(model, ids[0] ?? NOWHERE);
    expect(copy).toMatchObject({ source: request.source, target: request.target });
    expect(
      Math.hypot(copy.handle.x - request.handle.x, copy.handle.y - request.handle.y),
    ).toBeGreaterThanOrEqual(24);
    expect(model.threats).toHaveLength(3);
    expect(model.threats[2]?.flowId).toBe(copy.id);
  });

  it('writes the form that the Windows tool gives on opening', () => {
    const diagram = firstOf(scene);
    const drawnNow = {
      ...zone,
      strokeThickness: 0,
      properties: [
        ...zone.properties,
        { kind: 'header', displayName: 'Trust Boundary Area', name: '' } as const,
      ],
    };
    const model = { ...scene, diagrams: [{ ...diagram, shapes: [drawnNow], lines: [] }] };
    const { value: next, select: ids = [] } = duplicateElements(model, [zone.id], 5, 5, countingGuids());
    expect(shapeIn(next, ids[0] ?? NOWHERE)).toMatchObject({
      strokeThickness: 1,
      properties: zone.properties,
    });
    expect(shapeIn(next, zone.id)).toBe(drawnNow);
  });

  it('changes nothing for nothing', () => {
    expect(duplicateElements(scene, [NOWHERE], 1, 1, countingGuids())).toEqual({ value: scene });
  });
});
