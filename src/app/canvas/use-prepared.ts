import { useEffect, useState } from 'react';
import type { Diagram, Template } from '../../core/document/index.ts';
import { preparingDrawing } from '../../core/drawing/index.ts';
import { inSlices, whileWanted } from '../ui/index.ts';
import { isLarge } from './base/large.ts';

/**
 * Whether the diagram with this key can be drawn without making the page wait: of a large one what drawing needs is
 * worked out before it is shown first. Once it can be drawn it stays so: what an edit changes is worked out with it.
 */
export function usePrepared(key: string, diagram: Diagram | null, template: Template | undefined): boolean {
  const [prepared, setPrepared] = useState('');
  const ready = prepared === key || diagram === null || !isLarge(diagram);
  useEffect(() => {
    if (ready) {
      setPrepared(key);
      return;
    }
    if (diagram === null || template === undefined) return;
    let current = true;
    const done = (): void => {
      if (current) setPrepared(key);
    };
    const isWanted = (): boolean => current;
    // What cannot be worked out fails where it is drawn.
    inSlices(whileWanted(preparingDrawing(diagram, template), isWanted)).then(done, done);
    return () => {
      current = false;
    };
  }, [key, ready, diagram, template]);
  return ready;
}
