import { type ElementId, findElement } from '../../../core/document/index.ts';
import { boundsOf } from '../../../core/drawing/index.ts';
import { announce, type Command, selectionInWords, session, setTool } from '../../store/index.ts';
import { words } from '../../words/index.ts';
import { canvasInFront } from '../base/front.ts';
import { onDiagram, selected, withElements } from '../base/selected.ts';
import { closePopup } from '../base/showing.ts';
import { ensureVisible } from '../base/view.ts';
import { alongFlow, connectedTo, type Direction, nearestTowards } from './neighbours.ts';

const names = words.canvasCommands;
const { said } = words.canvas;

function selectAll(): void {
  const now = selected();
  if (now === null) return;
  const ids = [...now.diagram.shapes, ...now.diagram.lines].map((element) => element.id);
  now.canvas.select(ids);
  announce(said.selected({ elements: ids.length }));
}

function selectSameType(): void {
  const now = selected();
  if (now === null) return;
  const types = new Set(now.elements.map((element) => element.typeId));
  const all = [...now.diagram.shapes, ...now.diagram.lines];
  const ids = all.filter((element) => types.has(element.typeId)).map((element) => element.id);
  now.canvas.select(ids);
  announce(said.selected({ elements: ids.length }));
}

function selectConnected(): void {
  const now = selected();
  if (now === null) return;
  const ids = connectedTo(now.diagram, new Set(now.ids));
  now.canvas.select(ids);
  announce(said.selected({ elements: ids.size }));
}

/** Selects one element by keyboard: says its name and brings it into view. */
function goTo(id: ElementId | null): void {
  const now = selected();
  if (id === null || now === null) return;
  const element = findElement(now.diagram, id);
  if (element === undefined) return;
  now.canvas.select([id]);
  announce(selectionInWords());
  const bounds = boundsOf(now.diagram, now.model.template, new Set([id]));
  if (bounds !== null) ensureVisible(now.canvas, bounds);
}

function goTowards(direction: Direction): void {
  const now = selected();
  if (now === null) return;
  const from = now.elements[0];
  const next =
    from === undefined ? (now.diagram.shapes[0]?.id ?? null) : nearestTowards(now.diagram, from, direction);
  if (next === null) announce(from === undefined ? said.empty : said.nothing[direction]);
  goTo(next);
}

function goAlong(forward: boolean): void {
  const now = selected();
  const from = now?.elements[0];
  if (now === null || from === undefined) {
    goTo(now?.diagram.shapes[0]?.id ?? null);
    return;
  }
  const next = alongFlow(now.diagram, from, forward, now.canvas.cameFrom);
  now.canvas.cameFrom = from.id;
  if (next === null) announce(forward ? said.noFlowOn : said.noFlowIn);
  goTo(next);
}

/** Escape: drops what is nearest to the hand first. */
function clear(): void {
  const canvas = canvasInFront();
  if (canvas.live.getState().popup !== null) closePopup(canvas);
  else if (session.getState().tool.kind !== 'select') {
    setTool({ kind: 'select' });
    canvas.live.setState({ ghost: null, aim: null });
  } else {
    canvas.select([]);
    announce(said.selectedNothing);
  }
}

/** Moves on in document order: shapes, then lines. */
function goNext(step: 1 | -1): void {
  const now = selected();
  if (now === null) return;
  const all = [...now.diagram.shapes, ...now.diagram.lines];
  const at = all.findIndex((element) => element.id === now.ids[0]);
  const next = at < 0 ? (step === 1 ? 0 : all.length - 1) : (at + step + all.length) % all.length;
  goTo(all[next]?.id ?? null);
}

const somethingToDrop = () =>
  onDiagram() &&
  (canvasInFront().live.getState().popup !== null ||
    session.getState().tool.kind !== 'select' ||
    (selected()?.ids.length ?? 0) > 0);

const DIRECTIONS = [
  ['left', 'ArrowLeft'],
  ['right', 'ArrowRight'],
  ['up', 'ArrowUp'],
  ['down', 'ArrowDown'],
] as const;

export const selectionCommands: readonly Command[] = [
  {
    id: 'select.all',
    label: names.selectAll,
    group: 'Edit',
    keys: ['Mod+A'],
    where: 'canvas',
    enabled: onDiagram,
    run: selectAll,
  },
  {
    id: 'select.same-type',
    label: names.selectSameType,
    group: 'Edit',
    keys: ['Alt+S'],
    where: 'canvas',
    enabled: withElements(1),
    run: selectSameType,
  },
  {
    id: 'select.connected',
    label: names.selectConnected,
    group: 'Edit',
    keys: ['Alt+A'],
    where: 'canvas',
    keywords: names.selectConnectedKeywords,
    enabled: withElements(1),
    run: selectConnected,
  },
  {
    id: 'select.none',
    label: names.selectNothing,
    group: 'Edit',
    keys: ['Escape'],
    where: 'canvas',
    enabled: somethingToDrop,
    run: clear,
  },
  ...DIRECTIONS.map(
    ([direction, key]): Command => ({
      id: `go.${direction}`,
      label: names.go[direction],
      family: names.go.all,
      group: 'Go',
      keys: [`Alt+${key}`],
      where: 'canvas',
      enabled: onDiagram,
      run: () => goTowards(direction),
    }),
  ),
  {
    id: 'go.next',
    label: names.goNext,
    group: 'Go',
    keys: ['.'],
    where: 'canvas',
    enabled: onDiagram,
    run: () => goNext(1),
  },
  {
    id: 'go.previous',
    label: names.goPrevious,
    group: 'Go',
    keys: [','],
    where: 'canvas',
    enabled: onDiagram,
    run: () => goNext(-1),
  },
  {
    id: 'go.along',
    label: names.goAlong,
    group: 'Go',
    keys: [']'],
    where: 'canvas',
    enabled: onDiagram,
    run: () => goAlong(true),
  },
  {
    id: 'go.back',
    label: names.goBack,
    group: 'Go',
    keys: ['['],
    where: 'canvas',
    enabled: onDiagram,
    run: () => goAlong(false),
  },
];
