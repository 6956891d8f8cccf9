import { describe, expect, it } from 'vitest';
import {
  categoryId,
  crossedBoundaries,
  type Diagram,
  elementId,
  findElement,
  type Line,
  type Model,
  newLine,
  newModel,
  newShape,
  type Shape,
  type Template,
  type Threat,
  type ThreatType,
  threatKey,
  threatProperty,
  threatTypeId,
  typeId,
} from '../document/index.ts';
import { countingGuids, elementType, testTemplate } from '../document/testing/template.ts';
import {
  addCustomThreat,
  deleteElements,
  moveElements,
  reconnect,
  setName,
  setProperty,
  setThreatGenerationEnabled,
  setThreatProperty,
  setThreatState,
} from '../edit/index.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { work } from './generate.ts';
import {
  compileTemplate,
  filtersUsing,
  generate,
  interactionsOf,
  pendingChanges,
  regenerate,
  regenerateAfter,
  staleThreats,
  threatPriority,
  threatTexts,
  validate,
  whatIf,
} from './index.ts';

const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };

/** A threat type with this filter and nothing else of note. */
const threatType = (
  id: string,
  include: string,
  exclude = '',
  more: Partial<ThreatType> = {},
): ThreatType => ({
  id: threatTypeId(id),
  shortTitle: `${id} of {source.Name}`,
  categoryId: categoryId('S'),
  relatedCategory: null,
  description: 'From {SOURCE.name} to {target.NAME} over {flow.Name}, {unknown.Name}',
  filters: { include, exclude },
  datums: [],
  isExtension: false,
  ...more,
});
const templateWith = (...threatTypes: ThreatType[]): Template => ({ ...testTemplate, threatTypes });

/** server "Web" -> store "Data" over https "Query", with a zone around the store when asked. */
function small(
  template: Template,
  zone = false,
): Model & {
  readonly ids: Readonly<Record<'web' | 'data' | 'flow' | 'zone', ReturnType<typeof elementId>>>;
} {
  const guid = countingGuids();
  const base = newModel(template, guid);
  const [diagram] = base.diagrams;
  if (diagram === undefined) throw new Error('No diagram');
  const web = newShape(base.template, typeId('server'), { left: 100, top: 100 }, guid);
  const data = newShape(base.template, typeId('store'), { left: 500, top: 100 }, guid);
  const end = (shape: Shape, x: number) => ({ element: shape.id, port: 'East' as const, x, y: 150 });
  const ends = { source: end(web, 195), target: { ...end(data, 505), port: 'West' as const } };
  const flow = newLine(base.template, typeId('https'), ends, { x: 350, y: 120 }, guid);
  const around = newShape(
    base.template,
    typeId('cloud'),
    { left: 450, top: 50, width: 250, height: 200 },
    guid,
  );
  const filled: Diagram = { ...diagram, shapes: zone ? [web, data, around] : [web, data], lines: [flow] };
  let model: Model = { ...base, diagrams: [filled] };
  model = setName(setName(setName(model, web.id, 'Web'), data.id, 'Data'), flow.id, 'Query');
  return { ...model, ids: { web: web.id, data: data.id, flow: flow.id, zone: around.id } };
}
const NO_PROPERTIES: Line['properties'] = [];
const firesOn = (model: Model): string[] => generate(model).map((threat) => threat.threatType.id);
const diagramOf = (model: Model): Diagram => model.diagrams[0] as Diagram;
const flowOf = (model: Model, id: Line['id']): Line => findElement(diagramOf(model), id) as Line;

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

describe('texts (format 4.2, 4.3)', () => {
  const interaction = (model: Model) => {
    const [only] = interactionsOf(diagramOf(model));
    if (only === undefined) throw new Error('No interaction');
    return only;
  };
  const texts = (model: Model, type: ThreatType) =>
    new Map(threatTexts(model.template, type, interaction(model)));

  it('fill placeholders in any case and leave unknown ones', () => {
    const type = threatType('X', '');
    const made = texts(small(templateWith(type)), type);
    expect(made.get('Title')).toBe('X of Web');
    expect(made.get('UserThreatDescription')).toBe('From Web to Data over Query, {unknown.Name}');
    expect(made.get('UserThreatCategory')).toBe('Spoofing');
    expect(made.get('UserThreatShortDescription')).toBe('Who?');
    expect(made.get('InteractionString')).toBe('Query');
  });

  it('a name with a placeholder in it is not filled again, line breaks become a blank', () => {
    const type = threatType('X', '');
    const model = small(templateWith(type));
    expect(texts(setName(model, model.ids.web, '{target.Name}'), type).get('Title')).toBe(
      'X of {target.Name}',
    );
    expect(texts(setName(model, model.ids.web, 'Web \r\n Server'), type).get('Title')).toBe(
      'X of Web Server',
    );
  });

  it('a category is found in any case of letters', () => {
    const type = threatType('X', '', '', { categoryId: categoryId('s') });
    expect(texts(small(templateWith(type)), type).get('UserThreatCategory')).toBe('Spoofing');
  });

  it.each([
    ['no metadata', []],
    ['metadata of its own only', [{ name: 'Ticket', label: '', hideFromUi: false, values: null, id: null }]],
  ])('a template with %s still gives the five texts that every threat has', (_, datums) => {
    const type = threatType('X', '');
    const template = { ...templateWith(type), threatMetadata: { ...testTemplate.threatMetadata, datums } };
    expect([...texts(small(template), type).keys()]).toEqual([
      'Title',
      'UserThreatCategory',
      'UserThreatShortDescription',
      'UserThreatDescription',
      'InteractionString',
    ]);
  });

  it('an unnamed flow is called by its ends', () => {
    const type = threatType('X', '');
    const model = small(templateWith(type));
    expect(texts(setName(model, model.ids.flow, ''), type).get('InteractionString')).toBe(
      'From Web to Data via unnamed',
    );
  });

  it.each([
    ['own text', [{ values: ['Use {flow.Name}'] }], 'Use Query'],
    ['own empty text', [{ values: [''] }], ''],
    ['own nil, nothing to choose', [{ values: [null] }], undefined],
    ['no own datum', [], undefined],
  ])('a further datum with %s', (_, own, text) => {
    const datums = own.map(({ values }) => ({
      name: 'PossibleMitigations',
      label: '',
      hideFromUi: false,
      values,
      id: null,
    }));
    const type = threatType('X', '', '', { datums });
    expect(texts(small(templateWith(type)), type).get('PossibleMitigations')).toBe(text);
  });

  it('priorities: own value, else High; always High in a G6 file; a list without own value takes its first', () => {
    const own = (values: (string | null)[] | null) =>
      threatType('X', '', '', {
        datums: [{ name: 'Priority', label: '', hideFromUi: false, values, id: null }],
      });
    const g6: Template = { ...testTemplate, generation: 'G6' };
    expect(threatPriority(testTemplate, own(['Low']))).toBe('Low');
    expect(threatPriority(testTemplate, own(null))).toBe('High');
    expect(threatPriority(testTemplate, threatType('X', ''))).toBe('High');
    expect(threatPriority(g6, own(['Low']))).toBe('High');
    expect(texts(small(templateWith(own(null))), own(null)).get('Priority')).toBe('High');
  });
});

describe('regenerating', () => {
  const types = [threatType('B', "source is 'round'"), threatType('A', "target.encrypted is 'No'")];
  const start = () => {
    const model = small(templateWith(...types));
    return { ...regenerate(model), ids: model.ids };
  };
  const ids = (model: Model) => model.threats.map((threat) => [threat.id, threat.typeId]);

  it('goes by lines and the order of types, with ids from 1', () => {
    expect(ids(start())).toEqual([
      [1, 'B'],
      [2, 'A'],
    ]);
  });

  it('changes nothing a second time, and nothing at all when switched off', () => {
    const model = start();
    expect(regenerate(model)).toBe(model);
    const off = setThreatGenerationEnabled({ ...model, threats: [] }, false);
    expect(regenerate(off)).toBe(off);
    expect(regenerateAfter(model, off)).toBe(off);
    expect(pendingChanges(off)).toEqual({ added: 0, removed: 0 });
  });

  it('new threats come at the end with ids above the highest, also when ids are free below', () => {
    const model = start();
    const [first] = model.threats;
    const missing: Model = { ...model, threats: [{ ...(first as Threat), id: 7 }] };
    expect(ids(regenerate(missing))).toEqual([
      [7, 'B'],
      [8, 'A'],
    ]);
    expect(pendingChanges(missing)).toEqual({ added: 1, removed: 0 });
  });

  it.each<readonly [string, (threat: Threat, index: number) => Partial<Threat>]>([
    ['numbers', (_, index) => ({ key: threatKey(String(index)) })],
    ['capitals', ({ key }) => ({ key: threatKey(key.toUpperCase()) })],
    ['types in another case', ({ typeId: id }) => ({ key: threatKey('x'), typeId: id.toLowerCase() })],
    ['the key alone', () => ({ sourceId: elementId('') })],
  ])('stored threats are known by what they say, whatever their key is: %s', (_, change) => {
    const model = start();
    const threats = model.threats.map((threat, index) => ({ ...threat, ...change(threat, index) }));
    const stored: Model = { ...model, threats };
    expect(regenerate(stored)).toBe(stored);
    expect(pendingChanges(stored)).toEqual({ added: 0, removed: 0 });
    const renamed = regenerateAfter(stored, setName(stored, model.ids.web, 'Shop'));
    expect(renamed.threats.map((threat) => [threat.id, threat.key])).toEqual(
      threats.map((threat) => [threat.id, threat.key]),
    );
    expect(threatProperty(renamed.threats[0] as Threat, 'Title')).toBe('B of Shop');
    const worked: Model = {
      ...stored,
      threats: threats.map((threat) => ({ ...threat, state: 'Mitigated' })),
    };
    expect(regenerate(worked)).toBe(worked);
    expect(staleThreats(worked)).toEqual(new Set());
  });

  it.each<readonly [string, Partial<Threat>, boolean]>([
    ['nobody changed', { changedBy: '' }, true],
    ['nobody changed, at some time', { changedBy: '', modifiedAt: '2026-01-02T03:04:05Z' }, false],
    ['somebody changed', { changedBy: 'Ada', modifiedAt: '2026-01-02T03:04:05Z' }, false],
    ['has a justification', { properties: [['StateInformation', 'Accepted']] }, false],
    ['has an empty justification', { properties: [['StateInformation', ' ']] }, true],
    ['has a state', { state: 'Mitigated' }, false],
  ])('a threat that %s goes with its flow: %s', (_, change, goes) => {
    const model = start();
    const stored = { ...model, threats: model.threats.map((threat) => ({ ...threat, ...change })) };
    const after = regenerateAfter(stored, deleteElements(stored, [model.ids.flow]).value);
    expect(after.threats).toHaveLength(goes ? 0 : 2);
    expect(regenerate(after)).toBe(after);
    expect(staleThreats(after).size).toBe(after.threats.length);
  });

  it('a justification that the template itself gives is no work', () => {
    const own = {
      name: 'StateInformation',
      label: '',
      hideFromUi: false,
      values: ['See {flow.Name}'],
      id: null,
    };
    const model = small(templateWith(threatType('X', "source is 'round'", '', { datums: [own] })));
    const made = regenerate(model);
    expect(threatProperty(made.threats[0] as Threat, 'StateInformation')).toBe('See Query');
    expect(regenerateAfter(made, deleteElements(made, [model.ids.flow]).value).threats).toEqual([]);
  });

  it('a full pass keeps the texts that the template says nothing about, in their places', () => {
    const model = start();
    const added = (threat: Threat): Threat => ({
      ...threat,
      properties: [...threat.properties, ['PossibleMitigations', 'Seal it'], ['Other', 'theirs']],
    });
    const stored = { ...setName(model, model.ids.web, 'Shop'), threats: model.threats.map(added) };
    const [first] = regenerate(stored).threats;
    expect(threatProperty(first as Threat, 'Title')).toBe('B of Shop');
    expect(first?.properties.slice(-2)).toEqual([
      ['PossibleMitigations', 'Seal it'],
      ['Other', 'theirs'],
    ]);
  });

  it('where the last id is taken, new threats get the lowest that are free', () => {
    const model = start();
    const [first] = model.threats;
    const full: Model = { ...model, threats: [{ ...(first as Threat), id: 2_147_483_647 }] };
    expect(ids(regenerate(full))).toEqual([
      [2_147_483_647, 'B'],
      [1, 'A'],
    ]);
    const added = addCustomThreat(
      full,
      model.ids.flow,
      { title: 'Mine', category: '' },
      author,
      countingGuids(700),
    );
    expect(added.threats[1]?.id).toBe(1);
  });

  it('an untouched threat that no longer follows goes, a worked one stays and is stale until it is let go', () => {
    const model = start();
    const worked = model.threats.find((threat) => threat.typeId === 'A');
    if (worked === undefined) throw new Error('No threat');
    const changed = setThreatState(model, [worked.key], 'Mitigated', author);
    expect(staleThreats(changed)).toEqual(new Set());
    const sealed = setProperty(changed, [model.ids.data], 'encrypted', 1);
    const after = regenerateAfter(changed, sealed);
    expect(after.threats.map((threat) => threat.state)).toEqual(['AutoGenerated', 'Mitigated']);
    expect(staleThreats(after)).toEqual(new Set([worked.key]));
    const untouched = regenerateAfter(model, setProperty(model, [model.ids.data], 'encrypted', 1));
    expect(ids(untouched)).toEqual([[1, 'B']]);
  });

  it('a rename refreshes texts that still say what was generated, on worked threats too, and leaves edited ones', () => {
    const model = start();
    const [first, second] = model.threats;
    if (first === undefined || second === undefined) throw new Error('No threats');
    const worked = setThreatProperty(
      setThreatState(model, [first.key], 'Mitigated', author),
      [first.key],
      'UserThreatDescription',
      'My own words',
      author,
    );
    const after = regenerateAfter(worked, setName(worked, model.ids.web, 'Shop'));
    expect(after.threats.map((threat) => threatProperty(threat, 'Title'))).toEqual([
      'B of Shop',
      'A of Shop',
    ]);
    expect(after.threats.map((threat) => threatProperty(threat, 'UserThreatDescription'))).toEqual([
      'My own words',
      'From Shop to Data over Query, {unknown.Name}',
    ]);
    expect(after.threats.map((threat) => threat.id)).toEqual([1, 2]);
  });

  it('an edit leaves alone what it does not reach, stale or not', () => {
    const model = start();
    const stale: Model = {
      ...model,
      threats: model.threats.map((threat) => ({ ...threat, properties: [['Title', 'Old title']] as const })),
    };
    // Moving, bending and notes reach no interaction's threats.
    const moved = moveElements(stale, [model.ids.web], 5, 5);
    expect(regenerateAfter(stale, moved)).toBe(moved);
    // Flows without any properties share one empty list.
    const bare = (m: Model): Model => ({
      ...m,
      diagrams: m.diagrams.map((diagram) => {
        const lines = diagram.lines.map((line) => ({ ...line, properties: NO_PROPERTIES }));
        return {
          ...diagram,
          lines: [...lines, ...lines.map((line) => ({ ...line, id: elementId(`${line.id}2`) }))],
        };
      }),
    });
    const shared = bare({ ...stale, threats: [] });
    const bent = moveElements(shared, [model.ids.web], 5, 5);
    expect(regenerateAfter(shared, bent)).toBe(bent);
    // A full pass refreshes what nobody worked on.
    expect(regenerate(stale).threats.map((threat) => threatProperty(threat, 'Title'))).toEqual([
      'B of Web',
      'A of Web',
    ]);
  });

  it('runs filters only for the interactions that an edit reached', () => {
    const guid = countingGuids(500);
    let model: Model & { ids?: unknown } = start();
    const [diagram] = model.diagrams;
    if (diagram === undefined) throw new Error('No diagram');
    const first = flowOf(model, diagram.lines[0]?.id ?? elementId(''));
    const flows = Array.from({ length: 50 }, () => ({
      ...first,
      id: elementId(guid()),
      properties: [...first.properties],
    }));
    model = regenerate({ ...model, diagrams: [{ ...diagram, lines: [first, ...flows] }] });
    const before = work.interactions;
    const renamed = setName(model, flows[7]?.id ?? '', 'Renamed');
    const after = regenerateAfter(model, renamed);
    expect(work.interactions - before).toBe(1);
    expect(after.threats).toHaveLength(model.threats.length);
  });

  it('deleting an element takes its untouched threats along', () => {
    const model = start();
    expect(regenerateAfter(model, deleteElements(model, [model.ids.data]).value).threats).toEqual([]);
  });

  it('custom threats stay, follow their flow to other ends, and are stale when it is gone', () => {
    const model = start();
    const custom = addCustomThreat(
      model,
      model.ids.flow,
      { title: 'Mine', category: 'Spoofing' },
      author,
      countingGuids(700),
    );
    expect(regenerate(custom)).toBe(custom);
    const turned = regenerateAfter(
      custom,
      reconnect(custom, model.ids.flow, 'target', { element: model.ids.web }),
    );
    const mine = turned.threats.find((threat) => threatProperty(threat, 'Title') === 'Mine');
    expect(mine?.targetId).toBe(model.ids.web);
    expect(mine?.interactionKey).toBe(`${model.ids.web}:${model.ids.flow}:${model.ids.web}`);
    const gone = regenerateAfter(custom, deleteElements(custom, [model.ids.flow]).value);
    expect(gone.threats.map((threat) => threatProperty(threat, 'Title'))).toEqual(['Mine']);
    expect(staleThreats(gone).size).toBe(1);
  });
});

describe('threats that no longer follow (format 4.6)', () => {
  const types = [threatType('B', "source is 'round'"), threatType('A', "target.encrypted is 'No'")];
  const interactions = (model: Model) =>
    model.threats.map((threat) => threatProperty(threat, 'InteractionString'));
  /** Both threats of the flow, the one of type A worked on. */
  const worked = () => {
    const model = small(templateWith(...types));
    const made = regenerate(model);
    const a = made.threats.find((threat) => threat.typeId === 'A');
    return { ...setThreatState(made, a === undefined ? [] : [a.key], 'Mitigated', author), ids: model.ids };
  };
  type Worked = ReturnType<typeof worked>;
  const free = { x: 400, y: 400 };

  it.each<[string, (m: Worked) => Model, ((now: Model, m: Worked) => Model) | null]>([
    [
      'its filter fails',
      (m) => setProperty(m, [m.ids.data], 'encrypted', 1),
      (now, m) => setProperty(now, [m.ids.data], 'encrypted', 0),
    ],
    [
      'its flow goes out of scope',
      (m) => setOutOfScope(m, [m.ids.flow], true),
      (now, m) => setOutOfScope(now, [m.ids.flow], false),
    ],
    [
      'an end comes off',
      (m) => reconnect(m, m.ids.flow, 'target', free),
      (now, m) => reconnect(now, m.ids.flow, 'target', { element: m.ids.data }),
    ],
    ['its flow is deleted', (m) => deleteElements(m, [m.ids.flow]).value, null],
    ['its diagram is deleted', (m) => ({ ...m, diagrams: [] }), null],
  ])('a worked one says Deleted when %s, and its name again when it follows again', (_, cut, back) => {
    const model = worked();
    const edited = cut(model);
    for (const after of [regenerateAfter(model, edited), regenerate(edited)]) {
      const stale = after.threats.filter(({ typeId }) => typeId === 'A');
      expect(stale.map(({ state }) => state)).toEqual(['Mitigated']);
      expect(stale.map((threat) => threatProperty(threat, 'InteractionString'))).toEqual(['Deleted']);
      expect(staleThreats(after)).toEqual(new Set(stale.map(({ key }) => key)));
      // Only what the tool keeps is touched: the other texts stay.
      expect(threatProperty(stale[0] as Threat, 'Title')).toBe('A of Web');
      if (back === null) continue;
      const again = back(after, model);
      for (const restored of [regenerateAfter(after, again), regenerate(again)]) {
        expect(new Set(interactions(restored))).toEqual(new Set(['Query']));
        expect(restored.threats).toHaveLength(2);
        expect(staleThreats(restored)).toEqual(new Set());
      }
    }
  });

  it('an edit elsewhere leaves the text of a stale threat as the file has it', () => {
    const model = worked();
    const old = setOutOfScope(model, [model.ids.flow], true);
    const elsewhere = setName(old, model.ids.web, 'Shop');
    expect(interactions(regenerateAfter(old, elsewhere))).toEqual(['Query', 'Query']);
  });

  it('own threats say Deleted when their flow goes, also one with a free end, and not before', () => {
    const model = small(templateWith());
    const own = addCustomThreat(
      model,
      model.ids.flow,
      { title: 'Mine', category: '' },
      author,
      countingGuids(700),
    );
    const loose = reconnect(own, model.ids.flow, 'target', free);
    expect(interactions(regenerateAfter(own, loose))).toEqual(['Query']);
    const scoped = setOutOfScope(own, [model.ids.flow], true);
    expect(interactions(regenerateAfter(own, scoped))).toEqual(['Query']);
    const gone = regenerateAfter(loose, deleteElements(loose, [model.ids.flow]).value);
    expect(interactions(gone)).toEqual(['Deleted']);
    expect(interactions(regenerate({ ...gone, diagrams: own.diagrams }))).toEqual(['Query']);
    expect(interactions(regenerateAfter(gone, { ...gone, diagrams: loose.diagrams }))).toEqual(['Query']);
  });
});

describe('usage and messages', () => {
  it('tells which threat types ask for a property, and at which end', () => {
    const template = templateWith(
      threatType('A', "source.encrypted is 'No' or target.encrypted is 'No'"),
      threatType('B', "flow.channel is 'Open'"),
      threatType('C', "source is 'store'", "target.encrypted is 'Yes'"),
    );
    const store = filtersUsing(template, typeId('store'), 'encrypted');
    expect(store.map(({ threatType: type, subjects }) => [type.id, subjects])).toEqual([
      ['A', ['source', 'target']],
      ['C', ['target']],
    ]);
    expect(filtersUsing(template, typeId('https'), 'channel').map((use) => use.threatType.id)).toEqual(['B']);
    expect(filtersUsing(template, typeId('store'), 'channel')).toEqual([]);
  });

  it('tells what an edit would bring and take', () => {
    const model = small(
      templateWith(threatType('A', "target.encrypted is 'No'"), threatType('B', "target.encrypted is 'Yes'")),
    );
    const now = regenerate(model);
    const { added, removed } = whatIf(now, setProperty(now, [model.ids.data], 'encrypted', 1));
    expect(added.map((threat) => threat.threatType.id)).toEqual(['B']);
    expect(removed.map((threat) => threat.typeId)).toEqual(['A']);
  });

  it('tells the same of threats whose keys other writers made', () => {
    const model = small(templateWith(threatType('A', "target.encrypted is 'No'"), threatType('B', 'target')));
    const foreign = (threat: Threat, index: number) => ({ ...threat, key: threatKey(String(index + 1)) });
    const made = regenerate(model);
    const now = { ...made, threats: made.threats.map(foreign) };
    const { removed } = whatIf(now, setProperty(now, [model.ids.data], 'encrypted', 1));
    expect(removed.map((threat) => threat.typeId)).toEqual(['A']);
  });

  it.each([
    [
      'a flow with a free end',
      (m: ReturnType<typeof small>) => reconnect(m, m.ids.flow, 'target', { x: 400, y: 400 }),
      'free-end',
    ],
    [
      'a flow at an annotation',
      (m: ReturnType<typeof small>) => {
        const [diagram] = m.diagrams;
        const note = newShape(m.template, typeId('note'), { left: 20, top: 500 }, countingGuids(9_000_001));
        if (diagram === undefined) return m;
        const lines = diagram.lines.map((line) => ({
          ...line,
          target: { ...line.target, element: note.id },
        }));
        return { ...m, diagrams: [{ ...diagram, shapes: [...diagram.shapes, note], lines }] };
      },
      'end-takes-no-flow',
    ],
    ['something unnamed', (m: ReturnType<typeof small>) => setName(m, m.ids.web, ' '), 'unnamed'],
    ['no boundary', (m: ReturnType<typeof small>) => m, 'no-boundary'],
    ['missing threats', (m: ReturnType<typeof small>) => m, 'threats-out-of-date'],
    [
      'an element without flows',
      (m: ReturnType<typeof small>) => deleteElements(m, [m.ids.flow]).value,
      'unconnected',
    ],
    [
      'generation switched off',
      (m: ReturnType<typeof small>) => setThreatGenerationEnabled(m, false),
      'generation-off',
    ],
    [
      'a broken filter',
      (m: ReturnType<typeof small>) => ({ ...m, template: templateWith(threatType('X', 'source is')) }),
      'broken-filter',
    ],
    [
      'a flow without threats',
      (m: ReturnType<typeof small>) => ({
        ...m,
        template: templateWith(threatType('X', "flow crosses 'zone'")),
      }),
      'flow-without-threats',
    ],
  ] as const)('message about %s', (_, change, code) => {
    const model = small(templateWith(threatType('X', "source is 'round'")));
    expect(validate(change(model)).map((message) => message.code)).toContain(code);
  });

  it('has nothing to say about a sound model', () => {
    const model = regenerate(small(templateWith(threatType('X', "source is 'round'")), true));
    expect(validate(model)).toEqual([]);
  });
});
