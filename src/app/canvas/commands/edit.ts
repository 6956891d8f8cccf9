import { type ElementId, isLine, type Line } from '../../../core/document/index.ts';
import { deleteElements, duplicateElements, rerouteFlows, reverseFlow } from '../../../core/edit/index.ts';
import { type Command, GRID, newGuid, setRenaming } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { canvasInFront } from '../base/front.ts';
import { editable, selected, withElements, withFlows, withOne } from '../base/selected.ts';
import { openPopup } from '../base/showing.ts';
import { copySelection, cutSelection, pasteFromClipboard } from '../clipboard/clipboard.ts';
import { withCarried } from '../gestures/contents.ts';
import { quickInsert, selectedShape } from '../lists/beside.ts';

const names = words.canvasCommands;

function remove(): void {
  const now = selected();
  if (now === null) return;
  now.canvas.commit(words.canvas.steps.delete, (model) => deleteElements(model, now.ids));
}

function duplicate(): void {
  const now = selected();
  if (now === null) return;
  const ids = withCarried(now.diagram, now.ids);
  now.canvas.commit(words.canvas.steps.duplicate, (model) =>
    duplicateElements(model, ids, 2 * GRID, 2 * GRID, newGuid),
  );
}

function rename(): void {
  const only = selected()?.elements[0];
  if (only !== undefined) setRenaming(only.id);
}

function reverse(): void {
  const now = selected();
  if (now === null) return;
  const flows = now.lines.filter((line) => line.kind === 'flow');
  now.canvas.commit(words.canvas.steps.reverse, (model) =>
    flows.reduce((next, flow) => reverseFlow(next, flow.id), model),
  );
}

/** The flows of the selection: those selected, else those of the selected elements. */
function flowsAtHand(): readonly ElementId[] {
  const now = selected();
  if (now === null) return [];
  const picked = now.lines.filter((line) => line.kind === 'flow');
  const ids = new Set(now.shapes.map((shape) => shape.id));
  const at = (id: ElementId | null) => id !== null && ids.has(id);
  const theirs = now.diagram.lines.filter(
    (line) => line.kind === 'flow' && (at(line.source.element) || at(line.target.element)),
  );
  return (picked.length > 0 ? picked : theirs).map((line) => line.id);
}

function reroute(): void {
  const flows = flowsAtHand();
  canvasInFront().commit(words.canvas.steps.reroute, (model) => rerouteFlows(model, flows));
}

function connect(): void {
  const canvas = canvasInFront();
  const shape = selectedShape(canvas);
  if (shape !== null) openPopup(canvas, { kind: 'connect', from: shape.id });
}

/** The one selected element, when it is a flow. */
function selectedFlow(): Line | null {
  const now = selected();
  const [line] = now?.lines ?? [];
  return now?.elements.length === 1 && line?.kind === 'flow' ? line : null;
}

const changeEnd = (end: 'source' | 'target'): Command => ({
  id: `edit.change-${end}`,
  label: names.changeEnd[end],
  group: 'Arrange',
  keywords: names.changeEndKeywords,
  enabled: () => editable() && selectedFlow() !== null,
  run: () => {
    const flow = selectedFlow();
    if (flow !== null) openPopup(canvasInFront(), { kind: 'reattach', flow: flow.id, end });
  },
});

/** One kind at a time: a type is changed within what is drawn alike. */
const ofOneKind = () => {
  const now = selected();
  if (!editable() || now === null || now.elements.length === 0) return false;
  const kinds = new Set(
    now.elements.map((element) => (isLine(element) ? element.kind : element.kind === 'borderBoundary')),
  );
  return kinds.size === 1;
};

export const editCommands: readonly Command[] = [
  {
    id: 'edit.delete',
    label: names.delete,
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    keywords: names.deleteKeywords,
    enabled: withElements(1),
    run: remove,
  },
  {
    id: 'edit.duplicate',
    label: names.duplicate,
    group: 'Edit',
    keys: ['Mod+D'],
    where: 'canvas',
    enabled: withElements(1),
    run: duplicate,
  },
  {
    id: 'edit.rename',
    label: names.rename,
    group: 'Edit',
    keys: ['F2', 'Enter'],
    where: 'canvas',
    keywords: names.renameKeywords,
    enabled: withOne,
    run: rename,
  },
  {
    id: 'edit.copy',
    label: names.copy,
    group: 'Edit',
    keys: ['Mod+C'],
    native: true,
    enabled: withElements(1),
    run: copySelection,
  },
  {
    id: 'edit.cut',
    label: names.cut,
    group: 'Edit',
    keys: ['Mod+X'],
    native: true,
    enabled: withElements(1),
    run: cutSelection,
  },
  {
    id: 'edit.paste',
    label: names.paste,
    group: 'Edit',
    keys: ['Mod+V'],
    native: true,
    enabled: editable,
    run: () => pasteFromClipboard(false),
  },
  {
    id: 'edit.paste-threats',
    label: names.pasteWithThreats,
    group: 'Edit',
    keys: ['Mod+Shift+V'],
    native: true,
    keywords: names.pasteWithThreatsKeywords,
    enabled: editable,
    run: () => pasteFromClipboard(true),
  },
  {
    id: 'edit.change-type',
    label: names.changeType,
    group: 'Edit',
    keys: ['Alt+T'],
    where: 'canvas',
    keywords: names.changeTypeKeywords,
    enabled: ofOneKind,
    run: () => {
      const now = selected();
      if (now !== null) openPopup(now.canvas, { kind: 'type', ids: now.ids });
    },
  },
  {
    id: 'edit.reverse',
    label: names.reverse,
    group: 'Arrange',
    keys: ['Alt+R'],
    where: 'canvas',
    keywords: names.reverseKeywords,
    enabled: withFlows,
    run: reverse,
  },
  changeEnd('source'),
  changeEnd('target'),
  {
    id: 'edit.reroute',
    label: names.reroute,
    group: 'Arrange',
    keys: ['Alt+Shift+F'],
    where: 'canvas',
    keywords: names.rerouteKeywords,
    enabled: () => editable() && flowsAtHand().length > 0,
    run: reroute,
  },
  {
    id: 'insert.quick',
    label: names.add,
    group: 'Insert',
    keys: ['/', 'Insert'],
    where: 'canvas',
    keywords: names.addKeywords,
    enabled: editable,
    run: () => quickInsert(canvasInFront(), ''),
  },
  {
    id: 'insert.connect',
    label: names.connect,
    group: 'Insert',
    keys: ['>', 'Alt+C'],
    where: 'canvas',
    keywords: names.connectKeywords,
    enabled: () => editable() && selectedShape(canvasInFront()) !== null,
    run: connect,
  },
];
