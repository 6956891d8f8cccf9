import { describe, expect, it } from 'vitest';
import {
  categoryId,
  type Model,
  newShape,
  type Template,
  type Threat,
  type ThreatType,
  threatKey,
  typeId,
} from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import {
  deleteElements,
  reconnect,
  setName,
  setProperty,
  setThreatGenerationEnabled,
} from '../edit/index.ts';
import {
  filtersUsing,
  interactionsOf,
  PLACEHOLDERS,
  regenerate,
  threatPriority,
  threatTexts,
  validate,
  whatIf,
} from './index.ts';
import { diagramOf, small, templateWith, threatType } from './testing/small.ts';

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

  it('fill every placeholder that is offered', () => {
    for (const one of PLACEHOLDERS) {
      const type = { ...threatType('X', ''), shortTitle: `${one} and ${one.toUpperCase()}` };
      expect(texts(small(templateWith(type)), type).get('Title')).toMatch(/^(Web|Data|Query) and \1$/);
    }
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
