import { describe, expect, it } from 'vitest';
import {
  customProperty,
  type Element,
  elementId,
  elementName,
  freeEnd,
  type Model,
  propertyText,
  THREAT_TEXT,
  type Threat,
  threatProperty,
  threatTypeId,
} from '../../document/index.ts';
import { exportFormat, exportFormatOfName } from '../index.ts';
import { LIMITS } from '../places.ts';
import { decode, encode, model, own, SAMPLE } from '../testing/files.ts';
import { imported, keptOf } from '../testing/foreign.ts';
import { parseJsonOrYaml } from '../yaml.ts';

const only = ({ diagrams: [diagram] }: Model) => {
  if (diagram === undefined) throw new Error('There is no diagram');
  return diagram;
};
const factsIn = (properties: Model['diagrams'][0]['shapes'][0]['properties']) =>
  properties.flatMap((one) => (one.kind === 'customString' ? [propertyText(one)] : []));

describe('an Open Threat Model is written', () => {
  const sample = model(encode(SAMPLE)).model;
  const writtenAs = (id: string, of: Model) => {
    const written = exportFormat(id)?.write(of);
    if (written === undefined) throw new Error(`There is no format ${id}`);
    return written;
  };
  const web = model(own('web-application-triaged.tm7')).model;
  const file = (of = sample) => JSON.parse(decode(writtenAs('otm', of).bytes));

  it('with the conventions of the standard: parents, relative places, ratings, threats by type and text', () => {
    const { trustZones, components, dataflows, threats, mitigations, representations } = file();
    expect(representations.map(({ type }: { type: string }) => type)).toEqual(['diagram', 'threat-model']);
    const ids = new Set([...trustZones, ...components].map(({ id }: { id: string }) => id));
    for (const { parent } of components) expect(ids.has(parent.trustZone)).toBe(true);
    for (const { source, destination } of dataflows)
      expect(ids.has(source) && ids.has(destination)).toBe(true);
    const instances = dataflows.flatMap((flow: { threats: object[] }) => flow.threats);
    expect(instances).toHaveLength(sample.threats.length);
    expect(threats.length).toBeLessThanOrEqual(instances.length);
    expect(mitigations.length).toBeLessThanOrEqual(instances.length);
    const shape = only(sample).shapes.find(({ id }) => id === components[0].id);
    const zone = only(sample).shapes.find(({ id }) => id === components[0].parent.trustZone);
    expect(components[0].representations[0].position).toEqual({
      x: (shape?.left ?? 0) - (zone?.left ?? 0),
      y: (shape?.top ?? 0) - (zone?.top ?? 0),
    });
  });

  it('and what was changed in the other program since holds', () => {
    const changed = file();
    const flow = changed.dataflows.find((one: { threats: object[] }) => one.threats.length > 0);
    const [instance] = flow.threats;
    instance.state = 'Mitigated';
    flow.name = 'Renamed';
    flow.attributes['Out Of Scope'] = 'true';
    const back = imported(encode(JSON.stringify(changed)), sample.template).model;
    const line = only(back).lines.find(({ id }) => id === flow.id);
    expect(line && elementName(line)).toBe('Renamed');
    const number = instance.attributes.trustline.number;
    const [before, after] = [sample, back].map(({ threats }) => threats.find(({ id }) => id === number));
    expect(after).toMatchObject({ key: before?.key, state: 'Mitigated', priority: before?.priority });
    expect(keptOf(back).threats).toHaveLength(keptOf(sample).threats.length);
  });

  it('and what was edited in its own members in another program holds, beside our own facts', () => {
    const changed = file(web);
    changed.representations[0].name = 'Another name';
    changed.assets = [{ id: 'cards', name: 'Cards' }];
    changed.project.attributes.trustline.notes = ['Ours'];
    changed.project.tags = ['urgent'];
    const [part] = changed.components;
    Object.assign(part, { description: 'Said', tags: ['x'], assets: { stored: ['cards', 'cards'] } });
    delete part.attributes['Reason For Out Of Scope'];
    const all = changed.dataflows.flatMap(({ threats }: { threats: object[] }) => threats);
    const first = all.find(({ mitigations }: { mitigations?: object[] }) => mitigations !== undefined);
    const second = all.find((one: object) => one !== first);
    first.mitigations[0].state = first.state === 'Mitigated' ? 'REQUIRED' : 'IMPLEMENTED';
    changed.mitigations.push({ id: 'm', name: 'Ask', description: 'Ask twice', riskReduction: 50 });
    second.mitigations = [{ mitigation: 'm', state: 'required' }, ...(second.mitigations ?? [])];
    const back = imported(encode(JSON.stringify(changed)), web.template).model;
    expect(only(back).header).toBe('Another name');
    expect(back.notes.map(({ message }) => message)).toEqual(['Ours', 'Tags: urgent', 'Asset: Cards']);
    const shape = only(back).shapes.find(({ id }) => id === part.id);
    const facts = shape?.properties.map((one) => `${one.displayName}=${propertyText(one) ?? ''}`);
    for (const fact of ['Description=Said', 'Tags=x', 'Data=Cards (stored)']) expect(facts).toContain(fact);
    const threatOf = ({ attributes }: { attributes: { trustline: { number: number } } }, of = back) =>
      of.threats.find(({ id }) => id === attributes.trustline.number);
    expect(threatOf(first)?.state).toBe(first.state === 'Mitigated' ? 'NeedsInvestigation' : 'Mitigated');
    const found = threatOf(second);
    expect(found?.state).toBe(threatOf(second, web)?.state);
    expect(found && threatProperty(found, THREAT_TEXT.description)).toMatch(
      /\nMitigation: Ask twice \(required\)$/,
    );
  });

  it('and what got another type or lost an attribute in another program is as it says', () => {
    const changed = file();
    const part = changed.components.find((one: { type: string }) => one.type !== 'GE.DS');
    part.type = 'CD-SOME-POSTGRESQL-DB';
    const { draft } = imported(encode(JSON.stringify(changed)), sample.template);
    const node = draft.diagrams[0]?.nodes.find(({ id }) => id === part.id);
    expect(node).toMatchObject({ role: 'store', kind: part.type });
    expect(node?.type).toBeUndefined();
    const [label] = Object.keys(part.attributes).filter((one) => one !== 'trustline' && part.attributes[one]);
    delete part.attributes[label ?? ''];
    const again = imported(encode(JSON.stringify(changed)), sample.template).draft;
    const facts = again.diagrams[0]?.nodes.find(({ id }) => id === part.id)?.facts;
    expect(facts).toHaveLength((node?.facts.length ?? 0) - 1);
  });

  it('and a component that others were put into is a boundary with that component in it', () => {
    const changed = file();
    const { destination } = changed.dataflows[0];
    const holder = changed.components.find(({ id }: { id: string }) => id === destination);
    changed.components.push({
      id: 'new',
      name: 'New',
      type: 'web-service',
      parent: { component: holder.id },
    });
    const { draft, model: back } = imported(encode(JSON.stringify(changed)), sample.template);
    const halves = draft.diagrams[0]?.nodes.filter(({ name }) => name === holder.name);
    expect(halves?.map(({ role, type }) => [role, type])).toEqual([
      ['borderBoundary', undefined],
      ['process', holder.type],
    ]);
    const box = only(back).shapes.find((shape) => elementName(shape) === holder.name);
    expect(box?.kind).toBe('borderBoundary');
    const alone = { ...changed, dataflows: [] };
    const nodes = imported(encode(JSON.stringify(alone)), sample.template).draft.diagrams[0]?.nodes;
    const node = nodes?.filter(({ name }) => name === holder.name);
    expect(node?.map(({ role, type }) => [role, type])).toEqual([['borderBoundary', undefined]]);
  });

  it('and a mitigation that was taken away in another program is gone', () => {
    const changed = file(web);
    const justified = web.threats.find((one) => threatProperty(one, THREAT_TEXT.justification));
    const instances = changed.dataflows.flatMap(({ threats }: { threats: object[] }) => threats);
    const instance = instances.find(
      ({ attributes }: { attributes: { trustline: { number: number } } }) =>
        attributes.trustline.number === justified?.id,
    );
    delete instance.mitigations;
    const back = imported(encode(JSON.stringify(changed)), web.template).model;
    const found = back.threats.find(({ id }) => id === justified?.id);
    expect(found && threatProperty(found, THREAT_TEXT.justification)).toBe('');
    expect(found?.state).toBe(justified?.state);
  });

  it('with a property that files had under the name of a member of ours', () => {
    const withOne = <E extends Element>(one: E): E => ({
      ...one,
      properties: [...one.properties, customProperty('kind', 'Mine')],
    });
    const of = { ...sample, diagrams: [{ ...only(sample), shapes: only(sample).shapes.map(withOne) }] };
    const old = file(of);
    for (const { attributes } of old.components) {
      attributes.kind = attributes['kind (2)'];
      delete attributes['kind (2)'];
    }
    expect(keptOf(imported(encode(JSON.stringify(old)), sample.template).model)).toEqual(keptOf(of));
  });

  it.each(['kind', 'points', 'trustline'])(
    'with a property that is called %s beside our members',
    (label) => {
      const [diagram] = sample.diagrams;
      if (diagram === undefined) throw new Error('The sample has no diagram');
      const withOne = <E extends Element>(one: E): E => ({
        ...one,
        properties: [...one.properties, customProperty(label, 'Mine')],
      });
      const of = {
        ...sample,
        diagrams: [{ ...diagram, shapes: diagram.shapes.map(withOne), lines: diagram.lines.map(withOne) }],
      };
      const back = imported(writtenAs('otm', of).bytes, sample.template).model;
      expect(keptOf(back)).toEqual(keptOf(of));
      expect(only(back).shapes.every(({ properties }) => factsIn(properties).includes('Mine'))).toBe(true);
    },
  );

  it('with an id of its own for each definition of a threat, whatever types are called', () => {
    const [first, second, third] = sample.threats;
    if (!first || !second || !third) throw new Error('The sample has too few threats');
    const text = (threat: Threat, title: string): Threat => ({
      ...threat,
      typeId: threatTypeId('X'),
      properties: [[THREAT_TEXT.title, title]],
    });
    const threats = [
      text(first, 'One'),
      text(second, 'Two'),
      { ...text(third, 'Three'), typeId: threatTypeId('X-2') },
    ];
    const { bytes } = writtenAs('otm', { ...sample, threats });
    const { threats: defined } = JSON.parse(decode(bytes));
    const ids = defined.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids.slice(0, 2)).toEqual(['X', 'X-2']);
  });

  it.each(['otm', 'tm-bom', 'threat-dragon'])('as %s without threats of a flow as it was, counted', (id) => {
    const [first] = sample.threats;
    if (first === undefined) throw new Error('The sample has no threats');
    const stale = { ...first, id: 900, targetId: elementId('00000000-0000-4000-8000-000000000000') };
    const { bytes, losses } = writtenAs(id, { ...sample, threats: [stale, ...sample.threats] });
    expect(losses.find(({ code }) => code === 'threats-of-nothing')?.count).toBe(1);
    expect(keptOf(imported(bytes, sample.template).model).threats).toEqual(keptOf(sample).threats);
  });

  it.each(['otm', 'tm-bom'])('as %s with the threats of a flow with a free end counted', (id) => {
    const [flow] = only(sample).lines.filter((line) => sample.threats.some((one) => one.flowId === line.id));
    const lines = only(sample).lines.map((line) =>
      line === flow ? { ...line, target: freeEnd(500, 500) } : line,
    );
    const diagrams = [{ ...only(sample), lines }];
    const of = sample.threats.filter(({ flowId }) => flowId === flow?.id).length;
    const { bytes, losses } = writtenAs(id, { ...sample, diagrams });
    expect(losses.find(({ code }) => code === 'threats-of-nothing')?.count).toBe(of);
    expect(imported(bytes, sample.template).model.threats).toHaveLength(sample.threats.length - of);
  });

  it('with threats at the components that flows lead to where that is wanted, read back to their flows', () => {
    for (const id of ['otm', 'otm-yaml']) {
      const written = exportFormat(id)?.write(web, { threats: ['components'] });
      const read = parseJsonOrYaml(written?.bytes ?? encode(''), LIMITS);
      const { components, dataflows } = Object(read);
      const at = (list: { threats?: object[] }[]) => list.flatMap(({ threats = [] }) => threats).length;
      expect([at(dataflows), at(components)]).toEqual([0, web.threats.length]);
      const back = imported(written?.bytes ?? encode(''), web.template);
      expect(keptOf(back.model)).toEqual(keptOf(web));
      expect(back.losses.filter(({ code }) => code.startsWith('threat'))).toEqual([]);
      // Where the flow was taken away it stays at its component.
      const without = { ...Object(read), dataflows: dataflows.slice(1) };
      const { model: fewer } = imported(encode(JSON.stringify(without)), web.template);
      expect(fewer.threats.length + fewer.notes.length).toBe(web.threats.length + web.notes.length);
    }
  });

  it('under the endings that people use', () => {
    const formats = ['a.otm', 'a.OTM.json', 'a.yaml', 'a.otm.yml', 'a.json'].map(
      (name) => exportFormatOfName(name)?.id,
    );
    expect(formats).toEqual(['otm', 'otm', 'otm-yaml', 'otm-yaml', 'threat-dragon']);
  });
});
