import { describe, expect, it } from 'vitest';
import { scene } from '../edit/testing/scene.ts';
import { work } from './applicable.ts';
import { answersTo, generate, threatCountSteps, threatCounts, trialsOf } from './index.ts';

const trials = (include: string, exclude = '') => trialsOf(scene.template, { include, exclude }, scene);
const [first] = trials("source is 'box'");

describe('a rule tried on a model', () => {
  it.each([
    ["source is 'round'", '', [false, true], [false, false]],
    ["source is 'round' or source is 'box'", "target is 'store'", [true, true], [false, true]],
    ['', '', [false, false], [false, false]],
    ["source is 'round' and", 'target is', [false, false], [false, false]],
  ])('%j without %j', (include, exclude, included, excluded) => {
    const found = trials(include, exclude);
    expect(found.map((trial) => trial.included)).toEqual(included);
    expect(found.map((trial) => trial.excluded)).toEqual(excluded);
  });

  it('hits where generation does', () => {
    const [type] = scene.template.threatTypes;
    if (type === undefined) throw new Error('There is one');
    const hits = trialsOf(scene.template, type.filters, scene).filter(
      ({ included, excluded }) => included && !excluded,
    );
    const made = generate(scene).filter(({ threatType }) => threatType === type);
    expect(hits.map(({ interaction }) => interaction.flow.id)).toEqual(
      made.map(({ interaction }) => interaction.flow.id),
    );
    expect(threatCounts(scene.template, scene).get(type.id)).toBe(made.length);
  });
});

describe('the counts of a whole template', () => {
  it('ask the filters about one flow at a step, and nothing again', () => {
    const template = { ...scene.template };
    const steps = threatCountSteps(template, scene);
    const flows = scene.diagrams.flatMap(({ lines }) => lines).length;
    let most = 0;
    let all = 0;
    for (let done = false; !done; ) {
      const before = work.passes;
      done = steps.next().done === true;
      most = Math.max(most, work.passes - before);
      all += work.passes - before;
    }
    expect(most).toBe(1);
    expect(all).toBeLessThanOrEqual(flows);
    const before = work.passes;
    expect(threatCounts(template, scene)).toEqual(threatCounts(scene.template, scene));
    expect(threatCounts(template, { ...scene })).toEqual(threatCounts(template, scene));
    expect(work.passes - before).toBeLessThanOrEqual(all);
  });
});

describe('what a rule asks of one flow', () => {
  it('is told in the order of the text', () => {
    if (first === undefined) throw new Error('The scene has flows');
    const text = "not (source is 'box' and source.language is 'C') or flow crosses 'zone' or source is [Old]";
    expect(
      answersTo(scene.template, text, first.interaction).map(({ atom, holds }) => [atom.kind, holds]),
    ).toEqual([
      ['is', true],
      ['property', false],
      ['crosses', expect.any(Boolean)],
      ['broken', false],
    ]);
  });

  it('is nothing where it cannot be read', () => {
    if (first === undefined) throw new Error('The scene has flows');
    expect(answersTo(scene.template, "source is 'box' and", first.interaction)).toEqual([]);
    expect(answersTo(scene.template, ' ', first.interaction)).toEqual([]);
  });
});
