import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../base/index.ts';
import { arrange } from './arrange.ts';
import { layingOut } from './best.ts';
import { cutsOf, planOf } from './plan.ts';
import { drawn } from './testing/drawn.ts';

/** An answer to a graph that puts each node where `at` says. */
const placed = (graph: ElkNode, at: (id: string) => { readonly x: number; readonly y: number }): ElkNode => ({
  ...graph,
  children: (graph.children ?? []).map((part) => ({
    ...part,
    children: (part.children ?? []).map((node) => ({ ...node, ...at(node.id) })),
  })),
});

describe('an engine that fails over another layout', () => {
  it('leaves the one with little room, even where its flows hide something', async () => {
    const { model, diagram } = drawn(
      [
        ['a', 'server', 20, 20],
        ['b', 'server', 300, 20],
      ],
      [['flow', 'a', 'b']],
    );
    let asked = 0;
    const engine = async (graph: ElkNode): Promise<ElkNode> => {
      asked += 1;
      if (asked > 1) throw new Error('failed');
      // One upon the other: that hides the label of their flow.
      return placed(graph, () => ({ x: 0, y: 0 }));
    };
    const { placement, trouble } = await layingOut(planOf(diagram, model.template), engine, atOnce);
    expect(trouble.hiding).toBe(1);
    // One for each order with more room.
    expect(asked).toBe(3);
    expect(placement.boxes.size).toBe(2);
  });

  it('leaves the order of the drawing, however many flows cross', async () => {
    const rows = [0, 1, 2, 3];
    const { model, diagram } = drawn(
      rows.flatMap((row) => [
        [`left ${row}`, 'server', 20, 20 + 150 * row] as const,
        [`right ${row}`, 'server', 400, 20 + 150 * row] as const,
      ]),
      [
        ...rows.map((row) => [`over ${row}`, `left ${row}`, `right ${3 - row}`] as const),
        ...rows.slice(1).map((row) => [`down ${row}`, `left ${row - 1}`, `left ${row}`] as const),
      ],
    );
    const plan = planOf(diagram, model.template);
    const answers: ElkNode[] = [];
    let asked = 0;
    const engine = async (graph: ElkNode): Promise<ElkNode> => {
      asked += 1;
      if (asked > 1) throw new Error('failed');
      const answer = placed(graph, (of) => {
        const { left = 0, top = 0 } = diagram.shapes.find(({ id }) => id === of) ?? {};
        return { x: left, y: top };
      });
      answers.push(answer);
      return answer;
    };
    const answer = await arrange(plan, { outer: 'right', inner: 'right', room: 'close' }, engine);
    expect(asked).toBe(2);
    expect(answer).toBe(answers[0]);
  });
});

describe('a line boundary', () => {
  const rows = [0, 1, 2];
  const scene = drawn(
    [
      ['user', 'server', -200, 0],
      ...rows.flatMap((row) => [
        [`left ${row}`, 'server', 20, 200 * row] as const,
        [`right ${row}`, 'server', 1520, 200 * row] as const,
      ]),
    ],
    [
      ['use', 'user', 'left 0'],
      ...rows.map((row) => [`over ${row}`, `left ${row}`, `right ${row}`] as const),
      ...rows.slice(1).map((row) => [`down ${row}`, `left ${row - 1}`, `left ${row}`] as const),
    ],
    // Across the upper two.
    [['border', { x: 820, y: -60 }, { x: 820, y: 150 }, { x: 820, y: 320 }]],
  );
  const names = new Map([...scene.ids].map(([name, id]) => [`${id}`, name]));

  it('crosses what it did, even where flows hide less in a layout in which it cannot', async () => {
    let wide = 0;
    const engine = async (graph: ElkNode): Promise<ElkNode> => {
      const options = graph.children?.[0]?.layoutOptions ?? {};
      if (options['elk.direction'] !== 'RIGHT') throw new Error('failed');
      const isClose = options['elk.spacing.nodeNode'] === '30';
      if (!isClose) wide += 1;
      return placed(graph, (id) => {
        const [side, row] = (names.get(id) ?? '').split(' ');
        // Close, one thing lies upon another; with more room the third flow runs between the two that are crossed.
        if (side === 'user') return { x: isClose ? 0 : -300, y: 0 };
        return {
          x: side === 'left' ? 0 : 1500,
          y: 200 * ((isClose ? [0, 1, 2] : [0, 2, 1])[Number(row)] ?? 0),
        };
      });
    };
    const plan = planOf(scene.diagram, scene.model.template);
    expect(cutsOf(plan).size).toBe(2);
    const { trouble, cuts } = await layingOut(plan, engine, atOnce);
    expect(wide).toBe(1);
    expect(trouble.hiding).toBeGreaterThan(0);
    expect(trouble.changed).toBe(0);
    expect(cuts).toEqual(cutsOf(plan));
  });
});
