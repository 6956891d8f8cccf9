import fc from 'fast-check';
import {
  type Carried,
  type Diagram,
  diagramId,
  type ElementType,
  elementTypes,
  type Model,
  newModel,
  newShape,
  shapeKindOf,
  type Template,
  THREAT_STATES,
  typeId,
} from '../../document/index.ts';
import { attribute, countingGuids, elementType, testTemplate } from '../../document/testing/template.ts';
import * as edit from '../../edit/index.ts';
import { setOutOfScope } from '../../edit/testing/scope.ts';
import { regenerate, regenerateAfter } from '../../engine/index.ts';

/** One random edit: which one, and three numbers that choose what it works on. */
export interface Choice {
  readonly command: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export const choices = (maxLength: number): fc.Arbitrary<readonly Choice[]> =>
  fc.array(fc.record({ command: fc.nat(1000), a: fc.nat(65_535), b: fc.nat(65_535), c: fc.nat(65_535) }), {
    maxLength,
  });

const TEXTS = ['', 'Web', 'two\nlines', ' edge ', '<&>"', '容器 🐳', 'a name', 'b name'];
const author = (minute: number) => ({
  name: 'Ada',
  now: `2026-01-02T03:${String(minute % 60).padStart(2, '0')}:05+00:00`,
});
const pick = <T>(items: readonly T[], by: number): T | undefined => items[by % Math.max(1, items.length)];
const some = <T>(items: readonly T[], by: number): readonly T[] =>
  items.filter((_, index) => (by >> (index % 16)) & 1);
const rotated = <T>(items: readonly T[], by: number): readonly T[] => {
  const at = by % Math.max(1, items.length);
  return [...items.slice(at), ...items.slice(0, at)];
};
const without = <T>(items: readonly T[], by: number): readonly T[] =>
  items.filter((_, index) => index !== by % Math.max(1, items.length));
/** A copy of one of the items at another place: as a hostile file has it. */
const doubled = <T>(items: readonly T[], by: number): readonly T[] => {
  const item = pick(items, by);
  return item === undefined ? items : items.toSpliced((by >> 3) % (items.length + 1), 0, item);
};
const replaced = <T>(items: readonly T[], by: number, change: (item: T) => T): readonly T[] =>
  items.map((item, index) => (index === by % items.length ? change(item) : item));

/** A model with flows, boundaries, notes and threats. */
export function populated(): Model {
  const guid = countingGuids();
  let model = newModel(testTemplate, guid);
  const diagram = model.diagrams[0]?.id ?? diagramId('');
  for (const [index, type] of ['server', 'store', 'worker', 'person', 'cloud', 'note'].entries()) {
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
  model = edit.addDiagram(model, 'Second', guid).value;
  for (const minute of [1, 2, 3]) model = edit.addNote(model, `Note ${minute}`, author(minute));
  return regenerate(model);
}

/** Edits by the named commands, which keep the invariants; the ids they give begin at `start`. */
export function edited(first: Model, list: readonly Choice[], start: number): Model {
  const newGuid = countingGuids(start);
  return list.reduce((model, choice, index) => {
    const commands = namedCommands(model, choice, newGuid, start + index);
    return regenerateAfter(model, commands[choice.command % commands.length]?.() ?? model);
  }, first);
}

function namedCommands(model: Model, { a, b, c }: Choice, newGuid: () => string, minute: number) {
  const { template } = model;
  const diagram = pick(model.diagrams, c);
  const text = pick(TEXTS, c) ?? '';
  if (diagram === undefined) return [() => edit.addDiagram(model, text, newGuid).value];
  const shapes = diagram.shapes.map(({ id }) => id);
  const all = [...shapes, ...diagram.lines.map(({ id }) => id)];
  const [shape, line, one] = [pick(shapes, a), pick(diagram.lines, b)?.id, pick(all, b)];
  const types = [...elementTypes(template).values()];
  const keys = some(model.threats, b).map(({ key }) => key);
  const flow = (id: typeof shape, other: typeof shape) =>
    id === undefined || other === undefined
      ? model
      : edit.addFlow(
          model,
          diagram.id,
          typeId('https'),
          { source: { element: id }, target: { element: other } },
          newGuid,
        );
  return [
    () => {
      const type = pick(
        types.filter(({ id }) => shapeKindOf(template, id) !== undefined),
        a,
      );
      if (type === undefined) return model;
      const place = { left: 10 + (a % 900), top: 10 + (b % 700) };
      return edit.addShape(model, diagram.id, newShape(template, type.id, place, newGuid));
    },
    () => flow(shape, pick(shapes, b)),
    () => edit.moveElements(model, some(all, a), (b % 400) - 200, (c % 400) - 200),
    () =>
      shape === undefined
        ? model
        : edit.resizeShape(model, shape, { left: 20, top: b % 300, width: 90, height: c % 300 }),
    () => (line === undefined ? model : edit.moveHandle(model, line, { x: a % 500, y: c % 500 })),
    () =>
      line === undefined || shape === undefined
        ? model
        : edit.reconnect(model, line, a % 2 ? 'source' : 'target', { element: shape }),
    () => (line === undefined ? model : edit.reverseFlow(model, line)),
    () => (one === undefined ? model : edit.setName(model, one, text)),
    () => edit.setProperty(model, all, pick(['language', 'runs as', 'encrypted', 'channel'], a) ?? '', b % 3),
    () => setOutOfScope(model, some(all, b), a % 2 === 0, text),
    () => edit.changeType(model, some(all, a), pick(types, b)?.id ?? typeId('server')).value,
    () => (one === undefined ? model : edit.deleteElements(model, [one]).value),
    () => edit.duplicateElements(model, some(all, a), 30, 40, newGuid, { withThreats: a % 2 === 0 }).value,
    () => edit.reorderElements(model, some(all, a), b % 2 ? 'front' : 'back'),
    () => edit.addDiagram(model, text, newGuid).value,
    () =>
      a % 4 === 0 ? edit.deleteDiagram(model, diagram.id).value : edit.moveDiagram(model, diagram.id, a % 4),
    () => edit.renameDiagram(model, diagram.id, text),
    () => edit.setInformation(model, a % 2 ? 'description' : 'owner', text),
    () => edit.addNote(model, text, author(minute)),
    () => edit.editNote(model, a % 4, text),
    () => edit.deleteNote(model, a % 4),
    () => edit.setThreatState(model, keys, pick(THREAT_STATES, c) ?? 'Mitigated', author(minute)),
    () => edit.setThreatProperty(model, keys, 'StateInformation', text, author(minute)),
    () => edit.setThreatPriority(model, keys, text, author(minute)),
    () =>
      line === undefined
        ? model
        : edit.addCustomThreat(model, line, { title: text, category: 'Spoofing' }, author(minute), newGuid),
    () => edit.deleteThreats(model, keys),
  ];
}

/** Changes of records that no command makes: every field, any order, doubled ids, other templates. */
export const disturbed = (first: Model, list: readonly Choice[]): Model => list.reduce(disturbedOnce, first);

function disturbedOnce(model: Model, { command, a, b, c }: Choice): Model {
  const text = pick(TEXTS, c) ?? '';
  const diagrams = (change: (diagram: Diagram) => Diagram): Model => ({
    ...model,
    diagrams: replaced(model.diagrams, c, change),
  });
  const unknown = { name: text, namespace: 'urn:x', attributes: [], children: [] };
  // What codecs seal is theirs alone; comparing has to cope with any of it.
  const carried = { nodes: [{ after: null, node: unknown }] } as unknown as Carried;
  const edits: readonly (() => Model)[] = [
    () => diagrams((one) => ({ ...one, shapes: doubled(one.shapes, a) })),
    () => diagrams((one) => ({ ...one, lines: doubled(one.lines, a) })),
    () => diagrams((one) => ({ ...one, shapes: rotated(one.shapes, a), zoom: b / 7 })),
    () => diagrams((one) => ({ ...one, lines: without(one.lines, a).toReversed() })),
    () =>
      diagrams((one) => ({
        ...one,
        shapes: replaced(one.shapes, a, ({ carried: _, ...shape }) =>
          b % 2 ? { ...shape, carried } : shape,
        ),
      })),
    () =>
      diagrams((one) => ({
        ...one,
        shapes: replaced(one.shapes, a, (shape) => ({
          ...shape,
          properties: rotated(doubled(shape.properties, b), c),
        })),
      })),
    () =>
      diagrams((one) => ({
        ...one,
        lines: replaced(one.lines, a, ({ strokeThickness: _, ...line }) =>
          b % 2 ? { ...line, strokeThickness: b } : line,
        ),
      })),
    () => ({ ...model, diagrams: rotated(doubled(model.diagrams, a), b) }),
    () => ({ ...model, notes: rotated(doubled(model.notes, a), b) }),
    () => ({ ...model, notes: without(model.notes, a) }),
    () => ({ ...model, threats: rotated(without(model.threats, a), b) }),
    () => ({
      ...model,
      threats: replaced(model.threats, a, (one) => ({
        ...one,
        properties: rotated(doubled(one.properties, b), c),
      })),
    }),
    () => ({ ...model, template: disturbedTemplate(model.template, a, b, c) }),
    () => ({ ...model, promptedTemplates: some(TEXTS, a), version: text }),
  ];
  return edits[command % edits.length]?.() ?? model;
}

/** Any change of a template. */
export function disturbedTemplate(template: Template, a: number, b: number, c: number): Template {
  const text = pick(TEXTS, c) ?? '';
  const types = (change: (list: readonly ElementType[]) => readonly ElementType[]): Template => ({
    ...template,
    standardElements: change(template.standardElements),
  });
  const edits: readonly (() => Template)[] = [
    () => ({ ...template, manifest: { ...template.manifest, version: text } }),
    () => types((list) => doubled(list, b)),
    () => types((list) => rotated(list, b)),
    () => types((list) => without(list, b)),
    () => types((list) => [elementType(`new ${c % 9}`, 'box', 'Inherited'), ...list]),
    () =>
      types((list) =>
        replaced(list, b, (one) => ({
          ...one,
          attributes: [attribute(text, ['x', text]), ...one.attributes],
        })),
      ),
    () =>
      types((list) =>
        replaced(list, b, ({ stencilConstraints: _, ...one }) => ({ ...one, image: c % 2 ? text : null })),
      ),
    () => ({ ...template, threatCategories: rotated(template.threatCategories, b) }),
    () => ({
      ...template,
      threatTypes: replaced(template.threatTypes, b, (one) => ({
        ...one,
        filters: { ...one.filters, exclude: text },
      })),
    }),
    () => ({
      ...template,
      threatTypes: replaced(template.threatTypes, b, (one) => ({ ...one, datums: doubled(one.datums, c) })),
    }),
    () => ({
      ...template,
      threatMetadata: {
        ...template.threatMetadata,
        datums: without(rotated(template.threatMetadata.datums, b), c),
      },
    }),
  ];
  return edits[a % edits.length]?.() ?? template;
}
