export { type BoxIndex, boxIndex } from './box-index.ts';
export { curveCrossesRect, curvesIntersect, segmentsIntersect } from './crossing.ts';
export { type Curve, curveBounds, curveThrough, nearestT, pointAt, splitCurve, tangentAt } from './curve.ts';
export { defaultHandle, type Ends, handleAfterMove } from './flow-shape.ts';
export { type ClientPoint, clientPoint, type ModelPoint, modelPoint, type Point } from './point.ts';
export {
  allPorts,
  type NamedPort,
  nearestPort,
  PORTS,
  type PortForm,
  type PortPlace,
  portPoint,
  SHAPE_INSET,
} from './ports.ts';
export {
  insetRect,
  type Rect,
  rectCentre,
  rectContains,
  rectContainsRect,
  rectsOverlap,
  rectsTouch,
  rectUnion,
} from './rect.ts';
