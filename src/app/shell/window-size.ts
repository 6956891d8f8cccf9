import { useSyncExternalStore } from 'react';

interface Size {
  readonly width: number;
  readonly height: number;
}

const read = (): Size => ({ width: window.innerWidth, height: window.innerHeight });
let size = read();

function subscribe(listener: () => void): () => void {
  const resized = () => {
    size = read();
    listener();
  };
  // It may have changed while nobody listened.
  size = read();
  window.addEventListener('resize', resized);
  return () => window.removeEventListener('resize', resized);
}

/** The window's inside in pixels. */
export const useWindowSize = (): Size => useSyncExternalStore(subscribe, () => size);
