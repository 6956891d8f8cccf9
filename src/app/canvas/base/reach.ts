/** Pixels across a line that take the pointer. */
const REACH = 12;

/**
 * `REACH` in model units. In steps: each new value costs a look at every line, and a fifth more or less is not felt.
 */
export const reachAt = (zoom: number): number => REACH / 2 ** (Math.round(2 * Math.log2(zoom)) / 2);
