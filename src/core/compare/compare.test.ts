import { describe, expect, it } from 'vitest';
import {
  checkInvariants,
  type Diagram,
  diagramId,
  type Model,
  type Shape,
  type Template,
  threatProperty,
  typeId,
} from '../document/index.ts';
import { attribute, countingGuids, testTemplate } from '../document/testing/template.ts';
import * as edit from '../edit/index.ts';
import { author, diagramIds, firstOf, lines, scene, shapeIn, shapes } from '../edit/testing/scene.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import {
  type Change,
  diffModels,
  diffTemplates,
  mergeModels,
  mergeTemplates,
  noWork,
  patchModel,
  resolve,
  summary,
} from './index.ts';

const first = diagramIds[0] ?? diagramId('');
const guids = () => countingGuids(5_000_001);
const [threat] = scene.threats;
const threatKeys = scene.threats.map(({ key }) => key);

/** Type, place and field of each change, on one line. */
const told = (changes: readonly Change[]): readonly string[] =>
  changes.map((change) => {
    const steps = change.path.map(({ field, key }) => (key === undefined ? field : `${field}[${key}]`));
    const where = [...steps, change.field].join('.');
    return change.type === 'set'
      ? `${change.kind} ${where}`
      : `${change.type} ${change.kind} ${where}[${change.key}]`;
  });

const server = `diagrams[${first}].shapes[${shapes.server.id}]`;
const request = `diagrams[${first}].lines[${lines.request.id}]`;
const reason = '752473b6-52d4-4776-9a24-202153f7d579';

describe('a difference', () => {
  it.each<[string, (model: Model) => Model, readonly string[]]>([
    [
      'the name of a shape',
      (m) => edit.setName(m, shapes.server.id, 'X'),
      [`property ${server}.properties[:string:Name].value`],
    ],
    [
      'one property',
      (m) => edit.setProperty(m, [shapes.server.id], 'language', 2),
      [`property ${server}.properties[language].selectedIndex`],
    ],
    [
      'a text of its own',
      (m) => setOutOfScope(m, [shapes.note.id], false, 'why'),
      [`property diagrams[${first}].shapes[${shapes.note.id}].properties[${reason}].value`],
    ],
    ['a handle', (m) => edit.moveHandle(m, lines.request.id, { x: 1, y: 2 }), [`line ${request}.handle`]],
    ['a note', (m) => edit.addNote(m, 'Hi', author), [`add note notes[${author.now} ${author.name}]`]],
    ['information', (m) => edit.setInformation(m, 'owner', 'Ann'), ['information information.owner']],
    ['a flag', (m) => edit.setThreatGenerationEnabled(m, false), ['model threatGenerationEnabled']],
    [
      'a diagram less',
      (m) => edit.deleteDiagram(m, diagramIds[1] ?? diagramId('')).value,
      [`remove diagram diagrams[${diagramIds[1]}]`],
    ],
    [
      'a diagram first',
      (m) => edit.moveDiagram(m, diagramIds[1] ?? diagramId(''), 0),
      [`move diagram diagrams[${diagramIds[1]}]`],
    ],
    [
      'a shape in front',
      (m) => edit.reorderElements(m, [shapes.zone.id], 'front'),
      [`move shape diagrams[${first}].shapes[${shapes.zone.id}]`],
    ],
    [
      'the state of a threat',
      (m) => edit.setThreatState(m, [threatKeys[0] as never], 'Mitigated', author),
      ['state', 'changedBy', 'modifiedAt'].map((field) => `threat threats[${threatKeys[0]}].${field}`),
    ],
  ])('names the record and the field: %s', (_, change, expected) => {
    const after = change(scene);
    const diff = diffModels(scene, after);
    expect(told(diff.changes).toSorted()).toEqual(expected.toSorted());
    expect(patchModel(scene, diff)).toEqual(after);
  });

  it('holds both values', () => {
    const after = edit.setInformation(scene, 'owner', 'Ann');
    expect(diffModels(scene, after).changes).toEqual([
      {
        type: 'set',
        kind: 'information',
        path: [{ field: 'information' }],
        field: 'owner',
        before: '',
        after: 'Ann',
      },
    ]);
  });

  it('of a note that goes does not touch those that are numbered anew for it', () => {
    const notes = ['1', '2', '3'].reduce(
      (m, text) => edit.addNote(m, text, { ...author, now: `2026-01-0${text}T00:00:00Z` }),
      scene,
    );
    const { changes } = diffModels(notes, edit.deleteNote(notes, 1));
    expect(changes.map(({ type, field }) => `${type} ${field}`)).toEqual([
      'remove notes',
      'set id',
      'set id',
    ]);
  });

  it('of templates goes down to attributes, filters and datums', () => {
    const [type] = testTemplate.threatTypes;
    const [round, ...others] = testTemplate.genericElements;
    if (type === undefined || round === undefined) throw new Error('The template has no types');
    const after: Template = {
      ...testTemplate,
      genericElements: [{ ...round, attributes: [...round.attributes, attribute('new', ['a'])] }, ...others],
      threatTypes: [{ ...type, filters: { ...type.filters, include: "target is 'box'" } }],
      threatCategories: testTemplate.threatCategories.toReversed(),
    };
    expect(told(diffTemplates(testTemplate, after).changes)).toEqual([
      'add attribute genericElements[round].attributes[new]',
      'move category threatCategories[T]',
      'filters threatTypes[T1].filters.include',
    ]);
  });

  it('of neighbouring steps looks only at what changed', () => {
    const [shape] = firstOf(scene).shapes;
    if (shape === undefined) throw new Error('The scene has no shapes');
    const many = Array.from({ length: 2000 }, (_, at): Shape => ({ ...shape, id: `s${at}` as never }));
    const big: Model = {
      ...scene,
      diagrams: scene.diagrams.map((one, at): Diagram => (at === 0 ? { ...one, shapes: many } : one)),
    };
    const after = edit.moveElements(big, [many[1000]?.id as never], 5, 0);
    const work = noWork();
    expect(diffModels(big, after, work).changes).toHaveLength(1);
    // The model, the diagram, the shape; the lists of diagrams and of shapes.
    expect(work).toEqual({ records: 3, entries: 2 * 2 + 2 * 2000 });
  });
});

describe('the summary', () => {
  it.each<[string, (model: Model) => Model, boolean, boolean]>([
    ['a box', (m) => edit.moveElements(m, [shapes.note.id], 10, 0), true, true],
    ['the order of shapes', (m) => edit.reorderElements(m, [shapes.zone.id], 'front'), true, false],
    ['a name', (m) => edit.setName(m, shapes.server.id, 'X'), false, true],
    ['a type', (m) => edit.changeType(m, [shapes.server.id], typeId('worker')).value, false, true],
    [
      'another end',
      (m) => edit.reconnect(m, lines.request.id, 'source', { element: shapes.store.id }),
      false,
      true,
    ],
    ['a note', (m) => edit.addNote(m, 'Hi', author), false, false],
    ['a state', (m) => edit.setThreatState(m, threatKeys, 'Mitigated', author), false, false],
    ['nothing', (m) => m, false, false],
  ])('says what may follow: %s', (_, change, moves, threats) => {
    expect(summary(diffModels(scene, change(scene)))).toMatchObject({
      movesOnly: moves,
      mayChangeThreats: threats,
    });
  });

  it('counts records, not fields', () => {
    const after = edit.deleteDiagram(
      edit.moveElements(scene, [shapes.note.id], 10, 10),
      diagramIds[1] ?? diagramId(''),
    ).value;
    expect(summary(diffModels(scene, after)).counts).toEqual([
      { kind: 'diagram', added: 0, removed: 1, moved: 0, changed: 0 },
      { kind: 'shape', added: 0, removed: 0, moved: 0, changed: 1 },
    ]);
  });
});

describe('a merge', () => {
  it('takes what each side changed', () => {
    const ours = edit.setName(scene, shapes.server.id, 'Ours');
    const theirs = edit.moveElements(scene, [shapes.server.id, shapes.note.id], 10, 20);
    const merge = mergeModels(scene, ours, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(shapeIn(merge.document, shapes.server.id)).toMatchObject({
      left: 260,
      top: 120,
      properties: shapeIn(ours, shapes.server.id).properties,
    });
  });

  it('names both values of a conflict, and gives either', () => {
    const ours = edit.setThreatProperty(scene, threatKeys.slice(0, 1), 'StateInformation', 'ours', author);
    const theirs = edit.setThreatProperty(
      scene,
      threatKeys.slice(0, 1),
      'StateInformation',
      'theirs',
      author,
    );
    const merge = mergeModels(scene, ours, theirs);
    const text = (model: Model) => model.threats[0] && threatProperty(model.threats[0], 'StateInformation');
    expect(merge.conflicts).toMatchObject([
      {
        cause: 'changed',
        kind: 'threatProperty',
        field: 'value',
        ours: 'ours',
        theirs: 'theirs',
        taken: 'ours',
      },
    ]);
    expect(text(merge.document)).toBe('ours');
    const id = merge.conflicts[0]?.id ?? '';
    expect(text(resolve(merge, { [id]: 'theirs' }).document)).toBe('theirs');
    expect(text(mergeModels(scene, ours, theirs, { prefer: 'theirs' }).document)).toBe('theirs');
  });

  it('takes a box from one side', () => {
    const box = { left: 250, top: 100, width: 100, height: 100 };
    const ours = edit.resizeShape(scene, shapes.note.id, { ...box, left: 300 });
    const theirs = edit.resizeShape(scene, shapes.note.id, { ...box, width: 200 });
    const { conflicts } = mergeModels(scene, ours, theirs);
    expect(conflicts).toMatchObject([
      { field: 'box', ours: { left: 300, width: 100 }, theirs: { left: 250, width: 200 } },
    ]);
  });

  it('keeps what one side removed and the other one changed, until somebody chooses', () => {
    const ours = edit.deleteElements(scene, [shapes.note.id]).value;
    const theirs = edit.setName(scene, shapes.note.id, 'Read this');
    for (const [merge, side] of [
      [mergeModels(scene, ours, theirs), 'ours'],
      [mergeModels(scene, theirs, ours), 'theirs'],
    ] as const) {
      expect(merge.conflicts).toMatchObject([{ cause: 'removed', kind: 'shape', key: shapes.note.id }]);
      expect(shapeIn(merge.document, shapes.note.id)).toEqual(shapeIn(theirs, shapes.note.id));
      const removed = resolve(merge, { [merge.conflicts[0]?.id ?? '']: side });
      expect(removed.document.diagrams[0]?.shapes.map(({ id }) => id)).not.toContain(shapes.note.id);
    }
  });

  it('keeps a shape that the other side drew a flow to, or frees the end', () => {
    const ours = edit.deleteElements(scene, [shapes.zone.id, shapes.person.id]).value;
    const ends = { source: { element: shapes.server.id }, target: { element: shapes.person.id } };
    const theirs = edit.addFlow(scene, first, typeId('https'), ends, guids());
    const merge = mergeModels(scene, ours, theirs);
    expect(merge.conflicts).toMatchObject([
      { cause: 'needed', key: shapes.person.id, theirs: { id: shapes.person.id } },
    ]);
    expect(shapeIn(merge.document, shapes.person.id)).toBe(shapeIn(scene, shapes.person.id));
    expect(checkInvariants(merge.document)).toEqual([]);
    const removed = resolve(merge, { [merge.conflicts[0]?.id ?? '']: 'ours' }).document;
    expect(removed.diagrams[0]?.lines.at(-1)?.target).toMatchObject({ element: null, port: 'None' });
    expect(checkInvariants(removed)).toEqual([]);
  });

  it('brings back the threats of a flow that stays', () => {
    const worked = edit.setThreatState(scene, threatKeys, 'Mitigated', author);
    const gone = edit.deleteElements(worked, [lines.request.id]).value;
    const ours = { ...gone, threats: gone.threats.filter(({ flowId }) => flowId !== lines.request.id) };
    const theirs = edit.setName(worked, lines.request.id, 'Still here');
    const merge = mergeModels(worked, ours, theirs);
    expect(merge.conflicts).toMatchObject([{ cause: 'removed', kind: 'line' }]);
    expect(merge.document.threats).toContain(worked.threats[0]);
    const removed = resolve(merge, { [merge.conflicts[0]?.id ?? '']: 'ours' }).document;
    expect(removed.threats.map(({ key }) => key)).not.toContain(threat?.key);
  });

  it('numbers threats and notes that both sides added, by key and not by side', () => {
    const ours = edit.addNote(
      edit.addCustomThreat(
        scene,
        lines.request.id,
        { title: 'A', category: 'Spoofing' },
        author,
        countingGuids(11),
      ),
      'A',
      author,
    );
    const later = { ...author, now: '2026-01-01T00:00:00Z' };
    const theirs = edit.addNote(
      edit.addCustomThreat(
        scene,
        lines.query.id,
        { title: 'B', category: 'Spoofing' },
        later,
        countingGuids(22),
      ),
      'B',
      later,
    );
    const merge = mergeModels(scene, ours, theirs);
    expect(merge.conflicts).toEqual([]);
    expect(merge.document.threats.map(({ id }) => id).toSorted()).toEqual([1, 2, 3, 4]);
    expect(merge.document.notes.map(({ id, message }) => [id, message])).toEqual([
      [1, 'A'],
      [2, 'B'],
    ]);
    expect(mergeModels(scene, theirs, ours).document).toEqual(merge.document);
  });

  it('keeps an element once that the sides moved to different diagrams', () => {
    const third = edit.addDiagram(scene, 'Third', guids()).value;
    const moved = (to: number): Model => ({
      ...third,
      diagrams: third.diagrams.map((diagram, at) => ({
        ...diagram,
        shapes: at === to ? [shapes.note] : diagram.shapes.filter(({ id }) => id !== shapes.note.id),
      })),
    });
    const merge = mergeModels(third, moved(1), moved(2));
    expect(merge.conflicts).toMatchObject([{ cause: 'twice', key: shapes.note.id, taken: 'ours' }]);
    expect(merge.document.diagrams.map(({ shapes: { length } }) => length)).toEqual([4, 1, 0]);
  });

  it('lets the properties follow the type that it takes', () => {
    const ours = edit.changeType(scene, [shapes.server.id], typeId('worker')).value;
    const theirs = edit.setProperty(
      setOutOfScope(scene, [shapes.server.id], false, 'Kept'),
      [shapes.server.id],
      'language',
      2,
    );
    const merge = mergeModels(scene, ours, theirs);
    expect(checkInvariants(merge.document)).toEqual([]);
    expect(merge.conflicts).toMatchObject([
      { cause: 'framed', kind: 'property', key: 'language', taken: 'ours' },
    ]);
    const { typeId: type, properties } = shapeIn(merge.document, shapes.server.id);
    expect(type).toBe('worker');
    expect(properties.find(({ name }) => name === reason)).toMatchObject({ value: 'Kept' });
  });

  it('asks once about the name of a diagram', () => {
    const [ours, theirs] = ['Ours', 'Theirs'].map((name) => edit.renameDiagram(scene, first, name));
    const merge = mergeModels(scene, ours ?? scene, theirs ?? scene);
    expect(merge.conflicts).toMatchObject([
      { kind: 'diagram', field: 'header', ours: 'Ours', theirs: 'Theirs' },
    ]);
    const chosen = resolve(merge, { [merge.conflicts[0]?.id ?? '']: 'theirs' }).document;
    expect(chosen.diagrams[0]).toEqual(theirs?.diagrams[0]);
  });

  it('takes one of two new orders, and each order that only one side changed', () => {
    const ours = edit.reorderElements(scene, [shapes.zone.id], 'front');
    const theirs = edit.reorderElements(scene, [shapes.note.id], 'back');
    const order = (model: Model | undefined) => model?.diagrams[0]?.shapes.map(({ id }) => id);
    const merge = mergeModels(scene, ours, theirs);
    expect(merge.conflicts).toMatchObject([
      { cause: 'order', kind: 'shape', ours: order(ours), theirs: order(theirs) },
    ]);
    expect(order(merge.document)).toEqual(order(ours));
    const named = edit.setName(scene, shapes.note.id, 'X');
    expect(order(mergeModels(scene, named, theirs).document)).toEqual(order(theirs));
  });

  it('of templates keeps both sides of a stencil', () => {
    const change = (more: Partial<Template['standardElements'][number]>): Template => ({
      ...testTemplate,
      standardElements: testTemplate.standardElements.map((type) =>
        type.id === 'server' ? { ...type, ...more } : type,
      ),
    });
    const merge = mergeTemplates(testTemplate, change({ name: 'Ours' }), change({ attributes: [] }));
    expect(merge.conflicts).toEqual([]);
    expect(merge.document).toEqual(change({ name: 'Ours', attributes: [] }));
  });
});
