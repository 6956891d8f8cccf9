import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../base/index.ts';
import { checkInvariants, elementName, isCustomThreat, type Model } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import { addImported, addNote, pasteImported } from './index.ts';
import { addCustomThreat } from './own-threats.ts';
import { author, lines, scene, shapes } from './testing/scene.ts';

const guids = () => countingGuids(5_000_001);

/** The scene as an import: with a threat of its own and a note. */
const part = deepFreeze(
  addNote(
    addCustomThreat(
      scene,
      lines.request.id,
      { title: 'Leaks', category: 'Spoofing', justification: '' },
      author,
      guids(),
    ),
    'Seen in the file',
    author,
  ),
);
const only = (model: Model, at: number): Model => ({
  ...model,
  diagrams: [model.diagrams[at]].flatMap((d) => d ?? []),
});
const target = deepFreeze({ ...scene, diagrams: scene.diagrams.slice(1), threats: [], notes: [] });

describe('an import into a model', () => {
  it('adds its diagrams with threats and notes, ids as they are, and shows the first', () => {
    const { value, show, said } = addImported(target, only(part, 0), guids());
    expect(checkInvariants(value)).toEqual([]);
    expect(value.diagrams.map(({ header }) => header)).toEqual(['Second', 'Diagram 1']);
    expect(value.diagrams[1]?.shapes.map(({ id }) => id)).toEqual(
      part.diagrams[0]?.shapes.map(({ id }) => id),
    );
    expect(value.threats.map(({ key }) => key)).toEqual(part.threats.map(({ key }) => key));
    expect(value.notes.map(({ message }) => message)).toEqual(['Seen in the file']);
    expect([show, said]).toEqual([part.diagrams[0]?.id, 'Added Diagram 1']);
  });

  it('gives other ids to what the model has already', () => {
    const once = addImported(target, only(part, 0), guids()).value;
    const { value: twice } = addImported(once, only(part, 0), guids());
    expect(checkInvariants(twice)).toEqual([]);
    expect(twice.diagrams.map(({ header }) => header)).toEqual(['Second', 'Diagram 1', 'Diagram 1 2']);
    expect(twice.threats).toHaveLength(2 * part.threats.length);
    expect(new Set(twice.threats.map(({ key }) => key)).size).toBe(twice.threats.length);
    expect(new Set(twice.threats.map(({ id }) => id)).size).toBe(twice.threats.length);
    const own = twice.threats.filter(isCustomThreat);
    expect(new Set(own.map(({ typeId }) => typeId)).size).toBe(own.length);
    const last = twice.diagrams[2];
    expect(last?.lines[0]?.source.element).toBe(
      last?.shapes.find((one) => elementName(one) === elementName(shapes.person))?.id,
    );
    expect(twice.threats.filter(({ diagramId }) => diagramId === last?.id)).toHaveLength(part.threats.length);
  });

  it('is nothing where it has no diagram', () => {
    expect(addImported(target, { ...part, diagrams: [] }, guids()).value).toBe(target);
  });
});

describe('a part of an import that is pasted', () => {
  const [first] = part.diagrams;
  const [second] = target.diagrams;
  if (first === undefined || second === undefined) throw new Error('no diagram');

  it('comes with its middle at the point, under new ids, and is selected', () => {
    const { value, select = [] } = pasteImported(target, second.id, first, {
      at: { x: 900, y: 700 },
      newGuid: guids(),
    });
    expect(checkInvariants(value)).toEqual([]);
    const [diagram] = value.diagrams;
    expect(diagram?.shapes).toHaveLength(first.shapes.length);
    expect(select).toHaveLength(first.shapes.length + first.lines.length);
    expect(select.some((id) => first.shapes.some((one) => one.id === id))).toBe(false);
    const lefts = diagram?.shapes.flatMap(({ left, width }) => [left, left + width]) ?? [];
    expect(Math.min(...lefts)).toBeLessThan(900);
    expect(Math.max(...lefts)).toBeGreaterThan(900);
    const shift = (diagram?.shapes[0]?.left ?? 0) - (first.shapes[0]?.left ?? 0);
    expect(diagram?.lines.map(({ handle }) => handle.x - shift)).toEqual(
      first.lines.map(({ handle }) => handle.x),
    );
  });

  it('stays on the canvas', () => {
    const { value } = pasteImported(target, second.id, first, { at: { x: 0, y: 0 }, newGuid: guids() });
    expect(checkInvariants(value)).toEqual([]);
    expect(Math.min(...(value.diagrams[0]?.shapes.map(({ left }) => left) ?? []))).toBeGreaterThanOrEqual(10);
  });
});
