import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementId, type Model, type Shape } from '../document/index.ts';
import { elementMover, moveElements } from './index.ts';
import { work } from './shapes.ts';
import { firstOf, scene } from './testing/scene.ts';

const diagram = firstOf(scene);
const ids = [...diagram.shapes, ...diagram.lines].map(({ id }) => id);

describe('what moves the same elements again and again', () => {
  it('does at each step what one move does', () => {
    const far = fc.integer({ min: -400, max: 400 });
    fc.assert(
      fc.property(fc.subarray(ids), fc.array(fc.tuple(far, far), { maxLength: 5 }), (some, steps) => {
        const move = elementMover(some);
        for (const [dx, dy] of steps) expect(move(scene, dx, dy)).toEqual(moveElements(scene, some, dx, dy));
        for (const [dx, dy] of steps)
          expect(move(move(scene, dx, dy), dy, dx)).toEqual(
            moveElements(moveElements(scene, some, dx, dy), some, dy, dx),
          );
      }),
    );
  });

  it('looks once at all elements, and then at those that it reaches', () => {
    const [first] = diagram.shapes;
    if (first === undefined) throw new Error('No shape');
    const more = Array.from({ length: 2000 }, (_, n): Shape => ({ ...first, id: elementId(`more ${n}`) }));
    const wide: Model = { ...scene, diagrams: [{ ...diagram, shapes: [...diagram.shapes, ...more] }] };
    const move = elementMover([first.id]);
    move(wide, 1, 1);
    work.elements = 0;
    for (let step = 2; step < 12; step++) move(wide, step, step);
    expect(work.elements).toBeLessThanOrEqual(10 * (1 + diagram.lines.length));
  });
});
