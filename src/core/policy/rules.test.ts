import { describe, expect, it } from 'vitest';
import { elementId, type Model } from '../document/index.ts';
import { deleteElements, setName, setThreatProperty, setThreatState } from '../edit/index.ts';
import { firstOf, lines, scene, shapes } from '../edit/testing/scene.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { checkModel, NO_POLICY, type PolicyRule, readPolicy } from './index.ts';

const author = { name: 'Ada', now: '2026-01-02T03:04:05+00:00' };
const keys = scene.threats.map(({ key }) => key);
type Own = PolicyRule extends infer R
  ? R extends PolicyRule
    ? Omit<R, 'id' | 'level' | 'explanation'>
    : never
  : never;

/** What a rule alone says of a model. */
const broken = (model: Model, rule: Own): readonly string[] => {
  const whole: PolicyRule = { ...rule, id: 'own', level: 'error', explanation: 'Because' };
  return checkModel(model, [], { ...NO_POLICY, rules: [whole] })
    .filter((one) => one.rule === 'own')
    .map(({ text }) => text);
};
const state = (name: Parameters<typeof setThreatState>[2], some = keys): Model =>
  setThreatState(scene, some, name, author);

describe('rules of a policy', () => {
  it('ask for states, of all threats or of those that a query fits', () => {
    const rule = { kind: 'states', states: ['Mitigated'] } as const;
    expect(broken(scene, rule)).toEqual([
      'Threat #1 "Threat 1" is Not Started',
      'Threat #2 "Threat 2" is Not Started',
    ]);
    expect(broken(scene, { ...rule, where: '#2' })).toEqual(['Threat #2 "Threat 2" is Not Started']);
    expect(broken(state('Mitigated'), rule)).toEqual([]);
  });

  it('ask for justifications of a length', () => {
    const rule = { kind: 'justification', where: 'state:mitigated', letters: 5 } as const;
    const mitigated = state('Mitigated');
    const told = (text: string) =>
      setThreatProperty(mitigated, keys.slice(0, 1), 'StateInformation', text, author);
    expect(broken(scene, rule)).toEqual([]);
    expect(broken(mitigated, rule)).toHaveLength(2);
    expect(broken(told('  TLS  '), rule)[0]).toBe(
      'Threat #1 "Threat 1" has a justification of less than 5 letters',
    );
    expect(broken(told('TLS 1.3'), rule)).toEqual(['Threat #2 "Threat 2" has no justification']);
  });

  it('ask for boundaries, and flows across them, of diagrams that have elements', () => {
    const open = deleteElements(scene, [shapes.zone.id, lines.border.id]).value;
    const { header } = firstOf(scene);
    expect(broken(scene, { kind: 'boundaries', crossed: true })).toEqual([]);
    expect(broken(scene, { kind: 'boundaries', atLeast: 3 })).toEqual([
      `The diagram "${header}" has 2 trust boundaries, and should have 3`,
    ]);
    expect(broken(open, { kind: 'boundaries' })).toHaveLength(1);
    const apart = deleteElements(scene, [lines.request.id, lines.border.id]).value;
    expect(broken(apart, { kind: 'boundaries', crossed: true })).toEqual([
      `The diagram "${header}" has no data flow that crosses a trust boundary`,
    ]);
  });

  it('forbid types by id or name, with those below them', () => {
    const all = (types: readonly string[]) => broken(scene, { kind: 'forbidden-types', types }).length;
    expect(all(['HTTPS'])).toBe(2);
    expect(all(['https name'])).toBe(2);
    expect(all(['nothing'])).toBe(0);
    expect(all([firstOf(scene).shapes[1]?.genericTypeId ?? ''])).toBeGreaterThan(0);
  });

  it('ask for an answer in each category, of elements in scope that flows join', () => {
    const rule = { kind: 'categories', categories: ['spoofing'] } as const;
    expect(broken(scene, rule)).toHaveLength(3);
    expect(broken(state('NotApplicable'), rule)).toEqual([]);
    expect(broken(state('Mitigated', keys.slice(0, 1)), rule)).toHaveLength(1);
    expect(broken(setOutOfScope(scene, [shapes.person.id], true, ''), rule)).toHaveLength(2);
    expect(broken(scene, { ...rule, types: ['server'] })).toHaveLength(1);
    expect(broken(scene, { kind: 'categories' })[0]).toMatch(/has no decided threat of: .+/);
  });
});

describe('a policy file', () => {
  const read = (members: object) =>
    readPolicy(
      JSON.stringify({
        version: 1,
        rules: [{ id: 'zones', explanation: 'Because', kind: 'boundaries', ...members }],
      }),
    );

  it('says whether boundaries have to be crossed by true or false', () => {
    const rule = read({ crossed: true });
    expect(rule.ok && rule.value.rules).toMatchObject([{ kind: 'boundaries', crossed: true }]);
    for (const crossed of ['true', 1, null])
      expect(read({ crossed })).toEqual({ ok: false, error: ['rules[0].crossed: true or false is wanted'] });
  });
});

describe('levels of a policy', () => {
  const unnamed = setName(scene, shapes.note.id, '');
  const levels = (level: 'error' | 'off') =>
    checkModel(unnamed, [], { rules: [], levels: new Map([['unnamed', level]]) });
  it('come before those that rules have, and the gravest finding comes first', () => {
    expect(levels('error')[0]).toMatchObject({ rule: 'unnamed', level: 'error' });
    expect(levels('off').some(({ rule }) => rule === 'unnamed')).toBe(false);
  });

  it('hold for all of a kind, also where only how many more there are is told', () => {
    const [first, ...rest] = scene.diagrams;
    if (first === undefined) throw new Error('The scene has diagrams');
    const { request } = lines;
    const free = Array.from({ length: 250 }, (_, index) => ({
      ...request,
      id: elementId(`${request.id.slice(0, -3)}${index + 100}`),
      source: { ...request.source, element: null },
    }));
    const model = { ...scene, diagrams: [{ ...first, lines: [...first.lines, ...free] }, ...rest] };
    const found = (level: 'error' | 'off') =>
      checkModel(model, [], { rules: [], levels: new Map([['free-end', level]]) });
    expect(found('error').filter(({ level }) => level === 'error')).toHaveLength(201);
    expect(found('off').filter(({ rule, text }) => rule === 'free-end' || / more /.test(text))).toEqual([]);
  });
});

describe('what the Windows tool would refuse', () => {
  const repaired = (repair: Parameters<typeof checkModel>[1]) =>
    checkModel(scene, repair).filter(({ rule }) => /^(windows|file)\//.test(rule));
  it('is told from what is only repaired', () => {
    const used = { code: 'value', params: { value: 'None' } } as const;
    expect(
      repaired([
        { code: 'formatted', count: 1 },
        { code: 'nil', params: { name: 'PortSource', used }, count: 3 },
        { code: 'nil', params: { name: 'Width', used }, count: 1 },
      ]).map(({ rule, level }) => `${level} ${rule}`),
    ).toEqual(['error windows/port', 'warning windows/nil', 'info file/formatted']);
  });

  it.each([
    [{ left: 9 }, 1],
    [{ left: 10, top: 2090 }, 0],
    [{ top: 2091 }, 1],
    [{ left: 1890 }, 0],
    [{ left: 1891 }, 1],
  ])('lies outside of its canvas: %j', (place, count) => {
    const [first, ...rest] = scene.diagrams;
    if (first === undefined) throw new Error('The scene has diagrams');
    const model = {
      ...scene,
      diagrams: [
        {
          ...first,
          shapes: first.shapes.map((one) => (one.id === shapes.note.id ? { ...one, ...place } : one)),
        },
        ...rest,
      ],
    };
    expect(checkModel(model).filter(({ rule }) => rule === 'windows/canvas')).toHaveLength(count);
  });
});
