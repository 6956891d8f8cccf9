import type { Found, NodeRole } from '../draft.ts';
import { type FoundNode, roleOfBox } from '../roles.ts';
import type { Cell, Style } from './cells.ts';

/** Types that wrappers have (exchange 5.3). */
const TYPES: Readonly<Record<string, NodeRole>> = {
  entity: 'external',
  'external entity': 'external',
  process: 'process',
  'data store': 'store',
  datastore: 'store',
  'trust zone': 'borderBoundary',
};

const TABLES = new Set(['table', 'tableRow']);
const GATES = new Set(['or', 'xor', 'and']);

const isOn = (style: Style, name: string): boolean => style.get(name) === '1';

/** Letters of the word for a sort of things. */
const MOST = 80;

/** The word for the drawing of a vertex: its shape, else the first word of its style. */
export const shapeWord = (style: Style): string => wholeShapeWord(style).slice(0, MOST);

function wholeShapeWord(style: Style): string {
  const icon = style.get('resIcon') ?? style.get('grIcon') ?? style.get('prIcon');
  if (icon !== undefined) return icon.replace(/^mxgraph\./, '');
  const shape = style.get('shape');
  if (shape !== undefined && shape !== 'image') return shape.replace(/^mxgraph\./, '');
  const image = style.get('image');
  // Pictures may be huge, inside of the style: only the name of one outside says something.
  if (image?.startsWith('data:') === true) return 'image';
  if (image !== undefined) return image.split('/').at(-1)?.split('.')[0] || 'image';
  for (const [name, value] of style) if (value === '') return name;
  return 'rectangle';
}

export const isGate = ({ style }: Cell): boolean => GATES.has(style.get('shape') ?? '');

/** What the drawing of a vertex says; null where only words, or what it holds, can tell. */
export function roleByStyle(cell: Cell, parent: Cell | undefined): FoundNode | null {
  const { style, data } = cell;
  const kind = shapeWord(style);
  const found = (role: Found<NodeRole>, word = kind): FoundNode => ({ role, kind: word });
  const type = data.get('type')?.trim().toLowerCase() ?? '';
  if (Object.hasOwn(TYPES, type)) return found(TYPES[type] ?? 'unknown', type);
  const shape = style.get('shape') ?? '';
  if (TABLES.has(shape) || TABLES.has(parent?.style.get('shape') ?? '')) return found('ignored', 'table');
  if (GATES.has(shape)) return found('ignored', 'gate');
  if (style.has('text') || shape === 'note') return found('annotation', shape || 'text');
  if (style.has('ellipse') || shape === 'ellipse' || shape === 'doubleEllipse')
    return found('process', 'ellipse');
  if (shape === 'partialRectangle' && (style.get('right') === '0' || style.get('left') === '0'))
    return found('store', 'open rectangle');
  if (shape.startsWith('cylinder') || /datastore|dataStoreID|database|horLines/i.test(shape))
    return found('store');
  if (style.has('umlActor') || /^(umlActor|actor)$/.test(shape) || shape === 'mxgraph.dfd.externalEntity')
    return found('external');
  if (isOn(style, 'dashed') && style.get('fillColor') === 'none')
    return found('borderBoundary', 'dashed box');
  if (
    style.has('swimlane') ||
    isOn(style, 'container') ||
    /(^|\.)group/i.test(shape) ||
    /\.groups?\b/.test(shape)
  )
    return found('borderBoundary');
  return null;
}

/** What a vertex is that its drawing leaves open. */
export function roleByPlace(cell: Cell, holds: number, hasCircles: boolean): FoundNode {
  const kind = shapeWord(cell.style);
  return roleOfBox({ kind, name: cell.label, isPlain: isPlain(cell), holds, hasCircles });
}

/** A box whose drawing says nothing. */
export const isPlain = ({ style }: Cell): boolean => PLAIN.has(shapeWord(style));

const PLAIN = new Set(['rectangle', 'rounded']);
