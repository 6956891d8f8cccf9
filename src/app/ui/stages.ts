import { startTransition, useEffect, useState } from 'react';
import { painted } from './fetched.ts';

/**
 * For a view that is large to build: what is there at stage 0 is painted, then what stage 1 adds, and so on to
 * `last`. No part is worked out in one task with another, so keys and pointer are answered between them.
 */
export function useStages(last: number): number {
  const [stage, setStage] = useState(0);
  useEffect(() => {
    if (stage >= last) return;
    let current = true;
    void painted().then(() => current && startTransition(() => setStage(stage + 1)));
    return () => {
      current = false;
    };
  }, [stage, last]);
  return stage;
}

/**
 * For a long list that is built as a whole: how many of its `total` are there, `step` at first and so many more each
 * time that those have been painted. What is there stays.
 */
export function useGrowing(total: number, step: number): number {
  const stage = useStages(Math.ceil(total / step) - 1);
  return (stage + 1) * step;
}
