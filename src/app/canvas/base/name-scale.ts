import { useStore } from '@xyflow/react';
import type { CSSProperties } from 'react';

/** Below this zoom letters of the file's size are smaller than 9 pixels. */
const SMALL = 0.75;

/** The least unit at which names do not have the file's size. */
export const LEAST_UNIT = 1 / SMALL;

/**
 * How many model units a pixel is, in steps of a fifth: names are placed anew at each step only, and are a little too
 * large in between. 0 where names are large enough as they are.
 */
export const unitAt = (zoom: number): number =>
  zoom >= SMALL ? 0 : 1 / 2 ** (Math.floor(4 * Math.log2(zoom)) / 4);

/**
 * By how much what is drawn about elements is enlarged, to keep a least size on the screen as names do. On the layers
 * that need it: what the canvas itself has, a browser works out anew for each of 10,000 elements below it.
 */
export function useNameScale(): CSSProperties {
  const scale = useStore((state) => Math.max(1, unitAt(state.transform[2])));
  return { '--name-scale': scale } as CSSProperties;
}
