import type { ImportFormat } from '../port.ts';
import { VISIO } from './facts.ts';
import { sniffVisio } from './package.ts';
import { readVisio } from './read.ts';

/** Drawings of Visio, read only. */
export const visio: ImportFormat = { ...VISIO, sniff: sniffVisio, read: readVisio };
