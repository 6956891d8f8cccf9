import { describe, expect, it } from 'vitest';
import { moveElements } from '../edit/index.ts';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { changedCrossings, crossedBoundaries } from './crossing.ts';

const { person, server, store, zone } = shapes;
const { request, query, border } = lines;

describe('crossings', () => {
  it('tells boxes by end points and lines by curves', () => {
    const ids = (flow: typeof request) => crossedBoundaries(firstOf(scene), flow).map(({ id }) => id);
    expect(ids(request)).toEqual([zone.id, border.id]);
    expect(ids(query)).toEqual([]);
  });

  it.each([
    ['inside of a box', server.id, 10, 0, []],
    ['across a border so that the end stays inside', server.id, -50, 0, []],
    ['so far that the end comes out', server.id, -60, 0, [zone.id]],
    ['out of a box', store.id, 300, 0, [zone.id]],
    ['into a box over a line boundary', person.id, 400, 150, [zone.id, border.id]],
    ['of a box away from what lies in it', zone.id, 0, 600, [zone.id]],
    ['of a line boundary off the flows', border.id, 0, 500, [border.id]],
  ] as const)('tells what a drag %s changes', (_, id, dx, dy, changed) => {
    const after = firstOf(moveElements(scene, [id], dx, dy));
    expect(changedCrossings(firstOf(scene), after)).toEqual(new Set(changed));
  });
});
