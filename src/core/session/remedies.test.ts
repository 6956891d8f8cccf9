import { describe, expect, it } from 'vitest';
import { setProperty } from '../edit/index.ts';
import { regenerate } from '../engine/index.ts';
import { model } from '../threat-list/testing/sample.ts';
import { originOf, remediesOf } from './remedies.ts';

const remedies = model.threats.map((threat) => {
  const origin = originOf(model, threat);
  if (origin === undefined) throw new Error(`Threat ${threat.id} has no origin`);
  return { threat, origin, found: remediesOf(model, origin) };
});

describe('what would make a threat go', () => {
  it('does so, with as many others as it says', () => {
    const tried = remedies.flatMap(({ threat, found }) => found.map((remedy) => ({ threat, remedy })));
    expect(tried.length).toBeGreaterThan(10);
    for (const { threat, remedy } of tried) {
      const { element, property, value, gone, added } = remedy;
      const after = regenerate(setProperty(model, [element.id], property.name, value));
      const keys = new Set(after.threats.map(({ key }) => key));
      const lost = model.threats.filter(({ key }) => !keys.has(key));
      expect(lost.map(({ key }) => key)).toContain(threat.key);
      expect([lost.length - 1, after.threats.length - (model.threats.length - lost.length)]).toEqual([
        gone,
        added,
      ]);
    }
  });

  it('is nothing for a threat that its rule does not make', () => {
    const one = remedies.find(({ found }) => found.length > 0);
    const [remedy] = one?.found ?? [];
    if (one === undefined || remedy === undefined) throw new Error('No threat has a remedy');
    const changed = setProperty(model, [remedy.element.id], remedy.property.name, remedy.value);
    const origin = originOf(changed, one.threat);
    expect(origin && remediesOf(changed, origin)).toEqual([]);
  });

  it('needs the flow and the type', () => {
    const [first] = model.threats;
    if (first === undefined) throw new Error('There is no threat');
    const bare = { ...model, diagrams: model.diagrams.map((diagram) => ({ ...diagram, lines: [] })) };
    expect(originOf(bare, first)).toBeUndefined();
    expect(originOf({ ...model, template: { ...model.template, threatTypes: [] } }, first)).toBeUndefined();
  });
});
