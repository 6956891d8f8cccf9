import {
  type Diagram,
  type ElementId,
  elementName,
  type Line,
  type LineEnd,
  type Model,
  type Shape,
} from '../../document/index.ts';
import type { Point } from '../../geometry/index.ts';
import type { NodeRole } from '../draft.ts';
import { Losses } from '../losses.ts';
import { factsOf, MARK, markOf } from '../marks.ts';
import type { Written } from '../port.ts';
import { roleOfShape } from '../roles.ts';
import { encodeUtf8 } from '../utf8.ts';
import { memberName, PORT_PLACES } from './own.ts';

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

/**
 * A model as draw.io has it, plain, a page for each diagram, in the styles of the editor's threat modeling palette; our
 * facts stand in wrappers, which the editor shows under *Edit data*. Lost: `threats`, `notes`, `information`, `template`.
 */
export function writeDrawio(model: Model): Written {
  const pages = model.diagrams.map((diagram) => page(model, diagram));
  const text = `<mxfile host="Trustline" type="device">\n${pages.join('')}</mxfile>\n`;
  const { notes, threats, information, template } = model;
  const { name: _, carried: __, ...texts } = information;
  const losses = new Losses();
  losses.addAll(
    'threats',
    threats.map(({ id }) => `#${id}`),
  );
  losses.addAll(
    'notes',
    notes.map(({ message }) => message),
  );
  losses.addAll('information', Object.values(texts));
  losses.add('template', template.manifest.name);
  return { bytes: encodeUtf8(text), losses: losses.all };
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
  const place = element === null ? null : PORT_PLACES[port];
  return place === null ? '' : `${prefix}X=${place[0]};${prefix}Y=${place[1]};`;
}
