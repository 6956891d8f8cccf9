import { describe, expect, it } from 'vitest';
import {
  crossedBoundaries,
  type Line,
  type Model,
  newLine,
  type Shape,
  type Template,
  typeId,
} from '../document/index.ts';
import { countingGuids, elementType, testTemplate } from '../document/testing/template.ts';
import { moveElements, reconnect, setProperty } from '../edit/index.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { compileTemplate, interactionsOf } from './index.ts';
import { diagramOf, firesOn, flowOf, small, templateWith, threatType } from './testing/small.ts';

describe('filters (format 5.3)', () => {
  it.each([
    ['the exact type', "source is 'server'", true],
    ['an ancestor', "source is 'round'", true],
    ['without regard to case', "source is 'ROUND'", true],
    ['another type', "source is 'worker'", false],
    ['ROOT', "source is 'ROOT'", false],
    ['the target', "target is 'store'", true],
    ['the flow', "flow is 'flow'", true],
    ['an unknown type', "source is 'spaceship'", false],
    ['not an unknown type', "not source is 'spaceship'", true],
    ['a chosen value', "target.encrypted is 'No'", true],
    ['another value', "target.encrypted is 'Yes'", false],
    ['an inherited property', "flow.channel is 'Any'", true],
    ['a property that the element does not have', "source.encrypted is 'No'", false],
    ['a broken leftover', 'source is [Server]', false],
    ['not a broken leftover', 'not source is [Server]', true],
    ['no boundary crossed', "flow crosses 'zone'", false],
    ['an empty filter', '  ', false],
  ])('%s', (_, include, fires) => {
    expect(firesOn(small(templateWith(threatType('X', include))))).toEqual(fires ? ['X'] : []);
  });

  /** The small model with other type ids on its elements. */
  const retyped = (template: Template, change: (id: string) => string): Model => {
    const model = small(template, true);
    const other = <E extends Shape | Line>(element: E): E => ({
      ...element,
      typeId: typeId(change(element.typeId)),
    });
    const diagrams = model.diagrams.map((diagram) => ({
      ...diagram,
      shapes: diagram.shapes.map(other),
      lines: diagram.lines.map(other),
    }));
    return { ...model, diagrams };
  };

  it.each([
    ['its own type', "source is 'x-server'", true],
    ['its own type in another case', "source is 'X-Server'", true],
    ['the generic type that it names', "source is 'round'", true],
    ['a type in between, which nothing tells', "source is 'server'", false],
    ['a fixed or generic property', "target.encrypted is 'No'", true],
    ['as a boundary: its own type', "flow crosses 'x-cloud'", true],
    ['as a boundary: the generic type', "flow crosses 'zone'", true],
    ['ROOT', "source is 'ROOT'", false],
  ])('an element whose type the template does not have is still %s', (_, include, fires) => {
    const model = retyped(templateWith(threatType('X', include)), (id) => `x-${id}`);
    expect(firesOn(model)).toEqual(fires ? ['X'] : []);
  });

  it('ids compare without regard to case on elements and in the template, exact ones first', () => {
    const template = templateWith(threatType('X', "source is 'round' and flow crosses 'ZONE'"));
    expect(firesOn(retyped(template, (id) => id.toUpperCase()))).toEqual(['X']);
    const standardElements = template.standardElements.map((type) => ({
      ...type,
      parentId: typeId(type.parentId.toUpperCase()),
    }));
    expect(firesOn(small({ ...template, standardElements }, true))).toEqual(['X']);
    const twins = {
      ...template,
      standardElements: [...standardElements, elementType('SERVER', 'box', 'Inherited')],
    };
    expect(firesOn(small(twins, true))).toEqual(['X']);
    expect(firesOn(retyped(twins, (id) => id.toUpperCase()))).toEqual([]);
  });

  it('a parent that was deleted from the template is still the ancestor of its types', () => {
    const template = { ...templateWith(threatType('X', "source is 'round'")), genericElements: [] };
    expect(
      firesOn(retyped({ ...template, genericElements: testTemplate.genericElements }, (id) => id)),
    ).toEqual(['X']);
    const model = small({ ...template, genericElements: testTemplate.genericElements });
    expect(firesOn({ ...model, template })).toEqual(['X']);
  });

  it('an exclude takes back, an empty or unreadable one does not', () => {
    const fires = (exclude: string) =>
      firesOn(small(templateWith(threatType('X', "source is 'round'", exclude))));
    expect(fires("target is 'store'")).toEqual([]);
    expect(fires("target is 'box'")).toEqual(['X']);
    expect(fires('')).toEqual(['X']);
    expect(fires('target is')).toEqual(['X']);
  });

  it('fixed values count when another writer left them out of the element', () => {
    const fixed = { ...testTemplate.standardElements[0] };
    const attributes = (fixed.attributes ?? []).map((a) =>
      a.mode === 'Static' ? { ...a, name: 'kind' } : a,
    );
    const template: Template = {
      ...templateWith(threatType('X', "source.kind is 'Service'")),
      standardElements: testTemplate.standardElements.map((type, index) =>
        index === 0 ? { ...type, attributes } : type,
      ),
    };
    const model = small(template);
    const bare: Model = {
      ...model,
      diagrams: model.diagrams.map((diagram) => ({
        ...diagram,
        shapes: diagram.shapes.map((shape) => ({
          ...shape,
          properties: shape.properties.filter((p) => p.name !== 'kind'),
        })),
      })),
    };
    expect(firesOn(model)).toEqual(['X']);
    expect(firesOn(bare)).toEqual(['X']);
  });

  it('a list counts by its chosen index, also outside of its values', () => {
    const model = small(templateWith(threatType('X', "target.encrypted is 'Yes'")));
    expect(firesOn(setProperty(model, [model.ids.data], 'encrypted', 1))).toEqual(['X']);
    const outside: Model = JSON.parse(
      JSON.stringify(model).replace(/"selectedIndex":0/g, '"selectedIndex":9'),
    );
    expect(firesOn(outside)).toEqual([]);
  });

  it('problems are told with filter and place', () => {
    const { problems } = compileTemplate(
      templateWith(
        threatType('A', "source is 'spaceship'", "flow.channel is 'Closed'"),
        threatType('B', "flow.speed is 'x' and source is [Old]"),
        threatType('C', 'source is'),
        threatType('D', "source is 'ROOT' and flow.channel is 'sealed'"),
      ),
    );
    expect(problems.map((p) => [p.threatTypeId, p.filter, p.severity, p.position, p.code])).toEqual([
      ['A', 'include', 'warning', 0, 'no-type'],
      ['A', 'exclude', 'warning', 0, 'no-value'],
      ['B', 'include', 'warning', 0, 'no-property'],
      ['B', 'include', 'warning', 22, 'deleted-name'],
      ['C', 'include', 'error', 9, 'type-expected'],
    ]);
  });
});

describe('interactions and crossings (format 5.4)', () => {
  const crosses = templateWith(
    threatType('X', "flow crosses 'zone'"),
    threatType('L', "flow crosses 'border'"),
  );

  it('a box is crossed when exactly one end point lies in it', () => {
    const model = small(crosses, true);
    expect(firesOn(model)).toEqual(['X']);
    // The web server moves in as well: nothing is crossed, whatever the curve does.
    const inside = moveElements(model, [model.ids.web], 380, 20);
    expect(firesOn(inside)).toEqual([]);
  });

  const box = { left: 400, top: 50, width: 200, height: 200 };
  it.each([
    ['from outside into the box', [300, 150], [450, 150], true],
    ['from its edge outwards', [400, 150], [300, 150], true],
    ['from just outside of its edge', [399, 150], [300, 150], false],
    ['both ends inside', [450, 150], [550, 150], false],
    ['both ends outside, through the box', [300, 150], [700, 150], false],
    ['all coordinates 0, as scripts write them', [0, 0], [0, 0], false],
  ] as const)('the end points decide, not the elements: %s', (_, from, to, fires) => {
    const model = small(crosses, true);
    const [web, data, zone] = diagramOf(model).shapes;
    if (web === undefined || data === undefined || zone === undefined) throw new Error('No shapes');
    // One element stands across the border with its middle in the box, the other far outside.
    const shapes = [
      { ...web, left: 360, top: 100 },
      { ...data, left: 900 },
      { ...zone, ...box },
    ];
    const lines = diagramOf(model).lines.map((flow) => ({
      ...flow,
      source: { ...flow.source, x: from[0], y: from[1] },
      target: { ...flow.target, x: to[0], y: to[1] },
    }));
    const placed = { ...model, diagrams: [{ ...diagramOf(model), shapes, lines }] };
    expect(firesOn(placed)).toEqual(fires ? ['X'] : []);
  });

  it('a flow out of scope is no interaction, one between elements out of scope is', () => {
    const model = small(crosses, true);
    const flow = setOutOfScope(model, [model.ids.flow], true);
    expect(interactionsOf(diagramOf(flow))).toEqual([]);
    expect(crossedBoundaries(diagramOf(flow), flowOf(flow, model.ids.flow))).toHaveLength(1);
    expect(firesOn(setOutOfScope(flow, [model.ids.flow], false))).toEqual(['X']);
    expect(firesOn(setOutOfScope(model, [model.ids.web, model.ids.data, model.ids.zone], true))).toEqual([
      'X',
    ]);
  });

  it.each([
    ['through the flow', 300, 0, 300, 300, true],
    ['beside it', 300, 200, 300, 300, false],
    ['touching its top', 300, 0, 300, 120, false],
    ['of one point on the end', 505, 150, 505, 150, true],
    ['of one point elsewhere', 300, 10, 300, 10, false],
  ])('a line boundary %s', (_, x1, y1, x2, y2, fires) => {
    const model = small(crosses);
    const at = (x: number, y: number) => ({ element: null, port: 'None' as const, x, y });
    const ends = { source: at(x1, y1), target: at(x2, y2) };
    const line = newLine(
      model.template,
      typeId('border'),
      ends,
      { x: (x1 + x2) / 2, y: (y1 + y2) / 2 },
      countingGuids(90),
    );
    const diagrams = model.diagrams.map((diagram) => ({ ...diagram, lines: [...diagram.lines, line] }));
    expect(firesOn({ ...model, diagrams })).toEqual(fires ? ['L'] : []);
  });

  it('a free end makes no interaction, an element with itself does', () => {
    const model = small(crosses);
    const free = reconnect(model, model.ids.flow, 'target', { x: 400, y: 400 });
    expect(interactionsOf(diagramOf(free))).toHaveLength(0);
    const self = reconnect(model, model.ids.flow, 'target', { element: model.ids.web });
    expect(interactionsOf(diagramOf(self))).toHaveLength(1);
  });
});
