import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel, readTemplate, writeModel } from '../codec/index.ts';
import { bytesOf, own, ROOT, same } from '../codec/testing/files.ts';
import {
  checkInvariants,
  elementName,
  type Model,
  propertyText,
  type Template,
  threatProperty,
  threatTypeId,
  typeId,
} from '../document/index.ts';
import {
  deleteProperty,
  deleteStencil,
  deleteThreatType,
  renameValue,
  setIdentifier,
  setManifest,
  setProperty,
  setRiskProperties,
  setStencil,
  setThreatProperty,
  setThreatType,
  setTypeValue,
} from '../edit/index.ts';
import { regenerate } from '../engine/index.ts';
import { refusalWords } from '../words/later.ts';
import {
  mappingText,
  NO_CHOICES,
  parseMapping,
  previewingUpgrade,
  previewUpgrade,
  relationOf,
  upgrade,
} from './index.ts';
import { worked, workOf } from './testing/versions.ts';

function modelOf(bytes: Uint8Array): Model {
  const read = readModel(bytes);
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.model;
}
function templateOf(bytes: Uint8Array): Template {
  const read = readTemplate(bytes);
  if (!read.ok) throw new Error(refusalWords(read.error));
  return read.value.template;
}

const sample = modelOf(own('docker-sample.tm7'));
const containers = templateOf(own('containers.tb7'));
const triaged = worked(sample);

const next = (change: (template: Template) => Template): Template =>
  change(setManifest(containers, 'version', '9.0.0.0'));

describe('to the same template', () => {
  it('changes nothing', () => {
    const { model, lost, mapped } = upgrade(triaged, containers, NO_CHOICES);
    expect(model.diagrams).toBe(triaged.diagrams);
    expect(model.threats).toEqual(triaged.threats);
    expect([lost, mapped]).toEqual([[], []]);
    expect(same(writeModel(model), writeModel(triaged))).toBe(true);
  });
});

it('keeps the properties of risks that the model has beside its template, and what threats say in them', () => {
  const risky = setRiskProperties(triaged, new Set(['owner']), () => 'guid');
  const keys = risky.threats.map(({ key }) => key);
  const by = { name: 'Ann', now: '2026-11-27T10:00:00+01:00' };
  const owned = setThreatProperty(risky, keys, 'RiskOwner', 'Ann', by);
  const { model } = upgrade(
    owned,
    next((t) => t),
    NO_CHOICES,
  );
  expect(model.template.threatMetadata.datums.at(-1)).toEqual(owned.template.threatMetadata.datums.at(-1));
  expect(model.template.manifest.version).toBe('9.0.0.0');
  expect(model.threats.filter((threat) => threatProperty(threat, 'RiskOwner') !== 'Ann')).toEqual([]);
});

describe('to a newer version', () => {
  const preview = (template: Template, model: Model = triaged) => previewUpgrade(model, template, NO_CHOICES);

  it('keeps a type that has another name, by its id', () => {
    const { types, model } = preview(next((t) => setStencil(t, typeId('CON.Volume'), { name: 'Disk' })));
    expect(types.matches.every(({ by }) => by === 'id')).toBe(true);
    const volume = model.diagrams[0]?.shapes.find((shape) => shape.typeId === typeId('CON.Volume'));
    expect(volume && elementName(volume)).toBe('Volume');
    expect(volume?.properties[0]?.displayName).toBe('Disk');
  });

  it('tells of values that have no place, and of no others', () => {
    const chosen = { ...triaged };
    const [container] =
      triaged.diagrams[0]?.shapes.filter(({ typeId: id }) => id === typeId('CON.Container')) ?? [];
    if (container === undefined) throw new Error('The sample has a container');
    const answered = setProperty(chosen, [container.id], 'privileged', 'No');
    const without = next((t) => deleteProperty(t, typeId('CON.Container'), 'privileged'));
    expect(preview(without, answered).lost).toEqual([
      expect.objectContaining({ elementId: container.id, value: 'No' }),
    ]);
    expect(preview(without, triaged).lost).toEqual([]);
    const other = next((t) => renameValue(t, typeId('CON.Container'), 'privileged', 'No', 'Never'));
    expect(preview(other, answered).lost).toHaveLength(1);
  });

  it('finds a property under another identifier by the name that people see', () => {
    const [container] =
      triaged.diagrams[0]?.shapes.filter(({ typeId: id }) => id === typeId('CON.Container')) ?? [];
    if (container === undefined) throw new Error('The sample has a container');
    const answered = setProperty(triaged, [container.id], 'privileged', 'No');
    const { mapped, lost, model } = preview(
      next((t) => setIdentifier(t, 'privileged', 'isPrivileged')),
      answered,
    );
    expect(mapped).toEqual([expect.objectContaining({ from: 'privileged', to: 'isPrivileged' })]);
    expect(lost).toEqual([]);
    const after = model.diagrams[0]?.shapes.find(({ id }) => id === container.id);
    const property = after?.properties.find(({ name }) => name === 'isPrivileged');
    expect(property && propertyText(property)).toBe('No');
  });

  it('puts the nearest type for one that was deleted, or keeps it when that is chosen', () => {
    const less = next((t) => deleteStencil(t, typeId('CON.Volume')));
    const { types } = preview(less);
    const match = types.matches.find(({ id }) => id === 'CON.Volume');
    expect(match).toMatchObject({ by: 'generic', name: 'Volume' });
    expect(match?.choices.map(({ id }) => id)).toContain('CON.Secret');
    const choices = { ...NO_CHOICES, types: new Map([[typeId('CON.Volume'), { keep: true } as const]]) };
    const kept = previewUpgrade(triaged, less, choices);
    expect(kept.types.matches.find(({ id }) => id === 'CON.Volume')?.by).toBe('kept');
    expect(kept.types.template.standardElements.some(({ id }) => id === 'CON.Volume')).toBe(true);
    const other = { ...NO_CHOICES, types: new Map([[typeId('CON.Volume'), { to: typeId('CON.Secret') }]]) };
    const chosen = previewUpgrade(triaged, less, other);
    expect(chosen.types.matches.find(({ id }) => id === 'CON.Volume')).toMatchObject({ by: 'chosen' });
    expect(checkInvariants(chosen.model)).toEqual([]);
  });

  it('lets texts follow the template, and leaves those that a person wrote', () => {
    const [first] = triaged.threats;
    if (first === undefined) throw new Error('The sample has threats');
    const renamed = next((t) =>
      setTypeValue(
        setThreatType(t, first.typeId, { shortTitle: 'New title', description: 'New text' }),
        first.typeId,
        'Priority',
        'Critical',
      ),
    );
    const { model, threats } = preview(renamed);
    const of = (id: number) => model.threats.find((threat) => threat.id === id);
    // Title and priority of the first were written by hand, its description was not.
    expect(of(first.id)).toMatchObject({ priority: 'Low', state: 'Mitigated' });
    expect(threatProperty(of(first.id) ?? first, 'Title')).toBe('Own title 0');
    expect(threatProperty(of(first.id) ?? first, 'UserThreatDescription')).toBe('New text');
    const other = triaged.threats.find(
      ({ typeId: id, changedBy }) => id === first.typeId && changedBy === null,
    );
    expect(other && threatProperty(of(other.id) ?? other, 'Title')).toBe('New title');
    expect(other && of(other.id)?.priority).toBe('Critical');
    const own3 = triaged.threats.find(
      ({ typeId: id, changedBy, priority }) =>
        id === first.typeId && changedBy !== null && priority === 'High',
    );
    if (own3 !== undefined) expect(of(own3.id)?.priority).toBe('Critical');
    expect(threats.added).toEqual([]);
    expect(threats.changed.length).toBeGreaterThan(0);
  });

  it('keeps the work on a threat type that got another id, by its title or by choice', () => {
    const [first] = triaged.threats;
    if (first === undefined) throw new Error('The sample has threats');
    const id = threatTypeId('NEW');
    const moved = next((t) => ({
      ...t,
      threatTypes: t.threatTypes.map((type) => (type.id === first.typeId ? { ...type, id } : type)),
    }));
    const { model, threats, renamed } = preview(moved);
    expect([...renamed]).toEqual([[first.typeId, id]]);
    expect(threats.stale).toEqual([]);
    expect(threats.added).toEqual([]);
    expect(workOf(model)).toEqual(workOf(triaged));
    const retitled = setThreatType(moved, id, { shortTitle: 'Otherwise' });
    expect(preview(retitled).threats.stale.length).toBeGreaterThan(0);
    const choices = { ...NO_CHOICES, threatTypes: new Map([[first.typeId, id]]) };
    expect(previewUpgrade(triaged, retitled, choices).threats.stale).toEqual([]);
    const none = { ...NO_CHOICES, threatTypes: new Map([[first.typeId, null]]) };
    expect(previewUpgrade(triaged, moved, none).threats.stale.length).toBeGreaterThan(0);
  });

  it('keeps worked-on threats of a type that was deleted, which say so', () => {
    const [first] = triaged.threats;
    if (first === undefined) throw new Error('The sample has threats');
    const { model, threats } = preview(next((t) => deleteThreatType(t, first.typeId)));
    expect(threats.stale.length).toBeGreaterThan(0);
    expect(threats.removed.length).toBeGreaterThan(0);
    for (const { id } of threats.stale) {
      const threat = model.threats.find((one) => one.id === id);
      expect(threat && threatProperty(threat, 'InteractionString')).toBe('Deleted');
    }
    expect(workOf(triaged, model)).toEqual(workOf(triaged));
  });

  it('says what is wrong with its rules', () => {
    const [type] = containers.threatTypes;
    if (type === undefined) throw new Error('There is one');
    const broken = next((t) => ({
      ...t,
      threatTypes: [{ ...type, filters: { include: 'source is [Gone]', exclude: '' } }],
    }));
    expect(preview(broken).broken).toHaveLength(1);
    expect(preview(containers).broken).toEqual([]);
  });
});

describe('which version is newer', () => {
  it.each([
    ['1.0.0.0', 'same'],
    ['1.0.0', 'same'],
    ['1.0.0.1', 'newer'],
    ['1.0.0.10', 'newer'],
    ['0.9.9.9', 'older'],
    ['2', 'newer'],
  ] as const)('%s beside 1.0.0.0: %s', (version, relation) => {
    const first = setManifest(containers, 'version', '1.0.0.0');
    expect(relationOf(first, setManifest(containers, 'version', version))).toBe(relation);
  });

  it('is not asked of another template', () => {
    expect(relationOf(containers, templateOf(own('stride-core.tb7')))).toBe('other');
  });
});

describe('between any two templates', () => {
  const folders = [path.join(ROOT, 'templates'), path.join(ROOT, '..', 'shared', 'corpus', 'models')];
  if (!existsSync(folders[1] ?? ''))
    console.warn('Only our own samples change their template: the corpus is not there.');
  const files = folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.tm7'));
  const targets = [containers, templateOf(own('stride-core.tb7'))];

  it.each(files)('%s keeps its drawing and every work on threats', (file) => {
    const read = readModel(bytesOf(file));
    if (!read.ok) return;
    const before = regenerate(worked(read.value.model));
    for (const template of targets) {
      const { model, types } = upgrade(before, template, NO_CHOICES);
      expect(workOf(before, model)).toEqual(workOf(before));
      expect(types.unknown).toEqual([]);
      const placed = (of: Model) =>
        of.diagrams.flatMap(({ shapes, lines }) => [
          ...shapes.map(({ id, kind, left, top, width, height }) => [id, kind, left, top, width, height]),
          ...lines.map(({ id, kind, source, target, handle }) => [id, kind, source, target, handle]),
        ]);
      expect(placed(model)).toEqual(placed(before));
      expect(model.diagrams.flatMap(({ shapes }) => shapes.map(elementName))).toEqual(
        before.diagrams.flatMap(({ shapes }) => shapes.map(elementName)),
      );
      const again = modelOf(writeModel(model));
      expect(again.diagrams).toEqual(model.diagrams);
      expect(again.threats).toEqual(model.threats);
      // Once changed, it is up to date.
      expect(regenerate(model)).toBe(model);
      expect(upgrade(model, template, NO_CHOICES).model).toEqual(model);
    }
  });
});

describe('a large model', () => {
  it('comes to another template an element and a threat at a step, and is up to date then', () => {
    const target = templateOf(own('stride-core.tb7'));
    const threats = regenerate(triaged).threats.length;
    const elements = triaged.diagrams.flatMap(({ shapes, lines }) => [...shapes, ...lines]).length;
    const steps = previewingUpgrade(regenerate(triaged), target, NO_CHOICES);
    let [count, step] = [1, steps.next()];
    for (; step.done !== true; step = steps.next()) count += 1;
    expect(step.value).toEqual(previewUpgrade(regenerate(triaged), target, NO_CHOICES));
    expect(regenerate(step.value.model)).toBe(step.value.model);
    expect(count).toBeGreaterThan(elements + 4 * threats);
  });
});

describe('a mapping file', () => {
  const mapping = {
    types: new Map([
      [typeId('a'), { to: typeId('b') }],
      [typeId('c'), { keep: true as const }],
    ]),
    threatTypes: new Map([
      [threatTypeId('t'), threatTypeId('u')],
      [threatTypeId('v'), null],
    ]),
  };

  it('reads back as it was written', () => {
    expect(parseMapping(mappingText(mapping, containers, containers))).toEqual({ ok: true, value: mapping });
  });

  const file = (more: object) =>
    JSON.stringify({ format: 'trustline-template-mapping', version: 1, ...more });
  it.each([
    ['{', 'mapping-no-json'],
    ['[]', 'mapping-other'],
    ['{"format":"x"}', 'mapping-other'],
    [file({ version: 2 }), 'mapping-other'],
    [file({ types: [] }), 'mapping-other'],
    [file({ types: { a: 1 } }), 'mapping-entry'],
    [file({ types: { a: { keep: false } } }), 'mapping-entry'],
    [file({ threatTypes: { a: {} } }), 'mapping-entry'],
    [' '.repeat(4_000_001), 'mapping-too-long'],
    [
      file({ types: Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [n, 'x'])) }),
      'mapping-too-many',
    ],
  ])('is refused when it is %.60j', (text, code) => {
    expect(parseMapping(text)).toMatchObject({ ok: false, error: { code } });
  });

  it('has no name that fools the look-up', () => {
    const read = parseMapping(file({ types: { constructor: 'x', toString: 'y' } }));
    expect(read.ok && read.value.types.size).toBe(2);
    expect(
      parseMapping(`{"format":"trustline-template-mapping","version":1,"types":{"__proto__":"x"}}`).ok,
    ).toBe(true);
  });
});
