import type { Scene } from './scene.ts';

/** A service at the border of a network, its middle outside, with a flow from either side. */
export const sticksOut: Scene = {
  template: 'stride-core',
  borders: [['Corporate Network', 250, 100, 300, 300]],
  shapes: [
    ['Web Application', 555, 200],
    ['Human User', 50, 200],
    ['Human User', 800, 200, { name: 'Visitor' }],
  ],
  flows: [
    ['Human User', ['Web Application', 'West'], { type: 'HTTP', name: 'Order' }],
    ['Visitor', ['Web Application', 'East'], { type: 'HTTP', name: 'Visit' }],
  ],
};

/** Boxes that fit at 100 % alone: only the names reach over the edges, one to the left, one to the right. */
export const wideNames: Scene = {
  template: 'stride-core',
  shapes: [
    ['Web Application', 300, 10],
    ['SQL Database', 300, 400],
  ],
  flows: [
    [
      ['Web Application', 'West'],
      ['SQL Database', 'West'],
      {
        type: 'HTTPS',
        name: 'Orders, invoices and the addresses that they go to, every night',
        handle: { x: 20, y: 250 },
      },
    ],
  ],
  lineBoundaries: [
    [
      'Internet Boundary',
      { x: 700, y: 10 },
      { x: 720, y: 260 },
      { x: 700, y: 500 },
      'Everything beyond this line belongs to somebody else entirely',
    ],
  ],
};
