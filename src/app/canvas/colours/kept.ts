import { keptByModel } from '../base/kept-by-model.ts';
import { isColourBy } from './groups.ts';

/** What the elements of a model get their colour by; null for no colours. */
export const {
  read: readColours,
  of: coloursOf,
  use: useColours,
  choose: chooseColours,
} = keptByModel('trustline.colours', isColourBy);
