import { type Difference, diagramsOfBoth, STANDINGS, type Standing, standingsOf } from '../compare/index.ts';
import {
  type Diagram,
  type Element,
  type ElementId,
  isLine,
  type Line,
  type Model,
} from '../document/index.ts';
import { diagramSvg, drawnBox, escapeMarkup, flowDrawing, SharedImages } from '../drawing/index.ts';
import type { Point, Rect } from '../geometry/index.ts';

/** Which of the two documents is drawn. */
type Version = 'before' | 'after';

/**
 * Told by colour and by sign, for those who do not tell the colours: 4.5:1 on white each. A dash pattern tells frames
 * apart where a sign is too small to read.
 */
export const LOOKS: Readonly<
  Record<
    Standing,
    { readonly colour: string; readonly sign: string; readonly dash: string; readonly word: string }
  >
> = {
  added: { colour: '#17693f', sign: '+', dash: '', word: 'added' },
  removed: { colour: '#b3261e', sign: '−', dash: '7 4', word: 'removed' },
  changed: { colour: '#8a5300', sign: '~', dash: '2 3', word: 'changed' },
  moved: { colour: '#0b57a4', sign: '↔', dash: '10 3 2 3', word: 'moved' },
};

/** Room around the drawing for the signs, in model units. */
const ROOM = 24;
const RADIUS = 9;

/**
 * A diagram of one version as SVG in which what is different is framed and signed. Safe to put into a page.
 */
function markedSvg(
  model: Model,
  diagram: Diagram,
  standings: ReadonlyMap<ElementId, Standing>,
  version: Version,
  images: SharedImages,
): string {
  const inner = diagramSvg(model, diagram, { padding: ROOM, images });
  const wanted = (standing: Standing): boolean => standing !== (version === 'before' ? 'added' : 'removed');
  const marks = [...diagram.shapes, ...diagram.lines].flatMap((element) => {
    const standing = standings.get(element.id);
    return standing !== undefined && wanted(standing) ? [markOf(model, element, standing)] : [];
  });
  return inner.replace(/<\/svg>$/, `<g font-family="sans-serif" font-size="14">${marks.join('')}</g></svg>`);
}

function markOf(model: Model, element: Element, standing: Standing): string {
  const { colour, sign, dash, word } = LOOKS[standing];
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const [frame, at] = isLine(element) ? lineFrame(model, element) : shapeFrame(drawnBox(element));
  return `<g><title>${escapeMarkup(word)}</title>${frame} fill="none" stroke="${colour}" stroke-width="3" stroke-opacity="0.85"${dashes}/><circle cx="${at.x}" cy="${at.y}" r="${RADIUS}" fill="${colour}"/><text x="${at.x}" y="${at.y + 5}" text-anchor="middle" fill="#fff" font-weight="700">${sign}</text></g>`;
}

function shapeFrame({ left, top, width, height }: Rect): readonly [string, Point] {
  const frame = `<rect x="${left - 5}" y="${top - 5}" width="${width + 10}" height="${height + 10}" rx="4"`;
  return [frame, { x: left - 3, y: top - 3 }];
}

const lineFrame = (model: Model, line: Line): readonly [string, Point] => [
  `<path d="${flowDrawing(line, model.template).path}"`,
  { x: line.handle.x, y: line.handle.y - 22 },
];

/** A diagram that differs, drawn before and after. */
export interface ComparedDiagram {
  readonly header: string;
  /** Null on a side that does not have the diagram. */
  readonly before: string | null;
  readonly after: string | null;
  /** The pictures that both refer to, to stand once beside them; empty where the caller shares them more widely. */
  readonly definitions: string;
}

/** The diagrams that a picture of the differences shows: those that differ in what is drawn, in the order of `after`. */
export function comparedDiagrams(
  differences: readonly Difference[],
  before: Model,
  after: Model,
  images?: SharedImages,
): readonly ComparedDiagram[] {
  const standings = standingsOf(differences, before, after);
  const differing = new Set<string | undefined>(standings.keys());
  for (const { place, group } of differences)
    if (place.threat === undefined && group !== 'other') differing.add(place.diagram);
  return diagramsOfBoth(before, after)
    .filter(({ id }) => differing.has(id))
    .map(({ id, before: was, after: is }) => {
      const shared = images ?? new SharedImages();
      const drawn = (model: Model, diagram: Diagram | null, version: Version): string | null =>
        diagram === null ? null : markedSvg(model, diagram, standings.get(id) ?? new Map(), version, shared);
      const sides = { before: drawn(before, was, 'before'), after: drawn(after, is, 'after') };
      const header = (is ?? was)?.header ?? '';
      return { header, ...sides, definitions: images === undefined ? shared.definitions() : '' };
    });
}

/** Between the two versions, and for the line of words above them. */
const GAP = 32;
const CAPTION = 34;

/** The versions of one diagram beside each other as one SVG, with a legend. */
export function besideSvg({ header, before, after, definitions }: ComparedDiagram): string {
  const sides = [
    { name: 'Before', svg: before },
    { name: 'After', svg: after },
  ].map(({ name, svg }) => ({ name, svg, ...sizeOf(svg) }));
  const [left, right] = sides;
  const offset = (left?.width ?? 0) + GAP;
  const width = offset + (right?.width ?? 0);
  const height = Math.max(...sides.map((side) => side.height)) + CAPTION + 30;
  const drawn = sides.map(({ name, svg }, index) => {
    const x = index === 0 ? 0 : offset;
    const picture =
      svg === null
        ? `<text x="${x + 12}" y="${CAPTION + 24}">not there</text>`
        : svg.replace('<svg ', `<svg x="${x}" y="${CAPTION}" `);
    return `<text x="${x + 12}" y="22" font-weight="700">${name}</text>${picture}`;
  });
  const legend = STANDINGS.map(
    (standing, index) =>
      `<text x="${12 + index * 110}" y="${height - 10}" fill="${LOOKS[standing].colour}">${LOOKS[standing].sign} ${LOOKS[standing].word}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(`${header} diagram, before and after`)}">${definitions}<rect width="${width}" height="${height}" fill="#fff"/><g font-family="'Segoe UI', Inter, 'Noto Sans', Arial, sans-serif" font-size="15">${drawn.join('')}${legend.join('')}</g></svg>`;
}

/** Width and height that one of our drawings says it has; room for words where there is none. */
function sizeOf(svg: string | null): { readonly width: number; readonly height: number } {
  const found = svg === null ? null : /^<svg [^>]*?width="(\d+)" height="(\d+)"/.exec(svg);
  return { width: Math.max(240, Number(found?.[1] ?? 240)), height: Number(found?.[2] ?? 80) };
}
