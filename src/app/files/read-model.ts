import type { OtherModel } from '../store/index.ts';
import { isWithin, readTold, tellFailed, tellRefused } from './open.ts';

/**
 * Reads the model of a file that is not opened, only looked at; null, and the user was told, where there is none or
 * the reading was stopped. No tab comes of it.
 */
export async function readModelOf(file: File): Promise<OtherModel | null> {
  const { name } = file;
  try {
    const found = isWithin(file) ? await readTold(name, file, { as: 'model' }) : null;
    if (found?.ok === false) await tellRefused(name, found.error);
    return found?.ok === true && found.value.format === 'tm7' ? { name, model: found.value.model } : null;
  } catch (error) {
    tellFailed(name, error);
    return null;
  }
}
