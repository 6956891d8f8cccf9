import { describe, expect, it } from 'vitest';
import { diagramId, type ElementId, type Line, type Model, takesFlows, typeId } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { changeType } from './change-type.ts';
import { copyFragment, pasteFragment } from './clipboard.ts';
import { duplicateElements } from './duplicate.ts';
import { addFlow, reconnect, rerouteFlows } from './lines.ts';
import { resizeShape } from './shapes.ts';
import { scene, shapes } from './testing/scene.ts';

const { note, person, server, zone } = shapes;
const guids = countingGuids(5_000_001);
const first = scene.diagrams[0]?.id ?? diagramId('');
const [request] = scene.diagrams[0]?.lines ?? [];
if (request === undefined) throw new Error('The scene has no flow');
const linesOf = (model: Model): readonly Line[] => model.diagrams[0]?.lines ?? [];

/** As another writer could store it: the flow's target is the element. */
const hung = (on: ElementId): Model => ({
  ...scene,
  diagrams: scene.diagrams.map((diagram) => ({
    ...diagram,
    lines: diagram.lines.map((line) =>
      line.id === request.id ? { ...line, target: { ...line.target, element: on } } : line,
    ),
  })),
});
const endsAt = (model: Model, known: Model): readonly string[] => {
  const closed = new Set(
    (model.diagrams[0]?.shapes ?? []).filter((one) => !takesFlows(model.template, one)).map(({ id }) => id),
  );
  const before = new Set(linesOf(known).map(({ id }) => id));
  return linesOf(model)
    .filter((line) => !before.has(line.id))
    .flatMap(({ source, target }) => [source.element, target.element])
    .filter((id): id is ElementId => id !== null && closed.has(id));
};

describe.each([
  ['an annotation', note],
  ['a boundary', zone],
])('%s takes no flows', (_, closed) => {
  it.each([
    ['a flow to it', { element: person.id }, { element: closed.id }],
    ['a flow from it', { element: closed.id }, { element: person.id }],
  ])('%s is none', (_what, source, target) => {
    expect(addFlow(scene, first, typeId('https'), { source, target }, guids)).toBe(scene);
  });

  it.each(['source', 'target'] as const)('the %s of a flow stays where it was', (end) => {
    expect(reconnect(scene, request.id, end, { element: closed.id })).toBe(scene);
  });

  it('a flow that a file hangs on it stays, and copies of it have a free end', () => {
    const model = hung(closed.id);
    expect(rerouteFlows(model, [request.id]).value).toBe(model);
    const ids = [person.id, closed.id, request.id];
    const twice = duplicateElements(model, ids, 20, 20, guids).value;
    const pasted = pasteFragment(model, first, copyFragment(model, ids), { newGuid: guids }).value;
    for (const after of [twice, pasted]) {
      expect(linesOf(after)).toHaveLength(linesOf(model).length + 1);
      expect(endsAt(after, model)).toEqual([]);
      expect(linesOf(after).at(-1)?.target.element).toBeNull();
    }
  });
});

it('an element does not become an annotation by a change of type', () => {
  expect(changeType(scene, [server.id], typeId('note')).value).toBe(scene);
  expect(takesFlows(testTemplate, server)).toBe(true);
});

it('a shape under the least size or off the canvas is not brought back by a change to something else', () => {
  const small = { left: 4, top: 100, width: 25, height: 25 };
  const model: Model = {
    ...scene,
    diagrams: scene.diagrams.map((diagram) => ({
      ...diagram,
      shapes: diagram.shapes.map((one) => (one.id === note.id ? { ...one, ...small } : one)),
    })),
  };
  const sized = (width: number, height: number) =>
    resizeShape(model, note.id, { ...small, width, height }).diagrams[0]?.shapes.find(
      ({ id }) => id === note.id,
    );
  expect(sized(15, 25)).toMatchObject(small);
  expect(sized(35, 25)).toMatchObject({ ...small, width: 35 });
});
