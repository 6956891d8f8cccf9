import {
  type Diagram,
  type Model,
  newLine,
  newModel,
  newShape,
  type Shape,
  typeId,
} from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';

/** A model of one diagram with so many elements in rows, each with a flow to the next, every third to the one below. */
export function grid(elements: number): Model {
  const guids = countingGuids(1);
  const empty = newModel(testTemplate, guids);
  const columns = Math.ceil(Math.sqrt(elements));
  const shapes = Array.from({ length: elements }, (_, n) =>
    newShape(
      testTemplate,
      typeId('server'),
      { left: 20 + (n % columns) * 180, top: 20 + Math.floor(n / columns) * 160 },
      guids,
    ),
  );
  const flow = (from: Shape, to: Shape) => {
    const source = { element: from.id, port: 'East', x: from.left + 95, y: from.top + 50 } as const;
    const target = { element: to.id, port: 'West', x: to.left + 5, y: to.top + 50 } as const;
    const handle = { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
    return newLine(testTemplate, typeId('https'), { source, target }, handle, guids);
  };
  const lines = shapes.flatMap((shape, n) => {
    const next = shapes[(n + 1) % elements] ?? shape;
    const below = shapes[(n + columns) % elements] ?? shape;
    return n % 3 === 0 ? [flow(shape, next), flow(shape, below)] : [flow(shape, next)];
  });
  return { ...empty, diagrams: empty.diagrams.map((diagram) => ({ ...diagram, shapes, lines })) };
}

export function firstOf(model: Model): Diagram {
  const [diagram] = model.diagrams;
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
}
