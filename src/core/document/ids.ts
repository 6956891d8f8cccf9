import type { Brand } from '../base/index.ts';

/** Guid of a diagram (`DrawingSurfaceModel`), lower case with hyphens. */
export type DiagramId = Brand<string, 'DiagramId'>;
/** Guid of a shape or a line on a diagram, lower case with hyphens. */
export type ElementId = Brand<string, 'ElementId'>;
/** Id of an element type of the template: a guid or a word such as `GE.P`. Never test for `GE.*`: resolve it. */
export type TypeId = Brand<string, 'TypeId'>;
/** Dictionary key of a threat: type id + source + flow + target, or one of our own for a custom threat. */
export type ThreatKey = Brand<string, 'ThreatKey'>;

/** Constructors of the branded ids, for codecs and for the id source of the shell. */
export const diagramId = (text: string): DiagramId => text as DiagramId;
export const elementId = (text: string): ElementId => text as ElementId;
export const typeId = (text: string): TypeId => text as TypeId;
export const threatKey = (text: string): ThreatKey => text as ThreatKey;

/** How the files write "no element": a free end of a line. */
export const ZERO_GUID = '00000000-0000-0000-0000-000000000000';

/** Makes a fresh random guid, lower case with hyphens. The outside world is a parameter: tests count up. */
export type NewGuid = () => string;
