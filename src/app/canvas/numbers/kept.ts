import { keptByModel } from '../base/kept-by-model.ts';

const isOn = (value: unknown): value is true => value === true;

/** Whether the flows of a model show their numbers. */
export const {
  of: showsNumbers,
  use: useNumbers,
  choose: chooseNumbers,
} = keptByModel('trustline.numbers', isOn);
