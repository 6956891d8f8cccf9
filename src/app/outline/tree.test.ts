import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  diagramId,
  displayName,
  type ElementId,
  elementId,
  findShape,
  type Model,
  newDiagram,
  newModel,
  newShape,
  OUT_OF_SCOPE,
  typeId,
} from '../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../core/document/testing/template.ts';
import { addLine, addShape, type EndAt, routeLine, setName } from '../../core/edit/index.ts';
import { setOutOfScope } from '../../core/edit/testing/scope.ts';
import { interactionsOf } from '../../core/engine/index.ts';
import { ancestorsOf, matching, outlineOf, unfolded } from './tree.ts';

/** A model by what is put into it, each thing by its name. */
function drawing() {
  const guids = countingGuids();
  let model: Model = newModel(testTemplate, guids);
  let diagram = model.diagrams[0]?.id ?? diagramId('');
  const named = (id: ElementId, name: string): ElementId => {
    model = setName(model, id, name);
    return id;
  };
  const shape = (type: string, name: string, left: number, top: number, width = 60, height = 60) => {
    const made = newShape(testTemplate, typeId(type), { left, top, width, height }, guids);
    model = addShape(model, diagram, made);
    return named(made.id, name);
  };
  const line = (type: string, name: string, source: EndAt, target: EndAt) => {
    const made = routeLine(model, diagram, typeId(type), { source, target }, guids);
    if (made === undefined) throw new Error(`No line ${name}`);
    model = addLine(model, diagram, made);
    return named(made.id, name);
  };
  return {
    shape,
    flow: (name: string, source: EndAt, target: EndAt) => line('https', name, source, target),
    border: (name: string, source: EndAt, target: EndAt) => line('border', name, source, target),
    edit: (change: (model: Model) => Model) => {
      model = change(model);
    },
    diagram: (name: string) => {
      const made = newDiagram(name, guids);
      model = { ...model, diagrams: [...model.diagrams, made] };
      diagram = made.id;
    },
    model: () => model,
  };
}

const at = (element: ElementId): EndAt => ({ element });
const text = (model: Model) =>
  outlineOf(model).map((item) => `${'  '.repeat(item.level - 1)}${item.text} | ${item.detail}`);

describe('outlineOf', () => {
  it('tells nested boundaries, both ends of flows and what they cross', () => {
    const d = drawing();
    d.shape('cloud', 'Outer', 200, 20, 500, 400);
    const user = d.shape('person', 'User', 20, 100);
    const web = d.shape('server', 'Web', 250, 100);
    d.shape('cloud', 'Inner', 450, 80, 200, 200);
    const store = d.shape('store', 'Data', 500, 120);
    d.flow('Call', at(user), at(web));
    d.flow('Query', at(user), at(store));
    d.flow('Read', at(web), at(store));
    d.flow('Retry', at(web), at(web));
    expect(text(d.model())).toEqual([
      'Diagram 1 | diagram',
      '  Outer | cloud name',
      '    Web | server name',
      '      Read → Data | https name, crosses Inner',
      '      Retry → itself | https name',
      '      ← Call from User | https name, crosses Outer',
      '    Inner | cloud name',
      '      Data | store name',
      '        ← Query from User | https name, crosses Outer, Inner',
      '        ← Read from Web | https name, crosses Inner',
      '  User | person name',
      '    Call → Web | https name, crosses Outer',
      '    Query → Data | https name, crosses Outer, Inner',
    ]);
  });

  it('tells line boundaries with what crosses them', () => {
    const d = drawing();
    const user = d.shape('person', 'User', 20, 100);
    const web = d.shape('server', 'Web', 400, 100);
    d.flow('Call', at(user), at(web));
    d.border('Internet', { x: 230, y: 20 }, { x: 230, y: 300 });
    d.border('Nothing', { x: 700, y: 20 }, { x: 700, y: 300 });
    expect(text(d.model()).slice(-4)).toEqual([
      '  Web | server name',
      '    ← Call from User | https name, crosses Internet',
      '  Internet | border name, crossed by Call User → Web',
      '  Nothing | border name, crossed by nothing',
    ]);
  });

  it('tells free ends', () => {
    const d = drawing();
    const web = d.shape('server', 'Web', 300, 100);
    d.flow('In', { x: 50, y: 50 }, at(web));
    d.flow('Out', at(web), { x: 600, y: 50 });
    d.flow('Lost', { x: 50, y: 400 }, { x: 200, y: 400 });
    expect(text(d.model())).toEqual([
      'Diagram 1 | diagram',
      '  Web | server name',
      '    Out → nowhere | https name',
      '    ← In from nowhere | https name',
      '  Lost, nowhere → nowhere | https name',
    ]);
  });

  it('numbers shapes of one name, and says boxes that overlap', () => {
    const d = drawing();
    d.shape('cloud', 'Left', 20, 20, 300, 300);
    d.shape('cloud', 'Right', 200, 20, 320, 300);
    const one = d.shape('server', 'Web', 230, 100);
    const two = d.shape('server', 'Web', 400, 100);
    d.flow('Call', at(one), at(two));
    expect(text(d.model())).toEqual([
      'Diagram 1 | diagram',
      '  Left | cloud name',
      '    Web (1) | server name, also in Right',
      '      Call → Web (2) | https name, crosses Left',
      '  Right | cloud name',
      '    Web (2) | server name',
      '      ← Call from Web (1) | https name, crosses Left',
    ]);
  });

  it('says what is out of scope and what has no name, and leaves out a type that the name says', () => {
    const d = drawing();
    const web = d.shape('server', 'server name', 20, 20);
    d.shape('server', '', 200, 20);
    d.edit((model) => setOutOfScope(model, [web], true, 'Not ours'));
    expect(
      findShape(d.model().diagrams[0] ?? newDiagram('', countingGuids()), web)?.properties,
    ).toContainEqual(expect.objectContaining({ name: OUT_OF_SCOPE, value: true }));
    expect(text(d.model()).slice(1)).toEqual(['  server name | out of scope', '  Unnamed server name | ']);
  });

  it('tells every diagram, each with its own', () => {
    const d = drawing();
    d.shape('server', 'Web', 20, 20);
    d.diagram('Second');
    d.shape('server', 'Web', 20, 20);
    expect(text(d.model())).toEqual([
      'Diagram 1 | diagram',
      '  Web | server name',
      'Second | diagram',
      '  Web | server name',
    ]);
  });

  it('gives every line a key of its own', () => {
    const d = drawing();
    const [a, b] = [d.shape('server', 'A', 20, 20), d.shape('server', 'B', 300, 20)];
    d.flow('There', at(a), at(b));
    d.flow('Back', at(b), at(a));
    const keys = outlineOf(d.model()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the lines that show', () => {
  const lines = [
    ['one', 1],
    ['a', 2],
    ['a1', 3],
    ['a2', 3],
    ['b', 2],
    ['two', 1],
    ['c', 2],
  ] as const;
  const items = lines.map(([key, level]) => ({
    key,
    level,
    text: key,
    detail: '',
    diagramId: newDiagram('', countingGuids()).id,
    elementId: elementId(key),
    threats: 0,
  }));
  const shown = (...folded: string[]) =>
    unfolded(items, new Set(folded)).map(({ key, position, siblings, expanded }) => [
      key,
      `${position}/${siblings}`,
      expanded,
    ]);

  it('stand at their place among their siblings', () => {
    expect(shown()).toEqual([
      ['one', '1/2', true],
      ['a', '1/2', true],
      ['a1', '1/2', null],
      ['a2', '2/2', null],
      ['b', '2/2', null],
      ['two', '2/2', true],
      ['c', '1/1', null],
    ]);
  });

  it('hide what is below a collapsed one', () => {
    expect(shown('a', 'two').map(([key]) => key)).toEqual(['one', 'a', 'b', 'two']);
    expect(shown('one', 'a')).toEqual([
      ['one', '1/2', false],
      ['two', '2/2', true],
      ['c', '1/1', null],
    ]);
  });

  it('are those that match, while something is searched', () => {
    expect(matching(items, 'A').map(({ key, level, position }) => [key, level, position])).toEqual([
      ['a', 1, 1],
      ['a1', 1, 2],
      ['a2', 1, 3],
    ]);
    expect(matching(items, 'zzz')).toEqual([]);
  });

  it('have ancestors', () => {
    expect(ancestorsOf(items, 'a2')).toEqual(['a', 'one']);
    expect(ancestorsOf(items, 'two')).toEqual([]);
    expect(ancestorsOf(items, 'gone')).toEqual([]);
  });
});

describe('what the outline says crosses', () => {
  const size = fc.integer({ min: 30, max: 400 });
  const place = fc.integer({ min: 10, max: 600 });
  const point = fc.record({ x: place, y: place });
  const boxes = fc.array(fc.record({ left: place, top: place, width: size, height: size }), { maxLength: 4 });
  const elements = fc.array(point, { minLength: 2, maxLength: 5 });
  const flows = fc.array(
    fc.record({
      from: fc.nat(4),
      to: fc.nat(4),
      source: point,
      target: point,
      handle: point,
      off: fc.boolean(),
    }),
    { maxLength: 6 },
  );
  const borders = fc.array(fc.record({ source: point, target: point, handle: point }), { maxLength: 3 });

  it('is what the threats see, wherever the ends of flows are stored', () => {
    fc.assert(
      fc.property(boxes, elements, flows, borders, (zones, spots, wires, curves) => {
        const d = drawing();
        zones.forEach((zone, i) => {
          d.shape('cloud', `Z${i}`, zone.left, zone.top, zone.width, zone.height);
        });
        const ids = spots.map(({ x, y }, i) => d.shape('server', `S${i}`, x, y));
        curves.forEach(({ source, target }, i) => {
          d.border(`L${i}`, source, target);
        });
        const made = wires.flatMap((wire, i) => {
          const [from, to] = [ids[wire.from % ids.length], ids[wire.to % ids.length]];
          return from === undefined || to === undefined
            ? []
            : [{ wire, id: d.flow(`F${i}`, at(from), at(to)) }];
        });
        // Ends as files have them: anywhere, not at the ports.
        d.edit((model) => ({
          ...model,
          diagrams: model.diagrams.map((diagram) => ({
            ...diagram,
            lines: diagram.lines.map((line) => {
              const found = made.find(({ id }) => id === line.id)?.wire;
              if (found === undefined) return line;
              const { source, target, handle } = found;
              return {
                ...line,
                source: { ...line.source, ...source },
                target: { ...line.target, ...target },
                handle,
              };
            }),
          })),
        }));
        const off = made.filter(({ wire }) => wire.off).map(({ id }) => id);
        d.edit((model) => setOutOfScope(model, off, true));

        const model = d.model();
        const [diagram] = model.diagrams;
        if (diagram === undefined) throw new Error('No diagram');
        const said = new Map(outlineOf(model).map(({ elementId: id, detail }) => [id, detail]));
        const seen = interactionsOf(diagram);
        expect(seen.map(({ flow }) => flow.id)).toEqual(
          made.map(({ id }) => id).filter((id) => !off.includes(id)),
        );
        for (const { flow, crossed } of seen) {
          const names = crossed.map((boundary) => displayName(boundary));
          const detail = said.get(flow.id)?.replace(/^https name,? ?/, '');
          expect(detail).toBe(names.length === 0 ? '' : `crosses ${names.join(', ')}`);
        }
      }),
      { numRuns: 150 },
    );
  });
});
