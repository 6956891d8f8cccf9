import type { Port } from '../../document/index.ts';

/** The port of the tool for each of ours: diagonals go to a side. */
export const SIDES: Readonly<Record<Port, string | null>> = {
  None: null,
  North: 'top',
  NorthEast: 'right',
  East: 'right',
  SouthEast: 'right',
  South: 'bottom',
  SouthWest: 'left',
  West: 'left',
  NorthWest: 'left',
};
