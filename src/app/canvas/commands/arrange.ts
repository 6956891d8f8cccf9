import { alignElements, distributeElements, reorderElements, sameSize } from '../../../core/edit/index.ts';
import { type Command, session } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { canvasInFront } from '../base/front.ts';
import { editable, selected, withShapes } from '../base/selected.ts';
import { tidyDiagram } from './tidy.ts';

const names = words.canvasCommands;
const carries = () => session.getState().settings.boundariesCarry;

const ALIGN = [
  ['left', 'Alt+Shift+L'],
  ['centre', 'Alt+Shift+C'],
  ['right', 'Alt+Shift+R'],
  ['top', 'Alt+Shift+T'],
  ['middle', 'Alt+Shift+M'],
  ['bottom', 'Alt+Shift+B'],
] as const;

const align = ([how, key]: (typeof ALIGN)[number]): Command => ({
  id: `arrange.align-${how}`,
  label: names.align[how],
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  enabled: withShapes(2),
  run: () => {
    const now = selected();
    if (now !== null)
      now.canvas.commit(names.align[how], (model) => alignElements(model, now.ids, how, carries()));
  },
});

const DISTRIBUTE = [
  ['horizontal', 'Alt+Shift+H'],
  ['vertical', 'Alt+Shift+V'],
] as const;

const distribute = ([axis, key]: (typeof DISTRIBUTE)[number]): Command => ({
  id: `arrange.distribute-${axis}`,
  label: names.distribute[axis],
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  keywords: names.distributeKeywords,
  enabled: withShapes(3),
  run: () => {
    const now = selected();
    if (now !== null)
      now.canvas.commit(names.distribute[axis], (model) =>
        distributeElements(model, now.ids, axis, carries()),
      );
  },
});

const SIZES = ['width', 'height', 'both'] as const;

const size = (what: (typeof SIZES)[number]): Command => ({
  id: `arrange.same-${what}`,
  label: names.same[what],
  group: 'Arrange',
  keywords: names.sameKeywords,
  enabled: withShapes(2),
  run: () => {
    const now = selected();
    if (now !== null) now.canvas.commit(names.same[what], (model) => sameSize(model, now.ids, what));
  },
});

const ORDER = [
  ['front', 'Mod+]'],
  ['back', 'Mod+['],
] as const;

const order = ([to, key]: (typeof ORDER)[number]): Command => ({
  id: `arrange.${to}`,
  label: names.order[to],
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  keywords: names.orderKeywords,
  enabled: withShapes(1),
  run: () => {
    const now = selected();
    if (now !== null) now.canvas.commit(names.order[to], (model) => reorderElements(model, now.ids, to));
  },
});

export const arrangeCommands: readonly Command[] = [
  ...ALIGN.map(align),
  ...DISTRIBUTE.map(distribute),
  ...SIZES.map(size),
  ...ORDER.map(order),
  {
    id: 'arrange.tidy',
    label: names.tidy,
    group: 'Arrange',
    keys: ['Alt+Shift+D'],
    where: 'canvas',
    keywords: names.tidyKeywords,
    enabled: () => editable() && (selected()?.diagram.shapes.length ?? 0) > 0,
    run: () => void tidyDiagram(canvasInFront()),
  },
];
