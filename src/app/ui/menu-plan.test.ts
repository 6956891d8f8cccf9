import { describe, expect, it } from 'vitest';
import { isSubMenu, type MenuPlan, type MenuTree, treeOf, wholeTree } from './menu-plan.ts';

interface Named {
  readonly id: string;
}

const shown = (tree: MenuTree<Named>): unknown =>
  tree.map((section) =>
    section.map((item) => (isSubMenu(item) ? { [item.label]: shown(item.sections) } : item.id)),
  );
const of = (...ids: readonly string[]): readonly Named[] => ids.map((id) => ({ id }));

const PLAN: MenuPlan = [
  ['save', 'open', { label: 'Export', sections: [['export-as'], ['export.']] }],
  [{ label: 'Views', sections: [['view ']] }, 'close'],
];

describe('treeOf', () => {
  it.each<readonly [string, readonly Named[], unknown]>([
    ['nothing', of(), []],
    ['what the plan does not name', of('other', 'saved', 'export'), []],
    ['the order of the plan', of('close', 'open', 'save'), [['save', 'open'], ['close']]],
    [
      'several of one beginning, in their own order',
      of('export.pdf', 'export-as', 'export.html', 'view b', 'view a'),
      [[{ Export: [['export-as'], ['export.pdf', 'export.html']] }], [{ Views: [['view b', 'view a']] }]],
    ],
    ['one command where a menu would be', of('export.pdf', 'save'), [['save', 'export.pdf']]],
  ])('%s', (_, commands, wanted) => {
    expect(shown(treeOf(commands, PLAN))).toEqual(wanted);
  });
});

describe('wholeTree', () => {
  it('has every command once, those without a place last', () => {
    const commands = of('new one', 'export.pdf', 'close', 'export.html', 'another');
    expect(shown(wholeTree(commands, PLAN))).toEqual([
      [{ Export: [['export.pdf', 'export.html']] }],
      ['close'],
      ['new one', 'another'],
    ]);
    expect(shown(wholeTree(of('close'), PLAN))).toEqual([['close']]);
  });
});
