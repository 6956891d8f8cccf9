import Elk from 'elkjs/lib/elk.bundled.js';
import { expect, it, vi } from 'vitest';
import { newModel, newShape, typeId } from '../../../core/document/index.ts';
import { countingGuids, testTemplate } from '../../../core/document/testing/template.ts';
import { boundsOf } from '../../../core/drawing/index.ts';
import { panBy } from '../base/view.ts';
import { opened } from '../testing/opened.ts';
import { SIZE } from '../testing/page.ts';
import { layOut } from './lay-out.ts';

vi.mock('./layout-engine.ts', () => {
  const elk = new Elk();
  return {
    layoutEngine: () => Promise.resolve((graph: Parameters<typeof elk.layout>[0]) => elk.layout(graph)),
  };
});
vi.stubGlobal('matchMedia', () => ({ matches: true }));

it('shows all of the diagram, wherever the view was', async () => {
  const guids = countingGuids(1);
  const shapes = [0, 900, 2400].map((left) =>
    newShape(testTemplate, typeId('server'), { left, top: left, width: 100, height: 100 }, guids),
  );
  const empty = newModel(testTemplate, guids);
  const model = { ...empty, diagrams: empty.diagrams.map((diagram) => ({ ...diagram, shapes })) };
  const { canvas, hand, diagram } = opened(model, { showMinimap: false });
  panBy(canvas, -4000, -4000);
  await layOut(canvas);
  const box = boundsOf(diagram(), testTemplate);
  const { x, y, zoom } = hand.shows.view;
  expect(zoom).toBe(1);
  expect((box?.left ?? -1) * zoom + x).toBeGreaterThan(0);
  expect((box?.top ?? -1) * zoom + y).toBeGreaterThan(0);
  expect(((box?.left ?? 0) + (box?.width ?? 0)) * zoom + x).toBeLessThan(SIZE.width);
  expect(((box?.top ?? 0) + (box?.height ?? 0)) * zoom + y).toBeLessThan(SIZE.height);
});
