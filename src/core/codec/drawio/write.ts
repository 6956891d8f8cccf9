import {
  type Diagram,
  type ElementId,
  elementName,
  type Line,
  type LineEnd,
  type Model,
  type Port,
  type Shape,
} from '../../document/index.ts';
import type { Point } from '../../geometry/index.ts';
import type { Loss, NodeRole } from '../draft.ts';
import { joinedLosses } from '../losses.ts';
import { factsOf, MARK, markOf, roleOfShape } from '../marks.ts';
import type { Written } from '../port.ts';
import { encodeUtf8 } from '../utf8.ts';

/** The styles of the editor's own threat modeling palette (exchange 5.4). */
const BOUNDARY =
  'html=1;fontColor=#FF3333;fontStyle=1;align=left;verticalAlign=top;fillColor=none;dashed=1;strokeWidth=2;strokeColor=#FF3333;spacingLeft=4;whiteSpace=wrap;';
const STYLES: Readonly<Record<NodeRole, string>> = {
  external: 'rounded=0;whiteSpace=wrap;html=1;',
  process: 'ellipse;whiteSpace=wrap;html=1;',
  store: 'shape=partialRectangle;whiteSpace=wrap;html=1;left=0;right=0;fillColor=none;',
  borderBoundary: BOUNDARY,
  annotation: 'text;html=1;whiteSpace=wrap;align=left;verticalAlign=top;',
};
const FLOW = 'endArrow=classic;html=1;curved=1;';
const LINE_BOUNDARY =
  'endArrow=none;dashed=1;strokeWidth=2;strokeColor=#FF3333;curved=1;html=1;fontColor=#FF3333;';

/** Where a port is on its box, from 0 to 1. */
const PLACES: Readonly<Record<Port, readonly [x: number, y: number] | null>> = {
  None: null,
  North: [0.5, 0],
  NorthEast: [1, 0],
  East: [1, 0.5],
  SouthEast: [1, 1],
  South: [0.5, 1],
  SouthWest: [0, 1],
  West: [0, 0.5],
  NorthWest: [0, 0],
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};
/** A text as the value of an attribute, without the characters that XML does not have. */
const escaped = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
    .replace(/[&<>"\n\t]/g, (sign) => ESCAPES[sign] ?? sign);

/** A name as HTML, which labels are: what it says is text. */
const asHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replace(/\r?\n/g, '<br>');

/** Names of members that the format or we use ourselves. */
const TAKEN = new Set(['label', 'id', 'type', 'link', 'tooltip', 'tags', 'placeholders', 'placeholder']);

/** The name of a property as XML has names; two that become one are told apart by a number. */
function memberName(name: string, used: Set<string>): string {
  const safe =
    name
      .trim()
      .replace(/[^\p{L}\p{N}_.-]+/gu, '_')
      .replace(/^[^\p{L}_]+/u, '_') || '_';
  const base = /^xml/i.test(safe) || TAKEN.has(safe) || safe.startsWith('trustline') ? `_${safe}` : safe;
  let found = base;
  for (let at = 2; used.has(found); at++) found = `${base}_${at}`;
  used.add(found);
  return found;
}

/**
 * A model as draw.io has it, plain, a page for each diagram, in the styles of the editor's threat modeling palette; our
 * facts stand in wrappers, which the editor shows under *Edit data*. Lost: `threats`, `notes`, `information`, `template`.
 */
export function writeDrawio(model: Model): Written {
  const pages = model.diagrams.map((diagram) => page(model, diagram));
  const text = `<mxfile host="Trustline" type="device">\n${pages.join('')}</mxfile>\n`;
  const { notes, threats, information, template } = model;
  const of = (code: string, examples: readonly string[]): readonly Loss[] =>
    examples.filter((example) => example.trim() !== '').map((example) => ({ code, count: 1, example }));
  const { name: _, carried: __, ...texts } = information;
  return {
    bytes: encodeUtf8(text),
    losses: joinedLosses([
      ...of(
        'threats',
        threats.map(({ id }) => `#${id}`),
      ),
      ...of(
        'notes',
        notes.map(({ message }) => message),
      ),
      ...of('information', Object.values(texts)),
      ...of('template', [template.manifest.name]),
    ]),
  };
}

function page(model: Model, diagram: Diagram): string {
  const isBox = ({ kind }: Shape): boolean => kind === 'borderBoundary';
  const shapes = [...diagram.shapes.filter(isBox), ...diagram.shapes.filter((shape) => !isBox(shape))];
  const ids = new Set(shapes.map(({ id }) => id));
  const cells = [
    ...shapes.map((shape) => vertex(model, shape)),
    ...diagram.lines.map((line) => edge(line, ids)),
  ];
  return [
    `  <diagram id="${escaped(diagram.id)}" name="${escaped(diagram.header)}">\n`,
    '    <mxGraphModel grid="1" gridSize="10" guides="1" tooltips="1" connect="1" arrows="1" page="0" math="0">\n',
    '      <root>\n        <mxCell id="0"/>\n        <mxCell id="1" parent="0"/>\n',
    ...cells,
    '      </root>\n    </mxGraphModel>\n  </diagram>\n',
  ].join('');
}

/** An element in its wrapper. */
function wrapped(element: Shape | Line, cell: string): string {
  const used = new Set<string>();
  const facts = factsOf(element).map(({ name, value }) => ` ${memberName(name, used)}="${escaped(value)}"`);
  const mark = JSON.stringify(markOf(element)[MARK]);
  return [
    `        <object label="${escaped(asHtml(elementName(element)))}" id="${escaped(element.id)}"`,
    ` trustline-type="${escaped(element.typeId)}" trustline-id="${escaped(element.id)}" trustline-data="${escaped(mark)}"`,
    ...facts,
    `>\n${cell}        </object>\n`,
  ].join('');
}

function vertex(model: Model, shape: Shape): string {
  const role = roleOfShape(model.template, shape);
  const isRound = role === 'process' && shape.width === shape.height;
  const style = `${STYLES[role]}${isRound ? 'aspect=fixed;' : ''}`;
  const { left, top, width, height } = shape;
  return wrapped(
    shape,
    `          <mxCell style="${style}" vertex="1" parent="1">\n            <mxGeometry x="${left}" y="${top}" width="${width}" height="${height}" as="geometry"/>\n          </mxCell>\n`,
  );
}

function edge(line: Line, shapes: ReadonlySet<ElementId>): string {
  const { source, target, handle } = line;
  // The editor's curve with one point has that point as its control.
  const control = {
    x: 2 * handle.x - (source.x + target.x) / 2,
    y: 2 * handle.y - (source.y + target.y) / 2,
  };
  const isFlow = line.kind === 'flow';
  const ends = isFlow ? `${port('exit', source)}${port('entry', target)}` : '';
  const attached = (name: 'source' | 'target', { element }: LineEnd): string =>
    isFlow && element !== null && shapes.has(element) ? ` ${name}="${escaped(element)}"` : '';
  const point = ({ x, y }: Point, as: string): string => `              <mxPoint x="${x}" y="${y}"${as}/>\n`;
  return wrapped(
    line,
    [
      `          <mxCell style="${isFlow ? FLOW : LINE_BOUNDARY}${ends}" edge="1" parent="1"${attached('source', source)}${attached('target', target)}>\n`,
      '            <mxGeometry relative="1" as="geometry">\n',
      point(source, ' as="sourcePoint"'),
      point(target, ' as="targetPoint"'),
      `              <Array as="points">\n  ${point(control, '')}              </Array>\n`,
      '            </mxGeometry>\n          </mxCell>\n',
    ].join(''),
  );
}

function port(prefix: 'exit' | 'entry', { element, port }: LineEnd): string {
  const place = element === null ? null : PLACES[port];
  return place === null ? '' : `${prefix}X=${place[0]};${prefix}Y=${place[1]};`;
}
