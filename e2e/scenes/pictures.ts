import type { Scene } from './scene.ts';

/** All kinds of elements, a flow that crosses, flows side by side, a bent one and one that ends nowhere. */
export const allKinds: Scene = {
  borders: [
    ['Docker Boundary', 330, 60, 640, 460],
    ['Network Boundary', 370, 110, 300, 200],
  ],
  shapes: [
    ['User', 60, 140],
    ['Container', 460, 160],
    ['Volume', 800, 160],
    ['Image', 460, 380, { name: 'Image of the shop' }],
    ['Docker Registry', 60, 380, { width: 120 }],
    ['Free Text Annotation', 800, 380, { name: 'Reviewed in spring' }],
  ],
  flows: [
    ['User', 'Container', { type: 'HTTPS', name: 'Order' }],
    ['Container', 'Volume', { type: 'Process', name: 'Write' }],
    ['Container', 'Volume', { type: 'Process', name: 'Read' }],
    ['Docker Registry', 'Image of the shop', { type: 'HTTPS', handle: { x: 300, y: 350 } }],
    ['Image of the shop', { x: 730, y: 470 }, { type: 'Process', name: 'Loose end' }],
  ],
};

/** Line boundaries, straight and bent, with flows that cross one, both and none. */
export const lineCrossings: Scene = {
  template: 'stride-core',
  shapes: [
    ['Human User', 60, 100],
    ['Web Application', 400, 100],
    ['SQL Database', 760, 100],
    ['Web Application', 400, 340, { name: 'Back office' }],
  ],
  flows: [
    ['Human User', ['Web Application', 'West'], { type: 'HTTPS', name: 'Order' }],
    [['Web Application', 'East'], 'SQL Database', { type: 'HTTPS', name: 'Query' }],
    [['Human User', 'South'], ['Back office', 'West'], { type: 'HTTP', handle: { x: 220, y: 330 } }],
    [['Web Application', 'South'], ['Back office', 'North'], { type: 'HTTP', name: 'Inside' }],
  ],
  lineBoundaries: [
    ['Internet Boundary', { x: 280, y: 40 }, { x: 280, y: 260 }, { x: 280, y: 480 }],
    ['Internet Boundary', { x: 620, y: 40 }, { x: 680, y: 220 }, { x: 600, y: 460 }, 'Data centre'],
  ],
};
