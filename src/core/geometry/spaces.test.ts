import { describe, expect, it } from 'vitest';
import { type ClientPoint, clientPoint, type ModelPoint, modelPoint, type Point } from './point.ts';
import { rectContains } from './rect.ts';

/** What the compiler refuses here is marked: a mark behind which it finds nothing to refuse does not compile. */
describe('places on a diagram and on the screen', () => {
  const box = { left: 0, top: 0, width: 10, height: 10 };
  const onScreen = (at: ClientPoint): number => at.x;
  const onDiagram = (at: ModelPoint): number => at.x;
  const reckoned = (at: Point): number => at.x;

  it('are what they are made as', () => {
    expect(onScreen(clientPoint(3, 4))).toBe(3);
    expect(onDiagram(modelPoint(3, 4))).toBe(3);
    expect(reckoned(modelPoint(3, 4))).toBe(3);
    expect(rectContains(box, modelPoint(3, 4))).toBe(true);
    expect(Object.keys(modelPoint(3, 4))).toEqual(['x', 'y']);
  });

  it('do not pass for each other', () => {
    // @ts-expect-error: on the diagram, not on the screen
    onScreen(modelPoint(3, 4));
    // @ts-expect-error: on the screen, not on the diagram
    onDiagram(clientPoint(3, 4));
    // @ts-expect-error: the core reckons in model units
    reckoned(clientPoint(3, 4));
    // @ts-expect-error: a box on a diagram holds no place on the screen
    rectContains(box, clientPoint(3, 4));
  });

  it('are not made of any two numbers', () => {
    // @ts-expect-error: nobody said where that is
    onScreen({ x: 3, y: 4 });
    // @ts-expect-error: nobody said where that is
    onDiagram({ x: 3, y: 4 });
    expect(reckoned({ x: 3, y: 4 })).toBe(3);
  });
});
