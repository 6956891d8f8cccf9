import { defaultSize } from '../document/index.ts';
import type { Rect } from '../geometry/index.ts';
import type { DraftNode } from './draft.ts';
import type { Losses } from './losses.ts';
import type { Nestable } from './nested-places.ts';

/*
 * In some formats a thing that holds others has flows of its own. In a model no flow ends at a boundary, so such a thing
 * is two: a boundary around what it holds, and a process in it that its flows end at (exchange 4.3).
 */

/** The id of the process in a thing that is a boundary, by the id of that. */
export const insideOf = (id: string): string => `${id} inside`;

/** A thing to be placed, with the process in it. */
export const nestedWithInside = (thing: Nestable): readonly Nestable[] => [
  thing,
  { id: insideOf(thing.id), parent: thing.id, holds: false, box: null, size: defaultSize('ellipse') },
];

/**
 * A boundary with the process in it, counted as `composites`: what is known of the thing stays with the boundary, but for
 * its type, which is that of something that flows end at.
 */
export function withInside(
  thing: DraftNode,
  inside: { readonly id: string; readonly box: Rect | null },
  losses: Losses,
): readonly DraftNode[] {
  losses.add('composites', thing.name);
  const { type: _, ...boundary } = thing;
  return [boundary, { ...thing, ...inside, role: 'process', facts: [] }];
}
