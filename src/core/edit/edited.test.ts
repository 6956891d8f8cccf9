import { describe, expect, it } from 'vitest';
import { type DiagramId, diagramId, findDiagram, type Model, newModel, typeId } from '../document/index.ts';
import { countingGuids, testTemplate } from '../document/testing/template.ts';
import { copyFragment, pasteFragment } from './clipboard.ts';
import {
  addDiagram,
  changeType,
  connectElements,
  deleteDiagram,
  deleteElements,
  duplicateDiagram,
  duplicateElements,
  type Edited,
  insertLine,
  insertShape,
  moveElements,
  rename,
  rerouteFlows,
} from './index.ts';
import { diagramIds, lines, NOWHERE, scene, shapes } from './testing/scene.ts';

const [first = diagramId(''), second = diagramId('')] = diagramIds;
const { person, server, store, note, zone } = shapes;
const guid = countingGuids();
const box = { left: 400, top: 500, width: 100, height: 100 };
const at = (element: typeof server) => ({ element: element.id });
const https = typeId('https');

/** A command, what it says, and how many elements it selects; undefined leaves the selection alone. */
const COMMANDS: readonly (readonly [string, (model: Model) => Edited, string, number | undefined])[] = [
  ['delete', (m) => deleteElements(m, [server.id]), 'Deleted server name and 2 flows', undefined],
  [
    'delete on two diagrams',
    (m) => {
      const { value, select = [] } = pasteFragment(m, second, copyFragment(m, [note.id]), { newGuid: guid });
      return deleteElements(value, [person.id, ...select]);
    },
    'Deleted person name and 1 flow, note name',
    undefined,
  ],
  [
    'duplicate',
    (m) => duplicateElements(m, [person.id, server.id, lines.request.id], 20, 20, guid),
    'Duplicated 3 elements',
    3,
  ],
  [
    'paste',
    (m) => pasteFragment(m, first, copyFragment(m, [server.id]), { newGuid: guid }),
    'Pasted 1 element',
    1,
  ],
  ['add', (m) => insertShape(m, first, { typeId: typeId('server'), box }, guid), 'Added server name', 1],
  [
    'add a boundary around some',
    (m) => insertShape(m, first, { typeId: typeId('cloud'), box, around: 2 }, guid),
    'Added cloud name around 2 elements',
    1,
  ],
  [
    'add and connect',
    (m) =>
      insertShape(
        m,
        first,
        { typeId: typeId('server'), box, flow: { typeId: https, from: at(store) } },
        guid,
      ),
    'Added server name, connected',
    1,
  ],
  [
    'add, from what takes no flows',
    (m) =>
      insertShape(m, first, { typeId: typeId('server'), box, flow: { typeId: https, from: at(zone) } }, guid),
    'Added server name',
    1,
  ],
  [
    'draw a flow',
    (m) => insertLine(m, first, https, { source: { x: 20, y: 20 }, target: at(store) }, guid),
    'Added https name, nowhere → store name',
    1,
  ],
  [
    'connect',
    (m) => connectElements(m, first, https, { source: at(person), target: at(store) }, guid),
    'Connected https name, person name → store name',
    1,
  ],
  [
    'change a type',
    (m) => changeType(m, [server.id], typeId('worker')),
    'Changed type to worker name',
    undefined,
  ],
  [
    'reroute',
    (m) => rerouteFlows(moveElements(m, [server.id], 0, 600), [lines.request.id, lines.query.id]),
    'Rerouted 2 flows',
    undefined,
  ],
  ['rename', (m) => rename(m, server.id, 'Shop'), 'Renamed to Shop', undefined],
  ['delete a diagram', (m) => deleteDiagram(m, second), 'Deleted Second', undefined],
];

describe('a command', () => {
  it.each(COMMANDS)('%s says what it did', (_, command, said, selected) => {
    const { value, said: words, select, show } = command(scene);
    expect(value).not.toBe(scene);
    expect(words).toBe(said);
    expect(select?.length).toBe(selected);
    expect(show).toBeUndefined();
    const there = new Set(value.diagrams.flatMap((one) => [...one.shapes, ...one.lines]).map(({ id }) => id));
    expect(select?.filter((id) => !there.has(id)) ?? []).toEqual([]);
  });

  it.each<readonly [string, (model: Model) => Edited, string]>([
    ['added', (m) => addDiagram(m, 'Third', guid), 'Third'],
    ['copied', (m) => duplicateDiagram(m, first, guid), `${scene.diagrams[0]?.header} copy`],
  ])('shows a diagram that it %s', (_, command, name) => {
    const { value, show, said } = command(scene);
    expect(show && findDiagram(value, show)?.header).toBe(name);
    expect(said).toBe(`Added ${name}`);
  });

  const gone: DiagramId = diagramId('gone');
  it.each<readonly [string, (model: Model) => Edited]>([
    ['delete', (m) => deleteElements(m, [NOWHERE])],
    ['duplicate', (m) => duplicateElements(m, [NOWHERE], 20, 20, guid)],
    ['add a line as a shape', (m) => insertShape(m, first, { typeId: https, box }, guid)],
    ['add nowhere', (m) => insertShape(m, gone, { typeId: typeId('server'), box }, guid)],
    [
      'connect to a boundary',
      (m) => connectElements(m, first, https, { source: at(person), target: at(zone) }, guid),
    ],
    [
      'draw nowhere',
      (m) => insertLine(m, gone, https, { source: { x: 1, y: 1 }, target: { x: 90, y: 90 } }, guid),
    ],
    ['change to the same type', (m) => changeType(m, [server.id], server.typeId)],
    ['reroute a boundary', (m) => rerouteFlows(m, [lines.border.id])],
    ['rename to the same', (m) => rename(m, server.id, 'server name')],
    ['duplicate no diagram', (m) => duplicateDiagram(m, gone, guid)],
    ['delete no diagram', (m) => deleteDiagram(m, gone)],
  ])('says nothing when nothing changes: %s', (_, command) => {
    expect(command(scene)).toEqual({ value: scene });
    expect(command(scene).value).toBe(scene);
  });

  it('keeps the last diagram', () => {
    const one = newModel(testTemplate, guid);
    expect(deleteDiagram(one, one.diagrams[0]?.id ?? gone)).toEqual({ value: one });
  });
});
