import type { Point } from '../../geometry/index.ts';
import type { Found, NodeRole } from '../draft.ts';
import { wayOf } from './route.ts';
import { labelOf, type VisioShape } from './shapes.ts';

/** What stands around a drawing: titles, legends, frames (exchange 6). */
const FURNITURE =
  /^(title|legend|scale$|date\b|drawn by|revis(ed|ion)|parts? list|section header|ruled column|block -|contin\.? sheet|border(?! ?bound)|background|page number|file ?name|company (name|logo)|north arrow|grid\b)/i;

/** Names of masters and what they stand for (exchange 6), the surest first. */
const MASTERS: readonly (readonly [RegExp, NodeRole])[] = [
  [/\b(trust|boundary|boundaries|container|swimlane|zone|perimeter)\b/i, 'borderBoundary'],
  [/^(text|note|callout|comment|annotation|sticky note|text ?(box|block)?)\b|\bcallout$/i, 'annotation'],
  [/\b(data ?store|data ?base|cylinder|stored data|direct data|disk storage)\b|\bdatabase\b/i, 'store'],
  [
    /^((external )?(interactor|entity)( \d+)?|interface|terminator|users?|actor|person|customer)$/i,
    'external',
  ],
  [/^(((multi(ple)?|oval|complex|data|sub)[- ]?)?process(es)?\b.*|circle|ellipse|oval)$/i, 'process'],
];

/** Masters that say nothing of what is drawn with them. */
const PLAIN =
  /^(rectangle|square|rounded (rectangle|square)|box|block|(default )?(rectangle|square)( \d+)?|(default )?square block|rectangle block|shape)$/i;

/** A mark is at most so large, in units, and has so many letters. */
const MARK = { size: 40, letters: 3 };

export const isFurniture = ({ names }: VisioShape): boolean => names.some((name) => FURNITURE.test(name));

/** What a shape is to people: the name of its master, else how it is drawn. */
export function kindOf(shape: VisioShape): string {
  const [name] = shape.names;
  if (name !== undefined) return name.slice(0, 80);
  if (shape.isForeign) return 'picture';
  return shape.isGroup ? 'group' : isRound(shape) ? 'circle' : 'rectangle';
}

/** Whether what it is called says nothing. */
export const isPlain = (kind: string): boolean => PLAIN.test(kind) || kind === 'group';

/** What the master of a shape, its structure or its drawing says; null where only words, or what it holds, can tell. */
export function roleByDrawing(shape: VisioShape): Found<NodeRole> | null {
  const structure = shape.sheet.rows('User').find(({ key }) => key === 'msvStructureType');
  const type = structure?.text('Value') ?? '';
  if (type === 'Container' || type === 'List') return 'borderBoundary';
  if (type === 'Callout') return 'annotation';
  for (const name of shape.names) {
    const found = MASTERS.find(([words]) => words.test(name));
    if (found !== undefined) return found[1];
  }
  if (isTextOnly(shape)) return 'annotation';
  if (isDashed(shape) && !shape.isForeign) return 'borderBoundary';
  return shape.names.length === 0 && isRound(shape) ? 'process' : null;
}

/** The way of a boundary that is drawn as a line, such as an arc, though its shape has a box: null of all others. */
export function boundaryWayOf(shape: VisioShape): readonly Point[] | null {
  const mayBe = !shape.isLine && !shape.isGroup && !shape.isForeign;
  return mayBe && roleByDrawing(shape) === 'borderBoundary' ? wayOf(shape.sheet) : null;
}

/** Dashes, dots and such; not the pattern of a theme. */
export const isDashed = ({ sheet }: VisioShape): boolean =>
  (sheet.styled('LinePattern', 'LineStyle') ?? 1) > 1;

/** A text with neither line nor filling. */
function isTextOnly({ sheet, isMastered, isGroup, isForeign }: VisioShape): boolean {
  if (isGroup || isForeign) return false;
  const [line, fill] = [sheet.styled('LinePattern', 'LineStyle'), sheet.styled('FillPattern', 'FillStyle')];
  if (line === 0 && fill === 0) return true;
  const isNone = (name: string): boolean => {
    const cells = sheet.geometryCells(name);
    return cells.length > 0 && cells.every((cell) => cell === 1);
  };
  if (isNone('NoFill') && isNone('NoLine')) return true;
  const isStyled = sheet.has('LinePattern') || sheet.has('FillPattern');
  return !isMastered && !isStyled && /^text only$/i.test(sheet.styleName);
}

/** Drawn as one ellipse. */
function isRound({ sheet }: VisioShape): boolean {
  const rows = sheet.geometries().flat();
  if (rows.some(({ type }) => type === 'Ellipse')) return rows.length === 1;
  const drawn = rows.filter(({ type }) => !type.endsWith('MoveTo'));
  return drawn.length >= 2 && drawn.every(({ type }) => type.endsWith('EllipticalArcTo'));
}

/** A number or a sign in a small box, beside what it is about. */
export function isMark(shape: VisioShape, size: number): boolean {
  const label = labelOf(shape);
  return label !== '' && label.length <= MARK.letters && size <= MARK.size && !shape.isMastered;
}
