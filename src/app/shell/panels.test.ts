import { beforeAll, expect, it, vi } from 'vitest';
import { scene } from '../../core/edit/testing/scene.ts';
import { activateDocument, openModel } from '../store/index.ts';
import { isMaximised, isPanelOpen, maximisePanel, startFolding, togglePanel } from './panels.ts';

/** A diagram that has no room beside the panels. */
const large = {
  ...scene,
  diagrams: scene.diagrams.map((diagram) => ({
    ...diagram,
    shapes: diagram.shapes.map((shape) => ({ ...shape, top: shape.top * 10 })),
  })),
};

beforeAll(() => {
  vi.stubGlobal('window', { innerWidth: 1440, innerHeight: 900 });
  startFolding();
});

it('gives the canvas its place back where the model that comes to the front has the lower panel folded', () => {
  const folding = openModel({ fileName: 'large.tm7', model: large });
  expect(isPanelOpen('bottom')).toBe(false);
  const small = openModel({ fileName: 'small.tm7', model: scene });
  expect(isPanelOpen('bottom')).toBe(true);
  maximisePanel(true);
  activateDocument(folding);
  expect(isMaximised()).toBe(false);
  activateDocument(small);
  maximisePanel(true);
  activateDocument(null);
  expect(isMaximised()).toBe(true);
  activateDocument(folding);
  togglePanel('bottom', true);
  expect(isPanelOpen('bottom')).toBe(true);
});
