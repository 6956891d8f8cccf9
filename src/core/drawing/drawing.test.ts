import { expect, it } from 'vitest';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { boundaryImage, curveStroke, diagramSvg, nameLines, storeLines, wrapText } from './index.ts';

it.each([
  ['docker-compose', 60, ['docker-', 'compose']],
  ['KubeArmor-Relay Service', 90, ['KubeArmor-', 'Relay Service']],
  ['2026-11', 20, ['20', '26-', '11']],
  ['-x y', 100, ['-x y']],
])('breaks %j within %i behind hyphens', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines);
});

it.each([
  ['Administrator', 60, ['Administrator']],
  ['My API Gateway', 30, ['My API', 'Gateway']],
  ['Simple-Storage of X', 30, ['Simple-', 'Storage', 'of X']],
  ['a b c d', 90, ['a b c d']],
  ['W'.repeat(24), 60, ['W'.repeat(10), 'W'.repeat(10), 'WWWW']],
])('a name breaks inside no word but a very long one: %s on %i', (name, width, texts) => {
  const box = { left: 5, top: 5, width, height: 90 };
  expect(nameLines(name, box).map(({ text }) => text)).toEqual(texts);
});

it('places a small picture before the name of a boundary, the lines of a store and the stroke of a curve', () => {
  const box = { left: 5, top: 5, width: 800, height: 300 };
  const picture = boundaryImage('Docker Boundary', box, 'Before label');
  expect([picture.width, picture.height, picture.top + 8]).toEqual([16, 16, 15]);
  expect(picture.left).toBeGreaterThan(650);
  expect(picture.left + 16).toBeLessThan(805);
  expect(boundaryImage('x', box, 'Centered on stencil').width).toBe(100);
  expect(storeLines({ left: 5, top: 5, width: 90, height: 90 })).toEqual({
    left: 1,
    top: 5,
    width: 98,
    height: 90,
  });
  expect([curveStroke(), curveStroke(2)].map(({ width }) => width)).toEqual([1, 2]);
});

it('draws in grey what is out of scope, and nothing else', () => {
  const drawn = (ids: readonly string[]): number => {
    const model = [shapes.server.id, lines.request.id]
      .filter((id) => ids.includes(id))
      .reduce((next, id) => setOutOfScope(next, [id], true), scene);
    return diagramSvg(model, firstOf(model)).split('#707070').length - 1;
  };
  expect(drawn([])).toBe(0);
  expect(drawn([shapes.server.id])).toBeGreaterThan(0);
  expect(drawn([lines.request.id])).toBeGreaterThan(0);
  expect(drawn([shapes.server.id, lines.request.id])).toBe(
    drawn([shapes.server.id]) + drawn([lines.request.id]),
  );
});
