import type { Model } from '../../core/document/index.ts';
import { sketchOf } from '../../core/drawing/index.ts';
import { countsOf } from '../../core/threat-list/index.ts';
import type { StoredRecent } from './records.ts';

/** What the list of recent files shows of a model. */
export function factsOf(model: Model): Pick<StoredRecent, 'threats' | 'sketch'> {
  const { handled, all } = countsOf(model.threats);
  const sketch = sketchOf(model);
  return { threats: { handled, all }, ...(sketch && { sketch }) };
}
