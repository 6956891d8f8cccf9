import { beforeEach, describe, expect, it } from 'vitest';
import { scene } from '../../core/edit/testing/scene.ts';
import { openModel, session } from '../store/index.ts';
import { gapAt, placeBehind } from './tab-drag.tsx';
import { placeTab, stepTab } from './tab-order.ts';

const names = () => session.getState().documents.map(({ fileName }) => fileName);
const said = () => session.getState().announcement.text;
let ids: readonly string[] = [];

beforeEach(() => {
  session.setState({ documents: [] });
  ids = ['a', 'b', 'c'].map((fileName) => openModel({ fileName, model: scene }));
});

describe('the order of the tabs', () => {
  it('is changed by one, and the place is said', () => {
    stepTab(ids[0] ?? '', 1);
    expect(names()).toEqual(['b', 'a', 'c']);
    expect(said()).toBe('a is at place 2 of 3');
    stepTab(ids[2] ?? '', -1);
    expect(names()).toEqual(['b', 'c', 'a']);
  });

  it('ends at both ends, with the same list', () => {
    const { documents } = session.getState();
    stepTab(ids[0] ?? '', -1);
    stepTab(ids[2] ?? '', 1);
    stepTab('gone', 1);
    expect(session.getState().documents).toBe(documents);
  });

  it('leaves what is in front in front', () => {
    placeTab(ids[2] ?? '', 0);
    expect(names()).toEqual(['c', 'a', 'b']);
    expect(session.getState().activeId).toBe(ids[2]);
  });
});

describe('a tab that is dragged', () => {
  const TABS = [
    { left: 0, width: 100 },
    { left: 100, width: 100 },
    { left: 200, width: 100 },
  ];
  it.each([
    [-5, 0],
    [49, 0],
    [51, 1],
    [149, 1],
    [260, 3],
    [900, 3],
  ])('at %i comes to the gap %i', (x, gap) => {
    expect(gapAt(x, TABS)).toBe(gap);
  });

  it.each([
    // Both gaps beside it leave it where it is.
    [1, 1, 1],
    [1, 2, 1],
    [0, 3, 2],
    [2, 0, 0],
  ])('from %i to the gap %i has place %i', (from, gap, place) => {
    expect(placeBehind(from, gap)).toBe(place);
  });
});
