import { shownText } from '../../core/base/index.ts';
import {
  boundariesAround,
  crossedBoundaries,
  type Diagram,
  type Element,
  type ElementId,
  findElementType,
  findShape,
  isOutOfScope,
  type Line,
  type Model,
  nameIn,
  type Shape,
  type Template,
} from '../../core/document/index.ts';
import { words as coreWords } from '../../core/words/index.ts';
import { words } from '../words/index.ts';

/** One line of the outline. */
export interface OutlineItem {
  /** Unique in the tree: a flow has a line at each of its ends. */
  readonly key: string;
  readonly level: number;
  readonly text: string;
  /** What else there is to know: its type, what it crosses, whether it is out of scope. */
  readonly detail: string;
  readonly diagramId: Diagram['id'];
  readonly elementId: ElementId | null;
  /** Threats of a flow. */
  readonly threats: number;
}

/**
 * The diagrams as a text from which they could be drawn again: boundaries with what lies inside them, elements with
 * the flows that leave them and come to them, and what those cross.
 */
export function outlineOf(model: Model): readonly OutlineItem[] {
  const threats = new Map<ElementId, number>();
  for (const threat of model.threats) threats.set(threat.flowId, (threats.get(threat.flowId) ?? 0) + 1);
  return model.diagrams.flatMap((diagram) => diagramItems(model.template, diagram, threats));
}

const said = words.outline;

const commas = (...parts: readonly string[]): string =>
  said.list({ parts: parts.filter((part) => part !== '') });

/** What is told of one diagram, and the names that its elements have there. */
interface Telling {
  readonly template: Template;
  readonly diagram: Diagram;
  /** Numbers of threats by flow. */
  readonly threats: ReadonlyMap<ElementId, number>;
  name(element: Element): string;
  /** The name of what stands at the end of a flow. */
  endOf(id: ElementId | null): string;
  /** What a flow crosses, in words. */
  over(flow: Line): string;
}

function tellingOf(template: Template, diagram: Diagram, threats: ReadonlyMap<ElementId, number>): Telling {
  const names = namesIn(template, diagram.shapes);
  const name = (element: Element): string => names.get(element.id) ?? nameIn(template, element);
  return {
    template,
    diagram,
    threats,
    name,
    endOf: (id) => {
      const shape = findShape(diagram, id);
      return shape === undefined ? said.nowhere : name(shape);
    },
    over: (flow) => {
      const boundaries = crossedBoundaries(diagram, flow);
      return boundaries.length === 0 ? '' : said.crosses({ boundaries: boundaries.map(name) });
    },
  };
}

function diagramItems(
  template: Template,
  diagram: Diagram,
  threats: ReadonlyMap<ElementId, number>,
): readonly OutlineItem[] {
  const telling = tellingOf(template, diagram, threats);
  const ends = flowsByEnds(diagram);
  return [
    {
      key: diagram.id,
      level: 1,
      text: shownText(diagram.header) || said.unnamed,
      detail: said.diagram,
      diagramId: diagram.id,
      elementId: null,
      threats: 0,
    },
    ...shapeItems(telling, ends),
    ...looseItems(telling, ends.loose),
  ];
}

interface ItemOptions {
  readonly level: number;
  readonly text: string;
  /** What stands behind the type. */
  readonly more: string;
  /** It is the line of a flow at the element that it comes to. */
  readonly atTarget?: boolean;
}

function itemOf(
  { template, diagram, threats }: Telling,
  element: Element,
  { level, text, more, atTarget = false }: ItemOptions,
): OutlineItem {
  const type = findElementType(template, element.typeId)?.name ?? said.unknownType;
  const plain = nameIn(template, element);
  const saysType = plain === type || plain === coreWords.elements.unnamed({ type });
  // Said once, where the flow begins.
  const elsewhere = atTarget && findShape(diagram, sourceOf(element)) !== undefined;
  return {
    key: atTarget ? `to ${element.id}` : element.id,
    level,
    text,
    detail: commas(saysType ? '' : type, more, isOutOfScope(element) ? said.outOfScope : ''),
    diagramId: diagram.id,
    elementId: element.id,
    threats: elsewhere ? 0 : (threats.get(element.id) ?? 0),
  };
}

type Ends = ReturnType<typeof flowsByEnds>;

/** The flows that leave a shape, then those that come to it. */
function flowItems(telling: Telling, { leaving, coming }: Ends, shape: Shape, level: number): OutlineItem[] {
  const { name, endOf, over } = telling;
  const out = (leaving.get(shape.id) ?? []).map((flow) => {
    const to = flow.target.element === shape.id ? said.itself : endOf(flow.target.element);
    return itemOf(telling, flow, { level, text: said.leaves({ flow: name(flow), to }), more: over(flow) });
  });
  const back = (coming.get(shape.id) ?? []).map((flow) => {
    const text = said.comes({ flow: name(flow), from: endOf(flow.source.element) });
    return itemOf(telling, flow, { level, text, more: over(flow), atTarget: true });
  });
  return [...out, ...back];
}

/** The shapes, those that lie in a boundary below it. */
function shapeItems(telling: Telling, ends: Ends): readonly OutlineItem[] {
  const { diagram, name } = telling;
  const around = boundariesAround(diagram);
  const inside = new Map<ElementId | null, Shape[]>();
  for (const shape of diagram.shapes) {
    const box = around.get(shape.id)?.[0]?.id ?? null;
    const there = inside.get(box);
    if (there === undefined) inside.set(box, [shape]);
    else there.push(shape);
  }
  const items: OutlineItem[] = [];
  const visit = (box: ElementId | null, level: number): void => {
    for (const shape of inside.get(box) ?? []) {
      // Boxes that overlap without one holding the other: the tree has room for one, the text for all.
      const nest = new Set([box, ...(around.get(box ?? shape.id) ?? []).map((one) => one.id)]);
      const others = (around.get(shape.id) ?? []).filter((one) => !nest.has(one.id));
      const more = others.length === 0 ? '' : said.alsoIn({ boundaries: others.map(name) });
      items.push(itemOf(telling, shape, { level, text: name(shape), more }));
      items.push(...flowItems(telling, ends, shape, level + 1));
      visit(shape.id, level + 1);
    }
  };
  visit(null, 2);
  return items;
}

/** Flows without an end at a shape, and line boundaries with what crosses them. */
function looseItems(telling: Telling, loose: readonly Line[]): readonly OutlineItem[] {
  const { diagram, name, endOf, over } = telling;
  const across = flowsAcross(diagram);
  return loose.map((line) => {
    if (line.kind === 'flow')
      return itemOf(telling, line, { level: 2, text: said.loose({ flow: name(line) }), more: over(line) });
    const flows = (across.get(line.id) ?? []).map((flow) =>
      said.across({ flow: name(flow), from: endOf(flow.source.element), to: endOf(flow.target.element) }),
    );
    return itemOf(telling, line, { level: 2, text: name(line), more: said.crossedBy({ flows }) });
  });
}

const sourceOf = (element: Element): ElementId | null =>
  'source' in element ? element.source.element : null;

/** Names that tell the shapes of a diagram apart: those that share one are numbered in their order. */
function namesIn(template: Template, shapes: readonly Shape[]): ReadonlyMap<ElementId, string> {
  const alike = new Map<string, Shape[]>();
  for (const shape of shapes) {
    const name = nameIn(template, shape);
    alike.set(name, [...(alike.get(name) ?? []), shape]);
  }
  const names = new Map<ElementId, string>();
  for (const [name, those] of alike)
    those.forEach((shape, index) => {
      names.set(shape.id, those.length === 1 ? name : said.numbered({ name, number: index + 1 }));
    });
  return names;
}

/** Which flows cross each boundary, as the threats see it. */
function flowsAcross(diagram: Diagram): ReadonlyMap<ElementId, readonly Line[]> {
  const across = new Map<ElementId, Line[]>();
  for (const flow of diagram.lines) {
    if (flow.kind !== 'flow') continue;
    for (const { id } of crossedBoundaries(diagram, flow)) {
      const flows = across.get(id);
      if (flows === undefined) across.set(id, [flow]);
      else flows.push(flow);
    }
  }
  return across;
}

/** Lines by the shapes that they leave and come to; `loose` are those at no shape, as line boundaries are. */
function flowsByEnds(diagram: Diagram) {
  const leaving = new Map<ElementId, readonly Line[]>();
  const coming = new Map<ElementId, readonly Line[]>();
  const loose: Line[] = [];
  for (const line of diagram.lines) {
    const from = findShape(diagram, line.source.element)?.id;
    const to = findShape(diagram, line.target.element)?.id;
    if (from !== undefined) leaving.set(from, [...(leaving.get(from) ?? []), line]);
    if (to !== undefined && to !== from) coming.set(to, [...(coming.get(to) ?? []), line]);
    if (from === undefined && to === undefined) loose.push(line);
  }
  return { leaving, coming, loose };
}

/** A line with its place among its siblings, for screen readers: only some lines of a long tree are drawn. */
export interface PlacedItem extends OutlineItem {
  /** Counted from 1. */
  readonly position: number;
  readonly siblings: number;
  /** Null: there is nothing below it. */
  readonly expanded: boolean | null;
}

/** The lines that show while some are collapsed. */
export function unfolded(
  items: readonly OutlineItem[],
  collapsed: ReadonlySet<string>,
): readonly PlacedItem[] {
  const shown: PlacedItem[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  const places = placesOf(items);
  items.forEach((item, index) => {
    if (item.level > hiddenBelow) return;
    const parent = (items[index + 1]?.level ?? 0) > item.level;
    const folded = parent && collapsed.has(item.key);
    hiddenBelow = folded ? item.level : Number.POSITIVE_INFINITY;
    const place = places[index];
    shown.push({
      ...item,
      position: place?.position ?? 1,
      siblings: place?.group.count ?? 1,
      expanded: parent ? !folded : null,
    });
  });
  return shown;
}

/** The lines that contain a text, without what was below them. */
export function matching(items: readonly OutlineItem[], text: string): readonly PlacedItem[] {
  const found = items.filter((item) =>
    `${item.text} ${item.detail}`.toLowerCase().includes(text.toLowerCase()),
  );
  return found.map((item, index) => ({
    ...item,
    level: 1,
    position: index + 1,
    siblings: found.length,
    expanded: null,
  }));
}

interface Place {
  readonly position: number;
  /** Shared by siblings: its count is known when all were seen. */
  readonly group: { count: number };
}

/** For each line its place among its siblings. */
function placesOf(items: readonly OutlineItem[]): readonly Place[] {
  const open: { count: number }[] = [];
  return items.map(({ level }): Place => {
    open.length = Math.min(open.length, level);
    while (open.length < level) open.push({ count: 0 });
    const group = open[level - 1] ?? { count: 0 };
    group.count += 1;
    return { position: group.count, group };
  });
}

/** The keys of the lines above one, from the nearest. */
export function ancestorsOf(items: readonly OutlineItem[], key: string): readonly string[] {
  const at = items.findIndex((item) => item.key === key);
  const keys: string[] = [];
  let level = items[at]?.level ?? 0;
  for (let index = at - 1; index >= 0 && level > 1; index--) {
    const item = items[index];
    if (item === undefined || item.level >= level) continue;
    keys.push(item.key);
    level = item.level;
  }
  return keys;
}
