import type { Brand } from '../base/index.ts';

/** Guid of a diagram (`DrawingSurfaceModel`), lower case with hyphens. */
export type DiagramId = Brand<string, 'DiagramId'>;
/** Guid of a shape or a line on a diagram, lower case with hyphens. */
export type ElementId = Brand<string, 'ElementId'>;
/** Id of an element type of the template: a guid or a word such as `GE.P`. Never test for `GE.*`: resolve it. */
export type TypeId = Brand<string, 'TypeId'>;
/** Id of a threat type of the template: a guid or a short word; a custom threat has one of our own. */
export type ThreatTypeId = Brand<string, 'ThreatTypeId'>;
/** Id of a threat category of the template: a letter such as `S`, or a guid. */
export type CategoryId = Brand<string, 'CategoryId'>;
/** Dictionary key of a threat: type id + source + flow + target, or one of our own for a custom threat. */
export type ThreatKey = Brand<string, 'ThreatKey'>;

/** Constructors of the branded ids, for codecs and for the id source of the shell. */
export const diagramId = (text: string): DiagramId => text as DiagramId;
export const elementId = (text: string): ElementId => text as ElementId;
export const typeId = (text: string): TypeId => text as TypeId;
export const threatTypeId = (text: string): ThreatTypeId => text as ThreatTypeId;
export const categoryId = (text: string): CategoryId => text as CategoryId;
export const threatKey = (text: string): ThreatKey => text as ThreatKey;

/** How the files write "no element": a free end of a line. */
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/** Makes a fresh random guid, lower case with hyphens. The outside world is a parameter: tests count up. */
export type NewGuid = () => string;

/** The largest id of threats and notes: the format stores them in 32 bits. */
const LAST_ID = 2_147_483_647;

/**
 * Ids for new threats or notes beside those that are taken: above the highest, from 1, as the Windows tool counts
 * (format 1.7, 4.6). Where a file has used the last one, the lowest that are free.
 */
export function nextIds(taken: readonly { readonly id: number }[]): () => number {
  let next = taken.reduce((highest, { id }) => Math.max(highest, id), 0) + 1;
  let used: Set<number> | undefined;
  return () => {
    if (used === undefined && next <= LAST_ID) return next++;
    if (used === undefined) {
      used = new Set(taken.map(({ id }) => id));
      next = 1;
    }
    while (used.has(next)) next++;
    return next++;
  };
}
