import { describe, expect, it, vi } from 'vitest';
import { canvasCommands } from './canvas/commands/index.ts';
import { baseCommands } from './commands/base-commands.ts';
import { reasonOf } from './commands/why-off.ts';
import { fileCommands } from './files/file-commands.ts';
import { templateCommands } from './files/template-commands.ts';
import { fixedCommands } from './later-commands.ts';
import { reportCommands } from './report/report-commands.ts';
import { MENU_PLANS } from './shell/menu-plans.ts';
import { viewCommands } from './shell/view-commands.ts';
import { type Command, openModel, session } from './store/index.ts';
import { listCommands } from './threats/bulk/later-commands.ts';
import { model } from './threats/testing/sample.ts';
import { type MenuTree, wholeTree } from './ui/menu-plan.ts';

// The shell asks for its size as soon as it is read.
vi.hoisted(() => vi.stubGlobal('window', { innerWidth: 1440, innerHeight: 900 }));

openModel({ fileName: 'a.tm7', model });

const several = (beginning: string, group: Command['group'], count: number): readonly Command[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `${beginning}${at}`,
    label: beginning,
    group,
    run: () => undefined,
  }));

/** All that there is with a model in front, with as many recent files and kept views as there can be. */
const commands: readonly Command[] = [
  ...fileCommands,
  ...templateCommands,
  ...baseCommands,
  ...viewCommands,
  ...canvasCommands,
  ...reportCommands,
  ...fixedCommands(),
  ...several('file.recent.', 'File', 12),
  ...listCommands(),
  ...several('threats.view ', 'Threats', 3),
];

interface Shown {
  readonly name: string;
  readonly items: number;
}

/** Each menu with the number of its rows, and those inside it. */
const menusOf = (name: string, tree: MenuTree<Command>): readonly Shown[] => [
  { name, items: tree.flat().length },
  ...tree.flat().flatMap((item) => ('sections' in item ? menusOf(item.label, item.sections) : [])),
];

const idsOf = (tree: MenuTree<Command>): readonly string[] =>
  tree.flat().flatMap((item) => ('sections' in item ? idsOf(item.sections) : [item.id]));

describe.each(Object.keys(MENU_PLANS) as readonly Command['group'][])('the menu %s', (group) => {
  const own = commands.filter((command) => command.group === group);
  const tree = wholeTree(own, MENU_PLANS[group]);

  it('has each of its commands once', () => {
    expect([...idsOf(tree)].sort()).toEqual(own.map(({ id }) => id).sort());
  });

  it('has no list of more than fifteen', () => {
    expect(menusOf(group, tree).filter(({ items }) => items > 15)).toEqual([]);
  });
});

describe('a command that is off says why', () => {
  const off = (state = session.getState()) =>
    commands.filter(({ enabled }) => enabled?.() === false).map(({ id }) => [id, reasonOf(id, state)]);

  it('with nothing open', () => {
    const nothing = { ...session.getState(), documents: [], activeId: null };
    const named = commands
      .filter(({ enabled }) => enabled !== undefined)
      .map(({ id }) => reasonOf(id, nothing));
    expect(named.filter((reason) => reason === 'other')).toEqual([]);
    expect(new Set(named)).toEqual(
      new Set(['document', 'model', 'template', 'unsaved', 'startPage', 'documents']),
    );
  });

  it('with a model in front', () => {
    const reasons = off();
    expect(reasons.length).toBeGreaterThan(50);
    expect(reasons.filter(([, reason]) => reason === 'other')).toEqual([]);
    expect(reasons).toContainEqual(['arrange.align-left', 'twoShapes']);
    expect(reasons).toContainEqual(['edit.rename', 'oneElement']);
  });

  it('with its report in front', () => {
    session.setState({ view: 'report' });
    const reasons = off();
    session.setState({ view: 'diagram' });
    expect(reasons.filter(([, reason]) => reason === 'other')).toEqual([]);
    expect(reasons).toContainEqual(['arrange.align-left', 'diagram']);
  });
});
