import { describe, expect, it } from 'vitest';
import { elementId, type Model, type Threat, threatKey, threatProperty } from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import {
  addCustomThreat,
  deleteElements,
  moveElements,
  reconnect,
  setName,
  setProperty,
  setThreatGenerationEnabled,
  setThreatProperty,
  setThreatState,
} from '../edit/index.ts';
import { setOutOfScope } from '../edit/testing/scope.ts';
import { work } from './generate.ts';
import { pendingChanges, regenerate, regenerateAfter, staleThreats } from './index.ts';
import { author, flowOf, NO_PROPERTIES, small, templateWith, threatType } from './testing/small.ts';

describe('regenerating', () => {
  const types = [threatType('B', "source is 'round'"), threatType('A', "target.encrypted is 'No'")];
  const start = () => {
    const model = small(templateWith(...types));
    return { ...regenerate(model), ids: model.ids };
  };
  const ids = (model: Model) => model.threats.map((threat) => [threat.id, threat.typeId]);

  it('goes by lines and the order of types, with ids from 1', () => {
    expect(ids(start())).toEqual([
      [1, 'B'],
      [2, 'A'],
    ]);
  });

  it('changes nothing a second time, and nothing at all when switched off', () => {
    const model = start();
    expect(regenerate(model)).toBe(model);
    const off = setThreatGenerationEnabled({ ...model, threats: [] }, false);
    expect(regenerate(off)).toBe(off);
    expect(regenerateAfter(model, off)).toBe(off);
    expect(pendingChanges(off)).toEqual({ added: 0, removed: 0 });
  });

  it('new threats come at the end with ids above the highest, also when ids are free below', () => {
    const model = start();
    const [first] = model.threats;
    const missing: Model = { ...model, threats: [{ ...(first as Threat), id: 7 }] };
    expect(ids(regenerate(missing))).toEqual([
      [7, 'B'],
      [8, 'A'],
    ]);
    expect(pendingChanges(missing)).toEqual({ added: 1, removed: 0 });
  });

  it.each<readonly [string, (threat: Threat, index: number) => Partial<Threat>]>([
    ['numbers', (_, index) => ({ key: threatKey(String(index)) })],
    ['capitals', ({ key }) => ({ key: threatKey(key.toUpperCase()) })],
    ['types in another case', ({ typeId: id }) => ({ key: threatKey('x'), typeId: id.toLowerCase() })],
    ['the key alone', () => ({ sourceId: elementId('') })],
  ])('stored threats are known by what they say, whatever their key is: %s', (_, change) => {
    const model = start();
    const threats = model.threats.map((threat, index) => ({ ...threat, ...change(threat, index) }));
    const stored: Model = { ...model, threats };
    expect(regenerate(stored)).toBe(stored);
    expect(pendingChanges(stored)).toEqual({ added: 0, removed: 0 });
    const renamed = regenerateAfter(stored, setName(stored, model.ids.web, 'Shop'));
    expect(renamed.threats.map((threat) => [threat.id, threat.key])).toEqual(
      threats.map((threat) => [threat.id, threat.key]),
    );
    expect(threatProperty(renamed.threats[0] as Threat, 'Title')).toBe('B of Shop');
    const worked: Model = {
      ...stored,
      threats: threats.map((threat) => ({ ...threat, state: 'Mitigated' })),
    };
    expect(regenerate(worked)).toBe(worked);
    expect(staleThreats(worked)).toEqual(new Set());
  });

  it.each<readonly [string, Partial<Threat>, boolean]>([
    ['nobody changed', { changedBy: '' }, true],
    ['nobody changed, at some time', { changedBy: '', modifiedAt: '2026-01-02T03:04:05Z' }, false],
    ['somebody changed', { changedBy: 'Ada', modifiedAt: '2026-01-02T03:04:05Z' }, false],
    ['has a justification', { properties: [['StateInformation', 'Accepted']] }, false],
    ['has an empty justification', { properties: [['StateInformation', ' ']] }, true],
    ['has a state', { state: 'Mitigated' }, false],
  ])('a threat that %s goes with its flow: %s', (_, change, goes) => {
    const model = start();
    const stored = { ...model, threats: model.threats.map((threat) => ({ ...threat, ...change })) };
    const after = regenerateAfter(stored, deleteElements(stored, [model.ids.flow]).value);
    expect(after.threats).toHaveLength(goes ? 0 : 2);
    expect(regenerate(after)).toBe(after);
    expect(staleThreats(after).size).toBe(after.threats.length);
  });

  it('a justification that the template itself gives is no work', () => {
    const own = {
      name: 'StateInformation',
      label: '',
      hideFromUi: false,
      values: ['See {flow.Name}'],
      id: null,
    };
    const model = small(templateWith(threatType('X', "source is 'round'", '', { datums: [own] })));
    const made = regenerate(model);
    expect(threatProperty(made.threats[0] as Threat, 'StateInformation')).toBe('See Query');
    expect(regenerateAfter(made, deleteElements(made, [model.ids.flow]).value).threats).toEqual([]);
  });

  it('a full pass keeps the texts that the template says nothing about, in their places', () => {
    const model = start();
    const added = (threat: Threat): Threat => ({
      ...threat,
      properties: [...threat.properties, ['PossibleMitigations', 'Seal it'], ['Other', 'theirs']],
    });
    const stored = { ...setName(model, model.ids.web, 'Shop'), threats: model.threats.map(added) };
    const [first] = regenerate(stored).threats;
    expect(threatProperty(first as Threat, 'Title')).toBe('B of Shop');
    expect(first?.properties.slice(-2)).toEqual([
      ['PossibleMitigations', 'Seal it'],
      ['Other', 'theirs'],
    ]);
  });

  it('where the last id is taken, new threats get the lowest that are free', () => {
    const model = start();
    const [first] = model.threats;
    const full: Model = { ...model, threats: [{ ...(first as Threat), id: 2_147_483_647 }] };
    expect(ids(regenerate(full))).toEqual([
      [2_147_483_647, 'B'],
      [1, 'A'],
    ]);
    const added = addCustomThreat(
      full,
      model.ids.flow,
      { title: 'Mine', category: '' },
      author,
      countingGuids(700),
    );
    expect(added.threats[1]?.id).toBe(1);
  });

  it('an untouched threat that no longer follows goes, a worked one stays and is stale until it is let go', () => {
    const model = start();
    const worked = model.threats.find((threat) => threat.typeId === 'A');
    if (worked === undefined) throw new Error('No threat');
    const changed = setThreatState(model, [worked.key], 'Mitigated', author);
    expect(staleThreats(changed)).toEqual(new Set());
    const sealed = setProperty(changed, [model.ids.data], 'encrypted', 1);
    const after = regenerateAfter(changed, sealed);
    expect(after.threats.map((threat) => threat.state)).toEqual(['AutoGenerated', 'Mitigated']);
    expect(staleThreats(after)).toEqual(new Set([worked.key]));
    const untouched = regenerateAfter(model, setProperty(model, [model.ids.data], 'encrypted', 1));
    expect(ids(untouched)).toEqual([[1, 'B']]);
  });

  it('a rename refreshes texts that still say what was generated, on worked threats too, and leaves edited ones', () => {
    const model = start();
    const [first, second] = model.threats;
    if (first === undefined || second === undefined) throw new Error('No threats');
    const worked = setThreatProperty(
      setThreatState(model, [first.key], 'Mitigated', author),
      [first.key],
      'UserThreatDescription',
      'My own words',
      author,
    );
    const after = regenerateAfter(worked, setName(worked, model.ids.web, 'Shop'));
    expect(after.threats.map((threat) => threatProperty(threat, 'Title'))).toEqual([
      'B of Shop',
      'A of Shop',
    ]);
    expect(after.threats.map((threat) => threatProperty(threat, 'UserThreatDescription'))).toEqual([
      'My own words',
      'From Shop to Data over Query, {unknown.Name}',
    ]);
    expect(after.threats.map((threat) => threat.id)).toEqual([1, 2]);
  });

  it('an edit leaves alone what it does not reach, stale or not', () => {
    const model = start();
    const stale: Model = {
      ...model,
      threats: model.threats.map((threat) => ({ ...threat, properties: [['Title', 'Old title']] as const })),
    };
    // Moving, bending and notes reach no interaction's threats.
    const moved = moveElements(stale, [model.ids.web], 5, 5);
    expect(regenerateAfter(stale, moved)).toBe(moved);
    // Flows without any properties share one empty list.
    const bare = (m: Model): Model => ({
      ...m,
      diagrams: m.diagrams.map((diagram) => {
        const lines = diagram.lines.map((line) => ({ ...line, properties: NO_PROPERTIES }));
        return {
          ...diagram,
          lines: [...lines, ...lines.map((line) => ({ ...line, id: elementId(`${line.id}2`) }))],
        };
      }),
    });
    const shared = bare({ ...stale, threats: [] });
    const bent = moveElements(shared, [model.ids.web], 5, 5);
    expect(regenerateAfter(shared, bent)).toBe(bent);
    // A full pass refreshes what nobody worked on.
    expect(regenerate(stale).threats.map((threat) => threatProperty(threat, 'Title'))).toEqual([
      'B of Web',
      'A of Web',
    ]);
  });

  it('runs filters only for the interactions that an edit reached', () => {
    const guid = countingGuids(500);
    let model: Model & { ids?: unknown } = start();
    const [diagram] = model.diagrams;
    if (diagram === undefined) throw new Error('No diagram');
    const first = flowOf(model, diagram.lines[0]?.id ?? elementId(''));
    const flows = Array.from({ length: 50 }, () => ({
      ...first,
      id: elementId(guid()),
      properties: [...first.properties],
    }));
    model = regenerate({ ...model, diagrams: [{ ...diagram, lines: [first, ...flows] }] });
    const before = work.interactions;
    const renamed = setName(model, flows[7]?.id ?? '', 'Renamed');
    const after = regenerateAfter(model, renamed);
    expect(work.interactions - before).toBe(1);
    expect(after.threats).toHaveLength(model.threats.length);
  });

  it('deleting an element takes its untouched threats along', () => {
    const model = start();
    expect(regenerateAfter(model, deleteElements(model, [model.ids.data]).value).threats).toEqual([]);
  });

  it('custom threats stay, follow their flow to other ends, and are stale when it is gone', () => {
    const model = start();
    const custom = addCustomThreat(
      model,
      model.ids.flow,
      { title: 'Mine', category: 'Spoofing' },
      author,
      countingGuids(700),
    );
    expect(regenerate(custom)).toBe(custom);
    const turned = regenerateAfter(
      custom,
      reconnect(custom, model.ids.flow, 'target', { element: model.ids.web }),
    );
    const mine = turned.threats.find((threat) => threatProperty(threat, 'Title') === 'Mine');
    expect(mine?.targetId).toBe(model.ids.web);
    expect(mine?.interactionKey).toBe(`${model.ids.web}:${model.ids.flow}:${model.ids.web}`);
    const gone = regenerateAfter(custom, deleteElements(custom, [model.ids.flow]).value);
    expect(gone.threats.map((threat) => threatProperty(threat, 'Title'))).toEqual(['Mine']);
    expect(staleThreats(gone).size).toBe(1);
  });
});

describe('threats that no longer follow (format 4.6)', () => {
  const types = [threatType('B', "source is 'round'"), threatType('A', "target.encrypted is 'No'")];
  const interactions = (model: Model) =>
    model.threats.map((threat) => threatProperty(threat, 'InteractionString'));
  /** Both threats of the flow, the one of type A worked on. */
  const worked = () => {
    const model = small(templateWith(...types));
    const made = regenerate(model);
    const a = made.threats.find((threat) => threat.typeId === 'A');
    return { ...setThreatState(made, a === undefined ? [] : [a.key], 'Mitigated', author), ids: model.ids };
  };
  type Worked = ReturnType<typeof worked>;
  const free = { x: 400, y: 400 };

  it.each<[string, (m: Worked) => Model, ((now: Model, m: Worked) => Model) | null]>([
    [
      'its filter fails',
      (m) => setProperty(m, [m.ids.data], 'encrypted', 1),
      (now, m) => setProperty(now, [m.ids.data], 'encrypted', 0),
    ],
    [
      'its flow goes out of scope',
      (m) => setOutOfScope(m, [m.ids.flow], true),
      (now, m) => setOutOfScope(now, [m.ids.flow], false),
    ],
    [
      'an end comes off',
      (m) => reconnect(m, m.ids.flow, 'target', free),
      (now, m) => reconnect(now, m.ids.flow, 'target', { element: m.ids.data }),
    ],
    ['its flow is deleted', (m) => deleteElements(m, [m.ids.flow]).value, null],
    ['its diagram is deleted', (m) => ({ ...m, diagrams: [] }), null],
  ])('a worked one says Deleted when %s, and its name again when it follows again', (_, cut, back) => {
    const model = worked();
    const edited = cut(model);
    for (const after of [regenerateAfter(model, edited), regenerate(edited)]) {
      const stale = after.threats.filter(({ typeId }) => typeId === 'A');
      expect(stale.map(({ state }) => state)).toEqual(['Mitigated']);
      expect(stale.map((threat) => threatProperty(threat, 'InteractionString'))).toEqual(['Deleted']);
      expect(staleThreats(after)).toEqual(new Set(stale.map(({ key }) => key)));
      // Only what the tool keeps is touched: the other texts stay.
      expect(threatProperty(stale[0] as Threat, 'Title')).toBe('A of Web');
      if (back === null) continue;
      const again = back(after, model);
      for (const restored of [regenerateAfter(after, again), regenerate(again)]) {
        expect(new Set(interactions(restored))).toEqual(new Set(['Query']));
        expect(restored.threats).toHaveLength(2);
        expect(staleThreats(restored)).toEqual(new Set());
      }
    }
  });

  it('an edit elsewhere leaves the text of a stale threat as the file has it', () => {
    const model = worked();
    const old = setOutOfScope(model, [model.ids.flow], true);
    const elsewhere = setName(old, model.ids.web, 'Shop');
    expect(interactions(regenerateAfter(old, elsewhere))).toEqual(['Query', 'Query']);
  });

  it('own threats say Deleted when their flow goes, also one with a free end, and not before', () => {
    const model = small(templateWith());
    const own = addCustomThreat(
      model,
      model.ids.flow,
      { title: 'Mine', category: '' },
      author,
      countingGuids(700),
    );
    const loose = reconnect(own, model.ids.flow, 'target', free);
    expect(interactions(regenerateAfter(own, loose))).toEqual(['Query']);
    const scoped = setOutOfScope(own, [model.ids.flow], true);
    expect(interactions(regenerateAfter(own, scoped))).toEqual(['Query']);
    const gone = regenerateAfter(loose, deleteElements(loose, [model.ids.flow]).value);
    expect(interactions(gone)).toEqual(['Deleted']);
    expect(interactions(regenerate({ ...gone, diagrams: own.diagrams }))).toEqual(['Query']);
    expect(interactions(regenerateAfter(gone, { ...gone, diagrams: loose.diagrams }))).toEqual(['Query']);
  });
});
