import { alignElements, distributeElements, reorderElements, sameSize } from '../../../core/edit/index.ts';
import { type Command, session } from '../../store/index.ts';
import { canvasInFront } from '../base/front.ts';
import { editable, selected, withShapes } from '../base/selected.ts';
import { tidyDiagram } from './tidy.ts';

const carries = () => session.getState().settings.boundariesCarry;

const ALIGN = [
  ['left', 'Align left edges', 'Alt+Shift+L'],
  ['centre', 'Align centres', 'Alt+Shift+C'],
  ['right', 'Align right edges', 'Alt+Shift+R'],
  ['top', 'Align top edges', 'Alt+Shift+T'],
  ['middle', 'Align middles', 'Alt+Shift+M'],
  ['bottom', 'Align bottom edges', 'Alt+Shift+B'],
] as const;

const align = ([how, label, key]: (typeof ALIGN)[number]): Command => ({
  id: `arrange.align-${how}`,
  label,
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  enabled: withShapes(2),
  run: () => {
    const now = selected();
    if (now !== null) now.canvas.commit(label, (model) => alignElements(model, now.ids, how, carries()));
  },
});

const DISTRIBUTE = [
  ['horizontal', 'Distribute horizontally', 'Alt+Shift+H'],
  ['vertical', 'Distribute vertically', 'Alt+Shift+V'],
] as const;

const distribute = ([axis, label, key]: (typeof DISTRIBUTE)[number]): Command => ({
  id: `arrange.distribute-${axis}`,
  label,
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  keywords: 'spacing equal distances',
  enabled: withShapes(3),
  run: () => {
    const now = selected();
    if (now !== null)
      now.canvas.commit(label, (model) => distributeElements(model, now.ids, axis, carries()));
  },
});

const SIZES = [
  ['width', 'Same width'],
  ['height', 'Same height'],
  ['both', 'Same size'],
] as const;

const size = ([what, label]: (typeof SIZES)[number]): Command => ({
  id: `arrange.same-${what}`,
  label,
  group: 'Arrange',
  keywords: 'equal dimensions',
  enabled: withShapes(2),
  run: () => {
    const now = selected();
    if (now !== null) now.canvas.commit(label, (model) => sameSize(model, now.ids, what));
  },
});

const ORDER = [
  ['front', 'Bring to front', 'Mod+]'],
  ['back', 'Send to back', 'Mod+['],
] as const;

const order = ([to, label, key]: (typeof ORDER)[number]): Command => ({
  id: `arrange.${to}`,
  label,
  group: 'Arrange',
  keys: [key],
  where: 'canvas',
  keywords: 'order above below',
  enabled: withShapes(1),
  run: () => {
    const now = selected();
    if (now !== null) now.canvas.commit(label, (model) => reorderElements(model, now.ids, to));
  },
});

export const arrangeCommands: readonly Command[] = [
  ...ALIGN.map(align),
  ...DISTRIBUTE.map(distribute),
  ...SIZES.map(size),
  ...ORDER.map(order),
  {
    id: 'arrange.tidy',
    label: 'Tidy the diagram',
    group: 'Arrange',
    keys: ['Alt+Shift+D'],
    where: 'canvas',
    keywords: 'layout automatic arrange clean up',
    enabled: () => editable() && (selected()?.diagram.shapes.length ?? 0) > 0,
    run: () => void tidyDiagram(canvasInFront()),
  },
];
