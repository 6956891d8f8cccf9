import { describe, expect, it } from 'vitest';
import { elementId, type Line, type Model, type Threat, threatKey } from '../document/index.ts';
import { deleteElements, setName } from '../edit/index.ts';
import {
  excessOf,
  generate,
  pendingChanges,
  regenerate,
  regenerateAfter,
  staleThreats,
  updatePreview,
  validate,
  whatIf,
} from './index.ts';
import { diagramOf, flowOf, small, templateWith, threatType } from './testing/small.ts';

/** A model whose one flow stands there as often as asked for, each with a threat of every type. */
function many(flows: number, types: number, description = ''): Model {
  const all = Array.from({ length: types }, (_, n) =>
    threatType(`T${n}`, "flow is 'https'", '', { description }),
  );
  const { ids, ...model } = small(templateWith(...all));
  const flow = flowOf(model, ids.flow);
  const lines = Array.from(
    { length: flows },
    (_, n): Line => ({
      ...flow,
      id: elementId(`00000000-0000-4000-9000-${String(n).padStart(12, '0')}`),
      properties: [...flow.properties],
    }),
  );
  return { ...model, diagrams: [{ ...diagramOf(model), lines }] };
}

const codesOf = (model: Model): readonly string[] => validate(model).map(({ code }) => code);

describe('more threats than a model gets', () => {
  const most = many(100, 1000);
  const tooMany = many(101, 1000);

  it('begin behind the hundred thousandth', () => {
    expect(excessOf(most)).toBeNull();
    expect(generate(most)).toHaveLength(100_000);
    expect(excessOf(tooMany)).toEqual({ of: 'threats', limit: 100_000 });
    const twice = { ...most, diagrams: [...most.diagrams, ...most.diagrams.map((one) => ({ ...one }))] };
    expect(excessOf(twice)).toEqual({ of: 'threats', limit: 100_000 });
  });

  it('are not made, and what is stored stays', () => {
    const [stored] = regenerate(many(1, 1)).threats;
    if (stored === undefined) throw new Error('No threat');
    const untouched = { ...stored, flowId: elementId('gone') };
    const edited = { ...untouched, state: 'Mitigated' as const };
    for (const threats of [[], [untouched], [edited]]) {
      const model = { ...tooMany, threats };
      expect(regenerate(model)).toBe(model);
      expect(generate(model)).toEqual([]);
      expect(pendingChanges(model)).toEqual({ added: 0, removed: 0 });
      expect(staleThreats(model).size).toBe(0);
      expect(updatePreview(model)).toEqual({
        added: [],
        refreshed: [],
        removed: [],
        excess: { of: 'threats', limit: 100_000 },
        after: model,
      });
    }
  });

  it('are told, unless generation is switched off', () => {
    expect(codesOf(tooMany)).toContain('too-many-threats');
    expect(codesOf(tooMany)).not.toContain('flow-without-threats');
    expect(codesOf({ ...tooMany, threatGenerationEnabled: false })).not.toContain('too-many-threats');
    expect(updatePreview({ ...tooMany, threatGenerationEnabled: false }).excess).toBeNull();
    expect(whatIf(tooMany, most)).toEqual({ added: [], removed: [] });
  });

  it('do not come by an edit, and those that fit come when it makes room', () => {
    const first = diagramOf(tooMany).lines[0]?.id;
    if (first === undefined) throw new Error('No flow');
    const named = setName(tooMany, first, 'Other');
    expect(regenerateAfter(tooMany, named)).toBe(named);
    const fewer = deleteElements(tooMany, [first]).value;
    expect(excessOf(fewer)).toBeNull();
    expect(regenerateAfter(tooMany, fewer)).not.toBe(tooMany);
  });

  it('do not come by an edit either while as many are stored as a model gets', () => {
    const [stored] = regenerate(many(1, 1)).threats;
    const empty = many(0, 1);
    const one = many(1, 1);
    if (stored === undefined) throw new Error('No threat');
    const full = (count: number): readonly Threat[] =>
      Array.from({ length: count }, (_, n) => ({
        ...stored,
        key: threatKey(String(n)),
        flowId: elementId('elsewhere'),
      }));
    const edit = (count: number) => {
      const before: Model = { ...empty, threats: full(count) };
      const after: Model = { ...before, diagrams: one.diagrams };
      return { after, next: regenerateAfter(before, after) };
    };
    const { after, next } = edit(100_000);
    expect(next).toBe(after);
    expect(edit(99_999).next.threats).toHaveLength(100_000);
  });
});

describe('more letters than a model gets', () => {
  it('are counted with what placeholders add', () => {
    const description = '{source.Name}'.repeat(8);
    const model = many(40, 100, description);
    expect(excessOf(model)).toBeNull();
    const { ids } = small(templateWith());
    const web = diagramOf(model).shapes[0]?.id ?? ids.web;
    const long = setName(model, web, 'x'.repeat(3000));
    expect(excessOf(long)).toEqual({ of: 'letters', limit: 50_000_000 });
    expect(regenerate(long)).toBe(long);
    expect(codesOf(long)).toContain('too-many-threats');
  });
});

it('of messages of one kind two hundred are told, then how many more there are', () => {
  const messages = validate(many(250, 0));
  const kind = messages.findIndex(({ code }) => code === 'flow-without-threats');
  expect(messages.slice(kind, kind + 200).every(({ code }) => code === 'flow-without-threats')).toBe(true);
  expect(messages[kind + 200]).toEqual({
    code: 'more-messages',
    params: { count: 50 },
    severity: 'info',
    elementIds: [],
    of: 'flow-without-threats',
  });
  expect(codesOf(many(200, 0))).not.toContain('more-messages');
});
