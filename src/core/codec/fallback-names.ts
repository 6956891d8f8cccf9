import type { NodeRole } from './draft.ts';

/** What an element without a name is called in formats that want one. */
export const NAME_OF_ROLE: Readonly<Record<NodeRole, string>> = {
  process: 'Process',
  external: 'External interactor',
  store: 'Data store',
  borderBoundary: 'Trust boundary',
  annotation: 'Annotation',
};

/** The name of a diagram in formats that want one, by its place among all. */
export const headerOr = (header: string, index: number): string => header.trim() || `Diagram ${index + 1}`;

/** The name of a diagram of our own export, with all of its white space while nobody changed it. */
export const headerNow = (header: string, index: number, now: string | undefined): string =>
  now === undefined || now === headerOr(header, index) ? header : now;
