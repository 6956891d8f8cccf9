import { type ElementId, isLine, type Line } from '../../../core/document/index.ts';
import { deleteElements, duplicateElements, rerouteFlows, reverseFlow } from '../../../core/edit/index.ts';
import { type Command, GRID, newGuid, setRenaming } from '../../store/index.ts';
import { canvasInFront } from '../base/front.ts';
import { editable, selected, withElements, withFlows, withOne } from '../base/selected.ts';
import { openPopup } from '../base/showing.ts';
import { copySelection, cutSelection, pasteFromClipboard } from '../clipboard/clipboard.ts';
import { withCarried } from '../gestures/contents.ts';
import { quickInsert, selectedShape } from '../lists/beside.ts';

function remove(): void {
  const now = selected();
  if (now === null) return;
  now.canvas.commit('Delete', (model) => deleteElements(model, now.ids));
}

function duplicate(): void {
  const now = selected();
  if (now === null) return;
  const ids = withCarried(now.diagram, now.ids);
  now.canvas.commit('Duplicate', (model) => duplicateElements(model, ids, 2 * GRID, 2 * GRID, newGuid));
}

function rename(): void {
  const only = selected()?.elements[0];
  if (only !== undefined) setRenaming(only.id);
}

function reverse(): void {
  const now = selected();
  if (now === null) return;
  const flows = now.lines.filter((line) => line.kind === 'flow');
  now.canvas.commit('Reverse flow', (model) =>
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
  canvasInFront().commit('Reroute', (model) => rerouteFlows(model, flows));
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
  label: `Change ${end}…`,
  group: 'Arrange',
  keywords: 'flow end reconnect reattach connect other element',
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
    label: 'Delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    where: 'canvas',
    keywords: 'remove',
    enabled: withElements(1),
    run: remove,
  },
  {
    id: 'edit.duplicate',
    label: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+D'],
    where: 'canvas',
    enabled: withElements(1),
    run: duplicate,
  },
  {
    id: 'edit.rename',
    label: 'Rename',
    group: 'Edit',
    keys: ['F2', 'Enter'],
    where: 'canvas',
    keywords: 'name text label',
    enabled: withOne,
    run: rename,
  },
  {
    id: 'edit.copy',
    label: 'Copy',
    group: 'Edit',
    keys: ['Mod+C'],
    native: true,
    enabled: withElements(1),
    run: copySelection,
  },
  {
    id: 'edit.cut',
    label: 'Cut',
    group: 'Edit',
    keys: ['Mod+X'],
    native: true,
    enabled: withElements(1),
    run: cutSelection,
  },
  {
    id: 'edit.paste',
    label: 'Paste',
    group: 'Edit',
    keys: ['Mod+V'],
    native: true,
    enabled: editable,
    run: () => pasteFromClipboard(false),
  },
  {
    id: 'edit.paste-threats',
    label: "Paste with the threats' work",
    group: 'Edit',
    keys: ['Mod+Shift+V'],
    native: true,
    keywords: 'state justification priority',
    enabled: editable,
    run: () => pasteFromClipboard(true),
  },
  {
    id: 'edit.change-type',
    label: 'Change type…',
    group: 'Edit',
    keys: ['Alt+T'],
    where: 'canvas',
    keywords: 'stencil convert',
    enabled: ofOneKind,
    run: () => {
      const now = selected();
      if (now !== null) openPopup(now.canvas, { kind: 'type', ids: now.ids });
    },
  },
  {
    id: 'edit.reverse',
    label: 'Reverse flow',
    group: 'Arrange',
    keys: ['Alt+R'],
    where: 'canvas',
    keywords: 'direction swap ends arrow',
    enabled: withFlows,
    run: reverse,
  },
  changeEnd('source'),
  changeEnd('target'),
  {
    id: 'edit.reroute',
    label: 'Reroute flows',
    group: 'Arrange',
    keys: ['Alt+Shift+F'],
    where: 'canvas',
    keywords: 'ports ends straighten untangle path',
    enabled: () => editable() && flowsAtHand().length > 0,
    run: reroute,
  },
  {
    id: 'insert.quick',
    label: 'Add to the diagram…',
    group: 'Insert',
    keys: ['/', 'Insert'],
    where: 'canvas',
    keywords: 'stencil element boundary new place',
    enabled: editable,
    run: () => quickInsert(canvasInFront(), ''),
  },
  {
    id: 'insert.connect',
    label: 'Connect to…',
    group: 'Insert',
    keys: ['>', 'Alt+C'],
    where: 'canvas',
    keywords: 'flow arrow link',
    enabled: () => editable() && selectedShape(canvasInFront()) !== null,
    run: connect,
  },
];
