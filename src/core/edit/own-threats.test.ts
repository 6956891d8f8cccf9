import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../base/index.ts';
import {
  checkInvariants,
  elementName,
  middlePriority,
  type Template,
  type Threat,
  threatProperty,
} from '../document/index.ts';
import { countingGuids } from '../document/testing/template.ts';
import { addCustomThreat, duplicateOwnThreats, moveOwnThreats, setName, takesOwnThreats } from './index.ts';
import { author, lines, NOWHERE, scene, shapes } from './testing/scene.ts';

const { request, query, border } = lines;
const later = { name: 'Bob', now: '2026-11-27T10:00:00+01:00' };
const guids = countingGuids();
const model = deepFreeze(
  addCustomThreat(
    scene,
    request.id,
    { title: 'Leaks', category: 'Spoofing', justification: 'why' },
    author,
    guids,
  ),
);
const own = model.threats.at(-1) as Threat;
const generated = model.threats[0] as Threat;

describe('a threat of one own', () => {
  it('has the middle priority until somebody ranks it', () => {
    const of = (...values: string[]) =>
      middlePriority({
        threatMetadata: { datums: [{ name: 'Priority', values: values.length === 0 ? null : values }] },
      } as unknown as Template);
    expect([of(), of('Critical', 'High', 'Medium', 'Low'), of('1', '2', '3'), of('only')]).toEqual([
      'Medium',
      'Medium',
      '2',
      'only',
    ]);
    expect(own.priority).toBe(middlePriority(model.template));
  });

  it('is duplicated with all that was written, beside the first', () => {
    const after = duplicateOwnThreats(model, [own.key, generated.key], later, guids);
    expect(checkInvariants(after)).toEqual([]);
    expect(after.threats.slice(0, -1)).toEqual(model.threats);
    const copy = after.threats.at(-1) as Threat;
    expect(copy).toEqual({
      ...own,
      id: own.id + 1,
      key: copy.typeId + own.sourceId + own.flowId + own.targetId,
      typeId: copy.typeId,
      changedBy: 'Bob',
      modifiedAt: later.now,
    });
    expect(copy.typeId).not.toBe(own.typeId);
  });

  it('moves to another interaction with its id, its place and what was written', () => {
    const after = moveOwnThreats(model, [own.key, generated.key], query.id, later);
    expect(checkInvariants(after)).toEqual([]);
    expect(after.threats.slice(0, -1)).toEqual(model.threats.slice(0, -1));
    const [source, target] = [shapes.server.id, shapes.store.id];
    expect(after.threats.at(-1)).toEqual({
      ...own,
      sourceId: source,
      flowId: query.id,
      targetId: target,
      key: own.typeId + source + query.id + target,
      interactionKey: `${source}:${query.id}:${target}`,
      properties: own.properties.map(([name, text]) => [
        name,
        name === 'InteractionString' ? elementName(query) : text,
      ]),
      changedBy: 'Bob',
      modifiedAt: later.now,
    });
  });

  it('says of an unnamed flow what the Windows tool says', () => {
    const unnamed = setName(model, query.id, '');
    const [moved] = moveOwnThreats(unnamed, [own.key], query.id, later).threats.slice(-1);
    expect(moved && threatProperty(moved, 'InteractionString')).toMatch(/^From .* to .* via unnamed$/);
  });

  it.each([
    ['is not moved to where it is', () => moveOwnThreats(model, [own.key], request.id, later)],
    ['is not moved to a boundary', () => moveOwnThreats(model, [own.key], border.id, later)],
    ['is not moved to nothing', () => moveOwnThreats(model, [own.key], NOWHERE, later)],
    ['leaves what a rule made where it is', () => moveOwnThreats(model, [generated.key], query.id, later)],
    ['leaves what a rule made single', () => duplicateOwnThreats(model, [generated.key], later, guids)],
  ])('%s', (_, edit) => expect(edit()).toBe(model));

  it('stands on flows alone', () => {
    expect([request, query, border].map(({ id }) => takesOwnThreats(model, id))).toEqual([true, true, false]);
  });
});
