import {
  diagramId,
  type Element,
  type ElementId,
  elementId,
  elementName,
  type Line,
  type LineEnd,
  type LineKind,
  type Port,
  type Shape,
  type ShapeKind,
  typeId,
  ZERO_GUID,
} from '../../document/index.ts';
import { PORTS } from '../../geometry/index.ts';
import {
  choice,
  guid,
  identifier,
  type Kind,
  list,
  nillable,
  optional,
  plainGuid,
  text,
} from '../xml/kinds.ts';
import { double, int } from '../xml/numbers.ts';
import { typeOf } from '../xml/reading.ts';
import { given, type RecordKind, recordKind, rowsOf } from '../xml/record.ts';
import { dictionary } from './dictionary.ts';
import type { FoundDiagram, FoundElement } from './found.ts';
import { ABSTRACTS, ARRAYS, MODEL } from './namespaces.ts';
import { property } from './property.ts';

/** The classes of the diagrams, in the order of format 1.4. */

const properties = list('anyType', ARRAYS, property, (p) => p.name || p.displayName);
const zeroGuid = guid(ZERO_GUID);

function shapeTable(kind: ShapeKind): RecordKind<Shape> {
  const row = rowsOf<Shape>(ABSTRACTS);
  return recordKind<Shape>()({
    numbered: true,
    members: {
      GenericTypeId: row(identifier, (s) => s.genericTypeId),
      Guid: row(zeroGuid, (s) => s.id),
      Properties: row(properties, (s) => s.properties, ARRAYS),
      TypeId: row(identifier, (s) => s.typeId),
      Height: row(int(100), (s) => s.height),
      Left: row(int(10), (s) => s.left),
      StrokeDashArray: row(nillable(text), (s) => s.strokeDashArray),
      StrokeThickness: row(int(1), (s) => s.strokeThickness),
      Top: row(int(10), (s) => s.top),
      Width: row(int(100), (s) => s.width),
    },
    make: (v, carried) => ({
      kind,
      id: elementId(v.Guid),
      typeId: typeId(v.TypeId),
      genericTypeId: typeId(v.GenericTypeId),
      properties: v.Properties,
      left: v.Left,
      top: v.Top,
      width: v.Width,
      height: v.Height,
      strokeThickness: v.StrokeThickness,
      strokeDashArray: v.StrokeDashArray,
      ...carried,
    }),
  });
}

const port = choice<Port>(['None', ...PORTS], 'None');

/** Missing coordinates are computed when the diagram is complete. */
const handle = int(0, { code: 'middle-of-line' });
const endpoint = int(0, { code: 'port-place' });

const end = (guid: string, at: Port, x: number, y: number): LineEnd => ({
  element: guid === ZERO_GUID ? null : elementId(guid),
  port: at,
  x,
  y,
});

function lineTable(kind: LineKind): RecordKind<Line> {
  const row = rowsOf<Line>(ABSTRACTS);
  const ofEnd = (id: ElementId | null): string => id ?? ZERO_GUID;
  return recordKind<Line>()({
    numbered: true,
    members: {
      GenericTypeId: row(identifier, (l) => l.genericTypeId),
      Guid: row(zeroGuid, (l) => l.id),
      Properties: row(properties, (l) => l.properties, ARRAYS),
      TypeId: row(identifier, (l) => l.typeId),
      HandleX: row(handle, (l) => l.handle.x),
      HandleY: row(handle, (l) => l.handle.y),
      PortSource: row(port, (l) => l.source.port),
      PortTarget: row(port, (l) => l.target.port),
      SourceGuid: row(zeroGuid, (l) => ofEnd(l.source.element)),
      SourceX: row(endpoint, (l) => l.source.x),
      SourceY: row(endpoint, (l) => l.source.y),
      StrokeDashArray: row(optional(text), (l) => l.strokeDashArray),
      StrokeThickness: row(optional(double(0)), (l) => l.strokeThickness),
      TargetGuid: row(zeroGuid, (l) => ofEnd(l.target.element)),
      TargetX: row(endpoint, (l) => l.target.x),
      TargetY: row(endpoint, (l) => l.target.y),
    },
    make: (v, carried) => ({
      kind,
      id: elementId(v.Guid),
      typeId: typeId(v.TypeId),
      genericTypeId: typeId(v.GenericTypeId),
      properties: v.Properties,
      source: end(v.SourceGuid, v.PortSource, v.SourceX, v.SourceY),
      target: end(v.TargetGuid, v.PortTarget, v.TargetX, v.TargetY),
      handle: { x: v.HandleX, y: v.HandleY },
      ...given({ strokeThickness: v.StrokeThickness, strokeDashArray: v.StrokeDashArray }),
      ...carried,
    }),
  });
}

/** `i:type` of the elements, by what the document calls them (format 1.6). */
const SHAPE_TYPES: Readonly<Record<ShapeKind, string>> = {
  rectangle: 'StencilRectangle',
  ellipse: 'StencilEllipse',
  parallelLines: 'StencilParallelLines',
  borderBoundary: 'BorderBoundary',
};
const LINE_TYPES: Readonly<Record<LineKind, string>> = { flow: 'Connector', lineBoundary: 'LineBoundary' };

const shapes: Readonly<Record<ShapeKind, RecordKind<Shape>>> = {
  rectangle: shapeTable('rectangle'),
  ellipse: shapeTable('ellipse'),
  parallelLines: shapeTable('parallelLines'),
  borderBoundary: shapeTable('borderBoundary'),
};
const lines: Readonly<Record<LineKind, RecordKind<Line>>> = {
  flow: lineTable('flow'),
  lineBoundary: lineTable('lineBoundary'),
};

/** The elements of one dictionary, by their `i:type`; entries of other sorts are kept as they are. */
function elements<E extends Element>(
  tables: Readonly<Record<string, RecordKind<E>>>,
  types: Readonly<Record<string, string>>,
): Kind<readonly FoundElement<E>[]> {
  const byType = new Map(Object.entries(types).map(([kind, type]) => [type, tables[kind]]));
  return dictionary<FoundElement<E>>({
    entry: 'KeyValueOfguidanyType',
    read: (key, node, carrier) => {
      const found = byType.get(typeOf(node)?.name ?? '')?.find(node, carrier);
      if (found === undefined) return undefined;
      const id = plainGuid(key.trim());
      if (id !== key) carrier.reading.warn(node, { code: 'guid-spelling' });
      return { ...found, key: id };
    },
    key: ({ record }) => record.id,
    kind: {
      isBlank: () => false,
      write: (sink, { record }) => {
        sink.reference();
        sink.type(types[record.kind] ?? '', MODEL);
        tables[record.kind]?.writeMembers(sink, record);
      },
    },
  });
}

/** `DrawingSurfaceModel`. */
export const drawingSurface = (() => {
  const base = rowsOf<FoundDiagram>(ABSTRACTS);
  const row = rowsOf<FoundDiagram>(MODEL);
  return recordKind<FoundDiagram>()({
    numbered: true,
    members: {
      GenericTypeId: base(identifier, (d) => d.genericTypeId),
      Guid: base(zeroGuid, (d) => d.id),
      Properties: base(properties, (d) => d.properties, ARRAYS),
      TypeId: base(identifier, (d) => d.typeId),
      Borders: row(elements<Shape>(shapes, SHAPE_TYPES), (d) => d.shapes, ARRAYS),
      Header: row(text, (d) => d.header),
      Lines: row(elements<Line>(lines, LINE_TYPES), (d) => d.lines, ARRAYS),
      Zoom: row(double(1), (d) => d.zoom),
    },
    // Ids and lost coordinates are settled when the whole model is read.
    make: (v, carried, { missing }) => ({
      id: diagramId(v.Guid),
      typeId: typeId(v.TypeId),
      genericTypeId: typeId(v.GenericTypeId),
      header: missing.has('Header') ? elementName({ properties: v.Properties }) : v.Header,
      properties: v.Properties,
      shapes: v.Borders,
      lines: v.Lines,
      zoom: v.Zoom,
      ...carried,
    }),
  });
})();
