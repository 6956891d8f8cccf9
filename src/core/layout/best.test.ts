import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../base/index.ts';
import { arrange } from './arrange.ts';
import { layingOut } from './best.ts';
import { planOf } from './plan.ts';
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
