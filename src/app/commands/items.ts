import {
  type DiagramId,
  displayName,
  type Element,
  type ElementId,
  elementsById,
  findDiagram,
  findElementType,
  isBoundary,
  isLine,
  type Model,
  type Template,
  type Threat,
  threatProperty,
} from '../../core/document/index.ts';
import type { Command } from '../store/index.ts';

/** Something that the palette can find. */
export type Item =
  | { readonly kind: 'command'; readonly label: string; readonly context: string; readonly command: Command }
  | {
      readonly kind: 'element';
      readonly label: string;
      readonly context: string;
      readonly diagramId: DiagramId;
      readonly id: ElementId;
      readonly what: 'element' | 'flow' | 'boundary';
    }
  | { readonly kind: 'diagram'; readonly label: string; readonly context: string; readonly id: DiagramId }
  | { readonly kind: 'threat'; readonly label: string; readonly context: string; readonly threat: Threat };

function typeName(template: Template, element: Element): string {
  return findElementType(template, element.typeId)?.name ?? '';
}

function elementItem(model: Model, diagramId: DiagramId, element: Element, place: string): Item {
  const type = typeName(model.template, element);
  const name = displayName(element);
  return {
    kind: 'element',
    label: name === '' ? `Unnamed ${type || 'element'}` : name,
    context: [type, place].filter((part) => part !== '').join(' · '),
    diagramId,
    id: element.id,
    what: isBoundary(element) ? 'boundary' : isLine(element) ? 'flow' : 'element',
  };
}

function threatItem(model: Model, threat: Threat): Item {
  const diagram = findDiagram(model, threat.diagramId);
  const elements = diagram && elementsById(diagram);
  const nameOf = (id: ElementId): string => {
    const element = elements?.get(id);
    return element === undefined ? '' : displayName(element);
  };
  const [source, flow, target] = [nameOf(threat.sourceId), nameOf(threat.flowId), nameOf(threat.targetId)];
  const title = threatProperty(threat, 'Title') ?? '';
  return {
    kind: 'threat',
    label: title === '' ? `Threat ${threat.id}` : title,
    context: [`Threat ${threat.id}`, flow, source && target ? `${source} → ${target}` : '', threat.priority]
      .filter((part) => part !== '')
      .join(' · '),
    threat,
  };
}

/** Everything of a model that can be gone to: diagrams, then their elements, then the threats. */
export function modelItems(model: Model): readonly Item[] {
  const several = model.diagrams.length > 1;
  const items: Item[] = [];
  for (const { id, header } of model.diagrams)
    items.push({ kind: 'diagram', label: header, context: 'Diagram', id });
  for (const diagram of model.diagrams) {
    const place = several ? diagram.header : '';
    for (const element of [...diagram.shapes, ...diagram.lines])
      items.push(elementItem(model, diagram.id, element, place));
  }
  for (const threat of model.threats) items.push(threatItem(model, threat));
  return items;
}

/** How well an item answers the query, 0 for not at all. Every word of the query must be somewhere in it. */
export function score(item: Item, words: readonly string[]): number {
  const label = item.label.toLowerCase();
  const rest =
    item.kind === 'command'
      ? `${item.context} ${item.command.keywords ?? ''}`.toLowerCase()
      : item.context.toLowerCase();
  let total = 0;
  for (const word of words) {
    const at = label.indexOf(word);
    if (at === 0) total += 6;
    else if (at > 0) total += /[^\p{L}\p{N}]/u.test(label[at - 1] ?? '') ? 4 : 2;
    else if (rest.includes(word)) total += 1;
    else return 0;
  }
  // Of equal ones the shorter name is the closer answer.
  return total + 1 / (2 + label.length);
}

const LIMIT = 60;

/** The best answers to what was typed; for an empty query the items as they stand. */
export function findItems(items: readonly Item[], query: string): readonly Item[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return items.slice(0, LIMIT);
  return items
    .map((item, index) => ({ item, index, points: score(item, words) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points || a.index - b.index)
    .slice(0, LIMIT)
    .map(({ item }) => item);
}
