import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Model, type Template, typeId } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import * as edit from '../edit/index.ts';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { regenerate, regenerateAfter } from '../engine/index.ts';
import {
  type Difference,
  differenceLine,
  differencesOf,
  diffModels,
  diffTemplates,
  patchModel,
} from './index.ts';
import { choices, disturbed, disturbedTemplate, edited, populated } from './testing/random-models.ts';

const guids = () => countingGuids(5_000_000);
const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
const model = regenerate(scene);
const [threat] = model.threats;
if (threat === undefined) throw new Error('The scene has threats');
const first = firstOf(model).id;

const between = (before: Model, after: Model): readonly Difference[] =>
  differencesOf(diffModels(before, after), before, after);
const linesOf = (before: Model, after: Model): readonly string[] =>
  between(before, after).map(differenceLine);
const brief = (after: Model) =>
  between(model, after).map(({ group, type, effect, aspect, before, after: now }) =>
    [group, type, effect, aspect, before, now].join('|'),
  );
const edited1 = (after: Model): Model => regenerateAfter(model, after);

describe('differences of models', () => {
  it('of two that say the same are none', () => {
    expect(between(model, structuredClone(model))).toEqual([]);
  });

  it('tell a new name once, with the threats that are worded anew', () => {
    const after = edited1(edit.setName(model, shapes.server.id, 'Gateway'));
    const told = between(model, after);
    expect(told[0]).toMatchObject({
      group: 'elements',
      type: 'changed',
      effect: 'threats',
      subject: { kind: 'element', name: 'Gateway' },
      where: `diagram "${firstOf(model).header}"`,
      aspect: 'name',
      after: 'Gateway',
      place: { diagram: first, element: shapes.server.id },
    });
    expect(told.filter(({ group }) => group === 'elements')).toHaveLength(1);
    expect(told.some(({ group }) => group === 'threats')).toBe(true);
  });

  it('tell a move from one that changes what crosses a boundary', () => {
    const near = edit.moveElements(model, [shapes.note.id], 5, 5);
    expect(brief(near)).toEqual([
      `elements|moved|moves|place|${shapes.note.left}, ${shapes.note.top}|${shapes.note.left + 5}, ${shapes.note.top + 5}`,
    ]);
    const inside = edited1(edit.moveElements(model, [shapes.person.id], 300, 100));
    const told = between(model, inside);
    const crossing = told.filter(({ group }) => group === 'crossings');
    expect(crossing.length).toBeGreaterThan(0);
    expect(crossing[0]).toMatchObject({ type: 'changed', effect: 'threats', changes: [], aspect: 'crosses' });
    expect(told.find(({ group, aspect }) => group === 'elements' && aspect === 'place')?.effect).toBe(
      'threats',
    );
  });

  it('tell another size with the place that goes along', () => {
    const { left, top, height } = shapes.note;
    const after = edit.resizeShape(model, shapes.note.id, { left: left + 10, top, width: 300, height });
    expect(brief(after)).toHaveLength(1);
    expect(brief(after)[0]).toMatch(/^elements\|moved\|moves\|place and size\|/);
  });

  it('tell ends on another element, and what came and went', () => {
    const after = edited1(edit.reconnect(model, lines.request.id, 'source', { element: shapes.store.id }));
    expect(brief(after)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^flows\|changed\|threats\|source\|person name\|store name$/),
      ]),
    );
    const gone = edited1(edit.deleteElements(model, [shapes.store.id]).value);
    expect(linesOf(model, gone)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^- element "store name" \(diagram ".*"\): "store name"$/),
        expect.stringMatching(/^- data flow "https name" \(server name → store name, diagram ".*"\)/),
        expect.stringMatching(/^- threat ".*" \(#\d+, .*\): "Not Started/),
      ]),
    );
  });

  it('tell states, justifications and priorities, with who changed them in the first', () => {
    const state = edit.setThreatState(model, [threat.key], 'Mitigated', author);
    const after = edit.setThreatProperty(state, [threat.key], 'StateInformation', 'TLS', author);
    const told = between(model, after);
    expect(told.map(({ group, aspect, before, after: now }) => [group, aspect, before, now])).toEqual([
      ['states', 'state', 'Not Started', 'Mitigation Implemented'],
      [
        'justifications',
        'justification',
        threat.properties.some(([n]) => n === 'StateInformation') ? '' : null,
        'TLS',
      ],
    ]);
    expect(told[0]?.place).toEqual({ diagram: first, element: threat.flowId, threat: threat.key });
    expect(told.flatMap(({ changes }) => changes.map(({ field }) => field))).toEqual(
      expect.arrayContaining(['state', 'changedBy', 'modifiedAt']),
    );
  });

  it('tell a property by its caption, and one of a type that changed', () => {
    const scoped = setOutOfScope(model, [shapes.server.id], true, 'not ours');
    expect(brief(scoped)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^properties\|changed\|threats\|.*\|false\|true$/)]),
    );
    const typed = edit.changeType(model, [shapes.server.id], typeId('worker')).value;
    expect(brief(typed)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^elements\|changed\|threats\|type\|server name\|worker name$/),
      ]),
    );
  });

  it('tell diagrams, information, notes and the switch', () => {
    const named = edit.renameDiagram(model, first, 'Renamed');
    expect(brief(named)).toEqual([`diagrams|changed|threats|name|${firstOf(model).header}|Renamed`]);
    expect(brief(edit.setInformation(model, 'owner', 'Ada'))).toEqual([
      'information|changed|other|owner||Ada',
    ]);
    expect(linesOf(model, edit.addNote(model, 'Look here', author))).toEqual(['+ note "Look here"']);
    expect(brief({ ...model, threatGenerationEnabled: false })).toEqual([
      'threats|changed|threats|threat generation|on|off',
    ]);
    expect(brief(edit.addDiagram(model, 'Third', guids()).value)).toEqual([
      'diagrams|added|threats|||0 elements, 0 flows',
    ]);
    expect(brief(edit.moveDiagram(model, first, 1))).toEqual(['diagrams|moved|moves|order||']);
    expect(brief({ ...model, version: '9' })).toEqual(['other|changed|other|version|4.3|9']);
  });

  it('tell an element that stands on another diagram as one that moved', () => {
    const [one, two] = model.diagrams;
    if (one === undefined || two === undefined) throw new Error('The scene has two diagrams');
    const note = one.shapes.filter(({ id }) => id === shapes.note.id);
    const after = {
      ...model,
      diagrams: [
        { ...one, shapes: one.shapes.filter(({ id }) => id !== shapes.note.id) },
        { ...two, shapes: [...two.shapes, ...note] },
      ],
    };
    expect(brief(after)).toEqual([`elements|moved|other|diagram|${one.header}|${two.header}`]);
  });

  it('tell the template inside as one group', () => {
    const template = edit.setManifest(model.template, 'version', '2.0');
    expect(brief({ ...model, template })).toEqual(['template|changed|other|version|1.0.0.0|2.0']);
  });
});

it.each<[Template, string]>([
  [
    edit.setManifest(testTemplate, 'version', '2.0'),
    'template|~ template "Test": version: "1.0.0.0" -> "2.0"',
  ],
  [edit.addStencil(testTemplate, null, 'New', guids()).value, 'stencils|+ stencil "New"'],
])('differences of templates have groups of their own: %#', (after, line) => {
  const told = differencesOf(diffTemplates(testTemplate, after), testTemplate, after);
  expect(told.map((one) => `${one.group}|${differenceLine(one)}`)).toEqual([line]);
});

/** A list that counts how often one of its items is looked at. */
function watched<T extends object>(list: readonly T[]): { readonly list: readonly T[]; looks: number } {
  const watch = {
    looks: 0,
    list: new Proxy(list, {
      get: (target, name) => {
        if (typeof name === 'string' && /^\d+$/.test(name)) watch.looks += 1;
        return Reflect.get(target, name);
      },
    }),
  };
  return watch;
}

describe('a great many differences are told by looking at each list a few times', () => {
  const MANY = 4000;
  const numbers = Array.from({ length: MANY }, (_, index) => index);

  it('of threats that went, and of those that came', () => {
    const watch = watched(
      numbers.map((id) => ({ ...threat, id, key: `${threat.key} ${id}` as typeof threat.key })),
    );
    const full = { ...model, threats: watch.list };
    const none = { ...model, threats: [] };
    for (const [before, after] of [
      [full, none],
      [none, full],
    ] as const) {
      const diff = diffModels(before, after);
      watch.looks = 0;
      expect(differencesOf(diff, before, after)).toHaveLength(MANY);
      expect(watch.looks).toBeLessThan(10 * MANY);
    }
  });

  it('of shapes that went from beside as many lines', () => {
    const [one, ...rest] = model.diagrams;
    if (one === undefined) throw new Error('The scene has diagrams');
    const id = (kind: string, index: number) => `${kind} ${index}` as typeof shapes.note.id;
    const watch = watched(numbers.map((index) => ({ ...lines.border, id: id('line', index) })));
    const many = numbers.map((index) => ({ ...shapes.note, id: id('shape', index) }));
    const before = { ...model, diagrams: [{ ...one, shapes: many, lines: watch.list }, ...rest] };
    const after = { ...model, diagrams: [{ ...one, shapes: [], lines: watch.list }, ...rest] };
    const diff = diffModels(before, after);
    watch.looks = 0;
    expect(differencesOf(diff, before, after).length).toBeGreaterThanOrEqual(MANY);
    expect(watch.looks).toBeLessThan(20 * MANY);
  });
});

const counted = (list: readonly Difference[]): number => list.flatMap(({ changes }) => changes).length;

describe('laws', () => {
  const base = populated();

  it('each change is told once, each difference has an id of its own, and all of them make the other model', () => {
    fc.assert(
      fc.property(choices(12), choices(6), (commands, wild) => {
        const after = disturbed(edited(base, commands, 2_000_000), wild);
        const { changes } = diffModels(base, after);
        const told = between(base, after);
        const all = told.flatMap((one) => one.changes);
        expect(new Set(all)).toEqual(new Set(changes));
        expect(counted(told)).toBe(changes.length);
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        expect(patchModel(base, { of: 'model', changes: all })).toEqual(
          patchModel(base, { of: 'model', changes }),
        );
        expect(structuredClone(told)).toEqual(told);
      }),
      { numRuns: 150 },
    );
  });

  it('of templates each change is told once', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), fc.nat(1000), (a, b, c) => {
        const after = disturbedTemplate(testTemplate, a, b, c);
        const diff = diffTemplates(testTemplate, after);
        const told = differencesOf(diff, testTemplate, after);
        expect(new Set(told.flatMap(({ changes }) => changes))).toEqual(new Set(diff.changes));
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      }),
    );
  });
});
