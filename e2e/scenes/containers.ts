import type { Scene } from './scene.ts';

/** One element with room on all sides. */
export const single: Scene = { shapes: [['Container', 250, 250]] };

/** Two elements side by side. */
export const pair: Scene = {
  shapes: [
    ['Container', 250, 250],
    ['Host', 550, 250],
  ],
};

/** Two elements with a flow from the first to the second. */
export const connected: Scene = { ...pair, flows: [['Container', 'Host']] };

/** The same with room for what bends the flow. */
export const farConnected: Scene = {
  shapes: [
    ['Container', 150, 250],
    ['Host', 650, 250],
  ],
  flows: [['Container', 'Host']],
};

/** A flow to the upper one of two elements, for ends that are put elsewhere. */
export const fork: Scene = {
  shapes: [
    ['Container', 250, 250],
    ['Host', 550, 150],
    ['Volume', 550, 400],
  ],
  flows: [['Container', 'Host']],
};

/** A boundary that holds two elements and no flow. */
export const held: Scene = {
  borders: [['Docker Boundary', 275, 200, 250, 200]],
  shapes: [
    ['Image', 290, 250],
    ['Secret', 420, 250],
  ],
};

/** A boundary with an element that sticks out but has its middle in, one whose middle is out, and their flow. */
export const across: Scene = {
  borders: [['Docker Boundary', 200, 150, 300, 300]],
  shapes: [
    ['Container', 420, 200],
    ['Host', 460, 320],
  ],
  flows: [['Container', 'Host', { type: 'Process' }]],
};

/** This many containers in rows, each with a flow to the next: a large drawing and nothing else. */
export const rows = (count: number): Scene => ({
  shapes: Array.from({ length: count }, (_, n) => [
    'Container',
    20 + (n % 20) * 160,
    20 + Math.floor(n / 20) * 160,
  ]),
  flows: Array.from({ length: count - 1 }, (_, n) => [n, n + 1, { type: 'HTTPS' }]),
  threats: 'none',
});
