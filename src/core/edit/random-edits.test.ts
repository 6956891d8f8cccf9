import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fidelityOf, readModel, writeModel } from '../codec/index.ts';
import {
  checkInvariants,
  DATAFLOW_ORDER,
  diagramId,
  type ElementId,
  elementTypes,
  lineKindOf,
  type Model,
  newLine,
  newModel,
  newShape,
  shapeKindOf,
  THREAT_STATES,
  type ThreatKey,
  typeId,
} from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { regenerate, regenerateAfter } from '../engine/index.ts';
import * as edit from './index.ts';
import { setOutOfScope } from './testing/scope.ts';

/** One random edit: which command, and three numbers that choose what it works on. */
interface Choice {
  readonly command: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
const TEXTS = ['', 'Web', 'two\nlines', ' edge ', '<&>"', 'line\r\nend', '容器 🐳', '{source.Name}'];

/** What the choices choose among, on the model as it is now. */
class Table {
  readonly newGuid = countingGuids(1000);

  commands(model: Model, { a, b, c }: Choice): readonly (() => Model)[] {
    const { template } = model;
    const pick = <T>(items: readonly T[], by: number): T | undefined => items[by % Math.max(1, items.length)];
    const diagram = pick(model.diagrams, c);
    if (diagram === undefined) return [() => edit.addDiagram(model, 'New', this.newGuid).value];
    const shapes = diagram.shapes.map((shape) => shape.id);
    const lines = diagram.lines.map((line) => line.id);
    const all: readonly ElementId[] = [...shapes, ...lines];
    const some = all.filter((_, index) => (a >> (index % 16)) & 1);
    const one = pick(all, b) as ElementId;
    const shape = pick(shapes, a) as ElementId;
    const line = pick(lines, b) as ElementId;
    const types = [...elementTypes(template).values()];
    const shapeTypes = types.filter((type) => shapeKindOf(template, type.id) !== undefined);
    const flowTypes = types.filter((type) => lineKindOf(template, type.id) === 'flow');
    const keys: readonly ThreatKey[] = model.threats
      .filter((_, index) => (b >> (index % 16)) & 1)
      .map((t) => t.key);
    const text = pick(TEXTS, c) ?? '';
    const point = { x: (a * 7) % 900, y: (b * 11) % 700 };
    const property = diagram.shapes
      .concat()
      .flatMap((s) => s.properties)
      .filter((p) => p.kind === 'list');
    return [
      () => {
        const type = pick(shapeTypes, a);
        if (type === undefined) return model;
        const place = { left: point.x, top: point.y };
        return edit.addShape(model, diagram.id, newShape(template, type.id, place, this.newGuid));
      },
      () => {
        const type = pick(flowTypes, c);
        const target = pick(shapes, b);
        if (type === undefined || target === undefined) return model;
        const route = { source: { element: shape }, target: a % 5 === 0 ? point : { element: target } };
        return edit.addFlow(model, diagram.id, type.id, route, this.newGuid);
      },
      () => {
        const type = types.find((candidate) => lineKindOf(template, candidate.id) === 'lineBoundary');
        if (type === undefined) return model;
        const end = (x: number, y: number) => ({ element: null, port: 'None' as const, x, y });
        const ends = { source: end(point.x, point.y), target: end(point.y, point.x) };
        return edit.addLine(
          model,
          diagram.id,
          newLine(template, type.id, ends, { x: a % 500, y: b % 500 }, this.newGuid),
        );
      },
      () => edit.moveElements(model, some, (b % 400) - 200, (c % 400) - 200),
      () => edit.resizeShape(model, shape, { left: point.x, top: point.y, width: a % 300, height: b % 300 }),
      () => edit.moveHandle(model, line, point),
      () =>
        edit.reconnect(
          model,
          line,
          a % 2 === 0 ? 'source' : 'target',
          c % 3 === 0 ? point : { element: shape },
        ),
      () => edit.reverseFlow(model, line),
      () => edit.setName(model, one, text),
      () => edit.setProperty(model, all, pick(property, a)?.name ?? '', b % 4),
      () => setOutOfScope(model, some, a % 2 === 0, text),
      () => edit.changeType(model, some, pick(types, b)?.id ?? ('' as never)).value,
      () => edit.deleteElements(model, a % 3 === 0 ? some : [one]).value,
      () => edit.duplicateElements(model, some, 30, 40, this.newGuid, { withThreats: a % 2 === 0 }).value,
      () => {
        const fragment = edit.parseFragment(JSON.stringify(edit.copyFragment(model, some)));
        const into = pick(model.diagrams, a);
        if (!fragment.ok || into === undefined) throw new Error('A copied fragment cannot be read');
        return edit.pasteFragment(model, into.id, fragment.value, {
          newGuid: this.newGuid,
          withThreats: b % 2 === 0,
        }).value;
      },
      () => edit.alignElements(model, some, (['left', 'top'] as const)[a % 2] ?? 'left'),
      () => edit.distributeElements(model, some, a % 2 === 0 ? 'horizontal' : 'vertical'),
      () => edit.sameSize(model, some, 'both'),
      () => edit.rerouteFlows(model, some).value,
      () => edit.setProperty(model, some, DATAFLOW_ORDER, text),
      () => {
        const box = { left: point.x, top: point.y, width: 50 + (a % 200), height: 50 + (b % 200) };
        const boxes = new Map(shapes.length === 0 ? [] : [[shape, box]]);
        return edit.placeElements(model, diagram.id, {
          boxes,
          handles: new Map(lines.map((id) => [id, point])),
        });
      },
      () => edit.reorderElements(model, some, a % 2 === 0 ? 'front' : 'back'),
      () => edit.addDiagram(model, text, this.newGuid).value,
      () => edit.duplicateDiagram(model, diagram.id, this.newGuid).value,
      () => edit.deleteDiagram(model, diagram.id).value,
      () => edit.moveDiagram(model, diagram.id, a % 4),
      () => edit.renameDiagram(model, diagram.id, text),
      () => edit.setInformation(model, 'description', text),
      () => edit.addNote(model, text, author),
      () => edit.editNote(model, a % 4, text),
      () => edit.deleteNote(model, a % 4),
      () => edit.setThreatState(model, keys, pick(THREAT_STATES, c) ?? 'Mitigated', author),
      () => edit.setThreatProperty(model, keys, 'StateInformation', text, author),
      () => edit.setThreatPriority(model, keys, text, author),
      () => edit.addCustomThreat(model, line, { title: text, category: 'Spoofing' }, author, this.newGuid),
      () => edit.duplicateOwnThreats(model, keys, author, this.newGuid),
      () => edit.moveOwnThreats(model, keys, line, author),
      () => edit.deleteThreats(model, keys),
      () => edit.setThreatGenerationEnabled(model, a % 4 !== 0),
    ];
  }

  apply(model: Model, choice: Choice): Model {
    const commands = this.commands(model, choice);
    return (commands[choice.command % commands.length] ?? (() => model))();
  }
}

const choice = fc.record({
  command: fc.nat(1000),
  a: fc.nat(65_535),
  b: fc.nat(65_535),
  c: fc.nat(65_535),
});

/** Something to work on: servers and stores with flows between them, a boundary, and their threats. */
function populated(): Model {
  const guid = countingGuids();
  let model = newModel(testTemplate, guid);
  const diagram = model.diagrams[0]?.id ?? diagramId('');
  for (const [index, type] of ['server', 'store', 'worker', 'person', 'cloud'].entries()) {
    const place = { left: 40 + index * 160, top: 60 + (index % 2) * 150 };
    model = edit.addShape(model, diagram, newShape(model.template, typeId(type), place, guid));
  }
  const shapes = model.diagrams[0]?.shapes.map((shape) => shape.id) ?? [];
  for (const [from, to] of [
    [0, 1],
    [2, 1],
    [3, 0],
    [0, 2],
    [0, 0],
  ] as const) {
    const [source, target] = [shapes[from], shapes[to]];
    if (source === undefined || target === undefined) continue;
    const route = { source: { element: source }, target: { element: target } };
    model = edit.addFlow(model, diagram, typeId('https'), route, guid);
  }
  return regenerate(model);
}

describe('random edits', () => {
  it('begin with something to work on', () => {
    const model = populated();
    expect(model.diagrams[0]?.lines).toHaveLength(5);
    expect(model.threats.length).toBeGreaterThan(3);
  });

  it('keep what every model satisfies, come back from a file, and undo to the first bytes', () => {
    fc.assert(
      fc.property(fc.array(choice, { minLength: 5, maxLength: 40 }), (choices) => {
        const table = new Table();
        const first = populated();
        const firstBytes = writeModel(first);
        let model = first;
        let history: edit.History<Model, never> = edit.emptyHistory;
        for (const [index, next] of choices.entries()) {
          const after = regenerateAfter(model, table.apply(model, next));
          history = edit.record(history, `Step ${index}`, model, after);
          model = after;
          expect(checkInvariants(model)).toEqual([]);
          expect(edit.checkPorts(model)).toEqual([]);
          expect(new Set(model.threats.map((threat) => threat.key)).size).toBe(model.threats.length);
          expect(new Set(model.threats.map((threat) => threat.id)).size).toBe(model.threats.length);
        }
        const read = readModel(writeModel(model));
        expect(read.ok && read.value.warnings).toEqual([]);
        expect(read.ok && fidelityOf(read.value)).toBe('exact');
        expect(read.ok && read.value.model).toEqual(model);

        for (let back = edit.undo(history); back !== null; back = edit.undo(history)) {
          history = back.history;
          model = back.value;
        }
        expect(model).toBe(first);
        expect(Buffer.compare(writeModel(model), firstBytes)).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
