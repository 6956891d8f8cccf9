import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, differencesOf, diffModels } from '../compare/index.ts';
import { choices, edited, populated } from '../compare/testing/random-models.ts';
import { checkInvariants, type LineEnd, type Model, threatProperty, typeId } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import * as edit from '../edit/index.ts';
import { checkPorts } from '../edit/index.ts';
import { diagramIds, firstOf, lineIn, lines, NOWHERE, scene, shapes } from '../edit/testing/scene.ts';
import { regenerate } from '../engine/index.ts';
import { applyEdit, takeOver, turnedRound } from './index.ts';

const first = populated();
const between = (before: Model, after: Model): readonly Difference[] =>
  differencesOf(diffModels(before, after), before, after);
const ids = (differences: readonly Difference[]) => new Set(differences.map(({ id }) => id));
const faults = (model: Model): readonly string[] => [...checkInvariants(model), ...checkPorts(model)];

describe('taking over', () => {
  const model = regenerate(scene);
  const doing = (change: (model: Model) => Model): Model => applyEdit(model, change).model;
  const one = (mine: Model, other: Model, wanted: (difference: Difference) => boolean) => {
    const all = between(mine, other);
    return takeOver(mine, all, ids(all.filter(wanted)));
  };

  it('takes one of several and leaves the others', () => {
    const other = doing((m) =>
      edit.setName(edit.setName(m, shapes.server.id, 'Gate'), shapes.note.id, 'Look'),
    );
    const { model: taken, along } = one(model, other, ({ after }) => after === 'Look');
    expect(along).toEqual([]);
    expect(between(model, taken).map(({ after }) => after)).toEqual(['Look']);
  });

  it('takes what a property can hold with the type that says so', () => {
    const server = first.diagrams[0]?.shapes.find(({ typeId: type }) => type === 'server');
    if (server === undefined) throw new Error('There is a server');
    const other = edit.changeType(first, [server.id], typeId('worker')).value;
    const all = between(first, other);
    const kinds = all.filter(({ changes }) =>
      changes.some((one) => one.type === 'set' && one.field === 'kind'),
    );
    expect(kinds).toHaveLength(1);
    const { model: taken } = takeOver(first, all, ids(kinds));
    expect(faults(taken)).toEqual([]);
    expect(taken.diagrams[0]?.shapes.find(({ id }) => id === server.id)?.typeId).toBe('worker');
  });

  it('gives a number once where one of two threats that changed theirs is taken', () => {
    const numbers = first.threats.map(({ id }) => id).toReversed();
    const other = {
      ...first,
      threats: first.threats.map((threat, index) => ({ ...threat, id: numbers[index] ?? 0 })),
    };
    const [one] = between(first, other);
    const { model: taken } = takeOver(first, between(first, other), new Set([one?.id ?? '']));
    expect(faults(taken)).toEqual([]);
    expect(new Set(taken.threats.map(({ id }) => id)).size).toBe(first.threats.length);
  });

  it('takes a flow with the shapes that it ends on and what was written to its threats', () => {
    const newGuid = countingGuids(8_000_000);
    const [diagram] = diagramIds;
    if (diagram === undefined) throw new Error('The scene has a diagram');
    const drawn = doing((m) => {
      const shape = edit.addShape(m, diagram, {
        ...shapes.server,
        id: newGuid() as typeof shapes.server.id,
        left: 900,
        top: 700,
      });
      const added = shape.diagrams[0]?.shapes.at(-1);
      if (added === undefined) throw new Error('It was added');
      const route = { source: { element: added.id }, target: { element: shapes.server.id } };
      return edit.addFlow(shape, diagram, typeId('https'), route, newGuid);
    });
    const flow = drawn.diagrams[0]?.lines.at(-1)?.id;
    const keys = drawn.threats.filter(({ flowId }) => flowId === flow).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    const other = edit.setThreatProperty(drawn, keys, 'StateInformation', 'Signed', {
      name: 'Ada',
      now: 'x',
    });
    const { model: taken, along } = one(
      model,
      other,
      ({ group, type }) => group === 'flows' && type === 'added',
    );
    expect(along.length).toBe(1 + keys.length);
    expect(faults(taken)).toEqual(faults(model));
    const after = applyEdit(model, () => taken).model;
    const written = after.threats.filter(({ flowId }) => flowId === flow);
    expect(written.map((threat) => threatProperty(threat, 'StateInformation'))).toEqual(
      keys.map(() => 'Signed'),
    );
  });

  it('takes a shape away with what the other one did to its flows', () => {
    const other = doing((m) => edit.deleteElements(m, [shapes.server.id]).value);
    const { model: taken } = one(model, other, ({ place }) => place.element === shapes.server.id);
    expect(taken.diagrams).toEqual(other.diagrams);
  });

  it('takes back what is only here', () => {
    const mine = doing((m) => edit.deleteElements(m, [lines.request.id]).value);
    const all = between(model, mine);
    const back = takeOver(mine, turnedRound(all), ids(all.filter(({ group }) => group === 'flows')));
    expect(back.model.diagrams).toEqual(model.diagrams);
    expect(
      applyEdit(mine, () => back.model)
        .model.threats.map(({ key }) => key)
        .sort(),
    ).toEqual(model.threats.map(({ key }) => key).sort());
  });

  /** As some tools store it: off its port. */
  const off = (m: Model, end: Partial<LineEnd> = { x: 301, y: 111 }): Model => ({
    ...m,
    diagrams: m.diagrams.map((diagram) => ({
      ...diagram,
      lines: diagram.lines.map((line) =>
        line.id === lines.request.id ? { ...line, target: { ...line.target, port: 'East', ...end } } : line,
      ),
    })),
  });
  const request = (m: Model) => edit.setName(m, lines.request.id, 'Asks');

  it.each<[string, Model]>([
    ['off its port', off(model)],
    ['on what was never there', off(model, { element: NOWHERE })],
  ])('leaves an end %s as it is stored, also where other things of its flow are taken', (_, mine) => {
    const other = request(edit.moveElements(mine, [shapes.note.id], 40, 0));
    const { model: taken, along } = one(
      mine,
      other,
      ({ type, after }) => type === 'moved' || after === 'Asks',
    );
    expect(along).toEqual([]);
    expect(lineIn(taken, lines.request.id)).toEqual(lineIn(other, lines.request.id));
    expect(firstOf(one(mine, other, ({ type }) => type === 'moved').model).lines).toEqual(
      firstOf(mine).lines,
    );
    const both = takeOver(model, between(model, other), ids(between(model, other))).model;
    expect(both.diagrams).toEqual(other.diagrams);
  });

  it('puts an end to its port where only its shape is taken, and the handle follows', () => {
    const other = doing((m) => edit.moveElements(m, [shapes.person.id], 0, 200));
    const { model: taken } = one(model, other, ({ place }) => place.element === shapes.person.id);
    expect(faults(taken)).toEqual([]);
    expect(lineIn(taken, lines.request.id)).toEqual(lineIn(other, lines.request.id));
  });

  it('says which types the template does not have', () => {
    const strange = {
      ...model,
      diagrams: model.diagrams.map((diagram) => ({
        ...diagram,
        shapes: diagram.shapes.map((shape) =>
          shape.id === shapes.note.id ? { ...shape, typeId: typeId('alien') } : shape,
        ),
      })),
    };
    expect(one(model, strange, () => true).lacking).toEqual([typeId('alien')]);
    expect(one(strange, model, () => true).lacking).toEqual([]);
  });
});

describe('taking over anything of two descendants of a model', () => {
  const two = fc.tuple(choices(4), choices(8), choices(8)).map(([before, left, right]) => {
    const base = edited(first, before, 1000);
    return [edited(base, left, 2000), edited(base, right, 3000)] as const;
  });

  it('keeps a model together', () => {
    fc.assert(
      fc.property(two, fc.integer(), ([mine, other], by) => {
        const all = between(mine, other);
        const wanted = ids(all.filter((_, index) => (by >> (index % 31)) & 1));
        const { model, lacking } = takeOver(mine, all, wanted);
        expect(lacking).toEqual([]);
        const known = new Set([...faults(mine), ...faults(other)]);
        expect(faults(model).filter((fault) => !known.has(fault))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('gives the other model when all is taken, and the same when nothing is', () => {
    fc.assert(
      fc.property(two, ([mine, other]) => {
        const all = between(mine, other);
        expect(takeOver(mine, all, ids(all)).model.diagrams).toEqual(other.diagrams);
        expect(takeOver(mine, all, new Set()).model).toBe(mine);
        expect(takeOver(other, turnedRound(all), ids(all)).model.diagrams).toEqual(mine.diagrams);
      }),
      { numRuns: 60 },
    );
  });
});
