import { describe, expect, it } from 'vitest';
import {
  type ElementType,
  elementName,
  findProperty,
  newModel,
  propertyText,
  type Template,
} from '../document/index.ts';
import { attribute, countingGuids, elementType, testTemplate } from '../document/testing/template.ts';
import { copyFragment, type Fragment, parseFragment, pasteFragment, setName, setProperty } from './index.ts';
import { firstOf, scene } from './testing/scene.ts';
import { query, server, sound, store, through } from './testing/sound-scene.ts';

describe('pasteFragment into a model on another template', () => {
  const chosen = setProperty(
    setProperty(setName(scene, server.id, 'Mine'), [server.id], 'language', 'Rust'),
    [store.id],
    'encrypted',
    'Yes',
  );
  const fragment = through(copyFragment(chosen, [server.id, store.id, query.id]));
  const renamed = (type: ElementType, more: Partial<ElementType>): ElementType => ({ ...type, ...more });
  const kinds = (names: readonly string[]) => names.map((one) => elementType(one, 'ROOT', 'Ellipse'));
  const rest = [
    elementType('S', 'ROOT', 'ParallelLines', {
      attributes: [{ ...attribute('secret', ['No', 'Yes']), displayName: 'the ENCRYPTED ' }],
    }),
    elementType('F', 'ROOT', 'Line'),
  ];
  const templateOf = (generic: readonly ElementType[], standard: readonly ElementType[] = []): Template => ({
    ...testTemplate,
    genericElements: [...generic, ...rest],
    standardElements: standard,
  });
  const pasteInto = (template: Template, what: Fragment = fragment) => {
    const other = newModel(template, countingGuids(100));
    const pasted = pasteFragment(other, firstOf(other).id, what, { newGuid: countingGuids() });
    sound(pasted.value);
    return { ...pasted, ids: pasted.select ?? [], diagram: firstOf(pasted.value) };
  };

  it.each<readonly [string, Template, string | undefined]>([
    ['the type of the same id', templateOf(kinds(['A', 'server'])), 'server'],
    [
      'one of the same name drawn alike, in any case',
      templateOf(kinds(['A', 'round']), [
        renamed(elementType('X', 'A', 'Inherited'), { name: ' SERVER name' }),
      ]),
      'X',
    ],
    [
      'not one of the same name that is drawn otherwise',
      templateOf([
        ...kinds(['A', 'round']),
        renamed(elementType('X', 'ROOT', 'Rectangle'), { name: 'server name' }),
      ]),
      'round',
    ],
    ['its ancestor before other generic types', templateOf(kinds(['A', 'round', 'B'])), 'round'],
    [
      "its ancestor's namesake",
      templateOf([...kinds(['A']), renamed(elementType('B', 'ROOT', 'Ellipse'), { name: 'Round Name' })]),
      'B',
    ],
    ['the first generic type drawn alike', templateOf(kinds(['A', 'B'])), 'A'],
    [
      'not what the template hides, while there is another',
      templateOf([renamed(elementType('A', 'ROOT', 'Ellipse'), { hidden: true }), ...kinds(['B'])]),
      'B',
    ],
    ['nothing that is drawn otherwise', templateOf([elementType('A', 'ROOT', 'Rectangle')]), undefined],
  ])('takes %s', (_, template, wanted) => {
    const { diagram, missing, flowsLeftOut } = pasteInto(template);
    const round = diagram.shapes.find((one) => one.kind !== 'parallelLines');
    expect(round?.typeId).toBe(wanted);
    expect(missing).toEqual(wanted === undefined ? ['server name'] : []);
    expect([diagram.lines.length, flowsLeftOut]).toEqual(wanted === undefined ? [0, 1] : [1, 0]);
  });

  it('keeps names, places and flows, says what became what and what has no place', () => {
    const { diagram, replaced, missing, lostValues } = pasteInto(templateOf(kinds(['A'])));
    const [round, parallel] = diagram.shapes;
    const [flow] = diagram.lines;
    expect(round).toMatchObject({
      left: 270,
      top: 120,
      width: server.width,
      typeId: 'A',
      genericTypeId: 'A',
    });
    expect(round && elementName(round)).toBe('Mine');
    expect(flow).toMatchObject({
      typeId: 'F',
      source: { element: round?.id, port: query.source.port },
      target: { element: parallel?.id, port: query.target.port },
    });
    expect(replaced).toEqual([
      { from: 'server name', to: 'A name' },
      { from: 'store name', to: 'S name' },
      { from: 'https name', to: 'F name' },
    ]);
    expect(missing).toEqual([]);
    // By what people see: the identifier is another one here.
    const secret = parallel && findProperty(parallel, 'secret');
    expect(secret && propertyText(secret)).toBe('Yes');
    expect(lostValues).toEqual([{ element: 'Mine', property: 'The language', value: 'Rust' }]);
  });

  it('says a chosen value that a list here does not have, and no value that nobody chose', () => {
    const poor = templateOf(kinds(['A']), [
      elementType('server', 'A', 'Inherited', { attributes: [attribute('language', ['Any', 'Java'])] }),
    ]);
    expect(pasteInto(poor)).toMatchObject({
      lostValues: [{ element: 'Mine', property: 'The language', value: 'Rust' }],
    });
    expect(pasteInto(poor, copyFragment(scene, [server.id])).lostValues).toEqual([]);
  });

  it('reads what another version copied: without the kind only the same id or nothing', () => {
    const old = JSON.stringify(fragment, (key, value) =>
      ['representation', 'ancestors', 'labels', 'chosen'].includes(key) ? undefined : value,
    );
    const read = parseFragment(old);
    if (!read.ok) throw new Error(read.error.message);
    expect(pasteInto(testTemplate, read.value).ids).toHaveLength(3);
    expect(pasteInto(templateOf(kinds(['A'])), read.value)).toMatchObject({
      ids: [],
      missing: ['server name', 'store name', 'https name'],
    });
  });
});
