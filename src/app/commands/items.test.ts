import { describe, expect, it, vi } from 'vitest';
import type { Model } from '../../core/document/index.ts';
import { moveElements, setThreatState } from '../../core/edit/index.ts';
import { author, scene, shapes } from '../../core/edit/testing/scene.ts';
import type { Command } from '../store/index.ts';
import {
  chosenItem,
  findItems,
  type Item,
  itemsOf,
  keyOf,
  modelItems,
  otherItems,
  score,
  walkAnswers,
} from './items.ts';

const command = (label: string, keywords = ''): Item => ({
  kind: 'command',
  label,
  context: 'View',
  command: { id: label, label, group: 'View', keywords, run: () => undefined },
});

const tabOf = (model: Model) => ({ kind: 'model', id: 'tab', fileName: 'other.tm7', model }) as const;

const ITEMS: readonly Item[] = [
  command('Show the report'),
  command('Export report as PDF', 'save download'),
  command('Zoom to fit'),
  command('Reset'),
];
const found = (query: string) => findItems(ITEMS, query).map((item) => item.label);

describe('findItems', () => {
  it.each([
    ['', ['Show the report', 'Export report as PDF', 'Zoom to fit', 'Reset']],
    ['report', ['Show the report', 'Export report as PDF']],
    ['REPORT pdf', ['Export report as PDF']],
    ['re', ['Reset', 'Show the report', 'Export report as PDF']],
    ['download', ['Export report as PDF']],
    ['  zoom  ', ['Zoom to fit']],
    ['zoom report', []],
    ['(', []],
  ])('%j finds %j', (query, labels) => {
    expect(found(query)).toEqual(labels);
  });

  it('gives a bounded list for thousands of items', () => {
    const many = Array.from({ length: 5000 }, (_, index) => command(`Item ${index}`));
    expect(findItems(many, 'item').length).toBeLessThan(100);
  });
});

describe('an error of typing', () => {
  it.each([
    ['reprot', ['Show the report', 'Export report as PDF']],
    ['zooom', ['Zoom to fit']],
    ['exprt pdf', ['Export report as PDF']],
    ['downlod', ['Export report as PDF']],
    // Too short to tell, two errors, and one in a word of several.
    ['rst', []],
    ['reprrot', []],
    ['zoom exprt', []],
  ])('in %j finds %j', (query, labels) => {
    expect(found(query)).toEqual(labels);
  });

  it('stands behind what has none, and is not looked for where there is enough', () => {
    const near = command('Form');
    const items = [near, ...Array.from({ length: 4 }, (_, at) => command(`From ${at}`))];
    expect(findItems(items, 'from').at(-1)).toBe(near);
    expect(findItems([...items, command('From 5')], 'from')).not.toContain(near);
  });

  it('has each item split into its words once, not at each key', () => {
    const items = Array.from({ length: 50 }, (_, at) => command(`Report ${at}`));
    findItems(items, 'reprot');
    const split = vi.spyOn(String.prototype, 'split');
    expect(findItems(items, 'reprotx')).toEqual([]);
    expect(findItems(items, 'reprot')).toHaveLength(50);
    // The two queries.
    expect(split.mock.calls.length).toBe(2);
    split.mockRestore();
  });

  it('counts for less than a command that is off', () => {
    const off: Item = { ...command('Align left edges'), kind: 'command', off: 'Select two elements' } as Item;
    expect(findItems([command('Alien'), off], 'align')[0]).toBe(off);
    expect(findItems([off, command('Aligned')], 'align')[0]?.label).toBe('Aligned');
  });
});

describe('itemsOf', () => {
  const runs = (id: string, enabled?: boolean): Command => ({
    id,
    label: id,
    group: 'View',
    ...(enabled === undefined ? {} : { enabled: () => enabled }),
    run: () => undefined,
  });
  const commands = [runs('always'), runs('now', true), runs('not now', false), runs('go.commands')];
  const front = { ...tabOf(scene), id: 'front' };
  const other = tabOf(scene);
  const template = { kind: 'template', id: 'template', fileName: 'a.tb7' } as const;

  it('has the commands that can be run, but for the one that got here, and those that are off by name alone', () => {
    const items = itemsOf(commands, null, []);
    expect(findItems(items, '').map(({ label }) => label)).toEqual(['always', 'now']);
    const off = findItems(items, 'not now').map((item) => item.kind === 'command' && item.off);
    expect(off).toEqual(['Not possible now']);
  });

  it.each([
    [
      'a model in front: its own things, then the other tabs',
      front,
      [...modelItems(scene), ...otherItems(other)],
    ],
    ['a template in front: the other tabs', template, [...otherItems(front), ...otherItems(other)]],
    ['the start page: all tabs', null, [...otherItems(front), ...otherItems(other)]],
  ] as const)('finds with %s', (_, shown, wanted) => {
    const tabs = shown === template ? [template, front, other] : [front, other];
    expect(itemsOf([], shown, tabs)).toEqual(wanted);
  });
});

describe('chosenItem', () => {
  const key = (label: string) => keyOf(command(label));
  it.each<readonly [string, string, string | undefined]>([
    ['report', '', 'Show the report'],
    ['report', key('Export report as PDF'), 'Export report as PDF'],
    // What was moved to before more was typed, and is no answer any more.
    ['zoom', key('Export report as PDF'), 'Zoom to fit'],
    ['zoom', key('nowhere'), 'Zoom to fit'],
    ['nothing of this', key('Reset'), undefined],
  ])('for %j with %j moved to is %j', (query, moved, label) => {
    expect(chosenItem(findItems(ITEMS, query), moved)?.label).toBe(label);
  });
});

describe('walkAnswers', () => {
  const off: Item = { ...command('Report as text'), kind: 'command', off: 'Open a model first' } as Item;
  const elsewhere: Item = { ...command('Report of another tab'), tab: 'tab' };
  const [element] = modelItems(scene).filter(({ kind }) => kind === 'element');
  const [first] = ITEMS;
  if (first === undefined || element === undefined) throw new Error('no items');
  // Shown by groups: the commands, the element, what is elsewhere.
  const answers = [first, element, off, elsewhere];
  it.each<readonly [string, Item | undefined, Item]>([
    ['ArrowDown', first, off],
    ['ArrowDown', off, element],
    ['ArrowDown', elsewhere, first],
    ['ArrowUp', element, off],
    ['ArrowUp', first, elsewhere],
    ['Home', element, first],
    ['End', first, elsewhere],
    ['ArrowDown', undefined, first],
  ])('%s leads on in the order shown, to what is off too', (key, from, to) => {
    expect(walkAnswers(key, answers, from)).toBe(to);
  });

  it('leads nowhere by other keys, and where there is no answer', () => {
    expect(walkAnswers('x', answers, first)).toBeUndefined();
    for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End'])
      expect(walkAnswers(key, [], undefined)).toBeUndefined();
  });

  it('knows each answer by what the list gives back of its key: that without space around it', () => {
    const keys = [...modelItems(scene), ...otherItems(tabOf(scene))].map(keyOf);
    expect(keys.filter((key) => key !== key.trim())).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('score', () => {
  it('prefers the start of the name, then the start of a word, then its middle, then what is not the name', () => {
    const points = ['fit', 'zoom fit', 'outfit', 'other'].map((label) =>
      score(command(label, 'fit'), ['fit']),
    );
    expect(points).toEqual([...points].sort((a, b) => b - a));
    expect(new Set(points).size).toBe(points.length);
  });
});

describe('the things of models', () => {
  const front = modelItems(scene);
  const shown = (items: readonly Item[], query: string) =>
    findItems(items, query).map(({ label, context }) => `${label} | ${context}`);

  it('tells flows of one name apart by their ends, and finds them by those', () => {
    expect(shown(front, 'https name').slice(0, 2)).toEqual([
      'https name | person name → server name · Diagram 1',
      'https name | server name → store name · Diagram 1',
    ]);
    expect(shown(front, 'https store')[0]).toBe('https name | server name → store name · Diagram 1');
  });

  it('finds threats by id, category and state', () => {
    const [first] = scene.threats;
    if (first === undefined) throw new Error('no threat');
    const model = setThreatState(scene, [first.key], 'NeedsInvestigation', author);
    const threats = modelItems({
      ...model,
      threats: [35, 13, 3].map((id) => ({ ...first, id, state: id === 13 ? 'Mitigated' : 'AutoGenerated' })),
    });
    expect(shown(threats, 'threat 3')[0]).toContain('Threat 3 ');
    expect(shown(threats, 'spoofing')).toHaveLength(3);
    expect(shown(threats, 'mitigated')).toHaveLength(1);
    expect(shown(threats, 'not started')).toHaveLength(2);
    expect(shown(modelItems(model), 'needs investigation')).toHaveLength(1);
  });

  it('puts what is in other tabs last, with the name of the file', () => {
    const other = otherItems(tabOf(moveElements(scene, [shapes.person.id], 5, 5)));
    const found = findItems([...other, ...front], 'person name');
    const tabs = found.map((item) => item.tab ?? 'front');
    expect(tabs.lastIndexOf('front')).toBeLessThan(tabs.indexOf('tab'));
    expect(found.find((item) => item.tab === 'tab')?.context).toContain('other.tm7');
    expect(shown(other, 'go to other')[0]).toBe('Go to other.tm7 | Open model');
  });

  it('shows every command when nothing is typed, and no more of a large model than can be read', () => {
    const commands = Array.from({ length: 150 }, (_, index) => command(`Command ${index}`));
    const element = front.filter((item) => item.kind === 'element').slice(0, 1);
    const large = Array.from({ length: 1000 }, () => element).flat();
    const found = findItems([...commands, ...large, ...otherItems(tabOf(scene))], '');
    expect(found.filter((item) => item.kind === 'command')).toHaveLength(150);
    expect(found.filter((item) => item.kind === 'element')).toHaveLength(60);
    expect(found.filter((item) => item.tab !== undefined)).toEqual([]);
    expect(found.filter((item) => item.kind === 'model')).toHaveLength(1);
  });
});

it('shows the beginning of names without end', () => {
  const long = 'N'.repeat(1_000_000);
  const [diagram] = scene.diagrams;
  if (diagram === undefined) throw new Error('The scene has no diagram');
  const model = {
    ...scene,
    diagrams: [{ ...diagram, header: long }],
    threats: scene.threats.map((threat) => ({
      ...threat,
      properties: threat.properties.map(([name]): readonly [string, string] => [name, long]),
    })),
  };
  expect(scene.threats.length).toBeGreaterThan(0);
  for (const { label, context } of modelItems(model)) expect((label + context).length).toBeLessThan(3_000);
});
