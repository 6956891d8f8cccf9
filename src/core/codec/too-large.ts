import { FILE_START, type ReadError } from './places.ts';

/** Of a file of more bytes than are read. */
export const tooLarge = (most: number): ReadError => ({
  cause: 'too-large',
  params: { mebibytes: most / 1024 / 1024 },
  place: FILE_START,
});
